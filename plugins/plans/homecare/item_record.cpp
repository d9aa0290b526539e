// SPDX-License-Identifier: MIT
#include "homecare/item_record.hpp"

#include "homecare/adherence.hpp"
#include "homecare/limits.hpp"

#include <praxis/body.hpp>
#include <praxis/text.hpp>

#include <memory>
#include <utility>

namespace praxis::plans::home {

namespace {

Value texts_value(const std::vector<std::string>& texts) {
    return Value::Array(texts.begin(), texts.end());
}

void add_field(Record& record, const char* key, const char* label, const std::string& text) {
    if (!text.empty()) {
        record.fields.push_back({key, label, text});
    }
}

/// What can take the item out, whoever the client is.
std::vector<std::string> limits_of(const Library& library, const Item& item) {
    std::vector<std::string> lines;
    for (const auto& limit : library.limits) {
        if (can_concern(limit, item)) {
            lines.push_back(
                std::string{verdict_name(limit.verdict)} + ": " + limit.reason +
                (limit.conflict.empty() ? "" : " [" + limit.conflict + "]") + " (" +
                join(limit.source.ids, ", ") + ")"
            );
        }
    }
    return lines;
}

std::vector<std::string> reports_of(const HomeCare& row) {
    std::vector<std::string> lines;
    for (const auto& report : row.reports) {
        lines.push_back(
            report.on.iso() + ": " + done_text(report.done) +
            (report.helped.empty() ? "" : ", helped: " + report.helped) +
            (report.note.empty() ? "" : ", " + report.note)
        );
    }
    return lines;
}

Value data_of(const Record& record) {
    Value data = Value::Object{};
    for (const auto& field : record.fields) {
        data[field.key] = field.value;
    }
    return data;
}

/// Lists become bullets below the other fields.
Document document_of(const Record& record) {
    Document document;
    Facts facts;
    std::vector<Block> lists;
    for (const auto& [key, label, value] : record.fields) {
        if (!value.is_array()) {
            const auto text = value.is_bool() ? (value.as_bool() ? "yes" : "no") : value.plain();
            facts.items.emplace_back(label, text);
        } else if (!value.as_array().empty()) {
            lists.emplace_back(Heading{3, label});
            lists.emplace_back(Bullets{value.texts()});
        }
    }
    document.add(std::move(facts));
    document.add(std::move(lists));
    return document;
}

View view_of(Record record) {
    const auto shared = std::make_shared<const Record>(std::move(record));
    return {[shared] { return data_of(*shared); }, [shared] { return document_of(*shared); }};
}

} // namespace

View library_view(const Library& library, const Item& item) {
    Record record;
    add_field(record, "item", "Item", item.id);
    add_field(record, "name", "Name", item.name);
    add_field(record, "category", "Kind", item.category);
    add_field(record, "areas", "Areas", join(region_names(item.areas), ", "));
    std::vector<std::string> tools;
    for (const auto& tool : item.tools) {
        tools.push_back(library.tool_name(tool));
    }
    add_field(record, "tools", "Tools", join(tools, " or "));
    add_field(record, "dose", "How much", dose_text(item.dose));
    if (item.most_minutes) {
        record.fields.push_back({"most_minutes", "At most (minutes)", *item.most_minutes});
    }
    record.fields.push_back({"steps", "How", texts_value(item.steps)});
    add_field(record, "never", "Never", item.never);
    add_field(record, "progress", "Progress", item.progress);
    record.fields.push_back({"limits", "Limits", texts_value(limits_of(library, item))});
    add_field(record, "conflict", "Sources disagree", item.conflict);
    record.fields.push_back({"sources", "Sources", texts_value(item.source.citations)});
    record.fields.push_back({"reviewed", "Reviewed", item.source.reviewed});
    record.fields.push_back({"enabled", "Can be given", item.enabled});
    record.fields.push_back({"drawing", "Drawing", !item.drawing.empty()});
    return view_of(std::move(record));
}

View row_view(Session& session, const HomeCare& row) {
    Record record;
    add_field(record, "id", "Id", row.id.str());
    add_field(record, "client", "Client", row.client.str());
    add_field(record, "complaint", "Complaint", row.complaint ? row.complaint->str() : "");
    add_field(record, "kind", "Kind", std::string{kind_name(row.kind)});
    add_field(record, "item", "Item", row.item);
    add_field(record, "name", "Name", row.name);
    add_field(record, "areas", "Areas", join(region_names(row.areas()), ", "));
    add_field(record, "dose", "How much", dose_text(row.dose()));
    add_field(record, "note", "Remark", row.content.text_at("note"));
    add_field(record, "first_day", "Since", row.first_day.iso());
    add_field(record, "last_day", "Until", row.last_day ? row.last_day->iso() : "");
    if (row.ended_on) {
        add_field(record, "ended_on", "Ended", row.ended_on->iso());
        add_field(record, "end_reason", "Because", row.end_reason);
    }
    if (const auto* const despite = row.content.find("despite")) {
        add_field(record, "despite", "Given despite", join(despite->texts_at("limits"), "; "));
        add_field(record, "reason", "Reason", despite->text_at("reason"));
    }
    if (row.kind == Kind::item) {
        const auto notes = answers_of_notes(session.db(), row.client, row.first_day);
        add_field(record, "done", "Done", count_text(count_of(answers_about(row, notes))));
        record.fields.push_back({"reports", "Reports", texts_value(reports_of(row))});
    }
    add_field(record, "author", "Given by", row.author_name);
    return view_of(std::move(record));
}

} // namespace praxis::plans::home
