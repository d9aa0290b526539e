// SPDX-License-Identifier: MIT
// The floor of a command that reads: a program that loads the libraries which the core needs, opens
// FILE and runs the SQL statement in the file QUERY. It checks, records and formats nothing.
#include <sqlite3.h>

#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

int main(int argument_count, char** arguments) {
    if (argument_count != 3) {
        std::cerr << "asking FILE QUERY\n";
        return 2;
    }
    std::ifstream file{arguments[2]};
    const std::string sql{std::istreambuf_iterator<char>{file}, {}};
    sqlite3* db = nullptr;
    sqlite3_stmt* query = nullptr;
    int code = sqlite3_open_v2(arguments[1], &db, SQLITE_OPEN_READWRITE, nullptr);
    if (code == SQLITE_OK) {
        code = sqlite3_prepare_v2(db, sql.c_str(), -1, &query, nullptr);
    }
    while (code == SQLITE_OK || code == SQLITE_ROW) {
        code = sqlite3_step(query);
        if (code == SQLITE_ROW) {
            std::cout << sqlite3_column_int64(query, 0) << "\n";
        }
    }
    if (code != SQLITE_DONE) {
        std::cerr << sqlite3_errmsg(db) << "\n";
    }
    sqlite3_finalize(query);
    return sqlite3_close(db) == SQLITE_OK && code == SQLITE_DONE ? 0 : 1;
}
