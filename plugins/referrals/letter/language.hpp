// SPDX-License-Identifier: MIT
/// The language of a letter: its headings, sentences, dates and names of places. What people wrote
/// stays as they wrote it. English is in the code and in the profiles; every other language is a
/// data file of the point letter-language/1, in schemas/referrals/languages. What a file lacks is
/// English.
#pragma once
#include <praxis/date.hpp>
#include <praxis/document.hpp>
#include <praxis/session.hpp>
#include <praxis/value.hpp>

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace praxis::referrals {

class Language {
  public:
    /// What stands for "{name}" in a text.
    using Values = std::initializer_list<std::pair<std::string_view, std::string>>;

    /// English, with dates as that country writes them.
    explicit Language(DateForm dates) : dates_(dates) {}

    /// errors  PluginError with file and line
    explicit Language(const ContributedFile& file);

    /// BCP 47: "de".
    [[nodiscard]] const std::string& code() const { return code_; }

    /// The text in this language, with the values in their places.
    [[nodiscard]] std::string say(std::string_view english, Values values = {}) const;

    /// "lower back, both sides".
    [[nodiscard]] std::string place(std::string_view region, std::string_view side) const;

    [[nodiscard]] std::string side(std::string_view id) const;
    [[nodiscard]] std::string technique(std::string_view id) const;
    [[nodiscard]] std::string profession(std::string_view id) const;

    [[nodiscard]] std::string date(Date date) const;
    [[nodiscard]] std::string short_date(Date date) const; // for tables
    [[nodiscard]] std::string month(Date date) const;      // "March 2026"

    /// The form of dates on the axis of a chart, which has no words.
    [[nodiscard]] DateForm axis_dates() const { return is_english() ? dates_ : DateForm::iso; }

    /// A copy with each ISO date in this language.
    [[nodiscard]] Document with_dates(Document document) const;

  private:
    [[nodiscard]] bool is_english() const { return code_ == "en"; }

    [[nodiscard]] std::string name_in(std::string_view table, std::string_view id) const;
    [[nodiscard]] std::string
    write(std::string_view pattern, Date date, const std::string& otherwise) const;

    std::string code_ = "en";
    DateForm dates_ = DateForm::iso;
    Value words_; // the file
};

/// The codes of all languages in which praxis writes letters, English first.
std::vector<std::string> letter_languages(Session& session);

/// errors  UsageError: no file has that language
Language load_language(Session& session, std::string_view code);

} // namespace praxis::referrals
