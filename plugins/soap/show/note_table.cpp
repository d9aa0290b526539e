// SPDX-License-Identifier: MIT
#include "show/note_table.hpp"

#include "note/note_finding_queries.hpp"
#include "note/note_index.hpp"

#include <praxis/clients/directory.hpp>

#include <algorithm>

namespace praxis::soap {

namespace {

constexpr std::size_t excerpt_columns = 72;

/// The text of the note around the terms: "Remarks: tender [piriformis] on the right"
std::string
excerpt_of(FoundNotes& notes, const FoundNote& note, const std::vector<std::string>& terms) {
    std::vector<std::string_view> texts;
    for (const auto& each : note.texts) {
        texts.emplace_back(each.text);
    }
    const auto found = excerpt(texts, terms, excerpt_columns);
    return found ? notes.label(note, note.texts[found->text]) + ": " + found->line : "";
}

/// Reads all names at once: one name costs as much as all of them.
void fill_names(Session& session, const std::vector<ClientId>& clients, Table& table) {
    const auto name_column =
        std::find_if(table.columns.begin(), table.columns.end(), [](const Table::Column& column) {
            return column.key == "client";
        });
    const auto place = static_cast<std::size_t>(name_column - table.columns.begin());
    auto names = session.get<clients::Directory>().full_names(session, clients);
    for (std::size_t row = 0; row < names.size(); ++row) {
        table.rows[row][place] = std::move(names[row]);
    }
}

Value pain_value(const NoteLine& note) {
    const auto text = pain_text(note.pain_before, note.pain_after);
    return text.empty() ? Value{} : Value{text};
}

} // namespace

Table note_table(Session& session, const std::vector<NoteLine>& notes) {
    std::vector<ClientId> clients;
    Table table;
    table.columns = {
        {"id", "Id"},
        {"date", "Date"},
        {"began", "Began", Align::left, true},
        {"client_id", "Client"},
        {"client", "Name"},
        {"complaint_id", "Complaint", Align::left, true},
        {"techniques", "Techniques"},
        {"minutes", "Min", Align::right},
        {"pain", "Pain"},
        {"pain_before", "Pain before", Align::right, true},
        {"pain_after", "Pain after", Align::right, true},
        {"state", "State"},
        {"amendments", "Amended", Align::right},
        {"uuid", "UUID", Align::left, true},
    };
    for (const auto& note : notes) {
        table.rows.push_back({
            note.id.str(),
            note.began.civil().str(),
            note.began.iso(),
            note.client.str(),
            {}, // the name
            note.complaint ? Value{note.complaint->str()} : Value{},
            Value::Array(note.techniques.begin(), note.techniques.end()),
            note.minutes,
            pain_value(note),
            note.pain_before,
            note.pain_after,
            note.state,
            note.amendments,
            note.uuid,
        });
        clients.push_back(note.client);
    }
    fill_names(session, clients, table);
    table.when_empty = "no note: praxis note new CLIENT --technique deep-tissue";
    return table;
}

Table found_table(
    Session& session, const std::vector<NoteId>& notes, const std::vector<std::string>& terms
) {
    FoundNotes reader{session.db()};
    std::vector<ClientId> clients;
    Table table;
    table.columns = {
        {"id", "Id"},
        {"date", "Date"},
        {"client_id", "Client"},
        {"client", "Name"},
        {"state", "State"},
        {"excerpt", "Where"},
        {"uuid", "UUID", Align::left, true},
    };
    for (const auto& id : notes) {
        const auto note = reader.read(id);
        table.rows.push_back({
            note.id.str(),
            note.began.civil().str(),
            note.client.str(),
            {}, // the name
            note.state,
            excerpt_of(reader, note, terms),
            note.uuid,
        });
        clients.push_back(note.client);
    }
    fill_names(session, clients, table);
    table.when_empty = "no note contains all of these terms";
    return table;
}

} // namespace praxis::soap
