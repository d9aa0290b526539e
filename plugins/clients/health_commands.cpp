// SPDX-License-Identifier: MIT
#include "health_commands.hpp"

#include <praxis/error.hpp>

#include <algorithm>

namespace praxis::clients {
namespace {

std::string plural_of(const std::string& noun) {
    return noun == "allergy" ? "allergies" : noun + "s";
}

} // namespace

Message record_none_known(Session& session, ClientId client, const std::string& noun) {
    const NoneKnown answer{
        .kind = noun,
        .asked = session.civil_now(),
        .asked_by = session.user().id,
        .asked_by_name = session.user().name};
    put_none_known(session.db(), client, answer);
    session.report(
        client.str() + ": no known " + plural_of(noun) + ", asked on " +
        answer.asked.civil().date.iso()
    );
    return {
        {},
        Value::Object{
            {"client", client.str()},
            {"none_known", noun},
            {"asked_at", answer.asked.iso()},
            {"asked_by", answer.asked_by.str()}}};
}

void remove_none_known(Session& session, ClientId client, const std::string& noun) {
    if (delete_none_known(session.db(), client, noun)) {
        session.report(
            client.str() + ": the entry \"no known " + plural_of(noun) + "\" was removed"
        );
    }
}

std::string explain_empty(
    Session& session, ClientId client, const std::string& noun, const std::string& name_option
) {
    if (const auto answer = find_none_known(session.db(), client, noun)) {
        return client.str() + ": no known " + plural_of(noun) + ", asked on " +
               answer->asked.civil().date.iso() + " by " + answer->asked_by_name;
    }
    return client.str() + " has not been asked about " + plural_of(noun) +
           " yet. After asking, record the answer: praxis " + noun + " add " + client.str() +
           " --none-known, or " + name_option + " TEXT";
}

void check_none_known(
    bool none_known, bool anything_else, bool has_name, const std::string& name_option
) {
    if (none_known && anything_else) {
        throw UsageError(
            "--none-known excludes the options that describe an entry", "leave them out"
        );
    }
    if (!none_known && !has_name) {
        throw UsageError(
            name_option + " is missing",
            "give " + name_option + " TEXT, or --none-known if the client knows of none"
        );
    }
}

void refuse_none_known(ClientId client, const std::string& noun, std::int64_t number) {
    throw Refused(
        "--none-known conflicts with " + noun + " " + std::to_string(number) + " of " +
            client.str(),
        "praxis " + noun + " list " + client.str() + " shows what is on record"
    );
}

void refuse_empty_name(const std::string& noun, const std::string& field) {
    throw Refused("the " + noun + " needs a " + field, "give --" + field + " TEXT");
}

void refuse_listed_twice(const std::string& noun, std::int64_t number) {
    const auto text = std::to_string(number);
    throw Refused(
        "this is already on record as " + noun + " " + text,
        "change it: praxis " + noun + " edit " + text
    );
}

void refuse_empty_edit(const std::vector<std::string>& fields) {
    auto options = "--" + join(fields, ", --");
    std::replace(options.begin(), options.end(), '_', '-');
    throw UsageError("no change was given", "give at least one of " + options);
}

void no_such_row(const std::string& noun, std::int64_t number) {
    throw NotFound(
        "there is no " + noun + " " + std::to_string(number),
        "praxis " + noun + " list CLIENT shows the numbers"
    );
}

void report_removed(
    Session& session, const std::string& noun, std::int64_t number, ClientId client, bool is_last
) {
    session.report(noun + " " + std::to_string(number) + " of " + client.str() + " is removed");
    if (is_last) {
        session.report(
            "the list is now empty; if " + client.str() + " knows of none: praxis " + noun +
            " add " + client.str() + " --none-known"
        );
    }
}

void declare_list(Options<HealthListArgs>& options) {
    options.argument(&HealthListArgs::client, "CLIENT", "id or name of the client");
}

Table health_table(std::vector<Table::Column> columns, const std::vector<Value>& rows) {
    Table table;
    table.columns = std::move(columns);
    table.columns.insert(
        table.columns.begin(), {.key = "number", .title = "No.", .align = Align::right}
    );
    table.columns.push_back({.key = "uuid", .title = "UUID", .machine_only = true});
    for (const auto& row : rows) {
        auto& cells = table.rows.emplace_back();
        for (const auto& column : table.columns) {
            cells.push_back(*row.find(column.key));
        }
    }
    return table;
}

} // namespace praxis::clients
