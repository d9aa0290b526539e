// SPDX-License-Identifier: MIT
#include "backup/header.hpp"

#include "backup/stream_key.hpp"

#include <praxis/error.hpp>
#include <praxis/value.hpp>

#include <charconv>
#include <optional>

namespace praxis::backup {
namespace {

constexpr std::string_view format_name = "praxis-backup/1";

std::uint64_t size_in(const Value& header, const std::string& path) {
    const auto* found = header.find("size");
    if (found == nullptr || !found->is_integer() || found->as_integer() < 1) {
        damaged(path, "size is missing or out of range");
    }
    return static_cast<std::uint64_t>(found->as_integer());
}

Bytes bytes_at(const Value& value, const char* key, std::size_t size, const std::string& path) {
    auto found = from_hex(value.text_at(key));
    if (!found || found->size() != size) {
        damaged(path, std::string{key} + " is missing or of the wrong length");
    }
    return *found;
}

KeySource read_key(const Value& key, const std::string& path) {
    const auto kind = key.text_at("kind");
    if (kind == "practice") {
        return FromPractice{key.text_at("keys"), bytes_at(key, "salt", stream_salt_bytes, path)};
    }
    if (kind == "none") {
        return Open{bytes_at(key, "stream_key", StreamKey::size, path)};
    }
    if (kind == "passphrase") {
        throw PracticeError(
            "backup_older",
            "the backup " + path + " has a passphrase of its own, as before the format was final",
            "restore it with the version of praxis that made it, then make a new backup"
        );
    }
    damaged(path, "its header does not state how to get its key");
}

Value value_of(const FromPractice& key) {
    return Value::Object{{"kind", "practice"}, {"keys", key.keys}, {"salt", to_hex(key.salt)}};
}

Value value_of(const Open& key) {
    return Value::Object{{"kind", "none"}, {"stream_key", to_hex(key.stream_key)}};
}

} // namespace

void damaged(const std::string& path, const std::string& reason) {
    throw PracticeError(
        "backup_damaged",
        "the backup " + path + " is damaged: " + reason,
        "use another backup: praxis backup list"
    );
}

std::string protection(const KeySource& key) {
    return std::holds_alternative<FromPractice>(key) ? "the passphrases of the practice"
                                                     : "no passphrase";
}

std::string warning_about(const KeySource& key) {
    return std::holds_alternative<FromPractice>(key)
               ? ""
               : "anybody who has this backup can read it, because the practice is not encrypted";
}

std::string write_header(const Header& header) {
    return to_json(Value::Object{
        {"format", format_name},
        {"praxis", header.praxis},
        {"practice", header.practice},
        {"created", utc_text(header.created)},
        {"size", static_cast<std::int64_t>(header.size)},
        {"key", std::visit([](const auto& key) { return value_of(key); }, header.key)},
    });
}

Header read_header(std::string_view json, const std::string& path) {
    Value root;
    try {
        root = parse_json(json, path);
    } catch (const Error&) {
        damaged(path, "its header is not JSON");
    }
    const auto created = read_utc_text(root.text_at("created"));
    const auto* key = root.find("key");
    if (root.text_at("format") != format_name || !created || key == nullptr) {
        damaged(path, "its header is incomplete");
    }
    return {
        root.text_at("praxis"),
        root.text_at("practice"),
        *created,
        size_in(root, path),
        read_key(*key, path)};
}

std::string utc_text(Instant instant) {
    return ZonedTime{instant, Minutes{0}}.iso().substr(0, 19) + "Z";
}

std::optional<Instant> read_utc_text(std::string_view text) {
    const auto number = [&](std::size_t place) -> std::optional<int> {
        int value = 0;
        const auto* begin = text.data() + place;
        const auto read = std::from_chars(begin, begin + 2, value);
        return read.ptr == begin + 2 ? std::optional{value} : std::nullopt;
    };
    const bool shaped = text.size() == 20 && text[10] == 'T' && text[13] == ':' &&
                        text[16] == ':' && text[19] == 'Z';
    const auto date = shaped ? Date::from_iso(text.substr(0, 10)) : std::nullopt;
    if (!date) {
        return std::nullopt;
    }
    const auto hour = number(11);
    const auto minute = number(14);
    const auto second = number(17);
    if (!hour || !minute || !second || *hour > 23 || *minute > 59 || *second > 59 || *hour < 0 ||
        *minute < 0 || *second < 0) {
        return std::nullopt;
    }
    return Instant{date->days()} + std::chrono::hours{*hour} + std::chrono::minutes{*minute} +
           std::chrono::seconds{*second};
}

} // namespace praxis::backup
