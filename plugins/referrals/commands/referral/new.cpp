// SPDX-License-Identifier: MIT
#include "fields.hpp"
#include "letter/profile.hpp"
#include "referral.hpp"
#include "referral_fields.hpp"

#include <praxis/clients/directory.hpp>
#include <praxis/command.hpp>

namespace praxis {
namespace {

using namespace referrals;

struct Args : ReferralOptions {
    std::string client;
    std::string to;
    std::string reason;
};

void options(Options<Args>& given) {
    given.argument(&Args::client, "CLIENT", "id or name");
    given.option(&Args::to, "to", "PROVIDER", "id or name").required();
    given.option(&Args::reason, "reason", "TEXT", "one question that the receiver can answer")
        .required();
    add_referral_options(given);
}

Referral start_referral(Session& session, const Args& args) {
    Referral referral;
    referral.uuid = session.new_uuid();
    const auto client = session.get<clients::Directory>().get(session, args.client);
    if (client.archived) {
        session.report(client.id.str() + " is archived");
    }
    referral.client = client.id;
    referral.provider = get_current_provider(session, args.to).id;
    referral.referrer = session.user().id;
    referral.reason = text_or_nothing(args.reason).value_or("");
    if (referral.reason.empty()) {
        throw UsageError("--reason is empty", "give one question that the receiver can answer");
    }
    referral.created = session.civil_now();
    referral.reply_by = default_reply_day(session, referral, session.today());
    return referral;
}

/// A letter in another language than the writer's must not surprise them.
void report_language(Session& session, const Referral& referral) {
    const auto language = language_of(session, referral);
    if (!referral.language && language != "en") {
        session.report(
            "the letter is in the receiver's language, " + language + "; --language chooses another"
        );
    }
}

Result run(Session& session, const Args& args) {
    auto referral = start_referral(session, args);
    apply_options(session, referral, args);
    report_language(session, referral);
    if (!args.complaint) {
        referral.complaint = only_open_complaint(session, referral.client);
    }
    if (referral.notes.empty()) {
        referral.notes = last_signed_note(session, referral);
    }
    referral.state = "draft";
    referral.id = insert_referral(
        session.db(),
        referral,
        {.uuid = session.new_uuid(),
         .state = referral.state,
         .happened_on = session.today(),
         .at = referral.created,
         .user = referral.referrer,
         .user_name = session.user().name,
         .note = {},
         .by = {},
         .appointment = {}}
    );
    return Message{referral.id.str(), referral_value(referral)};
}

} // namespace

CommandSpec referral_new_command() {
    return command<Args>({
        .summary = "start a referral",
        .examples =
            {"praxis referral new maria --to \"Ana Kim\" --reason \"Does a joint of the low back "
             "cause the pain on sitting?\" --urgency routine --type assess"},
        .access = Access::write,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
