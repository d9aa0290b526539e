// SPDX-License-Identifier: MIT
#include "letter/language.hpp"

#include "fields.hpp"

#include <praxis/body.hpp>
#include <praxis/document_dates.hpp>
#include <praxis/error.hpp>
#include <praxis/file_table.hpp>
#include <praxis/text.hpp>

#include <array>

namespace praxis::referrals {
namespace {

constexpr std::string_view point = "letter-language/1";
constexpr std::size_t months_of_a_year = 12;

std::string replace_all(std::string text, const std::string& key, const std::string& value) {
    for (auto at = text.find(key); at != std::string::npos;
         at = text.find(key, at + value.size())) {
        text.replace(at, key.size(), value);
    }
    return text;
}

std::string two_digits(unsigned number) {
    return (number < 10 ? "0" : "") + std::to_string(number);
}

std::string code_in(const ContributedFile& file) {
    return parse_file(file).text_at("language");
}

} // namespace

Language::Language(const ContributedFile& file) : words_(parse_file(file)) {
    const FileTable table{file, words_};
    table.allow(
        {"language", "months", "long", "short", "text", "region", "side", "technique", "profession"}
    );
    code_ = table.text("language");
    static_cast<void>(table.text("long"));
    static_cast<void>(table.text("short"));
    if (table.texts("months").size() != months_of_a_year) {
        table.refuse("months", "a year has 12 months");
    }
}

std::string Language::name_in(std::string_view table, std::string_view id) const {
    const auto* const names = words_.find(table);
    return names == nullptr ? std::string{} : names->text_at(id);
}

std::string Language::say(std::string_view english, Values values) const {
    auto text = name_in("text", english);
    if (text.empty()) {
        text = english;
    }
    for (const auto& [name, value] : values) {
        text = replace_all(std::move(text), "{" + std::string{name} + "}", value);
    }
    return text;
}

std::string Language::side(std::string_view id) const {
    const auto name = name_in("side", id);
    return !name.empty() ? name : id == "both" ? "both sides" : std::string{id};
}

std::string Language::place(std::string_view region, std::string_view side_id) const {
    const auto name = name_in("region", region);
    if (name.empty()) {
        return region_with_side(region, side_id);
    }
    return side_id.empty() || side_id == "midline" ? name : name + " " + side(side_id);
}

std::string Language::technique(std::string_view id) const {
    const auto name = name_in("technique", id);
    return name.empty() ? display_name(id) : name;
}

std::string Language::profession(std::string_view id) const {
    const auto name = name_in("profession", id);
    return name.empty() ? display_name(id) : name;
}

std::string
Language::write(std::string_view pattern, Date date, const std::string& otherwise) const {
    if (is_english()) {
        return otherwise;
    }
    const auto civil = date.day();
    const auto month = static_cast<unsigned>(civil.month());
    auto text = words_.text_at(pattern);
    text = replace_all(std::move(text), "{month}", words_.texts_at("months")[month - 1]);
    text = replace_all(std::move(text), "{mm}", two_digits(month));
    text = replace_all(std::move(text), "{dd}", two_digits(static_cast<unsigned>(civil.day())));
    text =
        replace_all(std::move(text), "{day}", std::to_string(static_cast<unsigned>(civil.day())));
    return replace_all(std::move(text), "{year}", std::to_string(static_cast<int>(civil.year())));
}

std::string Language::date(Date date) const {
    return write("long", date, write_date(date, dates_));
}

std::string Language::short_date(Date date) const {
    return write("short", date, write_short_date(date, dates_));
}

std::string Language::month(Date date) const {
    if (is_english()) {
        constexpr std::size_t behind_day = 2; // "1 March 2026"
        return write_date(date, DateForm::day_month_year).substr(behind_day);
    }
    const auto civil = date.day();
    return words_.texts_at("months")[static_cast<unsigned>(civil.month()) - 1] + " " +
           std::to_string(static_cast<int>(civil.year()));
}

Document Language::with_dates(Document document) const {
    return write_dates(std::move(document), [this](Date day) { return date(day); });
}

std::vector<std::string> letter_languages(Session& session) {
    std::vector<std::string> codes{"en"};
    for (const auto& file : session.contributed_files(point)) {
        codes.push_back(code_in(file));
    }
    return codes;
}

Language load_language(Session& session, std::string_view code) {
    if (code == "en") {
        return Language{date_form(session)};
    }
    for (const auto& file : session.contributed_files(point)) {
        if (code_in(file) == code) {
            return Language{file};
        }
    }
    throw UsageError(
        "praxis has no letters in the language '" + visible(code) + "'",
        "choose from: --language " + join(letter_languages(session), ", ") +
            "; another one is a file of words: praxis help referrals"
    );
}

} // namespace praxis::referrals
