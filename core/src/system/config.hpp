// SPDX-License-Identifier: MIT
/// Settings: PRAXIS_* in the environment, then --config, then the configuration files of the XDG
/// base directories, then the caller's default. Runs with none of them.
#pragma once
#include "system/environment.hpp"

#include <praxis/value.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace praxis {

class Config {
  public:
    /// errors  Refused: `file` (of --config) does not exist; a file that is no TOML
    static Config load(const Environment& environment, const std::optional<std::string>& file);

    /// The value at a dotted path: "letter.paper" looks at PRAXIS_LETTER_PAPER first.
    [[nodiscard]] std::optional<std::string> find(std::string_view path) const;

    /// Every setting of the files and where it comes from, for `config list --show-origin`.
    struct Origin {
        std::string path;
        std::string value;
        std::string origin;
    };

    [[nodiscard]] std::vector<Origin> all() const;

  private:
    struct Source {
        std::string name;
        Value values;
    };

    std::vector<Source> sources_; // the first one that has a value wins
    std::function<std::optional<std::string>(const std::string&)> variable_;
};

/// $NAME when it is an absolute path, otherwise HOME and `fallback` ("/.config"). The XDG
/// specification says that empty and relative values are to be ignored.
/// errors  Refused when HOME is needed and not set
std::string
xdg_folder(const Environment& environment, const std::string& name, const std::string& fallback);

} // namespace praxis
