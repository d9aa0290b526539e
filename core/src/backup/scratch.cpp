// SPDX-License-Identifier: MIT
#include "backup/scratch.hpp"

#include "system/unfinished.hpp"

#include <boost/filesystem.hpp>

#include <unistd.h>

namespace praxis::backup {

Restored try_restore(HostSession& session, const std::string& file, Passphrase& passphrase) {
    auto place = folder_of(session.practice_path());
    if (!boost::filesystem::is_directory(place) || ::access(place.c_str(), W_OK) != 0) {
        place = session.environment().variable("TMPDIR").value_or("/tmp");
    }
    const UnfinishedFolder folder{place};
    return restore_sound(file, folder.path(), passphrase);
}

} // namespace praxis::backup
