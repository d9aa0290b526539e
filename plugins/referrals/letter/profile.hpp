// SPDX-License-Identifier: MIT
/// How praxis writes letters to one profession: data, in schemas/referrals/profiles/.
#pragma once
#include "letter/language.hpp"
#include "referral.hpp"

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
    std::string request;          // of a type: what the reply should tell, besides the answer
    std::optional<Code> category; // of a type: SNOMED CT
};

/// A line of the client's report: what it shows, and its label.
struct ReportLine {
    std::string name;
    std::string label;
};

/// Parts of the letter that share a heading.
struct PartGroup {
    std::string title; // empty: use the title of its only part
    std::vector<std::string> parts;
};

class Profile {
  public:
    /// A value comes from the first of the files that has it. Its words are in that language.
    explicit Profile(std::vector<Value> files, Language language = Language{DateForm::iso});

    [[nodiscard]] const Language& language() const { return language_; }

    /// The parts between the question and the request for a reply, in their order.
    [[nodiscard]] std::vector<PartGroup> groups() const;

    /// The heading of a part; its name when no profile has a heading.
    [[nodiscard]] std::string title(std::string_view part) const;

    /// The LOINC code of a part; empty when there is none.
    [[nodiscard]] std::string loinc(std::string_view part) const;

    /// The lines of the client's report, in their order.
    [[nodiscard]] std::vector<ReportLine> report_lines() const;

    /// The kinds of findings, in their order: "rom", "finding", "test".
    [[nodiscard]] std::vector<std::string> findings() const;

    /// Sentences around the facts: {client} is the client's name, {sessions} "I have treated ...".
    [[nodiscard]] std::string opening() const;
    [[nodiscard]] std::string closing() const;

    /// What the slip for the reply asks; empty: the letter has no slip.
    [[nodiscard]] std::vector<std::string> reply_slip() const;

    /// Questions of a type of referral, for a person to complete.
    [[nodiscard]] std::vector<std::string> questions(std::string_view type) const;

    /// A one-page letter has no course and no chart of it.
    [[nodiscard]] bool is_brief() const;

    [[nodiscard]] Choice urgency(std::string_view id) const;
    [[nodiscard]] Choice type(std::string_view id) const;

    /// SNOMED CT code of the referral and NUCC code of the profession, where the profile has one.
    [[nodiscard]] std::optional<Code> service() const;
    [[nodiscard]] std::optional<Code> specialty() const;

  private:
    [[nodiscard]] const Value* find(std::string_view table, std::string_view key) const;
    [[nodiscard]] const Value* find(std::string_view key) const;
    [[nodiscard]] std::string text(std::string_view key) const;
    [[nodiscard]] std::vector<std::string> texts(std::string_view key) const;
    [[nodiscard]] std::string part_text(std::string_view part, std::string_view key) const;
    [[nodiscard]] Choice choice(const Value* table, std::string_view id) const;

    std::vector<Value> files_;
    Language language_;
};

/// errors  UsageError when no profile has that name, or when it belongs to a profession or to
///         reports
void check_form(Session& session, const std::string& name);

/// The profile that comes before the profession's: the one that the referral names, and that of
/// reports for an incoming one.
std::string form_of(const Referral& referral);

/// The profile of these files: a value comes from the first that has it.
/// errors  PluginError with file and line: an unknown key, a part that no file has, a value of
///         another kind
Profile read_profile(
    const std::vector<ContributedFile>& files, Language language = Language{DateForm::iso}
);

/// The profile of a profession, with "default" as the fallback.
/// form      a profile that comes before the profession's, such as "one-page"; empty: none
/// language  code of a language of letters
/// errors    PluginError when "default" is missing; as read_profile() and load_language()
Profile load_profile(
    Session& session,
    std::string_view profession,
    std::string_view form = {},
    std::string_view language = "en"
);

/// The language of the referral's letter: the one that it names, otherwise the receiver's first one
/// in which praxis writes letters, otherwise English.
std::string language_of(Session& session, const Referral& referral);

} // namespace praxis::referrals
