// SPDX-License-Identifier: MIT
#include "system/uuid.hpp"

#include <boost/uuid/uuid.hpp>
#include <boost/uuid/uuid_io.hpp>

#include <cstdint>

namespace praxis {

std::string
make_uuid(Instant now, const std::function<void(std::span<unsigned char>)>& fill_random) {
    boost::uuids::uuid uuid{};
    fill_random(uuid.data);
    const auto milliseconds = static_cast<std::uint64_t>(now.time_since_epoch().count()) * 1000;
    for (int i = 0; i < 6; ++i) {
        uuid.data[i] = static_cast<std::uint8_t>(milliseconds >> (8 * (5 - i)));
    }
    uuid.data[6] = static_cast<std::uint8_t>((uuid.data[6] & 0x0FU) | 0x70U);
    uuid.data[8] = static_cast<std::uint8_t>((uuid.data[8] & 0x3FU) | 0x80U);
    return boost::uuids::to_string(uuid);
}

} // namespace praxis
