// SPDX-License-Identifier: MIT
#include "show/note_table.hpp"

#include "note/note_finding_queries.hpp"

#include <praxis/clients/directory.hpp>

#include <algorithm>
#include <iterator>
#include <map>

namespace praxis::soap {

namespace {

constexpr std::size_t excerpt_columns = 72;

/// Names of clients, each asked for once.
class ClientNames {
  public:
    explicit ClientNames(Session& session) : session_(session) {}

    const std::string& of(ClientId client) {
        const auto [found, is_new] = names_.try_emplace(client.number);
        if (is_new) {
            found->second = session_.get<clients::Directory>().get(session_, client).full_name;
        }
        return found->second;
    }

  private:
    Session& session_;
    std::map<std::int64_t, std::string> names_;
};

/// Names the places of found notes. Of a note's templates only those are read that say how a place
/// is called, and a list that many notes have only once.
class PlaceNames {
  public:
    explicit PlaceNames(SQLite::Database& db) : shelf_(db) {}

    std::string of(const FoundNote& note, const Entry& entry) {
        const auto [list, is_new] = lists_.try_emplace(note.templates);
        if (is_new) {
            list->second = templates_from(parse_json(note.templates, "soap_note"));
        }
        const auto part = entry.section == "note" ? "session" : entry.section;
        std::vector<TemplateReference> used;
        std::copy_if(
            list->second.begin(),
            list->second.end(),
            std::back_inserter(used),
            [&](const auto& each) {
                return each.id == (each.kind == "part" ? part : entry.technique);
            }
        );
        return label_of(entry, shelf_.of(used));
    }

  private:
    TemplateShelf shelf_;
    std::map<std::string, std::vector<TemplateReference>> lists_;
};

Value pain_value(const NoteLine& note) {
    const auto text = pain_text(note.pain_before, note.pain_after);
    return text.empty() ? Value{} : Value{text};
}

} // namespace

Table note_table(Session& session, const std::vector<NoteLine>& notes) {
    ClientNames names{session};
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
            names.of(note.client),
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
    }
    table.when_empty = "no note: praxis note new CLIENT --technique deep-tissue";
    return table;
}

Table found_table(
    Session& session, const std::vector<NoteId>& notes, const std::vector<std::string>& words
) {
    ClientNames names{session};
    PlaceNames places{session.db()};
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
    for_each_found(session.db(), notes, [&](const FoundNote& note) {
        const auto place = [&](const Entry& entry) { return places.of(note, entry); };
        table.rows.push_back({
            note.id.str(),
            note.began.civil().str(),
            note.client.str(),
            names.of(note.client),
            note.state,
            excerpt(entries_of(note.body, {}), note.amendments, words, excerpt_columns, place),
            note.uuid,
        });
    });
    table.when_empty = "no note holds all of these words";
    return table;
}

} // namespace praxis::soap
