// SPDX-License-Identifier: MIT
#include "show/note_filter.hpp"
#include "show/note_table.hpp"

#include <praxis/command.hpp>

namespace praxis {
namespace {

constexpr std::int64_t most_of_a_practice = 50;

struct Args : soap::FilterArgs {
    std::optional<std::int64_t> limit;
};

void options(Options<Args>& options) {
    soap::filter_options(options);
    options.option(
        &Args::limit,
        "limit",
        "N",
        "show at most N notes, 0 for all (default: 50, or all of one client)"
    );
}

std::int64_t limit_of(const Args& args) {
    if (!args.limit) {
        return args.client ? -1 : most_of_a_practice;
    }
    if (*args.limit < 0) {
        throw UsageError("--limit: must be 0 or more");
    }
    return *args.limit == 0 ? -1 : *args.limit;
}

Result run(Session& session, const Args& args) {
    auto table = soap::note_table(session, soap::filter_of(session, args), limit_of(args));
    if (args.is_any()) {
        table.when_empty = "no note matches";
    }
    return table;
}

} // namespace

CommandSpec note_list_command() {
    return command<Args>({
        .summary = "list notes, the newest session first",
        .examples =
            {"praxis note list --client maria",
             "praxis note list --state draft",
             "praxis note list --technique hot-stone --since -30d --json",
             "praxis note list --region \"low back\" --pain rose"},
        .exits = {{Exit::not_found, "there is no such client, complaint or technique"}},
        .access = Access::read,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
