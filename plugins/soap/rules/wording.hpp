// SPDX-License-Identifier: MIT
/// Whether a text says that the client has what it names: "no thrombosis" and "mother had cancer"
/// do not. How that is worded is data (schemas/soap/suggestions). Where it is not plain, the client
/// has it.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace praxis::soap::suggest {

/// What a word on record says of the client: the later, the more it counts.
enum class Standing { denied, family, past, present };

/// One way to say that the client has not what a word names.
struct Qualifier {
    Standing means = Standing::denied; // denied or family
    std::vector<std::string> before;   // the word: "no", "mother"
    std::vector<std::string> after;    // the word: "ruled out", "in her mother"
    std::vector<std::string> through;  // single words that may stand between
    int others = 0;                    // so many other words may stand between as well
    std::vector<std::string> then;     // may follow; else the clause ends there. Empty: anything
    std::vector<std::string> unless; // where these stand in the text it is not plain: "client has"
};

/// Of the places in the text where one of the words stands, outside of what is excepted, the one
/// that counts most: nothing when there is none. Never `past`, which no text tells.
std::optional<Standing> standing_in(
    std::string_view text,
    const std::vector<std::string>& listed,
    const std::vector<std::string>& except,
    const std::vector<Qualifier>& qualifiers
);

} // namespace praxis::soap::suggest
