// SPDX-License-Identifier: MIT
#include "base/hex.hpp"
#include "sealed/passphrase_key.hpp"
#include "sealed/stream.hpp"
#include "session/host_session.hpp"
#include "session/passphrase.hpp"
#include "session/passphrase_of_file.hpp"
#include "system/files.hpp"

#include <praxis/error.hpp>
#include <praxis/sealed_file.hpp>
#include <praxis/value.hpp>

#include <algorithm>
#include <cstdint>
#include <span>
#include <utility>

namespace praxis {
namespace {

constexpr std::uint64_t most_passes = 16;
constexpr std::uint64_t most_memory_kib = std::uint64_t{512} * 1024; // 512 MiB
constexpr std::size_t most_file_bytes = most_sealed_bytes + (std::size_t{1} << 20U);

std::span<const unsigned char> bytes_of(std::string_view text) {
    return {as_bytes(text), text.size()};
}

std::string header_of(const SealedKind& kind, std::size_t size, const sealed::FromPassphrase& key) {
    return to_json(Value::Object{
        {"format", kind.format},
        {"size", static_cast<std::int64_t>(size)},
        {"key",
         Value::Object{
             {"kind", "passphrase"},
             {"passes", static_cast<std::int64_t>(key.passes)},
             {"memory_kib", static_cast<std::int64_t>(key.memory_kib)},
             {"salt", to_hex(key.salt)},
             {"nonce", to_hex(key.nonce)},
             {"sealed", to_hex(key.sealed)}}}});
}

class OpenedFile {
  public:
    OpenedFile(const SealedKind& kind, const std::string& path)
        : kind_(kind)
        , path_(path)
        , bytes_(read_whole_file(path, most_file_bytes))
        , reader_(
              [this](std::span<unsigned char> buffer) { return take(buffer); },
              [this](sealed::Fault fault, const std::string& reason) { fail(fault, reason); },
              kind.magic,
              bytes_.size()
          ) {
        const auto header = read_header();
        key_ = read_key(header);
        size_ = number_in(header, "size", most_sealed_bytes);
        reader_.expect(size_);
    }

    std::string open(std::string_view passphrase) {
        reader_.unlock(sealed::unseal_key(key_, passphrase, path_));
        std::string content(size_, '\0');
        reader_.read({reinterpret_cast<unsigned char*>(content.data()), content.size()});
        reader_.finish();
        return content;
    }

  private:
    std::size_t take(std::span<unsigned char> buffer) {
        const auto count = std::min(buffer.size(), bytes_.size() - used_);
        std::copy_n(bytes_.begin() + static_cast<std::ptrdiff_t>(used_), count, buffer.begin());
        used_ += count;
        return count;
    }

    [[noreturn]] void damaged(const std::string& reason) const {
        throw Refused(
            path_ + " is damaged: " + reason, "ask the sender for another copy of the file"
        );
    }

    void fail(sealed::Fault fault, const std::string& reason) const {
        if (fault == sealed::Fault::foreign) {
            throw Refused(
                path_ + " is no " + std::string{kind_.name} + " of praxis",
                "give the file that the sender named"
            );
        }
        if (fault == sealed::Fault::newer) {
            throw Refused(
                path_ + " was made by a newer version of praxis", "install that version of praxis"
            );
        }
        damaged(reason);
    }

    [[nodiscard]] Value read_header() const {
        Value header;
        try {
            header = parse_json(reader_.header(), path_);
        } catch (const Error&) {
            damaged("its header is not JSON");
        }
        if (header.text_at("format") != kind_.format) {
            damaged("its header names another format");
        }
        return header;
    }

    [[nodiscard]] std::uint64_t
    number_in(const Value& table, const char* key, std::uint64_t most) const {
        const auto* const found = table.find(key);
        if (found == nullptr || !found->is_integer() || found->as_integer() < 1 ||
            static_cast<std::uint64_t>(found->as_integer()) > most) {
            damaged(std::string{key} + " is missing or out of range");
        }
        return static_cast<std::uint64_t>(found->as_integer());
    }

    [[nodiscard]] Bytes bytes_in(const Value& table, const char* key, std::size_t size) const {
        auto found = from_hex(table.text_at(key));
        if (!found || found->size() != size) {
            damaged(std::string{key} + " is missing or of the wrong length");
        }
        return std::move(*found);
    }

    [[nodiscard]] sealed::FromPassphrase read_key(const Value& header) const {
        const auto* const table = header.find("key");
        if (table == nullptr || table->text_at("kind") != "passphrase") {
            damaged("its header does not state how to get its key");
        }
        return {
            .passes = number_in(*table, "passes", most_passes),
            .memory_kib = number_in(*table, "memory_kib", most_memory_kib),
            .salt = bytes_in(*table, "salt", crypto_pwhash_SALTBYTES),
            .nonce = bytes_in(*table, "nonce", crypto_aead_xchacha20poly1305_ietf_NPUBBYTES),
            .sealed = bytes_in(*table, "sealed", sealed::sealed_stream_key_bytes)};
    }

    const SealedKind& kind_;
    std::string path_;
    std::string bytes_;
    std::size_t used_ = 0;
    sealed::Reader reader_; // after what it reads from
    sealed::FromPassphrase key_;
    std::uint64_t size_ = 0; // of the content in bytes
};

} // namespace

std::string seal_file(Session& session, const SealedKind& kind, std::string_view content) {
    if (content.size() > most_sealed_bytes) {
        throw Refused(
            "the " + std::string{kind.name} + " would be larger than 64 MiB",
            "leave out an attachment: praxis attachment list"
        );
    }
    const auto& fill_random = host_session(session).environment().fill_random;
    const auto key = sealed::random_stream_key(fill_random);
    const auto from = sealed::seal_key(key, report_new_passphrase(session), fill_random);
    std::string file;
    sealed::Writer writer{
        [&file](std::span<const unsigned char> bytes) {
            file.append(reinterpret_cast<const char*>(bytes.data()), bytes.size());
        },
        kind.magic,
        header_of(kind, content.size(), from),
        content.size(),
        key};
    writer.write(bytes_of(content));
    writer.finish();
    return file;
}

namespace {

std::string passphrase_of(
    Session& session, const std::string& path, const std::optional<std::string>& passphrase_file
) {
    const auto& host = host_session(session);
    if (passphrase_file) {
        return passphrase_in_file(host.environment(), *passphrase_file);
    }
    if (!host.can_ask()) {
        throw NeedsInput(
            "the passphrase of " + path + " is missing",
            "write it into a file that only you can read, and name that file"
        );
    }
    return ask_passphrase(host.environment(), "Passphrase of " + path + ": ");
}

} // namespace

std::string open_sealed_file(
    Session& session,
    const SealedKind& kind,
    const std::string& path,
    const std::optional<std::string>& passphrase_file
) {
    OpenedFile file{kind, path}; // a file of another kind needs no passphrase
    return file.open(passphrase_of(session, path, passphrase_file));
}

} // namespace praxis
