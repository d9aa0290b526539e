// SPDX-License-Identifier: MIT
#include "check/profile.hpp"

#include "template/contributed.hpp"
#include "validate/validate_value.hpp"

#include <praxis/text.hpp>

#include <algorithm>
#include <array>

namespace praxis::soap {

namespace {

/// The first name of a path, and the rest.
std::pair<std::string_view, std::string_view> first_of(std::string_view path) {
    const auto dot = path.find('.');
    const auto rest = dot == std::string_view::npos ? std::string_view{} : path.substr(dot + 1);
    return {path.substr(0, dot), rest};
}

/// Removes the [] of a name. True when there was one: every table of the list is meant.
bool takes_each(std::string_view& name) {
    const bool each = name.ends_with("[]");
    name.remove_suffix(each ? 2 : 0);
    return each;
}

/// A single table counts as a list of one.
Value::Array items_of(const Value& value) {
    return value.is_array() ? value.as_array() : Value::Array{value};
}

} // namespace

const std::vector<std::string>& all_facts() {
    static const std::vector<std::string> facts{
        "client.name",
        "client.born",
        "client.address",
        "client.gender",
        "client.guardian",
        "client.conditions",
        "client.consent",
        "therapist.name",
        "therapist.licence",
        "complaint.goal",
        "note.entered"};
    return facts;
}

std::vector<Profile> load_profiles(Session& session) {
    return load_contributed<Profile>(session, "note-profile/1", read_profile);
}

const Profile* choose_profile(
    const std::vector<Profile>& profiles,
    const std::optional<std::string>& id,
    std::string_view jurisdiction
) {
    const auto wanted = fold(jurisdiction);
    const auto found = std::find_if(profiles.begin(), profiles.end(), [&](const Profile& profile) {
        return id ? profile.id == *id : !wanted.empty() && fold(profile.jurisdiction) == wanted;
    });
    if (found != profiles.end()) {
        return &*found;
    }
    if (!id) {
        return nullptr;
    }
    std::vector<std::string> ids;
    ids.reserve(profiles.size());
    for (const auto& profile : profiles) {
        ids.push_back(profile.id);
    }
    const auto meant = did_you_mean(*id, ids);
    throw NotFound(
        "unknown profile " + *id,
        meant ? "did you mean " + *meant + "?" : "the profiles: " + join(ids, ", ")
    );
}

std::string_view state_name(ItemState state) {
    static constexpr std::array<std::string_view, 3> names{"present", "missing", "not applicable"};
    return names.at(static_cast<std::size_t>(state));
}

ItemState
find_item_state(const ProfileItem& item, const Value& body, const Facts& facts, bool minor) {
    if (item.minors && !minor) {
        return ItemState::not_applicable;
    }
    const bool written = std::any_of(item.note.begin(), item.note.end(), [&body](const auto& path) {
        return is_recorded(body, path);
    });
    const bool known =
        std::any_of(item.facts.begin(), item.facts.end(), [&facts](const auto& fact) {
            const auto found = facts.find(fact);
            return found != facts.end() && found->second;
        });
    return written || known ? ItemState::present : ItemState::missing;
}

bool is_recorded(const Value& body, std::string_view path) {
    auto [name, rest] = first_of(path);
    const bool each = takes_each(name);
    const auto* const value = body.find(name);
    if (value == nullptr || is_unrecorded(*value)) {
        return false;
    }
    if (rest.empty()) {
        return true;
    }
    const auto items = items_of(*value);
    const auto has_it = [rest = rest](const Value& item) { return is_recorded(item, rest); };
    return each ? std::all_of(items.begin(), items.end(), has_it)
                : std::any_of(items.begin(), items.end(), has_it);
}

std::string place_to_write(const Value& body, std::string_view path) {
    auto [name, rest] = first_of(path);
    const bool each = takes_each(name);
    std::string place{name};
    if (rest.empty()) {
        return place;
    }
    const auto* const value = body.find(name);
    const auto items = value == nullptr ? Value::Array{} : items_of(*value);
    const auto first = std::find_if(items.begin(), items.end(), [rest = rest](const Value& item) {
        return !is_recorded(item, rest);
    });
    if (each) {
        place += "." + std::to_string(first - items.begin() + 1);
    }
    return place + "." + place_to_write(first == items.end() ? Value{} : *first, rest);
}

} // namespace praxis::soap
