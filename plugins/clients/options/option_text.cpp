// SPDX-License-Identifier: MIT
#include "options/option_text.hpp"

#include "client_queries.hpp"

#include <praxis/body.hpp>
#include <praxis/error.hpp>
#include <praxis/period.hpp>
#include <praxis/text.hpp>

#include <algorithm>

namespace praxis::clients {
namespace {

Date read_day(Session& session, const std::string& text, std::string_view option, Sense sense) {
    try {
        return parse_date(text, session.today(), sense, session.date_order());
    } catch (const UsageError& error) {
        throw UsageError(std::string{option} + ": " + error.what(), error.hint());
    }
}

void report_day(
    Session& session, const std::string& text, std::string_view option, const std::string& day
) {
    if (text != day) {
        session.report(std::string{option} + " is " + day);
    }
}

void report_changed(
    Session& session, const std::string& name, const std::vector<std::string>& changed
) {
    session.report(
        changed.empty() ? name + " is unchanged: it already has these values"
                        : name + ": changed " + join(changed, ", ")
    );
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

void set_region(std::optional<std::string>& field, const OptionText& given) {
    set_text(field, given);
    if (given && field) {
        field = check_region(*field);
    }
}

void set_day(
    Session& session,
    std::optional<Date>& field,
    const OptionText& given,
    std::string_view option,
    Sense sense
) {
    if (!given) {
        return;
    }
    field.reset();
    if (const auto text = text_or_nothing(*given)) {
        field = read_day(session, *text, option, sense);
        report_day(session, *text, option, field->iso());
    }
}

void set_partial_day(
    Session& session,
    std::optional<std::string>& field,
    const OptionText& given,
    std::string_view option
) {
    if (!given) {
        return;
    }
    field = text_or_nothing(*given);
    if (!field) {
        return;
    }
    const auto period = read_period(session, option, *field);
    if (period.first > session.today()) {
        throw Refused(std::string{option} + " " + period.text + " is in the future");
    }
    report_day(session, *field, option, period.text);
    field = period.text;
}

std::vector<std::string> texts_of(const std::vector<std::string>& given) {
    std::vector<std::string> texts;
    for (const auto& item : given) {
        const auto text = text_or_nothing(item);
        if (text && std::find(texts.begin(), texts.end(), *text) == texts.end()) {
            texts.push_back(*text);
        }
    }
    return texts;
}

void check_not_in_future(
    Session& session, const std::optional<Date>& day, std::string_view option
) {
    if (day && *day > session.today()) {
        throw Refused(std::string{option} + " " + day->iso() + " is in the future");
    }
}

void check_not_before_birth(
    const ClientRow& client, const std::optional<std::string>& event, std::string_view option
) {
    if (!event || !client.born) {
        return;
    }
    const auto& born = client.born->iso();
    const auto known = std::min(event->size(), born.size());
    if (event->substr(0, known) < born.substr(0, known)) {
        throw Refused(
            std::string{option} + " " + *event + " is before the birth date of " + client.id.str() +
                ", " + born,
            "check both dates; to correct the birth date: praxis client edit " + client.id.str() +
                " --born DATE"
        );
    }
}

void check_not_before_birth(
    Session& session,
    ClientId client,
    const std::optional<std::string>& event,
    std::string_view option
) {
    if (const auto row = event ? find_client(session.db(), client) : std::nullopt) {
        check_not_before_birth(*row, event, option);
    }
}

std::vector<std::string> changed_members(const Value& before, const Value& after) {
    std::vector<std::string> names;
    for (const auto& [name, value] : after.as_object()) {
        const auto* old = before.find(name);
        if (old == nullptr || !(*old == value)) {
            names.push_back(name);
        }
    }
    return names;
}

Message
report_edit(Session& session, const std::string& id, const std::vector<std::string>& changed) {
    report_changed(session, id, changed);
    return {id, Value::Object{{"id", id}, {"changed", list_value(changed)}}};
}

Message report_edit(
    Session& session,
    const std::string& kind,
    ClientId client,
    std::int64_t number,
    const std::vector<std::string>& changed
) {
    const auto text = client.str() + "/" + std::to_string(number);
    report_changed(session, kind + " " + text, changed);
    return {text, Value::Object{{"number", number}, {"changed", list_value(changed)}}};
}

Value list_value(const std::vector<std::string>& texts) {
    Value::Array items;
    for (const auto& text : texts) {
        items.emplace_back(text);
    }
    return items;
}

Value day_value(const std::optional<Date>& day) {
    return day ? Value{day->iso()} : Value{};
}

std::optional<std::string> iso_of(const std::optional<Date>& day) {
    return day ? std::optional{day->iso()} : std::nullopt;
}

} // namespace praxis::clients
