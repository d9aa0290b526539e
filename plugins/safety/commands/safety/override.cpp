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
        .option(&Args::rule, "rule", "RULE", "as praxis safety check names it")
        .required()
        .option(&Args::techniques, "technique", "ID", "the work that is done all the same")
        .letter('t')
        .completed_by(safety::complete_technique)
        .required()
        .option(&Args::regions, "region", "REGION", "for work there alone; anywhere otherwise")
        .completed_by(safety::complete_region)
        .option(&Args::reason, "reason", "TEXT", "why: who cleared it, what was done instead")
        .required()
        .option(&Args::from, "from", "DATE", "the first session's day; today when not given")
        .option(
            &Args::until, "until", "DATE", "the last day, within a year; the first when not given"
        )
        .future()
        .option(&Args::note, "note", "NOTE", "for what a draft says, on the day of its session")
        .flag(&Args::withdraw, "withdraw", "it holds no longer");
}

std::string what_of(const Args& args, const std::string& technique) {
    return args.rule + " for " + technique;
}

std::vector<std::string> stops_of(const Answer& answer) {
    std::vector<std::string> rules;
    for (const auto& told : answer.told) {
        if (told.concern.weight == Weight::stop) {
            rules.push_back(told.concern.rule);
        }
    }
    return rules;
}

/// The stop as it stands: an override that overrides nothing is a slip, perhaps of the client.
Concern get_stop(const Answer& answer, const Args& args, const Question& question) {
    const auto& technique = question.work.front().technique;
    for (const auto& told : answer.told) {
        if (told.concern.weight == Weight::stop && told.concern.rule == args.rule &&
            told.concern.technique == technique) {
            return told.concern;
        }
    }
    const auto meant = did_you_mean(args.rule, stops_of(answer));
    throw Refused(
        what_of(args, technique) + " stops nothing of " + question.client.str() + " on " +
            question.on.iso() + (meant ? ": did you mean " + *meant + "?" : ""),
        "praxis safety check " + question.client.str() + " --technique " + technique + " --on " +
            question.on.iso()
    );
}

Override made_of(
    Session& session, const Args& args, const Question& question, std::vector<std::string> regions
) {
    const auto stop = get_stop(ask_all(session, question), args, question);
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

/// What was waved through once is looked at again.
void check_days(Date today, Date from, Date until) {
    constexpr int most_days = 366;
    if (until < from) {
        throw UsageError("--until lies before --from");
    }
    const auto latest = std::min(today, from).plus_days(most_days);
    if (latest < until) {
        throw Refused(
            "an override reaches a year ahead at most",
            "the last day is " + latest.iso() + " or before; look again then"
        );
    }
}

/// A draft of that client's.
soap::WholeNote get_draft(Session& session, ClientId client, const std::string& words) {
    auto note = session.get<soap::Notes>().whole_note(session, words);
    if (note.client != client || !note.draft) {
        throw Refused(
            note.id.str() + (note.client != client ? " is another client's" : " is signed already"),
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
    const auto made = made_of(session, args, question, std::move(regions));
    insert_override(session.db(), made);
    session.report(
        client.str() + ": " + what_of(args, technique) + " is overridden for sessions of " +
        from.iso() + (until == from ? "" : " to " + until.iso()) +
        (made.regions.empty() ? "" : ", work on " + join(made.regions, ", ")) +
        "; what is found later stops again"
    );
}

/// What is over stays as it was: notes rest on it.
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
            what_of(args, technique) + " is not overridden for " + client.str() +
                ", today or later",
            "praxis client timeline " + client.str()
        );
    }
    session.report(client.str() + ": " + what_of(args, technique) + " counts again");
}

/// Each once, by its id.
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
        throw UsageError("--reason is empty: why is it done all the same?");
    }
    if (args.withdraw && (args.from || args.until || args.note || !args.regions.empty())) {
        throw UsageError(
            "--withdraw ends all of it from today on: leave out --from, --until, --note, --region"
        );
    }
    if (args.note && args.from) {
        throw UsageError("--note says the day itself: leave out --from");
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
        .summary = "say why work that a rule stops is done all the same",
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
