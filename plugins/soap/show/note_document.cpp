// SPDX-License-Identifier: MIT
#include "show/note_document.hpp"

#include "note/note_body.hpp"
#include "note/note_deadline.hpp"
#include "note/note_header.hpp"
#include "show/note_body_chart.hpp"
#include "show/note_facts.hpp"
#include "sign/freeze.hpp"
#include "sign/verification.hpp"

#include <praxis/body.hpp>
#include <praxis/chart.hpp>
#include <praxis/clients/directory.hpp>
#include <praxis/error.hpp>
#include <praxis/text.hpp>

#include <algorithm>
#include <utility>

namespace praxis::soap {

namespace {

void append(std::vector<Block>& blocks, std::vector<Block> more) {
    std::move(more.begin(), more.end(), std::back_inserter(blocks));
}

std::vector<Block>
part_blocks(const Template& part, const Value& table, const CopiedFields& carried) {
    TableWriter writer{table, carried, part.id};
    for (const auto& field : part.fields) {
        writer.field(field);
    }
    for (const auto& computed : part.computed) {
        writer.computed(computed);
    }
    return writer.take();
}

/// What the block records beside its title: the fields that every block has, those of its
/// technique, and the remarks at the end.
std::vector<Block>
work_block(const ReadableNote& readable, const NoteBlock& block, const CopiedFields& carried) {
    TableWriter writer{block.table(), carried, block.path()};
    for (const auto* name : {"technique", "region", "side", "minutes"}) {
        writer.leave_out(name);
    }
    const auto fields = block_fields(block.table(), readable.templates);
    for (const auto& field : fields) {
        if (field.name != "text") {
            writer.field(field);
        }
    }
    if (const auto* used = readable.templates.find_technique(block.technique())) {
        for (const auto& computed : used->computed) {
            writer.computed(computed);
        }
    }
    if (const auto* remarks = find_field(fields, "text")) {
        writer.field(*remarks);
    }
    return writer.take();
}

/// "Deep tissue massage, left lower back, 20 min"
std::string
work_title(const ReadableNote& readable, const NoteBlock& block, const CopiedFields& carried) {
    auto title = readable.templates.technique_name(block.technique());
    const auto place = place_of(block.table());
    title += place.empty() ? "" : ", " + with_star(place, carried, block.path() + ".region");
    if (const auto minutes = block.minutes()) {
        const auto text = std::to_string(minutes->count()) + " min";
        title += ", " + with_star(text, carried, block.path() + ".minutes");
    }
    return title;
}

void add_work(std::vector<Block>& blocks, const ReadableNote& readable, int level) {
    const auto work = NoteBody{readable.note.body}.blocks();
    if (work.empty()) {
        return;
    }
    blocks.emplace_back(Heading{level, "Work done"});
    const auto carried = read_copied_fields(readable.note.body);
    for (const auto& block : work) {
        blocks.emplace_back(Heading{std::min(level + 1, 3), work_title(readable, block, carried)});
        append(blocks, work_block(readable, block, carried));
    }
}

void add_part(
    std::vector<Block>& blocks, const ReadableNote& readable, const Template& part, int level
) {
    if (const auto* table = NoteBody{readable.note.body}.part(part.id)) {
        blocks.emplace_back(Heading{level, part.name});
        append(blocks, part_blocks(part, *table, read_copied_fields(readable.note.body)));
    }
}

std::string technique_names(const ReadableNote& readable) {
    std::vector<std::string> names;
    for (const auto& id : readable.note.techniques) {
        names.push_back(readable.templates.technique_name(id));
    }
    return join(names, ", ");
}

std::string client_line(const NoteHeader& header) {
    const auto born = header.client("born");
    return header.client("full_name") + " (" + header.client("id") + ")" +
           (born.empty() ? "" : ", born " + born);
}

std::string conditions_line(const Value& conditions) {
    if (conditions.is_null()) {
        return "not recorded";
    }
    return conditions.as_array().empty() ? "none known" : conditions.plain();
}

/// "2026-11-20 14:30" of an ISO time with its offset.
std::string civil_text(const std::string& iso) {
    auto text = iso.substr(0, 16);
    std::replace(text.begin(), text.end(), 'T', ' ');
    return text;
}

/// The facts that a note begins with.
Facts head(const ReadableNote& readable) {
    const auto& note = readable.note;
    const NoteHeader header{readable.header};
    std::vector<Fact> facts;
    add_fact(facts, "Client", client_line(header));
    auto session = note.began.civil().str();
    session += note.length ? ", " + std::to_string(note.length->count()) + " min" : "";
    add_fact(facts, "Session", session);
    add_fact(facts, "Kind", note.kind == wellness ? "wellness session" : "");
    add_fact(facts, "Techniques", technique_names(readable));
    if (!header.complaint("id").empty()) {
        add_fact(
            facts, "Complaint", header.complaint("title") + " (" + header.complaint("id") + ")"
        );
    }
    const auto pain = pain_text(note.pain_before, note.pain_after);
    add_fact(facts, "Pain", pain.empty() ? "" : pain + " of 10");
    add_fact(facts, "Conditions", conditions_line(header.part("conditions")));
    add_fact(facts, "Therapist", person_line(header.part("therapist")));
    add_fact(facts, "Written", civil_text(header.entered()));
    add_fact(facts, "Late entry", NoteBody{note.body}.late());
    return Facts{std::move(facts)};
}

std::string amended_times(std::size_t times) {
    return times == 1 ? "amended once" : "amended " + std::to_string(times) + " times";
}

/// "Hot stone massage, stop: ... (heat/numbness). Answer: ... (Ines Moreau)"
std::string finding_line(const ReadableNote& readable, const Value& finding) {
    const auto answer = finding.text_at("answer");
    const auto by = finding.text_at("answered_by");
    return readable.templates.technique_name(finding.text_at("technique")) + ", " +
           finding.text_at("weight") + ": " + finding.text_at("why") + " (" +
           finding.text_at("rule") + ")" + (answer.empty() ? "" : ". Answer: " + answer) +
           (by.empty() ? "" : " (" + by + ")");
}

void add_findings(std::vector<Block>& blocks, const ReadableNote& readable, int level) {
    Bullets bullets;
    for (const auto& finding : NoteHeader{readable.header}.findings()) {
        if (finding.is_object()) {
            bullets.items.push_back(finding_line(readable, finding));
        }
    }
    if (!bullets.items.empty()) {
        blocks.emplace_back(Heading{level, "Checks at signing"});
        blocks.emplace_back(std::move(bullets));
    }
}

void add_signature(std::vector<Block>& blocks, const ReadableNote& readable) {
    const auto& signature = *readable.note.signature;
    const auto& signer = NoteHeader{readable.header}.part("signer");
    blocks.emplace_back(SignatureLine{
        .name = signer.is_null() ? signature.signer.str() : person_line(signer),
        .signed_at = "signed " + signature.at.civil().str() + " as " + signature.meaning});
    for (const auto& cosignature : readable.note.cosignatures) {
        const auto also = cosignature.remark.empty() ? "" : ": " + cosignature.remark;
        const auto added = cosignature.amendments.size();
        blocks.emplace_back(SignatureLine{
            .name = person_line(cosignature.signer_as),
            .signed_at = "co-signed " + cosignature.at.civil().str() + " as " +
                         cosignature.meaning + (added > 0 ? ", " + amended_times(added) : "") +
                         also});
    }
    blocks.emplace_back(Paragraph{
        "Note " + readable.note.uuid + ", digest " + signature.digest, Tone::small});
}

std::vector<std::string> letterhead_of(const NoteHeader& header) {
    std::vector<std::string> lines;
    for (const auto* key : {"name", "address", "phone", "email", "website"}) {
        for (const auto& line : split(header.practice(key), '\n')) {
            if (!trim(line).empty()) {
                lines.push_back(line);
            }
        }
    }
    return lines;
}

} // namespace

std::string person_line(const Value& person) {
    if (!person.is_object()) {
        return {};
    }
    std::string line = person.text_at("name");
    for (const auto* key : {"profession", "qualifications"}) {
        const auto text = person.text_at(key);
        line += text.empty() ? "" : ", " + text;
    }
    const auto licence = person.text_at("licence");
    return line + (licence.empty() ? "" : ", licence " + licence);
}

std::vector<Block> amendment_blocks(const std::vector<Amendment>& amendments, int level) {
    std::vector<Block> blocks;
    if (amendments.empty()) {
        return blocks;
    }
    blocks.emplace_back(Heading{level, amendments.size() == 1 ? "Amendment" : "Amendments"});
    for (const auto& amendment : amendments) {
        if (amendment.kind == "void") {
            blocks.emplace_back(Facts{
                {{"Voided", amendment.at.civil().str() + " by " + amendment.author_name},
                 {"Reason", amendment.reason}}});
            continue;
        }
        blocks.emplace_back(Facts{
            {{"Added", amendment.at.civil().str() + " by " + amendment.author_name},
             {"Reason", amendment.reason}}});
        blocks.emplace_back(Paragraph{amendment.text});
    }
    return blocks;
}

std::vector<Block> amendment_remarks(const Note& note) {
    std::vector<Block> blocks;
    for (const auto& amendment : note.amendments) {
        blocks.emplace_back(Paragraph{
            "Amendment of " + note.id.str() + ", " + amendment.at.civil().str() + ", " +
                amendment.author_name + ". Reason: " + amendment.reason + "\n" + amendment.text,
            Tone::remark});
    }
    return blocks;
}

namespace {

/// Takes the header that was signed, once it is known to be whole, and verifies the signatures.
void read_signature(
    Session& session, const Note& note, const std::string& client_uuid, ReadableNote& readable
) {
    if (!NoteHeader{note.signature->header}.is_whole()) {
        throw PracticeError(
            "practice_altered",
            note.id.str() + " is not what was signed: its header was changed outside praxis",
            "praxis audit verify"
        );
    }
    readable.header = note.signature->header;
    readable.intact = is_genuine(session.db(), note, client_uuid);
    for (const auto& cosignature : note.cosignatures) {
        if (!is_genuine(session.db(), note, cosignature)) {
            readable.forged.push_back(cosignature.uuid);
        }
    }
}

void add_warnings(std::vector<Block>& blocks, const ReadableNote& readable) {
    const auto& note = readable.note;
    const auto warn = [&blocks](std::string text) {
        blocks.emplace_back(Paragraph{std::move(text), Tone::warning});
    };
    if (note.signature && !readable.intact) {
        warn("This note is not what was signed: it was changed outside praxis. Compare it with a "
             "backup.");
    }
    if (!readable.forged.empty()) {
        warn("A co-signature under this note is not what was signed: it was changed outside "
             "praxis.");
    }
    if (const auto* amendment = find_void(note)) {
        warn(
            "This note is void: " + void_text(*amendment) +
            ". It is kept, and left out of lists, "
            "counts, letters, courses and charts."
        );
    }
    if (const auto added = without_void(note.amendments); !added.empty()) {
        warn("This note was " + amended_times(added.size()) + ": see its end.");
    }
}

void add_work_and_chart(std::vector<Block>& blocks, const ReadableNote& readable, int level) {
    add_work(blocks, readable, level);
    if (auto chart = body_chart_of(readable)) {
        blocks.emplace_back(Heading{level, "Body chart"});
        blocks.emplace_back(std::move(*chart));
    }
}

/// The parts in their order, with the work before what came of it.
void add_body(std::vector<Block>& blocks, const ReadableNote& readable, int level) {
    bool has_work = false;
    for (const auto* part : parts_of_note(readable.templates)) {
        if (part->id == "assessment") {
            add_work_and_chart(blocks, readable, level);
            has_work = true;
        }
        add_part(blocks, readable, *part, level);
    }
    if (!has_work) {
        add_work_and_chart(blocks, readable, level);
    }
}

} // namespace

ReadableNote make_readable(Session& session, TemplateShelf& shelf, Note note) {
    const auto uuid = session.get<clients::Directory>().get(session, note.client).uuid;
    return make_readable(session, shelf, std::move(note), uuid);
}

ReadableNote
make_readable(Session& session, TemplateShelf& shelf, Note note, const std::string& client_uuid) {
    ReadableNote readable;
    readable.templates = shelf.get_templates(note);
    if (note.signature) {
        read_signature(session, note, client_uuid, readable);
    } else {
        readable.header = make_header(session, note);
    }
    readable.note = std::move(note);
    return readable;
}

std::vector<Block> note_blocks(const ReadableNote& readable, int level) {
    const auto& note = readable.note;
    std::vector<Block> blocks;
    add_warnings(blocks, readable);
    blocks.emplace_back(head(readable));
    if (const auto carried = read_copied_fields(note.body); !carried.fields.empty()) {
        blocks.emplace_back(Paragraph{
            "* copied from " + carried.from + " and not changed for this session", Tone::remark});
    }
    add_body(blocks, readable, level);
    if (note.signature) {
        add_findings(blocks, readable, level);
        add_signature(blocks, readable);
        append(blocks, amendment_blocks(note.amendments, level));
    }
    return blocks;
}

Document note_document(Session& session, const ReadableNote& readable) {
    const auto& note = readable.note;
    auto document = new_document(session, "Note " + note.id.str());
    document.letterhead = letterhead_of(NoteHeader{readable.header});
    document.author = NoteHeader{readable.header}.therapist("name");
    if (find_void(note) != nullptr) {
        document.watermark = "VOID";
    }
    if (!note.signature) {
        document.watermark = "DRAFT";
        document.subtitle = is_locked(session, note)
                                ? "a locked draft: the deadline for signing has passed"
                                : "a draft, not signed yet";
    }
    document.add(note_blocks(readable, 1));
    return document;
}

} // namespace praxis::soap
