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

/// How one file is read: what is wrong goes into the problems.
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

/// The files in the order of their ids, ours first, so that no other plugin can take an id from us.
/// left_out  gets a line for each file of another plugin that cannot be read: it costs only itself
/// errors    Refused naming file, line and column of one of ours that cannot be read
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
            throw Refused(
                file.path + ": the plugin " + twin->origin + " has " + made.id + " already"
            );
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

/// The same of an extension point; what had to be left out is said.
template <class Made>
std::vector<Made> load_contributed(Session& session, std::string_view point, ReadFile<Made> read) {
    std::vector<std::string> left_out;
    auto all = read_contributed(session.contributed_files(point), read, left_out);
    for (const auto& told : left_out) {
        session.report("left out: " + told);
    }
    return all;
}

} // namespace praxis::soap
