// SPDX-License-Identifier: MIT
#include "show/newest_findings.hpp"

#include "note/note_body.hpp"
#include "note/note_copied.hpp"
#include "note/note_templates.hpp"
#include "show/note_document.hpp"
#include "show/note_facts.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

namespace praxis::soap {
namespace {

bool is_any_carried(const CopiedFields& carried, const std::string& table) {
    return std::any_of(carried.fields.begin(), carried.fields.end(), [&table](const auto& path) {
        return path.starts_with(table + "[");
    });
}

/// Whether a row of the list is not copied from an earlier note.
bool has_new_row(const Note& note, const std::string& list) {
    const auto carried = read_copied_fields(note.body);
    const auto paths = fact_paths(note.body);
    return std::any_of(paths.begin(), paths.end(), [&](const auto& path) {
        return path.starts_with(list + "[") && !carried.contains(path);
    });
}

/// Whether anything in the table was found in that session, and not copied from an earlier note.
bool has_new_rows(const Note& note, const std::string& table) {
    if (NoteBody{note.body}.objective_rows(table).empty()) {
        return false;
    }
    return has_new_row(note, "objective." + table);
}

/// The day, and for the practice's own readers the note.
std::string on_day(const Note& note, Audience audience) {
    const auto day = note.began.civil().date.iso();
    return audience == Audience::provider ? day : day + " (" + note.id.str() + ")";
}

/// Findings of several kinds, each from the newest note that has any.
class FindingsWriter {
  public:
    FindingsWriter(Session& session, const std::vector<Note>& notes, Audience audience)
        : notes_(notes), shelf_(session.db()), audience_(audience) {}

    void plain_findings() {
        const auto note = newest([](const Note& each) {
            const auto* objective = NoteBody{each.body}.part("objective");
            const auto carried = read_copied_fields(each.body);
            return objective != nullptr &&
                   std::any_of(
                       objective->as_object().begin(),
                       objective->as_object().end(),
                       [&carried](const Value::Member& member) {
                           return is_plain(member.second) &&
                                  !carried.contains("objective." + member.first);
                       }
                   );
        });
        if (note == notes_.rend()) {
            return;
        }
        const NoteBody body{note->body};
        Facts facts;
        const auto templates = shelf_.get_templates(*note);
        if (const auto* part = templates.find_part("objective")) {
            for (const auto& field : part->fields) {
                const auto* value = body.objective(field.name);
                if (value != nullptr && is_plain(*value) &&
                    !read_copied_fields(note->body).contains("objective." + field.name)) {
                    facts.items.emplace_back(
                        field.label + ", " + note->began.civil().date.iso(),
                        format_value(*value, &field)
                    );
                }
            }
        }
        if (!facts.items.empty()) {
            blocks_.emplace_back(std::move(facts));
            used(*note);
        }
    }

    /// Where the complaint radiates to, as the client reported it last.
    void radiation() {
        const auto places = [](const Note& note) {
            return NoteBody{note.body}.subjective("radiates_to");
        };
        const auto note = newest([&places](const Note& each) {
            return places(each) != nullptr && places(each)->is_array() &&
                   has_new_row(each, "subjective.radiates_to");
        });
        if (note != notes_.rend()) {
            const auto label = "Radiates to, " + on_day(*note, audience_);
            blocks_.emplace_back(Facts{{{label, places_of(*places(*note))}}});
            used(*note);
        }
    }

    void table(const std::string& name) {
        const auto note = newest([&name](const Note& each) { return has_new_rows(each, name); });
        if (note == notes_.rend()) {
            return;
        }
        const auto templates = shelf_.get_templates(*note);
        const auto* part = templates.find_part("objective");
        const auto* field = part == nullptr ? nullptr : find_field(part->fields, name);
        if (field == nullptr) {
            return;
        }
        const auto carried = read_copied_fields(note->body);
        auto grid =
            grid_of(*field, *NoteBody{note->body}.objective(name), carried, "objective." + name);
        grid.caption = field->label + ", " + on_day(*note, audience_);
        blocks_.emplace_back(std::move(grid));
        if (is_any_carried(carried, "objective." + name)) {
            blocks_.emplace_back(Paragraph{
                "* copied from an earlier note and not examined again on that day", Tone::small});
        }
        used(*note);
    }

    std::vector<Block> take() {
        std::sort(used_.begin(), used_.end(), [](const Note* left, const Note* right) {
            return left->began.instant < right->began.instant;
        });
        for (const auto* note : used_) {
            auto remarks = amendment_remarks(*note);
            std::move(remarks.begin(), remarks.end(), std::back_inserter(blocks_));
        }
        return std::move(blocks_);
    }

  private:
    static bool is_plain(const Value& value) {
        const bool table = value.is_object() || (value.is_array() && !value.as_array().empty() &&
                                                 value.as_array().front().is_object());
        return !table && !value.is_null();
    }

    template <class Has> std::vector<Note>::const_reverse_iterator newest(Has has) {
        return std::find_if(notes_.rbegin(), notes_.rend(), has);
    }

    void used(const Note& note) {
        if (std::find(used_.begin(), used_.end(), &note) == used_.end()) {
            used_.push_back(&note);
        }
    }

    const std::vector<Note>& notes_;
    TemplateShelf shelf_;
    Audience audience_;
    std::vector<Block> blocks_;
    std::vector<const Note*> used_;
};

} // namespace

std::vector<Block>
newest_findings(Session& session, const std::vector<Note>& notes, Audience audience) {
    FindingsWriter writer{session, notes, audience};
    writer.radiation();
    writer.plain_findings();
    for (const auto* table : {"finding", "rom", "test"}) {
        writer.table(table);
    }
    return writer.take();
}

} // namespace praxis::soap
