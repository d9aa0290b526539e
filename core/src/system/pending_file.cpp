// SPDX-License-Identifier: MIT
#include "system/pending_file.hpp"

#include "base/hex.hpp"
#include "system/io.hpp"

#include <cerrno>
#include <fcntl.h>
#include <unistd.h>
#include <utility>

namespace praxis {
namespace {

/// A file in that folder without a name. Its number is negative where the file system has none, or
/// where /proc is missing, through which it would get a name (open(2), O_TMPFILE).
Descriptor nameless_file(const std::string& folder) {
    if (::access("/proc/self/fd", X_OK) != 0) {
        return {};
    }
    return Descriptor{::open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600)};
}

} // namespace

PendingFile::PendingFile(const std::string& target, std::string_view bytes, bool overwrite)
    : target_(target), overwrite_(overwrite) {
    backup::refuse_target(target_, overwrite_);
    nameless_ = nameless_file(backup::folder_of(target_));
    if (nameless_.number() < 0) {
        named_.emplace(target_, overwrite_);
    }
    const int file = named_ ? named_->descriptor() : nameless_.number();
    backup::write_all(file, {as_bytes(bytes), bytes.size()}, target_);
    backup::sync_file(file, target_);
}

void PendingFile::commit() {
    if (!named_) {
        const int error = backup::link_nameless(nameless_.number(), target_);
        if (error == 0) {
            sync_folder(backup::folder_of(target_));
            return;
        }
        if (error != EEXIST) {
            backup::file_error(target_, "written", error);
        }
        named_.emplace(target_, overwrite_, std::move(nameless_));
    }
    named_->finish();
}

} // namespace praxis
