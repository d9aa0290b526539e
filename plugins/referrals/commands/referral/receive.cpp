// SPDX-License-Identifier: MIT
#include "fields.hpp"
#include "incoming/receiving.hpp"
#include "referral_fields.hpp"

#include <praxis/attachment.hpp>
#include <praxis/clients/directory.hpp>
#include <praxis/command.hpp>

namespace praxis {
namespace {

using namespace referrals;

struct Args : IncomingOptions {
    std::string client;
    std::string from;
    std::string question;
    std::optional<Date> on;
    std::optional<std::string> complaint;
    std::optional<std::string> urgency;
    std::optional<std::string> type;
    std::optional<Date> report_by;
    std::optional<std::string> note;
    std::vector<std::string> attach;
};

void options(Options<Args>& given) {
    given.argument(&Args::client, "CLIENT", "id or name");
    given.option(&Args::from, "from", "PROVIDER", "who refers the client: id or name").required();
    given.option(&Args::question, "question", "TEXT", "what they ask").required();
    given.option(&Args::on, "on", "DATE", "the day it arrived; default: today");
    given.option(&Args::complaint, "complaint", "ID", "the complaint that it is about");
    given.option(&Args::urgency, "urgency", "URGENCY", "how soon they need the report")
        .choices({"routine", "urgent", "asap", "stat"});
    given.option(&Args::type, "type", "TYPE", "what they ask for; default: treat")
        .choices({"assess", "treat", "co-manage", "transfer"});
    given.option(&Args::report_by, "report-by", "DATE", "when your report is due").future();
    add_incoming_options(given);
    given.option(&Args::attach, "attach", "FILE", "their letter: PDF, JPEG or PNG");
    given.option(&Args::note, "note", "TEXT", "a remark for the record");
}

Result run(Session& session, const Args& args) {
    Referral referral;
    const auto client = session.get<clients::Directory>().get(session, args.client);
    if (client.archived) {
        session.report(client.id.str() + " is archived");
    }
    referral.client = client.id;
    referral.provider = get_current_provider(session, args.from).id;
    referral.reason = text_or_nothing(args.question).value_or("");
    if (referral.reason.empty()) {
        throw UsageError("--question is empty", "give what they ask");
    }
    referral.type = args.type.value_or("treat");
    ReferralOptions options;
    options.urgency = args.urgency;
    options.complaint = args.complaint;
    options.reply_by = args.report_by;
    start_incoming(session, referral, args.on.value_or(session.today()), options, args);
    if (!args.complaint) {
        referral.complaint = only_open_complaint(session, referral.client);
    }
    insert_incoming(session, referral, args.on.value_or(session.today()), args.note);
    for (const auto& path : args.attach) {
        attach_file(session, referral.client, referral.id.str(), path);
    }
    return Message{referral.id.str(), referral_value(referral)};
}

} // namespace

CommandSpec referral_receive_command() {
    return command<Args>({
        .summary = "record a referral that another professional wrote to you",
        .details = "praxis counts the client's signed notes from that day as sessions of the "
                   "referral. Your report is the letter of the referral: praxis referral edit "
                   "--answer, preview, send.",
        .examples =
            {"praxis referral receive maria --from \"Ana Kim\" --question \"Can soft-tissue work "
             "ease the pain on sitting?\" --sessions 6 --until \"in 3 months\"",
             "praxis referral receive C-0001 --from P-0001 --question \"Please treat the neck.\" "
             "--on yesterday --reference 4711 --attach letter.pdf"},
        .exits = {{Exit::refused, "a day is not valid, or the complaint is another client's"}},
        .access = Access::write,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
