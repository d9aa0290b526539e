// SPDX-License-Identifier: MIT
#include "backup/restore.hpp"

#include "backup/snapshot.hpp"
#include "practice/anchor.hpp"
#include "practice/verify_migrations.hpp"
#include "session/open_practice.hpp"

#include <praxis/error.hpp>

#include <boost/filesystem.hpp>

#include <algorithm>

namespace praxis::backup {
namespace {

StreamKey
stream_key_of(const Reader& reader, Passphrase& passphrase, const practice::Unlocked* known) {
    const auto& source = reader.header().key;
    if (const auto* practice = std::get_if<FromPractice>(&source)) {
        const auto key = data_key_of(practice->keys, passphrase, reader.path(), known);
        return derive_stream_key(key, practice->salt);
    }
    StreamKey open;
    const auto& bytes = std::get<Open>(source).stream_key;
    std::copy(bytes.begin(), bytes.end(), open.bytes().begin());
    return open;
}

Restored unpack_into(
    const std::string& file,
    const std::string& folder,
    Passphrase& passphrase,
    const practice::Unlocked* known,
    const Advance& advance
) {
    Reader reader{file};
    reader.unlock(stream_key_of(reader, passphrase, known));
    auto index = unpack(reader, folder, advance);
    return {reader.header(), std::move(index.tables), {}, {}, {}};
}

} // namespace

Restored restore_into(
    const std::string& file,
    const std::string& folder,
    Passphrase& passphrase,
    const practice::Unlocked* known,
    const Advance& advance
) {
    auto restored = unpack_into(file, folder, passphrase, known, advance);
    const auto path = folder + "/" + database_name;
    const auto db = open_restored(path, passphrase, known);
    restored.fault = find_fault(*db, restored.tables, restored.header.practice);
    restored.name = restored.fault ? "" : name_of(*db);
    // The restored journal ends before the old anchor, so the practice gets a new anchor.
    practice::write_anchor(*db, path, practice::journal_head(*db), restored.header.created);
    return restored;
}

Restored restore_sound(
    const std::string& file,
    const std::string& folder,
    Passphrase& passphrase,
    plugins::Platform& platform,
    const Advance& advance
) {
    auto restored = restore_into(file, folder, passphrase, nullptr, advance);
    if (restored.fault) {
        damaged(file, *restored.fault);
    }
    const auto path = folder + "/" + database_name;
    const auto db = open_restored(path, passphrase);
    const auto findings =
        practice::verify_practice(*db, path, loadable_schemas(platform, *db)).findings;
    if (!findings.empty()) {
        restored.alteration = findings.front();
    }
    return restored;
}

Restored read_through(const std::string& file, Passphrase& passphrase, const Advance& advance) {
    return unpack_into(file, {}, passphrase, nullptr, advance);
}

} // namespace praxis::backup
