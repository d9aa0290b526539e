// SPDX-License-Identifier: MIT
#include "session/country.hpp"

#include <praxis/session.hpp>
#include <praxis/text.hpp>
#include <praxis/value.hpp>

#include <algorithm>
#include <string>
#include <vector>

namespace praxis {
namespace {

std::string country_of(std::string_view jurisdiction) {
    return fold(trim(jurisdiction.substr(0, jurisdiction.find('-'))));
}

bool is_named(const std::vector<std::string>& countries, const std::string& country) {
    return std::any_of(countries.begin(), countries.end(), [&](const std::string& code) {
        return fold(code) == country;
    });
}

} // namespace

CountryForm find_country_form(std::string_view jurisdiction) {
    static const auto countries = parse_toml(std::string{countries_text()}, "countries.toml");
    const auto country = country_of(jurisdiction);
    CountryForm form;
    if (is_named(countries.texts_at("letter_paper"), country)) {
        form.paper = Paper::letter;
    }
    if (is_named(countries.texts_at("month_first"), country)) {
        form.date = DateForm::month_day_year;
    }
    return form;
}

DateForm date_form(Session& session) {
    return find_country_form(session.practice().jurisdiction).date;
}

} // namespace praxis
