// SPDX-License-Identifier: MIT
#include "directory.hpp"
#include "options/option_text.hpp"

#include <praxis/command.hpp>
#include <praxis/period.hpp>

namespace praxis {
namespace {

struct Args {
    std::string complaint;
    std::optional<std::string> reason;
    clients::OptionText on;
    std::optional<std::string> note;
    bool undo = false;
};

void options(Options<Args>& options) {
    options.argument(&Args::complaint, "COMPLAINT", "id of the complaint, such as CO-0001")
        .option(&Args::reason, "reason", "REASON", "reason for closing it")
        .choices({"resolved", "referred", "transferred", "stopped", "other"})
        .option(&Args::on, "on", "DATE", "day it ended (default: today)")
        .option(&Args::note, "note", "TEXT", "remark on closing")
        .flag(&Args::undo, "undo", "reopen a closed complaint");
}

void reopen(clients::ComplaintRow& complaint, const Args& args) {
    if (args.reason || args.on || args.note) {
        throw UsageError(
            "--undo excludes the other options", "leave out --reason, --on and --note"
        );
    }
    if (!complaint.closed_on) {
        throw Refused(
            complaint.id.str() + " is not closed", "praxis complaint show " + complaint.id.str()
        );
    }
    complaint.closed_on.reset();
    complaint.closing_reason.reset();
    complaint.closing_note.reset();
}

void close(Session& session, clients::ComplaintRow& complaint, const Args& args) {
    if (complaint.closed_on) {
        throw Refused(
            complaint.id.str() + " was already closed on " + complaint.closed_on->iso(),
            "praxis complaint close " + complaint.id.str() + " --undo reopens it"
        );
    }
    complaint.closing_reason = clients::text_or_nothing(args.reason.value_or(""));
    if (!complaint.closing_reason) {
        throw UsageError(
            "--reason is missing", "give resolved, referred, transferred, stopped or other"
        );
    }
    clients::set_day(session, complaint.closed_on, args.on, "--on");
    complaint.closed_on = complaint.closed_on.value_or(session.today());
    clients::check_not_in_future(session, complaint.closed_on, "--on");
    const auto onset = period_from_iso(complaint.onset.value_or(""));
    if (onset && *complaint.closed_on < onset->first) {
        throw Refused(
            "--on " + complaint.closed_on->iso() + " is before the onset of " + complaint.id.str() +
            ", " + onset->text
        );
    }
    clients::set_text(complaint.closing_note, args.note);
}

Result run(Session& session, const Args& args) {
    auto complaint = clients::get_complaint(session.db(), args.complaint);
    if (args.undo) {
        reopen(complaint, args);
    } else {
        close(session, complaint, args);
    }
    clients::update_complaint(session.db(), complaint);
    const auto id = complaint.id.str();
    return Message{
        id,
        Value::Object{
            {"id", id},
            {"state", args.undo ? "open" : "closed"},
            {"closed_on", clients::day_value(complaint.closed_on)},
            {"closing_reason", complaint.closing_reason}}};
}

} // namespace

CommandSpec complaint_close_command() {
    return command<Args>({
        .summary = "close a complaint and record the reason",
        .examples =
            {"praxis complaint close CO-0001 --reason resolved",
             "praxis complaint close CO-0001 --reason referred --on 2026-11-13",
             "praxis complaint close CO-0001 --undo"},
        .access = Access::write,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
