// SPDX-License-Identifier: MIT
#include "provider_options.hpp"

#include <praxis/command.hpp>

namespace praxis {
namespace {

using namespace referrals;

struct Args : ProviderOptions {
    std::string provider;
};

void options(Options<Args>& given) {
    given.argument(&Args::provider, "PROVIDER", "id or name");
    add_provider_name(given, false);
    add_provider_options(given);
}

Result run(Session& session, const Args& args) {
    auto provider = get_provider(session.db(), args.provider);
    if (provider.merged_into) {
        throw Refused(
            provider.id.str() + " was merged into " + provider.merged_into->str(),
            "praxis provider edit " + provider.merged_into->str()
        );
    }
    if (!has_changes(args)) {
        throw UsageError(
            "nothing to change: give --phone, --email, --address or another option",
            "praxis help provider edit"
        );
    }
    apply_options(session, provider, args);
    update_provider(session.db(), provider);
    return Message{provider.id.str(), provider_value(provider)};
}

} // namespace

CommandSpec provider_edit_command() {
    return command<Args>({
        .summary = "change a provider's details",
        .details = "An empty text clears a field. --language replaces all languages. A letter that "
                   "was sent does not change.",
        .examples =
            {"praxis provider edit \"Ana Kim\" --phone \"+1 555 0144\"",
             "praxis provider edit P-0001 --title Dr. --salutation \"Dear Dr. Kim\" "
             "--accepts-new-clients no"},
        .exits = {{Exit::refused, "a value is not valid, or the provider was merged"}},
        .access = Access::write,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
