// SPDX-License-Identifier: MIT
#include "note/note_body.hpp"
#include "note/note_copied.hpp"
#include "note/note_templates.hpp"
#include "note/session_time.hpp"
#include "template/field_text.hpp"
#include "template/template.hpp"
#include "validate/validate_blocks.hpp"
#include "validate/validate_rules.hpp"
#include "validate/validate_value.hpp"

#include <praxis/error.hpp>
#include <praxis/text.hpp>

#include <algorithm>

namespace praxis::soap {

namespace {

using Weight = Problem::Weight;

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
        refuse_unknown_keys(file);
        Value::Object body;
        if (NoteBody{file}.kind() == wellness) {
            checker_.check_wellness_session();
        }
        check_session(file, body);
        for (const auto& part : book_.parts()) {
            if (part.id == "assessment") {
                check_blocks(
                    file, book_, techniques_, body, checker_
                ); // the work comes before its assessment
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
    void refuse_unknown_keys(const Value& file) {
        auto known = names_of(book_.session().fields);
        for (const auto& part : book_.parts()) {
            known.push_back(part.id);
        }
        known.emplace_back("block");
        known.emplace_back(copied_key);
        checker_.refuse_unknown_keys(file, known, "", [this](const auto& key) {
            return find_right_place(key, "");
        });
    }

    void check_session(const Value& file, Value::Object& body) {
        for (const auto& field : book_.session().fields) {
            const auto* const value = file.find(field.name);
            if (value == nullptr || is_unrecorded(*value)) {
                if (field.required) {
                    checker_.add_missing(field, "", top_of_note(), file.line());
                }
                continue;
            }
            if (auto kept = check_session_field(field, *value)) {
                body.emplace_back(field.name, std::move(*kept));
            }
        }
    }

    std::optional<Value> check_session_field(const Field& field, const Value& value) {
        if (field.name == "technique") {
            return check_techniques(field, value);
        }
        if (field.name == "date") {
            return check_date(value);
        }
        if (field.name == "complaint") {
            return check_complaint(value);
        }
        return checker_.check(field, value, field.name);
    }

    std::optional<Value> check_techniques(Field field, const Value& value) {
        field.choices = book_.technique_ids();
        auto kept = checker_.check(field, value, field.name);
        if (kept) {
            techniques_.emplace();
            for (const auto& id : kept->as_array()) {
                techniques_->push_back(id.as_text());
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
            if (began > checker_.now()) {
                checker_.add(
                    Weight::error,
                    "date",
                    "the session is in the future: it begins on " + began.str() +
                        ", and now it is " + checker_.now().str(),
                    "write the note when the session has begun",
                    value.line()
                );
                return std::nullopt;
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
            if (part.id != here && find_field(part.fields, key) != nullptr) {
                return "move it under [" + part.id + "]";
            }
        }
        const bool top = find_field(book_.session().fields, key) != nullptr;
        if (top && !here.empty()) {
            return "move it to the top of the note, before any [table]";
        }
        const auto technique = find_technique_of_key(book_, key);
        return technique.empty() ? "" : technique + ": move it into a [[block]]";
    }

    const TemplateBook& book_;
    ValueChecker checker_;
    std::optional<std::vector<std::string>> techniques_; // nothing when missing or wrong
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
