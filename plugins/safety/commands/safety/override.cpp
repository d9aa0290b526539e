// SPDX-License-Identifier: MIT
#include "checking.hpp"
#include "completions.hpp"
#include "override_queries.hpp"

#include <praxis/clients/directory.hpp>
#include <praxis/command.hpp>
#include <praxis/soap/reasons.hpp>
#include <praxis/text.hpp>

#include <algorithm>

namespace praxis {
namespace {

using namespace safety;

struct Args {
    std::string client;
    std::string rule;
    std::vector<std::string> techniques;
    std::string reason;
    std::optional<Date> from;
    std::optional<Date> until;
    bool withdraw = false;
};

void options(Options<Args>& options) {
    options.argument(&Args::client, "CLIENT", "id or name of the client")
        .option(&Args::rule, "rule", "RULE", "as praxis safety check names it")
        .required()
        .option(&Args::techniques, "technique", "ID", "the work that is done all the same")
        .letter('t')
        .completed_by(safety::complete_technique)
        .required()
        .option(&Args::reason, "reason", "TEXT", "why: who cleared it, what was done instead")
        .required()
        .option(&Args::from, "from", "DATE", "the first session's day; today when not given")
        .option(&Args::until, "until", "DATE", "the last day; the first one when not given")
        .future()
        .flag(&Args::withdraw, "withdraw", "it holds no longer");
}

std::string what_of(const Args& args, const std::string& technique) {
    return args.rule + " for " + technique;
}

/// The stop as it stands: an override that overrides nothing is a slip, perhaps of the client.
Concern get_stop(const Answer& answer, const Args& args, const Question& question) {
    const auto& technique = question.work.front().technique;
    const auto found = std::find_if(answer.told.begin(), answer.told.end(), [&](const Told& told) {
        return told.concern.weight == Weight::stop && told.concern.rule == args.rule &&
               told.concern.technique == technique;
    });
    if (found == answer.told.end()) {
        throw Refused(
            what_of(args, technique) + " stops nothing of " + question.client.str() + " on " +
                question.on.iso(),
            "praxis safety check " + question.client.str() + " --technique " + technique
        );
    }
    return found->concern;
}

Override made_of(Session& session, const Args& args, const Question& question, Date until) {
    const auto stop = get_stop(ask_all(session, question), args, question);
    const auto& user = session.user();
    return {
        .uuid = session.new_uuid(),
        .client = question.client,
        .rule = args.rule,
        .rule_version = stop.rule_version,
        .technique = question.work.front().technique,
        .found = stop.found,
        .reason = trim(args.reason),
        .first_day = question.on,
        .last_day = until,
        .made = session.civil_now(),
        .author = user.id,
        .author_name = user.name};
}

void withdraw(Session& session, ClientId client, const Args& args, const std::string& technique) {
    std::size_t ended = 0;
    for (const auto& made : overrides_of(session.db(), client)) {
        if (made.rule == args.rule && made.technique == technique && !made.withdrawn) {
            withdraw_override(session.db(), made.number, session.civil_now(), trim(args.reason));
            ++ended;
        }
    }
    if (ended == 0) {
        throw NotFound(
            what_of(args, technique) + " is not overridden for " + client.str(),
            "praxis safety check " + client.str()
        );
    }
    session.say(client.str() + ": " + what_of(args, technique) + " counts again");
}

void override_one(
    Session& session, ClientId client, const Args& args, const std::string& technique
) {
    const auto from = args.from.value_or(session.today());
    const auto until = args.until.value_or(from);
    if (until < from) {
        throw UsageError("--until lies before --from");
    }
    const auto made =
        made_of(session, args, {.client = client, .work = {{technique}}, .on = from}, until);
    insert_override(session.db(), made);
    session.say(
        client.str() + ": " + what_of(args, technique) + " is overridden for sessions of " +
        from.iso() + (until == from ? "" : " to " + until.iso())
    );
}

Result run(Session& session, const Args& args) {
    if (trim(args.reason).empty()) {
        throw UsageError("--reason is empty: why is it done all the same?");
    }
    if (args.withdraw && (args.from || args.until)) {
        throw UsageError("--withdraw ends it at once: leave out --from and --until");
    }
    const auto client = session.get<clients::Directory>().get(session, args.client).id;
    Value::Array techniques;
    for (const auto& word : args.techniques) {
        const auto technique = session.get<soap::Reasons>().technique(session, word);
        if (args.withdraw) {
            withdraw(session, client, args, technique);
        } else {
            override_one(session, client, args, technique);
        }
        techniques.emplace_back(technique);
    }
    return Message{
        "",
        Value::Object{
            {"client", client.str()},
            {"rule", args.rule},
            {"techniques", std::move(techniques)},
            {"withdrawn", args.withdraw}}};
}

} // namespace

Card safety_override_command() {
    return command<Args>({
        .summary = "say why work that a rule stops is done all the same",
        .details =
            "For the sessions of one day, or of the days from --from to --until. Who said it, when "
            "and why is kept with what the rule had found, is shown in the client's record and is "
            "never removed; --withdraw ends it, with a reason of its own.",
        .examples =
            {"praxis safety override maria --rule blocks/heart-and-vessels --technique swedish "
             "--until 2027-02-28 --reason \"cleared by Dr. Kim, letter of 2 November\"",
             "praxis safety override maria --rule blocks/heart-and-vessels --technique swedish "
             "--withdraw --reason \"admitted to hospital\""},
        .access = Access::write,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
