// SPDX-License-Identifier: MIT
// How a sealed file is laid out and checked: first 16 fixed bytes (magic, version, length of the
// header), the header, and a BLAKE2b digest of both, so that a damaged header is found without a
// key. Then follows one libsodium secretstream (XChaCha20-Poly1305) of chunks of 64 KiB. The
// stream's state makes each chunk depend on all chunks before it, so none can be changed, removed,
// repeated or moved unnoticed. The first chunk also authenticates all bytes of the header, which
// binds the header to this stream. The last chunk alone has the tag FINAL, so a truncated file
// fails. Since the header states the number of sealed bytes, the reader knows the exact size of the
// file before it allocates memory, and rejects a file of any other size. Writer and Reader hold one
// chunk each.
#include "sealed/stream.hpp"

#include "base/hex.hpp"

#include <praxis/digest.hpp>

#include <algorithm>
#include <array>
#include <stdexcept>
#include <utility>

namespace praxis::sealed {
namespace {

constexpr std::uint32_t version = 1;
constexpr std::size_t fixed_bytes = 16; // magic, version, length of the header
constexpr std::size_t digest_bytes = crypto_generichash_BYTES;
constexpr std::size_t stream_header_bytes = crypto_secretstream_xchacha20poly1305_HEADERBYTES;

/// Four bytes, little-endian.
std::string number_text(std::uint32_t number) {
    std::string text;
    for (unsigned shift = 0; shift < 32; shift += 8) {
        text += static_cast<char>((number >> shift) & 0xffU);
    }
    return text;
}

std::uint32_t number_in(std::string_view text) {
    std::uint32_t number = 0;
    for (unsigned place = 0; place < 4; ++place) {
        number |= std::uint32_t{static_cast<unsigned char>(text[place])} << (8U * place);
    }
    return number;
}

std::span<const unsigned char> bytes_of(std::string_view text) {
    return {as_bytes(text), text.size()};
}

} // namespace

std::uint64_t file_size(std::size_t header_bytes, std::uint64_t size) {
    const auto chunks = (size - 1) / chunk_bytes + 1;
    return fixed_bytes + header_bytes + digest_bytes + stream_header_bytes + size +
           chunks * crypto_secretstream_xchacha20poly1305_ABYTES;
}

// --- writing ----------------------------------------------------------------------------------

Writer::Writer(
    Put put,
    std::string_view magic,
    std::string_view header,
    std::uint64_t size,
    const StreamKey& key
)
    : put_(std::move(put)), sealed_(sealed_chunk_bytes), left_(size) {
    if (header.size() > most_header_bytes || size == 0) {
        throw std::logic_error("a sealed file has a short header and is not empty");
    }
    beginning_ = std::string{magic} + number_text(version) +
                 number_text(static_cast<std::uint32_t>(header.size())) + std::string{header};
    const auto digest = from_hex(digest_of(beginning_)).value_or(Bytes{});
    beginning_.append(reinterpret_cast<const char*>(digest.data()), digest.size());
    std::array<unsigned char, stream_header_bytes> stream_header{};
    crypto_secretstream_xchacha20poly1305_init_push(&state_, stream_header.data(), key.data());
    put_(bytes_of(beginning_));
    put_(stream_header);
    chunk_.reserve(chunk_bytes);
}

void Writer::put_chunk(unsigned char tag) {
    crypto_secretstream_xchacha20poly1305_push(
        &state_,
        sealed_.data(),
        nullptr,
        chunk_.data(),
        chunk_.size(),
        as_bytes(beginning_),
        beginning_.size(),
        tag
    );
    put_({sealed_.data(), chunk_.size() + crypto_secretstream_xchacha20poly1305_ABYTES});
    beginning_.clear();
    chunk_.clear();
}

void Writer::write(std::span<const unsigned char> bytes) {
    if (bytes.size() > left_) {
        throw std::logic_error("more bytes were written than the header states");
    }
    left_ -= bytes.size();
    while (!bytes.empty()) {
        if (chunk_.size() == chunk_bytes) {
            put_chunk(crypto_secretstream_xchacha20poly1305_TAG_MESSAGE);
        }
        const auto part = bytes.first(std::min(bytes.size(), chunk_bytes - chunk_.size()));
        chunk_.insert(chunk_.end(), part.begin(), part.end());
        bytes = bytes.subspan(part.size());
    }
}

void Writer::finish() {
    if (left_ != 0) {
        throw std::logic_error("fewer bytes were written than the header states");
    }
    put_chunk(crypto_secretstream_xchacha20poly1305_TAG_FINAL);
}

// --- reading ----------------------------------------------------------------------------------

Reader::Reader(Take take, Fail fail, std::string_view magic, std::uint64_t whole_size)
    : take_(std::move(take))
    , fail_(std::move(fail))
    , whole_size_(whole_size)
    , sealed_(sealed_chunk_bytes) {
    const auto fixed = piece(fixed_bytes);
    check_fixed(fixed, magic);
    header_ = piece(number_in(fixed.substr(12)));
    const auto digest = piece(digest_bytes);
    beginning_ = fixed + header_;
    if (to_hex(bytes_of(digest)) != digest_of(beginning_)) {
        damaged("its header was changed or truncated");
    }
    beginning_ += digest;
    chunk_.reserve(chunk_bytes);
}

std::string Reader::piece(std::size_t size) {
    std::string text(size, '\0');
    text.resize(take_({reinterpret_cast<unsigned char*>(text.data()), size}));
    return text;
}

void Reader::check_fixed(const std::string& fixed, std::string_view magic) {
    if (!fixed.starts_with(magic)) {
        fail_(Fault::foreign, "");
    }
    if (fixed.size() < fixed_bytes) {
        damaged("the file ends inside its header");
    }
    if (number_in(fixed.substr(8)) > version) {
        fail_(Fault::newer, "");
    }
    if (number_in(fixed.substr(8)) < version || number_in(fixed.substr(12)) > most_header_bytes) {
        damaged("a number in its header is out of range");
    }
}

void Reader::expect(std::uint64_t size) {
    left_ = size;
    if (size == 0 || size > whole_size_ || whole_size_ != file_size(header_.size(), size)) {
        damaged("the file is longer or shorter than its header states");
    }
}

void Reader::unlock(const StreamKey& key) {
    std::array<unsigned char, stream_header_bytes> stream_header{};
    if (take_(stream_header) != stream_header.size() ||
        crypto_secretstream_xchacha20poly1305_init_pull(
            &state_, stream_header.data(), key.data()
        ) != 0) {
        damaged("the file ends after its header");
    }
}

void Reader::next_chunk() {
    const auto wanted = std::min<std::uint64_t>(chunk_bytes, left_);
    const auto count =
        take_(std::span{sealed_}.first(wanted + crypto_secretstream_xchacha20poly1305_ABYTES));
    unsigned char tag = 0;
    unsigned long long length = 0;
    chunk_.resize(chunk_bytes);
    const bool whole = crypto_secretstream_xchacha20poly1305_pull(
                           &state_,
                           chunk_.data(),
                           &length,
                           &tag,
                           sealed_.data(),
                           count,
                           as_bytes(beginning_),
                           beginning_.size()
                       ) == 0;
    const auto expected = wanted == left_ ? crypto_secretstream_xchacha20poly1305_TAG_FINAL
                                          : crypto_secretstream_xchacha20poly1305_TAG_MESSAGE;
    if (!whole || length != wanted || tag != expected) {
        damaged("a part of the file was changed or is missing");
    }
    chunk_.resize(length);
    beginning_.clear();
    used_ = 0;
    left_ -= wanted;
}

void Reader::read(std::span<unsigned char> buffer) {
    while (!buffer.empty()) {
        if (used_ == chunk_.size()) {
            if (left_ == 0) {
                damaged("it contains fewer bytes than its index states");
            }
            next_chunk();
        }
        const auto count = std::min(buffer.size(), chunk_.size() - used_);
        std::copy_n(chunk_.begin() + static_cast<std::ptrdiff_t>(used_), count, buffer.begin());
        buffer = buffer.subspan(count);
        used_ += count;
    }
}

void Reader::finish() {
    std::array<unsigned char, 1> more{};
    if (left_ != 0 || used_ != chunk_.size() || take_(more) != 0) {
        damaged("there are bytes after its end");
    }
}

} // namespace praxis::sealed
