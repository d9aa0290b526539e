// SPDX-License-Identifier: MIT
#include "note/note_queries.hpp"

#include "note/note_cosigning_queries.hpp"
#include "note/note_keeping_queries.hpp"

#include <limits>

namespace praxis::soap {

namespace {

std::optional<int> optional_int(SQLite::Statement& query, int index) {
    const auto number = optional_number(query, index);
    return number ? std::optional{static_cast<int>(*number)} : std::nullopt;
}

template <class AnyId> std::optional<AnyId> optional_id(SQLite::Statement& query, int index) {
    const auto number = optional_number(query, index);
    return number ? std::optional{AnyId{*number}} : std::nullopt;
}

std::vector<std::string> texts_from(const std::string& json) {
    std::vector<std::string> texts;
    const auto list = parse_json(json, "soap_note");
    for (const auto& text : list.as_array()) {
        texts.push_back(text.plain());
    }
    return texts;
}

std::string to_json_list(const std::vector<std::string>& texts) {
    return to_canonical_json(Value::Array(texts.begin(), texts.end()));
}

const std::string note_columns =
    "SELECT note, uuid, client, complaint, began_at, began_offset, minutes, techniques, "
    "pain_before, pain_after, body, templates, author, created_at, changed_at, "
    "signed_at, signed_offset, signer, meaning, header, digest, signing, previous, public_key, "
    "signature FROM soap_note ";

Note read_note(SQLite::Statement& query) {
    Note note;
    note.id = NoteId{column_number(query, 0)};
    note.uuid = column_text(query, 1);
    note.client = ClientId{column_number(query, 2)};
    note.complaint = optional_id<ComplaintId>(query, 3);
    note.began = column_zoned(query, 4);
    const auto minutes = optional_number(query, 6);
    note.length = minutes ? std::optional{Minutes{*minutes}} : std::nullopt;
    note.techniques = texts_from(column_text(query, 7));
    note.pain_before = optional_int(query, 8);
    note.pain_after = optional_int(query, 9);
    note.body = parse_json(column_text(query, 10), "soap_note");
    note.templates = templates_from(parse_json(column_text(query, 11), "soap_note"));
    note.author = UserId{column_number(query, 12)};
    note.created = column_instant(query, 13);
    note.changed = column_instant(query, 14);
    if (optional_number(query, 15)) {
        note.signature = Signature{
            .at = column_zoned(query, 15),
            .signer = UserId{column_number(query, 17)},
            .meaning = column_text(query, 18),
            .header = parse_json(column_text(query, 19), "soap_note"),
            .number = column_number(query, 21),
            .previous = column_text(query, 22),
            .digest = column_text(query, 20),
            .seal = {column_text(query, 23), column_text(query, 24)},
        };
    }
    return note;
}

std::vector<Amendment> amendments_of(SQLite::Database& db, NoteId note) {
    return all_rows(
        statement(
            db,
            "SELECT amendment, uuid, note, at, at_offset, author, author_name, reason, text "
            "FROM soap_amendment WHERE note = ? ORDER BY amendment",
            note
        ),
        [](SQLite::Statement& query) {
            return Amendment{
                .number = column_number(query, 0),
                .uuid = column_text(query, 1),
                .note = NoteId{column_number(query, 2)},
                .at = column_zoned(query, 3),
                .author = UserId{column_number(query, 5)},
                .author_name = column_text(query, 6),
                .reason = column_text(query, 7),
                .text = column_text(query, 8),
            };
        }
    );
}

void read_additions(SQLite::Database& db, Note& note) {
    if (note.signature) {
        note.amendments = amendments_of(db, note.id);
        note.cosignatures = cosignatures_of(db, note.id);
    }
}

std::vector<Note> with_amendments(SQLite::Database& db, std::vector<Note> notes) {
    for (auto& note : notes) {
        read_additions(db, note);
    }
    return notes;
}

} // namespace

NoteId insert_note(SQLite::Database& db, const Note& note) {
    execute(
        db,
        "INSERT INTO soap_note (uuid, client, complaint, state, began_at, began_offset, minutes, "
        "techniques, pain_before, pain_after, body, templates, author, created_at, changed_at) "
        "VALUES (?, ?, ?, 'draft', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        note.uuid,
        note.client,
        note.complaint,
        note.began.instant,
        note.began.offset,
        note.length,
        to_json_list(note.techniques),
        note.pain_before,
        note.pain_after,
        to_canonical_json(note.body),
        to_canonical_json(to_value(note.templates)),
        note.author,
        note.created,
        note.changed
    );
    return NoteId{db.getLastInsertRowid()};
}

void update_draft(SQLite::Database& db, const Note& note) {
    execute(
        db,
        "UPDATE soap_note SET complaint = ?, began_at = ?, began_offset = ?, minutes = ?, "
        "techniques = ?, pain_before = ?, pain_after = ?, body = ?, templates = ?, changed_at = ? "
        "WHERE note = ?",
        note.complaint,
        note.began.instant,
        note.began.offset,
        note.length,
        to_json_list(note.techniques),
        note.pain_before,
        note.pain_after,
        to_canonical_json(note.body),
        to_canonical_json(to_value(note.templates)),
        note.changed,
        note.id
    );
}

void sign_note(SQLite::Database& db, NoteId note, const Signature& signature) {
    execute(
        db,
        "UPDATE soap_note SET state = 'signed', signed_at = ?, signed_offset = ?, signer = ?, "
        "meaning = ?, header = ?, digest = ?, signing = ?, previous = ?, public_key = ?, "
        "signature = ? WHERE note = ?",
        signature.at.instant,
        signature.at.offset,
        signature.signer,
        signature.meaning,
        to_canonical_json(signature.header),
        signature.digest,
        signature.number,
        null_if_empty(signature.previous),
        signature.seal.public_key,
        signature.seal.value,
        note
    );
}

std::vector<Note> every_note(SQLite::Database& db) {
    return with_amendments(
        db, all_rows(statement(db, note_columns + "ORDER BY signing, note"), read_note)
    );
}

void delete_draft(SQLite::Database& db, NoteId note) {
    execute(db, "DELETE FROM soap_search WHERE rowid = ?", note);
    execute(db, "DELETE FROM soap_entry WHERE note = ?", note);
    execute(db, "DELETE FROM soap_note WHERE note = ?", note);
}

void replace_entries(
    SQLite::Database& db, NoteId note, const std::vector<Entry>& entries, const std::string& words
) {
    execute(db, "DELETE FROM soap_entry WHERE note = ?", note);
    SQLite::Statement insert{
        db,
        "INSERT INTO soap_entry (note, path, section, technique, field, label, value, number, "
        "unit, region, side) VALUES (?, ?, ?, nullif(?, ''), ?, ?, ?, ?, nullif(?, ''), "
        "nullif(?, ''), nullif(?, ''))"};
    for (const auto& entry : entries) {
        bind_one(insert, 1, note);
        bind_one(insert, 2, entry.path);
        bind_one(insert, 3, entry.section);
        bind_one(insert, 4, entry.technique);
        bind_one(insert, 5, entry.field);
        bind_one(insert, 6, entry.label);
        bind_one(insert, 7, entry.text());
        bind_one(
            insert,
            8,
            entry.value.is_number() ? std::optional{entry.value.as_number()} : std::nullopt
        );
        bind_one(insert, 9, entry.unit);
        bind_one(insert, 10, entry.region);
        bind_one(insert, 11, entry.side);
        insert.exec();
        insert.reset();
    }
    replace_search_text(db, note, words);
}

void replace_search_text(SQLite::Database& db, NoteId note, const std::string& words) {
    execute(db, "DELETE FROM soap_search WHERE rowid = ?", note);
    execute(db, "INSERT INTO soap_search (rowid, words) VALUES (?, ?)", note, words);
}

void keep_template(
    SQLite::Database& db, const TemplateReference& reference, const std::string& text
) {
    execute(
        db,
        "INSERT INTO soap_template (digest, kind, id, version, text) SELECT ?1, ?2, ?3, ?4, ?5 "
        "WHERE NOT EXISTS (SELECT 1 FROM soap_template WHERE digest = ?1)",
        reference.digest,
        reference.kind,
        reference.id,
        reference.version,
        text
    );
}

std::optional<std::string> template_text(SQLite::Database& db, const std::string& digest) {
    return first_row(
        statement(db, "SELECT text FROM soap_template WHERE digest = ?", digest),
        [](SQLite::Statement& query) { return column_text(query, 0); }
    );
}

std::optional<Note> find_note(SQLite::Database& db, NoteId id) {
    static const std::string sql = note_columns + "WHERE note = ?";
    auto note = first_row(statement(db, sql, id), read_note);
    if (note) {
        read_additions(db, *note);
    }
    return note;
}

std::vector<NoteId> notes_by_uuid(SQLite::Database& db, const std::string& beginning) {
    return all_rows(
        // '~' sorts after every character of a UUID, so that the index answers the range
        statement(
            db,
            "SELECT note FROM soap_note WHERE uuid >= ?1 AND uuid < ?1 || '~' ORDER BY note",
            beginning
        ),
        [](SQLite::Statement& query) { return NoteId{column_number(query, 0)}; }
    );
}

std::vector<Note> signed_notes(
    SQLite::Database& db, ClientId client, std::optional<ComplaintId> complaint, Instant since
) {
    static const std::string sql = note_columns +
                                   "WHERE client = ?1 AND state = 'signed' AND began_at >= ?3 "
                                   "AND (?2 IS NULL OR complaint = ?2) ORDER BY began_at, note";
    return with_amendments(db, all_rows(statement(db, sql, client, complaint, since), read_note));
}

std::optional<NoteId>
last_signed(SQLite::Database& db, ClientId client, std::optional<ComplaintId> complaint) {
    return first_row(
        statement(
            db,
            "SELECT note FROM soap_note WHERE client = ?1 AND state = 'signed'"
            " AND (?2 IS NULL OR complaint = ?2) ORDER BY began_at DESC, note DESC LIMIT 1",
            client,
            complaint
        ),
        [](SQLite::Statement& query) { return NoteId{column_number(query, 0)}; }
    );
}

std::vector<Note> all_notes(SQLite::Database& db, ClientId client) {
    static const std::string sql = note_columns + "WHERE client = ? ORDER BY began_at, note";
    return with_amendments(db, all_rows(statement(db, sql, client), read_note));
}

Value entries_as_value(SQLite::Database& db, NoteId note) {
    Value::Array entries;
    for (const auto& entry : stored_entries(db, note)) {
        entries.emplace_back(Value::Object{
            {"path", entry.path},
            {"section", entry.section},
            {"technique", text_or_null(entry.technique)},
            {"field", entry.field},
            {"value", entry.value},
            {"number", entry.number},
            {"unit", text_or_null(entry.unit)},
            {"region", text_or_null(entry.region)},
            {"side", text_or_null(entry.side)},
        });
    }
    return entries;
}

void insert_amendment(SQLite::Database& db, const Amendment& amendment) {
    execute(
        db,
        "INSERT INTO soap_amendment (uuid, note, at, at_offset, author, author_name, reason, text) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        amendment.uuid,
        amendment.note,
        amendment.at.instant,
        amendment.at.offset,
        amendment.author,
        amendment.author_name,
        amendment.reason,
        amendment.text
    );
}

namespace {

/// The conditions of a filter on a note n; ?1 to ?9.
const std::string filter_conditions =
    "n.began_at >= ?1 AND n.began_at < ?2 AND (?3 IS NULL OR n.complaint = ?3) "
    "AND (?4 IS NULL OR n.state = ?4) "
    "AND (?5 IS NULL OR EXISTS (SELECT 1 FROM json_each(n.techniques) t WHERE t.value = ?5)) "
    "AND (?6 IS NULL OR EXISTS "
    "(SELECT 1 FROM soap_entry e WHERE e.note = n.note AND e.region = ?6)) "
    "AND (?7 IS NULL OR (n.pain_after > n.pain_before) - (n.pain_after < n.pain_before) = ?7) "
    "AND (?8 IS NULL OR n.client = ?8) ";

/// The sign of the change of pain.
std::optional<std::int64_t> sign_of_change(const std::optional<std::string>& pain) {
    if (!pain) {
        return std::nullopt;
    }
    return *pain == "fell" ? -1 : *pain == "rose" ? 1 : 0;
}

SQLite::Statement filtered(SQLite::Database& db, const std::string& sql, const NoteFilter& filter) {
    return statement(
        db,
        sql,
        filter.since.value_or(Instant::min()),
        filter.until.value_or(Instant::max()),
        filter.complaint,
        filter.state,
        filter.technique,
        filter.region,
        sign_of_change(filter.pain),
        filter.client,
        filter.limit
    );
}

bool is_unfiltered(const NoteFilter& filter) {
    return !filter.client && !filter.complaint && !filter.state && !filter.technique &&
           !filter.region && !filter.pain && !filter.since && !filter.until;
}

} // namespace

namespace {

/// Two statements, so that an index answers each.
const std::string& list_sql(bool of_one_client) {
    static const std::string columns =
        "SELECT n.note, n.uuid, n.client, n.complaint, n.state, n.began_at, n.began_offset, "
        "n.minutes, n.techniques, n.pain_before, n.pain_after, "
        "(SELECT count(*) FROM soap_amendment a WHERE a.note = n.note) FROM soap_note n WHERE ";
    static const std::string order = "ORDER BY n.began_at DESC, n.note DESC LIMIT ?9";
    static const std::string of_practice = columns + filter_conditions + order;
    static const std::string of_client = columns + "n.client = ?8 AND " + filter_conditions + order;
    return of_one_client ? of_client : of_practice;
}

} // namespace

NoteLines::NoteLines(SQLite::Database& db, const NoteFilter& filter)
    : query_(filtered(db, list_sql(filter.client.has_value()), filter)) {}

const std::vector<std::string>& NoteLines::techniques_of(const std::string& json) {
    const auto [known, is_new] = techniques_.try_emplace(json);
    if (is_new) {
        known->second = texts_from(json);
    }
    return known->second;
}

std::optional<NoteLine> NoteLines::next() {
    if (!query_.executeStep()) {
        return std::nullopt;
    }
    return NoteLine{
        .id = NoteId{column_number(query_, 0)},
        .uuid = column_text(query_, 1),
        .client = ClientId{column_number(query_, 2)},
        .complaint = optional_id<ComplaintId>(query_, 3),
        .state = column_text(query_, 4),
        .began = column_zoned(query_, 5),
        .minutes = optional_number(query_, 7),
        .techniques = techniques_of(column_text(query_, 8)),
        .pain_before = optional_int(query_, 9),
        .pain_after = optional_int(query_, 10),
        .amendments = column_number(query_, 11),
    };
}

std::vector<NoteLine> list_notes(SQLite::Database& db, const NoteFilter& filter) {
    NoteLines lines{db, filter};
    std::vector<NoteLine> notes;
    while (auto note = lines.next()) {
        notes.push_back(*std::move(note));
    }
    return notes;
}

std::vector<ClientId> clients_with_notes(SQLite::Database& db) {
    return all_rows(
        statement(db, "SELECT DISTINCT client FROM soap_note ORDER BY client"),
        [](auto& query) { return ClientId{column_number(query, 0)}; }
    );
}

std::vector<NoteId> find_notes(
    SQLite::Database& db, const std::string& query, const NoteFilter& filter, FoundOrder order
) {
    // bm25() instead of `rank`: SQLite then picks the best few without sorting all results.
    const auto by = std::string{"ORDER BY "} +
                    (order == FoundOrder::best_first ? "bm25(s.soap_search)" : "s.rowid DESC") +
                    " LIMIT ";
    const auto read = [](SQLite::Statement& row) { return NoteId{column_number(row, 0)}; };
    if (is_unfiltered(filter)) {
        const auto sql =
            "SELECT rowid FROM soap_search s WHERE s.soap_search MATCH ?1 " + by + "?2";
        return all_rows(statement(db, sql, query, filter.limit), read);
    }
    auto search = filtered(
        db,
        "SELECT s.rowid FROM soap_search s JOIN soap_note n ON n.note = s.rowid "
        "WHERE s.soap_search MATCH ?10 AND " +
            filter_conditions + by + "?9",
        filter
    );
    bind_one(search, 10, query);
    return all_rows(std::move(search), read);
}

std::optional<User> find_user(SQLite::Database& db, UserId user) {
    return first_row(
        statement(
            db,
            "SELECT user, uuid, name, profession, licence, qualifications, phone, email, active "
            "FROM core_user WHERE user = ?",
            user
        ),
        [](SQLite::Statement& query) {
            return User{
                .id = UserId{column_number(query, 0)},
                .uuid = column_text(query, 1),
                .name = column_text(query, 2),
                .profession = optional_text(query, 3).value_or(""),
                .licence = optional_text(query, 4).value_or(""),
                .qualifications = optional_text(query, 5).value_or(""),
                .phone = optional_text(query, 6).value_or(""),
                .email = optional_text(query, 7).value_or(""),
                .active = column_flag(query, 8),
            };
        }
    );
}

} // namespace praxis::soap
