// SPDX-License-Identifier: MIT
#include "host/host.hpp"

#include <praxis/text.hpp>
#include <praxis/value.hpp>

#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>

#include <algorithm>
#include <string_view>

namespace praxis {
namespace {

/// Whether the disk or the database file caused the error, not the program.
bool is_storage_failure(const std::exception& error) {
    const auto* database = dynamic_cast<const SQLite::Exception*>(&error);
    if (database == nullptr) {
        return false;
    }
    constexpr int of_storage[] = {
        SQLITE_BUSY,
        SQLITE_READONLY,
        SQLITE_IOERR,
        SQLITE_CORRUPT,
        SQLITE_FULL,
        SQLITE_CANTOPEN,
        SQLITE_PROTOCOL,
        SQLITE_NOTADB};
    return std::find(std::begin(of_storage), std::end(of_storage), database->getErrorCode()) !=
           std::end(of_storage);
}

Value problems_of(const Error* error) {
    Value::Array problems;
    if (error != nullptr) {
        for (const auto& problem : error->problems()) {
            problems.emplace_back(Value::Object{
                {"field", text_or_null(problem.field)}, {"needs", problem.needs}});
        }
    }
    return problems.empty() ? Value{} : Value{std::move(problems)};
}

} // namespace

Exit exit_of(const std::exception& error) {
    if (const auto* known = dynamic_cast<const Error*>(&error)) {
        return known->exit();
    }
    return is_storage_failure(error) ? Exit::practice : Exit::failed;
}

std::string describe_error(const std::exception& error, const std::vector<std::string>& arguments) {
    const auto* known = dynamic_cast<const Error*>(&error);
    const auto* database = dynamic_cast<const SQLite::Exception*>(&error);
    const std::string code = known != nullptr      ? known->code()
                             : database != nullptr ? "database"
                                                   : "internal";
    const bool storage = is_storage_failure(error);
    // Compare the text: SQLite reports RESTRICT with the same code as a trigger.
    const bool refers =
        database != nullptr && std::string_view{error.what()} == "FOREIGN KEY constraint failed";
    const std::string hint =
        known != nullptr ? known->hint()
        : storage        ? "praxis doctor"
        : refers ? "rows of another plugin, perhaps a removed one, refer to this record: see "
                   "praxis plugin list, then praxis plugin add PATH or praxis plugin purge NAME"
                 : "";
    const std::string message =
        storage ? std::string{"the practice could not be read or written: "} + error.what()
                : error.what();
    const bool json = std::any_of(arguments.begin(), arguments.end(), [](const auto& argument) {
        return argument == "--json" || argument == "--format=json" || argument == "--format=jsonl";
    });
    if (json) {
        return to_json(Value::Object{
                   {"error",
                    Value::Object{
                        {"code", code},
                        {"exit", static_cast<int>(exit_of(error))},
                        {"message", message},
                        {"hint", hint.empty() ? Value{} : Value{hint}},
                        {"problems", problems_of(known)},
                    }}}) +
               "\n";
    }
    std::string text = "praxis: " + visible(message, true) + "\n";
    if (!hint.empty()) {
        text += "        " + visible(hint, true) + "\n";
    }
    return text;
}

} // namespace praxis
