// SPDX-License-Identifier: MIT
#pragma once
#include <praxis/date.hpp>
#include <praxis/id.hpp>

#include <memory>
#include <string_view>

namespace praxis::clients {

/// A client is being erased permanently. A `before` listener raises `last_entry` to the date of its
/// plugin's newest entry about the client, because the retention period starts there, and then
/// deletes its plugin's rows. Session::begin_erasure() has already been called.
struct ClientErasing {
    static constexpr std::string_view id = "client.erasing/1";
    ClientId client;
    std::shared_ptr<Instant> last_entry;
};

} // namespace praxis::clients
