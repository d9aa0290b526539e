// SPDX-License-Identifier: MIT
// Random histories of commands, undo, erasures and migrations. The model is a copy of every row
// after every change set; the journal must give back each of these states.
#include "../support/core_practice.hpp"
#include "journal/as_of.hpp"
#include "journal/tables.hpp"
#include "journal/undo.hpp"
#include "journal/verify.hpp"

#include <praxis/digest.hpp>
#include <praxis/error.hpp>
#include <praxis/sql.hpp>

#include <boost/test/unit_test.hpp>

#include <cstdlib>
#include <deque>
#include <map>
#include <random>

namespace {

using namespace praxis;
using namespace praxis::practice;

using State = std::map<std::pair<std::string, std::int64_t>, std::string>; // encoded rows

constexpr int clients = 3;
constexpr int rows_of_a_table = 5;

struct History : testing::CorePractice {
    std::mt19937 random;
    std::map<std::int64_t, State> states; // by the last change of each set
    std::int64_t first_set = 0;           // the one that made the tables
    int migrations = 1;
    std::size_t undone = 0;
    std::size_t erased = 0;

    explicit History(unsigned seed) : random(seed) {
        change(
            "CREATE TABLE pets_toy (toy INTEGER PRIMARY KEY, pet INTEGER REFERENCES pets_pet,"
            " price REAL, image BLOB) STRICT;"
            "CREATE UNIQUE INDEX pets_by_name ON pets_pet (name);"
            "INSERT INTO core_user (user, uuid, name, created_at) VALUES (1, zeroblob(16), 'I', 0);"
            "INSERT INTO core_plugin VALUES (NULL, 'pets', '1', 1, 'pets_', '', '', 0);"
            "INSERT INTO core_migration VALUES (NULL, 'pets', 1, 'pet', x'" +
            praxis::digest_of("x") + "', 0)"
        );
        remember();
        first_set = practice::journal_head(db).change_set;
    }

    int number(int most) { return 1 + static_cast<int>(random() % static_cast<unsigned>(most)); }

    std::string text(int most) { return std::to_string(number(most)); }

    std::int64_t last_change() {
        return db.execAndGet("SELECT max(last_change) FROM core_change_set").getInt64();
    }

    State current() {
        State state;
        for (const auto& table : journalled_tables(db)) {
            if (!is_record_table(table.name)) {
                continue;
            }
            auto query = statement(
                db, "SELECT rowid, " + table.column_list() + " FROM \"" + table.name + "\""
            );
            while (query.executeStep()) {
                state[{table.name, column_number(query, 0)}] =
                    encode_row(read_row(query, 1, table.columns));
            }
        }
        return state;
    }

    void remember() { states[last_change()] = current(); }

    std::string statement_of(int kind) {
        const auto pet = text(rows_of_a_table);
        const auto name = "'" + text(9) + "'";
        switch (kind) {
        case 0:
            return "INSERT OR REPLACE INTO pets_pet (pet, client, name) VALUES (" + pet + ", " +
                   text(clients) + ", " + name + ")";
        case 1:
            return "UPDATE OR IGNORE pets_pet SET name = " + name + " WHERE pet = " + pet;
        case 2:
            return "UPDATE pets_pet SET client = " + text(clients) + " WHERE pet = " + pet;
        case 3:
            return "UPDATE pets_pet SET name = CASE pet WHEN 1 THEN 'a' ELSE name END";
        case 4:
            return "INSERT OR IGNORE INTO pets_toy VALUES (" + text(rows_of_a_table) +
                   ", (SELECT"
                   " max(pet) FROM pets_pet), 0.1 * " +
                   text(9) + ", x'0" + text(9) + "')";
        case 5:
            return "UPDATE pets_toy SET price = price / 3.0, image = NULL WHERE toy = " +
                   text(rows_of_a_table);
        case 6:
            return "DELETE FROM pets_toy WHERE toy = " + text(rows_of_a_table);
        default:
            return "DELETE FROM pets_pet WHERE pet = " + pet +
                   " AND NOT EXISTS (SELECT 1 FROM pets_toy WHERE pets_toy.pet = pets_pet.pet)";
        }
    }

    void command() {
        std::string sql;
        for (int i = number(4); i > 0; --i) {
            sql += statement_of(static_cast<int>(random() % 8)) + ";";
        }
        try {
            change(sql);
        } catch (const SQLite::Exception&) {
            // a foreign key refused it, and nothing is stored
        }
    }

    void undo() {
        const auto newest = newest_change_sets(db, 1).front();
        if (newest.number <= first_set) {
            return;
        }
        SQLite::Transaction transaction{db};
        TableWatch watch{db};
        begin_change_set(db);
        try {
            undo_changes(db, newest);
        } catch (const Refused&) {
            return; // a migration, an erasure or the first rows
        }
        if (const auto head = end_change_set(db, {now, UserId{1}, "", "undo"}, sealing())) {
            transaction.commit();
            write_anchor(db, path, *head, now);
            ++undone;
        }
    }

    void erase() {
        const auto client = number(clients);
        const auto of_client =
            " IN (SELECT pet FROM pets_pet WHERE client = " + std::to_string(client) + ")";
        change(
            "DELETE FROM pets_toy WHERE pet" + of_client + ";DELETE FROM pets_pet WHERE pet" +
                of_client +
                ";INSERT INTO core_erasure (client, uuid, at, user, reason, done)"
                " VALUES (" +
                std::to_string(client) + ", zeroblob(16), 0, 1, 'x', 1)",
            client
        );
        ++erased;
        forget_erased();
    }

    /// What was erased is in no earlier state any more.
    void forget_erased() {
        auto query = statement(
            db,
            "SELECT table_name, row_number, max(change) FROM core_change WHERE erased_by IS NOT "
            "NULL"
            " GROUP BY table_name, row_number"
        );
        while (query.executeStep()) {
            for (auto& [last, state] : states) {
                if (last < column_number(query, 2)) {
                    state.erase({column_text(query, 0), column_number(query, 1)});
                }
            }
        }
    }

    void migrate_pets() {
        const std::string column = "extra" + std::to_string(++migrations);
        Schema schema{"pets", "1", "pets_", {}, {{1, "pet", "x"}}};
        for (int i = 2; i < migrations; ++i) {
            schema.migrations.push_back({i, "step", steps_[static_cast<std::size_t>(i - 2)]});
        }
        steps_.push_back(
            "ALTER TABLE pets_pet ADD COLUMN " + column +
            " TEXT;"
            "UPDATE pets_pet SET " +
            column + " = name WHERE pet < 3"
        );
        schema.migrations.push_back({migrations, "step", steps_.back()});
        migrate(db, path, schema, {now, std::nullopt, "", {}}, sealing());
    }

    void step() {
        const auto before = last_change();
        switch (random() % 12) {
        case 0:
            erase();
            break;
        case 1:
            if (migrations < 4) {
                migrate_pets();
            }
            break;
        case 2:
        case 3:
        case 4:
            undo();
            break;
        default:
            command();
        }
        if (last_change() != before) {
            remember();
        }
    }

    State state_at(std::int64_t change) {
        db.exec("PRAGMA foreign_keys = OFF");
        SQLite::Transaction transaction{db};
        turn_back(db, change);
        return current();
    }

  private:
    std::deque<std::string> steps_; // a Migration only views its SQL
};

/// Histories in one run: PRAXIS_HISTORIES, by default a few.
unsigned histories() {
    const char* wanted = std::getenv("PRAXIS_HISTORIES");
    return wanted == nullptr ? 12U : static_cast<unsigned>(std::atoi(wanted));
}

} // namespace

BOOST_AUTO_TEST_SUITE(journal_model_tests)

BOOST_AUTO_TEST_CASE(gives_back_every_earlier_state_of_random_histories) {
    std::size_t undone = 0;
    std::size_t erased = 0;
    std::size_t compared = 0;
    for (unsigned seed = 1; seed <= histories(); ++seed) {
        History history{seed};
        for (int i = 0; i < 30; ++i) {
            history.step();
        }
        const auto findings = verify_journal(history.db).findings;
        BOOST_TEST(
            findings.empty(),
            "history " << seed << ": " << (findings.empty() ? "" : findings.front())
        );
        check_anchor(history.db, history.path);
        for (const auto& [last, state] : history.states) {
            BOOST_TEST(
                (history.state_at(last) == state), "history " << seed << " after change " << last
            );
            ++compared;
        }
        undone += history.undone;
        erased += history.erased;
    }
    BOOST_TEST(undone >= histories());
    BOOST_TEST(erased >= histories());
    BOOST_TEST(compared >= histories() * 10);
}

BOOST_AUTO_TEST_SUITE_END()
