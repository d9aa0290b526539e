// SPDX-License-Identifier: MIT
#include "session/editor.hpp"

#include "system/files.hpp"
#include "system/run_program.hpp"

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
std::vector<std::string> editor_words(const Environment& environment) {
    for (const auto* name : {"PRAXIS_EDITOR", "VISUAL", "EDITOR"}) {
        if (const auto value = environment.variable(name); value && !trim(*value).empty()) {
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

/// Vim would keep the text of a health record in backups, swap files and its history. Without a
/// swap file it writes the draft itself whenever nothing was typed for two seconds.
void keep_no_copies(std::vector<std::string>& words) {
    const auto program = fs::path{words.front()}.filename().string();
    constexpr std::array vims{"vim", "vi", "nvim", "gvim", "vim.basic", "vim.tiny", "vim.nox"};
    if (std::find(vims.begin(), vims.end(), program) != vims.end()) {
        for (const auto* word :
             {"-n",
              "-i",
              "NONE",
              "--cmd",
              "set nobackup noundofile updatetime=2000",
              "--cmd",
              "autocmd CursorHold,CursorHoldI * silent! update"}) {
            words.emplace_back(word);
        }
    }
}

} // namespace

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

namespace {

std::string with_message(const std::string& text, const std::string& message) {
    std::string marked;
    for (const auto& line : split(message, '\n')) {
        marked += std::string{message_mark} + line + "\n";
    }
    return marked + std::string{message_mark} + "Lines are counted from the next one on.\n" + text;
}

} // namespace

std::string edit_in_editor(const Environment& environment, const Editing& editing, Draft& draft) {
    auto words = editor_words(environment);
    keep_no_copies(words);
    words.push_back(draft.path());
    std::string previous;
    for (;;) {
        if (const int code = run_program(words); code != 0) {
            throw NeedsInput(
                "the editor ended with exit code " + std::to_string(code) + "; nothing is stored",
                "what you typed is in " + draft.path() + "; the same command finds it again"
            );
        }
        const auto text = without_messages(read_whole_file(draft.path(), most_bytes));
        if (trim(text).empty() || text == editing.unchanged) {
            draft.discard();
            throw NeedsInput("the text was left as it was; nothing is stored");
        }
        if (text == previous) {
            throw NeedsInput(
                "what is wrong was left as it was; nothing is stored",
                "what you typed is in " + draft.path() +
                    "; the same command finds it again, or "
                    "give it with --from"
            );
        }
        const auto problem = editing.check(text);
        if (!problem) {
            return text;
        }
        previous = text;
        draft.write(with_message(text, *problem));
    }
}

} // namespace praxis
