// SPDX-License-Identifier: MIT
#include "consent_queries.hpp"
#include "record/chart.hpp"

#include <praxis/text.hpp>

namespace praxis::clients {
namespace {

std::string readable_list(const std::vector<std::string>& ids) {
    std::vector<std::string> texts;
    for (const auto& id : ids) {
        texts.push_back(readable(id));
    }
    return join(texts, ", ");
}

/// What was agreed to, with its limits: "lower back only; to chiropractors".
std::string extent(const ConsentRow& consent) {
    std::vector<std::string> parts;
    if (consent.scope) {
        parts.push_back(in_one_line(*consent.scope));
    }
    if (!consent.techniques.empty()) {
        parts.push_back("techniques: " + readable_list(consent.techniques));
    }
    if (!consent.regions.empty()) {
        parts.push_back("regions: " + readable_list(consent.regions));
    }
    if (consent.recipient) {
        parts.push_back("to " + in_one_line(*consent.recipient));
    }
    return join(parts, "; ");
}

std::string describe_giving(const ConsentRow& consent) {
    auto text = consent.given_on.iso();
    if (consent.given_how) {
        text += ", " + *consent.given_how;
    }
    return consent.given_by == "guardian" ? text + ", by the guardian" : text;
}

std::string state_text(const std::vector<ConsentRow>& all, const ConsentRow& consent, Date today) {
    auto text = effective_state(all, consent, today);
    if (consent.withdrawn_on) {
        text += " " + consent.withdrawn_on->iso();
    } else if (consent.expires_on && text == "valid") {
        text += " until " + consent.expires_on->iso();
    } else if (consent.expires_on && text == "expired") {
        text += " " + consent.expires_on->iso();
    }
    return text;
}

Grid grid_of(const std::vector<ConsentRow>& all, const std::vector<ConsentRow>& shown, Date today) {
    std::vector<std::vector<std::string>> rows;
    for (const auto& consent : shown) {
        rows.push_back(
            {consent.id.str(),
             consent.kind,
             extent(consent),
             describe_giving(consent),
             consent.witness.value_or(""),
             state_text(all, consent, today),
             in_one_line(consent.withdrawal_reason.value_or(""))}
        );
    }
    return compact_grid(
        "As of " + today.iso(),
        {"Id", "Kind", "Scope", "Given", "Witness", "State", "Reason for withdrawal"},
        rows
    );
}

/// A sentence for the client's own copy.
std::string
agreement_sentence(const std::vector<ConsentRow>& all, const ConsentRow& consent, Date today) {
    static const std::vector<std::pair<std::string, std::string>> kinds{
        {"treatment", "to be treated"},
        {"share", "that your record is shared with others who treat you"},
        {"photo", "that photographs are taken"},
        {"contact", "to be contacted"},
        {"teaching", "that your case is used for teaching"}};
    std::string what = "to the following";
    for (const auto& [kind, text] : kinds) {
        what = kind == consent.kind ? text : what;
    }
    const auto limits = extent(consent);
    return (consent.given_by == "guardian" ? "Your guardian agreed " : "You agreed ") + what +
           (limits.empty() ? "" : " (" + limits + ")") + " on " + consent.given_on.iso() + "; " +
           state_text(all, consent, today) + ".";
}

bool ended_before(const ConsentRow& consent, Date day) {
    return (consent.withdrawn_on && *consent.withdrawn_on < day) ||
           (consent.expires_on && *consent.expires_on < day);
}

void add_for_provider(ChartPart& part, const std::vector<ConsentRow>& to_share) {
    Bullets bullets;
    for (const auto& consent : to_share) {
        const auto limits = extent(consent);
        bullets.items.push_back(
            "Consent to share given " + describe_giving(consent) +
            (limits.empty() ? "" : ": " + limits)
        );
    }
    if (!bullets.items.empty()) {
        part.blocks.emplace_back(std::move(bullets));
    }
}

ChartPart write_consent(Session& session, const ChartRequest& request) {
    const auto today = session.today();
    const auto all = consents_of(session.db(), request.client);
    const auto to_share = valid_share_consents(all, today);
    ChartPart part;
    if (to_share.empty()) {
        part.gaps.push_back(
            {"no valid consent to share the record",
             "praxis consent record " + request.client.str() + " --kind share"}
        );
    }
    auto shown = all;
    std::erase_if(shown, [&](const auto& consent) {
        return request.since && ended_before(consent, *request.since);
    });
    if (request.audience == Audience::provider) {
        add_for_provider(part, to_share);
    } else if (request.audience == Audience::client && !shown.empty()) {
        Bullets bullets;
        for (const auto& consent : shown) {
            bullets.items.push_back(agreement_sentence(all, consent, today));
        }
        part.blocks.emplace_back(std::move(bullets));
    } else if (!shown.empty()) {
        part.blocks.emplace_back(grid_of(all, shown, today));
    }
    return part;
}

} // namespace

ChartSection consent_section() {
    return {.name = "consent", .title = "Consent", .order = 900, .write = write_consent};
}

} // namespace praxis::clients
