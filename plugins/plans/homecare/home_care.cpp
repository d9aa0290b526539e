// SPDX-License-Identifier: MIT
#include "homecare/home_care.hpp"

#include <praxis/body.hpp>
#include <praxis/error.hpp>
#include <praxis/text.hpp>

#include <algorithm>
#include <utility>

namespace praxis::plans::home {

namespace {

/// A finding as an override remembers it, independent of case and accents.
std::string line_of(const LimitFinding& finding) {
    auto found = finding.found;
    std::sort(found.begin(), found.end());
    return finding.limit + ": " + fold(join(found, "; "));
}

constexpr std::string_view item_is_gone = "item-is-gone";
constexpr std::string_view item_is_off = "item-is-switched-off";

LimitFinding unchecked(std::string_view limit, const std::string& reason) {
    return {
        .limit = std::string{limit},
        .verdict = Verdict::leave_out,
        .reason = reason,
        .found = {},
        .citations = {},
        .reviewed = true};
}

} // namespace

std::string_view kind_name(Kind kind) {
    switch (kind) {
    case Kind::item:
        return "item";
    case Kind::checklist:
        return "checklist";
    case Kind::tools:
        break;
    }
    return "tools";
}

Dose HomeCare::dose() const {
    const auto* const value = content.find("dose");
    return value == nullptr ? Dose{} : dose_from(*value);
}

std::vector<std::string> region_names(const std::vector<std::string>& areas) {
    std::vector<std::string> names;
    for (const auto& area : areas) {
        names.push_back(region_with_side(area, ""));
    }
    return names;
}

Value despite_value(const std::string& reason, const std::vector<LimitFinding>& findings) {
    Value::Array limits;
    for (const auto& finding : findings) {
        if (finding.verdict == Verdict::leave_out) {
            limits.emplace_back(line_of(finding));
        }
    }
    return Value::Object{{"reason", reason}, {"limits", std::move(limits)}};
}

std::vector<LimitFinding> open_findings(const HomeCare& line, std::vector<LimitFinding> findings) {
    const auto* const despite = line.content.find("despite");
    const auto answered =
        despite == nullptr ? std::vector<std::string>{} : despite->texts_at("limits");
    std::erase_if(findings, [&answered](const LimitFinding& finding) {
        return holds(answered, line_of(finding));
    });
    return findings;
}

std::vector<LimitFinding>
check_line(const Library& library, const ClientFacts& facts, const HomeCare& line) {
    const auto* const item = library.find_item(line.item);
    if (item == nullptr) {
        return {unchecked(item_is_gone, "the library does not have " + line.item + " now")};
    }
    if (!item->enabled) {
        return {unchecked(item_is_off, item->id + " is switched off: no source supports it")};
    }
    return open_findings(line, check_item(library, facts, *item, line.areas()));
}

bool is_unchecked(const LimitFinding& finding) {
    return finding.limit == item_is_gone || finding.limit == item_is_off;
}

std::string replacing_text(const HomeCare& line) {
    return "praxis homecare end " + line.id.str() +
           " --reason replaced, then praxis homecare add " + line.client.str() + " ITEM";
}

HomeCare get_current_item(Session& session, std::string_view id) {
    auto row = get_home_care(session, id);
    if (row.kind != Kind::item) {
        throw Refused(
            row.id.str() + " is no exercise or advice, but " + row.name,
            "praxis homecare list " + row.client.str()
        );
    }
    if (row.ended_on) {
        throw Refused(
            row.id.str() + " ended on " + row.ended_on->iso(),
            "praxis homecare add " + row.client.str() + " " + row.item
        );
    }
    return row;
}

std::vector<HomeCare>
named_items(Session& session, ClientId client, const std::vector<std::string>& ids) {
    if (ids.empty()) {
        return current_items(session.db(), client);
    }
    std::vector<HomeCare> items;
    for (const auto& id : ids) {
        auto row = get_current_item(session, id);
        if (row.client != client) {
            throw Refused(
                row.id.str() + " belongs to another client", "praxis homecare list " + client.str()
            );
        }
        items.push_back(std::move(row));
    }
    return items;
}

} // namespace praxis::plans::home
