// SPDX-License-Identifier: MIT
/// The file of a backup: a sealed file whose header says what the backup is and how to get its key.
/// source  schemas/formats/backup.md
#pragma once
#include "backup/header.hpp"
#include "backup/stream_key.hpp"
#include "sealed/stream.hpp"
#include "system/io.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

namespace praxis::backup {

using sealed::chunk_bytes;

class Writer {
  public:
    /// Writes the header immediately. `file` is open for writing, at its start; `path` names it in
    /// messages.
    /// errors  Error file_error, here and in each call
    Writer(int file, std::string path, const Header& header, const StreamKey& key);

    void write(std::span<const unsigned char> bytes) { stream_.write(bytes); }

    /// Writes the last chunk. The caller must have written exactly as many bytes as the header
    /// states.
    void finish() { stream_.finish(); }

    /// BLAKE2b-256 of the whole file, in hexadecimal digits. Call it once, after finish().
    std::string digest() { return digest_.hex(); }

    [[nodiscard]] std::uint64_t file_size() const { return file_size_; }

  private:
    void put(std::span<const unsigned char> bytes);

    int file_;
    std::string path_;
    std::uint64_t file_size_ = 0;
    Digest digest_;
    sealed::Writer stream_; // after what put() uses
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
    void unlock(const StreamKey& key) { stream_.unlock(key); }

    /// Fills the buffer.
    /// errors  PracticeError backup_damaged: bytes were changed, removed or reordered
    void read(std::span<unsigned char> buffer) { stream_.read(buffer); }

    /// errors  PracticeError backup_damaged: bytes are left to read, or follow the last chunk
    void finish() { stream_.finish(); }

  private:
    std::string path_;
    Descriptor file_;
    sealed::Reader stream_; // after what it reads from
    Header header_;
};

} // namespace praxis::backup
