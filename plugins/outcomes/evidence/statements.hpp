// SPDX-License-Identifier: MIT
/// What guidelines and reviews state, as data (schemas/outcomes/evidence, and the files of other
/// plugins, "evidence/1" = "FOLDER").
#pragma once
#include <praxis/session.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace praxis::outcomes {

struct Statement {
    std::string id;
    std::string title; // "WHO 2023"
    int year = 0;
    std::vector<std::string> regions; // that it is about; never empty
    std::string phase;                // "acute", "chronic"; empty: both
    std::string says;                 // in our own words
    std::string certainty;            // of the source
    std::string state;                // "withdrawn: ..."; empty: it stands
    std::vector<std::string> sources; // ids
    std::vector<std::string> citations;
};

/// One file.
/// errors  PluginError naming the file and the line of the first mistake
std::vector<Statement> read_statements(const ContributedFile& file);

/// Those of all plugins, in the order of their files. praxis reports a file of another plugin that
/// cannot be read, and goes on without it.
/// errors  PluginError naming one of our own files that cannot be read
std::vector<Statement> all_statements(Session& session);

/// Whether it is about that region, in that phase. An empty phase is not known, so both are meant.
bool is_about(const Statement& statement, std::string_view region, std::string_view phase);

} // namespace praxis::outcomes
