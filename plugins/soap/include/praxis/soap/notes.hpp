// SPDX-License-Identifier: MIT
/// What other plugins may ask about notes. Lists hold signed notes only: a draft is private until
/// a user asks for it by its number.
#pragma once
#include <praxis/date.hpp>
#include <praxis/id.hpp>
#include <praxis/result.hpp>
#include <praxis/session.hpp>
#include <praxis/value.hpp>

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace praxis::soap {

/// The part of a signed note that letters and exports need.
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

/// One whole note with its amendments, to be made into a file.
struct WholeNote {
    NoteId id;
    ClientId client;
    bool draft = false;
    View view; // what `note show` shows; a draft is watermarked DRAFT
};

class Notes {
  public:
    static constexpr std::string_view id = "soap.notes/1";
    virtual ~Notes() = default;

    /// The client's signed notes, oldest first; if a complaint is given, only the notes about it.
    virtual std::vector<SignedNote>
    signed_notes(Session& session, ClientId client, std::optional<ComplaintId> complaint) = 0;

    /// `note` as `note show` takes it: "N-0001". Drafts too, as the user names this very note.
    /// errors  NotFound; UsageError when that is not the id of a note
    virtual WholeNote whole_note(Session& session, std::string_view note) = 0;
};

/// Emitted inside the transaction before a note is signed. A listener that throws Refused stops the
/// signing, and the draft remains.
struct NoteSigning {
    static constexpr std::string_view id = "soap.note-signing/1";
    NoteId note;
    ClientId client;
    Date day; // on which the session began
    /// A `before` listener adds its findings about the work. They are signed with the note and
    /// shown at its end. Each is an object with "technique", "weight" ("stop"), "why" and "rule",
    /// and with "answer" and "answered_by" where a user has overridden it.
    std::shared_ptr<Value::Array> findings;
};

/// Emitted once the signed note is on the disk.
struct NoteSigned {
    static constexpr std::string_view id = "soap.note-signed/1";
    NoteId note;
    ClientId client;
};

} // namespace praxis::soap
