// SPDX-License-Identifier: MIT
#include "write/shorthand/target.hpp"

#include "note/note_copied.hpp"
#include "note/note_templates.hpp"
#include "template/field_place.hpp"
#include "write/shorthand/tokens.hpp"

#include <praxis/text.hpp>

#include <algorithm>

namespace praxis::soap {

namespace {

std::size_t count_rows(const Value& file, const std::string& table) {
    const auto* rows = find_fact(file, table);
    return rows == nullptr || !rows->is_array() ? 0 : rows->as_array().size();
}

std::string
only_technique(const Value& file, const BlocksBefore& blocks, const TemplateBook& book) {
    if (blocks.count == 1) {
        return file.find("block")->as_array().front().text_at("technique");
    }
    const auto* named = file.find("technique");
    const bool one =
        blocks.count == 0 && named != nullptr && named->is_array() && named->as_array().size() == 1;
    const auto id = one ? named->as_array().front().plain() : std::string{};
    return book.find_technique(id) == nullptr ? std::string{} : id;
}

WorkTarget make_block_target(const std::string& technique, const TemplateBook& book) {
    WorkTarget target{.kind = WorkTarget::Kind::block, .technique = technique};
    target.fields = book.block().fields;
    const auto& own = book.get_technique(technique).fields;
    target.fields.insert(target.fields.end(), own.begin(), own.end());
    return target;
}

/// errors  UsageError when no part has that table
WorkTarget make_row_target(const std::string& table, const TemplateBook& book) {
    WorkTarget target{.kind = WorkTarget::Kind::row, .named = true, .table = table};
    for (const auto& part : book.parts()) {
        for (const auto& field : part.fields) {
            if (table == part.id + "." + field.name && field.repeatable) {
                target.fields = field.columns;
            }
        }
    }
    if (target.fields.empty()) {
        refuse_work("unknown table " + table);
    }
    return target;
}

std::string find_value(const std::vector<WorkFact>& facts, const std::string& name) {
    const auto found = std::find_if(facts.begin(), facts.end(), [&name](const auto& fact) {
        return fact.path == name;
    });
    return found == facts.end() ? std::string{} : found->value;
}

/// The block from before the command that matches the technique and place; otherwise a new one.
std::size_t block_number(
    const std::string& technique,
    const std::vector<WorkFact>& own,
    const Value& file,
    const BlocksBefore& blocks
) {
    std::vector<std::size_t> fitting;
    for (std::size_t i = 0; i < blocks.count; ++i) {
        const auto& block = file.find("block")->as_array()[i];
        const auto fits = [&](const std::string& name) {
            const auto wanted = find_value(own, name);
            return wanted.empty() || block.text_at(name) == wanted;
        };
        const bool is_free =
            std::find(blocks.changed.begin(), blocks.changed.end(), i + 1) == blocks.changed.end();
        if (is_free && block.text_at("technique") == technique && fits("region") && fits("side") &&
            fits("muscle")) {
            fitting.push_back(i + 1);
        }
    }
    if (fitting.size() > 1) {
        refuse_work(
            "the note has " + std::to_string(fitting.size()) + " blocks of " + technique +
                " there: name one of them",
            "add the region and the side, or use --set block." + std::to_string(fitting[0]) +
                ".minutes=15"
        );
    }
    return fitting.empty() ? count_blocks(file) + 1 : fitting.front();
}

/// Adds the technique to those of the note, and to the new block.
void add_technique(
    const std::string& technique,
    const std::string& path,
    const Value& file,
    std::vector<std::string>& sets
) {
    std::vector<std::string> techniques;
    if (const auto* named = file.find("technique"); named != nullptr && named->is_array()) {
        for (const auto& one : named->as_array()) {
            techniques.push_back(one.plain());
        }
    }
    if (std::find(techniques.begin(), techniques.end(), technique) == techniques.end()) {
        techniques.push_back(technique);
        sets.push_back("technique=" + join(techniques, ";"));
    }
    sets.push_back(path + "technique=" + technique);
}

std::string describe_fact(const WorkFact& fact) {
    return find_place(fact.path, {}).text(": ") +
           (fact.value.empty() ? " removed" : " " + fact.value);
}

} // namespace

WorkTarget find_target(
    const std::string& first,
    const Value& file,
    const BlocksBefore& blocks,
    const TemplateBook& book,
    const ShorthandVocabulary& vocabulary
) {
    if (first == "note") {
        return {.named = true};
    }
    if (const auto id = vocabulary.expand_technique(first); book.find_technique(id) != nullptr) {
        auto target = make_block_target(id, book);
        target.named = true;
        return target;
    }
    if (const auto table = vocabulary.find_table(first)) {
        return make_row_target(*table, book);
    }
    const auto technique = only_technique(file, blocks, book);
    return technique.empty() ? WorkTarget{} : make_block_target(technique, book);
}

WorkReading resolve_facts(
    const WorkTarget& target,
    const std::vector<WorkFact>& own,
    const std::vector<WorkFact>& of_note,
    const Value& file,
    const BlocksBefore& blocks
) {
    WorkReading result;
    std::vector<std::string> parts;
    if (!own.empty()) {
        const bool is_block = target.kind == WorkTarget::Kind::block;
        const auto number = is_block ? block_number(target.technique, own, file, blocks)
                                     : count_rows(file, target.table) + 1;
        const auto place = is_block ? "block" : target.table;
        const auto path = place + "." + std::to_string(number) + ".";
        std::vector<std::string> facts;
        if (is_block) {
            result.block = number;
            facts.push_back("technique " + target.technique);
            if (number > blocks.count) {
                add_technique(target.technique, path, file, result.sets);
            }
        }
        for (const auto& fact : own) {
            result.sets.push_back(path + fact.path + "=" + fact.value);
            facts.push_back(describe_fact(fact));
        }
        parts.push_back(
            place.substr(place.rfind('.') + 1) + " " + std::to_string(number) + ": " +
            join(facts, ", ")
        );
    }
    for (const auto& fact : of_note) {
        result.sets.push_back(fact.path + "=" + fact.value);
        parts.push_back(describe_fact(fact));
    }
    result.long_form = join(parts, "; ");
    return result;
}

std::size_t count_blocks(const Value& file) {
    return count_rows(file, "block");
}

} // namespace praxis::soap
