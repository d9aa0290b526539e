// SPDX-License-Identifier: MIT
/// What a jurisdiction wants a record to hold, and how much of it a note shows. The lists are data
/// (schemas/soap/profiles); nothing is refused for what they miss.
#pragma once
#include "template/template.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace praxis::soap {

struct ProfileItem {
    std::string id;
    std::string text;               // what is required, in words
    std::string source;             // the id of one of the profile's sources, or "(k)"
    std::vector<std::string> note;  // paths of the note: any one that is recorded does
    std::vector<std::string> facts; // of all_facts(): any one that is known does
    bool minors = false;            // applies to clients under 18 only
};

/// One file of schemas/soap/profiles, or of a data plugin.
struct Profile {
    std::string id;
    std::string name;
    std::string jurisdiction; // "US-MI", as the practice says it
    int version = 1;
    std::vector<std::string> sources;
    std::vector<ProfileItem> items;
    std::string origin; // plugin that contributed it
};

/// What is known beside the note's body; a fact that is not there is not known.
using Facts = std::map<std::string, bool, std::less<>>;

/// "client.born", "therapist.licence" ...: what an item may ask for.
const std::vector<std::string>& all_facts();

/// Reads one file; what is wrong with it goes into `problems`, with its line and column.
/// errors  Refused with line and column when the text is no TOML
Profile
read_profile(std::string_view text, const std::string& source, std::vector<Problem>& problems);

/// Ours, and those of data plugins.
std::vector<Profile> load_profiles(Session& session);

/// The profile of that id; without one the profile of the jurisdiction; nullptr when there is none.
/// errors  NotFound for an id that is none, with what was probably meant
const Profile* choose_profile(
    const std::vector<Profile>& profiles,
    const std::optional<std::string>& id,
    std::string_view jurisdiction
);

enum class ItemState { present, missing, not_applicable };

/// "present", "missing", "not applicable"
std::string_view state_name(ItemState state);

ItemState state_of(const ProfileItem& item, const Value& body, const Facts& facts, bool minor);

/// Whether something is recorded at a path: "assessment.response", "objective.finding". A list with
/// [] must have it in each of its tables: "block[].minutes".
bool is_recorded(const Value& body, std::string_view path);

/// Where to write what a path asks for, as --set takes it: "block.2.minutes".
std::string place_to_write(const Value& body, std::string_view path);

} // namespace praxis::soap
