// SPDX-License-Identifier: MIT
#include "note/note_body.hpp"
#include "note/note_copied.hpp"
#include "note/session_time.hpp"
#include "template/field_text.hpp"
#include "template/template.hpp"
#include "validate/validate_rules.hpp"
#include "validate/validate_value.hpp"

#include <praxis/error.hpp>
#include <praxis/text.hpp>

#include <algorithm>

namespace praxis::soap {

namespace {

using Weight = Problem::Weight;

const Place top_of_note{"the note", "at the top of the note"};

bool has_field(const std::vector<Field>& fields, std::string_view name) {
    return std::any_of(fields.begin(), fields.end(), [name](const Field& field) {
        return field.name == name;
    });
}

const Field& get_field(const Template& part, std::string_view name) {
    const auto found =
        std::find_if(part.fields.begin(), part.fields.end(), [name](const Field& field) {
            return field.name == name;
        });
    if (found == part.fields.end()) {
        throw PluginError(
            "the plugin soap is incomplete: " + part.id + " has no field " + std::string{name},
            "praxis plugin doctor"
        );
    }
    return *found;
}

/// Checks one note file.
class NoteChecker {
  public:
    NoteChecker(
        const TemplateBook& book, CivilTime now, DateOrder order, std::vector<Problem>& problems
    )
        : book_(book), checker_(now, order, problems) {}

    Value check(const Value& file) {
        if (!file.is_object()) {
            checker_.add(
                Weight::error,
                "",
                "a note file is a table of fields",
                "for an empty note: praxis note form"
            );
            return Value{Value::Object{}};
        }
        auto known = names_of(book_.session().fields);
        for (const auto& part : book_.parts()) {
            known.push_back(part.id);
        }
        known.emplace_back("block");
        known.emplace_back(copied_key);
        checker_.refuse_unknown_keys(file, known, "", [this](const auto& key) {
            return find_right_place(key, "");
        });

        Value::Object body;
        check_session(file, body);
        for (const auto& part : book_.parts()) {
            if (part.id == "assessment") {
                check_blocks(file, body); // the work comes before its assessment
            }
            check_part(part, file, body);
        }
        Value whole{std::move(body)};
        check_location(whole);
        check_ahead(file, whole);
        check_copied(file, whole);
        return whole;
    }

  private:
    void check_session(const Value& file, Value::Object& body) {
        for (const auto& field : book_.session().fields) {
            const auto* const value = file.find(field.name);
            if (value == nullptr || is_unrecorded(*value)) {
                if (field.required) {
                    checker_.add_missing(field, "", top_of_note, file.line());
                }
                continue;
            }
            std::optional<Value> kept;
            if (field.name == "technique") {
                kept = check_techniques(field, *value);
            } else if (field.name == "date") {
                kept = check_date(*value);
            } else if (field.name == "complaint") {
                kept = check_complaint(*value);
            } else {
                kept = checker_.check(field, *value, field.name);
            }
            if (kept) {
                body.emplace_back(field.name, std::move(*kept));
            }
        }
    }

    std::optional<Value> check_techniques(Field field, const Value& value) {
        field.choices = book_.technique_ids();
        auto kept = checker_.check(field, value, field.name);
        techniques_known_ = kept.has_value();
        if (kept) {
            for (const auto& id : kept->as_array()) {
                techniques_.push_back(id.as_text());
            }
        }
        return kept;
    }

    std::optional<Value> check_date(const Value& value) {
        const std::string expected = "date and time expected, such as \"2026-11-20 14:30\"";
        if (!value.is_text()) {
            checker_.add(
                Weight::error, "date", expected + ", found " + found_kind(value), {}, value.line()
            );
            return std::nullopt;
        }
        const auto& text = value.as_text();
        try {
            const auto began = read_session_time(text, checker_.now(), checker_.order());
            checker_.count_dates_from(began.date);
            if (began.date > checker_.now().date) {
                checker_.add(
                    Weight::warning, "date", "the session is in the future", {}, value.line()
                );
            }
            return Value{began.str()};
        } catch (const UsageError& error) {
            const bool looks_like_one = sounds_like_a_date(text);
            checker_.add(
                Weight::error,
                "date",
                looks_like_one ? error.what() : expected + ", found other text",
                looks_like_one ? error.hint() : "",
                value.line()
            );
        }
        return std::nullopt;
    }

    std::optional<Value> check_complaint(const Value& value) {
        const auto id = value.is_text() ? ComplaintId::parse(value.as_text()) : std::nullopt;
        if (!id) {
            checker_.add(
                Weight::error,
                "complaint",
                "complaint number expected, such as \"CO-0001\"",
                "to see them: praxis complaint list CLIENT; the client's words belong under "
                "[subjective]",
                value.line()
            );
            return std::nullopt;
        }
        return Value{id->str()};
    }

    void check_part(const Template& part, const Value& file, Value::Object& body) {
        static const Value nothing{Value::Object{}};
        const auto* value = file.find(part.id);
        if (value != nullptr && !value->is_object() && !is_unrecorded(*value)) {
            checker_.add(
                Weight::error,
                part.id,
                "table [" + part.id + "] expected, found " + found_kind(*value),
                {},
                value->line()
            );
            return;
        }
        if (value == nullptr || is_unrecorded(*value)) {
            value = &nothing;
        }
        const Place place{part.name, "under [" + part.id + "]"};
        auto kept = checker_.check_table(
            part.fields,
            *value,
            part.id,
            place,
            names_of_computed(part),
            [&](const auto& key) { return find_right_place(key, part.id); }
        );
        apply_rules(part, *value, part.id, place, kept, checker_);
        if (!is_unrecorded(kept)) {
            body.emplace_back(part.id, std::move(kept));
        }
    }

    void check_blocks(const Value& file, Value::Object& body) {
        Value::Array blocks;
        const auto* const value = file.find("block");
        if (value != nullptr && value->is_object() && !is_unrecorded(*value)) {
            check_block(*value, 0, blocks);
        } else if (value != nullptr && value->is_array()) {
            for (std::size_t index = 0; index < value->as_array().size(); ++index) {
                check_block(value->as_array()[index], index, blocks);
            }
        } else if (value != nullptr && !is_unrecorded(*value)) {
            checker_.add(
                Weight::error,
                "block",
                "[[block]] expected, found " + found_kind(*value),
                {},
                value->line()
            );
        }
        check_every_technique_has_one(blocks);
        check_minutes(blocks, body, value == nullptr ? 0 : value->line());
        if (!blocks.empty()) {
            body.emplace_back("block", Value{std::move(blocks)});
        }
    }

    void check_block(const Value& block, std::size_t index, Value::Array& blocks) {
        const auto path = "block[" + std::to_string(index + 1) + "]";
        if (!block.is_object()) {
            checker_.add(
                Weight::error, path, "table expected, found " + found_kind(block), {}, block.line()
            );
            return;
        }
        const auto* const technique = find_technique(block, path);
        if (technique == nullptr) {
            return;
        }
        auto fields = book_.block().fields;
        fields.insert(fields.end(), technique->fields.begin(), technique->fields.end());
        auto table = block;
        table["technique"] = technique->id;
        const auto place = place_of_block(index + 1, technique->id);
        auto kept = checker_.check_table(
            fields,
            table,
            path,
            place,
            names_of_computed(*technique),
            [&](const auto& key) { return find_right_technique(key); }
        );
        apply_rules(*technique, table, path, place, kept, checker_);
        blocks.push_back(std::move(kept));
    }

    const Template* find_technique(const Value& block, const std::string& path) {
        const auto* const value = block.find("technique");
        if (value == nullptr || is_unrecorded(*value)) {
            checker_.add(
                Weight::error,
                path + ".technique",
                "the block has no technique",
                "choose from " +
                    join(techniques_known_ ? techniques_ : book_.technique_ids(), ", "),
                block.line()
            );
            return nullptr;
        }
        auto field = get_field(book_.block(), "technique");
        field.type = FieldType::choice;
        field.choices = book_.technique_ids();
        const auto id = checker_.check(field, *value, path + ".technique");
        if (!id) {
            return nullptr;
        }
        if (techniques_known_ &&
            std::find(techniques_.begin(), techniques_.end(), id->as_text()) == techniques_.end()) {
            checker_.add(
                Weight::error,
                path + ".technique",
                id->as_text() + " is not one of the techniques of the note",
                "add it to technique = [...] at the top",
                value->line()
            );
        }
        return book_.find_technique(id->as_text());
    }

    void check_every_technique_has_one(const Value::Array& blocks) {
        for (const auto& id : techniques_) {
            const bool found = std::any_of(blocks.begin(), blocks.end(), [&](const Value& block) {
                return block.text_at("technique") == id;
            });
            if (!found) {
                const auto block =
                    "[[block]] with technique = \"" + id + "\", a region and minutes";
                checker_.add_missing(
                    {top_of_note.title, "a block for " + technique_title(id), block},
                    "block",
                    "what was done of " + id,
                    block,
                    0
                );
            }
        }
    }

    void check_minutes(const Value::Array& blocks, Value::Object& body, int line) {
        const auto session = std::find_if(body.begin(), body.end(), [](const auto& member) {
            return member.first == "minutes";
        });
        std::int64_t sum = 0;
        for (const auto& block : blocks) {
            const auto* const minutes = block.find("minutes");
            sum += minutes == nullptr ? 0 : minutes->as_integer();
        }
        if (session != body.end() && sum > session->second.as_integer()) {
            checker_.add(
                Weight::warning,
                "block",
                "the blocks add up to " + std::to_string(sum) + " minutes, the session has only " +
                    session->second.plain(),
                {},
                line
            );
        }
    }

    /// A place in words does where no block names a region.
    void check_location(const Value& checked) {
        const NoteBody body{checked};
        const auto blocks = body.blocks();
        const bool region = std::any_of(blocks.begin(), blocks.end(), [](const NoteBlock& block) {
            return !block.region().empty();
        });
        if (!region && body.subjective("location") == nullptr) {
            checker_.add_missing(
                {"Subjective", "location (or the region of a block)", "location: text in quotes"},
                "subjective.location",
                "where it is, here or as the region of a block",
                "location under [subjective]: text in quotes",
                0
            );
        }
    }

    /// Planned dates must be after the session.
    void check_ahead(const Value& file, const Value& body) {
        const auto day = body.text_at("date").substr(0, 10);
        for (const auto& part : book_.parts()) {
            const auto* const kept = body.find(part.id);
            for (const auto& field : part.fields) {
                const auto planned = kept == nullptr ? "" : kept->text_at(field.name);
                if (field.future && !planned.empty() && !day.empty() && planned < day) {
                    checker_.add(
                        Weight::warning,
                        part.id + "." + field.name,
                        planned + " is before the session",
                        {},
                        file.find(part.id)->find(field.name)->line()
                    );
                }
            }
        }
    }

    /// Checks the form of the marks; update_copied_fields() later removes those that are not true
    /// any longer.
    void check_copied(const Value& file, Value& body) {
        const auto* const given = file.find(copied_key);
        if (given == nullptr || is_unrecorded(*given)) {
            return;
        }
        const auto* const fields = given->find("fields");
        if (!NoteId::parse(given->text_at("from")) || fields == nullptr || !fields->is_array()) {
            checker_.add(
                Weight::error,
                std::string{copied_key},
                "`from` must name a note, and `fields` must be a list of paths",
                "praxis note repeat writes this table; delete it when all of the note is from "
                "today",
                given->line()
            );
            return;
        }
        body[copied_key] = Value::Object{{"from", given->text_at("from")}, {"fields", *fields}};
    }

    /// Where an unknown key belongs: "move it under [objective]"; empty when nowhere.
    std::string find_right_place(const std::string& key, std::string_view here) const {
        for (const auto& part : book_.parts()) {
            if (part.id != here && has_field(part.fields, key)) {
                return "move it under [" + part.id + "]";
            }
        }
        const bool top = has_field(book_.session().fields, key);
        if (top && !here.empty()) {
            return "move it to the top of the note, before any [table]";
        }
        return find_right_technique(key).empty()
                   ? ""
                   : find_right_technique(key) + ": move it into a [[block]]";
    }

    std::string find_right_technique(const std::string& key) const {
        for (const auto& technique : book_.techniques()) {
            if (has_field(technique.fields, key)) {
                return "it is a field of " + technique.id;
            }
        }
        return {};
    }

    const TemplateBook& book_;
    ValueChecker checker_;
    bool techniques_known_ = false;
    std::vector<std::string> techniques_;
};

} // namespace

Value validate_note(
    const Value& file,
    const TemplateBook& book,
    CivilTime now,
    DateOrder order,
    std::vector<Problem>& problems
) {
    const auto first = problems.size();
    auto body = NoteChecker{book, now, order, problems}.check(file);
    for (auto i = first; i < problems.size(); ++i) {
        problems[i].place = find_place(problems[i].path, file);
    }
    return body;
}

} // namespace praxis::soap
