// SPDX-License-Identifier: MIT
#include "bath_queries.hpp"

#include <praxis/command.hpp>

namespace praxis {
namespace {

struct Args {
    std::int64_t bath = 0;
    std::string after;
};

void options(Options<Args>& options) {
    options.argument(&Args::bath, "BATH", "number of the bath");
    options.option(&Args::after, "after", "TEXT", "the skin after the bath: normal, red, white ...")
        .required();
}

Result run(Session& session, const Args& args) {
    if (!hydrotherapy::set_skin_after(session.db(), args.bath, args.after)) {
        throw NotFound("there is no bath " + std::to_string(args.bath), "praxis bath list CLIENT");
    }
    return Message{std::to_string(args.bath), Value::Object{{"bath", args.bath}}};
}

} // namespace

CommandSpec bath_skin_command() {
    return command<Args>({
        .summary = "record the skin after a bath",
        .examples = {"praxis bath skin 7 --after normal"},
        .access = Access::write,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
