// SPDX-License-Identifier: MIT
#include "show/note_table.hpp"

#include "note/note_finding_queries.hpp"
#include "note/note_index.hpp"

#include <praxis/clients/directory.hpp>

#include <algorithm>
#include <functional>
#include <memory>
#include <optional>
#include <unordered_map>
#include <utility>

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

/// Rows with the names of their clients. Reads some rows ahead and their names at once: one name
/// costs as much as many.
class NamedRows {
  public:
    /// Fills a row and returns its client; nothing after the last row.
    using Read = std::function<std::optional<ClientId>(Table::Row& row)>;

    /// place  of the name in a row
    NamedRows(Session& session, std::size_t place, Read read)
        : session_(session), place_(place), read_(std::move(read)) {}

    bool next(Table::Row& row) {
        if (at_ == rows_.size()) {
            read_ahead();
        }
        if (at_ == rows_.size()) {
            return false;
        }
        row = std::move(rows_[at_++]);
        return true;
    }

  private:
    void read_ahead() {
        constexpr std::size_t most_rows = 256;
        std::vector<ClientId> clients;
        rows_.clear();
        at_ = 0;
        while (!at_end_ && rows_.size() < most_rows) {
            Table::Row row;
            const auto client = read_(row);
            if (!client) {
                at_end_ = true;
                break;
            }
            rows_.push_back(std::move(row));
            clients.push_back(*client);
        }
        fill_names(clients);
    }

    void fill_names(const std::vector<ClientId>& clients) {
        std::vector<ClientId> unknown;
        for (const auto client : clients) {
            if (names_.try_emplace(client.number).second) {
                unknown.push_back(client);
            }
        }
        if (!unknown.empty()) {
            auto names = session_.get<clients::Directory>().full_names(session_, unknown);
            for (std::size_t i = 0; i < unknown.size(); ++i) {
                names_[unknown[i].number] = std::move(names[i]);
            }
        }
        for (std::size_t i = 0; i < clients.size(); ++i) {
            rows_[i][place_] = names_[clients[i].number];
        }
    }

    Session& session_;
    std::size_t place_;
    Read read_;
    std::vector<Table::Row> rows_;
    std::size_t at_ = 0;
    bool at_end_ = false;
    std::unordered_map<std::int64_t, std::string> names_;
};

void set_source(Table& table, Session& session, NamedRows::Read read) {
    const auto name =
        std::find_if(table.columns.begin(), table.columns.end(), [](const auto& column) {
            return column.key == "client";
        });
    const auto rows = std::make_shared<NamedRows>(
        session, static_cast<std::size_t>(name - table.columns.begin()), std::move(read)
    );
    table.next = [rows](Table::Row& row) { return rows->next(row); };
}

Value pain_value(const NoteLine& note) {
    const auto text = pain_text(note.pain_before, note.pain_after);
    return text.empty() ? Value{} : Value{text};
}

Table::Row row_of(const NoteLine& note) {
    return make_row(
        note.id.str(),
        note.began.civil().str(),
        note.began.iso(),
        note.client.str(),
        nullptr, // the name
        note.complaint ? Value{note.complaint->str()} : Value{},
        Value::Array(note.techniques.begin(), note.techniques.end()),
        note.minutes,
        pain_value(note),
        note.pain_before,
        note.pain_after,
        note.state,
        note.amendments,
        note.kind,
        note.uuid
    );
}

} // namespace

Table note_table(Session& session, NoteFilter filter, std::int64_t limit) {
    // 80 columns have room for the client or for the minutes; --fields shows every column
    const bool one_client = filter.client.has_value();
    Table table;
    table.columns = {
        {"id", "Id"},
        {"date", "Date"},
        {"began", "Began", Align::left, true},
        {"client_id", "Client", Align::left, one_client},
        {"client", "Name", Align::left, one_client},
        {"complaint_id", "Complaint", Align::left, true},
        {"techniques", "Techniques"},
        {"minutes", "Min", Align::right, !one_client},
        {"pain", "Pain"},
        {"pain_before", "Pain before", Align::right, true},
        {"pain_after", "Pain after", Align::right, true},
        {"state", "State"},
        {"amendments", "Amended", Align::right},
        {"kind", "Kind", Align::left, true},
        {"uuid", "UUID", Align::left, true},
    };
    table.when_empty = "no note: praxis note new CLIENT --technique deep-tissue";
    filter.limit = limit < 0 ? -1 : limit + 1; // one more shows whether there are more
    const auto lines = std::make_shared<NoteLines>(session.db(), filter);
    set_source(
        table,
        session,
        [&session, lines, left = limit](Table::Row& row) mutable -> std::optional<ClientId> {
            const auto note = lines->next();
            if (!note) {
                return std::nullopt;
            }
            if (left-- == 0) {
                session.report("there are more notes: --limit 0 shows all");
                return std::nullopt;
            }
            row = row_of(*note);
            return note->client;
        }
    );
    return table;
}

Table found_table(Session& session, std::vector<NoteId> notes, std::vector<std::string> terms) {
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
    table.when_empty = "no note contains all of these terms";
    set_source(
        table,
        session,
        [reader = std::make_shared<FoundNotes>(session.db()),
         notes = std::move(notes),
         terms = std::move(terms),
         at = std::size_t{0}](Table::Row& row) mutable -> std::optional<ClientId> {
            if (at == notes.size()) {
                return std::nullopt;
            }
            const auto note = reader->read(notes[at++]);
            row = make_row(
                note.id.str(),
                note.began.civil().str(),
                note.client.str(),
                nullptr, // the name
                note.state,
                excerpt_of(*reader, note, terms),
                note.uuid
            );
            return note.client;
        }
    );
    return table;
}

} // namespace praxis::soap
