// SPDX-License-Identifier: MIT
#include "homecare/adherence.hpp"
#include "homecare/contributions.hpp"
#include "homecare/fhir.hpp"
#include "homecare/home_care.hpp"
#include "plan/plan_json.hpp"

#include <algorithm>

namespace praxis::plans {

namespace {

using namespace home;

Value report_value(const Report& report) {
    return Value::Object{
        {"on", report.on.iso()},
        {"done", report.done},
        {"helped", text_or_null(report.helped)},
        {"note", text_or_null(report.note)},
        {"by", text_or_null(report.by)}};
}

Value row_value(const HomeCare& row) {
    Value::Array reports;
    for (const auto& report : row.reports) {
        reports.push_back(report_value(report));
    }
    return Value::Object{
        {"id", row.id.str()},
        {"uuid", row.uuid},
        {"client", row.client.str()},
        {"complaint", row.complaint ? Value{row.complaint->str()} : Value{}},
        {"kind", kind_name(row.kind)},
        {"item", text_or_null(row.item)},
        {"version", row.kind == Kind::tools ? Value{} : Value{row.version}},
        {"name", row.name},
        {"content", row.content},
        {"reports", row.kind == Kind::item ? Value{std::move(reports)} : Value{}},
        {"first_day", row.first_day.iso()},
        {"last_day", date_value(row.last_day)},
        {"ended_on", date_value(row.ended_on)},
        {"end_reason", text_or_null(row.end_reason)},
        {"made", row.made.iso()},
        {"author", row.author.str()},
        {"author_name", row.author_name}};
}

void write_records(Session& session, std::optional<ClientId> client, const RecordSink& take) {
    for_each_home_care(session.db(), client, [&take](const HomeCare& row) {
        take("home_care", row_value(row));
    });
}

} // namespace

RecordMapper home_care_mapper() {
    return {
        .name = "home-care",
        .tables = {"plans_homecare"},
        .kinds = {{"home_care"}},
        .write = write_records,
        .fhir = home_care_resources};
}

void erase_home_care(Session& session, const clients::ClientErasing& erasing) {
    if (const auto last = last_home_care_entry(session.db(), erasing.client)) {
        *erasing.last_entry = std::max(*erasing.last_entry, *last);
    }
    delete_home_care(session.db(), erasing.client);
}

void ask_about_home_care(Session& session, const soap::NoteSigned& signed_note) {
    const auto today = session.today();
    const auto items = current_items(session.db(), signed_note.client);
    const bool given_before = std::any_of(items.begin(), items.end(), [today](const auto& item) {
        return item.first_day < today;
    });
    const bool told_today = std::any_of(items.begin(), items.end(), [today](const auto& item) {
        return !item.reports.empty() && item.reports.back().on == today;
    });
    const auto client = signed_note.client.str();
    if (given_before && !told_today && answer_of_note(session.db(), signed_note.note).empty()) {
        session.report(
            "the note does not say whether the home care of " + client +
            " was done: praxis homecare done " + client + " yes (or partly, or no)"
        );
    }
}

} // namespace praxis::plans
