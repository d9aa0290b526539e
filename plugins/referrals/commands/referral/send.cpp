// SPDX-License-Identifier: MIT
#include "letter/letter.hpp"
#include "letter/letter_file.hpp"
#include "steps/taking.hpp"

#include <praxis/command.hpp>

namespace praxis {
namespace {

using namespace referrals;

struct Args {
    std::string referral;
    std::optional<std::string> via;
    std::optional<Date> on;
};

void options(Options<Args>& given) {
    given.argument(&Args::referral, "REFERRAL", "id of a ready referral, or of an incoming one");
    given.option(&Args::via, "via", "WAY", "how you send it; default: the provider's preferred way")
        .choices(ways());
    given.option(&Args::on, "on", "DATE", "the day you sent it; default: today");
}

void check_is_ready(Session& session, const Referral& referral) {
    const auto id = referral.id.str();
    if (is_incoming(referral)) {
        check_is_possible(session, referral, step_named("send", referral.direction));
        return;
    }
    if (referral.state == "draft") {
        throw Refused(id + " is still a draft", "praxis referral ready " + id);
    }
    if (referral.state == "cancelled" || referral.state == "void") {
        throw Refused(id + " is " + referral.state, "praxis referral show " + id);
    }
    if (referral.state != "ready") {
        throw Refused(id + " was already sent", "praxis referral show " + id);
    }
}

void require_address(
    const Provider& provider,
    const std::optional<std::string>& address,
    const char* what,
    const char* option
) {
    if (!address) {
        throw Refused(
            provider.id.str() + " has no " + what,
            "praxis provider edit " + provider.id.str() + " " + option + " \"...\""
        );
    }
}

std::string way_of(const Args& args, const Provider& provider) {
    if (!args.via && !provider.preferred_way) {
        throw UsageError(
            "--via is missing, and " + provider.id.str() + " has no preferred way",
            "give --via print, fax, email or hand"
        );
    }
    auto way = args.via.value_or(provider.preferred_way.value_or(""));
    if (way == "email") {
        require_address(provider, provider.email, "e-mail address", "--email");
    } else if (way == "fax") {
        require_address(provider, provider.fax, "fax number", "--fax");
    }
    return way;
}

Date day_of(Session& session, const Args& args, const Referral& referral) {
    const auto day = args.on.value_or(session.today());
    const auto made_on = is_incoming(referral) ? first_day(session.db(), referral.id)
                                               : referral.created.civil().date;
    if (day > session.today()) {
        throw Refused(
            "--on " + day.iso() + " is in the future", "give a date up to " + session.today().iso()
        );
    }
    if (day < made_on) {
        throw Refused(
            "--on " + day.iso() + " is before " + referral.id.str() + " was " +
                (is_incoming(referral) ? "received" : "created"),
            "give a date from " + made_on.iso() + " on"
        );
    }
    return day;
}

std::string file_command(const Referral& referral, const std::string& via) {
    const auto id = referral.id.str();
    if (via == "bundle") {
        return "praxis referral bundle " + id + " -o " + id + ".praxis-referral";
    }
    return "praxis referral letter " + id + (via == "email" ? " -o letter.eml" : " -o letter.pdf");
}

Result run(Session& session, const Args& args) {
    auto referral = get_referral(session, args.referral);
    check_is_ready(session, referral);
    const auto provider = get_provider(session.db(), referral.provider);
    const auto via = way_of(args, provider);
    const auto day = day_of(session, args, referral);
    auto letter = write_letter(session, referral, day);
    check_is_complete(referral, letter.gaps);
    const auto sent = freeze_letter(session, referral, std::move(letter), via, day);
    take_step(
        session,
        referral,
        step_named("send", referral.direction),
        {.on = day,
         .by = {},
         .note = (is_incoming(referral) ? "report by " : "by ") + via,
         .appointment = {},
         .reply = {}}
    );
    keep_formats(session, referral);
    session.report(
        (is_incoming(referral) ? "the report on " : "") + referral.id.str() + " was sent on " +
        day.iso() + ", and its letter is frozen. Write it to a file: " + file_command(referral, via)
    );
    auto data = referral_value(referral);
    data["letter"] = letter_value(sent);
    return Message{referral.id.str(), std::move(data)};
}

} // namespace

CommandSpec referral_send_command() {
    return command<Args>({
        .summary = "record that you sent the letter or the report, and freeze it",
        .examples =
            {"praxis referral send R-0001 --via print",
             "praxis referral send R-0001 --via fax",
             "praxis referral send R-0001 --via hand --on yesterday"},
        .exits =
            {{Exit::refused, "the referral is not ready, was sent already, or is not complete"}},
        .access = Access::write,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
