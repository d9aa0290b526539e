// SPDX-License-Identifier: MIT
#include "evidence/statements.hpp"

#include "instrument/table_reader.hpp"

#include <praxis/body.hpp>
#include <praxis/error.hpp>
#include <praxis/value.hpp>

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

namespace praxis::outcomes {

namespace {

constexpr int first_year = 1900;

std::vector<std::string> read_regions(const TableReader& reader) {
    auto regions = reader.texts("regions");
    if (regions.empty()) {
        reader.refuse("regions", "name at least one region");
    }
    const auto& known = all_regions();
    for (const auto& region : regions) {
        if (std::find(known.begin(), known.end(), region) == known.end()) {
            reader.refuse("regions", "there is no region " + region);
        }
    }
    return regions;
}

/// Nothing for a statement that is switched off.
std::optional<Statement> read_statement(
    const Value& table, const std::string& file, const std::vector<std::string>& listed
) {
    const TableReader reader{
        table,
        file,
        "[[statement]]",
        {"id",
         "title",
         "year",
         "regions",
         "phase",
         "says",
         "certainty",
         "state",
         "source",
         "enabled"}};
    Statement made;
    made.id = reader.text("id");
    made.title = reader.text("title");
    made.year = reader.whole_or("year", 0);
    if (made.year < first_year) {
        reader.refuse("year", "give the year of the statement");
    }
    made.regions = read_regions(reader);
    if (reader.has("phase")) {
        made.phase = reader.word("phase", {"acute", "chronic"});
    }
    made.says = reader.text("says");
    made.certainty = reader.text("certainty");
    made.state = reader.text_or("state", "");
    made.sources = reader.sources("source", listed);
    for (const auto& id : made.sources) {
        made.citations.push_back(citation_of(id, listed));
    }
    return reader.flag_or("enabled", true) ? std::optional{std::move(made)} : std::nullopt;
}

} // namespace

std::vector<Statement> read_statements(std::string_view text, const std::string& file) {
    const auto root = parse_toml(text, file);
    const TableReader whole{root, file, "the file", {"evidence", "statement"}};
    const auto* about = root.find("evidence");
    if (about == nullptr) {
        whole.refuse("evidence", "[evidence] is missing");
    }
    const TableReader head{*about, file, "[evidence]", {"id", "name", "version", "source"}};
    const auto listed = head.texts("source");
    std::vector<Statement> statements;
    for (const auto* table : tables_of(root, "statement", file)) {
        if (auto statement = read_statement(*table, file, listed)) {
            statements.push_back(std::move(*statement));
        }
    }
    return statements;
}

std::vector<Statement> all_statements(Session& session) {
    std::vector<Statement> all;
    for (const auto& file : session.contributed_files("evidence/1")) {
        try {
            auto some = read_statements(file.text, file.path);
            std::move(some.begin(), some.end(), std::back_inserter(all));
        } catch (const Refused& error) {
            throw PluginError(
                "a file of statements of the plugin '" + file.plugin +
                    "' cannot be read: " + error.what(),
                "praxis plugin doctor " + file.plugin
            );
        }
    }
    return all;
}

bool is_about(const Statement& statement, std::string_view region, std::string_view phase) {
    const bool there = std::any_of(
        statement.regions.begin(),
        statement.regions.end(),
        [region](const std::string& one) {
            return region_holds(one, region) || region_holds(region, one);
        }
    );
    return there && (phase.empty() || statement.phase.empty() || statement.phase == phase);
}

} // namespace praxis::outcomes
