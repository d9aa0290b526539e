// SPDX-License-Identifier: MIT
/// A note as validation reads it on an invented day.
#pragma once
#include "template/template.hpp"
#include "template_book.hpp"

#include <praxis/text.hpp>

#include <string>
#include <vector>

namespace praxis::soap::testing {

using Weight = Problem::Weight;

struct Checked {
    Value body;
    std::vector<Problem> problems;

    /// "place: message (hint)" of all problems of a weight
    [[nodiscard]] std::string messages(Weight weight) const {
        std::vector<Problem> chosen;
        for (const auto& problem : problems) {
            if (problem.weight == weight) {
                chosen.push_back(problem);
            }
        }
        return describe(chosen, "");
    }

    [[nodiscard]] std::string errors() const { return messages(Weight::error); }

    [[nodiscard]] std::string warnings() const { return messages(Weight::warning); }

    [[nodiscard]] std::string missing() const {
        std::vector<std::string> paths;
        for (const auto& problem : problems) {
            if (problem.weight == Weight::missing) {
                paths.push_back(problem.path);
            }
        }
        return join(paths, " ");
    }
};

inline const CivilTime now{*Date::from_iso("2026-11-20"), Minutes{9 * 60}};

inline Checked check_value(const Value& file, DateOrder order = DateOrder::ask) {
    Checked checked;
    checked.body = validate_note(file, our_book(), now, order, checked.problems);
    return checked;
}

inline Checked check(const std::string& toml) {
    return check_value(parse_toml(toml, "note.toml"));
}

/// A note with one block of that technique.
inline Checked check_block(const std::string& technique, const std::string& fields) {
    return check(
        "technique = [\"" + technique + "\"]\n[[block]]\ntechnique = \"" + technique + "\"\n" +
        fields
    );
}

inline Value first_block(const Checked& checked) {
    return checked.body.find("block")->as_array().front();
}

} // namespace praxis::soap::testing
