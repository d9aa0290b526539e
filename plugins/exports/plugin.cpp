// SPDX-License-Identifier: MIT
#include "html/html_renderer.hpp"
#include "json/json_renderer.hpp"
#include "pdf/pdf_renderer.hpp"

#include <praxis/plugin.hpp>

namespace praxis {

void register_parts(Registry& registry);

void register_parts(Registry& registry) {
    registry.contribute(Renderer{
        .name = "html", .media_type = "text/html", .render = exports::html::render});
    registry.contribute(Renderer{
        .name = "json", .media_type = "application/json", .render = exports::json::render});
    registry.contribute(Renderer{
        .name = "pdf", .media_type = "application/pdf", .render = exports::pdf::render});
}

} // namespace praxis
