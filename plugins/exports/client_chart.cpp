// SPDX-License-Identifier: MIT
#include "client_chart.hpp"

#include "practice_queries.hpp"

#include <praxis/as_of.hpp>
#include <praxis/clients/directory.hpp>
#include <praxis/error.hpp>

#include <algorithm>
#include <functional>
#include <iterator>
#include <map>
#include <string>
#include <string_view>
#include <utility>

namespace praxis::exports {
namespace {

/// A chart of more blocks gets a table of contents.
constexpr std::size_t long_chart = 60;

/// The client, the date, and the selection of the chart.
std::string
subtitle_of(Session& session, const ChartRequest& request, const clients::Client& client) {
    const auto past_day = find_shown_day(session);
    std::string text = client.id.str() + (past_day ? " · as it was known on " + past_day->iso()
                                                   : " · written " + session.today().iso());
    if (request.complaint) {
        const auto complaint =
            session.get<clients::Directory>().get_complaint(session, *request.complaint);
        text += " · only " + complaint.id.str() + ", " + complaint.title;
    }
    if (request.since) {
        text += " · only since " + request.since->iso();
    }
    if (request.audience == Audience::client) {
        text += " · the client's own copy";
    }
    return text;
}

std::vector<const ChartSection*> sections_in_order(const Contributions<ChartSection>& all) {
    auto sections = all.items;
    std::stable_sort(
        sections.begin(),
        sections.end(),
        [](const ChartSection* left, const ChartSection* right) {
            return std::pair{left->order, left->name} < std::pair{right->order, right->name};
        }
    );
    return sections;
}

std::string describe_missing(const Unavailable& unavailable) {
    return "The part of the plugin '" + unavailable.plugin +
           "' is missing: praxis could not load the plugin (" + unavailable.reason + ").";
}

/// The file is written, and the exit code says that it is not whole.
void report_missing(Session& session, const std::vector<Unavailable>& unavailable) {
    for (const auto& each : unavailable) {
        session.report(describe_missing(each));
        session.end_with(Exit::plugin);
    }
}

/// Indented JSON inside more brackets.
std::string indented(const std::string& json, std::string_view by) {
    std::string text;
    for (const char letter : json) {
        text += letter;
        if (letter == '\n') { // in a text it is an escape
            text += by;
        }
    }
    return text;
}

/// The text of records_of(). Only one record at a time is a tree of values.
std::string records_json(Session& session, const RecordMapper& mapper, ClientId client) {
    std::map<std::string, std::string, std::less<>> texts; // of each kind
    mapper.write(session, client, [&](std::string_view kind, const Value& record) {
        auto& text = texts[std::string{kind}];
        text += (text.empty() ? "" : ",\n") + to_json(record, 2);
    });
    std::string json;
    for (const auto& kind : mapper.kinds) {
        const auto& text = texts[kind.name];
        const auto list = text.empty() ? "[]" : "[\n  " + indented(text, "  ") + "\n]";
        json += (json.empty() ? "{\n  " : ",\n  ") + to_json(kind.name) + ": " +
                indented(kind.single ? (text.empty() ? "null" : text) : list, "  ");
    }
    return json + "\n}";
}

} // namespace

Document client_chart(Session& session, const ChartRequest& request) {
    const auto client = session.get<clients::Directory>().get(session, request.client);
    auto document = new_document(session, "Chart of " + client.full_name);
    document.subtitle = subtitle_of(session, request, client);
    document.footer = client.id.str() + " · " + client.full_name +
                      (client.born ? ", born " + client.born->iso() : "");
    std::vector<Block> body;
    const auto all = session.all<ChartSection>();
    std::size_t written = 0;
    for (const auto* section : sections_in_order(all)) {
        session.progress("writing the chart", written++, all.items.size());
        auto part = section->write(session, request);
        if (!part.blocks.empty()) {
            body.emplace_back(Heading{1, section->title});
            std::move(part.blocks.begin(), part.blocks.end(), std::back_inserter(body));
        }
    }
    for (const auto& unavailable : all.unavailable) {
        document.add(Paragraph{describe_missing(unavailable), Tone::warning});
    }
    report_missing(session, all.unavailable);
    if (body.size() > long_chart) {
        document.add(TableOfContents{});
    }
    document.add(std::move(body));
    return document;
}

std::string client_record(Session& session, ClientId client) {
    const auto mappers = session.all<RecordMapper>();
    std::string parts;
    for (const auto* mapper : mappers.items) {
        parts += (parts.empty() ? "\n    " : ",\n    ") + to_json(mapper->name) + ": " +
                 indented(records_json(session, *mapper, client), "    ");
    }
    Value::Array absent;
    for (const auto& unavailable : mappers.unavailable) {
        absent.emplace_back(unavailable.plugin);
    }
    report_missing(session, mappers.unavailable);
    const auto past_day = find_shown_day(session);
    const auto head = [](const char* name, const Value& value) {
        return "  \"" + std::string{name} + "\": " + indented(to_json(value, 2), "  ");
    };
    return "{\n" + head("format", "praxis-record") + ",\n" + head("version", 1) + ",\n" +
           (is_test_practice(session.db()) ? head("test_practice", true) + ",\n" : "") +
           (past_day ? head("as_of", past_day->iso()) + ",\n" : "") + head("client", client.str()) +
           ",\n" + head("exported_at", session.civil_now().iso()) + ",\n  \"parts\": {" + parts +
           "\n  },\n" + head("missing", absent) + "\n}\n";
}

} // namespace praxis::exports
