// SPDX-License-Identifier: MIT
#include "host/program.hpp"

#include "host/host.hpp"
#include "plugins/crash_note.hpp"
#include "system/environment.hpp"
#include "text/wrap_message.hpp"

namespace praxis {
namespace {

Exit run_in_process(const std::string& bundled_plugins, const std::vector<std::string>& arguments) {
    const auto environment = process_environment(bundled_plugins);
    plugins::watch_for_crashes();
    return run_praxis(environment, arguments);
}

std::string describe(const std::exception& error, const std::vector<std::string>& arguments) {
    return wrap_message(describe_error(error, arguments), message_width());
}

} // namespace
} // namespace praxis

const praxis::Program praxis_program{&praxis::run_in_process, &praxis::describe, &praxis::exit_of};
