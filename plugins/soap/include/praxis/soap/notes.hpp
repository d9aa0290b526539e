// SPDX-License-Identifier: MIT
/// What other plugins may ask about notes. Lists tell signed notes only: a draft is nobody's
/// business until somebody asks for it by its number.
#pragma once
#include <praxis/date.hpp>
#include <praxis/document.hpp>
#include <praxis/id.hpp>
#include <praxis/session.hpp>
#include <praxis/value.hpp>

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace praxis::soap {

/// A signed note, as far as letters and exports need it.
struct SignedNote {
    NoteId id;
    std::string uuid;
    ClientId client;
    std::optional<ComplaintId> complaint;
    ZonedTime began;
    Minutes length{0};
    std::vector<std::string> techniques; // ids
    std::optional<int> pain_before;      // NPRS 0-10
    std::optional<int> pain_after;
    std::string therapist; // as printed at signing
};

/// One whole note with its amendments, for whoever turns it into a file.
struct WholeNote {
    NoteId id;
    ClientId client;
    bool draft = false;
    Document document; // what `note show` shows; a draft is watermarked DRAFT
    Value data;        // the same for machines
};

class Notes {
  public:
    static constexpr std::string_view id = "soap.notes/1";
    virtual ~Notes() = default;

    /// The client's signed notes, oldest first; only of that complaint when one is given.
    virtual std::vector<SignedNote>
    signed_notes(Session& session, ClientId client, std::optional<ComplaintId> complaint) = 0;

    /// `note` as `note show` takes it: "N-0001". Drafts too: whoever asks names the very note.
    /// errors  NotFound; UsageError when that is no id of a note
    virtual WholeNote whole_note(Session& session, std::string_view note) = 0;
};

/// Told inside the transaction before a note is signed; a listener that throws stops the signing.
struct NoteSigning {
    static constexpr std::string_view id = "soap.note-signing/1";
    NoteId note;
    ClientId client;
    Date day;            // on which the session began
    bool stored = false; // it is a draft already, and stays one when it is not signed
    /// What a `before` listener has to say of the work: it is signed with the note and shown at its
    /// end. An object with "technique", "weight" ("stop"), "why" and "rule" for each thing, and,
    /// where somebody has answered it, with "answer" and "answered_by".
    std::shared_ptr<Value::Array> said;
};

/// Told once the signed note is on the disk.
struct NoteSigned {
    static constexpr std::string_view id = "soap.note-signed/1";
    NoteId note;
    ClientId client;
};

} // namespace praxis::soap
