// SPDX-License-Identifier: MIT
/// How praxis writes letters to one profession: data, in schemas/referrals/profiles/.
#pragma once
#include <praxis/session.hpp>
#include <praxis/value.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace praxis::referrals {

/// A code and the name that its code system gives it.
struct Code {
    std::string code;
    std::string display;
};

/// An urgency or a type of referral.
struct Choice {
    std::string label;            // as the letter prints it
    int reply_days = 0;           // of an urgency: days until the reply is due
    std::optional<Code> category; // of a type: SNOMED CT
};

/// Parts of the letter that share a heading.
struct PartGroup {
    std::string title; // empty: use the title of its only part
    std::vector<std::string> parts;
};

class Profile {
  public:
    /// A value comes from `own`, and from `fallback` where `own` has none.
    Profile(Value own, Value fallback);

    /// The parts between the question and the request for a reply, in their order.
    [[nodiscard]] std::vector<PartGroup> groups() const;

    /// The heading of a part; its name when no profile has a heading.
    [[nodiscard]] std::string title(std::string_view part) const;

    /// The LOINC code of a part; empty when there is none.
    [[nodiscard]] std::string loinc(std::string_view part) const;

    [[nodiscard]] std::string closing() const;
    [[nodiscard]] std::vector<std::string> reply_slip() const;

    [[nodiscard]] Choice urgency(std::string_view id) const;
    [[nodiscard]] Choice type(std::string_view id) const;

    /// SNOMED CT code of the referral and NUCC code of the profession, where the profile has one.
    [[nodiscard]] std::optional<Code> service() const;
    [[nodiscard]] std::optional<Code> specialty() const;

  private:
    [[nodiscard]] const Value* find(std::string_view table, std::string_view key) const;
    [[nodiscard]] const Value* find(std::string_view key) const;
    [[nodiscard]] std::string part_text(std::string_view part, std::string_view key) const;

    Value own_;
    Value fallback_;
};

/// The profile of a profession, with "default" as the fallback.
/// errors  PluginError when "default" is missing; Refused for a file that is not TOML
Profile load_profile(Session& session, std::string_view profession);

} // namespace praxis::referrals
