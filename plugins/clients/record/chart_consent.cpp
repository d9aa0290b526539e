// SPDX-License-Identifier: MIT
#include "consent_queries.hpp"
#include "record/chart.hpp"

#include <praxis/text.hpp>

namespace praxis::clients {
namespace {

std::string spoken_list(const std::vector<std::string>& ids) {
    std::vector<std::string> words;
    for (const auto& id : ids) {
        words.push_back(spoken(id));
    }
    return join(words, ", ");
}

/// What was agreed to, with its limits: "lower back only; to chiropractors".
std::string extent(const ConsentRow& consent) {
    std::vector<std::string> parts;
    if (consent.scope) {
        parts.push_back(in_one_line(*consent.scope));
    }
    if (!consent.techniques.empty()) {
        parts.push_back("techniques: " + spoken_list(consent.techniques));
    }
    if (!consent.regions.empty()) {
        parts.push_back("regions: " + spoken_list(consent.regions));
    }
    if (consent.recipient) {
        parts.push_back("to " + in_one_line(*consent.recipient));
    }
    return join(parts, "; ");
}

std::string how_given(const ConsentRow& consent) {
    auto text = consent.given_on.iso();
    if (consent.given_how) {
        text += ", " + *consent.given_how;
    }
    return consent.given_by == "guardian" ? text + ", by the guardian" : text;
}

std::string state_text(const std::vector<ConsentRow>& all, const ConsentRow& consent, Date today) {
    auto text = standing_of(all, consent, today);
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
             how_given(consent),
             consent.witness.value_or(""),
             state_text(all, consent, today),
             in_one_line(consent.withdrawal_reason.value_or(""))}
        );
    }
    return compact_grid(
        "As of " + today.iso(),
        {"Id", "Kind", "To what", "Given", "Witness", "State", "Why withdrawn"},
        rows
    );
}

/// Plain words for the client's own copy.
std::string agreement(const std::vector<ConsentRow>& all, const ConsentRow& consent, Date today) {
    static const std::vector<std::pair<std::string, std::string>> kinds{
        {"treatment", "to be treated"},
        {"share", "that your record is shared with others who treat you"},
        {"photo", "that photographs are taken"},
        {"contact", "to be contacted"},
        {"teaching", "that your case is used for teaching"}};
    std::string what = "to what follows";
    for (const auto& [kind, words] : kinds) {
        what = kind == consent.kind ? words : what;
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
            "Consent to share given " + how_given(consent) + (limits.empty() ? "" : ": " + limits)
        );
    }
    if (!bullets.items.empty()) {
        part.blocks.emplace_back(std::move(bullets));
    }
}

ChartPart write_consent(Session& session, const ChartRequest& request) {
    const auto today = session.today();
    const auto all = consents_of(session.db(), request.client);
    const auto to_share = standing_to_share(all, today);
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
            bullets.items.push_back(agreement(all, consent, today));
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
