// SPDX-License-Identifier: MIT
#include "backup/keys_of.hpp"

#include "practice/anchor.hpp"
#include "practice/key_file.hpp"

#include <praxis/error.hpp>

#include <boost/filesystem.hpp>

namespace praxis::backup {
namespace {

/// Opens the slot of a known user with the known secret, otherwise any slot with the passphrase.
practice::Unlocked unlock(
    const std::vector<practice::KeySlot>& slots,
    Passphrase& passphrase,
    const practice::Unlocked* known,
    const std::string& path
) {
    if (known == nullptr) {
        return practice::unseal(slots, passphrase.get(), passphrase.likely_user(), path);
    }
    for (const auto& slot : slots) {
        if (slot.user == known->user) {
            return {
                known->user,
                practice::Identity{practice::Identity::Seed{known->identity.seed().bytes()}},
                practice::unseal(slot, known->identity, path)};
        }
    }
    throw PracticeError("keys_damaged", path + " has no key for " + known->user);
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

namespace {

Live open_once(HostSession& session, const std::string& path, std::string& keys) {
    auto opened =
        practice::open(path, practice::Mode::read, [&](const auto& slots, const auto& text) {
            keys = text;
            return session.unlock(slots, text);
        });
    Live live{
        std::move(opened.db), nullptr, std::move(opened.key_text), std::move(opened.unlocked)};
    practice::check_anchor(*live.db, path); // a practice that lost changes must not become a backup
    live.reading = std::make_unique<ReadTransaction>(*live.db);
    if (live.unlocked) {
        // Opening finishes an interrupted change of the key, which changes the key file.
        live.keys = practice::read_key_file(path).value().text;
    }
    return live;
}

} // namespace

Live open_live(HostSession& session, const std::string& path) {
    constexpr int most_tries = 5;
    for (int tries = 1;; ++tries) {
        std::string keys;
        try {
            return open_once(session, path, keys);
        } catch (const std::exception&) {
            const auto present = practice::read_key_file(path);
            if (tries == most_tries || !present || present->text == keys) {
                throw;
            }
        }
    }
}

practice::DataKey data_key_of(
    const std::string& keys,
    Passphrase& passphrase,
    const std::string& backup,
    const practice::Unlocked* known
) {
    try {
        return unlock(practice::read_keys(keys, backup), passphrase, known, backup).key;
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

std::unique_ptr<SQLite::Database>
open_restored(const std::string& path, Passphrase& passphrase, const practice::Unlocked* known) {
    const auto unlock_it = [&](const auto& slots, const auto& /*text*/) {
        return unlock(slots, passphrase, known, practice::keys_path(path));
    };
    return practice::open(path, practice::Mode::read, unlock_it).db;
}

} // namespace praxis::backup
