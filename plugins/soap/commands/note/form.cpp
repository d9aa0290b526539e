// SPDX-License-Identifier: MIT
#include "template/template.hpp"
#include "write/completions.hpp"

#include <praxis/command.hpp>
#include <praxis/text.hpp>

namespace praxis {

namespace {

struct Args {
    std::vector<std::string> techniques;
    std::string output;
    bool force = false;
};

void options(Options<Args>& options) {
    options
        .option(&Args::techniques, "technique", "ID", "a technique of the session; repeat for more")
        .letter('t')
        .completed_by(soap::complete_technique);
    options.option(&Args::output, "output", "FILE", "write the form to a file").letter('o');
    options.flag(&Args::force, "force", "overwrite the file");
}

Result run(Session& session, const Args& args) {
    const auto book = soap::TemplateBook::load(session);
    if (args.techniques.empty()) {
        const auto ids = book.technique_ids();
        throw UsageError(
            "name one technique or more: --technique ID", "the techniques: " + join(ids, ", ")
        );
    }
    const auto form = soap::empty_form(book, args.techniques);
    Value::Array techniques;
    for (const auto& id : args.techniques) {
        techniques.emplace_back(id);
    }
    const Value data = Value::Object{{"techniques", std::move(techniques)}, {"form", form}};
    if (args.output.empty()) {
        return Message{trim(form), data};
    }
    return File{.bytes = form, .path = args.output, .overwrite = args.force, .data = data};
}

} // namespace

CommandSpec note_form_command() {
    return command<Args>({
        .summary = "print an empty note to fill in",
        .details = "The form is a text file (TOML) with every field, its question, unit and "
                   "choices. Fill in what you want to record, and store it with `praxis note new "
                   "CLIENT --from FILE`. An empty field is not recorded. yes and no need no "
                   "quotation marks.",
        .examples =
            {"praxis note form --technique deep-tissue --technique myofascial-release",
             "praxis note form -t swedish -o note.toml",
             "praxis note new maria --from note.toml"},
        .exits = {{Exit::not_found, "there is no such technique"}},
        .options = options,
        .run = run,
    });
}

} // namespace praxis
