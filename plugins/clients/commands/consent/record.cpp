// SPDX-License-Identifier: MIT
#include "consent_queries.hpp"
#include "directory.hpp"
#include "options/option_text.hpp"

#include <praxis/body.hpp>
#include <praxis/command.hpp>
#include <praxis/text.hpp>

namespace praxis {
namespace {

struct Args {
    std::string client;
    std::string kind;
    clients::OptionText scope, on, by, how, until, witness, to;
    std::vector<std::string> techniques, regions;
};

void options(Options<Args>& options) {
    options.argument(&Args::client, "CLIENT", "id or name of the client")
        .option(&Args::kind, "kind", "KIND", "kind of consent")
        .choices({"treatment", "share", "photo", "contact", "teaching", "other"})
        .required()
        .option(&Args::scope, "scope", "TEXT", "what the client agreed to, in words")
        .option(&Args::techniques, "technique", "ID", "only for this technique")
        .option(&Args::regions, "region", "REGION", "only for this region")
        .completed_by([](const Completing&) { return all_regions(); })
        .option(&Args::to, "to", "WHO", "only for share: profession, provider or person")
        .option(&Args::on, "on", "DATE", "day it was given (default: today)")
        .option(&Args::by, "by", "WHO", "person who agreed (default: client)")
        .choices({"client", "guardian"})
        .option(&Args::how, "how", "HOW", "how it was given")
        .choices({"spoken", "written"})
        .option(&Args::until, "until", "DATE", "last day it is valid")
        .future()
        .option(&Args::witness, "witness", "NAME", "name of a witness");
}

/// Another plugin owns the techniques, so only the form of an id can be checked here.
void check_techniques(const std::vector<std::string>& techniques) {
    for (const auto& technique : techniques) {
        if (technique.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") !=
            std::string::npos) {
            throw Refused(
                "--technique takes the id of a technique", "praxis technique list shows the ids"
            );
        }
    }
}

std::string consent_giver(const clients::ClientRow& client, const Args& args, Date on) {
    const auto by = args.by ? clients::text_or_nothing(*args.by) : std::nullopt;
    if (clients::is_minor(client, on) && !by) {
        throw Refused(
            client.id.str() +
                (client.born->is_exact() ? " was under 18 on " : " may have been under 18 on ") +
                on.iso() + ", and --by is missing",
            "give --by guardian, or --by client where the law lets the client decide"
        );
    }
    if (by == "guardian" && !client.guardian_name) {
        throw Refused(
            client.id.str() + " has no guardian on record",
            "praxis client edit " + client.id.str() + " --guardian NAME --guardian-relation TEXT"
        );
    }
    return by.value_or("client");
}

clients::ConsentRow read_row(Session& session, const clients::ClientRow& client, const Args& args) {
    clients::ConsentRow row;
    row.client = client.id;
    row.kind = args.kind;
    clients::set_text(row.scope, args.scope);
    row.techniques = clients::texts_of(args.techniques);
    for (const auto& region : clients::texts_of(args.regions)) {
        row.regions.push_back(check_region(region));
    }
    clients::set_text(row.recipient, args.to);
    std::optional<Date> on;
    clients::set_day(session, on, args.on, "--on");
    clients::check_not_in_future(session, on, "--on");
    row.given_on = on.value_or(session.today());
    clients::check_not_before_birth(client, row.given_on.iso(), "--on");
    row.given_by = consent_giver(client, args, row.given_on);
    clients::set_text(row.given_how, args.how);
    clients::set_day(session, row.expires_on, args.until, "--until", Sense::future);
    clients::set_text(row.witness, args.witness);
    return row;
}

void check(const clients::ConsentRow& row) {
    check_techniques(row.techniques);
    if (row.recipient && row.kind != "share") {
        throw Refused("--to is only for --kind share", "give --kind share, or leave --to out");
    }
    if (row.expires_on && *row.expires_on < row.given_on) {
        throw Refused(
            "--until " + row.expires_on->iso() + " is before the day the consent was given, " +
            row.given_on.iso()
        );
    }
}

Result run(Session& session, const Args& args) {
    const auto client = clients::get_client(session, args.client);
    auto row = read_row(session, client, args);
    check(row);
    row.uuid = session.new_uuid();
    row.recorded = session.civil_now();
    const auto id = clients::insert_consent(session.db(), row);
    if (clients::state_on(row, session.today()) == clients::ConsentState::expired) {
        session.report(
            id.str() + " has already expired; its last day was " + row.expires_on->iso()
        );
    }
    return Message{
        id.str(), Value::Object{{"id", id.str()}, {"uuid", row.uuid}, {"client", client.id.str()}}};
}

} // namespace

CommandSpec consent_record_command() {
    return command<Args>({
        .summary = "record a client's consent",
        .examples =
            {"praxis consent record maria --kind treatment --how spoken",
             "praxis consent record maria --kind share --to chiropractor --how written "
             "--until 2027-11-20"},
        .access = Access::write,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
