// SPDX-License-Identifier: MIT
#include "show/note_document.hpp"

#include "note/note_deadline.hpp"
#include "show/note_body_chart.hpp"
#include "show/note_facts.hpp"
#include "sign/note_cosigning.hpp"
#include "sign/note_signing.hpp"

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

std::vector<Block> work_block(
    const ReadableNote& readable,
    const Value& block,
    const CopiedFields& carried,
    const std::string& path
) {
    const auto id = block.text_at("technique");
    TableWriter writer{block, carried, path};
    for (const auto* name : {"technique", "region", "side", "minutes"}) {
        writer.leave_out(name);
    }
    const auto* common = readable.templates.find_part("block");
    const auto* used = readable.templates.find_technique(id);
    if (used != nullptr) {
        for (const auto& field : used->fields) {
            writer.field(field);
        }
        for (const auto& computed : used->computed) {
            writer.computed(computed);
        }
    }
    if (common != nullptr) {
        if (const auto* remarks = find_field(common->fields, "text")) {
            writer.field(*remarks);
        }
    }
    return writer.take();
}

std::string work_title(
    const ReadableNote& readable,
    const Value& block,
    const CopiedFields& carried,
    const std::string& path
) {
    std::string title = readable.templates.technique_name(block.text_at("technique"));
    const auto place = place_of(block);
    title += place.empty() ? "" : ", " + with_star(place, carried, path + ".region");
    if (const auto* minutes = block.find("minutes")) {
        title += ", " + with_star(minutes->plain() + " min", carried, path + ".minutes");
    }
    return title;
}

void add_work(std::vector<Block>& blocks, const ReadableNote& readable, int level) {
    const auto* list = readable.note.body.find("block");
    if (list == nullptr || !list->is_array() || list->as_array().empty()) {
        return;
    }
    blocks.emplace_back(Heading{level, "Work done"});
    const auto carried = read_copied_fields(readable.note.body);
    std::size_t number = 0;
    for (const auto& block : list->as_array()) {
        const auto path = "block[" + std::to_string(++number) + "]";
        blocks.emplace_back(Heading{
            std::min(level + 1, 3), work_title(readable, block, carried, path)});
        append(blocks, work_block(readable, block, carried, path));
    }
}

void add_part(
    std::vector<Block>& blocks, const ReadableNote& readable, const Template& part, int level
) {
    const auto* table = readable.note.body.find(part.id);
    if (table != nullptr && table->is_object() && !table->as_object().empty()) {
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

std::string client_line(const Value& client) {
    const auto born = client.text_at("born");
    return client.text_at("full_name") + " (" + client.text_at("id") + ")" +
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

/// Facts of the whole note's head; what `note_blocks` begins with.
Facts head(const ReadableNote& readable) {
    const auto& note = readable.note;
    const auto& header = readable.header;
    std::vector<Fact> facts;
    add_fact(facts, "Client", client_line(*header.find("client")));
    auto session = note.began.civil().str();
    session += note.length ? ", " + std::to_string(note.length->count()) + " min" : "";
    add_fact(facts, "Session", session);
    add_fact(facts, "Techniques", technique_names(readable));
    if (const auto* complaint = header.find("complaint"); complaint && complaint->is_object()) {
        add_fact(
            facts, "Complaint", complaint->text_at("title") + " (" + complaint->text_at("id") + ")"
        );
    }
    const auto pain = pain_text(note.pain_before, note.pain_after);
    add_fact(facts, "Pain", pain.empty() ? "" : pain + " of 10");
    add_fact(facts, "Conditions", conditions_line(*header.find("conditions")));
    add_fact(facts, "Therapist", person_line(*header.find("therapist")));
    add_fact(facts, "Written", civil_text(header.text_at("entered")));
    add_fact(facts, "Late, because", note.body.text_at("late"));
    return Facts{std::move(facts)};
}

Value cosignatures_value(const Note& note) {
    Value::Array list;
    for (const auto& cosignature : note.cosignatures) {
        list.push_back(to_value(cosignature));
    }
    return list;
}

std::string amended_times(std::size_t times) {
    return times == 1 ? "amended once" : "amended " + std::to_string(times) + " times";
}

/// What was said of the work when the note was signed, and answered.
void add_checks(std::vector<Block>& blocks, const ReadableNote& readable, int level) {
    const auto* checks = readable.header.find("checks");
    if (checks == nullptr || !checks->is_array()) {
        return;
    }
    Bullets bullets;
    for (const auto& check : checks->as_array()) {
        if (!check.is_object()) {
            continue;
        }
        const auto answer = check.text_at("answer");
        const auto by = check.text_at("answered_by");
        bullets.items.push_back(
            readable.templates.technique_name(check.text_at("technique")) + ", " +
            check.text_at("weight") + ": " + check.text_at("why") + " (" + check.text_at("rule") +
            ")" + (answer.empty() ? "" : ". All the same: " + answer) +
            (by.empty() ? "" : " (" + by + ")")
        );
    }
    blocks.emplace_back(Heading{level, "Checks when it was signed"});
    blocks.emplace_back(std::move(bullets));
}

void add_signature(std::vector<Block>& blocks, const ReadableNote& readable) {
    const auto& signature = *readable.note.signature;
    const auto* signer = readable.header.find("signer");
    blocks.emplace_back(SignatureLine{
        .name = signer == nullptr ? signature.signer.str() : person_line(*signer),
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

std::vector<std::string> letterhead_of(const Value& practice) {
    std::vector<std::string> lines;
    for (const auto* key : {"name", "address", "phone", "email", "website"}) {
        for (const auto& line : split(practice.text_at(key), '\n')) {
            if (!trim(line).empty()) {
                lines.push_back(line);
            }
        }
    }
    return lines;
}

Value signature_value(const ReadableNote& readable) {
    if (!readable.note.signature) {
        return {};
    }
    const auto& signature = *readable.note.signature;
    return Value::Object{
        {"at", signature.at.iso()},
        {"signer", signature.signer.str()},
        {"meaning", signature.meaning},
        {"digest", signature.digest},
        {"public_key", signature.seal.public_key},
        {"signature", signature.seal.value},
        {"intact", readable.intact},
    };
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
        blocks.emplace_back(Facts{
            {{"Added", amendment.at.civil().str() + " by " + amendment.author_name},
             {"Reason", amendment.reason}}});
        blocks.emplace_back(Paragraph{amendment.text});
    }
    return blocks;
}

namespace {

/// Whoever signed put these in; all that shows a note takes them for granted.
bool is_whole(const Value& header) {
    const auto* client = header.find("client");
    const auto* practice = header.find("practice");
    const auto* conditions = header.find("conditions");
    return client != nullptr && client->is_object() && practice != nullptr &&
           practice->is_object() && header.find("therapist") != nullptr && conditions != nullptr &&
           (conditions->is_null() || conditions->is_array());
}

} // namespace

ReadableNote make_readable(Session& session, TemplateShelf& shelf, Note note) {
    ReadableNote readable;
    readable.templates = shelf.get_templates(note);
    if (note.signature) {
        if (!is_whole(note.signature->header)) {
            throw PracticeError(
                "practice_altered",
                note.id.str() + " is not what was signed: its header was changed behind praxis",
                "praxis audit verify"
            );
        }
        const auto client = session.get<clients::Directory>().get(session, note.client);
        readable.intact = is_genuine(session.db(), note, client.uuid);
        for (const auto& cosignature : note.cosignatures) {
            if (!is_genuine(session.db(), cosignature, note)) {
                readable.forged.push_back(cosignature.uuid);
            }
        }
        readable.header = note.signature->header;
    } else {
        readable.header = header_of(session, note);
    }
    readable.note = std::move(note);
    return readable;
}

std::vector<Block> note_blocks(const ReadableNote& readable, int level) {
    const auto& note = readable.note;
    std::vector<Block> blocks;
    if (note.signature && !readable.intact) {
        blocks.emplace_back(Paragraph{
            "This note is not what was signed: it was changed behind praxis. Compare it with a "
            "backup.",
            Tone::warning});
    }
    if (!readable.forged.empty()) {
        blocks.emplace_back(Paragraph{
            "A co-signature under this note is not what was signed: it was changed behind praxis.",
            Tone::warning});
    }
    if (!note.amendments.empty()) {
        blocks.emplace_back(Paragraph{
            "This note was " + amended_times(note.amendments.size()) + ": see its end.",
            Tone::warning});
    }
    blocks.emplace_back(head(readable));
    if (const auto carried = read_copied_fields(note.body); !carried.fields.empty()) {
        blocks.emplace_back(Paragraph{
            "* taken over from " + carried.from + ", and not changed for this session",
            Tone::remark});
    }
    bool worked = false;
    const auto add_work_and_chart = [&] {
        add_work(blocks, readable, level);
        if (auto chart = body_chart_of(readable)) {
            blocks.emplace_back(Heading{level, "Body chart"});
            blocks.emplace_back(std::move(*chart));
        }
    };
    for (const auto* part : parts_of_note(readable.templates)) {
        if (part->id == "assessment") {
            add_work_and_chart();
            worked = true;
        }
        add_part(blocks, readable, *part, level);
    }
    if (!worked) {
        add_work_and_chart();
    }
    if (note.signature) {
        add_checks(blocks, readable, level);
        add_signature(blocks, readable);
        append(blocks, amendment_blocks(note.amendments, level));
    }
    return blocks;
}

Document note_document(Session& session, const ReadableNote& readable) {
    const auto& note = readable.note;
    auto document = new_document(session, "Note " + note.id.str());
    document.letterhead = letterhead_of(*readable.header.find("practice"));
    document.author = readable.header.find("therapist")->text_at("name");
    if (!note.signature) {
        document.watermark = "DRAFT";
        document.subtitle = is_locked(session, note)
                                ? "a draft, locked: its time to be signed is over"
                                : "a draft, not signed yet";
    }
    document.add(note_blocks(readable, 1));
    return document;
}

Value note_value(Session& session, const ReadableNote& readable) {
    const auto& note = readable.note;
    Value::Array amendments;
    for (const auto& amendment : note.amendments) {
        amendments.push_back(to_value(amendment));
    }
    return Value::Object{
        {"id", note.id.str()},
        {"uuid", note.uuid},
        {"state", note.signature ? "signed" : "draft"},
        {"client_id", note.client.str()},
        {"complaint_id", note.complaint ? Value{note.complaint->str()} : Value{}},
        {"date", note.began.iso()},
        {"minutes", note.length ? Value{std::int64_t{note.length->count()}} : Value{}},
        {"techniques", Value::Array(note.techniques.begin(), note.techniques.end())},
        {"pain_before", note.pain_before},
        {"pain_after", note.pain_after},
        {"author_id", note.author.str()},
        {"created_at", session.zone().at(note.created).iso()},
        {"changed_at", session.zone().at(note.changed).iso()},
        {"header", readable.header},
        {"body", note.body},
        {"signature", signature_value(readable)},
        {"amendments", std::move(amendments)},
        {"cosignatures", cosignatures_value(note)},
        {"templates", to_value(note.templates)},
    };
}

} // namespace praxis::soap
