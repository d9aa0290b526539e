// SPDX-License-Identifier: MIT
#pragma once
#include "practice.hpp"

#include <praxis/stub_session.hpp>

#include <string>

namespace praxis::clients {

/// The plugin's tables as a session, on 2026-11-20 at 09:00 UTC, with no other plugin.
class TestSession : public praxis::testing::StubSession, public Tables {
  public:
    SQLite::Database& db() override { return Tables::db; }

    std::string new_uuid() override { return uuid(std::to_string(++uuids_).back()); }

  private:
    int uuids_ = 0;
};

} // namespace praxis::clients
