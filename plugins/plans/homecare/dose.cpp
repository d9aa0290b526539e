// SPDX-License-Identifier: MIT
#include "homecare/dose.hpp"

#include <praxis/text.hpp>

#include <array>
#include <utility>
#include <vector>

namespace praxis::plans::home {

namespace {

using Number = std::optional<int> Dose::*;
constexpr std::array<std::pair<const char*, Number>, 4> numbers{
    {{"seconds", &Dose::seconds},
     {"minutes", &Dose::minutes},
     {"times", &Dose::times},
     {"a_day", &Dose::a_day}}};

std::string counted(int number, const std::string& one) {
    return std::to_string(number) + " " + one + (number == 1 ? "" : "s");
}

std::string length_text(const Dose& dose) {
    if (dose.minutes) {
        return counted(*dose.minutes, "minute");
    }
    return dose.seconds ? counted(*dose.seconds, "second") : std::string{};
}

std::string often_text(const Dose& dose) {
    if (!dose.a_day) {
        return dose.often;
    }
    const auto a_day = counted(*dose.a_day, "time") + " a day";
    return dose.often.empty() || dose.often == "daily" ? a_day : a_day + ", " + dose.often;
}

} // namespace

std::string dose_text(const Dose& dose) {
    std::vector<std::string> parts{length_text(dose)};
    if (dose.times) {
        parts.push_back(counted(*dose.times, "time"));
    }
    if (parts.front().empty()) {
        parts.erase(parts.begin());
    }
    if (dose.side == "each" && !parts.empty()) {
        parts.back() += " a side";
    } else if (dose.side == "left" || dose.side == "right") {
        parts.push_back(dose.side + " side");
    }
    if (const auto often = often_text(dose); !often.empty()) {
        parts.push_back(often);
    }
    return join(parts, ", ");
}

Value dose_value(const Dose& dose) {
    Value value = Value::Object{};
    for (const auto& [key, member] : numbers) {
        if (dose.*member) {
            value[key] = *(dose.*member);
        }
    }
    for (const auto& [key, text] : {std::pair{"side", dose.side}, {"often", dose.often}}) {
        if (!text.empty()) {
            value[key] = text;
        }
    }
    return value;
}

Dose dose_from(const Value& value) {
    Dose dose;
    for (const auto& [key, member] : numbers) {
        if (const auto* const found = value.find(key); found != nullptr && found->is_integer()) {
            dose.*member = static_cast<int>(found->as_integer());
        }
    }
    dose.side = value.text_at("side");
    dose.often = value.text_at("often");
    return dose;
}

} // namespace praxis::plans::home
