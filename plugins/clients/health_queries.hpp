// SPDX-License-Identifier: MIT
/// Conditions, medications and allergies: as the client reports them. Each list is in one of three
/// states: something is listed; the client was asked and knows of none; nobody has asked.
#pragma once
#include <praxis/date.hpp>
#include <praxis/id.hpp>

#include <SQLiteCpp/SQLiteCpp.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace praxis::clients {

// Texts of the rows are never empty: absent is nothing.

struct ConditionRow {
    std::int64_t number = 0;
    std::string uuid;
    ClientId client;
    std::string name;
    std::optional<std::string> code; // ICD-10-CM, as reported
    std::optional<std::string> diagnosed_by;
    std::optional<std::string> since; // 2019, 2019-03 or 2019-03-05
    std::string status = "active";    // active, past
    std::optional<std::string> until; // of a past one: when it was last there, as `since`
    std::optional<std::string> note;
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
    ZonedTime added;
};

/// The client was asked and knows of none.
struct NoneKnown {
    std::string kind; // condition, medication, allergy
    ZonedTime asked;
    UserId asked_by;
    std::string asked_by_name;
};

bool is_taken(const MedicationRow& medication, Date on);

std::int64_t insert_condition(SQLite::Database& db, const ConditionRow& condition);
void update_condition(SQLite::Database& db, const ConditionRow& condition);
void remove_condition(SQLite::Database& db, std::int64_t number);
std::optional<ConditionRow> find_condition(SQLite::Database& db, std::int64_t number);
/// Active ones first, then by number.
std::vector<ConditionRow> conditions_of(SQLite::Database& db, ClientId client);

std::int64_t insert_medication(SQLite::Database& db, const MedicationRow& medication);
void update_medication(SQLite::Database& db, const MedicationRow& medication);
void remove_medication(SQLite::Database& db, std::int64_t number);
std::optional<MedicationRow> find_medication(SQLite::Database& db, std::int64_t number);
/// By number; also those no longer taken.
std::vector<MedicationRow> medications_of(SQLite::Database& db, ClientId client);

std::int64_t insert_allergy(SQLite::Database& db, const AllergyRow& allergy);
void update_allergy(SQLite::Database& db, const AllergyRow& allergy);
void remove_allergy(SQLite::Database& db, std::int64_t number);
std::optional<AllergyRow> find_allergy(SQLite::Database& db, std::int64_t number);
/// By number.
std::vector<AllergyRow> allergies_of(SQLite::Database& db, ClientId client);

/// kind  condition, medication, allergy
std::optional<NoneKnown>
find_none_known(SQLite::Database& db, ClientId client, std::string_view kind);
/// Asked again, the later answer replaces the one before.
void put_none_known(SQLite::Database& db, ClientId client, const NoneKnown& answer);
/// Gives whether there was such an answer.
bool end_none_known(SQLite::Database& db, ClientId client, std::string_view kind);

} // namespace praxis::clients
