// SPDX-License-Identifier: MIT
#include "session/editor.hpp"

#include "system/files.hpp"
#include "system/run_program.hpp"
#include "system/shell_words.hpp"

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

/// The editor and its arguments: PRAXIS_EDITOR, VISUAL, EDITOR, then an installed editor.
std::vector<std::string> editor_command(const Environment& environment) {
    for (const auto* name : {"PRAXIS_EDITOR", "VISUAL", "EDITOR"}) {
        if (const auto value = environment.variable(name); value && !trim(*value).empty()) {
            return split_shell_words(*value, name);
        }
    }
    for (const auto* program :
         {"/usr/bin/sensible-editor", "/usr/bin/nano", "/usr/bin/vi", "/bin/nano"}) {
        if (fs::exists(program)) {
            return {program};
        }
    }
    throw NeedsInput("no editor is installed", "set EDITOR, or give the text with --from FILE");
}

/// Keeps Vim from storing health records in backups, swap files and its history. Instead of a swap
/// file Vim saves the draft when the user pauses for two seconds.
void keep_no_copies(std::vector<std::string>& command) {
    const auto program = fs::path{command.front()}.filename().string();
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
            command.emplace_back(word);
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
    // split() returns an empty last element after the last line feed
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
    return marked + std::string{message_mark} + "Line numbers start at the next line.\n" + text;
}

/// The editor's command on the draft. Without an editor nothing is kept: nobody typed anything.
std::vector<std::string> command_for(const Environment& environment, Draft& draft) {
    try {
        auto command = editor_command(environment);
        keep_no_copies(command);
        command.push_back(draft.path());
        return command;
    } catch (const Error&) {
        draft.discard();
        throw;
    }
}

/// Whether nobody typed anything since the editor was opened.
bool is_untouched(const std::string& opened, const Draft& draft) {
    return read_whole_file(draft.path(), most_bytes) == opened;
}

/// Returns the editor's exit code. Of an editor that fails before anything is typed nothing is
/// kept.
///
/// errors  NeedsInput when the editor cannot be started, or failed on the text as it was opened
int run_editor(const std::vector<std::string>& command, const std::string& opened, Draft& draft) {
    const auto set_editor = "set EDITOR to an editor that is installed, or give --from FILE";
    int code = 0;
    try {
        code = run_program(command);
    } catch (const Error& error) {
        if (is_untouched(opened, draft)) {
            draft.discard();
        }
        throw NeedsInput(std::string{error.what()} + "; praxis stored nothing", set_editor);
    }
    if (code != 0 && is_untouched(opened, draft)) {
        draft.discard();
        throw NeedsInput(
            "the editor " + visible(command.front()) + " ended with exit code " +
                std::to_string(code) + "; praxis stored nothing",
            set_editor
        );
    }
    return code;
}

} // namespace

std::string edit_in_editor(const Environment& environment, const Editing& editing, Draft& draft) {
    const auto command = command_for(environment, draft);
    const auto opened = read_whole_file(draft.path(), most_bytes);
    std::string previous;
    for (;;) {
        if (const int code = run_editor(command, opened, draft); code != 0) {
            throw NeedsInput(
                "the editor ended with exit code " + std::to_string(code) +
                    "; praxis stored nothing",
                "your text is in " + draft.path() + "; run the same command again to continue"
            );
        }
        const auto text = without_messages(read_whole_file(draft.path(), most_bytes));
        if (trim(text).empty() || trim(text) == trim(editing.unchanged)) {
            draft.discard();
            throw NeedsInput("you did not change the text; praxis stored nothing");
        }
        if (text == previous) {
            throw NeedsInput(
                "you did not correct the error; praxis stored nothing",
                "your text is in " + draft.path() +
                    "; run the same command again to continue, or give the file with --from"
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
