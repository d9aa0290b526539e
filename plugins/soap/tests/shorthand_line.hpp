// SPDX-License-Identifier: MIT
/// What praxis reads in one line of --work.
#pragma once
#include "note_practice.hpp"
#include "write/field_assignments.hpp"
#include "write/shorthand/line.hpp"

#include <praxis/body.hpp>
#include <praxis/error.hpp>
#include <praxis/text.hpp>

#include <string>
#include <utility>
#include <vector>

namespace praxis::soap::testing {

inline std::vector<ContributedFile> our_files(const std::string& folder) {
    const auto path = here() + "../../../schemas/soap/" + folder + "/" + folder + ".toml";
    return {{"soap", folder, path, read_file(path)}};
}

inline const ShorthandVocabulary& our_words() {
    static const auto words =
        ShorthandVocabulary::from_files(our_files("shorthand"), our_files("muscles"));
    return words;
}

/// The assignments of a line in an empty note.
inline std::string sets_of(const std::string& line, const Value& file = Value::Object{}) {
    return join(
        read_work(line, file, {.count = count_blocks(file)}, our_book(), our_words()).sets, " | "
    );
}

inline std::string refusal_of(const std::string& line, const Value& file = Value::Object{}) {
    try {
        sets_of(line, file);
    } catch (const UsageError& error) {
        return std::string{error.what()} + " (" + error.hint() + ")";
    }
    return "taken";
}

inline Value with_blocks(const std::vector<std::pair<std::string, std::string>>& blocks) {
    Value file = Value::Object{{"technique", Value::Array{"deep-tissue"}}};
    for (const auto& [technique, region] : blocks) {
        file["block"].push_back(Value::Object{{"technique", technique}, {"region", region}});
    }
    return file;
}

inline bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

} // namespace praxis::soap::testing
