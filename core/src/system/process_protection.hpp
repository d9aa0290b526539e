// SPDX-License-Identifier: MIT
/// What keeps health records inside this process, as the process itself sees it.
#pragma once
#include <string>
#include <vector>

namespace praxis {

struct Protection {
    std::string key;   // snake_case, stable: "no_network"
    std::string label; // for people: "cannot talk to the network"
    bool active = false;
};

/// What is active now, always in the same order: private_files, no_core_files, private_memory,
/// no_new_rights, no_network, survives_closed_pipes, survives_full_quota. It is read from the
/// kernel, never from what was asked for; what cannot be read is not active. A build with
/// AddressSanitizer has no private_memory, because its leak check needs to look inside.
/// `status` is the kernel's account of this process.
std::vector<Protection> process_protections(const std::string& status = "/proc/self/status");

/// What the compiler built into this library: "fortified sources 3, stack protector".
std::string compiled_protections();

} // namespace praxis
