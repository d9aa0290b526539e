// SPDX-License-Identifier: MIT
#include "template/template.hpp"

#include <praxis/command.hpp>

namespace praxis {

namespace {

struct Args {
    std::string file;
};

void options(Options<Args>& words) {
    words.argument(&Args::file, "FILE", "the technique's file; - is standard input");
}

Result run(Session& session, const Args& args) {
    const auto text = session.read_text(args.file);
    const auto source = args.file == "-" ? std::string{"standard input"} : args.file;
    std::vector<soap::Problem> problems;
    const auto made = soap::read_template(text, source, problems);
    if (!problems.empty()) {
        throw Refused(
            soap::describe(problems, source), "praxis technique show deep-tissue shows a whole one"
        );
    }
    const auto fields = static_cast<int>(made.fields.size());
    return Message{
        source + ": " + made.id + " is in order, with " + std::to_string(fields) + " fields",
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
        .summary = "check the file of a technique of your own",
        .details = "Says what is wrong with line and column: unknown keys and types, names twice, "
                   "choices without words, ranges upside down, needed fields without a prompt.",
        .examples = {"praxis technique check cupping.toml"},
        .options = options,
        .run = run,
    });
}

} // namespace praxis
