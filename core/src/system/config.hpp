// SPDX-License-Identifier: MIT
/// Values of settings: PRAXIS_* in the environment, then --config, then the configuration files of
/// the XDG base directories. Runs with none of them.
/// source  XDG Base Directory Specification 0.8
#pragma once
#include "system/environment.hpp"
#include "system/settings.hpp"

#include <praxis/value.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace praxis {

class Config {
  public:
    /// A file that is missing although --config names it, or that is not TOML, becomes a problem.
    static Config load(const Environment& environment, const std::optional<std::string>& file);

    /// The value of a setting: "letter.paper" looks at PRAXIS_LETTER_PAPER first.
    [[nodiscard]] std::optional<std::string> find(std::string_view name) const;

    struct Entry {
        std::string name;
        std::string value;
        std::string origin; // the file, or "PRAXIS_DATES_ORDER"
        int line = 0;       // in the file; 0 in the environment
    };

    /// Where the value of a setting comes from; nothing when it is not configured.
    [[nodiscard]] std::optional<Entry> find_entry(std::string_view name) const;

    /// Every setting of the files that counts, in the files' order.
    [[nodiscard]] std::vector<Entry> entries() const;

    /// What is wrong with the configuration, with file and line: a file that cannot be read, a
    /// setting that does not exist, a value of the wrong type.
    struct Problem {
        std::string message;
        std::string fix;
    };

    [[nodiscard]] std::vector<Problem> problems(const std::vector<Setting>& settings) const;

  private:
    struct Source {
        std::string path;
        Value values;
    };

    [[nodiscard]] std::vector<Entry> entries_of(const Source& source) const;

    std::vector<Source> sources_; // the first one that has a value wins
    std::vector<Problem> unreadable_;
    std::function<std::optional<std::string>(const std::string&)> variable_;
};

/// The file that `config set` and `config unset` write: that of --config, or the person's own.
/// errors  Refused when HOME is needed and not set
std::string
own_config_file(const Environment& environment, const std::optional<std::string>& given);

/// "dates.order" -> "PRAXIS_DATES_ORDER"
std::string variable_of_setting(std::string_view name);

/// $NAME when it is an absolute path, otherwise HOME and `fallback` ("/.config"). The XDG
/// specification says that empty and relative values are to be ignored.
/// errors  Refused when HOME is needed and not set
std::string
xdg_folder(const Environment& environment, const std::string& name, const std::string& fallback);

} // namespace praxis
