// SPDX-License-Identifier: MIT
#include "backup/keys_of.hpp"

#include "keys/keyring.hpp"
#include "practice/anchor.hpp"

#include <praxis/error.hpp>

#include <boost/filesystem.hpp>

namespace praxis::backup {
namespace {

/// Takes the key from the kernel's keyring if the practice is unlocked there, otherwise asks for
/// the passphrase.
practice::Unlocked unlock(
    const std::vector<practice::KeySlot>& slots,
    const std::string& text,
    Passphrase& passphrase,
    const std::string& path
) {
    if (auto kept = practice::keyring::find(practice::keyring::description_of(text))) {
        return std::move(*kept);
    }
    return practice::unseal(
        slots, passphrase.get(), passphrase.likely_user(), practice::keys_path(path)
    );
}

[[noreturn]] void wrong_passphrase(const std::string& path) {
    throw PracticeError(
        "backup_wrong_passphrase",
        "wrong passphrase for the backup " + path,
        "a backup opens with the passphrases of the day on which it was made"
    );
}

} // namespace

Passphrase::~Passphrase() {
    if (given_) {
        sodium_memzero(given_->data(), given_->size());
    }
}

const std::string& Passphrase::get() {
    if (!given_) {
        given_ = ask_();
    }
    return *given_;
}

std::string backup_passphrase(HostSession& session) {
    const bool is_to_be_had = session.can_ask() || session.globals().passphrase_file ||
                              session.environment().variable("PRAXIS_PASSPHRASE_COMMAND");
    if (!is_to_be_had) {
        throw NeedsInput(
            "the backup is encrypted and needs its passphrase",
            "give --passphrase-file FILE, or set PRAXIS_PASSPHRASE_COMMAND"
        );
    }
    return session.passphrase(false);
}

Live open_live(const std::string& path, Passphrase& passphrase) {
    Live live;
    auto opened =
        practice::open(path, practice::Mode::read, [&](const auto& slots, const auto& text) {
            live.keys = text;
            return unlock(slots, text, passphrase, path);
        });
    live.db = std::move(opened.db);
    if (opened.unlocked) {
        live.opened_by = opened.unlocked->user;
        live.key.emplace(std::move(opened.unlocked->key));
    }
    practice::check_anchor(*live.db, path); // a practice that lost changes must not become a backup
    return live;
}

practice::DataKey
data_key_of(const std::string& keys, Passphrase& passphrase, const std::string& backup) {
    try {
        const auto slots = practice::read_keys(keys, backup);
        return practice::unseal(slots, passphrase.get(), passphrase.likely_user(), backup).key;
    } catch (const PracticeError& error) {
        if (error.code() == "wrong_passphrase") {
            wrong_passphrase(backup);
        }
        if (error.code() == "keys_damaged") {
            damaged(backup, "the keys in its header cannot be read");
        }
        throw;
    }
}

std::unique_ptr<SQLite::Database> open_restored(const std::string& path, Passphrase& passphrase) {
    const auto unlock_it = [&](const auto& slots, const auto& text) {
        return unlock(slots, text, passphrase, path);
    };
    return practice::open(path, practice::Mode::read, unlock_it).db;
}

} // namespace praxis::backup
