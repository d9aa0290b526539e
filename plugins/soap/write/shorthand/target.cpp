// SPDX-License-Identifier: MIT
#include "write/shorthand/target.hpp"

#include "note/note_copied.hpp"
#include "note/note_templates.hpp"
#include "template/field_place.hpp"
#include "template/field_text.hpp"
#include "write/shorthand/tokens.hpp"

#include <praxis/text.hpp>

#include <algorithm>
#include <optional>

namespace praxis::soap {

namespace {

constexpr std::size_t longest_name = 4; // tokens at the beginning of a line

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
    target.fields = fields_of_block(book.block(), book.get_technique(technique));
    return target;
}

/// errors  UsageError when no part has that table
WorkTarget make_row_target(const std::string& table, const TemplateBook& book) {
    WorkTarget target{.kind = WorkTarget::Kind::row, .table = table};
    for (const auto& part : book.parts()) {
        for (const auto& field : part.fields) {
            if (table == part.id + "." + field.name && field.repeatable) {
                target.fields = field.columns;
                target.is_list_of_places = is_list_of_places(field);
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

/// The first `count` tokens as one name.
std::string first_of(const std::vector<std::string>& tokens, std::size_t count) {
    return join(
        std::vector<std::string>{
            tokens.begin(), tokens.begin() + static_cast<std::ptrdiff_t>(count)},
        " "
    );
}

/// The technique of a word such as "tp", "Deep tissue" or "deep-tissue"; empty when none.
std::string technique_of(
    const std::string& name, const TemplateBook& book, const ShorthandVocabulary& vocabulary
) {
    auto id = vocabulary.expand_technique(name);
    if (book.find_technique(id) == nullptr) {
        id = fold(id);
        std::replace(id.begin(), id.end(), ' ', '-');
    }
    return book.find_technique(id) == nullptr ? std::string{} : id;
}

/// The target that the longest name at the beginning of the line means.
std::optional<WorkTarget> find_named_target(
    const std::vector<std::string>& tokens,
    const TemplateBook& book,
    const ShorthandVocabulary& vocabulary
) {
    for (auto count = std::min(tokens.size(), longest_name); count > 0; --count) {
        const auto name = first_of(tokens, count);
        std::optional<WorkTarget> target;
        if (fold(name) == "note") {
            target = WorkTarget{};
        } else if (const auto id = technique_of(name, book, vocabulary); !id.empty()) {
            target = make_block_target(id, book);
        } else if (const auto table = vocabulary.find_table(name)) {
            target = make_row_target(*table, book);
        }
        if (target) {
            target->named = count;
            return target;
        }
    }
    return std::nullopt;
}

bool begins_with_test(
    const std::vector<std::string>& tokens, const ShorthandVocabulary& vocabulary
) {
    for (auto count = std::min(tokens.size(), longest_name); count > 0; --count) {
        if (vocabulary.find_test(first_of(tokens, count))) {
            return true;
        }
    }
    return false;
}

/// Whether a range is one of motion: above the scale of pain, or with a unit.
bool is_range_of_motion(const std::string& token) {
    const auto both = split_at_arrow(token);
    if (!both) {
        return false;
    }
    const auto& [before, after] = *both;
    const bool is_large = (is_digits(before) && before.size() > 1 && before != "10") ||
                          (is_digits(after) && after.size() > 1 && after != "10");
    return is_large || token.ends_with("°") || token.ends_with("%");
}

/// Whether a line such as "shoulder R abd 90>120" is about a range of motion: a joint at the
/// beginning, a movement, and a range that is no pain.
bool is_motion(const std::vector<std::string>& tokens, const ShorthandVocabulary& vocabulary) {
    const auto has_meaning = [&vocabulary](const std::string& word, std::string_view beginning) {
        const auto meaning = vocabulary.find_whole_field(word);
        return meaning && meaning->starts_with(beginning);
    };
    const std::size_t first = vocabulary.find_side(tokens.front()) ? 1 : 0;
    const std::vector<std::string> rest{
        tokens.begin() + static_cast<std::ptrdiff_t>(first), tokens.end()};
    bool joint = false;
    for (auto count = std::min(rest.size(), longest_name); count > 0 && !joint; --count) {
        joint = vocabulary.find_joint(first_of(rest, count)).has_value();
    }
    bool movement = false;
    bool range = false;
    for (std::size_t at = 0; at < rest.size(); ++at) {
        const auto next = at + 1 < rest.size() ? rest[at] + " " + rest[at + 1] : rest[at];
        movement = movement || has_meaning(rest[at], "movement") || has_meaning(next, "movement");
        range = range || is_range_of_motion(rest[at]) || has_meaning(rest[at], "unit");
    }
    return joint && movement && range;
}

std::string describe_fact(const WorkFact& fact) {
    return find_place(fact.path, {}).text(": ") +
           (fact.value.empty() ? " removed" : " " + fact.value);
}

} // namespace

std::size_t count_rows(const Value& file, const std::string& table) {
    const auto* rows = find_fact(file, table);
    return rows == nullptr || !rows->is_array() ? 0 : rows->as_array().size();
}

WorkTarget find_target(
    const std::vector<std::string>& tokens,
    const Value& file,
    const BlocksBefore& blocks,
    const TemplateBook& book,
    const ShorthandVocabulary& vocabulary
) {
    if (auto named = find_named_target(tokens, book, vocabulary)) {
        return *named;
    }
    if (begins_with_test(tokens, vocabulary)) {
        return make_row_target("objective.test", book);
    }
    if (is_motion(tokens, vocabulary)) {
        return make_row_target("objective.rom", book);
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
