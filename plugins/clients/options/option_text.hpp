// SPDX-License-Identifier: MIT
/// Options that fill a field of a row. `add` leaves a field empty when its option is not given.
/// `edit` changes the given fields only, and an empty text (--email "") clears a field.
#pragma once
#include "client_row.hpp"

#include <praxis/command.hpp>
#include <praxis/date.hpp>
#include <praxis/session.hpp>
#include <praxis/value.hpp>

#include <concepts>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace praxis::clients {

/// An option of `add` or `edit`: not given, given as an empty text, or given.
using OptionText = std::optional<std::string>;

/// Declares an option whose member is in a base of Args.
template <class Args, class Base, class T>
Options<Args>& add_option(
    Options<Args>& options, T Base::*member, const char* name, const char* value, const char* help
) {
    return options.option(static_cast<T Args::*>(member), name, value, help);
}

/// Trimmed; no value for an empty text.
std::optional<std::string> text_or_nothing(std::string_view text);

/// Changes the field when it was given.
void set_text(std::optional<std::string>& field, const OptionText& given);

/// The same for a region of the body, by its id or its everyday name.
/// errors  UsageError when it is not a region, or is ambiguous
void set_region(std::optional<std::string>& field, const OptionText& given);

/// The same for a day. Reports the date unless it was given as an ISO date.
/// option  "--born", for messages
/// errors  UsageError when it is not a date
void set_day(
    Session& session,
    std::optional<Date>& field,
    const OptionText& given,
    std::string_view option,
    Sense sense = Sense::past
);

/// The same for a day of which only the year, or the year and month, may be known: "2019",
/// "March 2019", "2019-03-05", or any other way to write a day or a period. Of a week it keeps the
/// first day.
/// errors  UsageError when it is not a date; Refused when it is in the future
void set_partial_day(
    Session& session,
    std::optional<std::string>& field,
    const OptionText& given,
    std::string_view option
);

/// Each text trimmed, without empty texts and repetitions.
std::vector<std::string> texts_of(const std::vector<std::string>& given);

/// errors  Refused when the day is in the future
void check_not_in_future(Session& session, const std::optional<Date>& day, std::string_view option);

/// errors  Refused, with both dates, when the event is before the client's birth. Of a date that is
///         known in part only the known part is compared.
/// event   a day, a month or a year: "2019-03"
void check_not_before_birth(
    const ClientRow& client, const std::optional<std::string>& event, std::string_view option
);
void check_not_before_birth(
    Session& session,
    ClientId client,
    const std::optional<std::string>& event,
    std::string_view option
);

/// Whether at least one of the options was given.
template <std::same_as<OptionText>... Texts> bool any_given(const Texts&... given) {
    return (given.has_value() || ...);
}

/// Names of the members whose values differ; both are objects with the same members.
std::vector<std::string> changed_members(const Value& before, const Value& after);

/// Reports the changed fields; gives the result of `edit`.
/// id  "C-0001"
Message
report_edit(Session& session, const std::string& id, const std::vector<std::string>& changed);

/// The same for a row with a number: condition C-0001/3.
Message report_edit(
    Session& session,
    const std::string& kind,
    ClientId client,
    std::int64_t number,
    const std::vector<std::string>& changed
);

Value list_value(const std::vector<std::string>& texts);
Value day_value(const std::optional<Date>& day);
std::optional<std::string> iso_of(const std::optional<Date>& day);

} // namespace praxis::clients
