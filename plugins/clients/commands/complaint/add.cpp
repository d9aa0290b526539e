// SPDX-License-Identifier: MIT
#include "directory.hpp"
#include "options/complaint_options.hpp"

#include <praxis/command.hpp>

namespace praxis {
namespace {

struct Args : clients::ComplaintOptions {
    std::string client;
};

void options(Options<Args>& options) {
    options.argument(&Args::client, "CLIENT", "id or name of the client");
    clients::add_complaint_options(options);
}

/// Two open complaints in one region are often one recorded twice.
void report_same_region(Session& session, const clients::ComplaintRow& complaint) {
    for (const auto& other : clients::complaints_of(session.db(), complaint.client)) {
        if (complaint.region && !other.closed_on && other.region == complaint.region) {
            session.report(
                other.id.str() + " in the same region is also open: praxis complaint show " +
                other.id.str()
            );
        }
    }
}

Result run(Session& session, const Args& args) {
    const auto client = clients::get_client(session, args.client);
    clients::ComplaintRow complaint;
    complaint.client = client.id;
    clients::apply(session, args, client, complaint);
    report_same_region(session, complaint);
    complaint.uuid = session.new_uuid();
    complaint.added = session.civil_now();
    const auto id = clients::insert_complaint(session.db(), complaint);
    return Message{
        id.str(),
        Value::Object{{"id", id.str()}, {"uuid", complaint.uuid}, {"client", client.id.str()}}};
}

} // namespace

CommandSpec complaint_add_command() {
    return command<Args>({
        .summary = "record a complaint that a client seeks treatment for",
        .details = "Without --title the title is the region and side.",
        .examples =
            {"praxis complaint add maria --cause posture --cause muscle-tension "
             "--region lower-back --side both --onset 2026-09-01",
             "praxis complaint add C-0002 --cause injury --mechanism sport --region ankle "
             "--side left --onset yesterday --onset-type sudden --goal \"run again in May\""},
        .access = Access::write,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
