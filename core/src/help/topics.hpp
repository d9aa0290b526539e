// SPDX-License-Identifier: MIT
/// The subjects of `praxis help topics`. Those of the core are part of the program; a plugin's lie
/// in its folder as help/TOPIC.md and are read from there, so that none of its code has to run.
/// The first line is the title: "# Dates: how to write dates and times".
#pragma once
#include "plugins/platform.hpp"

#include <optional>
#include <string>
#include <vector>

namespace praxis::help {

struct Topic {
    std::string name; // "exit-codes"
    std::string file; // empty for one of the core
};

/// By name; the core's come before a plugin's of the same name.
std::vector<Topic> all_topics(const plugins::Platform& platform);

/// Capitals do not count.
std::optional<Topic> find_topic(const plugins::Platform& platform, const std::string& name);

struct TopicText {
    std::string name;
    std::string summary; // the title without the name
    std::string body;    // Markdown
};

/// limits  256 KiB
/// errors  Refused: the file cannot be read, or is not UTF-8
TopicText read_topic(const Topic& topic);

} // namespace praxis::help
