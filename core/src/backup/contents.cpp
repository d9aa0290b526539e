// SPDX-License-Identifier: MIT
#include "backup/contents.hpp"

#include <praxis/error.hpp>
#include <praxis/value.hpp>

#include <boost/filesystem.hpp>

#include <algorithm>
#include <array>
#include <functional>
#include <numeric>
#include <optional>
#include <utility>

namespace praxis::backup {
namespace {

using Piece = std::span<const unsigned char>;

constexpr std::size_t most_index_bytes = std::size_t{256} * 1024;
constexpr std::size_t piece_bytes = chunk_bytes;

std::string index_text(const Index& index) {
    Value::Array files;
    for (const auto& file : index.files) {
        files.emplace_back(Value::Object{
            {"name", file.name},
            {"size", static_cast<std::int64_t>(file.size)},
            {"digest", file.digest},
        });
    }
    Value::Object tables;
    for (const auto& [table, rows] : index.tables) {
        tables.emplace_back(table, rows);
    }
    return to_json(Value::Object{{"files", std::move(files)}, {"tables", std::move(tables)}});
}

std::int64_t count_in(const Value* value, const std::string& path) {
    if (value == nullptr || !value->is_integer() || value->as_integer() < 0) {
        damaged(path, "a number in its index is invalid");
    }
    return value->as_integer();
}

Index read_index(std::string_view json, const std::string& path) {
    Value root;
    try {
        root = parse_json(json, path);
    } catch (const Error&) {
        damaged(path, "its index is not JSON");
    }
    const auto* files = root.find("files");
    const auto* tables = root.find("tables");
    if (files == nullptr || !files->is_array() || tables == nullptr || !tables->is_object()) {
        damaged(path, "its index is incomplete");
    }
    Index index;
    for (const auto& file : files->as_array()) {
        index.files.push_back(
            {file.text_at("name"),
             static_cast<std::uint64_t>(count_in(file.find("size"), path)),
             file.text_at("digest")}
        );
    }
    for (const auto& [table, rows] : tables->as_object()) {
        index.tables.emplace(table, count_in(&rows, path));
    }
    return index;
}

/// Accepts only the file names that praxis uses, so no backup can write outside the folder. The
/// database must be the first file.
void check_files(const Index& index, std::uint64_t index_bytes, const Reader& from) {
    const auto size = from.header().size;
    const auto& path = from.path();
    const auto names_are = [&](std::initializer_list<const char*> names) {
        return std::equal(
            index.files.begin(),
            index.files.end(),
            names.begin(),
            names.end(),
            [](const auto& file, const char* name) { return file.name == name; }
        );
    };
    if (!names_are({database_name}) && !names_are({database_name, keys_name}) &&
        !names_are({database_name, access_log_name}) &&
        !names_are({database_name, keys_name, access_log_name})) {
        damaged(path, "it does not contain the files of a practice");
    }
    auto sum = index_bytes;
    for (const auto& file : index.files) {
        if (file.size > size) {
            damaged(path, "its index names more bytes than the backup contains");
        }
        sum += file.size;
    }
    if (sum != size) {
        damaged(path, "the sizes in its index do not add up to its own size");
    }
}

void for_each_piece(const std::string& path, const std::function<void(Piece)>& take) {
    const auto file = open_for_reading(path);
    std::array<unsigned char, piece_bytes> piece{};
    for (;;) {
        const auto count = read_up_to(file.number(), piece, path);
        take(Piece{piece}.first(count));
        if (count < piece.size()) {
            return;
        }
    }
}

/// Adds up the bytes that are done.
class Count {
  public:
    Count(const Advance& advance, std::uint64_t total) : advance_(advance), total_(total) {}

    void add(std::uint64_t bytes) {
        done_ += bytes;
        if (advance_) {
            advance_(done_, total_);
        }
    }

  private:
    const Advance& advance_;
    std::uint64_t done_ = 0;
    std::uint64_t total_;
};

void unpack_file(
    Reader& from, const Index::File& file, const std::string& folder, Count& unpacked
) {
    const auto path = folder + "/" + file.name;
    const auto target = folder.empty() ? Descriptor{} : make_file(path);
    std::array<unsigned char, piece_bytes> piece{};
    Digest digest;
    for (auto left = file.size; left > 0;) {
        const auto part = std::span{piece}.first(std::min<std::uint64_t>(piece.size(), left));
        from.read(part);
        digest.add(part);
        if (!folder.empty()) {
            write_all(target.number(), part, path);
        }
        left -= part.size();
        unpacked.add(part.size());
    }
    if (digest.hex() != file.digest) {
        damaged(from.path(), file.name + " differs from the digest in its index");
    }
}

} // namespace

std::int64_t rows_of(const Tables& tables) {
    return std::accumulate(
        tables.begin(),
        tables.end(),
        std::int64_t{0},
        [](std::int64_t sum, const auto& table) { return sum + table.second; }
    );
}

Index index_of(const std::string& folder, Tables tables) {
    Index index;
    index.tables = std::move(tables);
    for (const std::string name : {database_name, keys_name, access_log_name}) {
        const auto path = folder + "/" + name;
        if (!boost::filesystem::exists(path)) {
            continue;
        }
        Index::File file{name, 0, {}};
        Digest digest;
        for_each_piece(path, [&](Piece piece) {
            digest.add(piece);
            file.size += piece.size();
        });
        file.digest = digest.hex();
        index.files.push_back(std::move(file));
    }
    return index;
}

std::uint64_t packed_size(const Index& index) {
    auto size = sizeof(std::uint32_t) + index_text(index).size();
    for (const auto& file : index.files) {
        size += file.size;
    }
    return size;
}

void pack(const Index& index, const std::string& folder, Writer& into, const Advance& advance) {
    const auto text = index_text(index);
    if (text.size() > most_index_bytes) {
        throw Refused("the practice has too many tables for the index of a backup");
    }
    std::array<unsigned char, sizeof(std::uint32_t)> length{};
    for (unsigned place = 0; place < length.size(); ++place) {
        length[place] = static_cast<unsigned char>((text.size() >> (8U * place)) & 0xffU);
    }
    into.write(length);
    into.write({as_bytes(text), text.size()});
    Count packed{advance, packed_size(index)};
    for (const auto& file : index.files) {
        for_each_piece(folder + "/" + file.name, [&](Piece piece) {
            into.write(piece);
            packed.add(piece.size());
        });
    }
    into.finish();
}

Index unpack(Reader& from, const std::string& folder, const Advance& advance) {
    std::array<unsigned char, sizeof(std::uint32_t)> length{};
    from.read(length);
    std::size_t size = 0;
    for (unsigned place = 0; place < length.size(); ++place) {
        size |= std::size_t{length[place]} << (8U * place);
    }
    if (size > most_index_bytes) {
        damaged(from.path(), "the size of its index is out of range");
    }
    std::string text(size, '\0');
    from.read({reinterpret_cast<unsigned char*>(text.data()), text.size()});
    auto index = read_index(text, from.path());
    check_files(index, length.size() + text.size(), from);
    Count unpacked{advance, from.header().size};
    for (const auto& file : index.files) {
        unpack_file(from, file, folder, unpacked);
    }
    from.finish();
    return index;
}

} // namespace praxis::backup
