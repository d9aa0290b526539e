// SPDX-License-Identifier: MIT
#include "output/render.hpp"
#include "session/host_session.hpp"
#include "session/shown_day.hpp"

#include <praxis/chart.hpp>
#include <praxis/error.hpp>
#include <praxis/text.hpp>

namespace praxis {

namespace {

std::string
render(Session& session, const Document& document, std::string_view format, Paper paper) {
    // The two formats of the core need no plugin. Asking for renderers would load the PDF plugin.
    if (format == "txt") {
        return output::text_of(document, 0, false);
    }
    if (format == "md") {
        return output::markdown_of(document);
    }
    const auto renderers = session.all<Renderer>();
    std::vector<std::string> known{"txt", "md"};
    for (const auto* renderer : renderers.items) {
        if (renderer->name == format) {
            return renderer->render(document, paper);
        }
        known.push_back(renderer->name);
    }
    if (!renderers.unavailable.empty()) {
        const auto& missing = renderers.unavailable.front();
        throw PluginError(
            "the format " + std::string{format} + " needs the plugin '" + missing.plugin +
                "': " + missing.reason,
            "choose --as txt or --as md"
        );
    }
    throw UsageError(
        "unknown document format '" + visible(format) + "'", "choose from --as " + join(known, ", ")
    );
}

} // namespace

std::string
render_document(Session& session, const Document& document, std::string_view format, Paper paper) {
    const auto* host =
        dynamic_cast<const HostSession*>(&session); // a test may pass another Session
    const auto day = host == nullptr ? std::nullopt : host->shown_day();
    if (!day) {
        return render(session, document, format, paper);
    }
    auto of_that_day = document;
    report_shown_day(of_that_day, *day);
    return render(session, of_that_day, format, paper);
}

void report_unavailable(Session& session, const std::vector<Unavailable>& unavailable) {
    for (const auto& plugin : unavailable) {
        session.report(
            "the result is incomplete: the records of the plugin " + plugin.plugin +
            " are missing, because " + plugin.reason
        );
    }
}

Paper configured_paper(Session& session) {
    return session.setting("paper") == "letter" ? Paper::letter : Paper::a4;
}

Document new_document(Session& session, std::string title) {
    const auto& practice = session.practice();
    Document document;
    document.title = std::move(title);
    document.letterhead.push_back(practice.name);
    for (const auto& line : split(practice.address, '\n')) {
        if (!trim(line).empty()) {
            document.letterhead.push_back(trim(line));
        }
    }
    std::vector<std::string> reach;
    for (const auto& way : {practice.phone, practice.email, practice.website}) {
        if (!way.empty()) {
            reach.push_back(way);
        }
    }
    if (!reach.empty()) {
        document.letterhead.push_back(join(reach, " · "));
    }
    document.author = practice.name;
    document.created = session.civil_now();
    return document;
}

} // namespace praxis
