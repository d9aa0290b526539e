// SPDX-License-Identifier: MIT
/// Reads and writes descriptors in pieces, because a practice can be larger than the memory.
#pragma once
#include "system/files.hpp"

#include <sodium.h>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <utility>

namespace praxis::backup {

/// Opens a regular file for reading, at its start.
/// errors  Refused: missing, not readable, not a regular file
Descriptor open_for_reading(const std::string& path);

/// Creates a new file, readable by its owner only.
/// errors  Error file_error
Descriptor make_file(const std::string& path);

/// errors  Error file_error, naming the path
void write_all(int file, std::span<const unsigned char> bytes, const std::string& path);
void sync_file(int file, const std::string& path);

/// Fills the buffer; returns fewer bytes only at the end of the file.
/// errors  Error file_error
std::size_t read_up_to(int file, std::span<unsigned char> buffer, const std::string& path);

/// Renames a file to a name that does not exist yet.
/// errors  Error file_error: the name is taken, or the file cannot be renamed
void rename_to_free(const std::string& from, const std::string& to);

std::uint64_t size_of(int file, const std::string& path);

/// Creates the folder and its missing parents, accessible to their owner only.
/// errors  Error file_error
void make_folder(const std::string& path);

/// The parent folder of the path; "." if the path has one component.
std::string folder_of(const std::string& path);

[[noreturn]] void file_error(const std::string& path, const std::string& what, int error);

/// BLAKE2b-256 of bytes that come in pieces.
class Digest {
  public:
    Digest() { crypto_generichash_init(&state_, nullptr, 0, crypto_generichash_BYTES); }

    void add(std::span<const unsigned char> bytes) {
        crypto_generichash_update(&state_, bytes.data(), bytes.size());
    }

    /// 64 hexadecimal digits. Call it once, at the end.
    std::string hex();

  private:
    crypto_generichash_state state_{};
};

} // namespace praxis::backup
