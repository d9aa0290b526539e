// SPDX-License-Identifier: MIT
#include "homecare/home_care.hpp"

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

Value despite_value(const std::string& reason, const std::vector<LimitFinding>& findings) {
    Value::Array limits;
    for (const auto& finding : findings) {
        if (finding.verdict == Verdict::leave_out) {
            limits.emplace_back(line_of(finding));
        }
    }
    return Value::Object{{"reason", reason}, {"limits", std::move(limits)}};
}

std::vector<LimitFinding> open_findings(const HomeCare& given, std::vector<LimitFinding> findings) {
    const auto* const despite = given.content.find("despite");
    const auto answered =
        despite == nullptr ? std::vector<std::string>{} : despite->texts_at("limits");
    std::erase_if(findings, [&answered](const LimitFinding& finding) {
        return std::find(answered.begin(), answered.end(), line_of(finding)) != answered.end();
    });
    return findings;
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

} // namespace praxis::plans::home
