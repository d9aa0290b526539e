// SPDX-License-Identifier: MIT
#include "bundle/importing.hpp"

#include <praxis/command.hpp>

namespace praxis {
namespace {

using namespace referrals;

struct Args {
    std::string file;
    std::optional<std::string> passphrase;
    std::optional<std::string> client;
    std::optional<Date> on;
    Bundle bundle; // set by prepare()
};

void options(Options<Args>& given) {
    given.argument(&Args::file, "FILE", "a sealed file that another copy of praxis wrote");
    given.option(
        &Args::passphrase,
        "bundle-passphrase",
        "FILE",
        "a file whose first line is the passphrase; default: praxis asks"
    );
    given.option(
        &Args::client, "client", "CLIENT", "whom it is about; default: by name and birth date"
    );
    given.option(&Args::on, "on", "DATE", "the day it arrived; default: today");
}

void prepare(Session& session, Args& args) {
    args.bundle =
        read_bundle(open_sealed_file(session, bundle_kind, args.file, args.passphrase), args.file);
}

Result run(Session& session, const Args& args) {
    const auto referral =
        import_bundle(session, args.bundle, args.on.value_or(session.today()), args.client);
    auto data = referral_value(referral);
    data["kind"] = args.bundle.kind;
    data["signed_with"] = args.bundle.signature.public_key;
    return Message{referral.id.str(), std::move(data)};
}

} // namespace

CommandSpec referral_import_command() {
    return command<Args>({
        .summary = "take in a referral, or the report on one, from another copy of praxis",
        .details =
            "A referral becomes an incoming one, with the letter as an attachment; its sender is "
            "added to the directory. A report is recorded as the final report of your referral: "
            "praxis referral close says that you have read it. praxis checks the signature and "
            "shows the key; who owns the key, you ask the sender.",
        .examples =
            {"praxis referral import maria.praxis-referral",
             "praxis referral import answer.praxis-referral --bundle-passphrase secret.txt",
             "praxis referral import maria.praxis-referral --client C-0012 --on yesterday"},
        .exits =
            {{Exit::refused,
              "the file is damaged or already here, or the client is not in "
              "this practice"},
             {Exit::needs_input, "praxis cannot ask for the passphrase"}},
        .access = Access::write,
        .options = options,
        .prepare = prepare,
        .run = run,
    });
}

} // namespace praxis
