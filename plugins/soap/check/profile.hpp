// SPDX-License-Identifier: MIT
/// The record content that a jurisdiction requires, and how much of it a note has. The lists are
/// data (schemas/soap/profiles); a missing item blocks nothing.
#pragma once
#include "template/template.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace praxis::soap {

struct ProfileItem {
    std::string id;
    std::string text;               // the requirement, in words
    std::string source;             // the id of one of the profile's sources, or "(k)"
    std::vector<std::string> note;  // paths of the note: one recorded field is enough
    std::vector<std::string> facts; // of all_facts(): one known fact is enough
    bool minors = false;            // only for clients under 18
};

/// One file of schemas/soap/profiles, or of a data plugin.
struct Profile {
    std::string id;
    std::string name;
    std::string jurisdiction; // "US-MI", as in the practice's settings
    int version = 1;
    std::vector<std::string> sources;
    std::vector<ProfileItem> items;
    std::string origin; // plugin that contributed it
};

/// Facts outside the note's body; an absent fact is not known.
using Facts = std::map<std::string, bool, std::less<>>;

/// The facts that an item can ask for: "client.born", "therapist.licence" ...
const std::vector<std::string>& all_facts();

/// Reads one file. Mistakes go into `problems`, with line and column.
/// errors  Refused with line and column when the text is not TOML
Profile
read_profile(std::string_view text, const std::string& source, std::vector<Problem>& problems);

/// Ours, and those of data plugins.
std::vector<Profile> load_profiles(Session& session);

/// The profile of that id; without one the profile of the jurisdiction; nullptr when there is none.
/// errors  NotFound for an unknown id, suggesting the nearest one
const Profile* choose_profile(
    const std::vector<Profile>& profiles,
    const std::optional<std::string>& id,
    std::string_view jurisdiction
);

enum class ItemState { present, missing, not_applicable };

/// "present", "missing", "not applicable"
std::string_view state_name(ItemState state);

ItemState
find_item_state(const ProfileItem& item, const Value& body, const Facts& facts, bool minor);

/// Whether a path has a recorded value: "assessment.response", "objective.finding". After [] each
/// table of the list must have one: "block[].minutes".
bool is_recorded(const Value& body, std::string_view path);

/// The path in the form of --set, with the number of the first row that has no value:
/// "block.2.minutes".
std::string place_to_write(const Value& body, std::string_view path);

} // namespace praxis::soap
