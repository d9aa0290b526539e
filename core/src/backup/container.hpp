// SPDX-License-Identifier: MIT
/// The file of a backup: a header that anybody can read, then a stream of sealed chunks. Written
/// and read in pieces, so memory stays the same at any size.
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

/// Bytes of the whole file for that header's text and that much to seal.
std::uint64_t container_size(std::size_t header_bytes, std::uint64_t size);

class Writer {
  public:
    /// Writes the header at once. `file` is open for writing, at its beginning; `path` names it in
    /// messages.
    /// errors  Error file_error, here and in each call
    Writer(int file, std::string path, const Header& header, const StreamKey& key);

    void write(std::span<const unsigned char> bytes);
    /// The end. As much must have been written as the header says.
    void finish();

    /// BLAKE2b-256 of the whole file, in hexadecimal digits; once, after finish().
    std::string digest() { return digest_.hex(); }

    [[nodiscard]] std::uint64_t file_size() const { return file_size_; }

  private:
    void put(std::span<const unsigned char> bytes);
    void put_chunk(unsigned char tag);

    int file_;
    std::string path_;
    crypto_secretstream_xchacha20poly1305_state state_{};
    std::string beginning_; // goes with the first chunk
    std::vector<unsigned char> chunk_;
    std::vector<unsigned char> sealed_;
    std::uint64_t left_;
    std::uint64_t file_size_ = 0;
    Digest digest_;
};

class Reader {
  public:
    /// Reads the header and compares the file's size with what it says; needs no key.
    /// errors  Refused: not there, no file; PracticeError backup_foreign: no backup of praxis,
    ///         backup_newer: of a newer format, backup_damaged
    explicit Reader(const std::string& path);

    [[nodiscard]] const Header& header() const { return header_; }

    [[nodiscard]] const std::string& path() const { return path_; }

    /// Before the first read.
    void unlock(const StreamKey& key);

    /// Fills the buffer.
    /// errors  PracticeError backup_damaged: changed, cut or put together otherwise
    void read(std::span<unsigned char> buffer);

    /// errors  PracticeError backup_damaged: not everything was read, or something follows
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
    std::size_t used_ = 0; // of the chunk
    std::uint64_t left_ = 0;
};

} // namespace praxis::backup
