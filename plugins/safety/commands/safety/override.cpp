// SPDX-License-Identifier: MIT
#include "checking.hpp"
#include "completions.hpp"
#include "override_queries.hpp"

#include <praxis/body.hpp>
#include <praxis/clients/directory.hpp>
#include <praxis/command.hpp>
#include <praxis/soap/notes.hpp>
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
    std::vector<std::string> regions;
    std::string reason;
    std::optional<Date> from;
    std::optional<Date> until;
    std::optional<std::string> note;
    bool withdraw = false;
};

void options(Options<Args>& options) {
    options.argument(&Args::client, "CLIENT", "id or name of the client")
        .option(&Args::rule, "rule", "RULE", "rule from praxis safety check")
        .required()
        .option(&Args::techniques, "technique", "ID", "technique that you do despite the rule")
        .letter('t')
        .completed_by(safety::complete_technique)
        .required()
        .option(
            &Args::regions, "region", "REGION", "only for work on this region (default: anywhere)"
        )
        .completed_by(safety::complete_region)
        .option(&Args::reason, "reason", "TEXT", "who cleared it, or what you do differently")
        .required()
        .option(&Args::from, "from", "DATE", "first session day (default: today)")
        .option(
            &Args::until, "until", "DATE", "last session day, within a year (default: the first)"
        )
        .future()
        .option(&Args::note, "note", "NOTE", "draft with the entry behind the stop; gives the day")
        .flag(&Args::withdraw, "withdraw", "withdraw the override");
}

std::string rule_and_technique(const Args& args, const std::string& technique) {
    return args.rule + " for " + technique;
}

std::vector<std::string> stops_of(const CheckResult& result) {
    std::vector<std::string> rules;
    for (const auto& checked : result.concerns) {
        if (checked.concern.weight == Weight::stop) {
            rules.push_back(checked.concern.rule);
        }
    }
    return rules;
}

/// The stop as it is now. An override without a stop is a mistake, perhaps the wrong client.
Concern get_stop(const CheckResult& result, const Args& args, const Question& question) {
    const auto& technique = question.work.front().technique;
    for (const auto& checked : result.concerns) {
        if (checked.concern.weight == Weight::stop && checked.concern.rule == args.rule &&
            checked.concern.technique == technique) {
            return checked.concern;
        }
    }
    const auto meant = did_you_mean(args.rule, stops_of(result));
    throw Refused(
        args.rule + " does not stop " + technique + " for " + question.client.str() + " on " +
            question.on.iso() + (meant ? ": did you mean " + *meant + "?" : ""),
        "praxis safety check " + question.client.str() + " --technique " + technique + " --on " +
            question.on.iso()
    );
}

Override make_override(
    Session& session, const Args& args, const Question& question, std::vector<std::string> regions
) {
    const auto stop = get_stop(run_checks(session, question), args, question);
    const auto& user = session.user();
    return {
        .uuid = session.new_uuid(),
        .client = question.client,
        .rule = args.rule,
        .rule_version = stop.rule_version,
        .technique = question.work.front().technique,
        .regions = std::move(regions),
        .found = stop.found,
        .basis = basis_of(stop),
        .reason = trim(args.reason),
        .first_day = question.on,
        .last_day = args.until.value_or(question.on),
        .made = session.civil_now(),
        .author = user.id,
        .author_name = user.name};
}

/// Overrides are short so that the user checks the stop again.
void check_days(Date today, Date from, Date until) {
    constexpr int most_days = 366;
    if (until < from) {
        throw UsageError("--until is before --from", "give a later --until");
    }
    const auto latest = std::min(today, from).plus_days(most_days);
    if (latest < until) {
        throw Refused(
            "an override lasts at most a year",
            "give --until " + latest.iso() + " or earlier, and check again then"
        );
    }
}

/// A draft of that client's.
soap::WholeNote get_draft(Session& session, ClientId client, const std::string& id) {
    auto note = session.get<soap::Notes>().whole_note(session, id);
    if (note.client != client || !note.draft) {
        throw Refused(
            note.id.str() +
                (note.client != client ? " belongs to another client" : " is already signed"),
            "praxis note list --client " + client.str()
        );
    }
    return note;
}

Question
question_of(Session& session, ClientId client, const Args& args, const std::string& technique) {
    Question question{
        .client = client, .work = {}, .on = args.from.value_or(session.today()), .note = {}};
    for (const auto& word : args.regions) {
        question.work.push_back({technique, check_region(word)});
    }
    if (args.regions.empty()) {
        question.work.push_back({technique});
    }
    if (args.note) {
        question.note = get_draft(session, client, *args.note).id;
        question.on = session_day(session.db(), *question.note);
    }
    return question;
}

void override_one(
    Session& session, ClientId client, const Args& args, const std::string& technique
) {
    const auto question = question_of(session, client, args, technique);
    const auto from = question.on;
    const auto until = args.until.value_or(from);
    check_days(session.today(), from, until);
    std::vector<std::string> regions;
    for (const auto& work : question.work) {
        if (!work.region.empty()) {
            regions.push_back(work.region);
        }
    }
    const auto made = make_override(session, args, question, std::move(regions));
    insert_override(session.db(), made);
    session.report(
        client.str() + ": " + rule_and_technique(args, technique) +
        " is overridden for sessions of " + from.iso() +
        (until == from ? "" : " to " + until.iso()) +
        (made.regions.empty() ? "" : ", work on " + join(made.regions, ", ")) +
        "; new findings will stop it again"
    );
}

/// Overrides of past days stay unchanged: signed notes refer to them.
void withdraw(Session& session, ClientId client, const Args& args, const std::string& technique) {
    std::size_t ended = 0;
    for (const auto& made : overrides_of(session.db(), client)) {
        if (made.rule == args.rule && made.technique == technique && !made.withdrawn &&
            session.today() <= made.last_day) {
            withdraw_override(
                session.db(),
                made.number,
                {.at = session.civil_now(), .by = session.user().name, .reason = trim(args.reason)}
            );
            ++ended;
        }
    }
    if (ended == 0) {
        throw NotFound(
            client.str() + " has no override of " + rule_and_technique(args, technique) +
                " today or later",
            "praxis client timeline " + client.str()
        );
    }
    session.report(client.str() + ": " + args.rule + " stops " + technique + " again");
}

/// The id of each technique, without repetitions.
std::vector<std::string> techniques_of(Session& session, const Args& args) {
    std::vector<std::string> ids;
    for (const auto& word : args.techniques) {
        auto id = session.get<soap::Reasons>().technique(session, word);
        if (std::find(ids.begin(), ids.end(), id) == ids.end()) {
            ids.push_back(std::move(id));
        }
    }
    return ids;
}

Result run(Session& session, const Args& args) {
    if (trim(args.reason).empty()) {
        throw UsageError(
            "--reason is empty", "give --reason TEXT: who cleared it, or what you do differently"
        );
    }
    if (args.withdraw && (args.from || args.until || args.note || !args.regions.empty())) {
        throw UsageError(
            "--withdraw ends the whole override from today",
            "leave out --from, --until, --note and --region"
        );
    }
    if (args.note && args.from) {
        throw UsageError("--note already gives the day", "leave out --from");
    }
    const auto client = session.get<clients::Directory>().get(session, args.client).id;
    const auto techniques = techniques_of(session, args);
    for (const auto& technique : techniques) {
        if (args.withdraw) {
            withdraw(session, client, args, technique);
        } else {
            override_one(session, client, args, technique);
        }
    }
    return Message{
        "",
        Value::Object{
            {"client", client.str()},
            {"rule", args.rule},
            {"techniques", Value::Array(techniques.begin(), techniques.end())},
            {"withdrawn", args.withdraw}}};
}

} // namespace

CommandSpec safety_override_command() {
    return command<Args>({
        .summary = "record why you do work that a rule stops",
        .examples =
            {"praxis safety override maria --rule blocks/heart-history --technique swedish "
             "--until 2027-02-28 --reason \"cleared by Dr. Kim, letter of 2 November\"",
             "praxis safety override maria --rule blocks/heart-history --technique swedish "
             "--withdraw --reason \"admitted to hospital\""},
        .access = Access::write,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
