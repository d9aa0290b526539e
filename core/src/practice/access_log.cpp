// SPDX-License-Identifier: MIT
#include "practice/access_log.hpp"

#include "base/hex.hpp"
#include "practice/file.hpp"
#include "system/patient_lock.hpp"
#include "system/pending_file.hpp"

#include <praxis/digest.hpp>
#include <praxis/error.hpp>
#include <praxis/sql.hpp>
#include <praxis/text.hpp>
#include <praxis/value.hpp>

#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace praxis::practice {
namespace {

constexpr std::size_t nonce_bytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t code_bytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr int alphabet = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
constexpr std::size_t mark_bytes = 8;       // tells failed unlocks of the same second apart
constexpr std::size_t most_records = 100;   // an entry names at most so many records
constexpr std::size_t most_line = 8192;     // an entry with most_records fits into it
constexpr std::size_t most_log = 64U << 20; // more than two changes can ever have between them

[[noreturn]] void cannot(const std::string& what, const std::string& path) {
    const bool no_room = errno == EROFS || errno == ENOSPC || errno == EDQUOT;
    throw PracticeError(
        no_room ? medium_unwritable : "practice_storage",
        path + " cannot be " + what + ": " + std::strerror(errno)
    );
}

int open_locked(const std::string& path) {
    const int file =
        ::open(path.c_str(), O_RDWR | O_CREAT | O_APPEND | O_NOFOLLOW | O_CLOEXEC, 0600);
    if (file < 0) {
        cannot("opened", path);
    }
    try {
        lock_patiently(file, path);
    } catch (...) {
        ::close(file);
        throw;
    }
    return file;
}

/// On a medium that cannot be written nobody appends.
int open_fixed(const std::string& path) {
    const int file = ::open(path.c_str(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
    if (file < 0) {
        cannot("opened", path);
    }
    return file;
}

std::size_t size_of(int file, const std::string& path) {
    struct stat status {};

    if (::fstat(file, &status) != 0) {
        cannot("read", path);
    }
    return static_cast<std::size_t>(status.st_size);
}

std::string read_from(int file, std::size_t begin, std::size_t end, const std::string& path) {
    std::string bytes(end - begin, '\0');
    for (std::size_t done = 0; done < bytes.size();) {
        const auto count = ::pread(
            file, bytes.data() + done, bytes.size() - done, static_cast<off_t>(begin + done)
        );
        if (count <= 0) {
            cannot("read", path);
        }
        done += static_cast<std::size_t>(count);
    }
    return bytes;
}

/// The last complete line without its line feed; empty if there is none.
std::string last_line(int file, std::size_t size, const std::string& path) {
    auto tail = read_from(file, size > most_line ? size - most_line : 0, size, path);
    tail.resize(tail.rfind('\n') == std::string::npos ? 0 : tail.rfind('\n'));
    const auto before = tail.rfind('\n');
    return before == std::string::npos ? tail : tail.substr(before + 1);
}

void append(int file, const std::string& line, const std::string& path) {
    const auto whole = line + "\n";
    if (::write(file, whole.data(), whole.size()) != static_cast<ssize_t>(whole.size())) {
        cannot("written", path);
    }
}

/// Ends a line that a power cut truncated, so that the next line stays separate.
void end_torn_line(int file, const std::string& path) {
    const auto size = size_of(file, path);
    if (size > 0 && read_from(file, size - 1, size, path) != "\n") {
        append(file, "", path);
    }
}

std::string to_json(const AccessEntry& entry) {
    Value::Array records;
    for (const auto& record : entry.records) {
        if (records.size() == most_records) {
            break;
        }
        records.emplace_back(record);
    }
    return praxis::to_json(Value::Object{
        {"at", static_cast<std::int64_t>(entry.at.time_since_epoch().count())},
        {"user", entry.user ? Value{entry.user->number} : Value{}},
        {"login", entry.login},
        {"command", entry.command},
        {"records", std::move(records)},
    });
}

std::string seal(const std::string& text, const PracticeSecret& secret, const std::string& before) {
    Bytes sealed(nonce_bytes + text.size() + code_bytes);
    randombytes_buf(sealed.data(), nonce_bytes);
    crypto_aead_xchacha20poly1305_ietf_encrypt(
        sealed.data() + nonce_bytes,
        nullptr,
        as_bytes(text),
        text.size(),
        as_bytes(before),
        before.size(),
        nullptr,
        sealed.data(),
        secret.data()
    );
    std::string encoded(sodium_base64_ENCODED_LEN(sealed.size(), alphabet), '\0');
    sodium_bin2base64(encoded.data(), encoded.size(), sealed.data(), sealed.size(), alphabet);
    encoded.resize(std::strlen(encoded.c_str()));
    return encoded;
}

std::optional<std::string>
unseal(std::string_view encoded, const PracticeSecret& secret, const std::string& before) {
    if (encoded.empty()) {
        return std::nullopt;
    }
    Bytes sealed(encoded.size());
    std::size_t size = 0;
    if (sodium_base642bin(
            sealed.data(),
            sealed.size(),
            encoded.data(),
            encoded.size(),
            nullptr,
            &size,
            nullptr,
            alphabet
        ) != 0 ||
        size < nonce_bytes + code_bytes) {
        return std::nullopt;
    }
    std::string text(size - nonce_bytes - code_bytes, '\0');
    const bool whole = crypto_aead_xchacha20poly1305_ietf_decrypt(
                           reinterpret_cast<unsigned char*>(text.data()),
                           nullptr,
                           nullptr,
                           sealed.data() + nonce_bytes,
                           size - nonce_bytes,
                           as_bytes(before),
                           before.size(),
                           sealed.data(),
                           secret.data()
                       ) == 0;
    return whole ? std::optional{text} : std::nullopt;
}

AccessEntry access_entry_of(const Value& value) {
    AccessEntry entry;
    entry.at = Instant{std::chrono::seconds{value.find("at")->as_integer()}};
    if (const auto* user = value.find("user"); user != nullptr && user->is_integer()) {
        entry.user = UserId{user->as_integer()};
    }
    entry.login = value.text_at("login");
    entry.command = value.text_at("command");
    for (const auto& record : value.find("records")->as_array()) {
        entry.records.push_back(record.as_text());
    }
    return entry;
}

/// Reads a line. A line that this practice did not seal becomes "access log damaged".
AccessEntry read_line(
    const std::string& line, const std::string& before, const PracticeSecret& secret, Instant now
) {
    if (line.starts_with("S ")) {
        if (const auto text = unseal(std::string_view{line}.substr(2), secret, before)) {
            return access_entry_of(parse_json(*text, "access log"));
        }
    }
    if (line.starts_with("F ")) {
        const auto parts = split(line, ' ');
        const auto at = std::strtoll(parts[1].c_str(), nullptr, 10);
        return {
            Instant{std::chrono::seconds{at}},
            std::nullopt,
            parts.size() > 2 ? visible(parts[2]) : "",
            "unlock failed",
            {}};
    }
    return {now, std::nullopt, "", "access log damaged", {}};
}

void insert_access(SQLite::Database& db, const AccessEntry& entry, const std::string& line) {
    execute(
        db,
        "INSERT OR IGNORE INTO core_access (at, user, login, command, records, line)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        entry.at,
        entry.user,
        entry.login,
        entry.command,
        join(entry.records, " "),
        StoredBytes{praxis::digest_of(line)}
    );
}

} // namespace

std::string access_log_path(const std::string& path) {
    return beside(path, ".access");
}

void append_access(
    const std::string& path, const PracticeSecret& secret, const AccessEntry& entry
) {
    const auto log = access_log_path(path);
    const Descriptor file{open_locked(log)};
    end_torn_line(file.number(), log);
    const auto before = last_line(file.number(), size_of(file.number(), log), log);
    append(file.number(), "S " + seal(to_json(entry), secret, before), log);
}

void copy_access_log(const std::string& path, const std::string& target) {
    const auto log = access_log_path(path);
    if (::access(log.c_str(), F_OK) != 0) {
        return;
    }
    const Descriptor file{is_on_read_only_medium(log) ? open_fixed(log) : open_locked(log)};
    const auto lines = read_from(file.number(), 0, size_of(file.number(), log), log);
    if (!lines.empty()) {
        PendingFile{target, lines, false}.commit();
    }
}

void append_failed_unlock(const std::string& path, Instant at, const std::string& login) {
    const auto log = access_log_path(path);
    const Descriptor file{open_locked(log)};
    end_torn_line(file.number(), log);
    auto one_word = login;
    std::replace(one_word.begin(), one_word.end(), ' ', '_');
    std::replace(one_word.begin(), one_word.end(), '\n', '_');
    std::array<unsigned char, mark_bytes> mark{};
    randombytes_buf(mark.data(), mark.size());
    const auto seconds = std::to_string(at.time_since_epoch().count());
    append(file.number(), "F " + seconds + " " + one_word + " " + to_hex(mark), log);
}

AccessTransfer::AccessTransfer(SQLite::Database& db, const std::string& path, Instant now)
    : file_(open_locked(access_log_path(path))) {
    const auto log = access_log_path(path);
    const auto size = size_of(file_.number(), log);
    if (size == 0) {
        return;
    }
    if (size > most_log) {
        insert_access(db, {now, std::nullopt, "", "access log damaged", {}}, log);
        return;
    }
    const auto secret = practice_secret(db, "access");
    std::string before;
    for (const auto& line : split(read_from(file_.number(), 0, size, log), '\n')) {
        if (!line.empty()) {
            insert_access(db, read_line(line, before, secret, now), line);
            before = line;
        }
    }
}

void AccessTransfer::done() {
    // Ignore a failure: the change is saved, and INSERT OR IGNORE skips lines that are already in
    // the table.
    [[maybe_unused]] const int result = ::ftruncate(file_.number(), 0);
}

} // namespace praxis::practice
