// SPDX-License-Identifier: MIT
#include "client_chart.hpp"
#include "delivery.hpp"
#include "fhir/bundle.hpp"
#include "fhir/gather.hpp"

#include <praxis/as_of.hpp>
#include <praxis/clients/directory.hpp>
#include <praxis/period.hpp>

namespace praxis {
namespace {

struct Args : RecordOutput {
    std::string client;
    std::optional<std::string> audience;
    std::optional<std::string> complaint;
    std::optional<std::string> since;
    std::optional<Date> as_of;
    std::string past = {}; // with --as-of: the bytes, which prepare() makes
};

void options(Options<Args>& options) {
    options.argument(&Args::client, "CLIENT", "the client's number or name");
    declare_record_output(options, exports::complete_format);
    options
        .option(
            &Args::audience, "for", "WHO", "the reader, who decides what is left out; default: file"
        )
        .choices({"file", "provider", "client"})
        .option(&Args::complaint, "complaint", "COMPLAINT", "only this episode")
        .option(&Args::since, "since", "DATE", "only that day and later")
        .option(&Args::as_of, "as-of", "DATE", "the record as it was at the end of that day");
}

Audience audience_of(const Args& args) {
    const auto word = args.audience.value_or("file");
    return word == "client"     ? Audience::client
           : word == "provider" ? Audience::provider
                                : Audience::file;
}

/// Formats for programs hold the whole record: a part that looks like the whole would lose records.
void check_selection(const Args& args, const std::string& format) {
    const bool whole = format == "json" || format == exports::fhir_format;
    if (whole && (args.audience || args.complaint || args.since)) {
        throw UsageError(
            "--for, --complaint and --since select parts of a chart for people; " + format +
                " is always the whole record",
            "leave them out, or use a format for people: --as pdf"
        );
    }
}

/// errors  UsageError when it is not a complaint's number; NotFound when it is another client's
std::optional<ComplaintId> complaint_of(Session& session, const Args& args, ClientId client) {
    if (!args.complaint) {
        return std::nullopt;
    }
    const auto id = ComplaintId::parse(*args.complaint);
    const auto hint = "praxis complaint list " + client.str();
    if (!id) {
        throw UsageError("--complaint takes a complaint's number, such as CO-0001", hint);
    }
    const auto complaint = session.get<clients::Directory>().get_complaint(session, *id);
    if (complaint.client != client) {
        throw NotFound(id->str() + " is not a complaint of " + client.str(), hint);
    }
    return id;
}

std::string
bytes_of(Session& session, const Args& args, const std::string& format, ClientId client) {
    if (format == "json") {
        return exports::client_record(session, client);
    }
    if (format == exports::fhir_format) {
        const auto resources = exports::fhir::gather(session, {.client = client});
        const auto now = session.civil_now().iso();
        return to_json(exports::fhir::collection(resources, now), 2) + "\n";
    }
    ChartRequest request;
    request.client = client;
    request.audience = audience_of(args);
    request.complaint = complaint_of(session, args, client);
    request.since = read_first_day(session, "--since", args.since);
    return exports::render(session, exports::client_chart(session, request), format, args);
}

std::string bytes_of(Session& session, const Args& args, const std::string& format) {
    const auto client = session.get<clients::Directory>().get(session, args.client).id;
    return bytes_of(session, args, format, client);
}

/// The past is read before praxis locks anything; the disclosure is written today.
void prepare(Session& session, Args& args) {
    const auto format = exports::choose_format(session, args, "client");
    check_selection(args, format);
    if (args.as_of) {
        args.past =
            read_as_of(session, *args.as_of, [&] { return bytes_of(session, args, format); });
    }
}

Result run(Session& session, const Args& args) {
    const auto format = exports::choose_format(session, args, "client");
    const auto client = session.get<clients::Directory>().get(session, args.client).id;
    auto bytes = args.as_of ? args.past : bytes_of(session, args, format, client);
    const auto what = "record of " + client.str() +
                      (args.as_of ? " as it was known on " + args.as_of->iso() : "");
    return exports::disclose(session, args, format, client, what, std::move(bytes));
}

} // namespace

CommandSpec export_client_command() {
    return command<Args>({
        .summary = "write a client's whole record to a file",
        .examples =
            {"praxis export client maria -o maria.pdf",
             "praxis export client maria --for client -o copy.html --recipient \"Maria Lopez\" "
             "--purpose \"client's own copy\"",
             "praxis export client maria --as fhir -o maria.json --purpose treatment",
             "praxis export client maria --as-of 2026-10-01 -o october.pdf"},
        .access = Access::write,
        .options = options,
        .prepare = prepare,
        .run = run,
    });
}

} // namespace praxis
