// SPDX-License-Identifier: MIT
#include "show/note_todo.hpp"

#include "note/note_deadline.hpp"
#include "note/note_list_queries.hpp"

#include <praxis/clients/directory.hpp>

namespace praxis::soap {

namespace {

std::optional<Date> deadline_of(const NoteLine& note, std::optional<int> lock_after) {
    return lock_after ? std::optional{note.began.civil().date.plus_days(*lock_after)}
                      : std::nullopt;
}

std::vector<Todo> open_notes(Session& session) {
    NoteFilter drafts;
    drafts.state = "draft";
    const auto notes = list_notes(session.db(), drafts);
    std::vector<ClientId> clients;
    clients.reserve(notes.size());
    for (const auto& note : notes) {
        clients.push_back(note.client);
    }
    const auto names = session.get<clients::Directory>().distinct_names(session, clients);
    const auto lock_after = lock_after_days(session);
    std::vector<Todo> todos;
    for (std::size_t i = notes.size(); i-- > 0;) { // the oldest session first
        todos.push_back(
            {.due = deadline_of(notes[i], lock_after),
             .what = notes[i].id.str() + ", " + names[i] + ", session of " +
                     notes[i].began.civil().date.iso() + ": the note is not signed",
             .command = "praxis note sign " + notes[i].id.str()}
        );
    }
    return todos;
}

} // namespace

TodoSource todo_source() {
    return {.name = "notes", .list = open_notes};
}

} // namespace praxis::soap
