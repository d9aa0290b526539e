// SPDX-License-Identifier: MIT
#include "trend.hpp"

#include "completions.hpp"

#include <praxis/command.hpp>
#include <praxis/document_output.hpp>
#include <praxis/period.hpp>

#include <memory>
#include <utility>

namespace praxis {
namespace {

using namespace outcomes;

struct Args : DocumentOutput {
    std::string client;
    std::vector<std::string> instruments;
    std::optional<std::string> complaint;
    std::optional<std::string> since;
    std::optional<double> important;
};

std::vector<std::string> complete_format(const Completing& half) {
    auto formats = complete_document_format(half);
    formats.emplace_back("svg");
    return formats;
}

void options(Options<Args>& options) {
    options.argument(&Args::client, "CLIENT", "id or name of the client")
        .option(&Args::instruments, "instrument", "ID", "only this instrument")
        .letter('i')
        .completed_by(complete_instrument)
        .option(
            &Args::complaint,
            "complaint",
            "COMPLAINT",
            "default: the only open one; all when none is open"
        )
        .option(&Args::since, "since", "DATE", "only this day and later")
        .option(
            &Args::important,
            "important",
            "POINTS",
            "your own important change, for the instrument that you name"
        );
    declare_document_output(options, complete_format);
}

TrendRequest request_of(Session& session, const Args& args) {
    auto& directory = session.get<clients::Directory>();
    TrendRequest request{
        .client = directory.get(session, args.client),
        .complaint = {},
        .since = read_first_day(session, "since", args.since),
        .instruments = args.instruments,
        .important = args.important};
    request.complaint = choose_complaint(session, request.client.id, args.complaint);
    return request;
}

void check_important(const Args& args) {
    if (args.important && (args.instruments.size() != 1 || !(*args.important > 0))) {
        throw UsageError(
            "--important needs one instrument and a number above 0",
            "praxis measure trend CLIENT --instrument relaxation --important 2"
        );
    }
}

/// These formats show the values of a chart as a table.
bool shows_values(const std::string& format) {
    return format == "txt" || format == "md";
}

/// The drawing alone, not a page.
bool is_drawing(const Args& args) {
    return args.as ? *args.as == "svg" : format_of_file(args.output.value_or("")) == "svg";
}

Result run(Session& session, const Args& args) {
    check_important(args);
    const auto trend =
        std::make_shared<const Trend>(read_trend(session, request_of(session, args)));
    if (!args.is_file()) {
        return View{
            [trend] { return trend_value(*trend); },
            [trend, &session] { return trend_document(session, *trend, false); }};
    }
    if (is_drawing(args)) {
        return File{
            trend_drawing(session, *trend),
            args.output.value_or("-"),
            args.force,
            Value::Object{{"client", trend->request.client.id.str()}, {"format", "svg"}}};
    }
    const auto format = choose_document_format(session, args, "trend");
    return write_document(
        session,
        args,
        format,
        trend_document(session, *trend, !shows_values(format)),
        Value::Object{{"client", trend->request.client.id.str()}}
    );
}

} // namespace

CommandSpec measure_trend_command() {
    return command<Args>({
        .summary = "show how a client's outcomes change over time",
        .examples =
            {"praxis measure trend maria",
             "praxis measure trend maria --instrument nprs -o trend.pdf",
             "praxis measure trend maria --instrument nprs -o trend.svg",
             "praxis measure trend maria -i relaxation --important 2"},
        .exits = {{Exit::not_found, "there is no such client, complaint or instrument"}},
        .access = Access::read,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
