// SPDX-License-Identifier: MIT
#include "directory.hpp"
#include "health_queries.hpp"
#include "record/chart.hpp"

#include <praxis/text.hpp>

namespace praxis::clients {
namespace {

using Texts = std::vector<std::string>;

/// For an empty list: that none is known, or a gap when the client was not asked yet.
void add_empty(
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
                ? "None, as you told the practice on " + asked + "."
                : "None known: asked on " + asked + " by " + answer->asked_by_name + "."});
        return;
    }
    if (request.audience != Audience::provider) {
        part.blocks.emplace_back(Paragraph{"Not asked yet.", Tone::remark});
    }
    part.gaps.push_back(
        {plural + " are not recorded",
         "praxis " + noun + " add " + request.client.str() + " --none-known"}
    );
}

/// "name, since 2019, diagnosed by ..." for the client's own copy.
std::string
sentence(const std::string& name, const std::vector<std::pair<std::string, std::string>>& remarks) {
    auto text = name;
    for (const auto& [label, remark] : remarks) {
        if (!remark.empty()) {
            text += ", " + (label.empty() ? "" : label + " ") + remark;
        }
    }
    return text;
}

std::string sentence(const ConditionRow& row) {
    return sentence(
        row.name + (row.status == "past" ? " (past)" : ""),
        {{"since", row.since.value_or("")},
         {"until", row.until.value_or("")},
         {"diagnosed by", row.diagnosed_by.value_or("")},
         {"", in_one_line(row.note.value_or(""))}}
    );
}

std::string sentence(const MedicationRow& row) {
    return sentence(
        row.name,
        {{"", row.dose.value_or("")},
         {"for", row.reason.value_or("")},
         {"since", row.since.value_or("")},
         {"until", row.until ? row.until->iso() : ""}}
    );
}

std::string sentence(const AllergyRow& row) {
    return sentence(
        row.substance,
        {{"", row.kind.value_or("")},
         {"", row.reaction.value_or("")},
         {"", row.severity.value_or("")}}
    );
}

Texts cells(const ConditionRow& row) {
    return {
        row.name,
        row.status + (row.until ? ", until " + *row.until : ""),
        row.since.value_or(""),
        row.code.value_or(""),
        row.diagnosed_by.value_or(""),
        in_one_line(row.note.value_or(""))};
}

Texts cells(const MedicationRow& row) {
    return {
        row.name,
        row.dose.value_or(""),
        row.reason.value_or(""),
        readable(row.kind.value_or("")),
        row.since.value_or(""),
        row.until ? row.until->iso() : ""};
}

Texts cells(const AllergyRow& row) {
    return {
        row.substance, row.kind.value_or(""), row.reaction.value_or(""), row.severity.value_or("")};
}

/// Sentences for the client, a table for the others.
/// titles  of the cells
template <class Row>
Block rows_block(const std::vector<Row>& rows, Audience audience, const Texts& titles) {
    if (audience == Audience::client) {
        Bullets bullets;
        for (const auto& row : rows) {
            bullets.items.push_back(sentence(row));
        }
        return bullets;
    }
    std::vector<Texts> table;
    for (const auto& row : rows) {
        table.push_back(cells(row));
    }
    return compact_grid("As the client reports", titles, table);
}

ChartPart write_problems(Session& session, const ChartRequest& request) {
    ChartPart part;
    const auto conditions = Conditions::all(session.db(), request.client);
    if (conditions.empty()) {
        add_empty(part, session.db(), request, "condition", "pre-existing conditions");
    } else {
        part.blocks.push_back(rows_block(
            conditions,
            request.audience,
            {"Condition", "Status", "Since", "Code", "Diagnosed by", "Note"}
        ));
    }
    return part;
}

ChartPart write_medications(Session& session, const ChartRequest& request) {
    auto& db = session.db();
    ChartPart part;
    const auto all = Medications::all(db, request.client);
    std::vector<MedicationRow> listed;
    bool any_taken = false;
    for (const auto& row : all) {
        const bool taken = is_current(row, session.today());
        any_taken = any_taken || taken;
        if (taken || request.audience != Audience::provider) {
            listed.push_back(row);
        }
    }
    if (!any_taken && !all.empty() && !find_none_known(db, request.client, "medication")) {
        part.blocks.emplace_back(Paragraph{"No current medication on record."});
    } else if (!any_taken) {
        add_empty(part, db, request, "medication", "medications");
    }
    if (!listed.empty()) {
        part.blocks.push_back(rows_block(
            listed, request.audience, {"Medication", "Dose", "For", "Kind", "Since", "Until"}
        ));
    }
    if (const auto client = get_client(db, request.client); client.other_products) {
        part.blocks.emplace_back(Facts{
            {{"Other products used", in_one_line(*client.other_products)}}});
    }
    return part;
}

ChartPart write_allergies(Session& session, const ChartRequest& request) {
    ChartPart part;
    const auto allergies = Allergies::all(session.db(), request.client);
    if (allergies.empty()) {
        add_empty(part, session.db(), request, "allergy", "allergies");
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
    part.blocks.push_back(
        rows_block(allergies, request.audience, {"Substance", "Kind", "Reaction", "Severity"})
    );
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
