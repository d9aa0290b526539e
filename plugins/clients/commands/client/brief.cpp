// SPDX-License-Identifier: MIT
#include "directory.hpp"

#include <praxis/brief.hpp>
#include <praxis/chart.hpp>
#include <praxis/command.hpp>
#include <praxis/text.hpp>

#include <algorithm>

namespace praxis {
namespace {

constexpr std::size_t most_lines = 20;      // of the whole brief on a terminal
constexpr std::size_t lines_of_head = 3;    // the name, its underline, an empty line
constexpr std::size_t columns_of_text = 66; // beside the labels, on 80 columns

struct Args {
    std::string client;
};

void options(Options<Args>& options) {
    options.argument(&Args::client, "CLIENT", "id or name of the client");
}

/// The lines of all plugins, the most important first.
std::vector<BriefLine> gather(Session& session, ClientId client) {
    const auto sources = session.all<BriefSource>();
    report_unavailable(session, sources.unavailable);
    std::vector<BriefLine> lines;
    for (const auto* source : sources.items) {
        auto more = source->lines(session, client);
        more.resize(std::min(more.size(), most_brief_lines));
        std::move(more.begin(), more.end(), std::back_inserter(lines));
    }
    std::stable_sort(lines.begin(), lines.end(), [](const BriefLine& left, const BriefLine& right) {
        return left.rank < right.rank;
    });
    return lines;
}

std::size_t height_of(const std::string& text) {
    return std::max<std::size_t>(1, wrap(text, columns_of_text).size());
}

/// Neighbours with one label are one fact. What does not fit is counted.
std::pair<Facts, std::size_t> facts_that_fit(const std::vector<BriefLine>& lines) {
    Facts facts;
    std::size_t left = 0;
    std::size_t room = most_lines - lines_of_head - 1;
    for (const auto& line : lines) {
        const auto& text = line.text;
        const auto height = height_of(text);
        if (left > 0 || height > room) {
            ++left;
            continue;
        }
        room -= height;
        auto& items = facts.items;
        if (!items.empty() && items.back().first == line.label) {
            items.back().second += "\n" + text;
        } else {
            items.emplace_back(line.label, text);
        }
    }
    return {std::move(facts), left};
}

std::string title_of(Session& session, const clients::ClientRow& client) {
    const auto born = client.born ? "born " + client.born->iso() + " (" +
                                        clients::age_text(*client.born, session.today()) + ")"
                                  : std::string{"no birth date"};
    return clients::full_name(client) + "  " + client.id.str() + "  " + born;
}

Document document_of(
    Session& session, const clients::ClientRow& client, const std::vector<BriefLine>& lines
) {
    Document document;
    document.title = title_of(session, client);
    document.created = session.civil_now();
    auto [facts, left] = facts_that_fit(lines);
    if (facts.items.empty()) {
        document.add(Paragraph{"Nothing recorded yet."});
    } else {
        document.add(std::move(facts));
    }
    if (left > 0) {
        document.add(Paragraph{
            std::to_string(left) + (left == 1 ? " more line: " : " more lines: ") +
                "praxis client brief " + client.id.str() + " --json",
            Tone::small});
    }
    return document;
}

Value value_of(const clients::ClientRow& client, const std::vector<BriefLine>& lines) {
    Value::Array list;
    for (const auto& line : lines) {
        list.emplace_back(Value::Object{
            {"rank", line.rank}, {"label", line.label}, {"text", line.text}});
    }
    return Value::Object{
        {"client", client.id.str()},
        {"name", clients::full_name(client)},
        {"born", client.born ? Value{client.born->iso()} : Value{}},
        {"lines", std::move(list)}};
}

Result run(Session& session, const Args& args) {
    const auto client = clients::get_client(session, args.client);
    const auto lines = gather(session, client.id);
    return View{
        [client, lines] { return value_of(client, lines); },
        [&session, client, lines] { return document_of(session, client, lines); }};
}

} // namespace

CommandSpec client_brief_command() {
    return command<Args>({
        .summary = "show what to know before a session, in at most 20 lines",
        .details = "Stops and allergies come first, then the complaint, the plan, the last three "
                   "sessions, what to look at and to ask, and what is open. Each plugin adds at "
                   "most three lines.",
        .examples = {"praxis client brief maria", "praxis client brief C-0001 --json"},
        .access = Access::read,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
