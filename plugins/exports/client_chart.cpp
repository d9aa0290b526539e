// SPDX-License-Identifier: MIT
#include "client_chart.hpp"

#include <praxis/clients/directory.hpp>

#include <algorithm>
#include <iterator>
#include <utility>

namespace praxis::exports {
namespace {

/// A chart of more blocks gets a table of contents.
constexpr std::size_t long_chart = 60;

/// The client, the date, and the selection of the chart.
std::string
subtitle_of(Session& session, const ChartRequest& request, const clients::Client& client) {
    std::string text = client.id.str() + " · written " + session.today().iso();
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

} // namespace

Document client_chart(Session& session, const ChartRequest& request) {
    const auto client = session.get<clients::Directory>().get(session, request.client);
    auto document = new_document(session, "Chart of " + client.full_name);
    document.subtitle = subtitle_of(session, request, client);
    document.footer = client.id.str() + " · " + client.full_name +
                      (client.born ? ", born " + client.born->iso() : "");
    std::vector<Block> body;
    const auto all = session.all<ChartSection>();
    for (const auto* section : sections_in_order(all)) {
        auto part = section->write(session, request);
        if (!part.blocks.empty()) {
            body.emplace_back(Heading{1, section->title});
            std::move(part.blocks.begin(), part.blocks.end(), std::back_inserter(body));
        }
    }
    for (const auto& unavailable : all.unavailable) {
        document.add(Paragraph{describe_missing(unavailable), Tone::warning});
    }
    if (body.size() > long_chart) {
        document.add(TableOfContents{});
    }
    document.add(std::move(body));
    return document;
}

Value client_record(Session& session, ClientId client) {
    const auto mappers = session.all<RecordMapper>();
    Value parts = Value::Object{};
    for (const auto* mapper : mappers.items) {
        parts[mapper->name] = mapper->json(session, client);
    }
    Value::Array absent;
    for (const auto& unavailable : mappers.unavailable) {
        absent.emplace_back(unavailable.plugin);
        session.report(describe_missing(unavailable));
    }
    return Value::Object{
        {"format", "praxis-record"},
        {"version", 1},
        {"client", client.str()},
        {"exported_at", session.civil_now().iso()},
        {"parts", std::move(parts)},
        {"missing", std::move(absent)}};
}

} // namespace praxis::exports
