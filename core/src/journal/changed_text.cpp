// SPDX-License-Identifier: MIT
#include "journal/changed_text.hpp"

#include <praxis/error.hpp>
#include <praxis/text.hpp>
#include <praxis/value.hpp>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

namespace praxis::practice {
namespace {

constexpr std::string_view nothing = "(empty)";

bool is_kept_for_praxis(std::string_view column) {
    return column.ends_with("_offset") || column == "folded" || column == "changed_at" ||
           column == "uuid" || column == "digest";
}

std::string text_of(const Cell& cell, std::string_view column, const TimeZone& zone) {
    if (const auto* integer = std::get_if<std::int64_t>(&cell)) {
        const bool is_time = column == "at" || column.ends_with("_at");
        return is_time ? zone.at(Instant{std::chrono::seconds{*integer}}).civil().str()
                       : std::to_string(*integer);
    }
    if (const auto* real = std::get_if<double>(&cell)) {
        return Value{*real}.plain();
    }
    if (const auto* blob = std::get_if<Blob>(&cell)) {
        return std::to_string(blob->bytes.size()) + " bytes";
    }
    const auto* text = std::get_if<std::string>(&cell);
    return text == nullptr ? std::string{nothing} : *text;
}

/// The object or list that a cell holds as JSON; nothing for other texts.
std::optional<Value> json_of(const Cell& cell) {
    const auto* text = std::get_if<std::string>(&cell);
    if (text == nullptr || !(text->starts_with('{') || text->starts_with('['))) {
        return std::nullopt;
    }
    try {
        return parse_json(*text, "");
    } catch (const Error&) {
        return std::nullopt;
    }
}

/// The values without members, by their paths.
using Leaves = std::map<std::vector<std::string>, std::string>;

void add_leaves(const Value& value, std::vector<std::string>& path, Leaves& leaves) {
    if (value.is_object()) {
        for (const auto& [key, member] : value.as_object()) {
            path.push_back(key);
            add_leaves(member, path, leaves);
            path.pop_back();
        }
    } else if (value.is_array()) {
        for (std::size_t i = 0; i < value.as_array().size(); ++i) {
            path.push_back("#" + std::to_string(i));
            add_leaves(value.as_array()[i], path, leaves);
            path.pop_back();
        }
    } else if (!value.is_null()) {
        leaves[path] = value.plain();
    }
}

Leaves leaves_of(const Value& value) {
    Leaves leaves;
    std::vector<std::string> path;
    add_leaves(value, path, leaves);
    return leaves;
}

/// The last name of a path: "pain after" of assessment.pain_after.
std::string label_of(const std::vector<std::string>& path) {
    const auto name = std::find_if(path.rbegin(), path.rend(), [](const std::string& part) {
        return !part.starts_with('#');
    });
    auto label = name == path.rend() ? std::string{} : *name;
    std::replace(label.begin(), label.end(), '_', ' ');
    return label;
}

/// Collects lines, each once: a column may repeat a value of the note's text.
class Lines {
  public:
    void add(const std::string& label, const std::string& now, const std::string& then) {
        auto line = label + " " + now + " -> " + then;
        if (now != then && known_.insert(line).second) {
            lines_.push_back(std::move(line));
        }
    }

    void add_members(const Value& now, const Value& then) {
        auto before = leaves_of(now);
        auto after = leaves_of(then);
        const auto text = [](const Leaves& leaves, const std::vector<std::string>& path) {
            const auto leaf = leaves.find(path);
            return leaf == leaves.end() ? std::string{nothing} : leaf->second;
        };
        Leaves all = before;
        all.merge(Leaves{after});
        for (const auto& [path, value] : all) {
            add(label_of(path), text(before, path), text(after, path));
        }
    }

    [[nodiscard]] std::string str() const { return join(lines_, "; "); }

  private:
    std::set<std::string> known_;
    std::vector<std::string> lines_;
};

const Cell& cell_of(const Row& row, const std::string& column) {
    static const Cell none;
    const auto cell = row.find(column);
    return cell == row.end() ? none : cell->second;
}

} // namespace

std::string describe_changes(const Row& now, const Row& then, const TimeZone& zone) {
    Lines lines;
    for (const auto& [column, cell] : changed_cells(now, then)) {
        if (is_kept_for_praxis(column)) {
            continue;
        }
        const auto& before = cell_of(now, column);
        const auto& after = cell_of(then, column);
        const auto json_before = json_of(before);
        const auto json_after = json_of(after);
        if (json_before && json_after) {
            lines.add_members(*json_before, *json_after);
        } else {
            lines.add(
                label_of({column}), text_of(before, column, zone), text_of(after, column, zone)
            );
        }
    }
    return lines.str();
}

} // namespace praxis::practice
