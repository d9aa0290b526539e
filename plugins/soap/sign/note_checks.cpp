// SPDX-License-Identifier: MIT
#include "sign/note_checks.hpp"

#include "note/note_index.hpp"
#include "note/note_keeping_queries.hpp"
#include "note/note_queries.hpp"
#include "note/note_templates.hpp"
#include "sign/verification.hpp"

#include <praxis/clients/directory.hpp>
#include <praxis/error.hpp>

#include <algorithm>
#include <set>

namespace praxis::soap {
namespace {

StoredEntry stored_form(const Entry& entry) {
    return {
        .path = entry.path,
        .section = entry.section,
        .technique = entry.technique,
        .field = entry.field,
        .label = entry.label,
        .value = entry.text(),
        .number = entry.value.is_number() ? std::optional{entry.value.as_number()} : std::nullopt,
        .unit = entry.unit,
        .region = entry.region,
        .side = entry.side};
}

bool is_up_to_date(Session& session, const Note& note, const NoteTemplates& templates) {
    const auto entries = entries_of(note.body, templates);
    std::vector<StoredEntry> expected;
    std::transform(entries.begin(), entries.end(), std::back_inserter(expected), stored_form);
    return stored_entries(session.db(), note.id) == expected &&
           stored_search_text(session.db(), note.id) == searchable_text(entries, note.amendments);
}

void check_genuine(Session& session, const Note& note, std::vector<std::string>& findings) {
    const auto client = session.get<clients::Directory>().get(session, note.client);
    if (!is_genuine(session.db(), note, client.uuid)) {
        findings.push_back(note.id.str() + " is not what was signed");
    }
    for (const auto& cosignature : note.cosignatures) {
        if (!is_genuine(session.db(), note, cosignature)) {
            findings.push_back("a co-signature of " + note.id.str() + " is not genuine");
        }
    }
}

} // namespace

std::vector<std::string> check_signatures(Session& session) {
    std::vector<std::string> findings;
    const bool gaps_are_known = somebody_was_erased(session.db());
    LastSigning last;
    for (const auto& note : every_note(session.db())) {
        if (!note.signature) {
            continue;
        }
        check_genuine(session, note, findings);
        const bool follows =
            note.signature->number == last.number + 1 && note.signature->previous == last.digest;
        if (!follows && !gaps_are_known) {
            findings.push_back("a signed note is missing before " + note.id.str());
        }
        last = {note.signature->number, note.signature->digest};
    }
    return findings;
}

std::vector<std::string> check_indexes(Session& session) {
    std::vector<std::string> findings;
    TemplateShelf shelf{session.db()};
    for (const auto& note : every_note(session.db())) {
        try {
            if (!is_up_to_date(session, note, shelf.get_templates(note))) {
                findings.push_back(
                    "the index of " + note.id.str() + " does not agree with the note"
                );
            }
        } catch (const Refused& error) {
            findings.push_back(note.id.str() + ": " + error.what());
        }
    }
    return findings;
}

void rebuild_indexes(Session& session, const RowsRestored& restored) {
    std::set<std::int64_t> notes;
    for (const auto& [table, row] : restored.rows) {
        if (table == "soap_note") {
            notes.insert(row);
        } else if (table == "soap_amendment") {
            notes.insert(note_of_amendment(session.db(), row).number);
        }
    }
    TemplateShelf shelf{session.db()};
    for (const auto number : notes) {
        const auto note = find_note(session.db(), NoteId{number});
        if (!note) {
            remove_index(session.db(), NoteId{number});
            continue;
        }
        const auto entries = entries_of(note->body, shelf.get_templates(*note));
        replace_entries(
            session.db(), note->id, entries, searchable_text(entries, note->amendments)
        );
    }
}

} // namespace praxis::soap
