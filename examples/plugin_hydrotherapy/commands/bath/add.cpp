// SPDX-License-Identifier: MIT
// The path is the command: praxis bath add.
#include "bath_queries.hpp"

#include <praxis/clients/directory.hpp>
#include <praxis/command.hpp>

namespace praxis {
namespace {

struct Args {
    std::string client;
    std::string kind;
    int minutes = 0;
    std::optional<double> celsius;
    std::optional<std::string> skin_after;
};

void options(Options<Args>& options) {
    options.argument(&Args::client, "CLIENT", "id or name of the client");
    options.option(&Args::kind, "kind", "KIND", "kind of bath or pack")
        .required()
        .choices({"warm", "cold", "contrast"});
    options.option(&Args::minutes, "minutes", "N", "minutes of treatment").required();
    options.option(
        &Args::celsius, "celsius", "DEGREES", "water temperature; for contrast, of the warm water"
    );
    options.option(&Args::skin_after, "skin-after", "TEXT", "the skin afterwards");
}

/// Catches typing mistakes. These are not clinical limits, which remain the therapist's judgement.
void refuse_typing_mistakes(const Args& args) {
    if (args.minutes < 1 || args.minutes > 180) {
        throw UsageError("--minutes must be between 1 and 180");
    }
    if (args.celsius && (*args.celsius < 0 || *args.celsius > 60)) {
        throw UsageError(
            "--celsius must be between 0 and 60", "give the temperature in °C, not in °F"
        );
    }
}

Result run(Session& session, const Args& args) {
    refuse_typing_mistakes(args);
    const auto client = session.get<clients::Directory>().get(session, args.client);
    const auto number = hydrotherapy::insert_bath(
        session.db(),
        {.uuid = session.new_uuid(),
         .client = client.id,
         .given = session.civil_now(),
         .kind = args.kind,
         .length = Minutes{args.minutes},
         .celsius = args.celsius,
         .skin_after = args.skin_after.value_or("")}
    );
    return Message{
        std::to_string(number), Value::Object{{"bath", number}, {"client", client.id.str()}}};
}

} // namespace

CommandSpec bath_add_command() {
    return command<Args>({
        .summary = "record a bath or a pack",
        .examples = {"praxis bath add maria --kind contrast --minutes 15 --celsius 38"},
        .access = Access::write,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
