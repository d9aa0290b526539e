// SPDX-License-Identifier: MIT
#pragma once
#include "backup/restore.hpp"
#include "session/host_session.hpp"

#include <string>

namespace praxis::backup {

/// Restores a backup to a temporary place, which is gone when the call returns: in the folder of
/// the practice; on a machine without one in that of TMPDIR, or /tmp.
/// errors  as restore_sound
Restored try_restore(HostSession& session, const std::string& file, Passphrase& passphrase);

} // namespace praxis::backup
