// SPDX-License-Identifier: MIT
/// Reads the columns of soap_note that repeat values of its body.
#pragma once
#include "note/note.hpp"

#include <praxis/sql.hpp>

#include <SQLiteCpp/SQLiteCpp.h>

#include <optional>
#include <string>
#include <vector>

namespace praxis::soap {

/// Their names in a query on "soap_note n", in the order of read_columns().
inline const std::string column_names =
    "n.complaint, n.minutes, n.techniques, n.pain_before, n.pain_after, n.stress_before,"
    " n.stress_after, n.next_visit, n.review_on, n.kind";

/// Whether a "soap_note n" is void: it is kept and does not count. Every statement that counts
/// sessions, or lists them, excludes these.
/// note  the name of soap_note in the query
std::string is_void(const std::string& note = "n");

/// Whether a "soap_note n" belongs to the complaint that is bound to `parameter` ("?2"). A note
/// without a complaint belongs to the only complaint that was open on its day. If several were
/// open, it belongs to each of them that no other signed note belongs to. A wellness session
/// belongs to none.
std::string is_of_complaint(const std::string& parameter);

/// Whether a "soap_note n" names no complaint, and could be of the bound one or of another that was
/// open on its day.
std::string is_of_unknown_complaint(const std::string& parameter);

/// first  place of the first one in the query
NoteColumns read_columns(SQLite::Statement& query, int first);

std::optional<int> optional_int(SQLite::Statement& query, int index);

template <class AnyId> std::optional<AnyId> optional_id(SQLite::Statement& query, int index) {
    const auto number = optional_number(query, index);
    return number ? std::optional{AnyId{*number}} : std::nullopt;
}

/// The ids of a column with a JSON list.
std::vector<std::string> column_texts(SQLite::Statement& query, int index);

} // namespace praxis::soap
