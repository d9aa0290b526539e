// SPDX-License-Identifier: MIT
#include "fields.hpp"
#include "referral.hpp"
#include "referral_fields.hpp"

#include <praxis/command.hpp>

namespace praxis {
namespace {

using namespace referrals;

struct Args : ReferralWords {
    std::string referral;
    std::optional<std::string> to;
    std::optional<std::string> reason;
};

void options(Options<Args>& given) {
    given.argument(&Args::referral, "REFERRAL", "id of a draft");
    given.option(&Args::to, "to", "PROVIDER", "id, or words of the name");
    given.option(&Args::reason, "reason", "TEXT", "one question that the receiver can answer");
    add_referral_options(given);
}

Result run(Session& session, const Args& args) {
    auto referral = get_referral(session, args.referral);
    check_is_draft(referral);
    if (!any_given(args) && !args.to && !args.reason) {
        throw UsageError(
            "nothing to change: give --reason, --precautions, --continuing or another option",
            "praxis help referral edit"
        );
    }
    if (args.to) {
        referral.provider = get_provider(session.db(), *args.to).id;
    }
    if (args.reason) {
        referral.reason = text_or_nothing(*args.reason).value_or("");
        if (referral.reason.empty()) {
            throw UsageError("--reason is empty: ask one question that the receiver can answer");
        }
    }
    take_words(session, referral, args);
    update_referral(session.db(), referral);
    return Message{referral.id.str(), referral_value(referral)};
}

} // namespace

CommandSpec referral_edit_command() {
    return command<Args>({
        .summary = "change a referral that is still a draft",
        .details = "--note, --enclosure and --copy-to replace what was there; an empty text clears "
                   "a field or a list.",
        .examples =
            {"praxis referral edit R-0001 --precautions \"no high-velocity thrusts to the neck\"",
             "praxis referral edit R-0001 --suspended \"deep pressure on the low back\" "
             "--continuing \"light work on hips and shoulders\" --next-review \"in 4 weeks\""},
        .access = Access::write,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
