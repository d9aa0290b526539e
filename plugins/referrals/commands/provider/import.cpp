// SPDX-License-Identifier: MIT
#include "directory/importing.hpp"
#include "provider_options.hpp"

#include <praxis/command.hpp>

namespace praxis {
namespace {

using namespace referrals;

struct Args {
    std::string file;
    std::optional<std::string> format;
    std::optional<std::string> profession;
    std::vector<Contact> contacts; // set by prepare()
};

void options(Options<Args>& given) {
    given.argument(&Args::file, "FILE", "a vCard or CSV file; - is standard input");
    given.option(&Args::format, "as", "FORMAT", "default: after the ending of the file's name")
        .choices({"vcf", "csv"});
    given
        .option(&Args::profession, "profession", "PROFESSION", "of an entry that names none itself")
        .completed_by(complete_profession);
}

void prepare(Session& session, Args& args) {
    args.contacts = read_contacts(session.read_text(args.file), format_of(args.file, args.format));
}

Result run(Session& session, const Args& args) {
    const auto outcome = import_contacts(session, args.contacts, args.profession);
    if (outcome.refused > 0) {
        session.end_with(Exit::refused);
    }
    return table_of(outcome);
}

} // namespace

CommandSpec provider_import_command() {
    return command<Args>({
        .summary = "add professionals from a vCard or CSV file",
        .examples =
            {"praxis provider import contacts.vcf --dry-run",
             "praxis provider import clinics.csv --profession physio"},
        .exits =
            {{Exit::refused,
              "an entry was refused; the table names it, and the others were imported"}},
        .access = Access::write,
        .options = options,
        .prepare = prepare,
        .run = run,
    });
}

} // namespace praxis
