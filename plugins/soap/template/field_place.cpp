// SPDX-License-Identifier: MIT
#include "template/field_place.hpp"

#include "template/template.hpp"

#include <praxis/text.hpp>

#include <algorithm>
#include <charconv>
#include <utility>

namespace praxis::soap {

namespace {

/// "skin_after" and "deep-tissue" as words.
std::string spell_words(std::string_view name) {
    std::string words{name};
    std::replace(words.begin(), words.end(), '_', ' ');
    std::replace(words.begin(), words.end(), '-', ' ');
    return words;
}

/// " (deep tissue)"; empty when the block names no technique.
std::string technique_of_block(const Value& note, std::size_t number) {
    const auto* block = note.find("block");
    if (block != nullptr && block->is_array()) {
        const auto& blocks = block->as_array();
        block = number >= 1 && number <= blocks.size() ? &blocks[number - 1] : nullptr;
    }
    const auto technique = block == nullptr ? std::string{} : block->text_at("technique");
    return technique.empty() ? "" : " (" + spell_words(technique) + ")";
}

/// "block[1]" as "block 1 (deep tissue)", "finding[2]" as "finding 2", "pain_now" as "pain now".
std::string name_step(std::string_view step, const Value& note) {
    const auto bracket = step.find('[');
    const auto name = step.substr(0, bracket);
    if (bracket == std::string_view::npos) {
        return spell_words(name);
    }
    std::size_t number = 0;
    std::from_chars(step.data() + bracket + 1, step.data() + step.size(), number);
    return spell_words(name) + " " + std::to_string(number) +
           (name == "block" ? technique_of_block(note, number) : "");
}

} // namespace

std::string FieldPlace::text(std::string_view between) const {
    return group + (group.empty() || field.empty() ? "" : std::string{between}) + field;
}

FieldPlace find_place(std::string_view path, const Value& note) {
    std::vector<std::string> names;
    for (const auto& step : split(path, '.')) {
        names.push_back(name_step(step, note));
    }
    if (names.empty()) {
        return {};
    }
    const bool is_row = names.size() == 1 && path.find('[') != std::string_view::npos;
    FieldPlace place;
    if (!is_row) {
        place.field = std::move(names.back());
        names.pop_back();
    }
    place.group = join(names, ", ");
    return place;
}

} // namespace praxis::soap
