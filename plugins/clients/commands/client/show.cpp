// SPDX-License-Identifier: MIT
#include "directory.hpp"
#include "options/option_text.hpp"

#include <praxis/chart.hpp>
#include <praxis/command.hpp>
#include <praxis/period.hpp>
#include <praxis/shorten.hpp>
#include <praxis/text.hpp>

#include <algorithm>

namespace praxis {
namespace {

constexpr std::size_t notes_in_full = 20; // more would be thousands of lines to scroll through
constexpr std::size_t most_lines = 60;

struct Args {
    std::string client;
    std::optional<std::string> complaint;
    std::optional<std::string> since;
    bool all = false;
};

void options(Options<Args>& options) {
    options.argument(&Args::client, "CLIENT", "id or name of the client");
    options.option(&Args::complaint, "complaint", "ID", "only entries about this complaint");
    options.option(&Args::since, "since", "DATE", "only entries on or after that day");
    options.flag(&Args::all, "all", "show all lines of the chart");
}

ChartRequest request_of(Session& session, const Args& args, ClientId client) {
    ChartRequest request{.client = client, .since = read_first_day(session, "--since", args.since)};
    if (!args.since) {
        request.newest = notes_in_full;
    }
    if (args.complaint) {
        const auto complaint = clients::get_complaint(session.db(), *args.complaint);
        if (complaint.client != client) {
            throw Refused(
                complaint.id.str() + " does not belong to " + client.str(),
                "praxis complaint list " + client.str()
            );
        }
        request.complaint = complaint.id;
    }
    return request;
}

void add_unavailable(Document& document, const std::vector<Unavailable>& unavailable) {
    for (const auto& plugin : unavailable) {
        document.add(Paragraph{
            "This chart is incomplete: the part of the plugin " + plugin.plugin +
                " is missing, because " + plugin.reason,
            Tone::warning});
    }
}

void add_gaps(Document& document, const std::vector<Gap>& gaps) {
    if (gaps.empty()) {
        return;
    }
    Bullets bullets;
    for (const auto& gap : gaps) {
        bullets.items.push_back(gap.what + ": " + gap.fix);
    }
    document.add(Heading{1, "Missing for a referral letter"});
    document.add(std::move(bullets));
}

Document
write_chart(Session& session, const clients::ClientRow& client, const ChartRequest& request) {
    auto document = new_document(session, clients::full_name(client));
    document.subtitle = client.archived ? "Chart of " + client.id.str() + ", archived " +
                                              client.archived->civil().date.iso()
                                        : "Chart of " + client.id.str();
    auto sections = session.all<ChartSection>();
    std::stable_sort(
        sections.items.begin(),
        sections.items.end(),
        [](const auto* left, const auto* right) { return left->order < right->order; }
    );
    add_unavailable(document, sections.unavailable);
    std::vector<Gap> gaps;
    std::vector<std::string> empty;
    for (const auto* section : sections.items) {
        auto part = section->write(session, request);
        if (part.blocks.empty()) {
            empty.push_back(section->title);
        } else {
            document.add(Heading{1, section->title});
            document.add(std::move(part.blocks));
        }
        std::move(part.gaps.begin(), part.gaps.end(), std::back_inserter(gaps));
    }
    if (!empty.empty()) {
        document.add(Paragraph{"Nothing is recorded under: " + join(empty, ", "), Tone::remark});
    }
    add_gaps(document, gaps);
    return document;
}

Value gather(Session& session, ClientId client) {
    const auto mappers = session.all<RecordMapper>();
    Value data = Value::Object{{"id", client.str()}};
    for (const auto* mapper : mappers.items) {
        data[mapper->name] = records_of(session, *mapper, client);
    }
    data["unavailable"] = Value::Array{};
    for (const auto& plugin : mappers.unavailable) {
        data["unavailable"].push_back(plugin.plugin);
    }
    return data;
}

/// The command that shows all lines of the same selection.
std::string whole_command(const Args& args, const ChartRequest& request) {
    return "praxis client show " + request.client.str() +
           (args.complaint ? " --complaint " + *args.complaint : "") +
           (request.since ? " --since " + request.since->iso() : "") + " --all";
}

Result run(Session& session, const Args& args) {
    const auto client = clients::get_client(session, args.client);
    const auto request = request_of(session, args, client.id);
    return View{
        [&session, id = client.id] { return gather(session, id); },
        [&session, client, request, all = args.all, whole = whole_command(args, request)] {
            auto chart = write_chart(session, client, request);
            return all ? chart : shorten(session, std::move(chart), most_lines, whole);
        }};
}

} // namespace

CommandSpec client_show_command() {
    return command<Args>({
        .summary = "show a client's chart",
        .details =
            "The chart combines the records of all plugins. praxis shows its first 60 lines, "
            "and all of it with --all. It has the newest 20 notes in full; with --since, all "
            "notes from that day on. --format plain and md are not shortened. --json gives "
            "the whole record, regardless of --complaint and --since.",
        .examples =
            {"praxis client show maria",
             "praxis client show maria --all",
             "praxis client show C-0001 --json"},
        .exits = {{Exit::refused, "the complaint is one of another client"}},
        .access = Access::read,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
