// SPDX-License-Identifier: MIT
// Key functions of the interfaces that the host implements and plugins call: they keep one vtable,
// in the core.
#include <praxis/plugin.hpp>
#include <praxis/session.hpp>

namespace praxis {

Session::~Session() = default;

Registry::~Registry() = default;

} // namespace praxis
