// SPDX-License-Identifier: MIT
#include "health/health.hpp"
#include "session/host_session.hpp"
#include "session/people.hpp"
#include "system/files.hpp"

#include <praxis/command.hpp>
#include <praxis/digest.hpp>
#include <praxis/error.hpp>
#include <praxis/sql.hpp>
#include <praxis/text.hpp>

namespace praxis {
namespace {

struct Args {
    std::optional<std::string> file;
    std::optional<std::string> content;
};

void options(Options<Args>& options) {
    options.option(&Args::file, "file", "FILE", "also: whether praxis wrote that file as it is")
        .option(
            &Args::content,
            "content",
            "DIGITS",
            "also: which letter has these digits at the foot of its pages"
        );
}

/// The first digits of a digest, as a person types them: "3F2A 91bc" is "3f2a91bc".
std::string digits_of(const std::string& content) {
    constexpr std::size_t fewest = 8;
    std::string digits;
    for (const char letter : fold(content)) {
        if (letter != '-' && letter != ' ') {
            digits += letter;
        }
    }
    if (digits.size() < fewest ||
        digits.find_first_not_of("0123456789abcdef") != std::string::npos) {
        throw UsageError(
            "--content takes the digits at the foot of a letter, such as 3f2a91bc44d0",
            "praxis disclosure list --fields id,what,digest"
        );
    }
    return digits;
}

/// The lines of the disclosure ledger with that digest, or with one that begins so.
std::vector<std::string> disclosures_of(SQLite::Database& db, const std::string& digits) {
    return all_rows(
        statement(
            db,
            "SELECT disclosure, at, at_offset, what, recipient FROM core_disclosure"
            " WHERE lower(hex(digest)) LIKE ? || '%' ORDER BY disclosure",
            digits
        ),
        [](auto& query) {
            return DisclosureId{column_number(query, 0)}.str() + ", " +
                   column_zoned(query, 1).civil().str() + ": " + column_text(query, 3) + ", to " +
                   column_text(query, 4);
        }
    );
}

/// errors  NotFound: nothing that praxis wrote or sent has that content
void add_known(
    HostSession& session, Record& record, const std::string& named, const std::string& digits
) {
    auto lines = disclosures_of(session.db(), digits);
    if (lines.empty()) {
        throw NotFound(
            named + " is not in the disclosure ledger: this practice did not write it, or somebody "
                    "changed it",
            "praxis disclosure list shows what this practice wrote"
        );
    }
    Value::Array list{lines.begin(), lines.end()};
    record.fields.push_back({"known", named, Value{std::move(list)}});
}

Result run(Session& any_session, const Args& args) {
    auto& session = host_session(any_session);
    const auto digits = args.content ? std::optional{digits_of(*args.content)} : std::nullopt;
    constexpr std::size_t most_bytes = std::size_t{512} << 20U;
    const auto bytes =
        args.file ? std::optional{read_whole_file(*args.file, most_bytes)} : std::nullopt;
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
    if (bytes) {
        add_known(session, record, *args.file, digest_of(*bytes));
    }
    if (digits) {
        add_known(session, record, "content " + *args.content, *digits);
    }
    if (is_test_practice(session.db())) {
        record.fields.push_back({"test", "test practice", test_practice_means});
    }
    return record;
}

} // namespace

CommandSpec audit_verify_command() {
    return command<Args>({
        .summary = "check that nothing was changed outside praxis",
        .examples =
            {"praxis audit verify",
             "praxis audit verify --file letter.pdf",
             "praxis audit verify --content 3f2a91bc44d0"},
        .exits =
            {{Exit::not_found, "the practice is whole, but the file is not as praxis wrote it"},
             {Exit::practice,
              "something is not as praxis saved it, or the practice cannot be opened"}},
        .access = Access::none, // it also opens a practice that other commands refuse
        .options = options,
        .run = run,
    });
}

} // namespace praxis
