// SPDX-License-Identifier: MIT
/// Descriptors, read and written in pieces: a practice is larger than what should lie in memory.
#pragma once
#include "system/files.hpp"

#include <sodium.h>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <utility>

namespace praxis::backup {

/// Opens an ordinary file for reading, from its beginning.
/// errors  Refused: missing, not readable, no ordinary file
Descriptor open_for_reading(const std::string& path);

/// Makes a file that was not there, for its owner only.
/// errors  Error file_error
Descriptor make_file(const std::string& path);

/// errors  Error file_error, naming the path
void write_all(int file, std::span<const unsigned char> bytes, const std::string& path);
void sync_file(int file, const std::string& path);

/// Fills the buffer; gives less only at the end of the file.
/// errors  Error file_error
std::size_t read_up_to(int file, std::span<unsigned char> buffer, const std::string& path);

/// Renames to a name that is free.
/// errors  Error file_error: the name is taken, or the file cannot be renamed
void rename_to_free(const std::string& from, const std::string& to);

std::uint64_t size_of(int file, const std::string& path);

/// Makes the folder and those above it when they are missing, for their owner only.
/// errors  Error file_error
void make_folder(const std::string& path);

/// The folder that the path's last part lies in; "." when it has one part only.
std::string folder_of(const std::string& path);

[[noreturn]] void file_error(const std::string& path, const std::string& what, int error);

/// BLAKE2b-256 of bytes that come in pieces.
class Digest {
  public:
    Digest() { crypto_generichash_init(&state_, nullptr, 0, crypto_generichash_BYTES); }

    void add(std::span<const unsigned char> bytes) {
        crypto_generichash_update(&state_, bytes.data(), bytes.size());
    }

    /// 64 hexadecimal digits; the last call.
    std::string hex();

  private:
    crypto_generichash_state state_{};
};

} // namespace praxis::backup
