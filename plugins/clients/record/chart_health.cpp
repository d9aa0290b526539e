// SPDX-License-Identifier: MIT
#include "directory.hpp"
#include "health_queries.hpp"
#include "record/chart.hpp"

#include <praxis/text.hpp>

namespace praxis::clients {
namespace {

using Cells = std::vector<std::vector<std::string>>;

/// What stands where nothing is listed: that none is known, or a gap when nobody has asked.
void add_none(
    ChartPart& part,
    SQLite::Database& db,
    const ChartRequest& request,
    const std::string& noun,
    const std::string& plural
) {
    if (const auto answer = find_none_known(db, request.client, noun)) {
        const auto asked = answer->asked.civil().date.iso();
        part.blocks.emplace_back(Paragraph{
            request.audience == Audience::client
                ? "None: you said so on " + asked + "."
                : "None known: asked on " + asked + " by " + answer->asked_by_name + "."});
        return;
    }
    if (request.audience != Audience::provider) {
        part.blocks.emplace_back(Paragraph{"Not recorded: nobody has asked yet.", Tone::remark});
    }
    part.gaps.push_back(
        {plural + " are not recorded, not even as none known",
         "praxis " + noun + " add " + request.client.str() + " --none-known"}
    );
}

/// "name, since 2019, diagnosed by ..." for the client's own copy.
std::string sentence(const std::string& name, const Cells& remarks) {
    auto text = name;
    for (const auto& remark : remarks) {
        if (!remark[1].empty()) {
            text += ", " + (remark[0].empty() ? "" : remark[0] + " ") + remark[1];
        }
    }
    return text;
}

Block conditions_block(const std::vector<ConditionRow>& conditions, Audience audience) {
    if (audience == Audience::client) {
        Bullets bullets;
        for (const auto& row : conditions) {
            bullets.items.push_back(sentence(
                row.name + (row.status == "past" ? " (past)" : ""),
                {{"since", row.since.value_or("")},
                 {"until", row.until.value_or("")},
                 {"diagnosed by", row.diagnosed_by.value_or("")},
                 {"", in_one_line(row.note.value_or(""))}}
            ));
        }
        return bullets;
    }
    Cells rows;
    for (const auto& row : conditions) {
        rows.push_back(
            {row.name,
             row.status + (row.until ? ", until " + *row.until : ""),
             row.since.value_or(""),
             row.code.value_or(""),
             row.diagnosed_by.value_or(""),
             in_one_line(row.note.value_or(""))}
        );
    }
    return compact_grid(
        "As the client reports",
        {"Condition", "Status", "Since", "Code", "Diagnosed by", "Note"},
        rows
    );
}

ChartPart write_problems(Session& session, const ChartRequest& request) {
    ChartPart part;
    const auto conditions = conditions_of(session.db(), request.client);
    if (conditions.empty()) {
        add_none(part, session.db(), request, "condition", "pre-existing conditions");
    } else {
        part.blocks.push_back(conditions_block(conditions, request.audience));
    }
    return part;
}

Block medications_block(const std::vector<MedicationRow>& medications, Audience audience) {
    if (audience == Audience::client) {
        Bullets bullets;
        for (const auto& row : medications) {
            bullets.items.push_back(sentence(
                row.name,
                {{"", row.dose.value_or("")},
                 {"for", row.reason.value_or("")},
                 {"since", row.since.value_or("")},
                 {"until", row.until ? row.until->iso() : ""}}
            ));
        }
        return bullets;
    }
    Cells rows;
    for (const auto& row : medications) {
        rows.push_back(
            {row.name,
             row.dose.value_or(""),
             row.reason.value_or(""),
             spoken(row.kind.value_or("")),
             row.since.value_or(""),
             row.until ? row.until->iso() : ""}
        );
    }
    return compact_grid(
        "As the client reports", {"Medication", "Dose", "For", "Kind", "Since", "Until"}, rows
    );
}

ChartPart write_medications(Session& session, const ChartRequest& request) {
    auto& db = session.db();
    ChartPart part;
    const auto all = medications_of(db, request.client);
    std::vector<MedicationRow> shown;
    bool any_taken = false;
    for (const auto& row : all) {
        const bool taken = is_taken(row, session.today());
        any_taken = any_taken || taken;
        if (taken || request.audience != Audience::provider) {
            shown.push_back(row);
        }
    }
    if (!any_taken && !all.empty() && !find_none_known(db, request.client, "medication")) {
        part.blocks.emplace_back(Paragraph{"None taken at present, as far as recorded."});
    } else if (!any_taken) {
        add_none(part, db, request, "medication", "medications");
    }
    if (!shown.empty()) {
        part.blocks.push_back(medications_block(shown, request.audience));
    }
    if (const auto client = get_client(db, request.client); client.other_products) {
        part.blocks.emplace_back(Facts{
            {{"Other products used", in_one_line(*client.other_products)}}});
    }
    return part;
}

Block allergies_block(const std::vector<AllergyRow>& allergies, Audience audience) {
    if (audience == Audience::client) {
        Bullets bullets;
        for (const auto& row : allergies) {
            bullets.items.push_back(sentence(
                row.substance,
                {{"", row.kind.value_or("")},
                 {"", row.reaction.value_or("")},
                 {"", row.severity.value_or("")}}
            ));
        }
        return bullets;
    }
    Cells rows;
    for (const auto& row : allergies) {
        rows.push_back(
            {row.substance,
             row.kind.value_or(""),
             row.reaction.value_or(""),
             row.severity.value_or("")}
        );
    }
    return compact_grid(
        "As the client reports", {"Substance", "Kind", "Reaction", "Severity"}, rows
    );
}

ChartPart write_allergies(Session& session, const ChartRequest& request) {
    ChartPart part;
    const auto allergies = allergies_of(session.db(), request.client);
    if (allergies.empty()) {
        add_none(part, session.db(), request, "allergy", "allergies");
        return part;
    }
    std::vector<std::string> severe;
    for (const auto& row : allergies) {
        if (row.severity == "severe") {
            severe.push_back(row.substance);
        }
    }
    if (!severe.empty()) {
        part.blocks.emplace_back(Paragraph{
            "Severe reaction to " + join(severe, ", ") + ".", Tone::warning});
    }
    part.blocks.push_back(allergies_block(allergies, request.audience));
    return part;
}

} // namespace

ChartSection problems_section() {
    return {
        .name = "problems",
        .title = "Pre-existing conditions",
        .order = 200,
        .write = write_problems};
}

ChartSection medications_section() {
    return {.name = "medications", .title = "Medication", .order = 210, .write = write_medications};
}

ChartSection allergies_section() {
    return {
        .name = "allergies",
        .title = "Allergies and intolerances",
        .order = 220,
        .write = write_allergies};
}

} // namespace praxis::clients
