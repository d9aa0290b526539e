// SPDX-License-Identifier: MIT
#include "formats.hpp"

namespace praxis::output {

std::string json_of(const Value& value) {
    constexpr int indent = 2;
    return to_json(value, indent) + '\n';
}

std::string jsonl_of(const Value& value) {
    if (!value.is_array()) {
        return to_json(value) + '\n';
    }
    std::string text;
    for (const auto& item : value.as_array()) {
        text += to_json(item) + '\n';
    }
    return text;
}

} // namespace praxis::output
