// SPDX-License-Identifier: MIT
#include "write/completions.hpp"

#include "template/template.hpp"
#include "write/shorthand/target.hpp"

#include <praxis/body.hpp>
#include <praxis/text.hpp>

#include <algorithm>

namespace praxis::soap {

namespace {

using Candidates = std::vector<std::string>;

TemplateBook book_of(const Completing& half) {
    return TemplateBook::from_files(
        half.contributed_files("note-part/1"), half.contributed_files("technique/1")
    );
}

Candidates values_of(const Field& field) {
    switch (field.type) {
    case FieldType::yes_no:
        return {"yes", "no"};
    case FieldType::region:
    case FieldType::regions:
        return all_regions();
    case FieldType::side:
        return all_sides();
    default:
        return field.choices;
    }
}

/// Adds "subjective.pain_now=" for each field, and one entry for each of its choices.
void add_paths(
    Candidates& candidates, const std::string& before, const std::vector<Field>& fields
) {
    for (const auto& field : fields) {
        const auto path = before + field.name;
        if (field.type == FieldType::table) {
            add_paths(candidates, path + (field.repeatable ? ".1." : "."), field.columns);
            continue;
        }
        candidates.push_back(path + "=");
        for (const auto& value : values_of(field)) {
            candidates.push_back(path + "=" + value);
        }
    }
}

/// The fields of a block with the techniques that the command names.
std::vector<Field> block_fields(const Completing& half, const TemplateBook& book) {
    auto fields = book.block().fields;
    for (std::size_t i = 1; i < half.before.size(); ++i) {
        const auto& option = half.before[i - 1];
        const auto* technique = book.find_technique(half.before[i]);
        if (technique != nullptr && (option == "-t" || option == "--technique")) {
            fields.insert(fields.end(), technique->fields.begin(), technique->fields.end());
        }
    }
    return fields;
}

/// The tokens that can follow in a line about the target.
Candidates next_tokens(
    const WorkTarget& target, const TemplateBook& book, const ShorthandVocabulary& vocabulary
) {
    Candidates next;
    for (const auto& field : target.fields) {
        if (field.type == FieldType::yes_no) {
            next.push_back(field.name);
        } else if (field.type == FieldType::choice || field.type == FieldType::list) {
            next.insert(next.end(), field.choices.begin(), field.choices.end());
        }
        if (field.type != FieldType::table) {
            next.push_back(field.name + "=");
        }
    }
    for (const auto& part : book.parts()) {
        for (const auto& field : part.fields) {
            if (field.type != FieldType::table) {
                next.push_back(field.name + "=");
            }
        }
    }
    const auto short_words = vocabulary.all_words();
    next.insert(next.end(), short_words.begin(), short_words.end());
    return next;
}

/// Places that begin with the typed text. A side that was typed before the place is kept.
Candidates places_for(const std::string& typed, const ShorthandVocabulary& vocabulary) {
    const auto dash = typed.find('-');
    const bool has_side = dash != std::string::npos && vocabulary.find_side(typed.substr(0, dash));
    const auto side = has_side ? typed.substr(0, dash + 1) : "";
    const auto begun = typed.substr(side.size());
    Candidates places;
    for (const auto& place : vocabulary.places()) {
        if (place.starts_with(fold(begun))) {
            places.push_back(side + begun + place.substr(begun.size()));
        }
    }
    return places;
}

} // namespace

Candidates complete_technique(const Completing& half) {
    return book_of(half).technique_ids();
}

Candidates complete_set(const Completing& half) {
    const auto book = book_of(half);
    Candidates words;
    add_paths(words, "", book.session().fields);
    add_paths(words, "block.", block_fields(half, book));
    for (const auto& part : book.parts()) {
        add_paths(words, part.id + ".", part.fields);
    }
    return words;
}

Candidates complete_work(const Completing& half) {
    const auto book = book_of(half);
    const auto vocabulary = ShorthandVocabulary::from_files(
        half.contributed_files("shorthand/1"), half.contributed_files("muscles/1")
    );
    const auto space = half.typed.rfind(' ');
    const auto before = space == std::string::npos ? "" : half.typed.substr(0, space + 1);
    Candidates next;
    if (before.empty()) {
        next = vocabulary.line_starts();
        const auto ids = complete_technique(half);
        next.insert(next.end(), ids.begin(), ids.end());
    } else {
        const auto first = before.substr(0, before.find(' '));
        const auto target = find_target({first}, Value{}, {}, book, vocabulary);
        next = next_tokens(target, book, vocabulary);
        if (!target.fields.empty()) {
            const auto places = places_for(half.typed.substr(before.size()), vocabulary);
            next.insert(next.end(), places.begin(), places.end());
        }
    }
    for (auto& word : next) {
        word.insert(0, before);
    }
    return next;
}

} // namespace praxis::soap
