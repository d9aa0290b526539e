// SPDX-License-Identifier: MIT
/// What people call a profession: "chiro", "GP", "PT". The names are data files of the point
/// profession-names/1 (schemas/README.md).
#pragma once
#include <praxis/session.hpp>

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace praxis::referrals {

/// The id of a profession by each of its names.
class ProfessionNames {
  public:
    /// errors  PluginError: a file names an unknown profession, or a name means two of them
    explicit ProfessionNames(Session& session);

    /// The id for "General Practitioner", "general-practitioner", "GP" or "G.P.".
    [[nodiscard]] std::optional<std::string> find(std::string_view text) const;

    /// errors  UsageError: naming the option that gave the text
    [[nodiscard]] std::string get(std::string_view text, const std::string& option) const;

  private:
    std::map<std::string, std::string> ids_; // by the folded name
};

} // namespace praxis::referrals
