// SPDX-License-Identifier: MIT
#include "power_disk.hpp"

#include <boost/filesystem.hpp>

#include <algorithm>
#include <fstream>
#include <stdexcept>
#include <utility>

namespace praxis::testing {
namespace fs = boost::filesystem;

namespace {

constexpr std::size_t sector_size = 512;
constexpr std::size_t wal_header_size = 32;

PowerDisk* watching_disk = nullptr;

void apply(std::string& bytes, std::size_t offset, std::string_view piece) {
    if (bytes.size() < offset + piece.size()) {
        bytes.resize(offset + piece.size(), '\0');
    }
    std::copy(piece.begin(), piece.end(), bytes.begin() + static_cast<std::ptrdiff_t>(offset));
}

void fill_folder(const std::string& folder, const Files& files) {
    for (const auto& entry : fs::directory_iterator{folder}) {
        fs::remove(entry.path());
    }
    for (const auto& [name, bytes] : files) {
        const auto path = folder + "/" + name;
        std::ofstream{path, std::ios::binary} << bytes;
        fs::permissions(path, fs::owner_read | fs::owner_write);
    }
}

} // namespace

PowerDisk::PowerDisk(
    std::string folder, const Files& files, std::uint64_t seed, Syncs syncs, std::uint64_t cut_at
)
    : folder_(std::move(folder)), random_(seed), syncs_(syncs), cut_at_(cut_at) {
    if (watching_disk != nullptr) {
        throw std::logic_error("there is a disk already");
    }
    fill_folder(folder_, files);
    Names names;
    for (const auto& [name, bytes] : files) {
        names[name] = std::make_shared<File>(File{name, bytes, bytes, {}});
    }
    names_.push_back(std::move(names));
    watching_disk = this;
}

PowerDisk::~PowerDisk() {
    watching_disk = nullptr;
}

PowerDisk* PowerDisk::watching() {
    return watching_disk;
}

void PowerDisk::cut() {
    cut_ = true;
}

Files PowerDisk::visible() const {
    Files files;
    for (const auto& [name, file] : names_.back()) {
        files[name] = file->visible;
    }
    return files;
}

// --- calls of the C library -------------------------------------------------------------------

std::optional<std::string> PowerDisk::watched_name(std::string_view path) const {
    const bool inside = path.size() > folder_.size() + 1 && path.starts_with(folder_) &&
                        path[folder_.size()] == '/';
    if (!inside || path.ends_with("-shm") || path.ends_with(".lock")) {
        return std::nullopt;
    }
    return std::string{path.substr(folder_.size() + 1)};
}

PowerDisk::FilePointer PowerDisk::find(const std::string& name) const {
    const auto found = names_.back().find(name);
    return found == names_.back().end() ? nullptr : found->second;
}

/// Counts a call that is about to happen. When the power is cut during the call, its effect may
/// still reach the disk, so the disk notes it.
bool PowerDisk::stays_on(const std::string& call) {
    calls_.push_back(call);
    if (calls_.size() == cut_at_) {
        cut_ = true;
        cut_during_ = call;
    }
    return !cut_;
}

bool PowerDisk::create(const std::string& name) {
    if (cut_) {
        return false;
    }
    auto names = names_.back();
    names[name] = std::make_shared<File>(File{name, {}, {}, {}});
    names_.push_back(std::move(names));
    return stays_on("create " + name);
}

bool PowerDisk::write(File& file, std::size_t offset, std::string_view bytes) {
    if (cut_) {
        return false;
    }
    sync_omitted(file);
    apply(file.visible, offset, bytes);
    file.pending.push_back({offset, std::string{bytes}, false});
    return stays_on("write " + file.name);
}

bool PowerDisk::truncate(File& file, std::size_t size) {
    if (cut_) {
        return false;
    }
    sync_omitted(file);
    file.visible.resize(size, '\0');
    file.pending.push_back({size, {}, true});
    return stays_on("truncate " + file.name);
}

bool PowerDisk::sync(File& file) {
    if (cut_ || !stays_on("sync " + file.name)) {
        return false;
    }
    if (!omits_sync(file)) {
        make_durable(file);
    }
    return true;
}

bool PowerDisk::sync_folder() {
    if (cut_ || !stays_on("sync folder")) {
        return false;
    }
    names_ = {names_.back()};
    return true;
}

bool PowerDisk::remove(const std::string& name) {
    if (cut_) {
        return false;
    }
    auto names = names_.back();
    names.erase(name);
    names_.push_back(std::move(names));
    return stays_on("remove " + name);
}

bool PowerDisk::rename(const std::string& from, const std::string& to) {
    if (cut_) {
        return false;
    }
    auto names = names_.back();
    names[to] = std::exchange(names[from], nullptr);
    names.erase(from);
    names_.push_back(std::move(names));
    return stays_on("rename " + to);
}

// --- syncs ------------------------------------------------------------------------------------

void PowerDisk::make_durable(File& file) {
    file.durable = file.visible;
    file.pending.clear();
    names_ = {names_.back()};
}

/// NORMAL syncs the write-ahead log when SQLite restarts it, and before a checkpoint writes its
/// first page to the database; not when a transaction commits.
bool PowerDisk::omits_sync(File& file) {
    if (syncs_ == Syncs::kept || !file.name.ends_with("-wal") ||
        file.visible.size() <= wal_header_size) {
        return false;
    }
    omitted_.push_back(find(file.name));
    return true;
}

void PowerDisk::sync_omitted(const File& written) {
    if (written.name.ends_with(".db")) {
        for (const auto& file : std::exchange(omitted_, {})) {
            make_durable(*file);
        }
    }
}

// --- the power comes back ---------------------------------------------------------------------

std::size_t PowerDisk::below(std::size_t end) {
    return std::uniform_int_distribution<std::size_t>{0, end - 1}(random_);
}

std::string PowerDisk::survivor(const File& file) {
    const auto all = file.pending.size();
    const auto luck = below(4); // 0: nothing more arrived, 1: everything, otherwise a part
    std::map<std::size_t, std::size_t> arrived;
    constexpr auto length = static_cast<std::size_t>(-1); // instead of a sector's number
    const auto has_arrived = [&](std::size_t change, std::size_t sector) {
        const auto [place, is_new] = arrived.try_emplace(sector, luck == 0 ? 0 : all);
        if (is_new && luck > 1) {
            place->second = below(all + 1);
        }
        return change < place->second;
    };
    auto bytes = file.durable;
    for (std::size_t i = 0; i < all; ++i) {
        const auto& change = file.pending[i];
        if (change.sets_length && has_arrived(i, length)) {
            bytes.resize(change.offset, '\0');
        }
        for (std::size_t done = 0; done < change.bytes.size();) {
            const auto offset = change.offset + done;
            const auto piece = change.bytes.substr(done, sector_size - offset % sector_size);
            if (has_arrived(i, offset / sector_size)) {
                apply(bytes, offset, piece);
            }
            done += piece.size();
        }
    }
    return bytes;
}

Files PowerDisk::survivors(std::uint64_t& torn) {
    Files files;
    for (const auto& [name, file] : names_[below(names_.size())]) {
        files[name] = survivor(*file);
        torn += files[name] != file->durable && files[name] != file->visible ? 1 : 0;
    }
    return files;
}

} // namespace praxis::testing
