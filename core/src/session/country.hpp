// SPDX-License-Identifier: MIT
/// How the country of a practice writes documents: schemas/core/countries.toml.
#pragma once
#include <praxis/document_dates.hpp>
#include <praxis/renderer.hpp>

#include <string_view>

namespace praxis {

struct CountryForm {
    Paper paper = Paper::a4;
    DateForm date = DateForm::day_month_year;
};

/// jurisdiction  "US-MI"; its first part is the country. Empty or free text: the usual form.
CountryForm find_country_form(std::string_view jurisdiction);

/// The text of countries.toml, which the build embeds.
std::string_view countries_text();

} // namespace praxis
