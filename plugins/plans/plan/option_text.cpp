// SPDX-License-Identifier: MIT
#include "plan/option_text.hpp"

#include <praxis/error.hpp>
#include <praxis/period.hpp>
#include <praxis/text.hpp>

#include <charconv>
#include <cmath>

namespace praxis::plans {

namespace {

/// An empty text removes the value.
template <class Field, class Read>
void set_value(std::optional<Field>& field, const OptionText& given, Read read) {
    if (given) {
        const auto text = text_or_nothing(*given);
        field = text ? std::optional<Field>{read(*text)} : std::nullopt;
    }
}

} // namespace

std::optional<std::string> text_or_nothing(std::string_view text) {
    auto trimmed = trim(text);
    return trimmed.empty() ? std::nullopt : std::optional{std::move(trimmed)};
}

void set_text(std::optional<std::string>& field, const OptionText& given) {
    if (given) {
        field = text_or_nothing(*given);
    }
}

void set_day(
    Session& session, std::optional<Date>& field, const OptionText& given, const std::string& option
) {
    set_value(field, given, [&](const std::string& text) {
        const auto period = read_period(session, option, text, Sense::future);
        if (period.first != period.last) {
            throw UsageError(option + " takes one day, such as 2027-01-31 or \"in 4 weeks\"");
        }
        return period.first;
    });
}

void set_number(std::optional<double>& field, const OptionText& given, const std::string& option) {
    set_value(field, given, [&option](const std::string& text) {
        double number = 0;
        const auto* end = text.data() + text.size();
        const auto read = std::from_chars(text.data(), end, number);
        if (read.ec != std::errc{} || read.ptr != end || !std::isfinite(number)) {
            throw UsageError(option + " takes a number, such as 35 or 2.5");
        }
        return number;
    });
}

void check_is_ahead(Session& session, const std::optional<Date>& day, const std::string& option) {
    if (day && *day < session.today()) {
        throw Refused(option + " " + day->iso() + " is in the past", "give a later day");
    }
}

} // namespace praxis::plans
