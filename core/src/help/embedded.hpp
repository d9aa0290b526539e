// SPDX-License-Identifier: MIT
/// The Markdown that the build puts into the core: core/help/TOPIC.md and
/// core/commands/NOUN/noun.md. The definitions are written by praxis_embed_help() in
/// core/cmake/PraxisHelp.cmake.
#pragma once
#include <string_view>
#include <vector>

namespace praxis::help {

struct EmbeddedPage {
    std::string_view name;
    std::string_view text;
};

std::vector<EmbeddedPage> core_topics();
std::vector<EmbeddedPage> core_nouns();

} // namespace praxis::help
