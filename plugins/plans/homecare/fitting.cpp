// SPDX-License-Identifier: MIT
#include "homecare/fitting.hpp"

#include <praxis/body.hpp>
#include <praxis/text.hpp>

#include <algorithm>

namespace praxis::plans::home {

namespace {

using Texts = std::vector<std::string>;

bool is_for(const Item& item, const std::string& area) {
    return area.empty() ||
           std::any_of(item.areas.begin(), item.areas.end(), [&area](const auto& own) {
               return region_holds(own, area) || region_holds(area, own);
           });
}

std::string remark_of(const LimitFinding& finding) {
    switch (finding.verdict) {
    case Verdict::leave_out:
        return "left out: " + finding_text(finding);
    case Verdict::ask:
        return "check first: " + finding_text(finding);
    case Verdict::without:
        break;
    }
    return finding_text(finding);
}

FittedItem
fit(const Item& item, const std::vector<LimitFinding>& findings, const Texts& missing, bool has_own
) {
    Texts remarks;
    for (const auto& finding : findings) {
        remarks.push_back(remark_of(finding));
    }
    if (!missing.empty()) {
        remarks.push_back("needs " + join(missing, ", "));
    }
    if (has_own && findings.empty()) {
        remarks.emplace_back("own tool");
    }
    const auto fit = is_left_out(findings) ? Fit::left_out
                     : !missing.empty()    ? Fit::needs_tool
                     : has_own             ? Fit::own_tool
                                           : Fit::fits;
    return {&item, fit, join(remarks, "; ")};
}

} // namespace

std::vector<const Item*> filter_items(const Library& library, const LibraryFilter& filter) {
    std::vector<const Item*> items;
    for (const auto& item : library.items) {
        const bool category = filter.category.empty() || item.category == filter.category;
        const bool tool = filter.tool.empty() || holds(item.tools, filter.tool) ||
                          holds(item.more_tools, filter.tool);
        if (item.enabled && category && tool && is_for(item, filter.area)) {
            items.push_back(&item);
        }
    }
    return items;
}

std::vector<FittedItem>
fit_items(Session& session, const Library& library, ClientId client, const LibraryFilter& filter) {
    const auto facts = gather_facts(session, client);
    const auto own = own_tools(session, client);
    const auto named = filter.area.empty() ? Texts{} : Texts{filter.area};
    std::vector<FittedItem> fitted;
    for (const auto* const item : filter_items(library, filter)) {
        const auto areas = choose_areas(*item, named, facts);
        const auto missing = missing_tools(library, *item, own);
        const bool has_own = own && missing.empty() && !item->tools.empty();
        fitted.push_back(fit(*item, check_item(library, facts, *item, areas), missing, has_own));
    }
    std::stable_sort(fitted.begin(), fitted.end(), [](const auto& left, const auto& right) {
        return left.fit < right.fit;
    });
    return fitted;
}

} // namespace praxis::plans::home
