// SPDX-License-Identifier: MIT
#include "health_commands.hpp"

#include "client_queries.hpp"
#include "concept/read_concepts.hpp"

#include <praxis/error.hpp>

#include <algorithm>
#include <charconv>

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

std::string explain_empty(Session& session, ClientId client, const std::string& noun) {
    if (const auto answer = find_none_known(session.db(), client, noun)) {
        return client.str() + ": no known " + plural_of(noun) + ", asked on " +
               answer->asked.civil().date.iso() + " by " + answer->asked_by_name;
    }
    return client.str() + " has not been asked about " + plural_of(noun) +
           " yet. After asking, record the answer: praxis " + noun + " add " + client.str() +
           " --none-known, or --name TEXT";
}

void check_none_known(bool none_known, bool anything_else, bool has_name) {
    if (none_known && anything_else) {
        throw UsageError(
            "--none-known excludes the options that describe an entry", "leave them out"
        );
    }
    if (!none_known && !has_name) {
        throw UsageError(
            "--name is missing", "give --name TEXT, or --none-known if the client knows of none"
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
    throw Refused("the " + noun + " needs a " + field, "give --name TEXT");
}

void refuse_listed_twice(const std::string& noun, std::int64_t number) {
    const auto text = std::to_string(number);
    throw Refused(
        "this is already on record as " + noun + " " + text,
        "change it: praxis " + noun + " edit " + text
    );
}

void refuse_empty_edit(const std::vector<std::string>& fields) {
    std::string options = "--name";
    for (std::size_t at = 1; at + 1 < fields.size(); ++at) { // the last is `concepts`
        options += ", --" + fields[at];
    }
    options += ", --concept, --state";
    std::replace(options.begin(), options.end(), '_', '-');
    throw UsageError("no change was given", "give at least one of " + options);
}

std::string row_number(ClientId client, std::int64_t number) {
    return client.str() + "/" + std::to_string(number);
}

TypedNumber read_row_number(const std::string& text) {
    const auto slash = text.rfind('/');
    const auto digits = slash == std::string::npos ? text : text.substr(slash + 1);
    TypedNumber typed;
    if (slash != std::string::npos) {
        typed.client = ClientId::parse(text.substr(0, slash));
    }
    const auto* const end = digits.data() + digits.size();
    const auto read = std::from_chars(digits.data(), end, typed.number);
    if (read.ec != std::errc{} || read.ptr != end ||
        (slash != std::string::npos && !typed.client)) {
        throw UsageError(
            "NUMBER: '" + visible(text) + "' is not a number", "give it with its client: C-0001/3"
        );
    }
    return typed;
}

void report_whose_row(
    Session& session, const std::string& noun, ClientId client, std::int64_t number
) {
    session.report(
        noun + " " + std::to_string(number) + " is of " +
        describe_client(get_client(session.db(), client))
    );
}

void no_such_row(const std::string& noun, const std::string& number) {
    throw NotFound(
        "there is no " + noun + " " + visible(number),
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
    options.argument(
        &HealthListArgs::client, "CLIENT", "id or name of the client; default: all clients"
    );
    options.option(
        &HealthListArgs::concept_id,
        "concept",
        "ID",
        "only what the rules read as that concept or group, not denied or of the family: "
        "blood-thinner"
    );
    options.flag(&HealthListArgs::all, "all", "also what no longer applies");
}

void check_concept(Session& session, const std::optional<std::string>& concept_or_group) {
    auto& concepts = session.get<Concepts>();
    if (concept_or_group && !concepts.knows(session, *concept_or_group)) {
        throw UsageError(
            "--concept: there is no concept " + visible(*concept_or_group),
            suggest_concept(session, *concept_or_group, "praxis condition concepts lists them")
        );
    }
}

bool is_read_as(
    Session& session, const std::optional<std::string>& stored, const std::string& wanted
) {
    const auto concepts = from_stored(stored.value_or("")).concepts;
    return std::any_of(concepts.begin(), concepts.end(), [&](const UnderstoodConcept& each) {
        return each.state > ConceptState::family &&
               session.get<Concepts>().is_of(session, each.concept_id, wanted);
    });
}

Table list_of_all_clients(
    Session& session, std::vector<Table::Column> columns, std::vector<Value> rows
) {
    std::vector<ClientId> clients;
    clients.reserve(rows.size());
    for (const auto& row : rows) {
        clients.push_back(ClientId::parse(row.text_at("client")).value());
    }
    auto names = session.get<Directory>().full_names(session, clients);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        rows[i]["client_name"] = std::move(names[i]);
    }
    columns.insert(
        columns.begin(),
        {{.key = "client", .title = "Client"}, {.key = "client_name", .title = "Name"}}
    );
    columns.push_back(read_as_column);
    return health_table(std::move(columns), rows);
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
