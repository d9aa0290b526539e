// SPDX-License-Identifier: MIT
#include "backup/scratch.hpp"

#include "system/unfinished.hpp"

#include <boost/filesystem.hpp>

#include <unistd.h>
#include <utility>

namespace praxis::backup {

Advance advance_of(HostSession& session, std::string what) {
    return [&session, what = std::move(what)](std::uint64_t done, std::uint64_t total) {
        session.progress(what, done, total);
    };
}

Restored try_restore(HostSession& session, const std::string& file, Passphrase& passphrase) {
    auto place = folder_of(session.practice_path());
    if (!boost::filesystem::is_directory(place) || ::access(place.c_str(), W_OK) != 0) {
        place = session.environment().variable("TMPDIR").value_or("/tmp");
    }
    const UnfinishedFolder folder{place};
    return restore_sound(
        file,
        folder.path(),
        passphrase,
        session.platform(),
        advance_of(session, "restoring the backup to check it")
    );
}

} // namespace praxis::backup
