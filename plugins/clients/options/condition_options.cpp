// SPDX-License-Identifier: MIT
#include "options/condition_options.hpp"

#include <praxis/error.hpp>

#include <algorithm>

namespace praxis::clients {
namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool is_upper(char c) {
    return c >= 'A' && c <= 'Z';
}

/// In its usual form ("m5450" -> "M54.50"); no value when it is not well-formed.
/// source  ICD-10-CM: a letter, a digit, a letter or digit, then up to four more after a dot
std::optional<std::string> icd_code(std::string text) {
    std::erase(text, '.');
    for (auto& c : text) {
        c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    }
    const bool well_formed =
        text.size() >= 3 && text.size() <= 7 && is_upper(text[0]) && is_digit(text[1]) &&
        std::all_of(text.begin(), text.end(), [](char c) { return is_upper(c) || is_digit(c); });
    if (!well_formed) {
        return std::nullopt;
    }
    return text.size() == 3 ? text : text.substr(0, 3) + "." + text.substr(3);
}

void check_code(std::optional<std::string>& code) {
    if (!code) {
        return;
    }
    code = icd_code(*code);
    if (!code) {
        throw Refused(
            "--code is not an ICD-10-CM code", "give a code such as M54.50, or leave it out"
        );
    }
}

void set_end(Session& session, const ConditionOptions& options, ConditionRow& condition) {
    const bool was_active = condition.number != 0 && condition.status == "active";
    set_partial_day(session, condition.until, options.until, "--until");
    if (options.status && !options.status->empty()) {
        condition.status = *options.status;
    } else if (options.until && condition.until) {
        condition.status = "past";
    }
    if (condition.status == "active") {
        if (options.until && condition.until) {
            throw Refused("an active condition has no end", "leave out --status active or --until");
        }
        condition.until.reset();
    } else if (was_active && !options.until) {
        condition.until = session.today().iso();
    }
    if (condition.until && *condition.until > session.today().iso()) {
        throw Refused(
            "--until is in the future",
            "record it after the condition has ended: praxis condition edit NUMBER --until DATE"
        );
    }
    if (condition.until && condition.since && *condition.until < *condition.since &&
        !condition.since->starts_with(*condition.until)) {
        throw Refused("--until " + *condition.until + " is before --since " + *condition.since);
    }
}

} // namespace

void apply(Session& session, const ConditionOptions& options, ConditionRow& condition) {
    set_text(condition.code, options.code);
    check_code(condition.code);
    set_text(condition.diagnosed_by, options.diagnosed_by);
    set_partial_day(session, condition.since, options.since, "--since");
    set_end(session, options, condition);
    check_not_before_birth(session, condition.client, condition.since, "--since");
    check_not_before_birth(session, condition.client, condition.until, "--until");
    set_text(condition.note, options.note);
}

} // namespace praxis::clients
