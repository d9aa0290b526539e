// SPDX-License-Identifier: MIT
#include "homecare/checklist.hpp"
#include "homecare/new_home_care.hpp"

#include <praxis/clients/directory.hpp>
#include <praxis/command.hpp>
#include <praxis/text.hpp>

namespace praxis {
namespace {

using namespace plans::home;

constexpr int days_of_a_week = 7;

struct Args {
    std::string client;
    std::string checklist;
    std::vector<std::string> set;
    std::optional<std::string> all;
    std::optional<Date> on;
    Answers asked; // on the terminal
};

void options(Options<Args>& options) {
    options.argument(&Args::client, "CLIENT", "id or name of the client")
        .argument(&Args::checklist, "CHECKLIST", "desk, home or habits")
        .completed_by(complete_checklist)
        .option(&Args::set, "set", "QUESTION=ANSWER", "yes, no or unknown")
        .option(&Args::all, "all", "ANSWER", "the same answer to every question not set")
        .choices({"yes", "no"})
        .option(&Args::on, "on", "DATE", "day of the answers (default: today)");
}

/// Asks what no option answers. Without a terminal those questions stay open.
void ask_rest(Session& session, Args& args) {
    const auto library = load_library(session);
    const auto& list = get_checklist(library, args.checklist);
    const auto known = read_answers(list, args.set, args.all);
    std::size_t number = 0;
    for (const auto& question : list.questions) {
        ++number;
        if (known.contains(question.id)) {
            continue;
        }
        const auto place = std::to_string(number) + "/" + std::to_string(list.questions.size());
        const auto answer = session.ask(place + "  " + question.ask + " [y/n/u] ");
        if (!answer) {
            return;
        }
        args.asked[question.id] =
            trim(*answer).empty() ? "unknown" : get_answer(*answer, question.id);
    }
}

Answers all_answers(const Checklist& list, const Args& args) {
    auto answers = read_answers(list, args.set, args.all);
    answers.insert(args.asked.begin(), args.asked.end());
    refuse_open_questions(list, answers);
    return answers;
}

Result run(Session& session, const Args& args) {
    const auto client = session.get<clients::Directory>().get(session, args.client).id;
    const auto library = load_library(session);
    const auto& list = get_checklist(library, args.checklist);
    auto row = new_home_care(session, client, Kind::checklist, list.name);
    row.first_day = args.on.value_or(row.first_day);
    if (session.today() < row.first_day) {
        throw UsageError(
            "--on " + row.first_day.iso() + " is in the future", "give today or an earlier day"
        );
    }
    row.item = list.id;
    row.version = list.version;
    row.content = answers_content(list, all_answers(list, args));
    if (list.again_after_weeks > 0) {
        row.last_day = row.first_day.plus_days(list.again_after_weeks * days_of_a_week);
    }
    row.id = insert_home_care(session.db(), row);
    for (const auto& pair : first_and_last(session.db(), client)) {
        if (pair.last.item == list.id) {
            session.report(list.name + ": " + compare_summary(pair));
        }
    }
    return Message{
        row.id.str(),
        Value::Object{
            {"id", row.id.str()},
            {"client", client.str()},
            {"checklist", list.id},
            {"answers", *row.content.find("answers")}}};
}

} // namespace

CommandSpec homecare_check_command() {
    return command<Args>({
        .summary = "ask a checklist: the desk, the home, habits",
        .details = "On a terminal praxis asks each question that no option answers; Enter means "
                   "unknown. Ask again at a later visit: praxis homecare compare shows both "
                   "answers side by side.",
        .examples =
            {"praxis homecare check maria desk",
             "praxis homecare check maria desk --all yes --set feet=no"},
        .access = Access::write,
        .options = options,
        .prepare = ask_rest,
        .run = run,
    });
}

} // namespace praxis
