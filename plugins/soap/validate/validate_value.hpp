// SPDX-License-Identifier: MIT
/// The check of one value, and of a table of values, against its fields.
#pragma once
#include "note/note.hpp"
#include "template/template.hpp"
#include "validate/missing_fields.hpp"
#include "validate/value_problems.hpp"

#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace praxis::soap {

/// Whether the table records one of those fields.
bool is_any_recorded(const Value& table, const std::vector<std::string>& names);

/// The most blocks, findings or other rows in one list of a note.
inline constexpr std::size_t most_rows_of_a_list = 2000;

/// Checks values and collects their problems. A message never repeats the text of a note, except
/// numbers, dates, and words that are near to one of the choices.
class ValueChecker {
  public:
    /// Describes where a key that is unknown here belongs; empty when nowhere.
    using Elsewhere = std::function<std::string(const std::string& key)>;

    ValueChecker(CivilTime now, DateOrder order, std::vector<Problem>& problems)
        : now_(now), session_day_(now.date), order_(order), problems_(problems) {}

    /// Future dates count from the day of the session: "in 2 weeks" was agreed there.
    void count_dates_from(Date session_day) { session_day_ = session_day; }

    /// Fields and checks that are `only_of_treatments` are not missing from now on.
    void check_wellness_session() { is_wellness_ = true; }

    /// Whether signing needs what has that mark.
    [[nodiscard]] bool is_asked(bool only_of_treatments) const {
        return !is_wellness_ || !only_of_treatments;
    }

    /// The value as the note stores it; nothing when it is not recorded, or wrong.
    std::optional<Value> check(const Field& field, const Value& value, const std::string& path);

    /// The table's recorded fields in the order of `fields`.
    /// also   keys that may stand there and are looked at by the caller
    /// place  where a missing field is to be added
    Value check_table(
        const std::vector<Field>& fields,
        const Value& table,
        const std::string& path,
        const Place& place,
        const std::vector<std::string>& also = {},
        const Elsewhere& elsewhere = {}
    );

    /// Reports each key of the table that is not one of `known`.
    void refuse_unknown_keys(
        const Value& table,
        const std::vector<std::string>& known,
        const std::string& path,
        const Elsewhere& elsewhere
    );

    void
    add(Problem::Weight weight,
        std::string path,
        std::string message,
        std::string hint = {},
        int line = 0);

    /// Reports a list of blocks, findings or other rows that is too long to show and to print.
    bool has_too_many_rows(const Value& value, const std::string& path);

    /// A field that signing needs is not there.
    void add_missing(const Field& field, const std::string& path, const Place& place, int line);

    /// The same for something that no single field says.
    /// asked  what is needed, as a sentence goes on
    void add_missing(
        MissingField missing, std::string path, const std::string& asked, std::string hint, int line
    );

    [[nodiscard]] const CivilTime& now() const { return now_; }

    [[nodiscard]] DateOrder order() const { return order_; }

  private:
    void add(Problem::Weight weight, const std::string& path, ValueProblem problem, int line);
    void add_wrong_type(const Field& field, const Value& value, const std::string& path);
    std::optional<Value>
    check_text(const Field& field, const Value& value, const std::string& path);
    std::optional<Value> check_word(
        const std::vector<std::string>& choices,
        const Value& value,
        const std::string& path,
        std::string_view what
    );
    std::optional<Value>
    check_choice(const Field& field, const Value& value, const std::string& path);
    std::optional<Value> check_item(const Field& field, const Value& item, const std::string& path);
    std::optional<Value>
    check_list(const Field& field, const Value& value, const std::string& path);
    std::optional<Value>
    check_number(const Field& field, const Value& value, const std::string& path);
    std::optional<Value>
    check_yes_no(const Field& field, const Value& value, const std::string& path);
    std::optional<Value>
    check_date(const Field& field, const Value& value, const std::string& path);
    std::optional<Value>
    check_temperature(const Field& field, const Value& value, const std::string& path);
    std::optional<Value>
    check_table(const Field& field, const Value& value, const std::string& path);
    std::optional<Value>
    check_rows(const Field& field, const Value& value, const std::string& path);
    bool in_range(
        const Field& field,
        double number,
        const std::string& shown,
        const Value& value,
        const std::string& path
    );

    CivilTime now_;
    Date session_day_; // future dates count from it
    DateOrder order_;
    bool is_wellness_ = false;
    std::vector<Problem>& problems_;
};

} // namespace praxis::soap
