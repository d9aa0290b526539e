// SPDX-License-Identifier: MIT
#include "session/passphrase_of_file.hpp"

#include "session/host_session.hpp"

#include <praxis/digest.hpp>

#include <cstddef>
#include <string_view>

namespace praxis {
namespace {

/// Twenty of 32 letters and digits, without those that look alike: 100 random bits.
std::string new_passphrase(Session& session) {
    constexpr std::string_view letters = "abcdefghijkmnpqrstuvwxyz23456789";
    constexpr std::size_t length = 20;
    const auto random = digest_of(session.new_uuid() + session.new_uuid());
    std::string passphrase;
    for (std::size_t i = 0; i < length; ++i) {
        const auto value = std::stoul(random.substr(2 * i, 2), nullptr, 16);
        passphrase += (i > 0 && i % 5 == 0 ? "-" : "");
        passphrase += letters[value % letters.size()];
    }
    return passphrase;
}

} // namespace

std::string report_new_passphrase(Session& session) {
    auto passphrase = new_passphrase(session);
    host_session(session).report_secret(
        "the passphrase of the file is " + passphrase +
        ". praxis does not store it. Tell it to the recipient another way than the file, such as "
        "by phone"
    );
    return passphrase;
}

} // namespace praxis
