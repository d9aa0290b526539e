// SPDX-License-Identifier: MIT
#include "homecare/item_record.hpp"

#include <praxis/command.hpp>

namespace praxis {
namespace {

using namespace plans::home;

struct Args {
    std::string item;
};

void options(Options<Args>& options) {
    options.argument(&Args::item, "ITEM", "from the library, or the id of a line: H-0001")
        .completed_by(complete_item);
}

Result run(Session& session, const Args& args) {
    if (HomeCareId::parse(args.item)) {
        return row_view(session, get_home_care(session, args.item));
    }
    const auto library = load_library(session);
    const auto* const off = library.find_item(args.item);
    return library_view(library, off != nullptr ? *off : get_item(library, args.item));
}

} // namespace

CommandSpec homecare_show_command() {
    return command<Args>({
        .summary = "show an item of the library with its limits and sources, or a client's line",
        .examples = {"praxis homecare show heat-pad", "praxis homecare show H-0001"},
        .access = Access::read,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
