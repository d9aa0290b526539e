// SPDX-License-Identifier: MIT
#include "session/keychain.hpp"

#include "keys/keys.hpp"
#include "practice/key_file.hpp"
#include "session/people.hpp"

#include <praxis/error.hpp>
#include <praxis/sql.hpp>

#include <memory>
#include <utility>

namespace praxis {
namespace {

practice::SetKey
set_key_of(std::int64_t number, std::shared_ptr<const practice::Identity> identity) {
    return {number, [identity = std::move(identity)](std::string_view bytes) {
                return StoredBytes{identity->sign(bytes).value}.bytes();
            }};
}

} // namespace

void Keychain::set_unlocked(std::optional<practice::Unlocked> unlocked) {
    unlocked_ = std::move(unlocked);
    opened_by_ = unlocked_ ? unlocked_->user : "";
}

std::vector<practice::KeySlot>& Keychain::changed_slots(const std::string& path) {
    if (!changed_slots_) {
        changed_slots_ = practice::read_key_file(path).value().slots;
    }
    return *changed_slots_;
}

/// Replaces the slots of that user. While the records wait for their next data key, the new slot
/// gets it too: otherwise it would open nothing afterwards.
void Keychain::put_slot(const std::string& path, practice::KeySlot slot) {
    auto& slots = changed_slots(path);
    if (const auto next = practice::next_key(slots, *unlocked_)) {
        slot.next_data_key = practice::seal_for(slot.public_key, *next);
    }
    std::erase_if(slots, [&](const auto& one) { return one.user == slot.user; });
    slots.push_back(std::move(slot));
}

void Keychain::give_key(
    SQLite::Database& db,
    const std::string& path,
    UserId user,
    const std::optional<std::string>& passphrase,
    Instant now
) {
    const bool own = unlocked_ && unlocked_->user == user.str();
    if (unlocked_ && !own && !passphrase) {
        return; // a secret is sealed under a passphrase, and none was given
    }
    // The person who unlocked the practice keeps their secret. Nobody can open another person's
    // secret, so the other person gets a new one.
    std::optional<practice::Identity> fresh;
    if (!own) {
        fresh.emplace(fill_random_);
    }
    const auto& identity = own ? unlocked_->identity : *fresh;
    insert_signing_key(db, user, identity, !unlocked_, now);
    if (unlocked_ && passphrase) {
        put_slot(
            path, practice::seal(unlocked_->key, identity, user.str(), *passphrase, fill_random_)
        );
    }
}

void Keychain::take_key(const std::string& path, UserId user) {
    if (unlocked_) {
        std::erase_if(changed_slots(path), [&](const auto& slot) {
            return slot.user == user.str();
        });
    }
}

/// An attacker who exchanged a public key in the key file must not be given the new data key.
void Keychain::refuse_foreign_slots(SQLite::Database& db, const std::string& path) const {
    const auto keys = practice::read_key_file(path).value();
    for (const auto& slot : keys.slots) {
        if (!find_key_number(db, slot.public_key)) {
            throw Refused(
                "praxis did not make the slot of " + slot.user + " in " + practice::keys_path(path),
                slot.user == practice::recovery_user
                    ? "praxis practice edit --new-recovery-code replaces it"
                    : "praxis user edit " + slot.user + " --new-passphrase replaces it"
            );
        }
    }
}

void Keychain::renew_data_key(SQLite::Database& db, const std::string& path) {
    if (!unlocked_) {
        throw Refused("this practice is not encrypted, so it has no key to renew");
    }
    refuse_foreign_slots(db, path);
    const practice::DataKey next{fill_random_};
    for (auto& slot : changed_slots(path)) {
        slot.next_data_key = practice::seal_for(slot.public_key, next);
    }
}

std::string
Keychain::renew_recovery_code(SQLite::Database& db, const std::string& path, Instant now) {
    if (!unlocked_) {
        throw Refused("this practice is not encrypted, so it needs no recovery code");
    }
    auto code = practice::new_recovery_code(fill_random_);
    const practice::Identity identity{fill_random_};
    insert_signing_key(db, std::nullopt, identity, false, now);
    put_slot(
        path,
        practice::seal(
            unlocked_->key,
            identity,
            std::string{practice::recovery_user},
            practice::read_recovery_code(code).value(),
            fill_random_
        )
    );
    return code;
}

Signature Keychain::sign(SQLite::Database& db, UserId signer, std::string_view bytes) const {
    const auto key = find_signing_key(db, signer);
    if (!unlocked_) {
        if (!key || !key->identity) {
            throw PracticeError(
                "practice_damaged",
                "the practice has lost the key that " + signer.str() + " signs with"
            );
        }
        return key->identity->sign(bytes);
    }
    const bool own = unlocked_->user == signer.str() && key &&
                     key->public_key == unlocked_->identity.public_key();
    if (!own) {
        throw Refused(
            "only the passphrase of " + signer.str() + " signs for " + signer.str(),
            "praxis user edit " + signer.str() + " --new-passphrase sets a new one"
        );
    }
    return unlocked_->identity.sign(bytes);
}

std::optional<practice::SetKey>
Keychain::find_set_key(SQLite::Database& db, std::optional<UserId> author) const {
    if (unlocked_) {
        auto key = praxis::find_set_key(db, unlocked_->identity);
        if (!key) {
            throw PracticeError(
                "keys_damaged",
                "the key of " + unlocked_->user + " in the key file is not one of this practice",
                "restore a backup: praxis backup restore FILE"
            );
        }
        return key;
    }
    auto row = author ? find_signing_key(db, *author) : first_stored_key(db);
    if (!row || !row->identity) {
        return std::nullopt;
    }
    return set_key_of(
        row->number, std::make_shared<const practice::Identity>(std::move(*row->identity))
    );
}

void Keychain::begin(SQLite::Database& db, const std::string& path) {
    unfinished_ = practice::settle_key_file(path, practice::journal_head(db).change_set);
}

void Keychain::stage_key_file(const std::string& path, std::int64_t set) {
    if (changed_slots_) {
        practice::stage_key_file(path, *std::exchange(changed_slots_, {}), set);
        unfinished_ = true;
    }
}

void Keychain::finish(SQLite::Database& db, const std::string& path) {
    if (unlocked_ && std::exchange(unfinished_, false) &&
        practice::settle_key_file(path, practice::journal_head(db).change_set)) {
        practice::use_next_key(db, path, *unlocked_);
    }
}

std::optional<practice::SetKey>
find_set_key(SQLite::Database& db, const practice::Identity& identity) {
    const auto number = find_key_number(db, identity.public_key());
    const std::shared_ptr<void> nobody; // somebody else owns the identity
    return number ? std::optional{set_key_of(*number, {nobody, &identity})} : std::nullopt;
}

void Keychain::discard() {
    changed_slots_.reset();
}

} // namespace praxis
