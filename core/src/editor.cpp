// SPDX-License-Identifier: MIT
#include "editor.hpp"

#include "config.hpp"
#include "files.hpp"
#include "run_program.hpp"

#include <praxis/error.hpp>
#include <praxis/text.hpp>

#include <boost/filesystem.hpp>

#include <algorithm>
#include <array>
#include <vector>

namespace praxis {
namespace fs = boost::filesystem;

namespace {

constexpr std::size_t most_bytes = std::size_t{8} * 1024 * 1024;
constexpr std::string_view message_mark = "#! ";

/// The editor and its words: PRAXIS_EDITOR, VISUAL, EDITOR, then what is installed.
std::vector<std::string> editor_words(const Surroundings& around) {
    for (const auto* name : {"PRAXIS_EDITOR", "VISUAL", "EDITOR"}) {
        if (const auto value = around.environment(name); value && !trim(*value).empty()) {
            std::vector<std::string> words;
            for (const auto& word : split(*value, ' ')) {
                if (!word.empty()) {
                    words.push_back(word);
                }
            }
            return words;
        }
    }
    for (const auto* program :
         {"/usr/bin/sensible-editor", "/usr/bin/nano", "/usr/bin/vi", "/bin/nano"}) {
        if (fs::exists(program)) {
            return {program};
        }
    }
    throw NeedsInput("there is no editor", "set EDITOR, or give --from FILE");
}

/// Vim would keep the text of a health record in backups, swap files and its history.
void keep_no_copies(std::vector<std::string>& words) {
    const auto program = fs::path{words.front()}.filename().string();
    constexpr std::array vims{"vim", "vi", "nvim", "gvim", "vim.basic", "vim.tiny", "vim.nox"};
    if (std::find(vims.begin(), vims.end(), program) != vims.end()) {
        for (const auto* word : {"-n", "-i", "NONE", "--cmd", "set nobackup noundofile"}) {
            words.emplace_back(word);
        }
    }
}

std::string draft_folder(const Surroundings& around) {
    if (const auto runtime = around.environment("XDG_RUNTIME_DIR");
        runtime && runtime->starts_with('/') && fs::is_directory(*runtime)) {
        return *runtime;
    }
    const auto folder = xdg_folder(around, "XDG_STATE_HOME", "/.local/state") + "/praxis/drafts";
    fs::create_directories(folder);
    return folder;
}

std::string without_messages(const std::string& text) {
    std::string kept;
    for (const auto& line : split(text, '\n')) {
        if (!line.starts_with(message_mark)) {
            kept += line + "\n";
        }
    }
    // split() gives an empty last piece after the last line feed
    if (!text.empty() && text.back() == '\n' && !kept.empty()) {
        kept.pop_back();
    }
    return kept;
}

std::string with_message(const std::string& text, const std::string& message) {
    std::string marked;
    for (const auto& line : split(message, '\n')) {
        marked += std::string{message_mark} + line + "\n";
    }
    return marked + std::string{message_mark} + "Lines are counted from the next one on.\n" + text;
}

} // namespace

Edited edit_in_editor(
    const Surroundings& around,
    const std::string& initial,
    const std::string& file_ending,
    const std::function<std::optional<std::string>(const std::string&)>& check
) {
    const auto path =
        (fs::path{draft_folder(around)} / fs::unique_path("praxis-%%%%%%%%" + file_ending))
            .string();
    auto words = editor_words(around);
    keep_no_copies(words);
    words.push_back(path);
    PendingFile{path, initial, false}.commit();
    std::string previous;
    for (;;) {
        if (const int code = run_program(words); code != 0) {
            throw NeedsInput(
                "the editor ended with exit code " + std::to_string(code) + "; nothing is stored",
                "what you typed is in " + path
            );
        }
        const auto text = without_messages(read_whole_file(path, most_bytes));
        if (trim(text).empty() || text == initial) {
            fs::remove(path);
            throw NeedsInput("the text was left as it was; nothing is stored");
        }
        if (text == previous) {
            throw NeedsInput(
                "what is wrong was left as it was; nothing is stored",
                "what you typed is in " + path + "; mend it and give it with --from " + path
            );
        }
        const auto problem = check(text);
        if (!problem) {
            return {text, path};
        }
        previous = text;
        PendingFile{path, with_message(text, *problem), true}.commit();
    }
}

} // namespace praxis
