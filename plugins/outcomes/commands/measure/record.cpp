// SPDX-License-Identifier: MIT
#include "completions.hpp"
#include "course/change.hpp"
#include "measure_queries.hpp"
#include "record_questions.hpp"
#include "score.hpp"

#include <praxis/clients/directory.hpp>
#include <praxis/command.hpp>
#include <praxis/text.hpp>

#include <algorithm>
#include <utility>

namespace praxis {
namespace {

using namespace outcomes;

struct Args {
    std::string client;
    std::string instrument;
    TypedAnswers typed;
    std::optional<double> score;
    std::vector<std::string> activities;
    std::optional<std::string> items;
    std::optional<std::string> ticked;
    std::vector<std::string> parts;
    std::optional<Date> on;
    std::optional<std::string> moment;
    std::optional<std::string> complaint;
    std::optional<std::string> language;
    std::optional<std::string> remark;
    std::optional<std::string> replaces;
    std::optional<std::string> reason;
};

void options(Options<Args>& options) {
    options.argument(&Args::client, "CLIENT", "id or name of the client")
        .argument(&Args::instrument, "INSTRUMENT", "id, from praxis measure instruments")
        .completed_by(complete_instrument)
        .argument(&Args::score, "SCORE", "the score; left out where answers give it")
        .option(&Args::activities, "activity", "NAME=NUMBER", "an activity of the client's own")
        .letter('a')
        .option(&Args::items, "answers", "NUMBERS", "answers in order, \"3 2 - 1\"; - for none")
        .option(&Args::ticked, "ticked", "NUMBERS", "ticked statements: 1,4,9; or none")
        .option(&Args::parts, "part", "NAME=NUMBER", "a part of the score")
        .option(
            &Args::on,
            "on",
            "DATE",
            "day of the answers (default: today, or that of the replaced one)"
        )
        .option(&Args::moment, "moment", "WHEN", "at a session without a note: before or after it")
        .choices({"before", "after"})
        .option(&Args::complaint, "complaint", "COMPLAINT", "default: the only open one")
        .option(&Args::language, "language", "CODE", "of the questions (default: en)")
        .option(&Args::remark, "remark", "TEXT", "anything else")
        .option(&Args::replaces, "replaces", "MEASURE", "the wrong measure that this one corrects")
        .option(&Args::reason, "reason", "TEXT", "why the other one is wrong");
}

TypedAnswers typed_in(const Args& args) {
    return {
        .score = args.score,
        .activities = args.activities,
        .items = args.items,
        .ticked = args.ticked,
        .parts = args.parts};
}

Measure
get_replaced(Session& session, const Args& args, ClientId client, const std::string& instrument) {
    const auto id = MeasureId::parse(*args.replaces);
    const auto found = id ? find_measure(session.db(), *id) : std::nullopt;
    const auto hint = "praxis measure list " + client.str();
    if (!found || found->client != client || found->instrument != instrument) {
        throw Refused(
            visible(*args.replaces) + " is no measure of " + client.str() + " with " + instrument,
            hint
        );
    }
    if (found->replaced_by) {
        throw Refused(
            found->id.str() + " is already replaced by " + found->replaced_by->str(), hint
        );
    }
    if (trim(args.reason.value_or("")).empty()) {
        throw UsageError("--replaces needs a reason", "add --reason TEXT: why the other is wrong");
    }
    return *found;
}

/// A replacement is about the same complaint, unless another one is named: the right complaint can
/// be the correction.
std::optional<ComplaintId>
complaint_for(Session& session, ClientId client, const Instrument& instrument, const Args& args) {
    if (args.replaces && !args.complaint) {
        return get_replaced(session, args, client, instrument.id).complaint;
    }
    return choose_complaint(session, client, args.complaint);
}

/// The activities that the client named last time.
std::vector<NamedNumber>
earlier_activities(Session& session, const Instrument& instrument, const Args& args) {
    if (!instrument.answers.named) {
        return {};
    }
    const auto client = session.get<clients::Directory>().get(session, args.client).id;
    const auto newest = newest_measure(
        session.db(), client, instrument.id, complaint_for(session, client, instrument, args)
    );
    return newest ? newest->given.activities : std::vector<NamedNumber>{};
}

void prepare(Session& session, Args& args) {
    args.typed = typed_in(args);
    if (args.typed.is_empty()) {
        const auto instruments = all_instruments(session);
        const auto& instrument = get_instrument(session, instruments, args.instrument);
        args.typed =
            ask_answers(session, instrument, earlier_activities(session, instrument, args));
    }
}

void set_moment(Measure& made, const Instrument& instrument, const Args& args) {
    if (!args.moment) {
        return;
    }
    if (!instrument.moments) {
        throw UsageError(
            instrument.id + " is not measured before and after a session", "leave out --moment"
        );
    }
    made.moment = *args.moment;
}

void set_complaint(
    Session& session, Measure& made, const Instrument& instrument, const Args& args
) {
    if (!instrument.of_client) {
        made.complaint = complaint_for(session, made.client, instrument, args);
    } else if (args.complaint) {
        throw UsageError(
            instrument.id + " is about the client, not about one complaint", "leave out --complaint"
        );
    }
}

void require_past(Session& session, Date day) {
    if (session.today() < day) {
        throw Refused(day.iso() + " is in the future", "give the day of the answers: --on DATE");
    }
}

/// Day, moment and language differ from the measure that is replaced only where an option says so.
/// A remark belongs to the wrong answer and is not copied.
void set_replaced(Session& session, Measure& made, const Args& args) {
    const auto old = get_replaced(session, args, made.client, made.instrument);
    made.replaces = old.id;
    made.reason = trim(*args.reason);
    made.on = args.on.value_or(old.on);
    made.moment = args.moment.value_or(old.moment);
    made.language = args.language.value_or(old.language);
}

Measure make_measure(Session& session, const Instrument& instrument, const Args& args) {
    auto scored = score_answers(instrument, args.typed);
    const auto& user = session.user();
    Measure made{
        .id = {},
        .uuid = session.new_uuid(),
        .client = session.get<clients::Directory>().get(session, args.client).id,
        .complaint = {},
        .instrument = instrument.id,
        .version = instrument.version,
        .language = args.language.value_or(instrument.language),
        .on = args.on.value_or(session.today()),
        .moment = {},
        .score = scored.score,
        .given = std::move(scored.given),
        .remark = trim(args.remark.value_or("")),
        .replaces = {},
        .reason = {},
        .made = session.civil_now(),
        .author = user.id,
        .author_name = user.name};
    require_past(session, made.on);
    set_moment(made, instrument, args);
    set_complaint(session, made, instrument, args);
    if (args.replaces) {
        set_replaced(session, made, args);
    } else if (args.reason) {
        throw UsageError("--reason belongs to --replaces", "leave out --reason");
    }
    return made;
}

/// The values of the same kind, this one included.
std::vector<Point> comparable(Session& session, const Instrument& instrument, const Measure& made) {
    std::vector<Point> points;
    for (const auto& one : measures_of(session.db(), made.client)) {
        if (one.instrument == instrument.id && one.complaint == made.complaint &&
            one.moment == made.moment && one.version == made.version &&
            one.language == made.language) {
            points.push_back({.on = one.on, .value = one.score});
        }
    }
    return points;
}

void report_change(Session& session, const Instrument& instrument, const Measure& made) {
    const auto subject = subject_of(session, instrument, made.complaint);
    if (const auto change = change_in(instrument, comparable(session, instrument, made), subject)) {
        session.report(
            instrument.name + " since " + change->first.on.iso() + ": " +
            describe(instrument, *change)
        );
    }
    for (const auto& text : meanings_of(instrument, made.score, made.given.parts, subject)) {
        session.report(instrument.name + ": " + text);
    }
    if (const auto text = unsuited_text(instrument, subject); !text.empty()) {
        session.report(text);
    }
}

Result run(Session& session, const Args& args) {
    const auto instruments = all_instruments(session);
    const auto& instrument = get_instrument(session, instruments, args.instrument);
    auto made = make_measure(session, instrument, args);
    made.id = insert_measure(session.db(), made);
    session.report(
        made.id.str() + ": " + instrument.name + " " + score_text(instrument, made.score) +
        (made.complaint ? ", for " + made.complaint->str() : "") +
        (made.on == session.today() ? "" : ", on " + made.on.iso())
    );
    report_change(session, instrument, made);
    return Message{
        made.id.str(),
        Value::Object{
            {"id", made.id.str()},
            {"client", made.client.str()},
            {"instrument", made.instrument},
            {"on", made.on.iso()},
            {"score", made.score}}};
}

} // namespace

CommandSpec measure_record_command() {
    return command<Args>({
        .summary = "record a client's answers to an instrument",
        .examples =
            {"praxis measure record maria nprs 6",
             "praxis measure record maria psfs -a \"sleep through=4\" -a \"sit a working day=3\" "
             "-a \"carry her son=2\"",
             "praxis measure record maria rmdq --ticked 1,4,9",
             "praxis measure record maria start-back 6 --part distress=4"},
        .exits = {{Exit::not_found, "there is no such client, complaint or instrument"}},
        .access = Access::write,
        .options = options,
        .prepare = prepare,
        .run = run,
    });
}

} // namespace praxis
