// SPDX-License-Identifier: MIT
/// hold_practice PRACTICE [PASSPHRASE]
///
/// Begins to read the practice, prints "reading", and keeps its read transaction open until it is
/// killed. Other processes can then write, but none can empty the write-ahead log.
#include "open_practice.hpp"

#include <cstdio>
#include <exception>
#include <string>
#include <unistd.h>

int main(int count, char** arguments) {
    if (count < 2) {
        return 2;
    }
    try {
        const std::string passphrase = count > 2 ? arguments[2] : "";
        const auto db =
            praxis::testing::open_practice(arguments[1], praxis::practice::Mode::read, passphrase);
        db->exec("BEGIN");
        SQLite::Statement query{*db, "SELECT count(*) FROM core_practice"};
        query.executeStep();
        std::puts("reading");
        std::fflush(stdout);
        for (;;) {
            ::pause();
        }
    } catch (const std::exception& error) {
        std::printf("%s\n", error.what());
        return 1;
    }
}
