// SPDX-License-Identifier: MIT
/// The tables of notes in memory, with the tables of other plugins that they refer to.
#pragma once
#include "note/note_index.hpp"
#include "note/note_queries.hpp"
#include "note/note_templates.hpp"
#include "template_book.hpp"

#include <praxis/search.hpp>

#include <SQLiteCpp/SQLiteCpp.h>

#include <string>

namespace praxis::soap::testing {

inline std::string here() {
    const std::string file = __FILE__;
    return file.substr(0, file.rfind('/') + 1);
}

inline std::string note_text(const std::string& name) {
    return read_file(here() + name);
}

/// The validated body of a note file.
inline Value body_of(const std::string& text, std::vector<Problem>& problems) {
    const CivilTime now{*Date::from_iso("2026-11-20"), Minutes{9 * 60}};
    return validate_note(
        parse_toml_or_json(text, "note.toml"), our_book(), now, DateOrder::ask, problems
    );
}

inline Value body_of(const std::string& text) {
    std::vector<Problem> problems;
    return body_of(text, problems);
}

inline NoteTemplates templates_of(const Value& body) {
    return templates_for(body, our_book());
}

inline std::string uuid(int number) {
    return "019a0000-0000-7000-8000-00000000000" + std::to_string(number);
}

struct NotePractice {
    SQLite::Database db{":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE};

    NotePractice() {
        db.exec("PRAGMA foreign_keys = ON;"
                "CREATE TABLE clients_client (client INTEGER PRIMARY KEY);"
                "CREATE TABLE clients_complaint (complaint INTEGER PRIMARY KEY, client INTEGER, "
                "onset TEXT, closed_on TEXT);"
                "CREATE TABLE core_user (user INTEGER PRIMARY KEY);"
                "CREATE TABLE core_erasure (client INTEGER, done INTEGER);"
                "INSERT INTO clients_client VALUES (1), (2);"
                "INSERT INTO clients_complaint (complaint) VALUES (1), (2);"
                "INSERT INTO core_user VALUES (1);");
        add_search_functions(db);
        db.exec(read_file(here() + "../../../schemas/soap/0001_note.sql"));
        db.exec(read_file(here() + "../../../schemas/soap/0002_cosignature.sql"));
    }

    /// Stores a draft from the file.
    Note add(const std::string& text, std::int64_t client = 1) {
        Note note;
        note.uuid = uuid(++added_);
        note.client = ClientId{client};
        note.body = body_of(text);
        note.author = UserId{1};
        draw_from_body(note, TimeZone{"UTC"});
        note.templates = references_to(templates_of(note.body));
        note.id = insert_note(db, note);
        return note;
    }

    /// Adds the amendment that voids the signed note.
    void make_void(const Note& note) {
        insert_amendment(
            db,
            {.uuid = uuid(++added_),
             .note = note.id,
             .kind = "void",
             .author = UserId{1},
             .author_name = "Ines",
             .reason = "signed twice",
             .text = "void"}
        );
    }

    void sign(const Note& note) {
        sign_note(
            db,
            note.id,
            {.at = {},
             .signer = UserId{1},
             .meaning = "author",
             .header = Value::Object{},
             .number = ++signed_,
             .digest = std::string(64, '0'),
             .seal = {std::string(64, 'a'), std::string(128, 'b')}}
        );
    }

  private:
    int added_ = 0;
    int signed_ = 0;
};

} // namespace praxis::soap::testing
