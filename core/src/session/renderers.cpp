// SPDX-License-Identifier: MIT
#include "output/render.hpp"
#include "session/country.hpp"
#include "session/host_session.hpp"
#include "session/shown_day.hpp"

#include <praxis/as_of.hpp>
#include <praxis/command.hpp>
#include <praxis/document_dates.hpp>
#include <praxis/document_json.hpp>
#include <praxis/error.hpp>
#include <praxis/renderer.hpp>
#include <praxis/text.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace praxis {

namespace {

/// The formats that need no plugin. They take a document as it is: text and Markdown make every
/// text visible themselves, JSON writes hidden characters as escapes and so loses nothing.
const std::array<Renderer, 3>& core_renderers() {
    static const std::array<Renderer, 3> renderers{
        Renderer{
            .name = "txt",
            .media_type = "text/plain",
            .summary = "plain text",
            .render = [](const Document& document,
                         Paper) { return output::text_of(document, 0, false); }},
        Renderer{
            .name = "md",
            .media_type = "text/markdown",
            .summary = "Markdown",
            .render = [](const Document& document,
                         Paper) { return output::markdown_of(document); }},
        Renderer{
            .name = "json",
            .media_type = "application/json",
            .summary = "every field, for programs",
            .render = [](const Document& document, Paper) {
                return to_json(value_from_document(document), 2) + "\n";
            }}};
    return renderers;
}

const Renderer* find_core_renderer(std::string_view format) {
    const auto& renderers = core_renderers();
    const auto* found = std::find_if(renderers.begin(), renderers.end(), [&](const auto& one) {
        return one.name == format;
    });
    return found == renderers.end() ? nullptr : found;
}

std::vector<std::string> with_core_formats(const std::vector<std::string>& of_plugins) {
    std::vector<std::string> formats;
    for (const auto& renderer : core_renderers()) {
        formats.push_back(renderer.name);
    }
    for (const auto& format : of_plugins) {
        if (std::find(formats.begin(), formats.end(), format) == formats.end()) {
            formats.push_back(format);
        }
    }
    return formats;
}

std::string render(Session& session, Document document, std::string_view format, Paper paper) {
    if (const auto* renderer = find_core_renderer(format)) {
        return renderer->render(document, paper);
    }
    return get_renderer(session, format).render(make_visible(std::move(document)), paper);
}

} // namespace

std::vector<std::string> document_formats(Session& session) {
    return with_core_formats(session.contributed_names(Renderer::id));
}

std::vector<std::string> complete_document_format(const Completing& half) {
    return with_core_formats(half.contributed_names(Renderer::id));
}

Contributions<Renderer> all_renderers(Session& session) {
    auto all = session.all<Renderer>();
    auto items = std::exchange(all.items, {});
    for (const auto& renderer : core_renderers()) {
        all.items.push_back(&renderer);
    }
    for (const auto* renderer : items) {
        const bool known = std::any_of(all.items.begin(), all.items.end(), [&](const auto* one) {
            return one->name == renderer->name;
        });
        if (!known) {
            all.items.push_back(renderer);
        }
    }
    return all;
}

const Renderer& get_renderer(Session& session, std::string_view format) {
    if (const auto* renderer = find_core_renderer(format)) {
        return *renderer;
    }
    if (const auto* renderer = session.find<Renderer>(format)) {
        return *renderer;
    }
    const auto formats = document_formats(session);
    if (std::find(formats.begin(), formats.end(), format) != formats.end()) {
        throw PluginError(
            "a plugin names the format " + std::string{format} + " and does not contribute it",
            "praxis plugin doctor"
        );
    }
    auto message = "there is no format '" + visible(format) + "' for a document";
    if (const auto meant = did_you_mean(format, formats)) {
        message += ", did you mean '" + *meant + "'?";
    }
    throw UsageError(message, "choose from: --as " + join(formats, ", "));
}

std::string format_of_file(std::string_view path) {
    const auto slash = path.find_last_of('/');
    const auto name = slash == std::string_view::npos ? path : path.substr(slash + 1);
    const auto dot = name.find_last_of('.');
    if (dot == std::string_view::npos || dot == 0) {
        return {};
    }
    const auto ending = fold(name.substr(dot + 1));
    return ending == "htm" ? "html" : ending;
}

std::string
render_document(Session& session, Document document, std::string_view format, Paper paper) {
    if (const auto day = find_shown_day(session)) {
        report_shown_day(document, *day);
    }
    if (format != "json") {
        document = write_dates(std::move(document), date_form(session));
    }
    return render(session, std::move(document), format, paper);
}

void require_text_format(const Renderer& renderer, std::string_view of) {
    if (!renderer.is_text) {
        throw UsageError(
            "the format " + renderer.name + " is binary and cannot be shown in a terminal",
            "name a file: -o " + std::string{of} + "." + renderer.name + ", or -o - for a pipe"
        );
    }
}

Paper configured_paper(Session& session) {
    const auto size = session.setting("paper");
    if (size != "a4" && size != "letter") {
        return find_country_form(session.practice().jurisdiction).paper;
    }
    return size == "letter" ? Paper::letter : Paper::a4;
}

Paper choose_paper(Session& session, const std::optional<std::string>& size) {
    return !size ? configured_paper(session) : *size == "letter" ? Paper::letter : Paper::a4;
}

} // namespace praxis
