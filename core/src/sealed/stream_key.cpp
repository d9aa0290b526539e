// SPDX-License-Identifier: MIT
#include "sealed/stream_key.hpp"

namespace praxis::sealed {

StreamKey random_stream_key(const FillRandom& fill_random) {
    StreamKey key;
    fill_random(key.bytes());
    return key;
}

} // namespace praxis::sealed
