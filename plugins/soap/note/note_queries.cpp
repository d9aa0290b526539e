// SPDX-License-Identifier: MIT
#include "note/note_queries.hpp"

#include "note/note_columns_queries.hpp"
#include "note/note_cosigning_queries.hpp"
#include "note/note_index_queries.hpp"

#include <praxis/digest.hpp>

#include <map>

namespace praxis::soap {

namespace {

constexpr std::size_t uuid_digits = 32;

std::string to_json_list(const std::vector<std::string>& texts) {
    return to_canonical_json(Value::Array(texts.begin(), texts.end()));
}

const std::string note_columns =
    "SELECT n.note, n.uuid, n.client, n.began_at, n.began_offset, n.author, n.created_at, "
    "n.changed_at, t.digest, t.text, EXISTS (SELECT 1 FROM soap_amendment a WHERE a.note = n.note)"
    ", EXISTS (SELECT 1 FROM soap_cosignature c WHERE c.note = n.note), n.signed_at, "
    "n.signed_offset, n.signer, n.meaning, n.signing, n.previous, n.digest, n.public_key, "
    "n.signature, n.header, n.body, " +
    column_names + " FROM soap_note n LEFT JOIN soap_template t ON t.template = n.templates ";

std::optional<Signature> read_signature(SQLite::Statement& query) {
    if (!optional_number(query, 12)) {
        return std::nullopt;
    }
    return Signature{
        .at = column_zoned(query, 12),
        .signer = UserId{column_number(query, 14)},
        .meaning = column_text(query, 15),
        .header = parse_json(column_text(query, 21), "soap_note"),
        .number = column_number(query, 16),
        .previous = column_hex(query, 17),
        .digest = column_hex(query, 18),
        .seal = {column_hex(query, 19), column_hex(query, 20)},
    };
}

std::vector<Amendment> amendments_of(SQLite::Database& db, NoteId note) {
    return all_rows(
        statement(
            db,
            "SELECT amendment, uuid, note, at, at_offset, author, author_name, reason, text, kind "
            "FROM soap_amendment WHERE note = ? ORDER BY amendment",
            note
        ),
        [](SQLite::Statement& query) {
            return Amendment{
                .number = column_number(query, 0),
                .uuid = column_uuid(query, 1),
                .note = NoteId{column_number(query, 2)},
                .kind = column_text(query, 9),
                .at = column_zoned(query, 3),
                .author = UserId{column_number(query, 5)},
                .author_name = column_text(query, 6),
                .reason = column_text(query, 7),
                .text = column_text(query, 8),
            };
        }
    );
}

/// Reads notes with what was added to them, and the list of each combination of templates once.
class NoteReader {
  public:
    explicit NoteReader(SQLite::Database& db) : db_(db) {}

    Note operator()(SQLite::Statement& query) {
        Note note;
        static_cast<NoteColumns&>(note) = read_columns(query, 23);
        note.id = NoteId{column_number(query, 0)};
        note.uuid = column_uuid(query, 1);
        note.client = ClientId{column_number(query, 2)};
        note.began = column_zoned(query, 3);
        note.author = UserId{column_number(query, 5)};
        note.created = column_instant(query, 6);
        note.changed = column_instant(query, 7);
        note.templates = combination(query);
        note.signature = read_signature(query);
        note.body = parse_json(column_text(query, 22), "soap_note");
        if (column_flag(query, 10)) {
            note.amendments = amendments_of(db_, note.id);
        }
        if (column_flag(query, 11)) {
            note.cosignatures = cosignatures_of(db_, note.id);
        }
        return note;
    }

  private:
    /// Empty when it was changed outside praxis: no signature covers such a note.
    const std::vector<TemplateReference>& combination(SQLite::Statement& query) {
        const auto digest = column_hex(query, 8);
        const auto [place, is_new] = combinations_.try_emplace(digest);
        if (const auto text = column_text(query, 9); is_new && digest_of(text) == digest) {
            place->second = templates_from(parse_json(text, "soap_template"));
        }
        return place->second;
    }

    SQLite::Database& db_;
    std::map<std::string, std::vector<TemplateReference>> combinations_; // by digest
};

/// The stored combination of templates; stores it if it is new.
std::int64_t
keep_combination(SQLite::Database& db, const std::vector<TemplateReference>& templates) {
    const auto text = to_canonical_json(to_value(templates));
    const auto digest = digest_of(text);
    keep_template(db, {.kind = "combination", .digest = digest}, text);
    return first_row(
               statement(
                   db, "SELECT template FROM soap_template WHERE digest = ?", StoredBytes{digest}
               ),
               [](SQLite::Statement& query) { return column_number(query, 0); }
    ).value();
}

} // namespace

NoteId insert_note(SQLite::Database& db, const Note& note) {
    execute(
        db,
        "INSERT INTO soap_note (uuid, client, kind, complaint, state, began_at, began_offset, "
        "minutes, "
        "techniques, pain_before, pain_after, stress_before, stress_after, next_visit, review_on, "
        "body, templates, author, created_at, changed_at) "
        "VALUES (?, ?, ?, ?, 'draft', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        StoredBytes{note.uuid},
        note.client,
        note.kind,
        note.complaint,
        note.began.instant,
        note.began.offset,
        note.length,
        to_json_list(note.techniques),
        note.pain_before,
        note.pain_after,
        note.stress_before,
        note.stress_after,
        note.next_visit,
        note.review_on,
        to_canonical_json(note.body),
        keep_combination(db, note.templates),
        note.author,
        note.created,
        note.changed
    );
    const NoteId id{db.getLastInsertRowid()};
    add_to_index(db, id, regions_of(note.body));
    return id;
}

void update_draft(SQLite::Database& db, const Note& note) {
    remove_from_index(db, note.id);
    execute(
        db,
        "UPDATE soap_note SET kind = ?, complaint = ?, began_at = ?, began_offset = ?, minutes = "
        "?, "
        "techniques = ?, pain_before = ?, pain_after = ?, stress_before = ?, stress_after = ?, "
        "next_visit = ?, review_on = ?, body = ?, templates = ?, changed_at = ? WHERE note = ?",
        note.kind,
        note.complaint,
        note.began.instant,
        note.began.offset,
        note.length,
        to_json_list(note.techniques),
        note.pain_before,
        note.pain_after,
        note.stress_before,
        note.stress_after,
        note.next_visit,
        note.review_on,
        to_canonical_json(note.body),
        keep_combination(db, note.templates),
        note.changed,
        note.id
    );
    add_to_index(db, note.id, regions_of(note.body));
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
        StoredBytes{signature.digest},
        signature.number,
        StoredBytes{signature.previous},
        StoredBytes{signature.seal.public_key},
        StoredBytes{signature.seal.value},
        note
    );
}

void delete_draft(SQLite::Database& db, NoteId note) {
    remove_from_index(db, note);
    execute(db, "DELETE FROM soap_note WHERE note = ?", note);
}

void keep_template(
    SQLite::Database& db, const TemplateReference& reference, const std::string& text
) {
    execute(
        db,
        "INSERT INTO soap_template (digest, kind, id, version, text) SELECT ?1, ?2, ?3, ?4, ?5 "
        "WHERE NOT EXISTS (SELECT 1 FROM soap_template WHERE digest = ?1)",
        StoredBytes{reference.digest},
        reference.kind,
        null_if_empty(reference.id),
        reference.id.empty() ? std::nullopt : std::optional{reference.version},
        text
    );
}

std::optional<std::string> template_text(SQLite::Database& db, const std::string& digest) {
    return first_row(
        statement(db, "SELECT text FROM soap_template WHERE digest = ?", StoredBytes{digest}),
        [](SQLite::Statement& query) { return column_text(query, 0); }
    );
}

std::optional<Note> find_note(SQLite::Database& db, NoteId id) {
    static const std::string sql = note_columns + "WHERE n.note = ?";
    return first_row(statement(db, sql, id), NoteReader{db});
}

std::vector<NoteId> notes_by_uuid(SQLite::Database& db, const std::string& beginning) {
    auto digits = beginning;
    std::erase(digits, '-');
    auto first = digits;
    first.resize(uuid_digits, '0');
    digits.resize(uuid_digits, 'f');
    auto query = statement(
        db,
        "SELECT note, uuid FROM soap_note WHERE uuid BETWEEN ? AND ? ORDER BY note",
        StoredBytes{first},
        StoredBytes{digits}
    );
    std::vector<NoteId> notes;
    while (query.executeStep()) {
        if (column_uuid(query, 1).starts_with(beginning)) {
            notes.emplace_back(column_number(query, 0));
        }
    }
    return notes;
}

std::vector<Note> signed_notes(
    SQLite::Database& db, ClientId client, std::optional<ComplaintId> complaint, Instant since
) {
    static const std::string sql = note_columns +
                                   "WHERE n.client = ?1 AND n.state = 'signed' "
                                   "AND n.began_at >= ?3 AND (?2 IS NULL OR " +
                                   is_of_complaint("?2") + ") AND NOT " + is_void() +
                                   " ORDER BY n.began_at, n.note";
    return all_rows(statement(db, sql, client, complaint, since), NoteReader{db});
}

std::vector<Note> void_notes(
    SQLite::Database& db, ClientId client, std::optional<ComplaintId> complaint, Instant since
) {
    static const std::string sql =
        note_columns + "WHERE n.client = ?1 AND n.began_at >= ?3 AND (?2 IS NULL OR " +
        is_of_complaint("?2") + ") AND " + is_void() + " ORDER BY n.began_at, n.note";
    return all_rows(statement(db, sql, client, complaint, since), NoteReader{db});
}

UnassignedNotes
count_unassigned(SQLite::Database& db, ClientId client, ComplaintId complaint, Instant since) {
    static const std::string sql =
        "SELECT " + is_of_complaint("?2") +
        " FROM soap_note n WHERE n.client = ?1 AND n.state = 'signed' AND n.began_at >= ?3 AND " +
        is_of_unknown_complaint("?2") + " AND NOT " + is_void();
    auto query = statement(db, sql, client, complaint, since);
    UnassignedNotes notes;
    while (query.executeStep()) {
        ++(column_flag(query, 0) ? notes.counted : notes.left_out);
    }
    return notes;
}

std::optional<NoteId>
last_signed(SQLite::Database& db, ClientId client, std::optional<ComplaintId> complaint) {
    return first_row(
        statement(
            db,
            "SELECT n.note FROM soap_note n WHERE n.client = ?1 AND n.state = 'signed'"
            " AND (?2 IS NULL OR " +
                is_of_complaint("?2") + ") AND NOT " + is_void() +
                " ORDER BY n.began_at DESC, n.note DESC LIMIT 1",
            client,
            complaint
        ),
        [](SQLite::Statement& query) { return NoteId{column_number(query, 0)}; }
    );
}

std::vector<Note> all_notes(SQLite::Database& db, ClientId client) {
    static const std::string sql = note_columns + "WHERE n.client = ? ORDER BY n.began_at, n.note";
    return all_rows(statement(db, sql, client), NoteReader{db});
}

void insert_amendment(SQLite::Database& db, const Amendment& amendment) {
    remove_words(db, amendment.note);
    execute(
        db,
        "INSERT INTO soap_amendment (uuid, note, kind, at, at_offset, author, author_name, reason, "
        "text) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        StoredBytes{amendment.uuid},
        amendment.note,
        amendment.kind,
        amendment.at.instant,
        amendment.at.offset,
        amendment.author,
        amendment.author_name,
        amendment.reason,
        amendment.text
    );
    add_words(db, amendment.note);
}

std::vector<ClientId> clients_with_notes(SQLite::Database& db) {
    return all_rows(
        statement(db, "SELECT DISTINCT client FROM soap_note ORDER BY client"),
        [](auto& query) { return ClientId{column_number(query, 0)}; }
    );
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
                .uuid = column_uuid(query, 1),
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
