// SPDX-License-Identifier: MIT
#include "validate/validate_blocks.hpp"

#include "note/note_templates.hpp"
#include "template/field_text.hpp"
#include "validate/validate_rules.hpp"

#include <praxis/error.hpp>
#include <praxis/text.hpp>

#include <algorithm>

namespace praxis::soap {

namespace {

using Weight = Problem::Weight;

const Field& get_field(const Template& part, std::string_view name) {
    const auto* const found = find_field(part.fields, name);
    if (found == nullptr) {
        throw PluginError(
            "the plugin soap is incomplete: " + part.id + " has no field " + std::string{name},
            "praxis plugin doctor"
        );
    }
    return *found;
}

/// Checks the blocks of one note file.
class BlockChecker {
  public:
    BlockChecker(
        const TemplateBook& book,
        const std::optional<std::vector<std::string>>& techniques,
        ValueChecker& checker
    )
        : book_(book), techniques_(techniques), checker_(checker) {}

    void check(const Value& file, Value::Object& body) {
        const auto* const value = file.find("block");
        auto blocks =
            value == nullptr || is_unrecorded(*value) ? Value::Array{} : check_all(*value);
        check_every_technique_has_one(blocks);
        check_minutes(blocks, body, value == nullptr ? 0 : value->line());
        if (!blocks.empty()) {
            body.emplace_back("block", Value{std::move(blocks)});
        }
    }

  private:
    Value::Array check_all(const Value& value) {
        Value::Array blocks;
        if (value.is_object()) {
            check_block(value, 0, blocks);
        } else if (checker_.has_too_many_rows(value, "block")) {
            return blocks;
        } else if (value.is_array()) {
            for (std::size_t index = 0; index < value.as_array().size(); ++index) {
                check_block(value.as_array()[index], index, blocks);
            }
        } else {
            checker_.add(
                Weight::error,
                "block",
                "[[block]] expected, found " + found_kind(value),
                {},
                value.line()
            );
        }
        return blocks;
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
        const auto fields = fields_of_block(book_.block(), *technique);
        auto table = block;
        table["technique"] = technique->id;
        const auto place = place_of_block(index + 1, technique->id);
        auto kept = checker_.check_table(
            fields,
            table,
            path,
            place,
            names_of_computed(*technique),
            [&](const auto& key) { return find_technique_of_key(book_, key); }
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
                "choose from " + join(techniques_ ? *techniques_ : book_.technique_ids(), ", "),
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
        refuse_other_technique(id->as_text(), path, value->line());
        return book_.find_technique(id->as_text());
    }

    /// Reports a technique that the note does not name.
    void refuse_other_technique(const std::string& id, const std::string& path, int line) {
        if (techniques_ &&
            std::find(techniques_->begin(), techniques_->end(), id) == techniques_->end()) {
            checker_.add(
                Weight::error,
                path + ".technique",
                id + " is not one of the techniques of the note",
                "add it to technique = [...] at the top",
                line
            );
        }
    }

    void check_every_technique_has_one(const Value::Array& blocks) {
        for (const auto& id : techniques_ ? *techniques_ : std::vector<std::string>{}) {
            const bool found = std::any_of(blocks.begin(), blocks.end(), [&](const Value& block) {
                return block.text_at("technique") == id;
            });
            if (!found) {
                add_missing_block(id);
            }
        }
    }

    void add_missing_block(const std::string& id) {
        const auto block = "[[block]] with technique = \"" + id + "\", a region and minutes";
        checker_.add_missing(
            {top_of_note().title, "a block for " + technique_title(id), block},
            "block",
            "what was done of " + id,
            block,
            0
        );
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

    const TemplateBook& book_;
    const std::optional<std::vector<std::string>>& techniques_;
    ValueChecker& checker_;
};

} // namespace

std::string find_technique_of_key(const TemplateBook& book, const std::string& key) {
    for (const auto& technique : book.techniques()) {
        if (find_field(technique.fields, key) != nullptr) {
            return "it is a field of " + technique.id;
        }
    }
    return {};
}

void check_blocks(
    const Value& file,
    const TemplateBook& book,
    const std::optional<std::vector<std::string>>& techniques,
    Value::Object& body,
    ValueChecker& checker
) {
    BlockChecker{book, techniques, checker}.check(file, body);
}

} // namespace praxis::soap
