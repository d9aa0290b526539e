// SPDX-License-Identifier: MIT
#include "program.hpp"

#include "host.hpp"
#include "surroundings.hpp"

namespace praxis {
namespace {

Exit run_in_process(const std::string& bundled_plugins, const std::vector<std::string>& words) {
    return run_command(process_surroundings(bundled_plugins), words);
}

} // namespace
} // namespace praxis

const praxis::Program praxis_program{
    &praxis::run_in_process, &praxis::describe_error, &praxis::exit_of};
