// SPDX-License-Identifier: MIT
#include "note/note_index.hpp"
#include "write/note_writing.hpp"

#include <praxis/command.hpp>
#include <praxis/text.hpp>

#include <algorithm>
#include <map>

namespace praxis {
namespace {

struct Args {
    std::string first;
    std::string second;
};

void options(Options<Args>& options) {
    options.argument(&Args::first, "NOTE", "a note's number");
    options.argument(&Args::second, "OTHER", "the note to compare it with");
}

/// Each fact of a note under its path, in the order of the note.
struct Facts {
    std::vector<std::string> paths;
    std::map<std::string, std::string> texts;
};

std::string with_unit(const soap::Entry& entry) {
    const bool plain = entry.unit.empty() || entry.unit == "NPRS";
    return entry.value.plain() + (plain ? "" : " " + entry.unit);
}

/// The items of a list are one fact, so that a list is one line of the table.
Facts facts_of(soap::TemplateShelf& shelf, const soap::Note& note) {
    Facts facts;
    for (const auto& entry : soap::entries_of(note.body, shelf.get_templates(note))) {
        auto path = entry.path;
        if (path.ends_with("]")) {
            path.resize(path.rfind('['));
        }
        auto& text = facts.texts[path];
        if (text.empty()) {
            facts.paths.push_back(path);
        }
        text += (text.empty() ? "" : "; ") + with_unit(entry);
    }
    return facts;
}

Value text_at(const Facts& facts, const std::string& path) {
    const auto found = facts.texts.find(path);
    return found == facts.texts.end() ? Value{} : Value{found->second};
}

Result run(Session& session, const Args& args) {
    const auto first = soap::get_note(session, args.first);
    const auto second = soap::get_note(session, args.second);
    soap::TemplateShelf shelf{session.db()};
    const auto before = facts_of(shelf, first);
    const auto after = facts_of(shelf, second);
    auto paths = before.paths;
    for (const auto& path : after.paths) {
        if (std::find(paths.begin(), paths.end(), path) == paths.end()) {
            paths.push_back(path);
        }
    }
    Table table;
    table.columns = {{"field", "field"}, {"first", first.id.str()}, {"second", second.id.str()}};
    table.when_empty = "the two notes have the same content";
    for (const auto& path : paths) {
        auto left = text_at(before, path);
        auto right = text_at(after, path);
        if (left != right) {
            table.rows.push_back({path, std::move(left), std::move(right)});
        }
    }
    if (first.client != second.client) {
        session.report("the two notes are of different clients");
    }
    return table;
}

} // namespace

CommandSpec note_diff_command() {
    return command<Args>({
        .summary = "compare two notes, field by field",
        .details = "Compares drafts and signed notes, without their amendments, and shows only the "
                   "fields that differ.",
        .examples = {"praxis note diff N-0001 N-0002", "praxis note diff N-0001 N-0002 --json"},
        .access = Access::read,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
