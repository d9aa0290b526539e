// SPDX-License-Identifier: MIT
#include "sealed/stream.hpp"

#include <praxis/base64.hpp>

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <cstddef>
#include <random>
#include <stdexcept>
#include <string>

using namespace praxis;

namespace {

constexpr std::string_view magic = "PRAXISR1";
const std::string header = R"({"format":"test"})";

struct Failed : std::runtime_error {
    Failed(sealed::Fault what, const std::string& reason)
        : std::runtime_error(reason), fault(what) {}

    sealed::Fault fault;
};

sealed::StreamKey key_of(unsigned char byte) {
    sealed::StreamKey key;
    std::fill(key.bytes().begin(), key.bytes().end(), byte);
    return key;
}

std::string seal(const std::string& content) {
    std::string file;
    sealed::Writer writer{
        [&file](std::span<const unsigned char> bytes) { file.append(bytes.begin(), bytes.end()); },
        magic,
        header,
        content.size(),
        key_of(7)};
    writer.write({reinterpret_cast<const unsigned char*>(content.data()), content.size()});
    writer.finish();
    return file;
}

std::string open(const std::string& file, std::size_t size, unsigned char key = 7) {
    std::size_t used = 0;
    sealed::Reader reader{
        [&](std::span<unsigned char> buffer) {
            const auto count = std::min(buffer.size(), file.size() - used);
            std::copy_n(file.begin() + static_cast<std::ptrdiff_t>(used), count, buffer.begin());
            used += count;
            return count;
        },
        [](sealed::Fault fault, const std::string& reason) {
            throw Failed{fault, reason};
        },
        magic,
        file.size()};
    reader.expect(size);
    reader.unlock(key_of(key));
    std::string content(size, '\0');
    reader.read({reinterpret_cast<unsigned char*>(content.data()), content.size()});
    reader.finish();
    return content;
}

std::string content_of(std::size_t size) {
    std::mt19937 random{20261201};
    std::string content(size, '\0');
    std::generate(content.begin(), content.end(), [&] { return static_cast<char>(random()); });
    return content;
}

/// One of the ways in which a file is damaged on its way.
std::string damage(std::string file, std::mt19937& random) {
    const auto place = random() % file.size();
    switch (random() % 5) {
    case 0:
        file[place] = static_cast<char>(file[place] ^ (1 << (random() % 8)));
        return file;
    case 1:
        return file.substr(0, place);
    case 2:
        return file + static_cast<char>(random());
    case 3:
        file.erase(place, 1);
        return file;
    default:
        file.insert(place, 1, static_cast<char>(random()));
        return file;
    }
}

} // namespace

BOOST_AUTO_TEST_SUITE(sealed_stream_tests)

BOOST_AUTO_TEST_CASE(what_was_sealed_opens_again) {
    for (const auto size :
         {std::size_t{1}, sealed::chunk_bytes, sealed::chunk_bytes + 1, 3 * sealed::chunk_bytes}) {
        const auto content = content_of(size);
        const auto file = seal(content);
        BOOST_TEST(file.size() == sealed::file_size(header.size(), size));
        BOOST_TEST((open(file, size) == content));
        BOOST_CHECK_THROW(open(file, size, 8), Failed);
    }
}

BOOST_AUTO_TEST_CASE(sixty_damaged_files_of_sixty_are_refused) {
    const auto content = content_of(2 * sealed::chunk_bytes + 100);
    const auto file = seal(content);
    std::mt19937 random{static_cast<unsigned>(std::random_device{}())};
    for (int i = 0; i < 60; ++i) {
        const auto damaged = damage(file, random);
        if (damaged != file) {
            BOOST_CHECK_THROW(open(damaged, content.size()), Failed);
        }
    }
}

BOOST_AUTO_TEST_CASE(a_file_of_another_kind_or_a_newer_version_is_told_apart_from_a_damaged_one) {
    auto file = seal("x");
    const auto fault_of = [](const std::string& bytes) {
        try {
            open(bytes, 1);
        } catch (const Failed& failed) {
            return failed.fault;
        }
        throw std::logic_error("it opened");
    };
    BOOST_TEST((fault_of("%PDF-1.4 a letter") == sealed::Fault::foreign));
    BOOST_TEST((fault_of("") == sealed::Fault::foreign));
    file[8] = 2;
    BOOST_TEST((fault_of(file) == sealed::Fault::newer));
    file[8] = 0;
    BOOST_TEST((fault_of(file) == sealed::Fault::damaged));
}

BOOST_AUTO_TEST_CASE(base64_is_read_back_exactly_or_not_at_all) {
    for (const auto* const text :
         {"", "f", "fo", "foo", "foob", "fooba", "foobar"}) { // RFC 4648, 10
        BOOST_TEST(from_base64(to_base64(text)).value() == text);
    }
    for (const auto* const text : {"Zg", "Zg=", "Z g==", "Zg==\n", "Zm9v=", "!!!!", "Zh=="}) {
        BOOST_TEST(!from_base64(text).has_value());
    }
}

BOOST_AUTO_TEST_SUITE_END()
