// SPDX-License-Identifier: MIT
#include "write/note_writing.hpp"

#include "check/note_remarks.hpp"
#include "note/note_body.hpp"
#include "note/note_queries.hpp"
#include "note/note_templates.hpp"
#include "validate/validate_value.hpp"
#include "write/client_alerts.hpp"
#include "write/note_form.hpp"

#include <praxis/clients/directory.hpp>
#include <praxis/error.hpp>
#include <praxis/text.hpp>

#include <algorithm>
#include <cctype>
#include <utility>

namespace praxis::soap {

namespace {

/// A body is read back through parse_json(), whose limit is 256 KiB.
constexpr std::size_t most_body_bytes = std::size_t{192} * 1024;

/// The form with its date filled in: most notes are written on the day of the session.
std::string with_date(const std::string& form, const CivilTime& began) {
    auto lines = split(form, '\n');
    const auto is_date = [](const std::string& line) { return line.starts_with("date = "); };
    const auto line = std::find_if(lines.begin(), lines.end(), is_date);
    if (line != lines.end()) {
        *line = "date = \"" + began.str() + "\"";
    }
    return join(lines, "\n");
}

bool is_uuid_beginning(const std::string& text) {
    return text.size() >= 4 && text.size() <= 36 &&
           std::all_of(text.begin(), text.end(), [](char letter) {
               return letter == '-' || std::isxdigit(static_cast<unsigned char>(letter)) != 0;
           });
}

NoteId note_by_uuid(Session& session, const std::string& beginning) {
    const auto found = notes_by_uuid(session.db(), beginning);
    if (found.empty()) {
        throw NotFound("no note has a UUID that begins with " + beginning, "praxis note list");
    }
    if (found.size() > 1) {
        std::vector<std::string> ids;
        for (const auto& id : found) {
            ids.push_back(id.str());
        }
        throw Ambiguous(beginning + " is the beginning of several UUIDs: " + join(ids, ", "));
    }
    return found.front();
}

void refuse_foreign_complaint(Session& session, const Note& note) {
    if (!note.complaint) {
        if (NoteBody{note.body}.has_complaint()) {
            throw Refused(
                "complaint: give a complaint's number such as CO-0001",
                "praxis complaint list " + note.client.str()
            );
        }
        return;
    }
    const auto complaint =
        session.get<clients::Directory>().get_complaint(session, *note.complaint);
    if (complaint.client != note.client) {
        throw Refused(
            "complaint: " + note.complaint->str() + " is not a complaint of " + note.client.str(),
            "praxis complaint list " + note.client.str()
        );
    }
}

/// Stores the texts of the templates that a note is written with.
void keep_templates(Session& session, const NoteTemplates& templates) {
    for (const auto& part : templates.parts) {
        keep_template(session.db(), {"part", part->id, part->version, part->digest}, part->text);
    }
    for (const auto& used : templates.techniques) {
        keep_template(
            session.db(), {"technique", used->id, used->version, used->digest}, used->text
        );
    }
}

void refuse_before_birth(Session& session, const Note& note) {
    const auto began = NoteBody{note.body}.began();
    const auto client = session.get<clients::Directory>().get(session, note.client);
    if (began && client.born && began->date < client.born->earliest()) {
        throw Refused(
            "the session of " + began->date.iso() + " is before " + client.id.str() +
                " was born, on " + client.born->iso(),
            "correct the date of the session, or praxis client edit " + client.id.str() +
                " --born DATE"
        );
    }
}

/// Fills the columns of the note from its body.
NoteTemplates fill_row(Session& session, const TemplateBook& book, Note& note) {
    draw_from_body(note, session.zone());
    refuse_foreign_complaint(session, note);
    refuse_before_birth(session, note);
    if (to_canonical_json(note.body).size() > most_body_bytes) {
        throw Refused("the note is too long: a note has at most 192 KiB");
    }
    auto templates = templates_for(note.body, book);
    note.templates = references_to(templates);
    note.changed = session.now();
    return templates;
}

} // namespace

std::string edit_form(
    Session& session,
    const TemplateBook& book,
    const NoteInput& input,
    const CivilTime& began,
    const Value& last
) {
    auto form = input;
    form.text = with_date(empty_form(book, input.techniques, last), began);
    return edit_note_input(session, book, form);
}

std::string edit_note_input(Session& session, const TemplateBook& book, const NoteInput& input) {
    return session.edit_text(
        {.subject = input.subject,
         .client = input.client,
         .key = input.key,
         .offers_left = input.offers_left,
         .text = input.alerts + input.text,
         .file_ending = ".toml",
         .check =
             [&](const std::string& text) {
                 auto written = input;
                 written.text = text;
                 return find_mistakes(session, book, written);
             }}
    );
}

std::optional<std::string> find_conflicting_change(Session& session, const Note& draft) {
    const auto now = find_note(session.db(), draft.id);
    if (!now) {
        return draft.id.str() + " was removed while it was open in this editor";
    }
    if (now->signature) {
        return draft.id.str() + " was signed while it was open in this editor";
    }
    if (now->body != draft.body) {
        return draft.id.str() + " was changed in another window while it was open in this editor";
    }
    return std::nullopt;
}

std::string edit_draft(Session& session, const TemplateBook& book, const Note& note) {
    // Checked before the editor closes, because the text is kept when the editor opens again.
    const auto check = [&](const std::string& text) {
        if (const auto conflict = find_conflicting_change(session, note)) {
            return std::optional{
                *conflict + "; close the editor without changes: praxis keeps this text in a file"};
        }
        return find_mistakes(session, book, {.text = text, .source = note.id.str()});
    };
    const auto client = session.get<clients::Directory>().get(session, note.client);
    const auto alerts = alerts_as_comments(session, client, NoteBody{note.body}.techniques());
    return session.edit_text(
        {.subject = note.id.str(),
         .client = client.uuid,
         .key = note.uuid,
         .text = alerts + note_as_toml(note.body, templates_for(note.body, book)),
         .file_ending = ".toml",
         .changed = note.changed,
         .check = check}
    );
}

Note store_new_draft(Session& session, const TemplateBook& book, ClientId client, Value body) {
    Note note;
    note.uuid = session.new_uuid();
    note.client = client;
    note.body = std::move(body);
    note.author = session.user().id;
    note.created = session.now();
    const auto templates = fill_row(session, book, note);
    keep_templates(session, templates);
    note.id = insert_note(session.db(), note);
    report_remarks(session, note, templates);
    return note;
}

void store_draft(Session& session, const TemplateBook& book, Note& note) {
    const auto templates = fill_row(session, book, note);
    keep_templates(session, templates);
    update_draft(session.db(), note);
    report_remarks(session, note, templates);
}

void store_revalidated(Session& session, const TemplateBook& book, Note& note, Value body) {
    const auto templates = templates_for(body, book);
    if (to_canonical_json(body) != to_canonical_json(note.body) ||
        references_to(templates) != note.templates) {
        note.body = std::move(body);
        store_draft(session, book, note);
    } else {
        report_remarks(session, note, templates);
    }
}

Note get_note(Session& session, std::string_view reference) {
    auto id = NoteId::parse(reference);
    if (!id) {
        std::string beginning{reference};
        std::transform(beginning.begin(), beginning.end(), beginning.begin(), [](unsigned char c) {
            return static_cast<char>(std::tolower(c));
        });
        if (!is_uuid_beginning(beginning)) {
            throw UsageError("give a note's number such as N-0001", "praxis note list");
        }
        id = note_by_uuid(session, beginning);
    }
    auto note = find_note(session.db(), *id);
    if (!note) {
        throw NotFound("there is no note " + id->str(), "praxis note list");
    }
    session.log_access(note->id.str());
    session.log_access(note->client.str());
    return std::move(*note);
}

Note last_signed_note(
    Session& session, ClientId client, const std::optional<std::string>& complaint
) {
    const auto of = complaint ? ComplaintId::parse(*complaint) : std::nullopt;
    if (complaint && !of) {
        throw UsageError("--complaint: give a complaint's number such as CO-0001");
    }
    const auto last = last_signed(session.db(), client, of);
    if (!last) {
        throw NotFound(
            client.str() + " has no signed note" + (of ? " about that complaint" : ""),
            "praxis note list --client " + client.str()
        );
    }
    return get_note(session, last->str());
}

void refuse_signed(const Note& note) {
    if (note.signature) {
        throw Refused(
            note.id.str() + " is signed and cannot be changed: amend it",
            "praxis note amend " + note.id.str() + " --reason \"...\" --text \"...\""
        );
    }
}

} // namespace praxis::soap
