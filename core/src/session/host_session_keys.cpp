// SPDX-License-Identifier: MIT
// Who may open the practice, and who may sign.
#include "keys/keyring.hpp"
#include "practice/access_log.hpp"
#include "session/host_session.hpp"
#include "session/passphrase.hpp"
#include "session/people.hpp"

#include <praxis/error.hpp>
#include <praxis/sql.hpp>

#include <algorithm>

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
    // A passphrase that is given is tried, even where one is kept.
    if (!globals_.passphrase_file) {
        if (auto kept = practice::keyring::find(practice::keyring::description_of(text))) {
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
            practice::append_failed_unlock(practice_path(), now_, login());
        }
        throw;
    }
}

std::vector<practice::KeySlot>& HostSession::slots_to_change() {
    if (!new_slots_) {
        new_slots_ = practice::read_key_file(path_).value().slots;
    }
    return *new_slots_;
}

void HostSession::give_key(UserId user, const std::optional<std::string>& passphrase) {
    const bool mine = unlocked_ && unlocked_->user == user.str();
    if (unlocked_ && !mine && !passphrase) {
        return; // without a passphrase there is nothing to seal a secret with
    }
    // Their own secret stays theirs; somebody else's cannot be opened, so they get a new one.
    std::optional<practice::Identity> fresh;
    if (!mine) {
        fresh.emplace(environment_.fill_random);
    }
    const auto& identity = mine ? unlocked_->identity : *fresh;
    insert_signing_key(db(), user, identity, !unlocked_, now_);
    if (unlocked_ && passphrase) {
        auto& slots = slots_to_change();
        std::erase_if(slots, [&](const auto& slot) { return slot.user == user.str(); });
        slots.push_back(practice::seal(
            unlocked_->key, identity, user.str(), *passphrase, environment_.fill_random
        ));
    }
}

void HostSession::take_key(UserId user) {
    if (unlocked_) {
        std::erase_if(slots_to_change(), [&](const auto& slot) { return slot.user == user.str(); });
    }
}

void HostSession::renew_data_key() {
    if (!unlocked_) {
        throw Refused("this practice is not encrypted: it has no key");
    }
    // Whoever could exchange a public key in the key file must not be given the new data key.
    const auto keys = practice::read_key_file(path_).value();
    for (const auto& slot : keys.slots) {
        if (!is_signing_key(db(), slot.public_key)) {
            throw Refused(
                "the slot of " + slot.user + " in " + practice::keys_path(path_) +
                    " is not one that praxis made",
                slot.user == practice::recovery_user
                    ? "praxis practice edit --new-recovery-code makes it anew"
                    : "praxis user edit " + slot.user + " --new-passphrase makes it anew"
            );
        }
    }
    write_access("records have a new key");
    new_key_ = true;
}

std::string HostSession::renew_recovery_code() {
    if (!unlocked_) {
        throw Refused("this practice is not encrypted: there is nothing to recover");
    }
    const auto code = practice::new_recovery_code(environment_.fill_random);
    const practice::Identity identity{environment_.fill_random};
    insert_signing_key(db(), std::nullopt, identity, false, now_);
    auto& slots = slots_to_change();
    std::erase_if(slots, [](const auto& slot) { return slot.user == practice::recovery_user; });
    slots.push_back(practice::seal(
        unlocked_->key,
        identity,
        std::string{practice::recovery_user},
        practice::read_recovery_code(code).value(),
        environment_.fill_random
    ));
    return code;
}

Signature HostSession::sign(std::string_view bytes) {
    const auto& signer = user();
    const auto key = find_signing_key(db(), signer.id);
    if (unlocked_) {
        const bool theirs = unlocked_->user == signer.id.str() && key &&
                            key->public_key == unlocked_->identity.public_key();
        if (!theirs) {
            throw Refused(
                "only " + signer.id.str() + "'s own passphrase signs for " + signer.id.str(),
                "praxis user edit " + signer.id.str() + " --new-passphrase gives them a new one"
            );
        }
        return unlocked_->identity.sign(bytes);
    }
    if (!key || !key->identity) {
        throw PracticeError("practice_damaged", signer.id.str() + " has lost the key to sign with");
    }
    return key->identity->sign(bytes);
}

} // namespace praxis
