// SPDX-License-Identifier: MIT
#include "client_queries.hpp"
#include "health_commands.hpp"
#include "intake/intake_sheet.hpp"
#include "options/client_options.hpp"

#include <praxis/command.hpp>
#include <praxis/text.hpp>

namespace praxis {
namespace {

struct Args : clients::ClientOptions {
    bool another = false;
    bool intake = false;
    std::optional<std::string> from;
    std::optional<std::string> none_known;
    std::vector<clients::IntakeStep> steps; // set by prepare()
};

void options(Options<Args>& options) {
    clients::add_client_options(options);
    options.flag(&Args::another, "another", "a different person than the similar clients");
    options
        .option(&Args::none_known, "none-known", "LIST", "you asked, and the client knows of none")
        .choices({"all", "condition", "medication", "allergy"});
    options.flag(&Args::intake, "intake", "also fill in the form of the intake");
    options
        .option(&Args::from, "from", "FILE", "also record this intake sheet; - is standard input")
        .letter('f');
}

void refuse_lookalikes(const std::vector<ClientId>& ids) {
    if (ids.empty()) {
        return;
    }
    std::vector<std::string> similar;
    for (const auto id : ids) {
        similar.push_back(id.str());
    }
    throw Refused(
        "a client with that name and the same or no birth date exists: " + join(similar, ", "),
        "compare: praxis client show " + similar.front() + "; for a different person add --another"
    );
}

void prepare(Session& session, Args& args) {
    if (args.intake || args.from) {
        clients::ClientRow named;
        clients::set_text(named.given, args.given);
        clients::set_text(named.family, args.family);
        args.steps = clients::obtain_intake(session, args.from, clients::full_name(named), {});
    }
}

void record_none_known(Session& session, ClientId client, const std::string& which) {
    for (const auto* const noun : {"condition", "medication", "allergy"}) {
        if (which == "all" || which == noun) {
            clients::record_none_known(session, client, noun);
        }
    }
}

Result run(Session& session, const Args& args) {
    if (!args.given && !args.family) {
        throw UsageError("the name is missing", "give --given NAME, --family NAME or both");
    }
    clients::ClientRow client;
    clients::apply(session, args, client);
    if (!args.another) {
        refuse_lookalikes(clients::lookalikes(session.db(), client));
    }
    client.uuid = session.new_uuid();
    client.added = session.civil_now();
    client.changed = client.added;
    const auto id = clients::insert_client(session.db(), client);
    if (args.none_known) {
        record_none_known(session, id, *args.none_known);
    }
    if (!args.steps.empty()) {
        clients::record_intake(session, id, args.steps);
    }
    return Message{id.str(), Value::Object{{"id", id.str()}, {"uuid", client.uuid}}};
}

} // namespace

CommandSpec client_add_command() {
    return command<Args>({
        .summary = "register a new client",
        .examples =
            {"praxis client add --given Maria --family Lopez --born 1984-05-02 "
             "--phone \"+1 555 0100\" --occupation accountant",
             "praxis client add --given Maria --family Lopez --intake",
             "praxis client add --given Tom --family Reed --none-known all"},
        .exits = {{Exit::refused, "a value is not valid, or the client is registered already"}},
        .access = Access::write,
        .options = options,
        .prepare = prepare,
        .run = run,
    });
}

} // namespace praxis
