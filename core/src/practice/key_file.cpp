// SPDX-License-Identifier: MIT
#include "practice/key_file.hpp"

#include "practice/file.hpp"
#include "system/pending_file.hpp"

#include <praxis/error.hpp>

#include <boost/filesystem.hpp>

#include <algorithm>
#include <utility>

namespace praxis::practice {
namespace fs = boost::filesystem;

namespace {

constexpr std::size_t most_key_file_bytes = std::size_t{64} * 1024;

bool has_mark(const KeySlot& slot) {
    return slot.from_set || slot.until_set;
}

bool holds(const KeySlot& slot, std::int64_t last_set) {
    return (!slot.from_set || last_set >= *slot.from_set) &&
           (!slot.until_set || last_set < *slot.until_set);
}

bool is_same(const KeySlot& one, const KeySlot& other) {
    return one.user == other.user && one.sealed == other.sealed && one.data_key == other.data_key &&
           one.next_data_key == other.next_data_key;
}

bool has(const std::vector<KeySlot>& slots, const KeySlot& slot) {
    return std::ranges::any_of(slots, [&](const auto& each) { return is_same(each, slot); });
}

/// Makes the next key the current key in the key file.
void adopt_next_key(const std::string& path, std::vector<KeySlot> slots) {
    for (auto& slot : slots) {
        if (!slot.next_data_key.empty()) {
            slot.data_key = std::exchange(slot.next_data_key, {});
        }
    }
    write_key_file(path, slots);
}

} // namespace

std::string keys_path(const std::string& path) {
    return beside(path, ".keys");
}

std::optional<KeyFile> read_key_file(const std::string& path) {
    const auto file = keys_path(path);
    if (!fs::exists(file)) {
        return std::nullopt;
    }
    refuse_open_permissions(file);
    KeyFile keys{read_whole_file(file, most_key_file_bytes), {}};
    keys.slots = read_keys(keys.text, file);
    if (!can_encrypt()) {
        throw PracticeError(
            "encryption_unavailable",
            "this practice is encrypted, but this praxis was built without encryption",
            "install praxis built with SQLCipher"
        );
    }
    return keys;
}

void write_key_file(const std::string& path, const std::vector<KeySlot>& slots) {
    PendingFile{keys_path(path), write_keys(slots), true}.commit();
}

void stage_key_file(const std::string& path, std::vector<KeySlot> after, std::int64_t set) {
    const auto before = read_key_file(path).value().slots;
    for (auto& slot : after) {
        if (!has(before, slot)) {
            slot.from_set = set;
        }
    }
    for (auto slot : before) {
        if (!has(after, slot)) {
            slot.until_set = set;
            after.push_back(std::move(slot));
        }
    }
    write_key_file(path, after);
}

bool settle_key_file(const std::string& path, std::int64_t last_set) {
    auto keys = read_key_file(path);
    if (!keys) {
        return false;
    }
    auto& slots = keys->slots;
    if (std::ranges::any_of(slots, has_mark)) {
        std::erase_if(slots, [&](const auto& slot) { return !holds(slot, last_set); });
        for (auto& slot : slots) {
            slot.from_set.reset();
            slot.until_set.reset();
        }
        write_key_file(path, slots);
    }
    return std::ranges::any_of(slots, [](const auto& slot) { return !slot.next_data_key.empty(); });
}

std::optional<DataKey> next_key(const std::vector<KeySlot>& slots, const Unlocked& unlocked) {
    for (const auto& slot : slots) {
        if (slot.user == unlocked.user) {
            if (auto next = unlocked.identity.open(slot.next_data_key)) {
                return next;
            }
        }
    }
    return std::nullopt;
}

void use_next_key(SQLite::Database& db, const std::string& path, Unlocked& unlocked) {
    const auto slots = read_key_file(path).value().slots;
    if (auto next = next_key(slots, unlocked)) {
        encrypt_again(db, path, *next);
        unlocked.key = std::move(*next);
        adopt_next_key(path, slots);
    }
}

bool take_present_key(const std::string& path, Unlocked& unlocked) {
    auto slots = read_key_file(path).value().slots;
    for (const auto& slot : slots) {
        auto key =
            slot.user == unlocked.user ? unlocked.identity.open(slot.data_key) : std::nullopt;
        if (key && !std::ranges::equal(key->bytes(), unlocked.key.bytes())) {
            unlocked.key = std::move(*key);
            return true;
        }
    }
    auto next = next_key(slots, unlocked);
    if (!next) {
        return false;
    }
    unlocked.key = std::move(*next);
    adopt_next_key(path, std::move(slots));
    return true;
}

} // namespace praxis::practice
