// SPDX-License-Identifier: MIT
#include <praxis/error.hpp>
#include <praxis/period.hpp>
#include <praxis/session.hpp>

namespace praxis {

Period read_period(Session& session, std::string_view option, std::string_view text, Sense sense) {
    try {
        return parse_period(text, session.today(), sense, session.date_order());
    } catch (const UsageError& error) {
        throw UsageError(std::string{option} + ": " + error.what(), error.hint());
    }
}

std::optional<Date>
read_first_day(Session& session, std::string_view option, const std::optional<std::string>& given) {
    return given ? std::optional{read_period(session, option, *given).first} : std::nullopt;
}

std::optional<Date>
read_last_day(Session& session, std::string_view option, const std::optional<std::string>& given) {
    return given ? std::optional{read_period(session, option, *given).last} : std::nullopt;
}

} // namespace praxis
