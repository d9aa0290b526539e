// SPDX-License-Identifier: MIT
#include "cards.hpp"

#include "check_view.hpp"

#include <praxis/fhir.hpp>
#include <praxis/text.hpp>

#include <array>
#include <utility>

namespace praxis::safety {

namespace {

using Object = Value::Object;

constexpr std::size_t longest_summary = 139; // CDS Hooks: under 140 characters

std::string indicator_of(const CheckedConcern& checked) {
    if (checked.overridden) {
        return "info";
    }
    switch (checked.concern.weight) {
    case Weight::stop:
        return "critical";
    case Weight::no_consent:
    case Weight::avoid_area:
    case Weight::not_asked:
        return "warning";
    case Weight::caution:
        break;
    }
    return "info";
}

std::string summary_of(const CheckedConcern& checked) {
    const auto& concern = checked.concern;
    const auto technique = concern.technique.empty() ? "" : concern.technique + ": ";
    return truncate_to_width(
        visible(verdict_of(checked) + ", " + technique + concern.why), longest_summary
    );
}

/// As Markdown, which CDS Hooks allows here.
std::string detail_of(const CheckedConcern& checked) {
    const auto& concern = checked.concern;
    std::vector<std::string> lines{concern.why};
    if (!concern.found.empty()) {
        lines.push_back("On record: " + concern.found);
    }
    if (!concern.regions.empty()) {
        lines.push_back("Area: " + join(concern.regions, ", "));
    }
    if (!concern.fix.empty()) {
        lines.push_back("Record the answer: `" + concern.fix + "`");
    }
    for (const auto& citation : concern.citations) {
        lines.push_back("Source: " + citation);
    }
    return join(lines, "\n\n");
}

Value source_of(const Concern& concern) {
    Value source = Object{{"label", concern.rule.empty() ? "praxis" : "praxis, " + concern.rule}};
    if (!concern.rule.empty()) {
        source["topic"] = Object{{"system", "urn:praxis:rule"}, {"code", concern.rule}};
    }
    return source;
}

/// Only a stop is overridden.
Value override_reasons(const Concern& concern) {
    static constexpr std::array<std::array<std::string_view, 2>, 4> reasons{{
        {"cleared", "a physician cleared it"},
        {"adapted", "the work is adapted: lighter, shorter or elsewhere"},
        {"entry-wrong", "the entry on record is wrong or out of date"},
        {"rule-does-not-apply", "the rule does not apply to this client"},
    }};
    Value::Array list;
    if (concern.weight == Weight::stop) {
        for (const auto& [code, display] : reasons) {
            list.push_back(fhir::coding("urn:praxis:override-reason", code, display));
        }
    }
    return list;
}

/// The same finding on the same day has the same UUID.
std::string card_uuid(const Concern& concern, const std::string& client, Date on) {
    return fhir::derived_uuid(
        client + "/" + on.iso() + "/" + concern.rule + "/" + concern.technique + "/" +
        concern.found + "/" + concern.why
    );
}

} // namespace

Value cards_of(const std::vector<CheckedConcern>& concerns, const std::string& client, Date on) {
    Value::Array cards;
    for (const auto& checked : concerns) {
        Object card{
            {"uuid", card_uuid(checked.concern, client, on)},
            {"summary", summary_of(checked)},
            {"detail", detail_of(checked)},
            {"indicator", indicator_of(checked)}};
        Value praxis = object_of(checked);
        // `source` is the object of the card; praxis's short list of sources has its own name.
        const auto sources = praxis.find("source") == nullptr ? Value{} : *praxis.find("source");
        card.emplace_back("source", source_of(checked.concern));
        card.emplace_back("overrideReasons", override_reasons(checked.concern));
        for (auto& [key, value] : praxis.as_object()) {
            if (key != "source") {
                card.emplace_back(key, std::move(value));
            }
        }
        card.emplace_back("sources", sources);
        cards.push_back(std::move(card));
    }
    return cards;
}

} // namespace praxis::safety
