// SPDX-License-Identifier: MIT
#include "template/template.hpp"

#include <praxis/error.hpp>
#include <praxis/text.hpp>
#include <praxis/value.hpp>

#include <algorithm>
#include <array>
#include <iterator>
#include <set>
#include <utility>

namespace praxis::soap {

namespace {

constexpr std::string_view own_plugin = "soap";
constexpr std::array<std::string_view, 5> parts_of_a_note{
    "consent", "subjective", "objective", "assessment", "plan"};

Template load_file(const ContributedFile& file) {
    std::vector<Problem> problems;
    auto made = read_template(file.text, file.path, problems);
    if (!problems.empty()) {
        throw Refused(describe(problems, file.path), "praxis technique check " + file.path);
    }
    made.origin = file.plugin;
    return made;
}

const Template* find_in(const std::vector<Template>& templates, std::string_view id) {
    const auto found = std::find_if(templates.begin(), templates.end(), [id](const auto& one) {
        return one.id == id;
    });
    return found == templates.end() ? nullptr : &*found;
}

/// The id of a technique, which its file has before the fields; empty when the file cannot be read,
/// which is reported.
std::string id_in_head(Session& session, const ContributedFile& file) {
    try {
        const auto head = parse_toml(file.text.substr(0, file.text.find("\n[[")), file.path);
        const auto* const about = head.find("technique");
        return about == nullptr ? std::string{} : about->text_at("id");
    } catch (const Refused& error) {
        session.report(std::string{"technique not loaded: "} + error.what());
        return {};
    }
}

Template take(std::vector<Template>& templates, std::string_view id) {
    const auto found = std::find_if(templates.begin(), templates.end(), [id](const auto& one) {
        return one.id == id;
    });
    if (found == templates.end()) {
        throw PluginError(
            "the plugin soap is incomplete: parts/" + std::string{id} + ".toml is missing",
            "reinstall praxis, then run: praxis plugin doctor"
        );
    }
    auto taken = std::move(*found);
    templates.erase(found);
    return taken;
}

} // namespace

TemplateBook TemplateBook::load(Session& session) {
    auto book = from_files(
        session.contributed_files("note-part/1"), session.contributed_files("technique/1")
    );
    for (const auto& broken : book.broken_) {
        session.report("technique not loaded: " + broken.message);
    }
    return book;
}

TemplateBook TemplateBook::from_files(
    const std::vector<ContributedFile>& part_files,
    const std::vector<ContributedFile>& technique_files
) {
    TemplateBook book;
    std::vector<Template> parts;
    for (const auto& file : part_files) {
        parts.push_back(load_file(file));
    }
    book.session_ = take(parts, "session");
    book.block_ = take(parts, "block");
    for (const auto id : parts_of_a_note) {
        book.parts_.push_back(take(parts, id));
    }
    std::move(parts.begin(), parts.end(), std::back_inserter(book.parts_));
    // Ours first, so that no other plugin can take one of our ids.
    for (const bool ours : {true, false}) {
        for (const auto& file : technique_files) {
            if ((file.plugin == own_plugin) == ours) {
                book.add_technique(file);
            }
        }
    }
    std::sort(book.techniques_.begin(), book.techniques_.end(), [](const auto& a, const auto& b) {
        return a.id < b.id;
    });
    return book;
}

std::vector<std::string> TemplateBook::technique_ids() const {
    std::vector<std::string> ids;
    ids.reserve(techniques_.size());
    for (const auto& technique : techniques_) {
        ids.push_back(technique.id);
    }
    return ids;
}

void TemplateBook::add_technique(const ContributedFile& file) {
    try {
        auto made = load_file(file);
        if (const auto* const other = find_in(techniques_, made.id)) {
            throw Refused(
                file.path + ": the plugin " + other->origin + " already has the technique " +
                made.id
            );
        }
        techniques_.push_back(std::move(made));
    } catch (const Refused& error) {
        if (file.plugin == own_plugin) {
            throw;
        }
        broken_.push_back({file.name, file.path, error.what()});
    }
}

const Template* TemplateBook::find_technique(std::string_view id) const {
    return find_in(techniques_, id);
}

const Template& TemplateBook::get_technique(std::string_view id) const {
    if (const auto* const found = find_technique(id)) {
        return *found;
    }
    const auto broken = std::find_if(broken_.begin(), broken_.end(), [id](const auto& one) {
        return one.name == id;
    });
    if (broken != broken_.end()) {
        throw Refused(broken->message, "praxis technique check " + broken->path);
    }
    const auto meant = did_you_mean(id, technique_ids());
    throw NotFound(
        "there is no technique " + std::string{id},
        meant ? "did you mean " + *meant + "?" : "to see all: praxis technique list"
    );
}

std::vector<std::string> technique_ids(Session& session) {
    std::set<std::string> ids;
    for (const auto& file : session.contributed_files("technique/1")) {
        if (auto id = id_in_head(session, file); !id.empty()) {
            ids.insert(std::move(id));
        }
    }
    return {ids.begin(), ids.end()};
}

std::vector<Field> fields_of_block(const Template& common, const Template& technique) {
    std::vector<Field> fields;
    std::copy_if(
        common.fields.begin(),
        common.fields.end(),
        std::back_inserter(fields),
        [&technique](const Field& field) {
            return std::none_of(
                technique.fields.begin(),
                technique.fields.end(),
                [&field](const Field& own) { return own.name == field.name; }
            );
        }
    );
    fields.insert(fields.end(), technique.fields.begin(), technique.fields.end());
    return fields;
}

std::string describe(const std::vector<Problem>& problems, std::string_view source) {
    std::string text;
    for (const auto& problem : problems) {
        std::string place{source};
        if (problem.line > 0) {
            place += (place.empty() ? "line " : " line ") + std::to_string(problem.line);
            if (problem.column > 0) {
                place += ", column " + std::to_string(problem.column);
            }
        }
        text += text.empty() ? "" : "\n";
        text += place.empty() ? "" : place + ": ";
        text += problem.weight == Problem::Weight::warning ? "warning: " : "";
        const auto named = problem.place.text();
        text += named.empty() && problem.path.empty()
                    ? ""
                    : (named.empty() ? problem.path : named) + ": ";
        text += problem.message;
        text += problem.hint.empty() ? "" : " (" + problem.hint + ")";
    }
    return text;
}

} // namespace praxis::soap
