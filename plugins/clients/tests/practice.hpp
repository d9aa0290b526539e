// SPDX-License-Identifier: MIT
#pragma once
#include "client_queries.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <boost/test/unit_test.hpp>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace praxis::clients {

inline Date day(const char* iso) {
    return Date::from_iso(iso).value();
}

inline std::string uuid(char last_digit) {
    return std::string{"019a0000-0000-7000-8000-00000000000"} + last_digit;
}

/// The plugin's tables in memory, created by its migration, with one therapist.
struct Tables {
    SQLite::Database db{":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE};

    Tables() {
        db.exec("PRAGMA foreign_keys = ON");
        db.exec("CREATE TABLE core_user (user INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT");
        db.exec("INSERT INTO core_user (user, name) VALUES (1, 'Ines Moreau')");
        const auto file = std::filesystem::path{__FILE__}.parent_path() /
                          "../../../schemas/clients/0001_client.sql";
        std::ifstream stream{file};
        BOOST_REQUIRE_MESSAGE(stream, file);
        db.exec(std::string{std::istreambuf_iterator<char>{stream}, {}});
    }

    ClientId add(ClientRow client) {
        client.uuid = uuid(std::to_string(++uuids_).back());
        return insert_client(db, client);
    }

    ClientId add(const char* given, const char* family, std::optional<Date> born = std::nullopt) {
        return add(ClientRow{.given = given, .family = family, .born = born});
    }

  private:
    int uuids_ = 0;
};

} // namespace praxis::clients
