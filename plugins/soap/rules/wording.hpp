// SPDX-License-Identifier: MIT
/// Whether a text with a term says that the client has the condition: "no thrombosis" and "mother
/// had cancer" do not. The wordings are data (schemas/soap/suggestions). In doubt the client has
/// it.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace praxis::soap::suggest {

/// How a recorded term applies to the client; a later value is stronger.
enum class Presence { denied, family, past, present };

/// One way to say that the client does not have the condition of a term.
struct Qualifier {
    Presence means = Presence::denied; // denied or family
    std::vector<std::string> before;   // the term: "no", "mother"
    std::vector<std::string> after;    // the term: "ruled out", "in her mother"
    std::vector<std::string> through;  // single words allowed between
    int others = 0;                    // number of other words allowed between
    std::vector<std::string>
        then; // allowed after the term; otherwise the clause ends. Empty: anything
    std::vector<std::string> unless; // a text with one of these is doubtful: "client has"
};

/// The strongest presence of the terms in the text, outside of the exceptions; nothing when the
/// text has none of them. Never `past`, which is recorded elsewhere.
std::optional<Presence> find_presence(
    std::string_view text,
    const std::vector<std::string>& listed,
    const std::vector<std::string>& except,
    const std::vector<Qualifier>& qualifiers
);

} // namespace praxis::soap::suggest
