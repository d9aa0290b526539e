// SPDX-License-Identifier: MIT
/// What turns a draft into a record: what signing asks for, what it freezes, how that is verified.
#pragma once
#include "note/note.hpp"
#include "template/template.hpp"

#include <praxis/session.hpp>

#include <string>
#include <vector>

namespace praxis::soap {

/// Client, therapist, practice, complaint and conditions as they are now. A signed note keeps what
/// this said at its signing, and shows that for ever.
/// source  Michigan R 338.727: what a record's header holds, with the dates of service and of entry
Value header_of(Session& session, const Note& note);

/// The bytes that a signature covers: canonical JSON of everything that must not change, with the
/// client's UUID, so that a note moved to another client is found out.
std::string signed_bytes(const Note& note, const std::string& client_uuid);

/// A person as a signature keeps them.
Value person_as_signed(const User& user);

/// Whether a signed note is still what was signed.
bool is_intact(const Note& note, const std::string& client_uuid);

/// The same, and signed with a key of its signer.
bool is_genuine(SQLite::Database& db, const Note& note, const std::string& client_uuid);

/// Whether a draft stays when signing is refused, or goes with it: then no message may name it.
enum class Standing { stored, just_written };

/// What stands between a draft and its signature.
struct Obstacle {
    std::string path; // "block[2].layer"; empty: not of the note itself
    std::string what;
    std::string hint;     // how a field is written; may be empty
    std::string fix;      // the command that takes it out of the way
    bool consent = false; // it is the client's consent that is missing
};

/// The draft as it would be signed: its body by the templates of today.
/// problems  gets what is missing, and what there is to warn of
Value body_for_signing(
    Session& session, const TemplateBook& book, const Note& note, std::vector<Problem>& problems
);

/// Everything that signing would be refused for; `problems` are those of body_for_signing().
std::vector<Obstacle> obstacles_to_signing(
    Session& session,
    const Note& note,
    const std::vector<Problem>& problems,
    Standing standing = Standing::stored
);

/// Signs a draft and stores it.
/// meaning  "author": I did this work; "reviewer": I have read it
/// errors   Refused with everything that is missing and the commands that mend it
void sign(
    Session& session,
    const TemplateBook& book,
    Note& note,
    const std::string& meaning,
    Standing standing = Standing::stored
);

} // namespace praxis::soap
