// SPDX-License-Identifier: MIT
/// How letters to one profession are written: data, in schemas/referrals/profiles/.
#pragma once
#include <praxis/session.hpp>
#include <praxis/value.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace praxis::referrals {

/// A code with its system's name for it.
struct Code {
    std::string code;
    std::string display;
};

/// How urgent a referral is, or what is asked for.
struct Choice {
    std::string words;            // as the letter says it
    int reply_days = 0;           // of an urgency: a reply is asked for within so many days
    std::optional<Code> category; // of a type: SNOMED CT
};

/// Parts of the letter that share a heading.
struct PartGroup {
    std::string title; // empty: the title of its only part
    std::vector<std::string> parts;
};

class Profile {
  public:
    /// `own` counts, and where it says nothing, `fallback`.
    Profile(Value own, Value fallback);

    /// The parts between the question and the request for a reply, in their order.
    [[nodiscard]] std::vector<PartGroup> groups() const;

    /// The heading of a part; its name when no profile knows it.
    [[nodiscard]] std::string title(std::string_view part) const;

    /// The LOINC code of a part; empty when there is none.
    [[nodiscard]] std::string loinc(std::string_view part) const;

    [[nodiscard]] std::string closing() const;
    [[nodiscard]] std::vector<std::string> reply_slip() const;

    [[nodiscard]] Choice urgency(std::string_view id) const;
    [[nodiscard]] Choice type(std::string_view id) const;

    /// SNOMED CT code of the referral, and NUCC code of the profession, where a source has one.
    [[nodiscard]] std::optional<Code> service() const;
    [[nodiscard]] std::optional<Code> specialty() const;

  private:
    [[nodiscard]] const Value* find(std::string_view table, std::string_view key) const;
    [[nodiscard]] const Value* find(std::string_view key) const;
    [[nodiscard]] std::string part_text(std::string_view part, std::string_view key) const;

    Value own_;
    Value fallback_;
};

/// The profile of a profession, which rests on the one named "default".
/// errors  PluginError when "default" is missing; Refused for a file that is no TOML
Profile load_profile(Session& session, std::string_view profession);

} // namespace praxis::referrals
