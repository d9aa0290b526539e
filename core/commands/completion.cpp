// SPDX-License-Identifier: MIT
#include <praxis/command.hpp>

namespace praxis {
namespace {

struct Args {
    std::string shell;
};

void options(Options<Args>& options) {
    options.argument(&Args::shell, "SHELL", "bash, zsh or fish").choices({"bash", "zsh", "fish"});
}

constexpr const char* for_bash =
    R"(# praxis completion bash > ~/.local/share/bash-completion/completions/praxis
_praxis() {
    local IFS=$'\n' words=("${COMP_WORDS[@]:1:COMP_CWORD}")
    words[COMP_CWORD - 1]=${words[COMP_CWORD - 1]#[\"\']} # a value that is being quoted
    COMPREPLY=($(praxis __complete "${words[@]}" 2>/dev/null))
}
complete -o default -F _praxis praxis
)";

constexpr const char* for_zsh = R"(#compdef praxis
# praxis completion zsh > a file _praxis in a folder of your $fpath
_praxis() {
    local -a answers
    answers=("${(@f)$(praxis __complete "${(@)words[2,CURRENT]}" 2>/dev/null)}")
    if [ -n "$answers" ]; then compadd -a answers; else _files; fi
}
compdef _praxis praxis
)";

constexpr const char* for_fish =
    R"(# praxis completion fish > ~/.config/fish/completions/praxis.fish
complete -c praxis -a '(praxis __complete (commandline -opc)[2..-1] (commandline -ct) 2>/dev/null)'
)";

Result run(Session& /*session*/, const Args& args) {
    const std::string script = args.shell == "bash"  ? for_bash
                               : args.shell == "zsh" ? for_zsh
                                                     : for_fish;
    return File{.bytes = script};
}

} // namespace

CommandSpec completion_command() {
    return command<Args>({
        .summary = "print the completion script for a shell",
        .details = "It completes nouns, verbs, options and the values of options. It never opens a "
                   "practice, so it never shows a client's name.",
        .examples = {"praxis completion bash > ~/.local/share/bash-completion/completions/praxis"},
        .access = Access::none,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
