// SPDX-License-Identifier: MIT
/// The table of settings: every setting with its type, default and meaning. `config list --all`
/// prints it; every value, from a file or from the environment, is checked against it.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace praxis {

struct Setting {
    enum class Type {
        text,
        choice, // one of `choices`
        number, // a whole number in `range`
        folder, // an absolute path
    };

    std::string name; // dotted path: "dates.order"; a last part "*" stands for any one name
    Type type = Type::text;
    std::vector<std::string> choices;
    std::optional<std::pair<std::int64_t, std::int64_t>> range; // first and last allowed number
    std::string default_value;                                  // empty: none
    std::string meaning;
};

/// The settings of the core. Plugins declare theirs in plugin.toml.
const std::vector<Setting>& core_settings();

/// The setting of that name; nullptr when there is none.
const Setting* find_setting(const std::vector<Setting>& settings, std::string_view name);

/// "ask, day-first or month-first", "a whole number from 1 to 3650": what a value may be.
std::string describe_type(const Setting& setting);

/// Whether the value is of the setting's type.
bool is_valid(const Setting& setting, const std::string& value);

} // namespace praxis
