// SPDX-License-Identifier: MIT
/// The code of the error that a call ends with.
#pragma once
#include <praxis/error.hpp>

#include <string>

namespace praxis::testing {

/// "nothing" when the call succeeds.
std::string code_of(const auto& call) {
    try {
        call();
    } catch (const Error& error) {
        return error.code();
    }
    return "nothing";
}

} // namespace praxis::testing
