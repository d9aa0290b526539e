// SPDX-License-Identifier: MIT
#include "note/note_regions.hpp"

#include "note/note_body.hpp"

#include <algorithm>
#include <map>

namespace praxis::soap {

namespace {

class RegionWalk {
  public:
    std::vector<NoteRegion> take() { return std::move(regions_); }

    void block(const NoteBlock& block) {
        const NoteRegion place{
            .region = block.region(),
            .side = block.side(),
            .technique = block.technique(),
            .tool = block.table().text_at("tool"),
            .minutes = block.minutes()};
        regions_.push_back(place);
        inner_tables(block.table(), {.side = place.side, .technique = place.technique});
    }

    /// A table inside a block or a part. `around` is the place of the table around it.
    void table(const Value& table, NoteRegion around) {
        if (auto side = table.text_at("side"); !side.empty()) {
            around.side = std::move(side);
        }
        if (auto region = table.text_at("region"); !region.empty()) {
            auto& added = regions_.emplace_back(around);
            added.region = std::move(region);
        }
        inner_tables(table, around);
    }

  private:
    void inner_tables(const Value& table, const NoteRegion& around) {
        if (!table.is_object()) {
            return; // a note changed outside praxis
        }
        std::map<std::string_view, const Value*> members;
        for (const auto& [name, value] : table.as_object()) {
            members.emplace(name, &value);
        }
        for (const auto& [name, value] : members) {
            value_of(*value, around);
        }
    }

    void value_of(const Value& value, const NoteRegion& around) {
        if (value.is_object()) {
            table(value, around);
        } else if (value.is_array()) {
            for (const auto& item : value.as_array()) {
                value_of(item, around);
            }
        }
    }

    std::vector<NoteRegion> regions_;
};

} // namespace

std::vector<NoteRegion> regions_of(const Value& body) {
    RegionWalk walk;
    if (!body.is_object()) {
        return {};
    }
    for (const auto& block : NoteBody{body}.blocks()) {
        walk.block(block);
    }
    std::map<std::string_view, const Value*> parts;
    for (const auto& [name, value] : body.as_object()) {
        if (value.is_object()) {
            parts.emplace(name, &value);
        }
    }
    for (const auto& [name, part] : parts) {
        walk.table(*part, {});
    }
    return walk.take();
}

} // namespace praxis::soap
