// SPDX-License-Identifier: MIT
// The plugin's contributions besides its commands: a section of the chart, its rows for exports, a
// safety check, and a signing check that can refuse a note.
#include "bath_queries.hpp"

#include <praxis/clients/erasing.hpp>
#include <praxis/plugin.hpp>
#include <praxis/safety/check.hpp>
#include <praxis/soap/notes.hpp>

#include <algorithm>

namespace hydrotherapy {
namespace {

using praxis::Session;
using praxis::Value;

std::string describe(const Bath& bath) {
    auto text = bath.given.iso().substr(0, 10) + ": " + bath.kind + ", " +
                std::to_string(bath.length.count()) + " minutes";
    if (bath.celsius) {
        text += ", " + Value{*bath.celsius}.plain() + " °C";
    }
    return text + (bath.skin_after.empty() ? "; skin not checked" : "; skin " + bath.skin_after);
}

praxis::ChartPart write_chart(Session& session, const praxis::ChartRequest& request) {
    praxis::Bullets bullets;
    for (const auto& bath : baths_of(session.db(), request.client)) {
        const auto day = bath.given.civil().date;
        if (!request.since || !(day < *request.since)) {
            bullets.items.push_back(describe(bath));
        }
    }
    return bullets.items.empty() ? praxis::ChartPart{} : praxis::ChartPart{{bullets}, {}};
}

/// Every column, so that an export loses nothing.
Value json_of(const Bath& bath) {
    return Value::Object{
        {"bath", bath.number},
        {"uuid", bath.uuid},
        {"client", bath.client.str()},
        {"given", bath.given.iso()},
        {"kind", bath.kind},
        {"minutes", static_cast<std::int64_t>(bath.length.count())},
        {"celsius", Value{bath.celsius}},
        {"skin_after", praxis::text_or_null(bath.skin_after)},
    };
}

void write_records(
    Session& session, std::optional<praxis::ClientId> client, const praxis::RecordSink& take
) {
    for_each_bath(session.db(), client, [&](const Bath& bath) { take("baths", json_of(bath)); });
}

/// The reverse of json_of().
void read_record(Session& session, std::string_view /*kind*/, const Value& record) {
    Bath bath;
    bath.number = record.find("bath")->as_integer();
    bath.uuid = record.text_at("uuid");
    bath.client = praxis::ClientId::parse(record.text_at("client")).value();
    bath.given = praxis::ZonedTime::from_iso(record.text_at("given")).value();
    bath.kind = record.text_at("kind");
    bath.length = praxis::Minutes{record.find("minutes")->as_integer()};
    if (const auto* celsius = record.find("celsius"); celsius != nullptr && celsius->is_number()) {
        bath.celsius = celsius->as_number();
    }
    bath.skin_after = record.text_at("skin_after");
    insert_bath(session.db(), bath);
}

std::vector<Bath>
baths_without_skin_check(Session& session, praxis::ClientId client, praxis::Date on) {
    auto baths = baths_of(session.db(), client);
    baths.erase(
        std::remove_if(
            baths.begin(),
            baths.end(),
            [&on](const Bath& bath) {
                return bath.given.civil().date != on || !bath.skin_after.empty();
            }
        ),
        baths.end()
    );
    return baths;
}

std::string missing_skin(const Bath& bath) {
    return "the skin after bath " + std::to_string(bath.number) + " is not recorded";
}

std::string record_skin(const Bath& bath) {
    return "praxis bath skin " + std::to_string(bath.number) + " --after normal";
}

/// Runs before the signing, inside its transaction: Refused stops it, and the draft remains.
void refuse_unchecked_skin(Session& session, const praxis::soap::NoteSigning& signing) {
    const auto baths = baths_without_skin_check(session, signing.client, signing.day);
    if (!baths.empty()) {
        throw praxis::Refused(missing_skin(baths.front()), record_skin(baths.front()));
    }
}

/// A line of `praxis safety check`: before treatment after a bath, the therapist checks the skin.
std::vector<praxis::safety::Concern>
find_unchecked_skin(Session& session, const praxis::safety::Question& question) {
    std::vector<praxis::safety::Concern> concerns;
    for (const auto& bath : baths_without_skin_check(session, question.client, question.on)) {
        concerns.push_back(
            {.weight = praxis::safety::Weight::not_asked,
             .technique = {}, // any technique
             .found = "bath " + std::to_string(bath.number) + ": " + bath.kind,
             .why = missing_skin(bath),
             .rule = "hydrotherapy/skin",
             .fix = record_skin(bath)}
        );
    }
    return concerns;
}

/// Deletes the client's baths when the client is erased, and reports when the last one was
/// recorded.
void erase(Session& session, const praxis::clients::ClientErasing& erasing) {
    const auto baths = baths_of(session.db(), erasing.client);
    if (!baths.empty()) {
        *erasing.last_entry = std::max(*erasing.last_entry, baths.back().given.instant);
    }
    delete_baths(session.db(), erasing.client);
}

} // namespace
} // namespace hydrotherapy

namespace praxis {

void register_parts(Registry& registry);

void register_parts(Registry& registry) {
    registry.contribute(ChartSection{
        .name = "hydrotherapy",
        .title = "Baths and packs",
        .order = 510,
        .write = hydrotherapy::write_chart});
    registry.contribute(RecordMapper{
        .name = "hydrotherapy",
        .tables = {"hydrotherapy_bath"},
        .kinds = {{"baths"}},
        .write = hydrotherapy::write_records,
        .read = hydrotherapy::read_record});
    registry.contribute(safety::Check{
        .name = "skin after baths", .look = hydrotherapy::find_unchecked_skin});
    registry.on<soap::NoteSigning>(When::before, hydrotherapy::refuse_unchecked_skin);
    registry.on<clients::ClientErasing>(When::before, hydrotherapy::erase);
}

} // namespace praxis
