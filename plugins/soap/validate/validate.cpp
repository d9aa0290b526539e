// SPDX-License-Identifier: MIT
#include "note/note_carried.hpp"
#include "note/session_time.hpp"
#include "template/template.hpp"
#include "template/template_words.hpp"
#include "validate/validate_rules.hpp"
#include "validate/validate_value.hpp"

#include <praxis/error.hpp>
#include <praxis/text.hpp>

#include <algorithm>

namespace praxis::soap {

namespace {

using Weight = Problem::Weight;

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
            "the plugin soap is not installed whole: " + part.id + " lacks " + std::string{name},
            "praxis plugin doctor"
        );
    }
    return *found;
}

/// One walk through a note file.
class NoteChecker {
  public:
    NoteChecker(
        const TemplateBook& book, CivilTime now, DateOrder order, std::vector<Problem>& problems
    )
        : book_(book), checker_(now, order, problems) {}

    Value check(const Value& file) {
        if (!file.is_object()) {
            checker_.add(Weight::error, "", "a note is a table of fields", "praxis help note form");
            return Value{Value::Object{}};
        }
        auto known = names_of(book_.session().fields);
        for (const auto& part : book_.parts()) {
            known.push_back(part.id);
        }
        known.emplace_back("block");
        known.emplace_back(carried_key);
        checker_.know(file, known, "", [this](const auto& key) { return part_of(key, ""); });

        Value::Object body;
        check_session(file, body);
        for (const auto& part : book_.parts()) {
            if (part.id == "assessment") {
                check_blocks(file, body); // the work comes before what came of it
            }
            check_part(part, file, body);
        }
        Value whole{std::move(body)};
        check_location(whole);
        check_ahead(file, whole);
        check_carried(file, whole);
        return whole;
    }

  private:
    void check_session(const Value& file, Value::Object& body) {
        for (const auto& field : book_.session().fields) {
            const auto* const value = file.find(field.name);
            if (value == nullptr || is_unrecorded(*value)) {
                if (field.required) {
                    checker_.add_missing(field, "", "at the top of the note", file.line());
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
        const std::string expected =
            "a date and a time, such as \"2026-11-20 14:30\", was expected";
        if (!value.is_text()) {
            checker_.add(
                Weight::error, "date", expected + ", found " + found_kind(value), {}, value.line()
            );
            return std::nullopt;
        }
        const auto& text = value.as_text();
        try {
            const auto began = read_session_time(text, checker_.now(), checker_.order());
            checker_.count_from(began.date);
            if (began.date > checker_.now().date) {
                checker_.add(
                    Weight::warning, "date", "the session lies in the future", {}, value.line()
                );
            }
            return Value{began.str()};
        } catch (const UsageError& error) {
            const bool looks_like_one = sounds_like_a_date(text);
            checker_.add(
                Weight::error,
                "date",
                looks_like_one ? error.what() : expected + ", found words",
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
                "the id of a complaint, such as \"CO-0001\", was expected",
                "praxis complaint list shows them; the client's words belong under [subjective]",
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
                "a table [" + part.id + "] was expected, found " + found_kind(*value),
                {},
                value->line()
            );
            return;
        }
        if (value == nullptr || is_unrecorded(*value)) {
            value = &nothing;
        }
        const auto place = "under [" + part.id + "]";
        auto kept = checker_.check_table(
            part.fields,
            *value,
            part.id,
            place,
            names_of_computed(part),
            [&](const auto& key) { return part_of(key, part.id); }
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
                "[[block]] was expected, found " + found_kind(*value),
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
                Weight::error,
                path,
                "a table was expected, found " + found_kind(block),
                {},
                block.line()
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
        const auto place = "in block " + std::to_string(index + 1) + " (" + technique->id + ")";
        auto kept = checker_.check_table(
            fields,
            table,
            path,
            place,
            names_of_computed(*technique),
            [&](const auto& key) { return technique_of(key); }
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
                "the block does not say of which technique it is",
                "one of " + join(techniques_known_ ? techniques_ : book_.technique_ids(), ", "),
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
                id->as_text() + " is not among the techniques of the note",
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
                checker_.add(
                    Weight::missing,
                    "block",
                    "needed for signing: what was done of " + id,
                    "[[block]] with technique = \"" + id + "\", a region and minutes"
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
                "the blocks add up to " + std::to_string(sum) + " minutes, the session has " +
                    session->second.plain(),
                {},
                line
            );
        }
    }

    /// A place in words does where no block names a region.
    void check_location(const Value& body) {
        const auto* const blocks = body.find("block");
        const bool region = blocks != nullptr &&
                            std::any_of(
                                blocks->as_array().begin(),
                                blocks->as_array().end(),
                                [](const Value& block) { return block.find("region") != nullptr; }
                            );
        const auto* const subjective = body.find("subjective");
        if (!region && (subjective == nullptr || subjective->find("location") == nullptr)) {
            checker_.add(
                Weight::missing,
                "subjective.location",
                "needed for signing: where it is, here or as the region of a block",
                "location under [subjective]: text in quotes"
            );
        }
    }

    /// What is planned lies after the session.
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
                        planned + " lies before the session",
                        {},
                        file.find(part.id)->find(field.name)->line()
                    );
                }
            }
        }
    }

    /// Whether the marks still hold is settled by whoever knows the note before: settle_carried().
    void check_carried(const Value& file, Value& body) {
        const auto* const given = file.find(carried_key);
        if (given == nullptr || is_unrecorded(*given)) {
            return;
        }
        const auto* const fields = given->find("fields");
        if (!NoteId::parse(given->text_at("from")) || fields == nullptr || !fields->is_array()) {
            checker_.add(
                Weight::error,
                std::string{carried_key},
                "a note in `from` and a list of paths in `fields` were expected",
                "praxis note repeat writes it; leave it out when all of the note is of today",
                given->line()
            );
            return;
        }
        body[carried_key] = Value::Object{{"from", given->text_at("from")}, {"fields", *fields}};
    }

    /// "it belongs under [objective]"
    std::string part_of(const std::string& key, std::string_view here) const {
        for (const auto& part : book_.parts()) {
            if (part.id != here && has_field(part.fields, key)) {
                return "it belongs under [" + part.id + "]";
            }
        }
        const bool top = has_field(book_.session().fields, key);
        if (top && !here.empty()) {
            return "it belongs at the top of the note, before any [table]";
        }
        return technique_of(key).empty() ? "" : technique_of(key) + "; it belongs into a [[block]]";
    }

    std::string technique_of(const std::string& key) const {
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
    return NoteChecker{book, now, order, problems}.check(file);
}

} // namespace praxis::soap
