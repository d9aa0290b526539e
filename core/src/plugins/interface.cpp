// SPDX-License-Identifier: MIT
// The key functions of what the host implements and plugins call: one vtable, in the core.
#include <praxis/plugin.hpp>
#include <praxis/session.hpp>

namespace praxis {

Session::~Session() = default;

Registry::~Registry() = default;

} // namespace praxis
