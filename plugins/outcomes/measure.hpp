// SPDX-License-Identifier: MIT
/// A client's answer to an instrument on one day, as it is stored.
#pragma once
#include "instrument/instrument.hpp"

#include <praxis/date.hpp>
#include <praxis/id.hpp>
#include <praxis/value.hpp>

#include <optional>
#include <string>
#include <vector>

namespace praxis::outcomes {

using MeasureId = Id<"M">;

struct NamedNumber {
    std::string name;
    double value = 0;

    bool operator==(const NamedNumber&) const = default;
};

/// What the client answered. Of the lists, an instrument has the one that its file describes.
struct Given {
    std::vector<NamedNumber> activities;      // of the client's own, in the client's order
    std::vector<std::optional<double>> items; // by question; no value: not answered
    std::optional<std::vector<int>> ticked;   // numbers of statements; empty: none of them
    std::vector<NamedNumber> parts;           // by id

    [[nodiscard]] bool is_empty() const {
        return activities.empty() && items.empty() && !ticked && parts.empty();
    }
};

struct Measure {
    MeasureId id;
    std::string uuid;
    ClientId client;
    std::optional<ComplaintId> complaint;
    std::string instrument; // id
    int version = 1;        // of the instrument
    std::string language;
    Date on;
    std::string moment; // "before", "after" a session; empty: neither
    double score = 0;
    Given given;
    std::string remark;
    std::optional<MeasureId> replaces;
    std::string reason; // why the other one is wrong
    ZonedTime made;
    UserId author;
    std::string author_name;
    std::optional<MeasureId> replaced_by = {}; // such a measure does not count
};

/// Null when only the score is known.
Value to_value(const Given& given);
Given given_from(const Value& value);

} // namespace praxis::outcomes
