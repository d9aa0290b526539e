// SPDX-License-Identifier: MIT
#include "homecare/handout.hpp"

#include <praxis/command.hpp>
#include <praxis/document_json.hpp>
#include <praxis/document_output.hpp>

#include <utility>

namespace praxis {
namespace {

using namespace plans::home;

struct Args : RecordOutput {
    std::string client;
    std::vector<std::string> items;
};

void options(Options<Args>& options) {
    options.argument(&Args::client, "CLIENT", "id or name of the client")
        .option(&Args::items, "item", "ID", "only this line, such as H-0001 (default: all)");
    declare_record_output(
        options, complete_document_format, "default: client's own copy", "default: the client"
    );
}

void refuse_unfit(ClientId client, const std::vector<HomeCare>& items) {
    if (items.empty()) {
        throw Refused(
            client.str() + " has no home care", "praxis homecare add " + client.str() + " ITEM"
        );
    }
    if (items.size() > most_lines) {
        throw Refused(
            std::to_string(items.size()) + " lines are too many for one page, and for a client",
            "choose at most " + std::to_string(most_lines) +
                " with --item, or end some: praxis "
                "homecare end"
        );
    }
}

void report_all(Session& session, const Handout& handout) {
    for (const auto& line : handout.lines.left_out) {
        session.report("left out: " + line);
    }
    for (const auto& line : handout.lines.questions) {
        session.report("check before you hand it out: " + line);
    }
    for (const auto& line : handout.bad_drawings) {
        session.report("without its drawing: " + line);
    }
}

Value head_of(ClientId client, const HandoutLines& lines) {
    Value::Array ids;
    for (const auto& line : lines.printed) {
        ids.emplace_back(line.id.str());
    }
    return Value::Object{
        {"client", client.str()},
        {"items", std::move(ids)},
        {"left_out", Value::Array(lines.left_out.begin(), lines.left_out.end())}};
}

Result run(Session& session, const Args& args) {
    const auto client = session.get<clients::Directory>().get(session, args.client);
    session.log_access(client.id.str());
    auto items = named_items(session, client.id, args.items);
    refuse_unfit(client.id, items);
    const auto handout = write_handout(session, client, std::move(items));
    report_all(session, handout);
    if (handout.lines.printed.empty()) {
        throw Refused(
            "every line of " + client.id.str() + " is left out, so there is nothing to hand out",
            "praxis homecare list " + client.id.str()
        );
    }
    auto data = head_of(client.id, handout.lines);
    if (!args.is_file()) {
        data["handout"] = value_from_document(handout.document);
    }
    const RecordCopy copy{
        .client = client.id,
        .what = "home care of " + client.id.str(),
        .purpose = "client's own copy",
        .recipient = client.full_name};
    return show_or_disclose(session, args, "handout", data, handout.document, copy);
}

} // namespace

CommandSpec homecare_handout_command() {
    return command<Args>({
        .summary = "write the page with the client's home care",
        .details =
            "One page with drawings, doses, when to stop, and a table to tick off. praxis compares "
            "each line with the record once more. A line that a limit leaves out is not printed; "
            "the page says what was left out and why. praxis records each file in the disclosure "
            "ledger.",
        .examples =
            {"praxis homecare handout maria -o maria.pdf",
             "praxis homecare handout maria --item H-0001 --item H-0002 -o maria.html"},
        .exits = {{Exit::refused, "there is no home care, or the output file already exists"}},
        .access = Access::write,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
