// SPDX-License-Identifier: MIT
#include "note/note_templates.hpp"

#include "note/note_body.hpp"
#include "note/note_queries.hpp"

#include <praxis/digest.hpp>
#include <praxis/error.hpp>

#include <algorithm>

namespace praxis::soap {

namespace {

const Template*
find_by_id(const std::vector<std::shared_ptr<const Template>>& templates, std::string_view id) {
    const auto found = std::find_if(templates.begin(), templates.end(), [id](const auto& each) {
        return each->id == id;
    });
    return found == templates.end() ? nullptr : found->get();
}

std::shared_ptr<const Template> read_stored(SQLite::Database& db, const TemplateReference& used) {
    const auto text = template_text(db, used.digest);
    if (!text || digest_of(*text) != used.digest) {
        throw Refused(
            "the template " + used.id + " version " + std::to_string(used.version) +
                " of a note is missing, or was changed outside praxis",
            "restore a backup: praxis backup restore"
        );
    }
    std::vector<Problem> problems;
    auto read = read_template(*text, used.id + ".toml", problems);
    read.id = used.id;
    read.digest = used.digest;
    return std::make_shared<const Template>(std::move(read));
}

} // namespace

const Template* NoteTemplates::find_part(std::string_view id) const {
    return find_by_id(parts, id);
}

const Template* NoteTemplates::find_technique(std::string_view id) const {
    return find_by_id(techniques, id);
}

std::string NoteTemplates::technique_name(std::string_view id) const {
    const auto* technique = find_technique(id);
    return technique == nullptr ? std::string{id} : technique->name;
}

NoteTemplates templates_for(const Value& body, const TemplateBook& book) {
    NoteTemplates templates;
    const auto add_part = [&templates](const Template& part) {
        templates.parts.push_back(std::make_shared<const Template>(part));
    };
    add_part(book.session());
    add_part(book.block());
    std::for_each(book.parts().begin(), book.parts().end(), add_part);
    for (const auto& id : NoteBody{body}.techniques()) {
        const auto* technique = book.find_technique(id);
        if (technique != nullptr && templates.find_technique(technique->id) == nullptr) {
            templates.techniques.push_back(std::make_shared<const Template>(*technique));
        }
    }
    return templates;
}

std::vector<TemplateReference> references_to(const NoteTemplates& templates) {
    std::vector<TemplateReference> references;
    const auto add = [&references](const char* kind, const Template& each) {
        references.push_back({kind, each.id, each.version, each.digest});
    };
    for (const auto& part : templates.parts) {
        add("part", *part);
    }
    for (const auto& technique : templates.techniques) {
        add("technique", *technique);
    }
    return references;
}

NoteTemplates TemplateShelf::get_templates(const std::vector<TemplateReference>& used) {
    NoteTemplates templates;
    for (const auto& each : used) {
        auto found = std::find_if(read_.begin(), read_.end(), [&each](const auto& read) {
            return read->digest == each.digest;
        });
        if (found == read_.end()) {
            found = read_.insert(read_.end(), read_stored(db_, each));
        }
        (each.kind == "part" ? templates.parts : templates.techniques).push_back(*found);
    }
    return templates;
}

const Field* find_field(const std::vector<Field>& fields, std::string_view name) {
    const auto found = std::find_if(fields.begin(), fields.end(), [name](const Field& field) {
        return field.name == name;
    });
    return found == fields.end() ? nullptr : &*found;
}

std::vector<const Template*> parts_of_note(const NoteTemplates& templates) {
    std::vector<const Template*> parts;
    for (const auto& part : templates.parts) {
        if (part->id != "session" && part->id != "block") {
            parts.push_back(part.get());
        }
    }
    return parts;
}

std::vector<Field> block_fields(const Value& block, const NoteTemplates& templates) {
    const auto* common = templates.find_part("block");
    const auto* technique = templates.find_technique(block.text_at("technique"));
    if (common == nullptr || technique == nullptr) {
        const auto* only = common == nullptr ? technique : common;
        return only == nullptr ? std::vector<Field>{} : only->fields;
    }
    return fields_of_block(*common, *technique);
}

Value without_computed(const Value& body, const NoteTemplates& templates) {
    auto typed = body;
    const auto strip = [](Value& table, const Template& used) {
        if (!table.is_object()) {
            return;
        }
        for (const auto& computed : used.computed) {
            std::erase_if(table.as_object(), [&computed](const Value::Member& member) {
                return member.first == computed.name;
            });
        }
    };
    for (const auto* part : parts_of_note(templates)) {
        if (auto* table = typed.find(part->id)) {
            strip(*table, *part);
        }
    }
    if (auto* blocks = typed.find("block"); blocks != nullptr && blocks->is_array()) {
        for (auto& block : blocks->as_array()) {
            if (const auto* used = templates.find_technique(block.text_at("technique"))) {
                strip(block, *used);
            }
        }
    }
    return typed;
}

} // namespace praxis::soap
