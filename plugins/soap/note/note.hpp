// SPDX-License-Identifier: MIT
/// A session's note as it is stored, and the columns that repeat parts of its body.
#pragma once
#include <praxis/date.hpp>
#include <praxis/id.hpp>
#include <praxis/signature.hpp>
#include <praxis/value.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace praxis::soap {

/// Which template a note was written with; its text is in soap_template under its digest.
struct TemplateReference {
    std::string kind; // "part", "technique"
    std::string id;
    int version = 1;
    std::string digest;

    bool operator==(const TemplateReference&) const = default;
};

/// What makes a draft a record.
/// header  client, therapist, practice, complaint and conditions as they were at the signing
struct Signature {
    ZonedTime at;
    UserId signer;
    std::string meaning; // "author", "reviewer"
    Value header;
    std::int64_t number = 0;     // counts the practice's signatures from 1
    std::string previous;        // digest of the note signed before; empty for the first
    std::string digest;          // BLAKE2b-256 of signed_bytes(), hex
    praxis::Signature seal = {}; // the signer's own, over signed_bytes()
};

/// Added to a signed note; never changed. Of the kind "void" it says that the note does not count:
/// the note stays as it is, and a note has one of them at most.
struct Amendment {
    std::int64_t number = 0;
    std::string uuid;
    NoteId note;
    std::string kind = "amendment"; // or "void"
    ZonedTime at;
    UserId author;
    std::string author_name;
    std::string reason;
    std::string text;
};

/// A supervisor's signature under a note that another person signed; never changed.
struct Cosignature {
    std::string uuid;
    NoteId note;
    ZonedTime at;
    UserId signer;
    Value signer_as;                     // the signer's name and licence at that moment
    std::string meaning;                 // "supervisor"
    std::string remark;                  // may be empty
    std::vector<std::string> amendments; // UUIDs of the amendments that the note had then
    praxis::Signature seal = {};
};

/// Values of a body that lists, trends and statistics read: the row repeats them in columns.
struct NoteColumns {
    std::string kind = "treatment"; // or "wellness"
    std::optional<ComplaintId> complaint;
    std::optional<Minutes> length;
    std::vector<std::string> techniques; // ids
    std::optional<int> pain_before;      // NPRS 0-10
    std::optional<int> pain_after;
    std::optional<int> stress_before; // 0-10
    std::optional<int> stress_after;
    std::optional<Date> next_visit;
    std::optional<Date> review_on; // when the plan is reviewed

    bool operator==(const NoteColumns&) const = default;
};

struct Note : NoteColumns {
    NoteId id;
    std::string uuid;
    ClientId client;
    ZonedTime began;
    Value body; // as validate_note() gives it, with computed values
    std::vector<TemplateReference> templates;
    UserId author;
    Instant created;
    Instant changed;
    std::optional<Signature> signature; // absent: the note is a draft
    std::vector<Amendment> amendments;  // oldest first
    std::vector<Cosignature> cosignatures;
};

NoteColumns columns_of(const Value& body);

/// Fills the start and the other columns that repeat the body.
/// errors  Refused when the body does not say when the session began
void draw_from_body(Note& note, const TimeZone& zone);

/// The amendment that voids the note; nullptr when the note counts.
const Amendment* find_void(const Note& note);

/// Amendments of the kind "amendment".
std::vector<Amendment> without_void(const std::vector<Amendment>& amendments);

/// "voided on 2026-11-20 15:00 by Ines Moreau: signed twice"
std::string void_text(const Amendment& amendment);

/// Template references and amendments as the database and exports hold them.
Value to_value(const std::vector<TemplateReference>& templates);
std::vector<TemplateReference> templates_from(const Value& list);
Value to_value(const Amendment& amendment);

/// "7 -> 5", "7", "-> 5" or nothing: pain before and after.
std::string pain_text(const std::optional<int>& before, const std::optional<int>& after);

/// Whether a value records nothing: null, or an empty text, list or table.
bool is_unrecorded(const Value& value);

} // namespace praxis::soap
