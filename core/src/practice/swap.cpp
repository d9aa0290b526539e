// SPDX-License-Identifier: MIT
// How a restored practice replaces the old one: a practice consists of several files, and one
// rename() cannot move them all. So swap_in() prepares a folder with the restored files and
// plan.json, which lists every rename of the old files, and syncs it. Renaming that folder to
// "practice.restoring" is the decision: before it, nothing has changed; after it, carry_out_plan()
// renames the old files away, syncs, moves the restored files into their place (the database last),
// syncs, and removes the plan. Each rename skips a file that has already been moved, so the steps
// can be repeated. If the process is killed, the folder remains, and finish_swap() in the next
// command completes the job. The writer lock and SQLite's own file lock keep other programs away
// meanwhile.
#include "practice/swap.hpp"

#include "practice/key_file.hpp"
#include "practice/own_files.hpp"
#include "practice/place.hpp"
#include "system/pending_file.hpp"

#include <praxis/error.hpp>
#include <praxis/value.hpp>

#include <boost/filesystem.hpp>

#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <string_view>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>
#include <vector>

namespace praxis::backup {
namespace fs = boost::filesystem;

namespace {

constexpr const char* plan_name = "plan.json";
constexpr std::size_t most_anchor_bytes = 4096;
constexpr std::size_t most_plan_bytes = std::size_t{64} * 1024;

// Where SQLite locks a database file: the PENDING byte and the RESERVED and SHARED bytes after it
// (SQLite, "File Locking And Concurrency").
constexpr off_t first_locked_byte = 0x40000000;
constexpr off_t locked_bytes = 512;

using Moves = std::vector<std::pair<std::string, std::string>>;

struct Plan {
    std::string place; // the name of the practice's file
    Moves moves;
};

bool exists(const std::string& path) {
    return fs::exists(fs::symlink_status(path));
}

std::string companion(const std::string& path, std::string_view ending) {
    return fs::path{path}.replace_extension(std::string{ending}).string();
}

std::string restoring_path(const std::string& path) {
    return companion(path, ".restoring");
}

/// "practice.db" -> "practice-MARK.db", which is opened with --practice like any other.
std::string marked(const std::string& path, const std::string& mark) {
    const fs::path whole{path};
    const auto name = whole.stem().string() + "-" + mark + whole.extension().string();
    return (whole.parent_path() / name).string();
}

/// The renames of the old files. The write-ahead log must move too: SQLite would otherwise apply it
/// to the new database.
Moves moves_of(const std::string& path, const std::string& kept) {
    Moves all;
    for (const auto ending : practice::sqlite_endings) {
        all.emplace_back(path + std::string{ending}, kept + std::string{ending});
    }
    for (const auto ending : practice::record_endings) {
        all.emplace_back(companion(path, ending), companion(kept, ending));
    }
    all.emplace_back(path, kept);
    std::erase_if(all, [](const auto& move) { return !exists(move.first); });
    return all;
}

std::string name_of(const std::string& path) {
    return fs::path{path}.filename().string();
}

void write_plan(const std::string& folder, const Plan& plan) {
    Value::Array moves;
    for (const auto& [from, to] : plan.moves) {
        moves.emplace_back(Value::Object{{"from", name_of(from)}, {"to", name_of(to)}});
    }
    const Value whole = Value::Object{{"place", plan.place}, {"moves", std::move(moves)}};
    PendingFile file{folder + "/" + plan_name, to_json(whole), false};
    file.commit();
}

Plan read_plan(const std::string& folder, const std::string& path) {
    const auto text = read_whole_file(folder + "/" + plan_name, most_plan_bytes);
    const auto beside = [&](const std::string& name) {
        return (fs::path{path}.parent_path() / name_of(name)).string();
    };
    const auto whole = parse_json(text, folder);
    Plan plan{whole.text_at("place"), {}};
    if (const auto* moves = whole.find("moves")) {
        for (const auto& move : moves->as_array()) {
            plan.moves.emplace_back(beside(move.text_at("from")), beside(move.text_at("to")));
        }
    }
    return plan;
}

/// Moves the old files away. If the target exists, an earlier run has already moved that file, and
/// `from` is the restored one.
void move_old_files(const Moves& moves) {
    for (const auto& [from, to] : moves) {
        if (exists(from) && !exists(to)) {
            rename_to_free(from, to);
        }
    }
}

void place_restored_files(const std::string& folder, const std::string& path) {
    const auto restored = folder + "/" + database_name;
    Moves moves;
    for (const auto ending : practice::record_endings) {
        moves.emplace_back(companion(restored, ending), companion(path, ending));
    }
    moves.emplace_back(
        restored, path
    ); // last: without the database the other files are not a practice
    for (const auto& [from, to] : moves) {
        if (exists(from)) {
            rename_to_free(from, to);
        }
    }
}

/// A practice whose name differs only in its ending would have the same folder.
bool is_planned_for(const std::string& path) {
    const auto folder = restoring_path(path);
    return !exists(folder + "/" + plan_name) || read_plan(folder, path).place == name_of(path);
}

/// Carries out the plan. A killed process may already have done each of these steps.
void carry_out_plan(const std::string& path) {
    const auto folder = restoring_path(path);
    const auto plan = folder + "/" + plan_name;
    if (exists(plan)) {
        move_old_files(read_plan(folder, path).moves);
        sync_folder(folder_of(path));
        place_restored_files(folder, path);
        sync_folder(folder);
        sync_folder(folder_of(path));
        fs::remove(plan);
    }
    fs::remove(folder);
    sync_folder(folder_of(path));
}

/// Locks the database file, so that no other program can use it until the descriptor closes.
/// errors  PracticeError practice_busy
Descriptor lock_out(const std::string& path) {
    Descriptor file{::open(path.c_str(), O_RDWR | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)};

    struct flock lock {};

    lock.l_type = F_WRLCK;
    lock.l_whence = SEEK_SET;
    lock.l_start = first_locked_byte;
    lock.l_len = locked_bytes;
    if (file.number() >= 0 && ::fcntl(file.number(), F_OFD_SETLK, &lock) != 0 &&
        (errno == EAGAIN || errno == EACCES)) {
        throw PracticeError(
            "practice_busy",
            "the practice " + path + " is open in another program",
            "close it there, then run the command again"
        );
    }
    return file;
}

void sync_files(const std::string& folder) {
    for (const auto& entry : fs::directory_iterator{folder}) {
        const auto path = entry.path().string();
        sync_file(open_for_reading(path).number(), path);
    }
    sync_folder(folder);
}

} // namespace

std::string whole_path(const std::string& path) {
    if (path.empty() || fs::is_directory(path)) {
        throw UsageError("--into: give the file name of the practice");
    }
    auto whole = fs::absolute(path).lexically_normal().string();
    if (const auto problem = practice::problem_of_name(whole)) {
        throw UsageError("--into: " + *problem + "; give a name such as practice.db");
    }
    return whole;
}

bool is_taken(const std::string& path) {
    return exists(path) || exists(practice::keys_path(path));
}

Occupant occupant_of(const std::string& path) {
    Occupant occupant;

    struct stat status {};

    if (::lstat(path.c_str(), &status) == 0) {
        occupant.device = status.st_dev;
        occupant.inode = status.st_ino;
    }
    const auto anchor = companion(path, ".head");
    if (exists(anchor)) {
        occupant.anchor = read_whole_file(anchor, most_anchor_bytes);
    }
    return occupant;
}

Swap::Swap(std::string path)
    : path_(std::move(path))
    , writer_lock_(practice::lock_path(path_))
    , locked_out_(lock_out(path_)) {}

Swap::~Swap() = default;

std::optional<std::string> Swap::put(UnfinishedFolder& restored, const std::string& mark) {
    auto kept = marked(path_, mark);
    for (int number = 2; is_taken(kept) || practice::find_companion(kept); ++number) {
        kept = marked(path_, mark + "-" + std::to_string(number));
    }
    const auto moves = moves_of(path_, kept);
    write_plan(restored.path(), {name_of(path_), moves});
    sync_files(restored.path());
    restored.finish(restoring_path(path_));
    carry_out_plan(path_);
    return moves.empty() ? std::nullopt : std::optional{kept};
}

void finish_swap(const std::string& path) {
    if (::access(restoring_path(path).c_str(), F_OK) != 0) {
        return;
    }
    const practice::WriterLock writer_lock{practice::lock_path(path)};
    if (exists(restoring_path(path)) && is_planned_for(path)) {
        carry_out_plan(path);
    }
}

} // namespace praxis::backup
