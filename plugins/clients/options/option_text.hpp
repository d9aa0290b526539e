// SPDX-License-Identifier: MIT
/// What the options of this plugin's commands have in common: `add` leaves a field empty that is
/// not given; `edit` changes what is given, and an empty text (--email "") clears the field.
#pragma once
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

/// Trimmed; an empty text is nothing.
std::optional<std::string> text_or_nothing(std::string_view text);

/// Changes the field when it was given.
void set_text(std::optional<std::string>& field, const OptionText& given);

/// The same for a region of the body, by its id or in everyday words.
/// errors  UsageError when it is none, or may be several
void set_region(std::optional<std::string>& field, const OptionText& given);

/// The same for a day. Tells the day when it was not written as a date.
/// option  "--born", for messages
/// errors  UsageError when it is no date
void set_day(
    Session& session,
    std::optional<Date>& field,
    const OptionText& given,
    std::string_view option,
    Sense sense = Sense::past
);

/// The same for a day of which only the year, or the year and month, may be known: "2019",
/// "2019-03", "2019-03-05" or any other way to write a day.
void set_partial_day(
    Session& session,
    std::optional<std::string>& field,
    const OptionText& given,
    std::string_view option
);

/// Each text trimmed; empty ones and doubles left out.
std::vector<std::string> texts_of(const std::vector<std::string>& given);

/// errors  Refused when the day is still to come
void check_not_in_future(Session& session, const std::optional<Date>& day, std::string_view option);

/// Whether any of the options was given.
template <std::same_as<OptionText>... Texts> bool any_given(const Texts&... given) {
    return (given.has_value() || ...);
}

/// Names of the members whose values differ; both are objects with the same members.
std::vector<std::string> changed_members(const Value& before, const Value& after);

/// What `edit` returns: the name of the record, and what was changed.
/// id  "C-0001"
Message edited(Session& session, const std::string& id, const std::vector<std::string>& changed);

/// The same of a plain row: condition 3.
Message edited(
    Session& session,
    const std::string& kind,
    std::int64_t number,
    const std::vector<std::string>& changed
);

Value list_value(const std::vector<std::string>& texts);
Value day_value(const std::optional<Date>& day);

} // namespace praxis::clients
