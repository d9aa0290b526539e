// SPDX-License-Identifier: MIT
/// The file of a backup: a header that needs no key to read, then a stream of sealed chunks. praxis
/// writes and reads it in pieces, so it needs the same memory for a practice of any size.
/// source  schemas/formats/backup.md
#pragma once
#include "backup/header.hpp"
#include "backup/stream_key.hpp"
#include "system/io.hpp"

#include <sodium.h>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace praxis::backup {

inline constexpr std::size_t chunk_bytes = std::size_t{64} * 1024;
inline constexpr std::size_t sealed_chunk_bytes =
    chunk_bytes + crypto_secretstream_xchacha20poly1305_ABYTES;

/// Size of the whole file in bytes: `header_bytes` is the length of the header's JSON, `size` the
/// number of bytes to seal.
std::uint64_t container_size(std::size_t header_bytes, std::uint64_t size);

class Writer {
  public:
    /// Writes the header immediately. `file` is open for writing, at its start; `path` names it in
    /// messages.
    /// errors  Error file_error, here and in each call
    Writer(int file, std::string path, const Header& header, const StreamKey& key);

    void write(std::span<const unsigned char> bytes);
    /// Writes the last chunk. The caller must have written exactly as many bytes as the header
    /// states.
    void finish();

    /// BLAKE2b-256 of the whole file, in hexadecimal digits. Call it once, after finish().
    std::string digest() { return digest_.hex(); }

    [[nodiscard]] std::uint64_t file_size() const { return file_size_; }

  private:
    void put(std::span<const unsigned char> bytes);
    void put_chunk(unsigned char tag);

    int file_;
    std::string path_;
    crypto_secretstream_xchacha20poly1305_state state_{};
    std::string beginning_; // header bytes that the first chunk authenticates
    std::vector<unsigned char> chunk_;
    std::vector<unsigned char> sealed_;
    std::uint64_t left_;
    std::uint64_t file_size_ = 0;
    Digest digest_;
};

class Reader {
  public:
    /// Reads the header and compares the file's size with the size that the header states; needs no
    /// key.
    /// errors  Refused: missing, or not a regular file; PracticeError backup_foreign: not a praxis
    ///         backup, backup_newer: of a newer format, backup_damaged
    explicit Reader(const std::string& path);

    [[nodiscard]] const Header& header() const { return header_; }

    [[nodiscard]] const std::string& path() const { return path_; }

    /// Call it before the first read().
    void unlock(const StreamKey& key);

    /// Fills the buffer.
    /// errors  PracticeError backup_damaged: bytes were changed, removed or reordered
    void read(std::span<unsigned char> buffer);

    /// errors  PracticeError backup_damaged: bytes are left to read, or follow the last chunk
    void finish();

  private:
    void read_header();
    void next_chunk();

    std::string path_;
    Descriptor file_;
    Header header_;
    crypto_secretstream_xchacha20poly1305_state state_{};
    std::string beginning_;
    std::vector<unsigned char> sealed_;
    std::vector<unsigned char> chunk_;
    std::size_t used_ = 0; // bytes of chunk_ that read() has copied
    std::uint64_t left_ = 0;
};

} // namespace praxis::backup
