// SPDX-License-Identifier: MIT
#include "screen/answers.hpp"
#include "screen/completions.hpp"
#include "screen/due.hpp"
#include "screen/recording.hpp"
#include "screen/screen_queries.hpp"

#include <praxis/command.hpp>
#include <praxis/text.hpp>

#include <utility>

namespace praxis {
namespace {

using namespace safety;

struct Args {
    std::string client;
    std::optional<std::string> all;
    std::vector<std::string> sets;
    std::optional<std::string> from;
    std::optional<std::string> complaint;
    std::optional<Date> on;
    std::string remark;
    GivenAnswers answers; // set by prepare()
};

void options(Options<Args>& options) {
    options.argument(&Args::client, "CLIENT", "id or name of the client")
        .argument(&Args::all, "none", "the word none: all answers that you do not give are no")
        .option(&Args::sets, "set", "QUESTION=ANSWER", "yes, no or unknown, and a detail behind it")
        .letter('s')
        .completed_by(complete_question)
        .option(&Args::from, "from", "FILE", "answers, TOML or JSON; - is standard input")
        .letter('f')
        .option(&Args::complaint, "complaint", "COMPLAINT", "default: all open complaints")
        .option(&Args::on, "on", "DATE", "day of the screen (default: today)")
        .option(&Args::remark, "remark", "TEXT", "when it began, whom you informed")
        .letter('m');
}

void check_arguments(Session& session, const Args& args) {
    if (args.all && fold(*args.all) != "none") {
        throw UsageError(
            "unexpected argument '" + truncate_to_width(visible(*args.all), 30) + "'",
            "write none when all answers are no"
        );
    }
    if (args.on && *args.on > session.today()) {
        throw UsageError("--on " + args.on->iso() + " is in the future", "leave out --on");
    }
}

/// Whose screen it is, and what the two keys do.
std::string greeting_of(Session& session, const ScreenSubject& subject) {
    const auto& client = subject.client;
    auto text = visible(client.full_name) + "  " + client.id.str() +
                (client.born ? "  born " + client.born->iso() : std::string{});
    std::vector<std::string> titles;
    for (const auto& complaint : subject.complaints) {
        titles.push_back(visible(complaint.title));
    }
    const auto last = newest_screen(session.db(), client.id, session.today());
    text += "\n" + (titles.empty() ? std::string{"no open complaint"} : join(titles, "; ")) +
            "; last screen: " + (last ? last->on.iso() : "none");
    return text + "\nAsk each question aloud. Enter = no, y = yes, u = not known, ? = why it is "
                  "asked\n\n";
}

void prepare(Session& session, Args& args) {
    check_arguments(session, args);
    const auto book = load_screen_book(session);
    if (args.from) {
        auto file = read_answer_file(
            book, session.read_text(*args.from), *args.from == "-" ? "standard input" : *args.from
        );
        args.answers = std::move(file.answers);
        args.remark = args.remark.empty() ? file.remark : args.remark;
    }
    for (auto& [id, answer] : read_sets(book, args.sets)) {
        args.answers[id] = answer;
    }
    if (!args.all && !args.from && args.sets.empty()) {
        const auto subject = find_subject(session, args.client, args.complaint);
        ask_questions(
            session,
            book,
            questions_for(book, subject.regions()),
            greeting_of(session, subject),
            "praxis screen record " + subject.client.id.str() +
                " none records no for all; --set QUESTION=yes and --from FILE give other answers",
            args.answers
        );
    }
}

Result run(Session& session, const Args& args) {
    const auto book = load_screen_book(session);
    const auto subject = find_subject(session, args.client, args.complaint);
    const auto screen = record_screen(
        session,
        book,
        subject,
        put_together(
            book, subject.regions(), args.answers, args.all ? Answer::no : Answer::unknown
        ),
        args.on.value_or(session.today()),
        args.remark
    );
    report_screen(session, book, screen);
    if (screen.urgency && !book.facts(*screen.urgency).treat) {
        session.end_with(Exit::refused);
    }
    return Message{screen.id.str(), screen_value(screen)};
}

} // namespace

CommandSpec screen_record_command() {
    return command<Args>({
        .summary = "ask the red-flag questions and record the answers",
        .examples =
            {"praxis screen record maria",
             "praxis screen record maria none",
             "praxis screen record maria none --set weakness=\"yes, left foot since Tuesday\"",
             "praxis screen record maria --from answers.toml"},
        .exits =
            {{Exit::refused,
              "recorded, and an answer asks for medical care on the same day: do not treat"},
             {Exit::needs_input,
              "no answer was given, and praxis cannot ask; nothing is recorded"}},
        .access = Access::write,
        .options = options,
        .prepare = prepare,
        .run = run,
    });
}

} // namespace praxis
