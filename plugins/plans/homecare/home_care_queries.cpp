// SPDX-License-Identifier: MIT
#include "homecare/home_care.hpp"

#include <praxis/error.hpp>
#include <praxis/sql.hpp>

#include <utility>

namespace praxis::plans::home {

namespace {

const std::string columns = "homecare, uuid, client, complaint, kind, item, version, name, content,"
                            " reports, first_day, last_day, ended_on, end_reason, made_at,"
                            " made_offset, author, author_name";

Kind kind_of(const std::string& name) {
    for (const auto kind : {Kind::checklist, Kind::tools}) {
        if (kind_name(kind) == name) {
            return kind;
        }
    }
    return Kind::item;
}

std::vector<Report> read_reports(const std::string& json) {
    std::vector<Report> reports;
    const auto list = parse_json(json, "the reports of home care");
    for (const auto& report : list.as_array()) {
        reports.push_back(
            {.on = Date::from_iso(report.text_at("on")).value_or(Date{}),
             .done = report.text_at("done"),
             .helped = report.text_at("helped"),
             .note = report.text_at("note"),
             .by = report.text_at("by")}
        );
    }
    return reports;
}

std::optional<std::string> reports_json(const HomeCare& row) {
    if (row.reports.empty()) {
        return std::nullopt;
    }
    Value::Array list;
    for (const auto& report : row.reports) {
        Value entry = Value::Object{{"on", report.on.iso()}, {"done", report.done}};
        for (const auto& [key, text] :
             {std::pair{"helped", report.helped}, {"note", report.note}, {"by", report.by}}) {
            if (!text.empty()) {
                entry[key] = text;
            }
        }
        list.push_back(std::move(entry));
    }
    return to_canonical_json(list);
}

HomeCare read_row(SQLite::Statement& row) {
    const auto complaint = optional_number(row, 3);
    const auto reports = optional_text(row, 9);
    return {
        .id = {column_number(row, 0)},
        .uuid = column_uuid(row, 1),
        .client = {column_number(row, 2)},
        .complaint = complaint ? std::optional{ComplaintId{*complaint}} : std::nullopt,
        .kind = kind_of(column_text(row, 4)),
        .item = optional_text(row, 5).value_or(""),
        .version = static_cast<int>(optional_number(row, 6).value_or(0)),
        .name = column_text(row, 7),
        .content = parse_json(column_text(row, 8), "the content of home care"),
        .reports = reports ? read_reports(*reports) : std::vector<Report>{},
        .first_day = optional_date(row, 10).value(),
        .last_day = optional_date(row, 11),
        .ended_on = optional_date(row, 12),
        .end_reason = optional_text(row, 13).value_or(""),
        .made = column_zoned(row, 14),
        .author = {column_number(row, 16)},
        .author_name = column_text(row, 17)};
}

std::vector<HomeCare>
rows_where(SQLite::Database& db, const std::string& where, ClientId client, std::string_view word) {
    return all_rows(
        statement(
            db,
            "SELECT " + columns + " FROM plans_homecare WHERE client = ?1 AND " + where +
                " ORDER BY homecare",
            client,
            std::string{word}
        ),
        read_row
    );
}

std::optional<HomeCare> newest_where(
    SQLite::Database& db, const std::string& where, ClientId client, std::string_view word
) {
    return first_row(
        statement(
            db,
            "SELECT " + columns + " FROM plans_homecare WHERE client = ?1 AND " + where +
                " ORDER BY first_day DESC, homecare DESC LIMIT 1",
            client,
            std::string{word}
        ),
        read_row
    );
}

} // namespace

HomeCareId insert_home_care(SQLite::Database& db, const HomeCare& row) {
    const bool is_tools = row.kind == Kind::tools;
    execute(
        db,
        "INSERT INTO plans_homecare (uuid, client, complaint, kind, item, version, name, content,"
        " reports, first_day, last_day, ended_on, end_reason, made_at, made_offset, author,"
        " author_name) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        StoredBytes{row.uuid},
        row.client,
        row.complaint,
        std::string{kind_name(row.kind)},
        null_if_empty(row.item),
        is_tools ? std::nullopt : std::optional{row.version},
        row.name,
        to_canonical_json(row.content),
        reports_json(row),
        row.first_day,
        row.last_day,
        row.ended_on,
        null_if_empty(row.end_reason),
        row.made.instant,
        row.made.offset,
        row.author,
        row.author_name
    );
    return {db.getLastInsertRowid()};
}

void update_home_care(SQLite::Database& db, const HomeCare& row) {
    execute(
        db,
        "UPDATE plans_homecare SET complaint = ?, content = ?, reports = ?, last_day = ?,"
        " ended_on = ?, end_reason = ? WHERE homecare = ?",
        row.complaint,
        to_canonical_json(row.content),
        reports_json(row),
        row.last_day,
        row.ended_on,
        null_if_empty(row.end_reason),
        row.id
    );
}

std::vector<HomeCare> current_items(SQLite::Database& db, ClientId client) {
    return rows_where(db, "kind = ?2 AND ended_on IS NULL", client, "item");
}

std::vector<HomeCare> all_home_care(SQLite::Database& db, ClientId client, Kind kind) {
    return rows_where(db, "kind = ?2", client, kind_name(kind));
}

void for_each_home_care(
    SQLite::Database& db,
    std::optional<ClientId> client,
    const std::function<void(const HomeCare&)>& take
) {
    auto query = statement(
        db,
        "SELECT " + columns + " FROM plans_homecare WHERE " +
            (client ? "client = ?1" : "?1 IS NULL") + " ORDER BY homecare",
        client
    );
    while (query.executeStep()) {
        take(read_row(query));
    }
}

std::optional<HomeCare>
newest_answers(SQLite::Database& db, ClientId client, std::string_view checklist) {
    return newest_where(db, "kind = 'checklist' AND item = ?2", client, checklist);
}

std::optional<HomeCare> newest_tools(SQLite::Database& db, ClientId client) {
    return newest_where(db, "kind = ?2", client, "tools");
}

HomeCare get_home_care(Session& session, std::string_view id) {
    const auto wanted = HomeCareId::parse(id);
    if (!wanted) {
        throw UsageError(
            std::string{id} + " is not the id of home care, such as H-0001",
            "praxis homecare list CLIENT shows the ids"
        );
    }
    auto found = first_row(
        statement(
            session.db(), "SELECT " + columns + " FROM plans_homecare WHERE homecare = ?", *wanted
        ),
        read_row
    );
    if (!found) {
        throw NotFound(
            "there is no home care " + wanted->str(), "praxis homecare list CLIENT shows the ids"
        );
    }
    session.log_access(found->id.str());
    return std::move(*found);
}

std::vector<Overdue> overdue_on(SQLite::Database& db, Date on) {
    return all_rows(
        statement(
            db,
            "SELECT h.client, h.kind, h.item, h.name, h.last_day FROM plans_homecare AS h"
            " JOIN clients_client AS c ON c.client = h.client AND c.archived_at IS NULL"
            " WHERE h.last_day <= ?1 AND h.ended_on IS NULL AND (h.kind = 'item' OR NOT EXISTS"
            "  (SELECT 1 FROM plans_homecare AS n WHERE n.client = h.client"
            "   AND n.kind = 'checklist' AND n.item = h.item"
            "   AND (n.first_day, n.homecare) > (h.first_day, h.homecare)))"
            " ORDER BY h.last_day, h.homecare",
            on
        ),
        [](SQLite::Statement& row) {
            return Overdue{
                {column_number(row, 0)},
                kind_of(column_text(row, 1)),
                column_text(row, 2),
                column_text(row, 3),
                optional_date(row, 4).value()};
        }
    );
}

std::optional<Instant> last_home_care_entry(SQLite::Database& db, ClientId client) {
    return first_row(
        statement(
            db,
            "SELECT max(max(made_at, coalesce(CAST(strftime('%s', ended_on) AS INTEGER), 0),"
            " coalesce((SELECT max(CAST(strftime('%s', json_extract(value, '$.on')) AS INTEGER))"
            "  FROM json_each(reports)), 0))) AS latest FROM plans_homecare WHERE client = ?"
            " HAVING latest IS NOT NULL",
            client
        ),
        [](SQLite::Statement& row) { return column_instant(row, 0); }
    );
}

void delete_home_care(SQLite::Database& db, ClientId client) {
    execute(db, "DELETE FROM plans_homecare WHERE client = ?", client);
}

} // namespace praxis::plans::home
