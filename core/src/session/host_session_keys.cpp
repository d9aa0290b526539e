// SPDX-License-Identifier: MIT
// The session's keys: who may open the practice, and who may sign.
#include "keys/keyring.hpp"
#include "practice/access_log.hpp"
#include "practice/key_file.hpp"
#include "session/host_session.hpp"
#include "session/passphrase.hpp"
#include "session/people.hpp"

#include <praxis/error.hpp>

namespace praxis {

std::string HostSession::passphrase(bool again) {
    return obtain_passphrase(environment_, globals_, can_ask(), again);
}

std::optional<std::string> HostSession::new_passphrase(const std::optional<std::string>& file) {
    if (file) {
        return passphrase_in_file(environment_, *file);
    }
    if (!can_ask()) {
        return std::nullopt;
    }
    return ask_new_passphrase(environment_);
}

practice::Unlocked
HostSession::unlock(const std::vector<practice::KeySlot>& slots, const std::string& text) {
    // A passphrase that the caller gives is checked even when the keyring holds the key.
    if (!globals_.passphrase_file) {
        const auto name = practice::keyring::description_of(practice::local_path(practice_path()));
        if (auto kept = practice::keyring::find(name, text)) {
            return std::move(*kept);
        }
    }
    try {
        return practice::unseal(
            slots,
            passphrase(false),
            config_.find("user").value_or(slots.front().user),
            practice::keys_path(practice_path())
        );
    } catch (const PracticeError& error) {
        if (error.code() == "wrong_passphrase") {
            append_to_log([&] { practice::append_failed_unlock(practice_path(), now_, login()); });
        }
        throw;
    }
}

void HostSession::give_key(UserId user, const std::optional<std::string>& passphrase) {
    keychain_.give_key(db(), open_practice_.path(), user, passphrase, now_);
    if (!passphrase) {
        return;
    }
    for (const auto& person : all_users(db())) {
        if (person.id != user) {
            continue;
        }
        if (const auto weakness = weakness_of(*passphrase, practice().name, person.name)) {
            report(describe_weakness(*weakness, user.str()));
        }
    }
}

void HostSession::take_key(UserId user) {
    keychain_.take_key(open_practice_.path(), user);
}

void HostSession::renew_data_key() {
    keychain_.renew_data_key(db(), open_practice_.path());
    transaction_->insert_access("records have a new key", new_uuid());
}

std::string HostSession::renew_recovery_code() {
    return keychain_.renew_recovery_code(db(), open_practice_.path(), now_);
}

Signature HostSession::sign(std::string_view bytes) {
    return keychain_.sign(db(), user().id, bytes);
}

} // namespace praxis
