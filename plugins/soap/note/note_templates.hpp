// SPDX-License-Identifier: MIT
/// The templates of one note: those of today for a draft, those it was signed with for ever after.
#pragma once
#include "note/note.hpp"
#include "template/template.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace SQLite {
class Database;
}

namespace praxis::soap {

struct NoteTemplates {
    std::vector<std::shared_ptr<const Template>> parts;
    std::vector<std::shared_ptr<const Template>> techniques;

    /// nullptr when the note does not use it
    [[nodiscard]] const Template* find_part(std::string_view id) const;
    [[nodiscard]] const Template* find_technique(std::string_view id) const;

    /// What people call the technique; its id when its template is not there.
    [[nodiscard]] std::string technique_name(std::string_view id) const;
};

/// The parts ("session" and "block" among them), and the techniques that the body names.
NoteTemplates templates_for(const Value& body, const TemplateBook& book);
std::vector<TemplateReference> references_to(const NoteTemplates& templates);

/// Reads stored templates, each text only once.
class TemplateShelf {
  public:
    explicit TemplateShelf(SQLite::Database& db) : db_(db) {}

    /// errors  Refused when a template of the note is gone or was changed behind praxis
    NoteTemplates of(const Note& note);

  private:
    SQLite::Database& db_;
    std::vector<std::shared_ptr<const Template>> read_; // found by digest
};

/// The field of that name; nullptr when there is none.
const Field* find_field(const std::vector<Field>& fields, std::string_view name);

/// The parts that are tables of a note, in their order; the blocks stand before "assessment".
std::vector<const Template*> parts_of_note(const NoteTemplates& templates);

/// What every block has, then what its technique adds.
std::vector<Field> block_fields(const Value& block, const NoteTemplates& templates);

/// The body without the values that validation works out: as a person would have typed it.
Value without_computed(const Value& body, const NoteTemplates& templates);

} // namespace praxis::soap
