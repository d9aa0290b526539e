// SPDX-License-Identifier: MIT
#include "plugins/all_settings.hpp"
#include "session/change_config.hpp"
#include "session/host_session.hpp"
#include "system/edit_config.hpp"

#include <praxis/command.hpp>
#include <praxis/text.hpp>

namespace praxis {
namespace {

struct Args {
    std::string setting;
    std::string value;
};

void options(Options<Args>& options) {
    options.argument(&Args::setting, "SETTING", "its name, such as dates.order");
    options.argument(&Args::value, "VALUE", "its new value");
}

void report_if_overridden(HostSession& session, const std::string& name) {
    const auto variable = variable_of_setting(name);
    if (!session.environment().variable(variable).value_or("").empty()) {
        session.report("the variable " + variable + " overrides it as long as it is set");
    }
}

Result run(Session& session, const Args& args) {
    auto& host = host_session(session);
    const auto settings = plugins::all_settings(host.platform());
    const auto& setting = get_setting(settings, args.setting);
    if (!is_valid(setting, args.value)) {
        throw UsageError(
            "invalid value '" + visible(args.value) + "' for " + args.setting + "; give " +
                describe_type(setting),
            "praxis config list --all"
        );
    }
    const auto path = own_config_file(host.environment(), host.globals().config);
    const auto text = set_in_config(read_config(path), setting, args.setting, args.value);
    report_if_overridden(host, args.setting);
    return write_config(host, path, text, args.setting);
}

} // namespace

CommandSpec config_set_command() {
    return command<Args>({
        .summary = "change one setting in your configuration file",
        .examples = {"praxis config set paper letter", "praxis config set dates.order day-first"},
        .access = Access::none,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
