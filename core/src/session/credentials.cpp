// SPDX-License-Identifier: MIT
#include "session/credentials.hpp"

#include "session/people.hpp"

#include <praxis/sql.hpp>
#include <praxis/text.hpp>
#include <praxis/value.hpp>

#include <algorithm>

namespace praxis {
namespace {

constexpr int days_before_end = 60;

std::optional<Date> date_at(const Value& value, std::string_view key) {
    return Date::from_iso(value.text_at(key));
}

Credential credential_of(const Value& value) {
    const auto* hours = value.find("hours");
    return {
        .kind = value.text_at("kind"),
        .name = value.text_at("name"),
        .from = date_at(value, "from"),
        .until = date_at(value, "until"),
        .hours = hours != nullptr && hours->is_number() ? std::optional{hours->as_number()}
                                                        : std::nullopt};
}

Value value_of(const Credential& credential) {
    Value value = Value::Object{{"kind", credential.kind}, {"name", credential.name}};
    if (credential.from) {
        value["from"] = credential.from->iso();
    }
    if (credential.until) {
        value["until"] = credential.until->iso();
    }
    if (credential.hours) {
        value["hours"] = *credential.hours;
    }
    return value;
}

/// There is one licence, insurance or certificate of first aid at a time.
bool replaces(const Credential& later, const Credential& earlier) {
    const bool is_single =
        earlier.kind == "licence" || earlier.kind == "insurance" || earlier.kind == "first-aid";
    return later.kind == earlier.kind && (is_single || fold(later.name) == fold(earlier.name)) &&
           (!later.until || *later.until > *earlier.until);
}

bool is_replaced(const Credential& one, const std::vector<Credential>& all) {
    return std::any_of(all.begin(), all.end(), [&one](const Credential& other) {
        return replaces(other, one);
    });
}

/// One that has ended is late. One that will end has no day on which it becomes due: renewing it
/// takes weeks.
Todo todo_of(const User& user, const Credential& credential, Date today) {
    const auto end = *credential.until;
    const bool ended = end < today;
    return {
        .due = ended ? std::optional{end} : std::nullopt,
        .what = user.name + ", " + credential.kind + " " + credential.name +
                (ended ? ": it has ended" : ": it ends on " + end.iso()),
        .command = "praxis credential add --user " + user.id.str() + " --kind " + credential.kind +
                   " --name \"...\" --until DATE"};
}

} // namespace

const std::vector<std::string>& credential_kinds() {
    static const std::vector<std::string> kinds{
        "licence", "insurance", "first-aid", "education", "other"};
    return kinds;
}

std::vector<Credential> credentials_of(SQLite::Database& db, UserId user) {
    const auto text = first_row(
        statement(db, "SELECT credentials FROM core_user WHERE user = ?", user),
        [](SQLite::Statement& row) { return optional_text(row, 0).value_or("[]"); }
    );
    std::vector<Credential> credentials;
    const auto list = parse_json(text.value_or("[]"), "the credentials of " + user.str());
    for (const auto& value : list.as_array()) {
        credentials.push_back(credential_of(value));
    }
    return credentials;
}

void add_credential(SQLite::Database& db, UserId user, const Credential& credential) {
    auto all = credentials_of(db, user);
    all.push_back(credential);
    Value::Array list;
    for (const auto& each : all) {
        list.push_back(value_of(each));
    }
    execute(
        db,
        "UPDATE core_user SET credentials = ? WHERE user = ?",
        to_canonical_json(Value{std::move(list)}),
        user
    );
}

std::vector<Todo> credential_todos(Session& session) {
    std::vector<Todo> todos;
    const auto today = session.today();
    for (const auto& user : all_users(session.db())) {
        const auto credentials = credentials_of(session.db(), user.id);
        for (const auto& each : credentials) {
            const bool is_near = each.until && *each.until <= today.plus_days(days_before_end);
            if (user.active && is_near && !is_replaced(each, credentials)) {
                todos.push_back(todo_of(user, each, today));
            }
        }
    }
    return todos;
}

} // namespace praxis
