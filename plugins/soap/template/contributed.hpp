// SPDX-License-Identifier: MIT
/// Declarative files of one kind, of soap and of data plugins.
#pragma once
#include "template/template.hpp"

#include <praxis/error.hpp>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace praxis::soap {

/// Reads one file; its mistakes go into the problems.
template <class Made>
using ReadFile = Made (*)(std::string_view text, const std::string& source, std::vector<Problem>&);

template <class Made> Made read_whole(const ContributedFile& file, ReadFile<Made> read) {
    std::vector<Problem> problems;
    auto made = read(file.text, file.path, problems);
    if (!problems.empty()) {
        throw Refused(describe(problems, file.path), "praxis plugin list");
    }
    made.origin = file.plugin;
    return made;
}

/// Reads all files, ours first, so that no other plugin can take one of our ids.
/// left_out  gets a message for each file of another plugin that cannot be read and is left out
/// errors    Refused naming file, line and column when one of our files cannot be read
template <class Made>
std::vector<Made> read_contributed(
    const std::vector<ContributedFile>& files,
    ReadFile<Made> read,
    std::vector<std::string>& left_out
) {
    std::vector<Made> all;
    const auto add = [&all, read](const ContributedFile& file) {
        auto made = read_whole(file, read);
        const auto twin = std::find_if(all.begin(), all.end(), [&made](const Made& other) {
            return other.id == made.id;
        });
        if (twin != all.end()) {
            throw Refused(file.path + ": the plugin " + twin->origin + " already has " + made.id);
        }
        all.push_back(std::move(made));
    };
    for (const bool ours : {true, false}) {
        for (const auto& file : files) {
            if ((file.plugin == "soap") != ours) {
                continue;
            }
            try {
                add(file);
            } catch (const Refused& error) {
                if (ours) {
                    throw;
                }
                left_out.emplace_back(error.what());
            }
        }
    }
    return all;
}

/// Reads the files of an extension point, and reports the files that are left out.
template <class Made>
std::vector<Made> load_contributed(Session& session, std::string_view point, ReadFile<Made> read) {
    std::vector<std::string> left_out;
    auto all = read_contributed(session.contributed_files(point), read, left_out);
    for (const auto& reason : left_out) {
        session.report("file not loaded: " + reason);
    }
    return all;
}

} // namespace praxis::soap
