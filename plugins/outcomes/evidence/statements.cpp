// SPDX-License-Identifier: MIT
#include "evidence/statements.hpp"

#include <praxis/body.hpp>
#include <praxis/error.hpp>
#include <praxis/file_table.hpp>
#include <praxis/text.hpp>

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

namespace praxis::outcomes {

namespace {

constexpr int first_year = 1900;
constexpr std::string_view our_plugin = "outcomes";

/// Nothing for a statement that is switched off.
std::optional<Statement>
read_statement(const FileTable& table, const std::vector<std::string>& listed) {
    table.allow(
        {"id",
         "title",
         "year",
         "regions",
         "phase",
         "says",
         "certainty",
         "state",
         "source",
         "enabled"}
    );
    Statement made;
    made.id = table.text("id");
    made.title = table.text("title");
    made.year = table.whole_or("year", 0);
    if (made.year < first_year) {
        table.refuse("year", "give the year of the statement");
    }
    made.regions = table.texts_of("regions", all_regions());
    if (made.regions.empty()) {
        table.refuse("regions", "name at least one region");
    }
    if (table.has("phase")) {
        made.phase = table.word("phase", {"acute", "chronic"});
    }
    made.says = table.text("says");
    made.certainty = table.text("certainty");
    made.state = table.text_or("state", "");
    made.sources = table.sources("source", listed);
    for (const auto& id : made.sources) {
        made.citations.push_back(citation_of(id, listed));
    }
    return table.flag_or("enabled", true) ? std::optional{std::move(made)} : std::nullopt;
}

} // namespace

std::vector<Statement> read_statements(const ContributedFile& file) {
    const auto content = parse_file(file);
    const FileTable whole{file, content};
    whole.allow({"evidence", "statement"});
    const auto head = whole.table("evidence");
    head.allow({"id", "name", "version", "source"});
    const auto listed = head.texts("source");
    std::vector<Statement> statements;
    for (const auto& table : whole.tables("statement")) {
        if (auto statement = read_statement(table, listed)) {
            statements.push_back(std::move(*statement));
        }
    }
    return statements;
}

std::vector<Statement> all_statements(Session& session) {
    std::vector<Statement> all;
    for (const auto& file : session.contributed_files("evidence/1")) {
        try {
            auto some = read_statements(file);
            std::move(some.begin(), some.end(), std::back_inserter(all));
        } catch (const PluginError& error) {
            const auto what = "the statements " + visible(file.name) + " of the plugin '" +
                              file.plugin + "' cannot be read: " + error.what();
            if (file.plugin == our_plugin) {
                throw PluginError(what, "praxis plugin doctor " + file.plugin);
            }
            session.report("file not loaded: " + what);
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
