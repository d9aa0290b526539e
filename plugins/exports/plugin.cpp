// SPDX-License-Identifier: MIT
#include "html/html_renderer.hpp"
#include "letter/letter_formats.hpp"
#include "pdf/pdf_renderer.hpp"
#include "pdf/protect.hpp"

#include <praxis/plugin.hpp>

namespace praxis {

void register_parts(Registry& registry);

void register_parts(Registry& registry) {
    registry.contribute(Renderer{
        .name = "html",
        .media_type = "text/html",
        .summary = "one page for a browser, with nothing to load",
        .render = exports::html::render});
    registry.contribute(Renderer{
        .name = "pdf",
        .media_type = "application/pdf",
        .summary = "pages to print, to sign and to send",
        .is_text = false,
        .render = exports::pdf::render,
        .protect = exports::pdf::protect});
    registry.contribute(exports::fhir_letter());
    registry.contribute(exports::email_letter());
}

} // namespace praxis
