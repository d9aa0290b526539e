// SPDX-License-Identifier: MIT
// A small plugin with the fault that the build selects: one ZOO_... is defined.
#include <praxis/command.hpp>
#include <praxis/plugin.hpp>

#ifdef ZOO_CHECKS
#include <praxis/safety/check.hpp>
#endif

#include <csignal>
#include <stdexcept>
#include <unistd.h>

#ifdef ZOO_MISSING_SYMBOL
void nobody_defines_this();
#endif

namespace praxis {
namespace {

#ifdef ZOO_THROWING_STATIC
struct Throws {
    Throws() { throw std::runtime_error{"a static constructor threw"}; }
};

const Throws throws;
#endif

Result run([[maybe_unused]] Session& session, const NoArgs& /*args*/) {
#ifdef ZOO_SEGFAULT_IN_TRANSACTION
    session.db().exec("INSERT INTO animal_row VALUES (1)");
    ::raise(SIGSEGV);
#endif
#ifdef ZOO_THROWS_INT_IN_COMMAND
    throw 42;
#endif
#ifdef ZOO_MISSING_SYMBOL
    nobody_defines_this();
#endif
    return Message{"well", {}};
}

#ifdef ZOO_CHECKS
/// Loaded when the safety plugin calls it, during an event that it does not listen to.
std::vector<safety::Concern> look(Session& session, const safety::Question& /*question*/) {
    if (session.setting("zoo.throws") == "yes") {
        throw std::runtime_error{"no animal was seen"};
    }
    return {};
}
#endif

CommandSpec spec() {
#ifdef ZOO_SEGFAULT_IN_TRANSACTION
    const auto access = Access::write;
#elif defined(ZOO_TWO_STEPS)
    const auto access = Access::read;
#else
    const auto access = Access::none;
#endif
    return command<NoArgs>({.summary = "be an animal", .access = access, .run = run});
}

void set_up(Registry& registry) {
#ifdef ZOO_THROWS_IN_SETUP
    throw std::runtime_error{"the moon is not full"};
#endif
#ifdef ZOO_THROWS_INT_IN_SETUP
    throw 42;
#endif
#ifdef ZOO_HANGS
    for (;;) {
        ::pause();
    }
#endif
#ifdef ZOO_EXITS
    ::_exit(0);
#endif
    registry.command(ZOO_NOUN, "speak", &spec, {});
#ifdef ZOO_UNLISTED_COMMAND
    registry.command("stray", "speak", &spec, {});
#endif
#ifdef ZOO_SEGFAULT_IN_TRANSACTION
    registry.migration(1, "row", "CREATE TABLE animal_row (a INTEGER PRIMARY KEY) STRICT");
#endif
#ifdef ZOO_CHECKS
    registry.contribute(safety::Check{.name = "animal", .look = look});
#endif
#ifdef ZOO_TWO_STEPS
    registry.migration(
        1,
        "row",
        "CREATE TABLE animal_row (a INTEGER PRIMARY KEY, b TEXT) STRICT;"
        "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000)"
        " INSERT INTO animal_row SELECT i, hex(randomblob(40)) FROM n"
    );
    registry.migration(
        2,
        "column",
        "ALTER TABLE animal_row ADD COLUMN c INTEGER;"
        "UPDATE animal_row SET c = length(b); CREATE INDEX animal_by_c ON animal_row (c)"
    );
#endif
#ifdef ZOO_FOREIGN_TABLE
    registry.migration(1, "greed", "DROP TABLE clients_condition");
#endif
#ifdef ZOO_FOREIGN_REFERENCE
    registry.migration(
        1,
        "reach",
        "CREATE TABLE animal_row (a INTEGER PRIMARY KEY,"
        " client INTEGER REFERENCES clients_client (client)) STRICT"
    );
#endif
#ifdef ZOO_ATTACH
    registry.migration(1, "reach", "ATTACH 'elsewhere.db' AS elsewhere");
#endif
}

} // namespace
} // namespace praxis

PRAXIS_PLUGIN(praxis::set_up)
