// SPDX-License-Identifier: MIT
/// Ids by which people name a record: C-0042 is the client in row 42.
#pragma once
#include <praxis/abi.h>

#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace praxis {

/// The letters before the dash, as a template argument: a ClientId is not a NoteId.
struct IdPrefix {
    char letters[4] = {};

    consteval IdPrefix(const char* text) {
        for (std::size_t i = 0; i < 3 && text[i] != '\0'; ++i) {
            letters[i] = text[i];
        }
    }

    friend constexpr bool operator==(const IdPrefix&, const IdPrefix&) = default;
};

/// "C" and 42 -> "C-0042"; at least four digits.
PRAXIS_API std::string format_id(std::string_view prefix, std::int64_t number);

/// "C-0042", "c-42" or "C42" -> 42 for the prefix "C"; empty for any other text.
PRAXIS_API std::optional<std::int64_t> parse_id(std::string_view prefix, std::string_view text);

template <IdPrefix Prefix> struct Id {
    std::int64_t number = 0;

    static constexpr std::string_view prefix() { return Prefix.letters; }

    [[nodiscard]] std::string str() const { return format_id(prefix(), number); }

    static std::optional<Id> parse(std::string_view text) {
        const auto number = parse_id(prefix(), text);
        return number ? std::optional{Id{*number}} : std::nullopt;
    }

    friend auto operator<=>(const Id&, const Id&) = default;
};

using UserId = Id<"U">;
using ClientId = Id<"C">;
using ComplaintId = Id<"CO">;
using ConsentId = Id<"CS">;
using NoteId = Id<"N">;
using ProviderId = Id<"P">;
using ReferralId = Id<"R">;
using DisclosureId = Id<"D">;
using AttachmentId = Id<"A">;

} // namespace praxis
