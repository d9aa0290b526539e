// SPDX-License-Identifier: MIT
/// A page of help before it is laid out: for a terminal (text_page.hpp) or as a man page
/// (manual_page.hpp). Every page is made from CommandSpec, the manifests and the Markdown beside
/// the verbs, so that both show the same.
#pragma once
#include "help/topics.hpp"
#include "plugins/platform.hpp"

#include <praxis/command.hpp>

#include <string>
#include <vector>

namespace praxis::help {

/// A term and what it means: an option, a noun, a verb.
struct Entry {
    std::string term;
    std::string meaning;
};

struct Part {
    /// What the terms are: for `commands` and `topics` each term has a page of its own.
    enum class Kind { options, commands, topics };

    std::string title;
    std::vector<Entry> entries;
    Kind kind = Kind::options;
};

struct Page {
    std::string name; // "praxis note new"; of a topic "dates"
    std::string summary;
    std::vector<std::string> examples; // whole command lines
    std::vector<std::string> usage;    // after the name: "CLIENT", "--given NAME", "[options]"
    std::string details;               // Markdown
    std::vector<Part> parts;
    std::string more; // where to read on
    std::vector<ExitMeaning> exits;
    bool is_topic = false; // and no command: it has no usage
};

/// `praxis help`: every noun, by the plugin that offers it. Loads no plugin.
Page page_of_praxis(plugins::Platform& platform);

/// `praxis help client`: the verbs of a noun. `plugin` is the one that offers it.
Page page_of_noun(const plugins::Loaded& plugin, const std::string& noun);

/// `praxis help client add`; `verb` is empty for a command of one word.
Page page_of_verb(
    const std::string& noun, const std::string& verb, const CommandSpec& spec, bool of_plugin
);

/// `praxis help help`: help is a noun without a command of its own.
Page page_of_help();

Page page_of_topic(const TopicText& topic);

/// `praxis help topics`
/// errors  as read_topic()
Page page_of_topics(const plugins::Platform& platform);

/// "make a new practice" as it begins a line: "Make a new practice".
std::string with_capital(std::string sentence);

/// What a noun of the core is for; empty when nothing beside its commands says so.
std::string summary_of_core_noun(const plugins::Loaded& core, const std::string& noun);

} // namespace praxis::help
