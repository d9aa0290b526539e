// SPDX-License-Identifier: MIT
#include "keys/keys.hpp"

#include "base/hex.hpp"
#include "text/compose.hpp"

#include <praxis/error.hpp>
#include <praxis/value.hpp>

#include <optional>
#include <utility>

namespace praxis::practice {
namespace {

constexpr std::string_view format_name = "praxis-keys/1";
constexpr std::uint64_t passes = 3;
constexpr std::uint64_t memory_kib = std::uint64_t{64} * 1024;
// praxis never writes a slot that asks for more. The limits keep a forged key file from exhausting
// the memory, or from keeping the processor busy: the slots that one passphrase is tried on have
// two seconds together, which is 10 slots as praxis writes them.
constexpr std::uint64_t most_passes = 16;
constexpr std::uint64_t most_memory_kib = std::uint64_t{512} * 1024;
constexpr std::uint64_t most_work = 10 * passes * memory_kib;

std::uint64_t work_of(const KeySlot& slot) {
    return slot.passes * slot.memory_kib;
}

constexpr std::uint64_t most_sets = std::uint64_t{1} << 53U; // JSON keeps it exactly

using DerivedKey = Secret<crypto_aead_xchacha20poly1305_ietf_KEYBYTES>;
constexpr std::size_t sealed_seed_bytes =
    Identity::Seed::size + crypto_aead_xchacha20poly1305_ietf_ABYTES;

void derive(const KeySlot& slot, std::string_view passphrase, DerivedKey& key) {
    if (crypto_pwhash(
            key.data(),
            DerivedKey::size,
            passphrase.data(),
            passphrase.size(),
            slot.salt.data(),
            slot.passes,
            slot.memory_kib * 1024,
            crypto_pwhash_ALG_ARGON2ID13
        ) != 0) {
        throw PracticeError(
            "out_of_memory",
            "there is not enough memory to check the passphrase",
            "close other programs: checking it takes " + std::to_string(slot.memory_kib / 1024) +
                " MiB"
        );
    }
}

[[noreturn]] void damaged(const std::string& path, const std::string& reason) {
    throw PracticeError(
        "keys_damaged",
        "the key file " + path + " is damaged: " + reason,
        "restore a backup elsewhere and copy its key file: praxis backup restore FILE --into PATH"
    );
}

/// The user's seed, if the passphrase matches the slot.
std::optional<Identity::Seed> open_seed(const KeySlot& slot, std::string_view passphrase) {
    DerivedKey derived;
    derive(slot, passphrase, derived);
    Identity::Seed seed;
    const bool fits = crypto_aead_xchacha20poly1305_ietf_decrypt(
                          seed.data(),
                          nullptr,
                          nullptr,
                          slot.sealed.data(),
                          slot.sealed.size(),
                          as_bytes(slot.user),
                          slot.user.size(),
                          slot.nonce.data(),
                          derived.data()
                      ) == 0;
    return fits ? std::optional{std::move(seed)} : std::nullopt;
}

/// The slots to try a secret on, the likely one first.
std::vector<const KeySlot*>
order_of(const std::vector<KeySlot>& slots, bool is_code, std::string_view likely_user) {
    std::vector<const KeySlot*> order;
    for (const auto& slot : slots) {
        if (slot.user == recovery_user && !is_code) {
            continue;
        }
        const bool likely = slot.user == (is_code ? recovery_user : likely_user);
        order.insert(likely ? order.begin() : order.end(), &slot);
    }
    return order;
}

/// The forms of a passphrase to try: composed, as seal() takes it, and as it was typed, as praxis
/// sealed it before it composed passphrases. They are nearly always the same.
std::vector<std::string> forms_of(std::string_view passphrase) {
    std::vector<std::string> forms{compose(passphrase)};
    if (forms.front() != passphrase) {
        forms.emplace_back(passphrase);
    }
    return forms;
}

[[noreturn]] void too_many_slots(const std::string& path) {
    throw PracticeError(
        "too_many_keys",
        "praxis has tried the passphrase on as many slots of " + path + " as it may",
        "name the user whose passphrase it is, so that praxis tries that slot first: "
        "PRAXIS_USER=U-0001 praxis ..."
    );
}

KeySlot read_slot(const Value& value, const std::string& path) {
    const auto number = [&](const char* key, std::uint64_t most) {
        const auto* found = value.find(key);
        if (found == nullptr || !found->is_integer() || found->as_integer() < 1 ||
            static_cast<std::uint64_t>(found->as_integer()) > most) {
            damaged(path, std::string{key} + " is missing or out of range");
        }
        return static_cast<std::uint64_t>(found->as_integer());
    };
    const auto bytes = [&](const char* key, std::size_t size) {
        auto found = from_hex(value.text_at(key));
        if (!found || found->size() != size) {
            damaged(path, std::string{key} + " is missing or of the wrong length");
        }
        return *found;
    };
    KeySlot slot;
    slot.user = value.text_at("user");
    if (value.text_at("kdf") != "argon2id") {
        damaged(path, "this version of praxis does not know its key derivation");
    }
    slot.passes = number("passes", most_passes);
    slot.memory_kib = number("memory_kib", most_memory_kib);
    if (work_of(slot) > most_work) {
        damaged(path, "passes and memory_kib are together out of range");
    }
    slot.salt = bytes("salt", crypto_pwhash_SALTBYTES);
    slot.nonce = bytes("nonce", crypto_aead_xchacha20poly1305_ietf_NPUBBYTES);
    slot.sealed = bytes("sealed", sealed_seed_bytes);
    slot.public_key = to_hex(bytes("public_key", crypto_sign_PUBLICKEYBYTES));
    slot.data_key = bytes("data_key", sealed_key_bytes);
    if (value.find("next_data_key") != nullptr) {
        slot.next_data_key = bytes("next_data_key", sealed_key_bytes);
    }
    const auto set = [&](const char* key) {
        return value.find(key) == nullptr
                   ? std::nullopt
                   : std::optional{static_cast<std::int64_t>(number(key, most_sets))};
    };
    slot.from_set = set("from_set");
    slot.until_set = set("until_set");
    return slot;
}

} // namespace

KeySlot seal(
    const DataKey& key,
    const Identity& identity,
    const std::string& user,
    std::string_view passphrase,
    const FillRandom& fill_random
) {
    KeySlot slot;
    slot.user = user;
    slot.passes = passes;
    slot.memory_kib = memory_kib;
    slot.salt.resize(crypto_pwhash_SALTBYTES);
    slot.nonce.resize(crypto_aead_xchacha20poly1305_ietf_NPUBBYTES);
    slot.sealed.resize(sealed_seed_bytes);
    fill_random(slot.salt);
    fill_random(slot.nonce);
    DerivedKey derived;
    derive(slot, compose(passphrase), derived);
    crypto_aead_xchacha20poly1305_ietf_encrypt(
        slot.sealed.data(),
        nullptr,
        identity.seed().data(),
        Identity::Seed::size,
        as_bytes(user),
        user.size(),
        nullptr,
        slot.nonce.data(),
        derived.data()
    );
    slot.public_key = identity.public_key();
    slot.data_key = seal_for(identity.public_key(), key);
    return slot;
}

std::string write_keys(const std::vector<KeySlot>& slots) {
    Value::Array list;
    for (const auto& slot : slots) {
        list.emplace_back(Value::Object{
            {"user", slot.user},
            {"kdf", "argon2id"},
            {"passes", static_cast<std::int64_t>(slot.passes)},
            {"memory_kib", static_cast<std::int64_t>(slot.memory_kib)},
            {"salt", to_hex(slot.salt)},
            {"nonce", to_hex(slot.nonce)},
            {"sealed", to_hex(slot.sealed)},
            {"public_key", slot.public_key},
            {"data_key", to_hex(slot.data_key)},
        });
        if (!slot.next_data_key.empty()) {
            list.back()["next_data_key"] = to_hex(slot.next_data_key);
        }
        if (slot.from_set) {
            list.back()["from_set"] = *slot.from_set;
        }
        if (slot.until_set) {
            list.back()["until_set"] = *slot.until_set;
        }
    }
    return to_json(Value::Object{{"format", format_name}, {"slots", std::move(list)}}, 2) + "\n";
}

std::vector<KeySlot> read_keys(std::string_view text, const std::string& path) {
    Value root;
    try {
        root = parse_json(text, path);
    } catch (const Error&) {
        damaged(path, "it is not JSON");
    }
    const auto* slots = root.find("slots");
    if (root.text_at("format") != format_name || slots == nullptr || !slots->is_array() ||
        slots->as_array().empty()) {
        damaged(path, "it is not a " + std::string{format_name} + " file, or has no slot");
    }
    std::vector<KeySlot> all;
    for (const auto& slot : slots->as_array()) {
        all.push_back(read_slot(slot, path));
    }
    return all;
}

Unlocked unseal(
    const std::vector<KeySlot>& slots,
    std::string_view passphrase,
    std::string_view likely_user,
    const std::string& path
) {
    const auto code = read_recovery_code(passphrase);
    std::uint64_t work = 0;
    for (const auto& form : forms_of(passphrase)) {
        for (const auto* slot : order_of(slots, code.has_value(), likely_user)) {
            work += work_of(*slot);
            if (work > most_work) {
                too_many_slots(path);
            }
            if (auto seed = open_seed(*slot, slot->user == recovery_user ? *code : form)) {
                Identity identity{std::move(*seed)};
                auto key = unseal(*slot, identity, path);
                return {slot->user, std::move(identity), std::move(key)};
            }
        }
    }
    throw PracticeError("wrong_passphrase", "wrong passphrase for this practice");
}

DataKey unseal(const KeySlot& slot, const Identity& identity, const std::string& path) {
    auto key = identity.open(slot.data_key);
    if (!key || identity.public_key() != slot.public_key) {
        damaged(path, "the slot of " + slot.user + " is inconsistent");
    }
    return std::move(*key);
}

} // namespace praxis::practice
