// SPDX-License-Identifier: MIT
#include "note/note_index.hpp"
#include "show/note_filter.hpp"
#include "show/note_table.hpp"

#include <praxis/command.hpp>

namespace praxis {
namespace {

constexpr std::int64_t most_found = 20;

struct Args : soap::FilterArgs {
    std::vector<std::string> words;
    std::optional<std::int64_t> limit;
    bool ranked = false;
};

void options(Options<Args>& options) {
    options.argument(&Args::words, "WORDS", "the words to look for");
    soap::filter_options(options);
    options.flag(&Args::ranked, "ranked", "the best match first, not the newest");
    options.option(&Args::limit, "limit", "N", "at most so many, 0 for all; 20 unless given");
}

Result run(Session& session, const Args& args) {
    const auto query = soap::search_query(args.words);
    if (query.empty()) {
        throw UsageError("no word to look for", "praxis note find piriformis");
    }
    const auto asked = args.limit.value_or(most_found);
    if (asked < 0) {
        throw UsageError("--limit: a number from 0 on was expected");
    }
    auto filter = soap::filter_of(session, args);
    filter.limit = asked == 0 ? -1 : asked + 1; // one more tells whether there are more
    const auto order = args.ranked ? soap::FoundOrder::best_first : soap::FoundOrder::newest_first;
    auto found = soap::find_notes(session.db(), query, filter, order);
    if (asked > 0 && found.size() > static_cast<std::size_t>(asked)) {
        found.pop_back();
        session.report("there are more: --limit 0 shows all");
    }
    return soap::found_table(session, found, args.words);
}

} // namespace

CommandSpec note_find_command() {
    return command<Args>({
        .summary = "find notes by their words",
        .examples =
            {"praxis note find piriformis",
             "praxis note find \"lower back\" --client maria",
             "praxis note find knots --technique trigger-point --since -6m --ranked"},
        .access = Access::read,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
