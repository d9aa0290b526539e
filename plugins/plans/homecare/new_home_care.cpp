// SPDX-License-Identifier: MIT
#include "homecare/new_home_care.hpp"

#include <praxis/body.hpp>
#include <praxis/error.hpp>
#include <praxis/text.hpp>

#include <algorithm>
#include <utility>

namespace praxis::plans::home {

namespace {

constexpr int seconds_of_a_minute = 60;

void refuse_below_one(const std::optional<int>& number, const char* option) {
    if (number && *number < 1) {
        throw UsageError(std::string{option} + " is below 1", "give a whole number from 1");
    }
}

void refuse_too_long(const Dose& dose, const Item& item) {
    const int seconds = dose.minutes.value_or(0) * seconds_of_a_minute + dose.seconds.value_or(0);
    if (item.most_minutes && seconds > *item.most_minutes * seconds_of_a_minute) {
        throw Refused(
            item.id + ": at most " + std::to_string(*item.most_minutes) + " minutes (" +
                join(item.source.ids, ", ") + ")",
            "give --minutes " + std::to_string(*item.most_minutes) + " or less"
        );
    }
}

bool meets(const std::string& area, const ClientFacts& facts) {
    return std::any_of(
        facts.complaints.begin(),
        facts.complaints.end(),
        [&area](const OpenComplaint& complaint) {
            return !complaint.region.empty() &&
                   (region_holds(complaint.region, area) || region_holds(area, complaint.region));
        }
    );
}

} // namespace

void apply_dose(Dose& dose, const DoseOptions& options, const Item& item) {
    refuse_below_one(options.seconds, "--seconds");
    refuse_below_one(options.minutes, "--minutes");
    refuse_below_one(options.times, "--times");
    refuse_below_one(options.a_day, "--a-day");
    if (options.seconds && options.minutes) {
        throw UsageError("--seconds excludes --minutes", "give one of them");
    }
    if (options.seconds || options.minutes) {
        dose.seconds = options.seconds;
        dose.minutes = options.minutes;
    }
    dose.times = options.times ? options.times : dose.times;
    dose.a_day = options.a_day ? options.a_day : dose.a_day;
    dose.side = options.side.value_or(dose.side);
    dose.often = options.often ? trim(*options.often) : dose.often;
    refuse_too_long(dose, item);
}

std::vector<std::string>
choose_areas(const Item& item, const std::vector<std::string>& named, const ClientFacts& facts) {
    std::vector<std::string> areas;
    for (const auto& name : named) {
        areas.push_back(check_region(name));
    }
    if (areas.empty()) {
        std::copy_if(
            item.areas.begin(),
            item.areas.end(),
            std::back_inserter(areas),
            [&facts](const std::string& area) { return area != "full-body" && meets(area, facts); }
        );
    }
    return areas;
}

std::string choose_tool(const Item& item, const std::vector<std::string>& own) {
    for (const auto& tool : item.tools) {
        if (holds(own, tool)) {
            return tool;
        }
    }
    return item.tools.empty() ? std::string{} : item.tools.front();
}

std::optional<std::vector<std::string>> own_tools(Session& session, ClientId client) {
    const auto row = newest_tools(session.db(), client);
    return row ? std::optional{row->content.texts_at("tools")} : std::nullopt;
}

std::vector<std::string> missing_tools(
    const Library& library, const Item& item, const std::optional<std::vector<std::string>>& own
) {
    std::vector<std::string> missing;
    if (!own) {
        return missing;
    }
    const bool has_one =
        item.tools.empty() ||
        std::any_of(item.tools.begin(), item.tools.end(), [&own](const auto& tool) {
            return holds(*own, tool);
        });
    if (!has_one) {
        std::vector<std::string> names;
        for (const auto& tool : item.tools) {
            names.push_back(library.tool_name(tool));
        }
        missing.push_back(join(names, " or "));
    }
    for (const auto& tool : item.more_tools) {
        if (!holds(*own, tool)) {
            missing.push_back(library.tool_name(tool));
        }
    }
    return missing;
}

Value content_of(
    const Item& item,
    const Dose& dose,
    const std::vector<std::string>& areas,
    const std::string& tool,
    const std::optional<std::string>& note
) {
    Value content = Value::Object{
        {"category", item.category},
        {"dose", dose_value(dose)},
        {"areas", Value::Array(areas.begin(), areas.end())},
        {"steps", Value::Array(item.steps.begin(), item.steps.end())}};
    const auto add = [&content](const char* key, const std::string& text) {
        if (!text.empty()) {
            content[key] = text;
        }
    };
    add("tool", tool);
    add("never", item.never);
    add("progress", item.progress);
    add("note", trim(note.value_or("")));
    return content;
}

HomeCare new_home_care(Session& session, ClientId client, Kind kind, std::string name) {
    HomeCare row;
    row.uuid = session.new_uuid();
    row.client = client;
    row.kind = kind;
    row.name = std::move(name);
    row.content = Value::Object{};
    row.first_day = session.today();
    row.made = session.civil_now();
    row.author = session.user().id;
    row.author_name = session.user().name;
    return row;
}

} // namespace praxis::plans::home
