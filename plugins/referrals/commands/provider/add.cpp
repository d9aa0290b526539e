// SPDX-License-Identifier: MIT
#include "fields.hpp"
#include "provider_options.hpp"

#include <praxis/command.hpp>
#include <praxis/text.hpp>

namespace praxis {
namespace {

using namespace referrals;

struct Args : ProviderOptions {};

void options(Options<Args>& given) {
    add_provider_name(given, true);
    add_provider_options(given);
}

void report_namesakes(Session& session, const Provider& provider) {
    for (const auto& other : all_providers(session.db(), std::nullopt)) {
        if (fold(other.name) == fold(provider.name)) {
            session.report(
                other.id.str() + " (" + display_name(other.profession) + ") has the same name"
            );
        }
    }
}

Result run(Session& session, const Args& args) {
    Provider provider;
    provider.uuid = session.new_uuid();
    provider.created_at = session.now();
    apply_options(session, provider, args);
    report_namesakes(session, provider);
    provider.id = insert_provider(session.db(), provider);
    return Message{provider.id.str(), provider_value(provider)};
}

} // namespace

CommandSpec provider_add_command() {
    return command<Args>({
        .summary = "register a professional to whom you refer clients",
        .examples =
            {"praxis provider add --name \"Dr. Ana Kim\" --profession chiropractor "
             "--organisation \"Spine Clinic\" --email ana@spine.example",
             "praxis provider add --name \"Tom Hill\" --profession physio --credentials DPT "
             "--language en --language es --accepts-new-clients yes --prefer print"},
        .access = Access::write,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
