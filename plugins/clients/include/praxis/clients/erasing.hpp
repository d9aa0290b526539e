// SPDX-License-Identifier: MIT
#pragma once
#include <praxis/date.hpp>
#include <praxis/id.hpp>

#include <memory>
#include <string_view>

namespace praxis::clients {

/// A client is erased for good. A `before` listener deletes what its plugin holds of the client,
/// after it has raised `last_entry` to the newest date of entry among it: how long a record has to
/// be kept counts from there. Session::begin_erasure() was called already.
struct ClientErasing {
    static constexpr std::string_view id = "client.erasing/1";
    ClientId client;
    std::shared_ptr<Instant> last_entry;
};

} // namespace praxis::clients
