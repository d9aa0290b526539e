// SPDX-License-Identifier: MIT
#include "fields.hpp"
#include "reply/recording.hpp"
#include "reply/reply_fhir.hpp"
#include "reply/reply_form.hpp"

#include <praxis/attachment.hpp>
#include <praxis/command.hpp>
#include <praxis/text.hpp>

#include <utility>

namespace praxis {
namespace {

using namespace referrals;

struct Args : StepOptions {
    bool interim = false;
    bool final = false;
    std::optional<std::string> from;
    std::optional<Date> dated;
    std::optional<std::string> presumed;
    std::optional<std::string> diagnosis;
    std::optional<std::string> findings;
    std::optional<std::string> services;
    std::vector<std::string> recommendations;
    std::optional<std::string> prescriptions;
    std::optional<std::string> document;
    std::vector<std::string> attach;
    Reply reply;                  // set by prepare()
    std::vector<ReplyFile> files; // the same
};

void options(Options<Args>& given) {
    add_step_options(given, "who wrote the report; default: the receiver");
    given.flag(&Args::final, "final", "the report that answers the question");
    given.flag(&Args::interim, "interim", "a report before the final one");
    given.option(&Args::from, "from", "FILE", "the report, TOML, JSON or FHIR; - is standard input")
        .letter('f');
    given.option(&Args::dated, "dated", "DATE", "the day on the report");
    given.option(&Args::presumed, "presumed", "TEXT", "presumed diagnosis");
    given.option(&Args::diagnosis, "diagnosis", "TEXT", "final diagnosis");
    given.option(&Args::findings, "findings", "TEXT", "what they found");
    given.option(&Args::services, "services", "TEXT", "what they did");
    given.option(&Args::recommendations, "recommend", "TEXT", "a recommendation");
    given.option(&Args::prescriptions, "prescriptions", "TEXT", "prescriptions and referrals");
    given.option(&Args::document, "document", "TEXT", "where you keep the document");
    given.option(&Args::attach, "attach", "FILE", "the document itself: PDF, JPEG or PNG");
}

std::string kind_of(const Args& args) {
    if (args.interim == args.final) {
        throw UsageError(
            args.final ? "--interim and --final exclude each other"
                       : "the kind of the report is missing",
            "give --interim or --final"
        );
    }
    return args.final ? "final" : "interim";
}

bool has_text(const Args& args) {
    return args.from || args.dated || args.presumed || args.diagnosis || args.findings ||
           args.services || !args.recommendations.empty() || args.prescriptions || args.document ||
           !args.attach.empty();
}

/// Options go before the file.
void take_options(const Args& args, Reply& reply) {
    reply.dated_on = args.dated ? args.dated : reply.dated_on;
    set_text(reply.presumed_diagnosis, args.presumed);
    set_text(reply.final_diagnosis, args.diagnosis);
    set_text(reply.findings, args.findings);
    set_text(reply.services, args.services);
    set_text(reply.prescriptions, args.prescriptions);
    set_text(reply.document, args.document);
    if (!args.recommendations.empty()) {
        std::vector<std::string> lines;
        for (const auto& text : texts_of(args.recommendations)) {
            lines.push_back(on_one_line(text));
        }
        reply.recommendations = text_or_nothing(join(lines, "\n"));
    }
}

void read_file(Session& session, const std::string& path, Args& args) {
    constexpr auto most_bytes = std::size_t{8} << 20U; // as of Session::read_text()
    const auto text = session.read_text(path);
    const auto source = path == "-" ? std::string{"standard input"} : path;
    if (trim(text).starts_with('{')) {
        if (const auto file = parse_json(text, source, most_bytes); is_fhir(file)) {
            auto read = reply_from_fhir(file, source);
            args.reply = std::move(read.reply);
            args.files = std::move(read.files);
            return;
        }
    }
    args.reply = read_reply(session, text, source);
}

void prepare(Session& session, Args& args) {
    const auto& step = step_of_report(kind_of(args));
    const auto referral = get_referral(session, args.referral);
    check_is_possible(session, referral, step);
    const auto receiver = get_provider(session.db(), referral.provider).name;
    if (args.from) {
        read_file(session, *args.from, args);
    } else if (!has_text(args)) {
        args.reply = edit_reply(session, referral, receiver);
    }
    take_options(args, args.reply);
    args.reply.kind = kind_of(args);
    args.reply.author =
        trim(args.by.value_or(args.reply.author.empty() ? receiver : args.reply.author));
    if (!has_content(args.reply) && args.attach.empty() && args.files.empty()) {
        throw Refused(
            "the report states nothing",
            "give --findings, --recommend or another part, or the document itself with --attach"
        );
    }
}

Result run(Session& session, const Args& args) {
    if (args.reply.author.empty()) {
        throw UsageError("--by is empty", "give --by NAME, or leave it out");
    }
    auto referral = get_referral(session, args.referral);
    check_is_possible(session, referral, step_of_report(kind_of(args)));
    const auto reply =
        record_reply(session, referral, args.reply, evidence_of(session, referral, args));
    for (const auto& path : args.attach) {
        attach_file(session, referral.client, referral.id.str(), path);
    }
    for (const auto& file : args.files) {
        attach_bytes(session, referral.client, referral.id.str(), file.name, file.bytes);
    }
    if (args.final) {
        session.report("when you have read the report: praxis referral close " + referral.id.str());
    }
    auto data = referral_value(referral);
    data["reply"] = reply_value(reply);
    return Message{referral.id.str(), std::move(data)};
}

} // namespace

CommandSpec referral_reply_command() {
    return command<Args>({
        .summary = "record the report that came back",
        .examples =
            {"praxis referral reply R-0001 --final",
             "praxis referral reply R-0001 --final --diagnosis \"sacroiliac joint dysfunction\" "
             "--findings \"left joint restricted\" --recommend \"no deep pressure for 2 weeks\"",
             "praxis referral reply R-0001 --interim --services \"3 visits\" --on 2026-12-04",
             "praxis referral reply R-0001 --final --attach report.pdf",
             "praxis referral reply R-0001 --final --from report.toml",
             "praxis referral reply R-0001 --final --from fhir-report.json"},
        .exits =
            {{Exit::refused,
              "the referral is in a state in which no report arrives, the report "
              "states nothing, or a day is not valid"},
             {Exit::needs_input, "no part of the report was given, and praxis cannot open a form"}},
        .access = Access::write,
        .options = options,
        .prepare = prepare,
        .run = run,
    });
}

} // namespace praxis
