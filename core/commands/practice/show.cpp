// SPDX-License-Identifier: MIT
#include "session/people.hpp"

#include <praxis/command.hpp>

namespace praxis {
namespace {

Value text_or_null(const std::string& text) {
    return text.empty() ? Value{} : Value{text};
}

Result run(Session& session, const NoArgs& /*args*/) {
    const auto& practice = session.practice();
    Record record{{
        {"name", "name", practice.name},
        {"address", "address", text_or_null(practice.address)},
        {"phone", "phone", text_or_null(practice.phone)},
        {"email", "e-mail", text_or_null(practice.email)},
        {"website", "website", text_or_null(practice.website)},
        {"time_zone", "time zone", practice.time_zone},
        {"jurisdiction", "jurisdiction", text_or_null(practice.jurisdiction)},
        {"uuid", "UUID", practice.uuid},
    }};
    if (is_test_practice(session.db())) {
        record.fields.push_back({"test", "test practice", test_practice_means});
    }
    return record;
}

} // namespace

CommandSpec practice_show_command() {
    return command<NoArgs>({
        .summary = "show the practice's name, address and contact details",
        .examples = {"praxis practice show"},
        .access = Access::read,
        .run = run,
    });
}

} // namespace praxis
