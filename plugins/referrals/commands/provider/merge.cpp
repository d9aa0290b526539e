// SPDX-License-Identifier: MIT
#include "directory/merging.hpp"

#include <praxis/command.hpp>

namespace praxis {
namespace {

using namespace referrals;

struct Args {
    std::string provider;
    std::string into;
};

void options(Options<Args>& given) {
    given.argument(&Args::provider, "PROVIDER", "the entry that goes: id or name");
    given.option(&Args::into, "into", "PROVIDER", "the entry that stays: id or name").required();
}

Result run(Session& session, const Args& args) {
    const auto kept = merge_providers(
        session, get_provider(session.db(), args.provider), get_provider(session.db(), args.into)
    );
    return Message{kept.id.str(), provider_value(kept)};
}

} // namespace

CommandSpec provider_merge_command() {
    return command<Args>({
        .summary = "merge two entries of one professional",
        .details =
            "The entry that stays takes the details that it lacks from the other one. A detail "
            "that "
            "differs stays as it is, and praxis names it. Drafts now go to the entry that stays. A "
            "letter that was sent keeps its receiver, and its referral counts for the entry that "
            "stays. praxis undo separates the two again.",
        .examples = {"praxis provider merge P-0003 --into P-0001"},
        .exits = {{Exit::refused, "both are the same entry, or one of them was merged already"}},
        .access = Access::write,
        .danger = Danger::moderate,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
