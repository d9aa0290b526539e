// SPDX-License-Identifier: MIT
#include "template/template.hpp"

#include <praxis/command.hpp>

namespace praxis {

namespace {

struct Args {
    std::string file;
};

void options(Options<Args>& options) {
    options.argument(&Args::file, "FILE", "the technique's file; - is standard input");
}

Result run(Session& session, const Args& args) {
    const auto text = session.read_text(args.file);
    const auto source = args.file == "-" ? std::string{"standard input"} : args.file;
    std::vector<soap::Problem> problems;
    const auto made = soap::read_template(text, source, problems);
    if (!problems.empty()) {
        throw Refused(
            soap::describe(problems, source), "for an example: praxis technique show deep-tissue"
        );
    }
    const auto fields = static_cast<int>(made.fields.size());
    return Message{
        source + ": " + made.id + " is valid, with " + std::to_string(fields) + " fields",
        Value::Object{
            {"id", made.id},
            {"name", made.name},
            {"version", made.version},
            {"fields", fields},
            {"digest", made.digest}}};
}

} // namespace

CommandSpec technique_check_command() {
    return command<Args>({
        .summary = "check a technique file that you wrote",
        .details =
            "Lists every mistake with its line and column: unknown keys and types, duplicate "
            "names, a choice without choices, a minimum above its maximum, required fields "
            "without a prompt.",
        .examples = {"praxis technique check cupping.toml"},
        .exits =
            {{Exit::done, "the file is in order"},
             {Exit::refused, "the file has an error, or cannot be read"}},
        .options = options,
        .run = run,
    });
}

} // namespace praxis
