// SPDX-License-Identifier: MIT
#include <praxis/chart.hpp>
#include <praxis/text.hpp>

namespace praxis {

void report_unavailable(Session& session, const std::vector<Unavailable>& unavailable) {
    for (const auto& plugin : unavailable) {
        session.report(
            "this is not complete: the part of the plugin '" + plugin.plugin + "' is missing (" +
            plugin.reason + ")"
        );
    }
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
    std::vector<std::string> contacts;
    for (const auto& way : {practice.phone, practice.email, practice.website}) {
        if (!way.empty()) {
            contacts.push_back(way);
        }
    }
    if (!contacts.empty()) {
        document.letterhead.push_back(join(contacts, " · "));
    }
    document.author = practice.name;
    document.created = session.civil_now();
    return document;
}

} // namespace praxis
