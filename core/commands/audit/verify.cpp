// SPDX-License-Identifier: MIT
#include "health/health.hpp"
#include "session/host_session.hpp"
#include "session/people.hpp"

#include <praxis/command.hpp>
#include <praxis/error.hpp>
#include <praxis/text.hpp>

namespace praxis {
namespace {

Result run(Session& any_session, const NoArgs& /*args*/) {
    auto& session = host_session(any_session);
    const auto misfit = session.open_to_examine();
    session.begin_reading();
    auto verified = health::verify_records(session);
    if (misfit) {
        verified.findings.insert(verified.findings.begin(), *misfit);
    }
    if (!verified.findings.empty()) {
        throw PracticeError(
            "practice_altered",
            "the practice differs from what praxis saved:\n  " + join(verified.findings, "\n  "),
            "keep this file as it is and compare it with a backup: praxis backup list"
        );
    }
    Record record{{
        {"change_sets", "change sets", verified.change_sets},
        {"changes", "changes", verified.changes},
        {"rows", "rows", verified.rows},
        {"findings", "found", "no problem: every row is as praxis wrote it"},
    }};
    if (is_test_practice(session.db())) {
        record.fields.push_back({"test", "test practice", test_practice_means});
    }
    return record;
}

} // namespace

CommandSpec audit_verify_command() {
    return command<NoArgs>({
        .summary = "check that nothing was changed outside praxis",
        .examples = {"praxis audit verify", "praxis audit verify --json"},
        .exits =
            {{Exit::practice,
              "something is not as praxis saved it, or the practice cannot be opened"}},
        .access = Access::none, // it also opens a practice that other commands refuse
        .run = run,
    });
}

} // namespace praxis
