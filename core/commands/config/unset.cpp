// SPDX-License-Identifier: MIT
#include "session/change_config.hpp"
#include "session/host_session.hpp"
#include "system/edit_config.hpp"

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

/// A name that no table knows can be taken out, too: that is how a misspelt one is removed.
Result run(Session& session, const Args& args) {
    auto& host = host_session(session);
    const auto path = own_config_file(host.environment(), host.globals().config);
    const auto before = read_config(path);
    const auto after = unset_in_config(before, args.setting);
    if (after == before) {
        throw NotFound(
            "'" + visible(args.setting) + "' is not set in " + visible(path),
            "praxis config list --show-origin"
        );
    }
    return write_config(host, path, after, args.setting);
}

} // namespace

CommandSpec config_unset_command() {
    return command<Args>({
        .summary = "remove one setting from your configuration file",
        .examples = {"praxis config unset dates.order"},
        .access = Access::none,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
