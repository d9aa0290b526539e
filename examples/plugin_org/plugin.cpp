// SPDX-License-Identifier: MIT
// The registration of one format. praxis finds its name in plugin.toml and loads this library only
// when a command renders as org.
#include "org.hpp"

#include <praxis/plugin.hpp>

namespace praxis {

void register_parts(Registry& registry);

void register_parts(Registry& registry) {
    registry.contribute(Renderer{
        .name = "org",
        .media_type = "text/org",
        .summary = "Org, for Emacs and other editors",
        .render = [](const Document& document, Paper) { return org::write(document); }});
}

} // namespace praxis
