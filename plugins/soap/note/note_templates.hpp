// SPDX-License-Identifier: MIT
/// The templates of one note: the current ones for a draft, and the stored ones for a signed note.
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

    /// The name of the technique for people; its id when there is no template.
    [[nodiscard]] std::string technique_name(std::string_view id) const;
};

/// The parts ("session" and "block" among them), and the techniques that the body names.
NoteTemplates templates_for(const Value& body, const TemplateBook& book);
std::vector<TemplateReference> references_to(const NoteTemplates& templates);

/// Reads stored templates, each text only once.
class TemplateShelf {
  public:
    explicit TemplateShelf(SQLite::Database& db) : db_(db) {}

    /// errors  Refused when a template of the note is missing or was changed outside praxis
    NoteTemplates get_templates(const std::vector<TemplateReference>& used);

    NoteTemplates get_templates(const Note& note) { return get_templates(note.templates); }

  private:
    SQLite::Database& db_;
    std::vector<std::shared_ptr<const Template>> read_; // found by digest
};

/// The field of that name; nullptr when there is none.
const Field* find_field(const std::vector<Field>& fields, std::string_view name);

/// The parts that are tables of a note, in order; the blocks come before "assessment".
std::vector<const Template*> parts_of_note(const NoteTemplates& templates);

/// The fields of every block, then those of its technique.
std::vector<Field> block_fields(const Value& block, const NoteTemplates& templates);

/// The body without computed values: as a person would type it.
Value without_computed(const Value& body, const NoteTemplates& templates);

} // namespace praxis::soap
