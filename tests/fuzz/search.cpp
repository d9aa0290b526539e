// SPDX-License-Identifier: MIT
// What libFuzzer calls, for the target that PRAXIS_FUZZ_TARGET names. See tests/fuzz/run.
// source  https://llvm.org/docs/LibFuzzer.html
#include "targets.hpp"

#include <praxis/error.hpp>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

namespace {

praxis::fuzz::Target find_target() {
    const char* name = std::getenv("PRAXIS_FUZZ_TARGET");
    for (const auto& targets : {praxis::fuzz::core_targets(), praxis::fuzz::soap_targets()}) {
        for (const auto& target : targets) {
            if (name != nullptr && target.name == name) {
                return target;
            }
        }
    }
    praxis::fuzz::demand(false, "PRAXIS_FUZZ_TARGET names no target");
    return {};
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const auto target = find_target();
    try {
        target.read(std::string_view{reinterpret_cast<const char*>(data), size});
    } catch (const praxis::Error&) {
        return 0; // refused, as it should be
    }
    return 0;
}
