// SPDX-License-Identifier: MIT
#pragma once
#include "backup/restore.hpp"
#include "session/host_session.hpp"

#include <string>

namespace praxis::backup {

/// Shows how far the work on a backup is: "writing the backup".
Advance advance_of(HostSession& session, std::string what);

/// Restores a backup to a temporary folder and removes it before the call returns. The folder lies
/// beside the practice; without a practice in TMPDIR, or /tmp.
/// errors  as restore_sound
Restored try_restore(HostSession& session, const std::string& file, Passphrase& passphrase);

} // namespace praxis::backup
