// SPDX-License-Identifier: MIT
#include "rules/session_facts.hpp"

#include "check/terms.hpp"
#include "note/note_body.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace praxis::soap::suggest {

namespace {

/// Adds the texts of a table, or of each table of a list.
void add_texts(
    std::vector<std::string>& texts, const Value* value, const std::vector<std::string>& keys
) {
    if (value == nullptr) {
        return;
    }
    for (const auto& table : value->is_array() ? value->as_array() : Value::Array{*value}) {
        for (const auto& key : keys) {
            if (auto text = table.text_at(key); !text.empty()) {
                texts.push_back(std::move(text));
            }
        }
    }
}

/// The adverse reaction; empty for "none". "None, apart from a bruise" is one.
std::string adverse_of(const Note& note) {
    const auto* const adverse = NoteBody{note.body}.assessment("adverse");
    auto text = adverse != nullptr && adverse->is_text() ? adverse->as_text() : std::string{};
    const auto words = fold_words(text);
    const bool none =
        words.empty() || (words.size() == 1 && (words.front() == "none" || words.front() == "no" ||
                                                words.front() == "nothing"));
    return none ? std::string{} : text;
}

/// The pain of the only block with that technique, if it records pain; otherwise of the session.
std::string pain_of(const Note& note, const std::string& technique) {
    const auto blocks = NoteBody{note.body}.blocks();
    const auto is_of = [&technique](const NoteBlock& block) {
        return block.technique() == technique;
    };
    const auto block = std::find_if(blocks.begin(), blocks.end(), is_of);
    if (std::count_if(blocks.begin(), blocks.end(), is_of) == 1) {
        const auto* const before = block->field("pain_before");
        const auto* const after = block->field("pain_after");
        if (before != nullptr && before->is_integer() && after != nullptr && after->is_integer()) {
            return pain_text(
                static_cast<int>(before->as_integer()), static_cast<int>(after->as_integer())
            );
        }
    }
    return pain_text(note.pain_before, note.pain_after);
}

} // namespace

std::vector<std::string> findings_of(const Note& note) {
    std::vector<std::string> texts;
    const NoteBody body{note.body};
    add_texts(texts, body.part("subjective"), {"complaint", "radiation"});
    add_texts(texts, body.objective("finding"), {"texture", "text"});
    for (const auto& block : body.blocks()) {
        add_texts(texts, &block.table(), {"text"});
    }
    return texts;
}

Tried tried_in(const Note& note, const std::string& technique, bool in_question) {
    Tried tried{
        .technique = technique,
        .note = note.id,
        .on = note.began.civil().date,
        .pain = pain_of(note, technique),
        .adverse = adverse_of(note),
        .amended = !note.amendments.empty(),
        .in_question = in_question};
    std::copy_if(
        note.techniques.begin(),
        note.techniques.end(),
        std::back_inserter(tried.with),
        [&technique](const std::string& other) { return other != technique; }
    );
    return tried;
}

} // namespace praxis::soap::suggest
