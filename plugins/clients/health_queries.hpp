// SPDX-License-Identifier: MIT
/// Conditions, medications and allergies, as the client reports them. Each list is in one of three
/// states: it has rows; the client was asked and knows of none; the client was not asked yet.
#pragma once
#include <praxis/date.hpp>
#include <praxis/id.hpp>

#include <SQLiteCpp/SQLiteCpp.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <vector>

namespace praxis::clients {

// Texts of the rows are never empty: an absent text has no value.

struct ConditionRow {
    std::int64_t number = 0;
    std::string uuid;
    ClientId client;
    std::string name;
    std::optional<std::string> code; // ICD-10-CM, as reported
    std::optional<std::string> diagnosed_by;
    std::optional<std::string> since; // 2019, 2019-03 or 2019-03-05
    std::string status = "active";    // active, past
    std::optional<std::string> until; // of a past one: when it was last present, as `since`
    std::optional<std::string> note;
    std::optional<std::string> concepts; // as to_stored() writes them
    ZonedTime added;
};

struct MedicationRow {
    std::int64_t number = 0;
    std::string uuid;
    ClientId client;
    std::string name;
    std::optional<std::string> dose;
    std::optional<std::string> reason;
    std::optional<std::string> kind;
    std::optional<std::string> since; // 2019, 2019-03 or 2019-03-05
    std::optional<Date> until;        // the last day
    std::optional<std::string> concepts;
    ZonedTime added;
};

struct AllergyRow {
    std::int64_t number = 0;
    std::string uuid;
    ClientId client;
    std::string substance;
    std::optional<std::string> kind; // allergy, intolerance
    std::optional<std::string> reaction;
    std::optional<std::string> severity; // mild, moderate, severe
    std::optional<std::string> concepts;
    ZonedTime added;
};

/// The client was asked and knows of none.
struct NoneKnown {
    std::string kind; // condition, medication, allergy
    ZonedTime asked;
    UserId asked_by;
    std::string asked_by_name;
};

/// The properties in which the lists differ.
/// noun      of its commands, its table (clients_condition) and its numbers
/// order     of the rows of a client
/// fields    columns of the table and members of the JSON; the first is the name
/// values()  in the order of `fields`: of a row, or of the options that fill it
template <class Row> struct HealthList;

template <> struct HealthList<ConditionRow> {
    static constexpr std::string_view noun = "condition";
    static constexpr std::string_view order = "status, condition"; // active ones first
    static inline const std::vector<std::string> fields{
        "name", "code", "diagnosed_by", "since", "status", "until", "note", "concepts"};

    static auto values(auto& row) {
        return std::tie(
            row.name,
            row.code,
            row.diagnosed_by,
            row.since,
            row.status,
            row.until,
            row.note,
            row.concepts
        );
    }
};

template <> struct HealthList<MedicationRow> {
    static constexpr std::string_view noun = "medication";
    static constexpr std::string_view order = "medication";
    static inline const std::vector<std::string> fields{
        "name", "dose", "reason", "kind", "since", "until", "concepts"};

    static auto values(auto& row) {
        return std::tie(
            row.name, row.dose, row.reason, row.kind, row.since, row.until, row.concepts
        );
    }
};

template <> struct HealthList<AllergyRow> {
    static constexpr std::string_view noun = "allergy";
    static constexpr std::string_view order = "allergy";
    static inline const std::vector<std::string> fields{
        "substance", "kind", "reaction", "severity", "concepts"};

    static auto values(auto& row) {
        return std::tie(row.substance, row.kind, row.reaction, row.severity, row.concepts);
    }
};

/// The name of the condition or medication, or the substance.
template <class Row> const std::string& name_of(const Row& row) {
    return std::get<0>(HealthList<Row>::values(row));
}

/// Whether the row counts on that day: a medication counts through its last day.
template <class Row> bool is_current(const Row& row, Date on) {
    if constexpr (std::is_same_v<Row, MedicationRow>) {
        return !row.until || *row.until >= on;
    }
    return true;
}

/// The statements about the table of one list.
template <class Row> struct HealthTable {
    /// Gives the number of the new row.
    static std::int64_t insert(SQLite::Database& db, const Row& row);
    static void update(SQLite::Database& db, const Row& row);
    static void remove(SQLite::Database& db, std::int64_t number);
    static std::optional<Row> find(SQLite::Database& db, std::int64_t number);
    /// All rows of a client, also medications that are no longer taken.
    static std::vector<Row> all(SQLite::Database& db, ClientId client);
    /// All rows of the clients who are not archived, by client.
    static std::vector<Row> of_all_clients(SQLite::Database& db);
};

extern template struct HealthTable<ConditionRow>;
extern template struct HealthTable<MedicationRow>;
extern template struct HealthTable<AllergyRow>;

using Conditions = HealthTable<ConditionRow>;
using Medications = HealthTable<MedicationRow>;
using Allergies = HealthTable<AllergyRow>;

/// kind  condition, medication, allergy
std::optional<NoneKnown>
find_none_known(SQLite::Database& db, ClientId client, std::string_view kind);
/// Replaces an earlier answer.
void put_none_known(SQLite::Database& db, ClientId client, const NoneKnown& answer);
/// Gives whether there was such an answer.
bool delete_none_known(SQLite::Database& db, ClientId client, std::string_view kind);

} // namespace praxis::clients
