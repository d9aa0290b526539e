// SPDX-License-Identifier: MIT
#include "fields.hpp"
#include "referral.hpp"
#include "referral_fields.hpp"
#include "referral_form.hpp"

#include <praxis/command.hpp>

namespace praxis {
namespace {

using namespace referrals;

struct Args : ReferralChanges {
    std::string referral;
    std::optional<std::string> to;
    std::optional<std::string> from;
};

void options(Options<Args>& given) {
    using Text = std::optional<std::string> Args::*;
    given.argument(&Args::referral, "REFERRAL", "id of a draft, or of an incoming referral");
    given.option(&Args::to, "to", "PROVIDER", "the other side: id or name");
    given.option(&Args::from, "from", "FILE", "the form, filled in; - is standard input")
        .letter('f');
    given.option(
        Text{&Args::reason}, "reason", "TEXT", "one question that the receiver can answer"
    );
    given.option(
        Text{&Args::answer}, "answer", "TEXT", "your answer to the question of an incoming one"
    );
    add_referral_options(given);
    add_incoming_options(given);
}

bool has_any_change(const Args& args) {
    return has_changes(static_cast<const ReferralOptions&>(args)) ||
           has_changes(static_cast<const IncomingOptions&>(args)) || args.to || args.reason ||
           args.answer;
}

void prepare(Session& session, Args& args) {
    if (has_any_change(args)) {
        if (args.from) {
            throw UsageError("--from excludes the other options", "put them into the file");
        }
        return;
    }
    const auto referral = get_referral(session, args.referral);
    check_is_editable(referral);
    static_cast<ReferralChanges&>(args) =
        args.from ? read_referral_form(
                        session,
                        referral,
                        session.read_text(*args.from),
                        *args.from == "-" ? "standard input" : *args.from
                    )
                  : edit_referral(session, referral);
}

void apply_answer(Referral& referral, const Args& args) {
    if (args.answer && !is_incoming(referral)) {
        throw Refused(
            referral.id.str() + " is a referral of yours: the receiver answers it",
            "praxis referral reply " + referral.id.str() + " --final"
        );
    }
    set_text(referral.answer, args.answer);
}

Result run(Session& session, const Args& args) {
    auto referral = get_referral(session, args.referral);
    check_is_editable(referral);
    if (args.to) {
        referral.provider = get_current_provider(session, *args.to).id;
    }
    if (args.reason) {
        referral.reason = text_or_nothing(*args.reason).value_or("");
        if (referral.reason.empty()) {
            throw UsageError("--reason is empty", "give one question that the receiver can answer");
        }
    }
    apply_answer(referral, args);
    apply_incoming_options(session, referral, first_day(session.db(), referral.id), args);
    apply_options(session, referral, args);
    update_referral(session.db(), referral);
    return Message{referral.id.str(), referral_value(referral)};
}

} // namespace

CommandSpec referral_edit_command() {
    return command<Args>({
        .summary = "change a draft, or what you recorded of an incoming referral",
        .details = "Without options praxis opens a form in your editor. --note, --enclosure and "
                   "--copy-to replace all earlier entries. An empty text clears a field or a list.",
        .examples =
            {"praxis referral edit R-0001",
             "praxis referral edit R-0001 --from form.toml",
             "praxis referral edit R-0001 --precautions \"no high-velocity thrusts to the neck\"",
             "praxis referral edit R-0001 --suspended \"deep pressure on the low back\" "
             "--continuing \"light work on hips and shoulders\" --next-review \"in 4 weeks\"",
             "praxis referral edit R-0007 --answer \"Yes: she lifts without pain again.\""},
        .exits =
            {{Exit::refused, "the referral was sent or has ended, or a value is not valid"},
             {Exit::needs_input, "no option was given, and praxis cannot open the form"}},
        .access = Access::write,
        .options = options,
        .prepare = prepare,
        .run = run,
    });
}

} // namespace praxis
