// SPDX-License-Identifier: MIT
#include "directory.hpp"
#include "intake/intake_sheet.hpp"

namespace praxis {
namespace {

struct Args {
    std::string client;
    std::optional<std::string> from;
    std::vector<clients::IntakeStep> steps; // set by prepare()
};

void options(Options<Args>& options) {
    options.argument(&Args::client, "CLIENT", "id or name of the client")
        .option(&Args::from, "from", "FILE", "the sheet, TOML or JSON; - is standard input")
        .letter('f');
}

void prepare(Session& session, Args& args) {
    const auto client = clients::get_client(session, args.client);
    args.steps =
        clients::obtain_intake(session, args.from, clients::full_name(client), client.uuid);
}

Result run(Session& session, const Args& args) {
    return clients::record_intake(
        session, clients::get_client(session, args.client).id, args.steps
    );
}

} // namespace

CommandSpec intake_record_command() {
    return command<Args>({
        .summary = "record what a new client tells, in one form",
        .examples = {"praxis intake record maria", "praxis intake record maria --from intake.toml"},
        .access = Access::write,
        .options = options,
        .prepare = prepare,
        .run = run,
    });
}

} // namespace praxis
