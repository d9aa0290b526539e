// SPDX-License-Identifier: MIT
#include <praxis/clients/concepts.hpp>
#include <praxis/command.hpp>
#include <praxis/text.hpp>

namespace praxis {
namespace {

struct Args {};

Result run(Session& session, const Args&) {
    Table table;
    table.columns = {
        {.key = "id", .title = "Concept"},
        {.key = "name", .title = "Name"},
        {.key = "kind", .title = "Kind"},
        {.key = "groups", .title = "Groups"},
        {.key = "reviewed", .title = "Reviewed"}};
    for (const auto& each : session.get<clients::Concepts>().all(session)) {
        table.rows.push_back(
            {each.concept_id, each.name, each.kind, join(each.groups, ", "), each.reviewed}
        );
    }
    return table;
}

} // namespace

CommandSpec condition_concepts_command() {
    return command<Args>({
        .summary = "list what praxis understands in names of conditions, medicines and allergies",
        .details = "Contraindications depend on these concepts, not on the words of a name. praxis "
                   "reads a name once, when you record it, and reports what it understood. Correct "
                   "it with --concept and --state. \"Reviewed\" tells whether a clinician has "
                   "reviewed the concept. A plugin can add concepts of its own.",
        .examples = {"praxis condition concepts", "praxis condition concepts --format csv"},
        .access = Access::none,
        .run = run,
    });
}

} // namespace praxis
