// SPDX-License-Identifier: MIT
#include "fhir/bundle.hpp"

#include <praxis/error.hpp>
#include <praxis/fhir.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string_view>
#include <utility>

namespace praxis::exports::fhir {
namespace {

/// The system of an identifier that is a URI.
constexpr std::string_view uris = "urn:ietf:rfc:3986";

std::string url_of(const Value& resource) {
    return praxis::fhir::url_of(resource.text_at("id"));
}

/// Calls visit(reference) for every Reference that names a resource by its UUID.
template <class Node, class Visit> void each_reference(Node& node, const Visit& visit) {
    if (node.is_array()) {
        for (auto& item : node.as_array()) {
            each_reference(item, visit);
        }
    } else if (node.is_object()) {
        if (node.text_at("reference").starts_with("urn:uuid:")) {
            visit(node);
        }
        for (auto& member : node.as_object()) {
            each_reference(member.second, visit);
        }
    }
}

std::set<std::string> references_of(const Value& node) {
    std::set<std::string> urls;
    each_reference(node, [&](const Value& reference) {
        urls.insert(reference.text_at("reference"));
    });
    return urls;
}

/// FHIR allows no null and no empty text, list or object.
bool is_empty(const Value& value) {
    return value.is_null() || (value.is_text() && value.as_text().empty()) ||
           (value.is_array() && value.as_array().empty()) ||
           (value.is_object() && value.as_object().empty());
}

Value prune(const Value& value) {
    if (value.is_array()) {
        Value::Array kept;
        for (const auto& item : value.as_array()) {
            if (auto clean = prune(item); !is_empty(clean)) {
                kept.push_back(std::move(clean));
            }
        }
        return kept;
    }
    if (value.is_object()) {
        Value::Object kept;
        for (const auto& [name, member] : value.as_object()) {
            if (auto clean = prune(member); !is_empty(clean)) {
                kept.emplace_back(name, std::move(clean));
            }
        }
        return kept;
    }
    return value;
}

/// Each resource once, without empty members; of several with one id the first is kept.
std::vector<Value> unique(const std::vector<Value>& resources) {
    std::vector<Value> kept;
    std::map<std::string, std::string> kinds;
    for (const auto& resource : resources) {
        auto clean = prune(resource);
        const auto kind = clean.text_at("resourceType");
        const auto [known, is_new] = kinds.try_emplace(url_of(clean), kind);
        if (is_new) {
            kept.push_back(std::move(clean));
        } else if (known->second != kind) {
            throw PluginError(
                "a " + known->second + " and a " + kind + " have the same id, " +
                    clean.text_at("id"),
                "praxis plugin list"
            );
        }
    }
    return kept;
}

/// People and organisations first, then the reasons, then findings and treatment.
void sort_by_kind(std::vector<Value>& resources) {
    static constexpr std::array<std::string_view, 20> order{
        "Composition",      "Patient",      "RelatedPerson",      "Practitioner",
        "PractitionerRole", "Organization", "ServiceRequest",     "Task",
        "Consent",          "Condition",    "AllergyIntolerance", "MedicationStatement",
        "Encounter",        "Observation",  "ClinicalImpression", "Procedure",
        "CarePlan",         "Goal",         "DocumentReference",  "Provenance"};
    const auto rank = [](const Value& resource) {
        return std::find(order.begin(), order.end(), resource.text_at("resourceType")) -
               order.begin();
    };
    std::stable_sort(
        resources.begin(),
        resources.end(),
        [&](const Value& left, const Value& right) { return rank(left) < rank(right); }
    );
}

/// Turns each reference to a resource outside the bundle into FHIR's logical reference: it keeps
/// the identity and promises no resource. Source: hl7.org/fhir/R4/references.html#logical
void loosen_open_references(std::vector<Value>& resources) {
    std::set<std::string> present;
    for (const auto& resource : resources) {
        present.insert(url_of(resource));
    }
    for (auto& resource : resources) {
        each_reference(resource, [&](Value& reference) {
            const auto url = reference.text_at("reference");
            if (present.count(url) != 0) {
                return;
            }
            Value::Object logical;
            for (auto& [name, member] : reference.as_object()) {
                if (name != "reference") {
                    logical.emplace_back(name, std::move(member));
                }
            }
            if (reference.find("identifier") == nullptr) {
                logical.emplace_back("identifier", praxis::fhir::identifier(uris, url));
            }
            reference = std::move(logical);
        });
    }
}

Value bundle(const char* type, std::vector<Value> resources, const std::string& timestamp) {
    loosen_open_references(resources);
    Value::Array entries;
    for (auto& resource : resources) {
        auto url = url_of(resource);
        entries.emplace_back(Value::Object{
            {"fullUrl", std::move(url)}, {"resource", std::move(resource)}});
    }
    Value content =
        Value::Object{{"type", type}, {"timestamp", timestamp}, {"entry", std::move(entries)}};
    const auto uuid = praxis::fhir::derived_uuid(to_canonical_json(content));
    Value whole = Value::Object{
        {"resourceType", "Bundle"},
        {"identifier", praxis::fhir::identifier(uris, praxis::fhir::url_of(uuid))}};
    for (auto& [name, member] : content.as_object()) {
        whole[name] = std::move(member);
    }
    return whole;
}

/// Whether the resource belongs to an encounter or a request of `urls`.
bool belongs_to(const Value& resource, const std::set<std::string>& urls) {
    for (const auto* tie : {"encounter", "basedOn", "focus", "target"}) {
        if (const auto* member = resource.find(tie)) {
            for (const auto& url : references_of(*member)) {
                if (urls.count(url) != 0) {
                    return true;
                }
            }
        }
    }
    return false;
}

} // namespace

Value collection(const std::vector<Value>& resources, const std::string& timestamp) {
    auto kept = unique(resources);
    sort_by_kind(kept);
    return bundle("collection", std::move(kept), timestamp);
}

Value document(
    const std::vector<Value>& own, const std::vector<Value>& others, const std::string& now
) {
    std::vector<Value> all = own;
    all.insert(all.end(), others.begin(), others.end());
    auto candidates = unique(all);
    std::set<std::string> wanted; // the kept resources refer to them
    std::set<std::string> ties;   // encounters and requests among the kept resources
    std::set<std::string> kept;
    for (const auto& resource : own) {
        wanted.insert(url_of(resource));
    }
    for (bool grew = true; grew;) {
        grew = false;
        for (const auto& resource : candidates) {
            const auto url = url_of(resource);
            if (kept.count(url) != 0 || (wanted.count(url) == 0 && !belongs_to(resource, ties))) {
                continue;
            }
            grew = true;
            kept.insert(url);
            wanted.merge(references_of(resource));
            const auto kind = resource.text_at("resourceType");
            if (kind == "Encounter" || kind == "ServiceRequest") {
                ties.insert(url);
            }
        }
    }
    const auto is_dropped = [&](const Value& resource) {
        return kept.count(url_of(resource)) == 0;
    };
    candidates.erase(
        std::remove_if(candidates.begin(), candidates.end(), is_dropped), candidates.end()
    );
    sort_by_kind(candidates);
    const auto written = candidates.empty() ? std::string{} : candidates.front().text_at("date");
    const bool is_instant = written.size() >= std::string_view{"2026-11-20T14:30:00Z"}.size();
    return bundle("document", std::move(candidates), is_instant ? written : now);
}

} // namespace praxis::exports::fhir
