// SPDX-License-Identifier: MIT
#include "session/host_session.hpp"
#include "session/people.hpp"

#include <praxis/command.hpp>
#include <praxis/text.hpp>

namespace praxis {
namespace {

struct Args {
    std::optional<std::string> name;
    std::optional<std::string> address;
    std::optional<std::string> phone;
    std::optional<std::string> email;
    std::optional<std::string> website;
    std::optional<std::string> time_zone;
    std::optional<std::string> jurisdiction;
    bool new_key = false;
    bool new_recovery_code = false;
};

void options(Options<Args>& options) {
    options.option(&Args::name, "name", "NAME", "as letters show it");
    options.option(
        &Args::address, "address", "TEXT", "postal address; line feeds separate its lines"
    );
    options.option(&Args::phone, "phone", "NUMBER", "phone number");
    options.option(&Args::email, "email", "ADDRESS", "e-mail address");
    options.option(&Args::website, "website", "ADDRESS", "web address");
    options.option(&Args::time_zone, "time-zone", "ZONE", "such as Europe/Paris");
    options.option(
        &Args::jurisdiction,
        "jurisdiction",
        "CODE",
        "the country and state whose rules apply, such as US-MI"
    );
    options.flag(&Args::new_key, "new-key", "encrypt the records with a new key; passphrases stay");
    options.flag(
        &Args::new_recovery_code,
        "new-recovery-code",
        "make a new recovery code; the old one stops working"
    );
}

Result run(Session& any_session, const Args& args) {
    auto& session = host_session(any_session);
    Practice practice = session.practice();
    int changes = 0;
    const auto take = [&](const std::optional<std::string>& given, std::string& field) {
        if (given) {
            field = trim(*given);
            ++changes;
        }
    };
    take(args.name, practice.name);
    take(args.address, practice.address);
    take(args.phone, practice.phone);
    take(args.email, practice.email);
    take(args.website, practice.website);
    take(args.time_zone, practice.time_zone);
    take(args.jurisdiction, practice.jurisdiction);
    if (args.new_recovery_code) {
        session.report_secret("recovery code: " + session.renew_recovery_code());
        ++changes;
    }
    if (args.new_key) {
        session.renew_data_key();
        ++changes;
    }
    if (changes == 0) {
        throw UsageError(
            "there is nothing to change",
            "give --phone, --email, --address ...; praxis help practice edit"
        );
    }
    if (practice.name.empty()) {
        throw Refused("--name is empty; a practice needs a name");
    }
    practice.time_zone = TimeZone{practice.time_zone}.name();
    update_practice(session.db(), practice);
    return Message{practice.name, Value::Object{{"name", practice.name}}};
}

} // namespace

CommandSpec practice_edit_command() {
    return command<Args>({
        .summary = "change the practice's name, address, contact details or time zone",
        .details = "An empty text clears a field. A new time zone applies to new records; existing "
                   "records keep their times.",
        .examples = {"praxis practice edit --phone \"+1 555 0100\" --email hello@hands.example"},
        .access = Access::write,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
