// SPDX-License-Identifier: MIT
#include "homecare/handout.hpp"

#include <praxis/command.hpp>
#include <praxis/document_json.hpp>
#include <praxis/document_output.hpp>

#include <utility>

namespace praxis {
namespace {

using namespace plans::home;

struct Args : DocumentOutput {
    std::string client;
    std::vector<std::string> items;
};

void options(Options<Args>& options) {
    options.argument(&Args::client, "CLIENT", "id or name of the client")
        .option(&Args::items, "item", "ID", "only this line, such as H-0001 (default: all)");
    declare_document_output(options);
}

std::vector<HomeCare> items_of(Session& session, ClientId client, const Args& args) {
    auto items = current_items(session.db(), client);
    if (args.items.empty()) {
        return items;
    }
    std::vector<HomeCare> chosen;
    for (const auto& id : args.items) {
        auto row = get_current_item(session, id);
        if (row.client != client) {
            throw Refused(
                row.id.str() + " belongs to another client", "praxis homecare list " + client.str()
            );
        }
        chosen.push_back(std::move(row));
    }
    return chosen;
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
    for (const auto& line : handout.left_out) {
        session.report("left out: " + line);
    }
    for (const auto& line : handout.questions) {
        session.report("check before you hand it out: " + line);
    }
}

Value head_of(ClientId client, const Handout& handout) {
    Value::Array ids;
    for (const auto& given : handout.given) {
        ids.emplace_back(given.id.str());
    }
    return Value::Object{
        {"client", client.str()},
        {"items", std::move(ids)},
        {"left_out", Value::Array(handout.left_out.begin(), handout.left_out.end())}};
}

Result run(Session& session, const Args& args) {
    const auto client = session.get<clients::Directory>().get(session, args.client);
    session.log_access(client.id.str());
    auto items = items_of(session, client.id, args);
    refuse_unfit(client.id, items);
    auto handout = write_handout(session, client, std::move(items));
    report_all(session, handout);
    auto data = head_of(client.id, handout);
    if (!args.is_file()) {
        data["handout"] = value_from_document(handout.document);
    }
    return show_or_write(session, args, "handout", data, handout.document);
}

} // namespace

CommandSpec homecare_handout_command() {
    return command<Args>({
        .summary = "write the page with the client's home care",
        .details =
            "One page with drawings, doses, when to stop, and a table to tick off. praxis compares "
            "each line with the record once more. A line that a limit leaves out is not printed; "
            "the page says what was left out and why.",
        .examples =
            {"praxis homecare handout maria -o maria.pdf",
             "praxis homecare handout maria --item H-0001 --item H-0002 -o maria.html"},
        .exits = {{Exit::refused, "there is no home care, or the output file already exists"}},
        .access = Access::read,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
