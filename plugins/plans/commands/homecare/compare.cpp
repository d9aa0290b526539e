// SPDX-License-Identifier: MIT
#include "homecare/checklist.hpp"

#include <praxis/clients/directory.hpp>
#include <praxis/command.hpp>

namespace praxis {
namespace {

using namespace plans::home;

struct Args {
    std::string client;
    std::optional<std::string> checklist;
};

void options(Options<Args>& options) {
    options.argument(&Args::client, "CLIENT", "id or name of the client")
        .argument(&Args::checklist, "CHECKLIST", "default: all that were asked")
        .completed_by(complete_checklist);
}

void add_rows(const FirstAndLast& pair, Table& table) {
    const bool once = pair.first.id == pair.last.id;
    for (const auto& line : compare(pair)) {
        table.rows.push_back(make_row(
            Value{pair.last.name},
            Value{line.question},
            Value{pair.first.first_day.iso()},
            Value{line.first},
            Value{once ? "" : pair.last.first_day.iso()},
            Value{line.last},
            Value{line.change}
        ));
    }
}

Result run(Session& session, const Args& args) {
    const auto client = session.get<clients::Directory>().get(session, args.client).id;
    session.log_access(client.str());
    const auto wanted =
        args.checklist ? get_checklist(load_library(session), *args.checklist).id : std::string{};
    auto pairs = first_and_last(session.db(), client);
    std::erase_if(pairs, [&wanted](const FirstAndLast& pair) {
        return !wanted.empty() && pair.last.item != wanted;
    });
    const bool one = pairs.size() == 1;
    const bool once = one && pairs.front().first.id == pairs.front().last.id;
    Table table{
        {{"checklist", "CHECKLIST", Align::left, one},
         {"question", "QUESTION"},
         {"first_on", "ON", Align::left, one},
         {"first", one ? pairs.front().first.first_day.iso() : "FIRST"},
         {"last_on", "ON", Align::left, one},
         {"last", one ? pairs.front().last.first_day.iso() : "LAST", Align::left, once},
         {"change", "CHANGE", Align::left, once}},
        {},
        client.str() + " was not asked yet: praxis homecare check " + client.str() + " desk"};
    for (const auto& pair : pairs) {
        add_rows(pair, table);
        session.report(pair.last.name + ": " + compare_summary(pair));
    }
    return table;
}

} // namespace

CommandSpec homecare_compare_command() {
    return command<Args>({
        .summary = "show the first and the last answers to a checklist side by side",
        .examples = {"praxis homecare compare maria desk", "praxis homecare compare maria"},
        .access = Access::read,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
