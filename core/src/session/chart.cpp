// SPDX-License-Identifier: MIT
#include <praxis/chart.hpp>
#include <praxis/text.hpp>

#include <utility>

namespace praxis {

Value records_of(Session& session, const RecordMapper& mapper, ClientId client) {
    Value records = Value::Object{};
    for (const auto& kind : mapper.kinds) {
        records[kind.name] = kind.single ? Value{} : Value{Value::Array{}};
    }
    mapper.write(session, client, [&](std::string_view name, Value record) {
        auto& place = records[name];
        if (place.is_array()) {
            place.push_back(std::move(record));
        } else {
            place = std::move(record);
        }
    });
    return records;
}

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
