// SPDX-License-Identifier: MIT
#include "consent_queries.hpp"
#include "options/option_text.hpp"

#include <praxis/command.hpp>
#include <praxis/text.hpp>

#include <algorithm>

namespace praxis {
namespace {

struct Args {
    std::string consent;
    clients::OptionText on;
    clients::OptionText reason;
};

void options(Options<Args>& options) {
    options.argument(&Args::consent, "CONSENT", "id of the consent, such as CS-0001")
        .option(&Args::on, "on", "DATE", "first day without consent (default: today)")
        .option(&Args::reason, "reason", "TEXT", "client's reason");
}

clients::ConsentRow get_consent(Session& session, const std::string& text) {
    const auto id = ConsentId::parse(trim(text));
    if (!id) {
        throw UsageError(
            "that is not the id of a consent",
            "give an id such as CS-0001; praxis consent list CLIENT lists a client's consents"
        );
    }
    auto row = clients::find_consent(session.db(), *id);
    if (!row) {
        throw NotFound(
            "there is no consent " + id->str(),
            "praxis consent list CLIENT lists a client's consents"
        );
    }
    return std::move(*row);
}

std::vector<ConsentId> valid_ids(Session& session, ClientId client) {
    const auto all = clients::consents_of(session.db(), client);
    std::vector<ConsentId> ids;
    for (const auto& row : all) {
        if (clients::effective_state(all, row, session.today()) == "valid") {
            ids.push_back(row.id);
        }
    }
    return ids;
}

/// A withdrawal can also end narrower or older consents, which the user should learn now.
void report_other_ended_consents(
    Session& session, const clients::ConsentRow& row, const std::vector<ConsentId>& before
) {
    const auto after = valid_ids(session, row.client);
    for (const auto id : before) {
        if (id != row.id && std::find(after.begin(), after.end(), id) == after.end()) {
            session.report(
                id.str() + " is no longer valid either; to renew it: praxis consent record " +
                row.client.str() + " --kind " + row.kind
            );
        }
    }
}

Result run(Session& session, const Args& args) {
    const auto row = get_consent(session, args.consent);
    const auto id = row.id.str();
    if (row.withdrawn_on) {
        throw Refused(
            id + " was already withdrawn on " + row.withdrawn_on->iso(),
            "praxis consent list " + row.client.str()
        );
    }
    std::optional<Date> given;
    clients::set_day(session, given, args.on, "--on");
    clients::check_not_in_future(session, given, "--on");
    const auto on = given.value_or(session.today());
    if (on < row.given_on) {
        throw Refused(
            "--on " + on.iso() + " is before " + id + " was given on " + row.given_on.iso()
        );
    }
    std::optional<std::string> reason;
    clients::set_text(reason, args.reason);
    const auto before = valid_ids(session, row.client);
    clients::withdraw_consent(session.db(), row.id, on, reason);
    report_other_ended_consents(session, row, before);
    return Message{
        id, Value::Object{{"id", id}, {"client", row.client.str()}, {"withdrawn_on", on.iso()}}};
}

} // namespace

CommandSpec consent_withdraw_command() {
    return command<Args>({
        .summary = "record that a client withdraws a consent",
        .examples = {"praxis consent withdraw CS-0001 --reason \"no longer wants photographs\""},
        .access = Access::write,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
