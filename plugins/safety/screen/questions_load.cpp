// SPDX-License-Identifier: MIT
#include "screen/left_out.hpp"
#include "screen/questions.hpp"
#include "screen/questions_read.hpp"

#include <praxis/error.hpp>
#include <praxis/text.hpp>

#include <algorithm>
#include <set>

namespace praxis::safety {

namespace {

constexpr std::string_view point = "screen/1";

/// The classes of action while the file with their names cannot be read: a stop stays one.
std::vector<ActionFacts> plain_actions() {
    std::vector<ActionFacts> actions;
    for (const auto action :
         {Action::record,
          Action::gp_referral,
          Action::urgent,
          Action::same_day,
          Action::emergency}) {
        actions.push_back(
            {.name = std::string{action_id(action)}, .treat = action < Action::same_day}
        );
    }
    return actions;
}

bool is_complete(const ScreenBook& book) {
    return !book.actions.empty() && !questions_for(book, {}).empty();
}

void enable_flags(ScreenBook& book) {
    std::set<std::string> enabled;
    for (const auto& section : book.sections) {
        enabled.insert(section.enable.begin(), section.enable.end());
    }
    for (auto& section : book.sections) {
        for (auto& flag : section.flags) {
            flag.enabled = flag.enabled || enabled.contains(flag.id);
        }
    }
}

/// What needs all files.
void complete(ScreenBook& book) {
    enable_flags(book);
    std::stable_sort(
        book.sections.begin(),
        book.sections.end(),
        [](const Section& left, const Section& right) { return left.order < right.order; }
    );
}

const std::string files_are_missing =
    "the questions of the plugin '" PRAXIS_PLUGIN_NAME "' are missing";

/// Most files have neither table, and need not be read for them. TOML spells a table in many ways:
/// [due], [ "due" ], due.pain_up = 2, due = { ... }.
bool may_have_due(const std::string& text) {
    const auto lines = split(text, '\n');
    return std::any_of(lines.begin(), lines.end(), [](const std::string& line) {
        const auto name = line.substr(std::min(line.find_first_not_of(" \t['\""), line.size()));
        return name.starts_with("due") || name.starts_with("fall");
    });
}

void add_due(const ContributedFile& file, DueRule& rule) {
    if (may_have_due(file.text)) {
        const auto content = parse_file(file);
        read_due(file, FileTable{file, content}, rule);
    }
}

} // namespace

ScreenBook read_screen_book(const std::vector<ContributedFile>& files) {
    ScreenBook book;
    for (const auto& file : files) {
        add_screen_file(file, book);
    }
    if (!is_complete(book)) {
        throw PluginError(files_are_missing, "install praxis again");
    }
    complete(book);
    return book;
}

ScreenBook read_readable_screen_book(const std::vector<ContributedFile>& files, LeftOut& left_out) {
    ScreenBook book;
    for (const auto& file : files) {
        left_out.guard([&] { add_screen_file(file, book); });
    }
    if (!is_complete(book)) {
        left_out.add(files_are_missing);
    }
    if (book.actions.empty()) {
        book.actions = plain_actions();
    }
    complete(book);
    return book;
}

ScreenBook load_screen_book(Session& session) {
    return read_screen_book(session.contributed_files(point));
}

ScreenBook load_readable_screen_book(Session& session, LeftOut& left_out) {
    std::vector<ContributedFile> files;
    left_out.guard([&] { files = session.contributed_files(point); });
    return read_readable_screen_book(files, left_out);
}

DueRule load_due_rule(Session& session) {
    DueRule rule;
    for (const auto& file : session.contributed_files(point)) {
        add_due(file, rule);
    }
    return rule;
}

DueRule load_readable_due_rule(Session& session, LeftOut& left_out) {
    DueRule rule;
    std::vector<ContributedFile> files;
    left_out.guard([&] { files = session.contributed_files(point); });
    for (const auto& file : files) {
        left_out.guard([&] { add_due(file, rule); });
    }
    return rule;
}

} // namespace praxis::safety
