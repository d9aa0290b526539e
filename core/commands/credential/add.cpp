// SPDX-License-Identifier: MIT
#include "session/credentials.hpp"
#include "session/people.hpp"

#include <praxis/command.hpp>
#include <praxis/text.hpp>

namespace praxis {
namespace {

struct Args {
    std::string kind;
    std::string name;
    std::optional<std::string> user;
    std::optional<Date> from;
    std::optional<Date> until;
    std::optional<double> hours;
};

void options(Options<Args>& options) {
    options.option(&Args::kind, "kind", "KIND", "what it is")
        .choices(credential_kinds())
        .required();
    options.option(&Args::name, "name", "TEXT", "number and issuer, or the title of a course")
        .required();
    options.option(&Args::user, "user", "USER", "whose it is; default: yours");
    options.option(&Args::from, "from", "DATE", "its first day, or the day of the course");
    options.option(&Args::until, "until", "DATE", "its last day").future();
    options.option(&Args::hours, "hours", "N", "hours of continuing education");
}

void check(const Credential& credential) {
    if (credential.name.empty()) {
        throw UsageError("--name is empty", "give its number and issuer, or the title of a course");
    }
    if (credential.from && credential.until && *credential.until < *credential.from) {
        throw Refused(
            "--until " + credential.until->iso() + " is before --from " + credential.from->iso(),
            "give a date from " + credential.from->iso() + " on"
        );
    }
    if (credential.hours && *credential.hours <= 0) {
        throw UsageError("--hours must be more than 0", "give the hours, or leave out --hours");
    }
    if (credential.hours && credential.kind != "education") {
        throw UsageError("--hours is for --kind education", "leave out --hours");
    }
}

Result run(Session& session, const Args& args) {
    const auto user = args.user ? get_user(session.db(), *args.user) : session.user();
    const Credential credential{args.kind, trim(args.name), args.from, args.until, args.hours};
    check(credential);
    add_credential(session.db(), user.id, credential);
    return Message{
        user.id.str(),
        Value::Object{
            {"user", user.id.str()}, {"kind", credential.kind}, {"name", credential.name}}};
}

} // namespace

CommandSpec credential_add_command() {
    return command<Args>({
        .summary = "record a licence, an insurance or hours of education",
        .details = "praxis todo reminds you 60 days before it ends. A newer entry of the same kind "
                   "ends the reminder.",
        .examples =
            {"praxis credential add --kind licence --name \"LMT-1044\" --until 2027-08-31",
             "praxis credential add --kind education --name \"Ethics\" --from 2026-05-02 --hours "
             "2"},
        .access = Access::write,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
