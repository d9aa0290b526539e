// SPDX-License-Identifier: MIT
#include "note_index.hpp"
#include "note_queries.hpp"
#include "note_table.hpp"

#include <praxis/clients/directory.hpp>
#include <praxis/command.hpp>

namespace praxis {
namespace {

constexpr std::int64_t most_found = 20;

struct Args {
    std::vector<std::string> words;
    std::optional<std::string> client;
    std::optional<std::int64_t> limit;
};

void options(Options<Args>& options) {
    options.argument(&Args::words, "WORDS", "the words to look for");
    options.option(&Args::client, "client", "CLIENT", "only of this client").letter('c');
    options.option(&Args::limit, "limit", "N", "at most so many, 0 for all; 20 unless given");
}

Result run(Session& session, const Args& args) {
    const auto query = soap::search_query(args.words);
    if (query.empty()) {
        throw UsageError("no word to look for", "praxis note find piriformis");
    }
    std::optional<ClientId> client;
    if (args.client) {
        client = session.get<clients::Directory>().get(session, *args.client).id;
    }
    const auto asked = args.limit.value_or(most_found);
    if (asked < 0) {
        throw UsageError("--limit: a number from 0 on was expected");
    }
    // One more tells whether there are more.
    auto found = soap::find_notes(session.db(), query, client, asked == 0 ? -1 : asked + 1);
    if (asked > 0 && found.size() > static_cast<std::size_t>(asked)) {
        found.pop_back();
        session.say("there are more: --limit 0 shows all");
    }
    return soap::found_table(session, found, args.words);
}

} // namespace

Card note_find_command() {
    return command<Args>({
        .summary = "find notes by their words, the newest first",
        .details =
            "Finds the notes, drafts too, that hold all of the words or words that begin with "
            "them, in the note or in its amendments. Accents and capitals do not count, and every "
            "character stands for itself.",
        .examples =
            {"praxis note find piriformis", "praxis note find \"lower back\" --client maria"},
        .access = Access::read,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
