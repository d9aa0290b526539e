// SPDX-License-Identifier: MIT
#include "session/host_session.hpp"

#include <praxis/command.hpp>
#include <praxis/text.hpp>

namespace praxis {
namespace {

struct Args {
    std::string setting;
};

void options(Options<Args>& options) {
    options.argument(&Args::setting, "SETTING", "its dotted path, such as dates.order");
}

Result run(Session& session, const Args& args) {
    const auto value = host_session(session).config().find(args.setting);
    if (!value) {
        throw NotFound("'" + visible(args.setting) + "' is not configured", "praxis config list");
    }
    return Message{*value, Value::Object{{"setting", args.setting}, {"value", *value}}};
}

} // namespace

CommandSpec config_get_command() {
    return command<Args>({
        .summary = "show one setting",
        .examples = {"praxis config get dates.order"},
        .access = Access::none,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
