// SPDX-License-Identifier: MIT
#include "profession_names.hpp"

#include "fields.hpp"
#include "provider.hpp"

#include <praxis/error.hpp>
#include <praxis/file_table.hpp>
#include <praxis/text.hpp>

#include <algorithm>

namespace praxis::referrals {
namespace {

constexpr std::string_view point = "profession-names/1";

/// "G.P." and "gp" are one name, and so are "general-practitioner" and "General Practitioner".
std::string key_of(std::string_view text) {
    auto key = fold(text);
    std::erase(key, '.');
    std::replace(key.begin(), key.end(), '-', ' ');
    return trim(key);
}

} // namespace

ProfessionNames::ProfessionNames(Session& session) {
    const auto& known = professions();
    for (const auto& id : known) {
        ids_.emplace(key_of(id), id);
    }
    for (const auto& file : session.contributed_files(point)) {
        const auto content = parse_file(file);
        const FileTable table{file, content};
        for (const auto& [id, list] : content.as_object()) {
            if (std::find(known.begin(), known.end(), id) == known.end()) {
                table.refuse(id, "not a profession; choose from " + join(known, ", "));
            }
            for (const auto& name : table.texts(id)) {
                const auto [entry, is_new] = ids_.emplace(key_of(name), id);
                if (!is_new && entry->second != id) {
                    table.refuse(id, name + " also means " + entry->second);
                }
            }
        }
    }
}

std::optional<std::string> ProfessionNames::find(std::string_view text) const {
    const auto found = ids_.find(key_of(text));
    return found == ids_.end() ? std::nullopt : std::optional{found->second};
}

std::string ProfessionNames::get(std::string_view text, const std::string& option) const {
    if (auto found = find(text)) {
        return *std::move(found);
    }
    throw UsageError(
        option + ": invalid value '" + truncate_to_width(visible(text), 30) + "', choose from " +
            join(professions(), ", "),
        "names such as GP, chiro, physio and PT are understood too"
    );
}

} // namespace praxis::referrals
