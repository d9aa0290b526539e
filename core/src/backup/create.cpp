// SPDX-License-Identifier: MIT
#include "backup/create.hpp"

#include "backup/keys_of.hpp"
#include "backup/ledger.hpp"
#include "backup/restore.hpp"
#include "backup/scratch.hpp"
#include "backup/snapshot.hpp"
#include "practice/access_log.hpp"
#include "practice/key_file.hpp"
#include "practice/own_files.hpp"
#include "practice/swap.hpp"
#include "system/unfinished.hpp"

#include <praxis/error.hpp>
#include <praxis/text.hpp>

#include <boost/filesystem.hpp>

#include <algorithm>

namespace praxis::backup {
namespace fs = boost::filesystem;

namespace {

constexpr const char* ending = ".praxis-backup";

std::string backup_folder(const HostSession& session, const std::string& path) {
    const auto folder = session.setting("backup.folder");
    return folder.empty() ? (fs::path{path}.parent_path() / "backups").string() : folder;
}

/// "practice-2026-11-20-090000.praxis-backup", in the practice's local time.
std::string name_for(const std::string& folder, const std::string& path, const ZonedTime& now) {
    auto time = now.iso().substr(0, 19); // without its offset
    std::erase(time, ':');
    std::replace(time.begin(), time.end(), 'T', '-');
    const auto base = folder + "/" + fs::path{path}.stem().string() + "-" + time;
    auto name = base + ending;
    for (int number = 2; fs::exists(fs::symlink_status(name)); ++number) {
        name = base + "-" + std::to_string(number) + ending;
    }
    return name;
}

std::string target_of(HostSession& session, const std::string& path, const Wish& wish) {
    if (!wish.file) {
        const auto folder = backup_folder(session, path);
        if (!session.globals().dry_run) {
            make_folder(folder);
        }
        return name_for(folder, path, session.civil_now());
    }
    if (wish.file->empty() || *wish.file == "-") {
        throw UsageError(
            "-o: a backup cannot go to standard output, because praxis reads it again to check it"
        );
    }
    practice::refuse_own_file(*wish.file, path);
    return fs::absolute(*wish.file).string();
}

struct Sealed {
    StreamKey key;
    KeySource source;
};

Sealed seal_for(const Live& live, const FillRandom& fill_random) {
    if (live.unlocked) {
        FromPractice source{live.keys, Bytes(stream_salt_bytes)};
        fill_random(source.salt);
        auto key = derive_stream_key(live.unlocked->key, source.salt);
        return {std::move(key), std::move(source)};
    }
    auto key = random_stream_key(fill_random);
    Open open{Bytes(key.data(), key.data() + StreamKey::size)};
    return {std::move(key), std::move(open)};
}

void refuse_wish(const Wish& wish, bool encrypted) {
    if (wish.unencrypted && encrypted) {
        throw Refused(
            "the backups of an encrypted practice are always encrypted", "leave out --unencrypted"
        );
    }
}

/// A person who gives a passphrase for a backup must not get one that everybody can read.
void refuse_passphrase(const HostSession& session, const Wish& wish, const Live& live) {
    if (!live.unlocked && !wish.unencrypted && session.globals().passphrase_file) {
        throw Refused(
            "a passphrase cannot protect this backup, because the practice is not encrypted",
            "to make a backup that anybody can read, add --unencrypted"
        );
    }
}

/// Writes the snapshot of the folder into the file.
void write_container(
    UnfinishedFile& file,
    const std::string& folder,
    Header header,
    const Sealed& sealed,
    Made& made,
    const Advance& advance
) {
    const auto index = index_of(folder, made.tables);
    header.size = packed_size(index);
    header.key = sealed.source;
    Writer writer{file.descriptor(), file.path(), header, sealed.key};
    pack(index, folder, writer, advance);
    made.size = writer.file_size();
    made.digest = writer.digest();
}

/// Restores the backup to a temporary folder and compares it with the practice.
void prove(
    const UnfinishedFile& file, const std::string& near, const Live& live, const Advance& advance
) {
    const UnfinishedFolder folder{near};
    Passphrase passphrase{
        []() -> std::string { throw std::logic_error("the key of an open practice is known"); }};
    const auto restored = restore_into(
        file.path(), folder.path(), passphrase, live.unlocked ? &*live.unlocked : nullptr, advance
    );
    if (restored.fault) {
        throw PracticeError(
            "practice_damaged",
            "no backup was made because the practice is damaged: " + *restored.fault,
            "keep the file as it is and restore an earlier backup beside it: praxis backup restore "
            "FILE --into PATH"
        );
    }
}

} // namespace

Made create_backup(HostSession& session, const Wish& wish) {
    const auto path = session.practice_path();
    const bool encrypted = fs::exists(practice::keys_path(path));
    finish_swap(path);
    refuse_wish(wish, encrypted);
    auto live = open_live(session, path);
    refuse_passphrase(session, wish, live);
    session.adopt(*live.db, path, live.unlocked ? live.unlocked->user : "");
    session.refuse_fixed_clock();
    session.forget(); // re-read the time zone: until now the session used the machine's
    Made made;
    made.file = target_of(session, path, wish);
    if (session.globals().dry_run) {
        made.tables = count_rows(*live.db);
        return made;
    }
    const auto beside = folder_of(practice::is_on_read_only_medium(path) ? made.file : path);
    UnfinishedFile file{made.file, wish.overwrite};
    session.write_access_log("backup create"); // a backup reads every record
    const auto sealed = seal_for(live, session.environment().fill_random);
    made.protection = protection(sealed.source);
    made.warning = warning_about(sealed.source);
    session.progress("copying the practice", 0, 0);
    {
        const UnfinishedFolder copy{beside};
        made.tables = take_snapshot(
            *live.db, copy / database_name, live.unlocked ? &live.unlocked->key : nullptr, live.keys
        );
        live.reading.reset();
        practice::copy_access_log(path, copy / access_log_name);
        write_container(
            file,
            copy.path(),
            {PRAXIS_VERSION, session.practice().uuid, session.now(), 0, {}},
            sealed,
            made,
            advance_of(session, "writing the backup")
        );
    }
    prove(file, beside, live, advance_of(session, "restoring the backup to check it"));
    file.finish();
    try {
        remember(path, {session.now(), made.file, made.size, made.digest});
    } catch (const Error& error) {
        session.report(
            std::string{"the backup is complete, but praxis cannot add it to its list: "} +
            error.what()
        );
    }
    session.close();
    return made;
}

} // namespace praxis::backup
