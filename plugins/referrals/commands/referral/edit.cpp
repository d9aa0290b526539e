// SPDX-License-Identifier: MIT
#include "fields.hpp"
#include "referral.hpp"
#include "referral_fields.hpp"

#include <praxis/command.hpp>

namespace praxis {
namespace {

using namespace referrals;

struct Args : ReferralOptions {
    std::string referral;
    std::optional<std::string> to;
    std::optional<std::string> reason;
};

void options(Options<Args>& given) {
    given.argument(&Args::referral, "REFERRAL", "id of a draft referral");
    given.option(&Args::to, "to", "PROVIDER", "id or name");
    given.option(&Args::reason, "reason", "TEXT", "one question that the receiver can answer");
    add_referral_options(given);
}

Result run(Session& session, const Args& args) {
    auto referral = get_referral(session, args.referral);
    check_is_draft(referral);
    if (!has_changes(args) && !args.to && !args.reason) {
        throw UsageError(
            "nothing to change: give --reason, --precautions, --continuing or another option",
            "praxis help referral edit"
        );
    }
    if (args.to) {
        referral.provider = get_current_provider(session, *args.to).id;
    }
    if (args.reason) {
        referral.reason = text_or_nothing(*args.reason).value_or("");
        if (referral.reason.empty()) {
            throw UsageError("--reason is empty", "give one question that the receiver can answer");
        }
    }
    apply_options(session, referral, args);
    update_referral(session.db(), referral);
    return Message{referral.id.str(), referral_value(referral)};
}

} // namespace

CommandSpec referral_edit_command() {
    return command<Args>({
        .summary = "change a draft referral",
        .details = "--note, --enclosure and --copy-to replace all earlier entries. An empty text "
                   "clears a field or a list.",
        .examples =
            {"praxis referral edit R-0001 --precautions \"no high-velocity thrusts to the neck\"",
             "praxis referral edit R-0001 --suspended \"deep pressure on the low back\" "
             "--continuing \"light work on hips and shoulders\" --next-review \"in 4 weeks\""},
        .exits = {{Exit::refused, "the referral is not a draft, or a value is not valid"}},
        .access = Access::write,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
