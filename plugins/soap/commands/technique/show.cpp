// SPDX-License-Identifier: MIT
#include "template/template.hpp"
#include "template/template_view.hpp"

#include <praxis/command.hpp>

namespace praxis {

namespace {

struct Args {
    std::string id;
};

void options(Options<Args>& options) {
    options.argument(&Args::id, "ID", "such as deep-tissue");
}

Result run(Session& session, const Args& args) {
    const auto book = soap::TemplateBook::load(session);
    return soap::template_view(book.get_technique(args.id), book.block());
}

} // namespace

CommandSpec technique_show_command() {
    return command<Args>({
        .summary = "show a technique's fields, with their values and sources",
        .examples = {"praxis technique show deep-tissue", "praxis technique show shiatsu --json"},
        .exits =
            {{Exit::not_found, "there is no such technique"},
             {Exit::refused, "the file of the technique has an error"}},
        .options = options,
        .run = run,
    });
}

} // namespace praxis
