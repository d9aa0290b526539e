// SPDX-License-Identifier: MIT
#include "check/scope.hpp"
#include "template/table_read.hpp"

#include <string>

namespace praxis::soap {

namespace {

ScopePhrase read_phrase(
    TableReader& reader, const Value& table, const std::string& path, const ScopeFile& file
) {
    reader.refuse_unknown_keys(table, {"words", "except", "instead", "source"}, path);
    return {
        .terms = reader.texts(table, "words", path, true),
        .except = reader.texts(table, "except", path),
        .instead = reader.text(table, "instead", path, true),
        .source = reader.source(table, path, file.sources),
    };
}

ScopeDamage read_damage(
    TableReader& reader, const Value& table, const std::string& path, const ScopeFile& file
) {
    reader.refuse_unknown_keys(
        table, {"structures", "states", "between", "instead", "source"}, path
    );
    return {
        .structures = reader.texts(table, "structures", path, true),
        .states = reader.texts(table, "states", path, true),
        .between = reader.texts(table, "between", path),
        .instead = reader.text(table, "instead", path, true),
        .source = reader.source(table, path, file.sources),
    };
}

ScopeDenial read_denial(TableReader& reader, const Value& table) {
    const std::string path = "[denial]";
    reader.refuse_unknown_keys(table, {"words", "through"}, path);
    return {
        .terms = reader.texts(table, "words", path, true),
        .through = reader.texts(table, "through", path),
    };
}

Attribution read_attribution(TableReader& reader, const Value& table) {
    const std::string path = "[attribution]";
    reader.refuse_unknown_keys(
        table,
        {"cues",
         "verbs",
         "between",
         "titles",
         "professions",
         "credentials",
         "particles",
         "stops",
         "turns",
         "nothing"},
        path
    );
    return {
        .cues = reader.texts(table, "cues", path),
        .verbs = reader.texts(table, "verbs", path),
        .between = reader.texts(table, "between", path),
        .titles = reader.texts(table, "titles", path),
        .professions = reader.texts(table, "professions", path),
        .credentials = reader.texts(table, "credentials", path),
        .particles = reader.texts(table, "particles", path),
        .stops = reader.texts(table, "stops", path),
        .turns = reader.texts(table, "turns", path),
        .nothing = reader.texts(table, "nothing", path),
    };
}

void read_about(TableReader& reader, const Value& about, bool has_terms, ScopeFile& file) {
    const std::string path = "[scope]";
    reader.refuse_unknown_keys(about, {"id", "name", "version", "source", "parts", "says"}, path);
    file.id = reader.id(about, path);
    file.name = reader.text(about, "name", path, true);
    file.version = reader.version(about, path);
    file.sources = reader.texts(about, "source", path);
    file.parts = reader.texts(about, "parts", path, has_terms);
    file.says = reader.text(about, "says", path, has_terms);
}

} // namespace

ScopeFile
read_scope(std::string_view text, const std::string& source, std::vector<Problem>& problems) {
    TableReader reader{text, problems};
    const auto root = parse_toml(text, source);
    ScopeFile file;
    reader.refuse_unknown_keys(
        root, {"scope", "phrase", "damage", "denial", "attribution"}, "the file"
    );
    const auto* const about = reader.head(root, "scope");
    if (about == nullptr) {
        return file;
    }
    const bool has_terms = root.find("phrase") != nullptr || root.find("damage") != nullptr;
    read_about(reader, *about, has_terms, file);
    for (const auto* const table : reader.tables(root, "phrase", "the file")) {
        const auto path = "phrase " + std::to_string(file.phrases.size() + 1);
        file.phrases.push_back(read_phrase(reader, *table, path, file));
    }
    for (const auto* const table : reader.tables(root, "damage", "the file")) {
        const auto path = "damage " + std::to_string(file.damages.size() + 1);
        file.damages.push_back(read_damage(reader, *table, path, file));
    }
    if (const auto* const table = root.find("denial"); table != nullptr && table->is_object()) {
        file.denial = read_denial(reader, *table);
    }
    if (const auto* const table = root.find("attribution");
        table != nullptr && table->is_object()) {
        file.attribution = read_attribution(reader, *table);
    }
    return file;
}

} // namespace praxis::soap
