// SPDX-License-Identifier: MIT
#include "check/profile.hpp"
#include "template/table_read.hpp"

#include <praxis/text.hpp>

#include <algorithm>
#include <set>

namespace praxis::soap {

namespace {

bool is_path(std::string_view path) {
    const auto fits = [](char letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') ||
               letter == '_' || letter == '-';
    };
    const auto is_name = [&fits](std::string name) {
        name.resize(name.size() - (name.ends_with("[]") ? 2 : 0));
        return !name.empty() && std::all_of(name.begin(), name.end(), fits);
    };
    const auto names = split(path, '.');
    return std::all_of(names.begin(), names.end(), is_name);
}

std::vector<std::string>
read_paths(TableReader& reader, const Value& table, const std::string& path) {
    auto paths = reader.texts(table, "note", path);
    for (const auto& named : paths) {
        if (!is_path(named)) {
            reader.report_error(
                *table.find("note"),
                "note",
                path,
                "note: give a path such as \"assessment.response\""
            );
        }
    }
    return paths;
}

std::vector<std::string>
read_facts(TableReader& reader, const Value& table, const std::string& path) {
    auto facts = reader.texts(table, "facts", path);
    for (const auto& named : facts) {
        if (std::find(all_facts().begin(), all_facts().end(), named) == all_facts().end()) {
            const auto meant = did_you_mean(named, all_facts());
            reader.report_error(
                *table.find("facts"),
                "facts",
                path,
                "facts: unknown fact " + named,
                meant ? "did you mean " + *meant + "?" : "choose from " + join(all_facts(), ", ")
            );
        }
    }
    return facts;
}

ProfileItem read_item(TableReader& reader, const Value& table, const Profile& profile) {
    ProfileItem item;
    item.id = reader.id(table, "item " + std::to_string(profile.items.size() + 1));
    const auto path = "item " + item.id;
    reader.refuse_unknown_keys(table, {"id", "text", "source", "note", "facts", "minors"}, path);
    item.text = reader.text(table, "text", path, true);
    item.source = reader.source(table, path, profile.sources);
    item.note = read_paths(reader, table, path);
    item.facts = read_facts(reader, table, path);
    item.minors = reader.flag(table, "minors", path);
    if (table.find("note") == nullptr && table.find("facts") == nullptr) {
        reader.report_error(table, "", path, "note or facts is missing");
    }
    return item;
}

void refuse_duplicates(TableReader& reader, const std::vector<const Value*>& tables) {
    std::set<std::string> seen;
    for (const auto* const table : tables) {
        const auto id = table->text_at("id");
        if (!id.empty() && !seen.insert(id).second) {
            reader.report_error(*table->find("id"), "id", "item " + id, "duplicate id");
        }
    }
}

void read_about(TableReader& reader, const Value& about, Profile& profile) {
    const std::string path = "[profile]";
    reader.refuse_unknown_keys(about, {"id", "name", "jurisdiction", "version", "source"}, path);
    profile.id = reader.id(about, path);
    profile.name = reader.text(about, "name", path, true);
    profile.jurisdiction = reader.text(about, "jurisdiction", path);
    profile.version = reader.version(about, path);
    profile.sources = reader.texts(about, "source", path);
}

} // namespace

Profile
read_profile(std::string_view text, const std::string& source, std::vector<Problem>& problems) {
    TableReader reader{text, problems};
    const auto root = parse_toml(text, source);
    Profile profile;
    reader.refuse_unknown_keys(root, {"profile", "item"}, "the file");
    const auto* const about = reader.head(root, "profile");
    if (about == nullptr) {
        return profile;
    }
    read_about(reader, *about, profile);
    const auto tables = reader.tables(root, "item", "the file");
    for (const auto* const table : tables) {
        profile.items.push_back(read_item(reader, *table, profile));
    }
    refuse_duplicates(reader, tables);
    if (tables.empty()) {
        reader.report_error(*about, "", "the file", "at least one [[item]] is needed");
    }
    return profile;
}

} // namespace praxis::soap
