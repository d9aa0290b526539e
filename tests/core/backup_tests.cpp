// SPDX-License-Identifier: MIT
#include "../support/error_code.hpp"
#include "../support/folder.hpp"
#include "backup/contents.hpp"
#include "backup/keys_of.hpp"
#include "sealed/passphrase_key.hpp"

#include <praxis/digest.hpp>
#include <praxis/error.hpp>
#include <praxis/value.hpp>

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <random>
#include <set>
#include <sys/stat.h>

namespace {

using namespace praxis;
using namespace praxis::backup;
namespace fs = boost::filesystem;
using testing::code_of;

const auto random_bytes = [](std::span<unsigned char> bytes) {
    randombytes_buf(bytes.data(), bytes.size());
};

constexpr std::size_t fixed_bytes = 16;
constexpr std::size_t digest_bytes = 32;
constexpr std::size_t stream_header_bytes = 24;

Bytes bytes_of(const StreamKey& key) {
    return {key.data(), key.data() + StreamKey::size};
}

Header header_of(std::uint64_t size, const StreamKey& key) {
    return {
        "0.1.0", "a uuid", Instant{std::chrono::seconds{1'800'000'000}}, size, Open{bytes_of(key)}};
}

std::string some_content(std::size_t size) {
    std::mt19937 generator{static_cast<unsigned>(size)}; // the same for the same size
    std::string content(size, '\0');
    for (auto& byte : content) {
        byte = static_cast<char>(generator() & 0xffU);
    }
    return content;
}

/// A backup with any content.
void write_backup(const std::string& path, const std::string& content, const StreamKey& key) {
    const auto file = make_file(path);
    Writer writer{file.number(), path, header_of(content.size(), key), key};
    writer.write({as_bytes(content), content.size()});
    writer.finish();
}

std::string read_backup(const std::string& path) {
    Reader reader{path};
    StreamKey key;
    const auto& bytes = std::get<Open>(reader.header().key).stream_key;
    std::copy(bytes.begin(), bytes.end(), key.bytes().begin());
    reader.unlock(key);
    std::string content(reader.header().size, '\0');
    reader.read({reinterpret_cast<unsigned char*>(content.data()), content.size()});
    reader.finish();
    return content;
}

std::string little_endian(std::size_t number) {
    std::string text;
    for (unsigned shift = 0; shift < 32; shift += 8) {
        text += static_cast<char>((number >> shift) & 0xffU);
    }
    return text;
}

std::string raw(const std::string& hex) {
    const auto bytes = from_hex(hex).value_or(Bytes{});
    return {bytes.begin(), bytes.end()};
}

/// A file with that header and a digest that fits it, as a forger would make it.
std::string forged(const std::string& json, const std::string& rest) {
    const auto beginning = "PRAXISB1" + little_endian(1) + little_endian(json.size()) + json;
    return beginning + raw(digest_of(beginning)) + rest;
}

std::size_t header_bytes(const std::string& whole) {
    std::size_t length = 0;
    for (unsigned place = 0; place < 4; ++place) {
        length |= std::size_t{static_cast<unsigned char>(whole[12 + place])} << (8U * place);
    }
    return length;
}

/// The header's JSON with one member of `key`, or one of its own, replaced.
std::string header_with(const Header& header, const std::string& member, const Value& value) {
    auto root = parse_json(write_header(header), "header");
    if (root.find(member) != nullptr) {
        root[member] = value;
    } else {
        root["key"][member] = value;
    }
    return to_json(root);
}

Header practice_header() {
    auto header = header_of(10, random_stream_key(random_bytes));
    header.key = FromPractice{"the keys", Bytes(stream_salt_bytes)};
    return header;
}

} // namespace

BOOST_AUTO_TEST_SUITE(backup_tests)

BOOST_AUTO_TEST_CASE(returns_the_bytes_that_were_written) {
    const testing::Folder folder;
    const auto key = random_stream_key(random_bytes);
    for (const std::size_t size : {1, 2, 65535, 65536, 65537, 131072, 131073, 400000}) {
        const auto path = folder / std::to_string(size);
        write_backup(path, some_content(size), key);
        BOOST_TEST((read_backup(path) == some_content(size)), size);
        const auto whole = folder.read(std::to_string(size));
        BOOST_TEST(whole.size() == sealed::file_size(header_bytes(whole), size));
        BOOST_TEST((size < 16 || whole.find(some_content(size).substr(0, 16)) == std::string::npos)
        );
    }
}

BOOST_AUTO_TEST_CASE(returns_the_digest_of_the_written_file) {
    const testing::Folder folder;
    const auto key = random_stream_key(random_bytes);
    const auto file = make_file(folder / "a");
    Writer writer{file.number(), "a", header_of(70000, key), key};
    const auto content = some_content(70000);
    writer.write({as_bytes(content), content.size()});
    writer.finish();
    BOOST_TEST(writer.digest() == digest_of(folder.read("a")));
    BOOST_TEST(writer.file_size() == folder.read("a").size());
}

BOOST_AUTO_TEST_CASE(refuses_three_hundred_damaged_backups) {
    const testing::Folder folder;
    const auto key = random_stream_key(random_bytes);
    write_backup(folder / "whole", some_content(300000), key);
    write_backup(folder / "other", some_content(300001), key);
    const auto whole = folder.read("whole");
    const auto other = folder.read("other");
    const auto first_chunk = fixed_bytes + header_bytes(whole) + digest_bytes + stream_header_bytes;
    std::mt19937 generator{20261120};
    const auto below = [&](std::size_t most) { return generator() % most; };
    const auto chunk = [&](std::size_t number) {
        return first_chunk + number * sealed::sealed_chunk_bytes;
    };
    const auto damage = [&](int kind) {
        auto bytes = whole;
        if (kind == 0) { // a bit anywhere
            bytes[below(bytes.size())] ^= static_cast<char>(1U << below(8));
        } else if (kind == 1) { // a bit of the header
            bytes[below(first_chunk)] ^= static_cast<char>(1U << below(8));
        } else if (kind == 2) { // cut
            bytes.resize(below(bytes.size()));
        } else if (kind == 3) { // extra bytes at the end
            bytes += some_content(1 + below(100000));
        } else if (kind == 4) { // two chunks swapped
            const auto from = below(4);
            const auto to = (from + 1 + below(3)) % 4;
            const auto one = bytes.substr(chunk(from), sealed::sealed_chunk_bytes);
            bytes.replace(
                chunk(from),
                sealed::sealed_chunk_bytes,
                bytes,
                chunk(to),
                sealed::sealed_chunk_bytes
            );
            bytes.replace(chunk(to), sealed::sealed_chunk_bytes, one);
        } else if (kind == 5) { // a chunk missing or duplicated
            const auto number = below(4);
            const auto one = bytes.substr(chunk(number), sealed::sealed_chunk_bytes);
            bytes = below(2) == 0 ? bytes.erase(chunk(number), sealed::sealed_chunk_bytes)
                                  : bytes.insert(chunk(number), one);
        } else if (kind == 6) { // a chunk of another backup under the same key
            const auto number = below(4);
            bytes.replace(
                chunk(number),
                sealed::sealed_chunk_bytes,
                other,
                chunk(number),
                sealed::sealed_chunk_bytes
            );
        } else { // the header of another backup with the same size
            bytes = other.substr(0, first_chunk - below(2) * stream_header_bytes) +
                    whole.substr(first_chunk - below(2) * stream_header_bytes);
        }
        return bytes;
    };
    const std::set<std::string> refusals{"backup_damaged", "backup_foreign", "backup_newer"};
    int refused = 0;
    for (int round = 0; round < 320; ++round) {
        const auto bytes = damage(round % 8);
        BOOST_REQUIRE((bytes != whole)); // the bytes really differ
        BOOST_REQUIRE((bytes != other));
        folder.write("damaged", bytes);
        const auto code = code_of([&] { read_backup(folder / "damaged"); });
        BOOST_TEST(refusals.contains(code), "kind " << round % 8 << ": " << code);
        refused += refusals.contains(code) ? 1 : 0;
    }
    BOOST_TEST(refused == 320);
    BOOST_TEST((read_backup(folder / "whole") == some_content(300000)));
}

BOOST_AUTO_TEST_CASE(names_the_fault) {
    const testing::Folder folder;
    const auto key = random_stream_key(random_bytes);
    write_backup(folder / "whole", some_content(1000), key);
    const auto whole = folder.read("whole");
    const auto code = [&](const std::string& bytes) {
        folder.write("file", bytes);
        return code_of([&] { read_backup(folder / "file"); });
    };
    BOOST_TEST(code("") == "backup_foreign");
    BOOST_TEST(code("SQLite format 3") == "backup_foreign");
    BOOST_TEST(code("PRAXISB1") == "backup_damaged");
    BOOST_TEST(code("PRAXISB1" + little_endian(2) + whole.substr(12)) == "backup_newer");
    BOOST_TEST(code("PRAXISB1" + little_endian(0) + whole.substr(12)) == "backup_damaged");
    BOOST_TEST(code_of([&] { Reader{folder / "none"}; }) == "refused");
    BOOST_TEST(code_of([&] { Reader{folder / ""}; }) == "refused");
    ::mkfifo((folder / "pipe").c_str(), 0600);
    BOOST_TEST(code_of([&] { Reader{folder / "pipe"}; }) == "refused");
}

BOOST_AUTO_TEST_CASE(allocates_no_memory_for_a_forged_header) {
    const testing::Folder folder;
    const auto header = practice_header();
    const auto rest = std::string(stream_header_bytes + 10 + 17, 'x');
    const auto code = [&](const std::string& bytes) {
        folder.write("file", bytes);
        return code_of([&] { Reader{folder / "file"}; });
    };
    BOOST_TEST(
        code(forged(write_header(header), rest)) == "nothing"
    ); // a correctly forged header is accepted
    const std::vector<std::pair<std::string, Value>> changes{
        {"kind", "nothing"},
        {"kind", "none"},
        {"salt", "00"},
        {"salt", "zz"},
        {"salt", Value{}},
        {"size", 0},
        {"size", -1},
        {"size", std::int64_t{INT64_MAX}},
        {"size", 11},
        {"created", "yesterday"},
        {"created", "2026-11-20T24:00:00Z"},
        {"format", "praxis-backup/2"},
        {"key", Value{}},
    };
    for (const auto& [member, value] : changes) {
        const auto json = header_with(header, member, value);
        BOOST_REQUIRE(json != write_header(header));
        BOOST_TEST(code(forged(json, rest)) == "backup_damaged", member << " = " << value.plain());
    }
    for (const std::size_t length : {0xffffffffUL, 0x7fffffffUL, 262145UL, 200000UL, 0UL}) {
        const auto bytes = "PRAXISB1" + little_endian(1) + little_endian(length) + rest;
        BOOST_TEST(code(bytes) == "backup_damaged", length);
    }
    BOOST_TEST(code(forged(std::string(200000, '['), rest)) == "backup_damaged");
}

BOOST_AUTO_TEST_CASE(refuses_a_header_forged_around_a_stream) {
    const testing::Folder folder;
    const auto key = random_stream_key(random_bytes);
    write_backup(folder / "whole", some_content(1000), key);
    const auto whole = folder.read("whole");
    const auto rest = whole.substr(fixed_bytes + header_bytes(whole) + digest_bytes);
    auto header = header_of(1000, key);
    folder.write("same", forged(write_header(header), rest));
    BOOST_TEST((read_backup(folder / "same") == some_content(1000)));
    header.practice = "b uuid";
    folder.write("forged", forged(write_header(header), rest));
    BOOST_TEST(code_of([&] { read_backup(folder / "forged"); }) == "backup_damaged");
}

BOOST_AUTO_TEST_CASE(names_a_backup_that_has_a_passphrase_of_its_own) {
    const testing::Folder folder;
    const auto json = header_with(practice_header(), "kind", "passphrase");
    folder.write("file", forged(json, std::string(stream_header_bytes + 10 + 17, 'x')));
    BOOST_TEST(code_of([&] { Reader{folder / "file"}; }) == "backup_older");
}

BOOST_AUTO_TEST_CASE(a_key_sealed_under_a_passphrase_opens_with_it_only) {
    const auto key = random_stream_key(random_bytes);
    const auto seal = sealed::seal_key(key, "correct horse", random_bytes);
    BOOST_TEST(seal.memory_kib == 262144U);
    BOOST_TEST(seal.passes == 3U);
    BOOST_TEST((bytes_of(sealed::unseal_key(seal, "correct horse", "a")) == bytes_of(key)));
    BOOST_TEST(code_of([&] {
                   sealed::unseal_key(seal, "wrong horse", "a");
               }) == "wrong_passphrase");
}

BOOST_AUTO_TEST_CASE(opens_with_the_keys_of_the_practice) {
    const practice::DataKey key{random_bytes};
    const Bytes salt(stream_salt_bytes, 7);
    const auto again = derive_stream_key(key, salt);
    BOOST_TEST((bytes_of(derive_stream_key(key, salt)) == bytes_of(again)));
    BOOST_TEST((bytes_of(derive_stream_key(key, Bytes(stream_salt_bytes, 8))) != bytes_of(again)));
    BOOST_TEST((bytes_of(again) != Bytes(key.bytes().begin(), key.bytes().end())));
    Passphrase any{[] { return std::string{"horse"}; }};
    BOOST_TEST(code_of([&] { data_key_of("no keys", any, "a"); }) == "backup_damaged");
}

BOOST_AUTO_TEST_CASE(unpacks_what_was_packed) {
    const testing::Folder folder;
    fs::create_directories(folder / "from");
    fs::create_directories(folder / "to");
    folder.write("from/practice.db", some_content(200000));
    folder.write("from/practice.keys", "the keys");
    const auto index = index_of(folder / "from", {{"core_practice", 1}, {"core_user", 3}});
    BOOST_TEST(index.files.size() == 2U);
    const auto key = random_stream_key(random_bytes);
    {
        const auto file = make_file(folder / "backup");
        Writer writer{file.number(), "backup", header_of(packed_size(index), key), key};
        pack(index, folder / "from", writer);
    }
    Reader reader{folder / "backup"};
    reader.unlock(key);
    const auto unpacked = unpack(reader, folder / "to");
    BOOST_TEST((unpacked.tables == index.tables));
    BOOST_TEST(rows_of(unpacked.tables) == 4);
    BOOST_TEST((folder.read("to/practice.db") == some_content(200000)));
    BOOST_TEST(folder.read("to/practice.keys") == "the keys");
    Reader again{folder / "backup"};
    again.unlock(key);
    unpack(again, {});
}

BOOST_AUTO_TEST_CASE(refuses_a_forged_index) {
    const testing::Folder folder;
    const auto key = random_stream_key(random_bytes);
    fs::create_directories(folder / "to");
    const auto code = [&](const std::string& json, const std::string& files) {
        fs::remove(folder / "backup");
        fs::remove_all(folder / "to");
        fs::create_directories(folder / "to");
        write_backup(folder / "backup", little_endian(json.size()) + json + files, key);
        return code_of([&] {
            Reader reader{folder / "backup"};
            reader.unlock(key);
            unpack(reader, folder / "to");
        });
    };
    const auto index = [](const std::string& name, int size, const std::string& digest) {
        return R"({"files":[{"name":")" + name + R"(","size":)" + std::to_string(size) +
               R"(,"digest":")" + digest + R"("}],"tables":{"a":1}})";
    };
    const auto digest = digest_of("abc");
    BOOST_TEST(code(index("practice.db", 3, digest), "abc") == "nothing");
    BOOST_TEST(code(index("practice.db", 3, digest), "abd") == "backup_damaged");
    BOOST_TEST(code(index("practice.db", 4, digest), "abc") == "backup_damaged");
    BOOST_TEST(code(index("practice.db", 2, digest), "abc") == "backup_damaged");
    BOOST_TEST(code(index("practice.db", -3, digest), "abc") == "backup_damaged");
    BOOST_TEST(code(index("../practice.db", 3, digest), "abc") == "backup_damaged");
    BOOST_TEST(code(index("practice.keys", 3, digest), "abc") == "backup_damaged");
    BOOST_TEST(code(index("/etc/passwd", 3, digest), "abc") == "backup_damaged");
    BOOST_TEST(code("{}", "abc") == "backup_damaged");
    BOOST_TEST(code(R"({"files":[],"tables":{}})", "abc") == "backup_damaged");
    BOOST_TEST(code(R"({"files":[],"tables":{"a":"b"}})", "abc") == "backup_damaged");
    BOOST_TEST(code("no index", "abc") == "backup_damaged");
    BOOST_TEST(!fs::exists(folder / "practice.db"));
}

BOOST_AUTO_TEST_SUITE_END()
