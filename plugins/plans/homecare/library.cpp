// SPDX-License-Identifier: MIT
#include "homecare/library.hpp"

#include <praxis/body.hpp>
#include <praxis/clients/concepts.hpp>
#include <praxis/error.hpp>
#include <praxis/text.hpp>

#include <algorithm>
#include <set>

namespace praxis::plans::home {

namespace {

constexpr std::string_view point = "home-care/1";

template <class Entry>
const Entry* find_by_id(const std::vector<Entry>& list, std::string_view id) {
    const auto found =
        std::find_if(list.begin(), list.end(), [id](const Entry& entry) { return entry.id == id; });
    return found == list.end() ? nullptr : &*found;
}

/// By id, otherwise by name.
template <class Entry>
const Entry& get_entry(
    const std::vector<Entry>& list,
    std::string_view word,
    const std::string& kind,
    const std::string& hint
) {
    const auto folded = fold(word);
    std::vector<std::string> ids;
    for (const auto& entry : list) {
        if (entry.id == folded || fold(entry.name) == folded) {
            return entry;
        }
        ids.push_back(entry.id);
    }
    const auto meant = did_you_mean(folded, ids);
    throw NotFound(
        "no " + kind + " is called " + std::string{word} +
            (meant ? ": did you mean " + *meant + "?" : ""),
        hint
    );
}

template <class Entry> void refuse_repeated(const std::vector<Entry>& list, const char* kind) {
    std::set<std::string> known;
    for (const auto& entry : list) {
        if (!known.insert(entry.id).second) {
            throw PluginError(
                std::string{"two files have the "} + kind + " " + entry.id,
                "praxis plugin list shows the plugins"
            );
        }
    }
}

[[noreturn]] void refuse_unknown(
    const Reference& named, const std::string& kind, const std::vector<std::string>& known
) {
    const auto meant = did_you_mean(named.id, known);
    throw PluginError(
        named.place + ": there is no " + kind + " " + named.id +
            (meant ? ": did you mean " + *meant + "?" : ""),
        "praxis plugin doctor"
    );
}

template <class Entry>
void refuse_unknown_names(
    const std::vector<Reference>& names, const std::string& kind, const std::vector<Entry>& entries
) {
    std::set<std::string> known;
    for (const auto& entry : entries) {
        known.insert(entry.id);
    }
    for (const auto& named : names) {
        if (!known.contains(named.id)) {
            refuse_unknown(named, kind, {known.begin(), known.end()});
        }
    }
}

/// What is there to complete; a file with a mistake completes nothing.
template <class Member> std::vector<std::string> ids_of(const Completing& half, Member member) {
    Library library;
    std::vector<std::string> ids;
    for (const auto& file : half.contributed_files(point)) {
        read_library(file, library);
    }
    for (const auto& entry : library.*member) {
        ids.push_back(entry.id);
    }
    return ids;
}

} // namespace

const Item* Library::find_item(std::string_view id) const {
    return find_by_id(items, id);
}

const Checklist* Library::find_checklist(std::string_view id) const {
    return find_by_id(checklists, id);
}

const Tool* Library::find_tool(std::string_view word) const {
    const auto folded = fold(word);
    const auto found = std::find_if(tools.begin(), tools.end(), [&folded](const Tool& tool) {
        return tool.id == folded || fold(tool.name) == folded ||
               std::any_of(tool.words.begin(), tool.words.end(), [&folded](const auto& other) {
                   return fold(other) == folded;
               });
    });
    return found == tools.end() ? nullptr : &*found;
}

std::string Library::tool_name(std::string_view id) const {
    const auto* const tool = find_by_id(tools, id);
    return tool == nullptr ? std::string{id} : tool->name;
}

std::string_view verdict_name(Verdict verdict) {
    switch (verdict) {
    case Verdict::leave_out:
        return "leave-out";
    case Verdict::ask:
        return "ask";
    case Verdict::without:
        break;
    }
    return "without";
}

const std::vector<std::string>& all_categories() {
    static const std::vector<std::string> categories{
        "exercise",
        "yoga",
        "self-massage",
        "heat",
        "cold",
        "contrast",
        "posture",
        "ergonomics",
        "relaxation",
        "meditation",
        "diet",
        "after-care"};
    return categories;
}

void check_library(const Library& library, const KnowsConcept& knows_concept) {
    refuse_repeated(library.items, "home-care item");
    refuse_repeated(library.tools, "tool");
    refuse_repeated(library.tags, "tag");
    refuse_repeated(library.limits, "limit");
    refuse_repeated(library.checklists, "checklist");
    refuse_unknown_names(library.names.items, "item", library.items);
    refuse_unknown_names(library.names.tools, "tool", library.tools);
    refuse_unknown_names(library.names.tags, "tag", library.tags);
    for (const auto& named : library.names.concepts) {
        if (!knows_concept(named.id)) {
            refuse_unknown(named, "concept", {});
        }
    }
}

Library load_library(Session& session) {
    Library library;
    const auto files = session.contributed_files(point);
    if (files.empty()) {
        throw PluginError(
            "the home care of the plugin '" PRAXIS_PLUGIN_NAME "' is missing",
            "install praxis again"
        );
    }
    for (const auto& file : files) {
        read_library(file, library);
    }
    auto& concepts = session.get<clients::Concepts>();
    check_library(library, [&](const std::string& id) { return concepts.knows(session, id); });
    return library;
}

const Item& get_item(const Library& library, std::string_view word) {
    const auto& item =
        get_entry(library.items, word, "home care", "praxis homecare library lists all of it");
    if (!item.enabled) {
        throw Refused(
            item.id + " is switched off: no source supports it", "praxis homecare show " + item.id
        );
    }
    return item;
}

const Tool& get_tool(const Library& library, std::string_view word) {
    if (const auto* const tool = library.find_tool(word)) {
        return *tool;
    }
    std::vector<std::string> ids;
    for (const auto& tool : library.tools) {
        ids.push_back(tool.id);
    }
    const auto meant = did_you_mean(fold(word), ids);
    throw UsageError(
        "no tool is called " + std::string{word} + (meant ? ": did you mean " + *meant + "?" : ""),
        "choose from " + join(ids, ", ")
    );
}

const Checklist& get_checklist(const Library& library, std::string_view word) {
    std::vector<std::string> ids;
    for (const auto& list : library.checklists) {
        ids.push_back(list.id);
    }
    return get_entry(library.checklists, word, "checklist", "choose from " + join(ids, ", "));
}

std::vector<std::string> complete_item(const Completing& half) {
    return ids_of(half, &Library::items);
}

std::vector<std::string> complete_tool(const Completing& half) {
    return ids_of(half, &Library::tools);
}

std::vector<std::string> complete_checklist(const Completing& half) {
    return ids_of(half, &Library::checklists);
}

std::vector<std::string> complete_area(const Completing& /*half*/) {
    return all_regions();
}

} // namespace praxis::plans::home
