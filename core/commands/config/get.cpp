// SPDX-License-Identifier: MIT
#include "plugins/all_settings.hpp"
#include "session/change_config.hpp"
#include "session/host_session.hpp"

#include <praxis/command.hpp>
#include <praxis/text.hpp>

namespace praxis {
namespace {

struct Args {
    std::string setting;
};

void options(Options<Args>& options) {
    options.argument(&Args::setting, "SETTING", "its name, such as dates.order");
}

Result run(Session& session, const Args& args) {
    auto& host = host_session(session);
    const auto settings = plugins::all_settings(host.platform());
    const auto& setting = get_setting(settings, args.setting);
    const auto value = host.config().find(args.setting).value_or(setting.default_value);
    if (value.empty()) {
        throw NotFound(
            "'" + visible(args.setting) + "' is not set and has no default",
            "praxis config set " + args.setting + " VALUE"
        );
    }
    return Message{value, Value::Object{{"setting", args.setting}, {"value", value}}};
}

} // namespace

CommandSpec config_get_command() {
    return command<Args>({
        .summary = "show the value of one setting",
        .examples = {"praxis config get dates.order"},
        .exits = {{Exit::not_found, "the setting has no value"}},
        .access = Access::none,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
