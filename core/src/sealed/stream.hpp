// SPDX-License-Identifier: MIT
/// A sealed file: a header that needs no key to read, then a stream of sealed chunks. praxis writes
/// and reads it in pieces, so it needs the same memory for a file of any size. Backups are such
/// files, and bundles of referrals.
/// source  schemas/formats/backup.md
#pragma once
#include "sealed/stream_key.hpp"

#include <sodium.h>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace praxis::sealed {

inline constexpr std::size_t chunk_bytes = std::size_t{64} * 1024;
inline constexpr std::size_t sealed_chunk_bytes =
    chunk_bytes + crypto_secretstream_xchacha20poly1305_ABYTES;
inline constexpr std::size_t most_header_bytes = std::size_t{256} * 1024;

/// Size of the whole file in bytes: `header_bytes` is the length of the header, `size` the number
/// of bytes to seal, at least 1.
std::uint64_t file_size(std::size_t header_bytes, std::uint64_t size);

/// What is wrong with a file that is read.
enum class Fault {
    foreign, // it does not begin as a file of this kind
    newer,   // a later version of praxis wrote it
    damaged
};

/// Throws the error of that kind of file.
using Fail = std::function<void(Fault, const std::string& reason)>;
using Put = std::function<void(std::span<const unsigned char>)>;
/// Fills the buffer; returns fewer bytes only at the end of the file.
using Take = std::function<std::size_t(std::span<unsigned char>)>;

class Writer {
  public:
    /// Writes the header immediately.
    /// magic   8 characters
    /// header  at most most_header_bytes
    Writer(
        Put put,
        std::string_view magic,
        std::string_view header,
        std::uint64_t size,
        const StreamKey& key
    );

    void write(std::span<const unsigned char> bytes);

    /// Writes the last chunk. The caller must have written exactly `size` bytes.
    void finish();

  private:
    void put_chunk(unsigned char tag);

    Put put_;
    crypto_secretstream_xchacha20poly1305_state state_{};
    std::string beginning_; // header bytes that the first chunk authenticates
    std::vector<unsigned char> chunk_;
    std::vector<unsigned char> sealed_;
    std::uint64_t left_;
};

class Reader {
  public:
    /// Reads the header; needs no key.
    /// whole_size  of the file in bytes
    Reader(Take take, Fail fail, std::string_view magic, std::uint64_t whole_size);

    [[nodiscard]] const std::string& header() const { return header_; }

    /// The number of sealed bytes, as the header states it. Call it before unlock().
    void expect(std::uint64_t size);

    /// Call it before the first read().
    void unlock(const StreamKey& key);

    /// Fills the buffer.
    void read(std::span<unsigned char> buffer);

    /// Fails when bytes are left to read, or follow the last chunk.
    void finish();

  private:
    std::string piece(std::size_t size);
    void check_fixed(const std::string& fixed, std::string_view magic);
    void next_chunk();

    void damaged(const std::string& reason) { fail_(Fault::damaged, reason); }

    Take take_;
    Fail fail_;
    std::uint64_t whole_size_;
    std::string header_;
    crypto_secretstream_xchacha20poly1305_state state_{};
    std::string beginning_;
    std::vector<unsigned char> sealed_;
    std::vector<unsigned char> chunk_;
    std::size_t used_ = 0; // bytes of chunk_ that read() has copied
    std::uint64_t left_ = 0;
};

} // namespace praxis::sealed
