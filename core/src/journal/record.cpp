// SPDX-License-Identifier: MIT
// The end of a transaction: from the collected steps to a signed change set.
#include "journal/erase_history.hpp"
#include "journal/journal.hpp"

#include <praxis/sql.hpp>

#include <array>
#include <map>
#include <stdexcept>
#include <utility>
#include <vector>

namespace praxis::practice {
namespace {

constexpr std::size_t salt_bytes = 16;

using Bytes = std::optional<std::string>; // an encoded row; nothing: there is none

/// What one statement, or several in a row, did to one row of a table.
struct Step {
    std::string table;
    std::int64_t row_number = 0;
    Bytes before;
    Bytes after;

    [[nodiscard]] std::pair<std::string, std::int64_t> place() const { return {table, row_number}; }
};

/// The steps in their order. Adjacent steps of one row become one, such as a note and its signing.
/// Others stay apart: when undo takes back a swap of two unique values, it needs each step.
std::vector<Step> collected_steps(SQLite::Database& db) {
    std::vector<Step> steps;
    std::map<std::pair<std::string, std::int64_t>, Bytes> ends;
    auto query = statement(
        db, "SELECT table_name, row_number, before, after FROM temp.journal_step ORDER BY step"
    );
    while (query.executeStep()) {
        Step step{
            column_text(query, 0),
            column_number(query, 1),
            column_bytes(query, 2),
            column_bytes(query, 3)};
        const auto [end, is_first] = ends.try_emplace(step.place(), step.after);
        if (!is_first && std::exchange(end->second, step.after) != step.before) {
            throw std::logic_error(
                step.table + " row " + std::to_string(step.row_number) +
                " was changed in a way that the journal did not see"
            );
        }
        if (!steps.empty() && steps.back().place() == step.place()) {
            steps.back().after = std::move(step.after);
        } else {
            steps.push_back(std::move(step));
        }
    }
    std::erase_if(steps, [](const Step& step) { return step.before == step.after; });
    return steps;
}

ChangeKind kind_of(const Step& step) {
    return !step.before  ? ChangeKind::added
           : !step.after ? ChangeKind::removed
                         : ChangeKind::changed;
}

std::optional<Row> row_of(const Bytes& bytes) {
    return bytes ? std::optional{decode_row(*bytes).value()} : std::nullopt;
}

/// The change of a step, with a fresh salt and its digest.
Change change_of(const Step& step, std::int64_t change_set, const FillRandom& fill_random) {
    Change change;
    change.change_set = change_set;
    change.table = step.table;
    change.row_number = step.row_number;
    change.kind = kind_of(step);
    const auto after = row_of(step.after);
    if (change.kind == ChangeKind::removed) {
        change.old = step.before;
    } else if (change.kind == ChangeKind::changed) {
        change.old = encode_row(changed_cells(row_of(step.before).value(), after.value()));
    }
    std::array<unsigned char, salt_bytes> salt{};
    fill_random(salt);
    change.salt.emplace(salt.begin(), salt.end());
    change.digest = digest_of(change, after);
    return change;
}

/// Inserts changes, each with the next number.
class ChangeWriter {
  public:
    ChangeWriter(SQLite::Database& db, std::int64_t last_change)
        : insert_(statement(
              db,
              std::string{"INSERT INTO core_change ("} + change_columns +
                  ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, NULL)"
          ))
        , last_change_(last_change) {}

    void insert(const Change& change) {
        bind_one(insert_, 1, ++last_change_);
        bind_one(insert_, 2, change.change_set);
        bind_one(insert_, 3, change.table);
        bind_one(insert_, 4, change.row_number);
        bind_one(insert_, 5, static_cast<std::int64_t>(change.kind));
        bind_bytes(insert_, 6, change.old);
        bind_bytes(insert_, 7, change.salt);
        bind_digest(insert_, 8, change.digest);
        insert_.exec();
        insert_.reset();
    }

    [[nodiscard]] std::int64_t last_change() const { return last_change_; }

  private:
    SQLite::Statement insert_;
    std::int64_t last_change_;
};

std::int64_t last_change_of(SQLite::Database& db, std::int64_t change_set) {
    return first_row(
               statement(
                   db, "SELECT last_change FROM core_change_set WHERE change_set = ?", change_set
               ),
               [](auto& query) { return column_number(query, 0); }
    ).value_or(0);
}

Digest chained_digest(
    SQLite::Database& db, const ChangeSet& set, const Head& previous, std::int64_t first_change
) {
    SetDigest digest{
        set,
        previous.change_set > 0 ? std::optional{previous.digest} : std::nullopt,
        set.last_change - first_change + 1};
    auto query = statement(
        db,
        std::string{"SELECT "} + change_columns +
            " FROM core_change WHERE change BETWEEN ? AND ? ORDER BY change",
        first_change,
        set.last_change
    );
    while (query.executeStep()) {
        digest.add(read_change(query));
    }
    return digest.finish();
}

void insert_set(SQLite::Database& db, const ChangeSet& set) {
    auto insert = statement(
        db,
        std::string{"INSERT INTO core_change_set ("} + change_set_columns +
            ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        set.number,
        set.author.at,
        set.author.user,
        set.author.login,
        set.author.command,
        set.last_change
    );
    const auto bind_any = [&](int index, const std::optional<Digest>& digest) {
        bind_bytes(
            insert, index, digest ? std::optional{std::string{digest->view()}} : std::nullopt
        );
    };
    bind_any(7, set.schema);
    bind_any(8, set.erased);
    bind_one(insert, 9, set.signing_key);
    bind_any(10, set.digest);
    bind_bytes(insert, 11, set.signature);
    insert.exec();
}

} // namespace

void begin_change_set(SQLite::Database& db) {
    db.exec("DELETE FROM temp.journal_step");
}

bool has_steps(SQLite::Database& db) {
    return first_row(
               statement(db, "SELECT 1 FROM temp.journal_step LIMIT 1"), [](auto&) { return true; }
    ).value_or(false);
}

void add_step(
    SQLite::Database& db,
    const std::string& table,
    std::int64_t row_number,
    const std::optional<Row>& before,
    const std::optional<Row>& after
) {
    auto insert = statement(
        db,
        "INSERT INTO temp.journal_step (table_name, row_number, before, after) VALUES (?, ?, ?, ?)",
        table,
        row_number
    );
    bind_bytes(insert, 3, before ? std::optional{encode_row(*before)} : std::nullopt);
    bind_bytes(insert, 4, after ? std::optional{encode_row(*after)} : std::nullopt);
    insert.exec();
}

std::optional<Head> end_change_set(
    SQLite::Database& db,
    const ChangeAuthor& author,
    const Sealing& sealing,
    const SetExtras& extras
) {
    const auto steps = collected_steps(db);
    if (steps.empty() && !extras.seals_schema) {
        return std::nullopt;
    }
    const auto previous = journal_head(db);
    ChangeSet set{.number = previous.change_set + 1, .author = author};
    const auto last_before = last_change_of(db, previous.change_set);
    ChangeWriter writer{db, last_before};
    for (const auto& step : steps) {
        writer.insert(change_of(step, set.number, sealing.fill_random));
    }
    if (extras.erased_client) {
        for (const auto& row : erase_history(db, *extras.erased_client, set.number)) {
            const auto bytes = encode_row(row.content);
            writer.insert(change_of(
                {row.table, row.row_number, bytes, bytes}, set.number, sealing.fill_random
            ));
        }
        set.erased = digest_of_erasure(db, set.number);
    }
    if (extras.seals_schema) {
        set.schema = digest_of_schema(db);
    }
    set.last_change = writer.last_change();
    const auto key = sealing.find_key(db);
    set.signing_key = key ? std::optional{key->signing_key} : std::nullopt;
    set.digest = chained_digest(db, set, previous, last_before + 1);
    if (key) {
        set.signature = key->sign(signed_bytes(set.digest));
    }
    insert_set(db, set);
    return Head{set.number, set.digest};
}

} // namespace praxis::practice
