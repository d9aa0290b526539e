// SPDX-License-Identifier: MIT
/// `add`, `edit`, `list` and `remove` of the three health lists. A list states its fields
/// (health_queries.hpp), its options (options/) and the texts of its commands; the rest is here.
///
/// Given  the list's options: ConditionOptions, MedicationOptions, AllergyOptions
/// Row    Given::Row
#pragma once
#include "directory.hpp"
#include "health_queries.hpp"
#include "options/concept_options.hpp"
#include "options/option_text.hpp"
#include "record/records.hpp"

#include <praxis/command.hpp>
#include <praxis/text.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace praxis::clients {

struct HealthCommandTexts {
    std::string summary;
    std::string details = {};
    std::vector<std::string> examples;
};

/// Records that the client was asked and knows of none.
/// noun  condition, medication, allergy
Message record_none_known(Session& session, ClientId client, const std::string& noun);

/// Deletes an earlier "none known", because the list has a row now, and reports it.
void remove_none_known(Session& session, ClientId client, const std::string& noun);

/// What an empty list means: none known, or not asked yet.
std::string explain_empty(Session& session, ClientId client, const std::string& noun);

/// --none-known excludes the other options, and without it the name is needed.
/// errors  UsageError
void check_none_known(bool none_known, bool anything_else, bool has_name);

/// errors  Refused, always
[[noreturn]] void refuse_none_known(ClientId client, const std::string& noun, std::int64_t number);
[[noreturn]] void refuse_empty_name(const std::string& noun, const std::string& field);
[[noreturn]] void refuse_listed_twice(const std::string& noun, std::int64_t number);

/// errors  UsageError, always
[[noreturn]] void refuse_empty_edit(const std::vector<std::string>& fields);

/// errors  NotFound, always
[[noreturn]] void no_such_row(const std::string& noun, const std::string& number);

/// The number of a row with its client: "C-0001/3". A number alone does not tell whose row it is.
std::string row_number(ClientId client, std::int64_t number);

/// A number as a person typed it.
struct TypedNumber {
    std::optional<ClientId> client; // nothing: the number alone
    std::int64_t number = 0;
};

/// Reads "C-0001/3" or "3".
/// errors  UsageError
TypedNumber read_row_number(const std::string& text);

/// Reports whose row a number alone means; a wrong digit must not reach another person unseen.
void report_whose_row(
    Session& session, const std::string& noun, ClientId client, std::int64_t number
);

/// Reports a removal, and when it emptied the list, how to record that none is known.
void report_removed(
    Session& session, const std::string& noun, std::int64_t number, ClientId client, bool is_last
);

/// The last column of each list for people.
inline const Table::Column read_as_column{.key = "read_as", .title = "Read as"};

/// Rows of many clients: each with the client's id and name. Notes in the access log that they were
/// viewed.
/// rows  with the member "client"
Table list_of_all_clients(
    Session& session, std::vector<Table::Column> columns, std::vector<Value> rows
);

/// errors  UsageError when there is no such concept or group
void check_concept(Session& session, const std::optional<std::string>& concept_or_group);

/// Whether a row says that the client has, may have or had that concept or one of that group.
bool is_read_as(
    Session& session, const std::optional<std::string>& stored, const std::string& wanted
);

/// The list for people: the row's number, the columns, and its UUID for machines.
/// rows     as json_of() gives them
/// columns  each has the key of a member
Table health_table(std::vector<Table::Column> columns, const std::vector<Value>& rows);

// The parts that differ by the type of the row.

template <class Row> const std::string& noun_of() {
    static const std::string noun{HealthList<Row>::noun};
    return noun;
}

template <class Given> bool any_health_given(const Given& options) {
    return options.state || std::apply(
                                [](const auto&... given) { return any_given(given...); },
                                HealthList<typename Given::Row>::values(options)
                            );
}

/// number  "C-0001/3", or "3"
template <class Row> Row get_row(Session& session, const std::string& number) {
    const auto typed = read_row_number(number);
    auto row = HealthTable<Row>::find(session.db(), typed.number);
    if (!row || (typed.client && *typed.client != row->client)) {
        no_such_row(noun_of<Row>(), number);
    }
    if (!typed.client) {
        report_whose_row(session, noun_of<Row>(), row->client, row->number);
    }
    return std::move(*row);
}

template <class Row> void check_listed_once(Session& session, const Row& row) {
    const auto today = session.today();
    if (!is_current(row, today)) {
        return;
    }
    for (const auto& other : HealthTable<Row>::all(session.db(), row.client)) {
        if (other.number != row.number && is_current(other, today) &&
            fold(name_of(other)) == fold(name_of(row))) {
            refuse_listed_twice(noun_of<Row>(), other.number);
        }
    }
}

/// Puts the options into the row.
/// errors  Refused: no name left, the same name twice; what apply() refuses
template <class Row, class Given> void fill_row(Session& session, const Given& options, Row& row) {
    const auto before = row.number == 0 ? std::nullopt : std::optional{text_of(row)};
    auto& name = std::get<0>(HealthList<Row>::values(row));
    if (const auto& given = std::get<0>(HealthList<Row>::values(options))) {
        name = trim(*given);
    }
    if (name.empty()) {
        refuse_empty_name(noun_of<Row>(), HealthList<Row>::fields.front());
    }
    refuse_answer(session, name, row.client, noun_of<Row>());
    apply(session, options, row);
    check_listed_once(session, row);
    understand(session, row.concepts, options.concepts, options.state, text_of(row), before);
}

// add

template <class Given> struct HealthAddArgs : Given {
    std::string client;
    bool none_known = false;
};

template <class Given> void declare_add(Options<HealthAddArgs<Given>>& options) {
    using Args = HealthAddArgs<Given>;
    options.argument(&Args::client, "CLIENT", "id or name of the client");
    Given::declare(options);
    options.flag(&Args::none_known, "none-known", "the client was asked and knows of none");
}

template <class Row> Result add_none_known(Session& session, ClientId client) {
    for (const auto& row : HealthTable<Row>::all(session.db(), client)) {
        if (is_current(row, session.today())) {
            refuse_none_known(client, noun_of<Row>(), row.number);
        }
    }
    return record_none_known(session, client, noun_of<Row>());
}

template <class Given> Result run_add(Session& session, const HealthAddArgs<Given>& args) {
    using Row = typename Given::Row;
    const bool has_name = std::get<0>(HealthList<Row>::values(args)).has_value();
    check_none_known(args.none_known, any_health_given(args), has_name);
    const auto client = get_client(session, args.client).id;
    if (args.none_known) {
        return add_none_known<Row>(session, client);
    }
    Row row;
    row.client = client;
    fill_row(session, args, row);
    row.uuid = session.new_uuid();
    row.added = session.civil_now();
    row.number = HealthTable<Row>::insert(session.db(), row);
    if (is_current(row, session.today())) {
        remove_none_known(session, client, noun_of<Row>());
    }
    return Message{
        row_number(client, row.number),
        Value::Object{{"number", row.number}, {"uuid", row.uuid}, {"client", client.str()}}};
}

template <class Given> CommandSpec health_add_command(HealthCommandTexts texts) {
    return command<HealthAddArgs<Given>>({
        .summary = std::move(texts.summary),
        .details = std::move(texts.details),
        .examples = std::move(texts.examples),
        .access = Access::write,
        .options = declare_add<Given>,
        .run = run_add<Given>,
    });
}

// edit

template <class Given> struct HealthEditArgs : Given { std::string number; };

template <class Given> void declare_edit(Options<HealthEditArgs<Given>>& options) {
    options.argument(&HealthEditArgs<Given>::number, "NUMBER", "number with its client: C-0001/3");
    Given::declare(options);
}

template <class Given> Result run_edit(Session& session, const HealthEditArgs<Given>& args) {
    using Row = typename Given::Row;
    auto row = get_row<Row>(session, args.number);
    if (!any_health_given(args)) {
        refuse_empty_edit(HealthList<Row>::fields);
    }
    const auto before = json_of(row);
    fill_row(session, args, row);
    const auto changed = changed_members(before, json_of(row));
    if (!changed.empty()) {
        HealthTable<Row>::update(session.db(), row);
    }
    if (is_current(row, session.today())) {
        remove_none_known(session, row.client, noun_of<Row>());
    }
    return report_edit(session, noun_of<Row>(), row.client, row.number, changed);
}

template <class Given> CommandSpec health_edit_command(HealthCommandTexts texts) {
    return command<HealthEditArgs<Given>>({
        .summary = std::move(texts.summary),
        .details = "Changes the given fields only. An empty text clears a field.",
        .examples = std::move(texts.examples),
        .access = Access::write,
        .options = declare_edit<Given>,
        .run = run_edit<Given>,
    });
}

// list

/// The rows as json_of() gives them, with what praxis understood in words.
template <class Row> std::vector<Value> values_of(Session& session, const std::vector<Row>& rows) {
    std::vector<Value> values;
    for (const auto& row : rows) {
        auto value = json_of(row);
        value["read_as"] = describe_concepts(session, row.concepts);
        values.push_back(std::move(value));
    }
    return values;
}

template <class Row>
Table list_rows(
    Session& session,
    ClientId client,
    const std::vector<Row>& rows,
    std::vector<Table::Column> columns
) {
    columns.push_back(read_as_column);
    auto table = health_table(std::move(columns), values_of(session, rows));
    table.when_empty = explain_empty(session, client, noun_of<Row>());
    return table;
}

struct HealthListArgs {
    std::optional<std::string> client;
    std::optional<std::string> concept_id;
    bool all = false;
};

void declare_list(Options<HealthListArgs>& options);

/// Whether the row is one of those that the options ask for.
template <class Row> bool is_wanted(Session& session, const HealthListArgs& args, const Row& row) {
    return (args.all || is_current(row, session.today())) &&
           (!args.concept_id || is_read_as(session, row.concepts, *args.concept_id));
}

template <class Row, std::vector<Table::Column> (*columns)()>
Result run_list(Session& session, const HealthListArgs& args) {
    check_concept(session, args.concept_id);
    if (!args.client) {
        auto rows = HealthTable<Row>::of_all_clients(session.db());
        std::erase_if(rows, [&](const Row& row) { return !is_wanted(session, args, row); });
        return list_of_all_clients(session, columns(), values_of(session, rows));
    }
    const auto client = get_client(session, *args.client).id;
    auto rows = HealthTable<Row>::all(session.db(), client);
    const bool is_empty = rows.empty();
    std::erase_if(rows, [&](const Row& row) { return !is_wanted(session, args, row); });
    auto table = list_rows(session, client, rows, columns());
    if (!is_empty && !find_none_known(session.db(), client, noun_of<Row>())) {
        table.when_empty = client.str() + ": no such " + noun_of<Row>() + " on record; praxis " +
                           noun_of<Row>() + " list " + client.str() + " --all shows all of them";
    }
    return table;
}

/// columns  those of the list's own fields
template <class Row, std::vector<Table::Column> (*columns)()>
CommandSpec health_list_command(HealthCommandTexts texts) {
    return command<HealthListArgs>({
        .summary = std::move(texts.summary),
        .details = std::move(texts.details),
        .examples = std::move(texts.examples),
        .access = Access::read,
        .options = declare_list,
        .run = run_list<Row, columns>,
    });
}

// remove

template <class Row> struct HealthRemoveArgs { std::string number; };

template <class Row> void declare_remove(Options<HealthRemoveArgs<Row>>& options) {
    options.argument(&HealthRemoveArgs<Row>::number, "NUMBER", "number with its client: C-0001/3");
}

template <class Row> Result run_remove(Session& session, const HealthRemoveArgs<Row>& args) {
    const auto row = get_row<Row>(session, args.number);
    HealthTable<Row>::remove(session.db(), row.number);
    const bool is_last = HealthTable<Row>::all(session.db(), row.client).empty();
    report_removed(session, noun_of<Row>(), row.number, row.client, is_last);
    const auto& field = HealthList<Row>::fields.front();
    return Record{
        {{"number", "No.", row.number},
         {"name", field == "name" ? "Name" : "Substance", name_of(row)},
         {"client", "Client", row.client.str()}}};
}

template <class Row> CommandSpec health_remove_command(HealthCommandTexts texts) {
    return command<HealthRemoveArgs<Row>>({
        .summary = std::move(texts.summary),
        .details = std::move(texts.details),
        .examples = std::move(texts.examples),
        .access = Access::write,
        .danger = Danger::moderate,
        .options = declare_remove<Row>,
        .run = run_remove<Row>,
    });
}

} // namespace praxis::clients
