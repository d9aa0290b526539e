// SPDX-License-Identifier: MIT
/// The check of one value, and of a table of values, against its fields.
#pragma once
#include "note/note.hpp"
#include "template/template.hpp"

#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace praxis::soap {

/// Whether one of those members of the table was written down.
bool is_any_recorded(const Value& table, const std::vector<std::string>& names);

/// Checks values and collects what is wrong with them. A message never repeats what stands in a
/// note, but for numbers, dates, and words that are near to one of the choices.
class ValueChecker {
  public:
    /// Says where a key that is unknown here would belong; empty when nowhere.
    using Elsewhere = std::function<std::string(const std::string& key)>;

    ValueChecker(CivilTime now, DateOrder order, std::vector<Problem>& problems)
        : now_(now), session_day_(now.date), order_(order), problems_(problems) {}

    /// From the day of the session: "in 2 weeks" was said there, whenever it is written down.
    void count_from(Date session_day) { session_day_ = session_day; }

    /// The value as the note keeps it; nothing when it is not recorded, or wrong.
    std::optional<Value> check(const Field& field, const Value& value, const std::string& path);

    /// The table's recorded fields in the order of `fields`.
    /// also   keys that may stand there and are looked at by the caller
    /// place  where a missing field is to be added, for people: "under [subjective]"
    Value check_table(
        const std::vector<Field>& fields,
        const Value& table,
        const std::string& path,
        const std::string& place,
        const std::vector<std::string>& also = {},
        const Elsewhere& elsewhere = {}
    );

    /// Refuses each key of the table that is none of `known`.
    void know(
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

    /// A field that signing needs is not there.
    void
    add_missing(const Field& field, const std::string& path, const std::string& place, int line);

    [[nodiscard]] const CivilTime& now() const { return now_; }

    [[nodiscard]] DateOrder order() const { return order_; }

  private:
    void wrong_type(const Field& field, const Value& value, const std::string& path);
    std::optional<Value> text(const Field& field, const Value& value, const std::string& path);
    std::optional<Value> word(
        const std::vector<std::string>& choices,
        const Value& value,
        const std::string& path,
        std::string_view what
    );
    std::optional<Value> choice(const Field& field, const Value& value, const std::string& path);
    std::optional<Value> words(const Field& field, const Value& value, const std::string& path);
    std::optional<Value> number(const Field& field, const Value& value, const std::string& path);
    std::optional<Value> yes_no(const Field& field, const Value& value, const std::string& path);
    std::optional<Value> date(const Field& field, const Value& value, const std::string& path);
    std::optional<Value>
    temperature(const Field& field, const Value& value, const std::string& path);
    std::optional<Value> table(const Field& field, const Value& value, const std::string& path);
    bool in_range(
        const Field& field,
        double number,
        const std::string& shown,
        const Value& value,
        const std::string& path
    );

    CivilTime now_;
    Date session_day_; // what dates ahead count from
    DateOrder order_;
    std::vector<Problem>& problems_;
};

} // namespace praxis::soap
