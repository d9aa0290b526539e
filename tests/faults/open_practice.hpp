// SPDX-License-Identifier: MIT
#pragma once
#include "practice/file.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace praxis::testing {

/// Opens a practice as praxis does, without a command. A plain practice needs no passphrase.
inline std::unique_ptr<SQLite::Database>
open_practice(const std::string& path, practice::Mode mode, const std::string& passphrase) {
    const auto unlock = [&](const std::vector<practice::KeySlot>& slots, const std::string&) {
        return practice::unseal(slots, passphrase);
    };
    return std::move(practice::open(path, mode, unlock).db);
}

} // namespace praxis::testing
