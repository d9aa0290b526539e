// SPDX-License-Identifier: MIT
#include "system/settings.hpp"

#include <praxis/text.hpp>

#include <algorithm>
#include <charconv>

namespace praxis {
namespace {

using Type = Setting::Type;

bool is_named(const Setting& setting, std::string_view name) {
    if (!setting.name.ends_with('*')) {
        return setting.name == name;
    }
    const auto beginning = std::string_view{setting.name}.substr(0, setting.name.size() - 1);
    return name.starts_with(beginning) && name.size() > beginning.size() &&
           name.find('.', beginning.size()) == std::string_view::npos;
}

bool is_number_in(const Setting& setting, const std::string& value) {
    std::int64_t number = 0;
    const auto* end = value.data() + value.size();
    const auto [parsed, error] = std::from_chars(value.data(), end, number);
    return error == std::errc{} && parsed == end &&
           (!setting.range || (number >= setting.range->first && number <= setting.range->second));
}

} // namespace

const std::vector<Setting>& core_settings() {
    static const std::vector<Setting> settings{
        {.name = "practice",
         .type = Type::text,
         .meaning =
             "path or URI of the practice; default: praxis/practice.db in the XDG data folder"},
        {.name = "user",
         .type = Type::text,
         .meaning =
             "the user who is working: id or name; needed when a practice has several users"},
        {.name = "dates.order",
         .type = Type::choice,
         .choices = {"ask", "day-first", "month-first"},
         .default_value = "ask",
         .meaning = "how to read 11/12/2026"},
        {.name = "paper",
         .type = Type::choice,
         .choices = {"country", "a4", "letter"},
         .default_value = "country",
         .meaning = "paper size of documents; country: the usual one of the practice's country"},
        {.name = "backup.folder",
         .type = Type::folder,
         .meaning = "where backups go; default: the folder `backups` beside the practice"},
        {.name = "plugins.paths",
         .type = Type::text,
         .meaning = "folders that hold more plugins, separated by colons"},
        {.name = "plugins.commands.*",
         .type = Type::text,
         .meaning = "the plugin that runs the noun `*`, when several plugins claim it"},
    };
    return settings;
}

const Setting* find_setting(const std::vector<Setting>& settings, std::string_view name) {
    const auto found = std::ranges::find_if(settings, [&](const auto& setting) {
        return is_named(setting, name);
    });
    return found == settings.end() ? nullptr : &*found;
}

std::string describe_type(const Setting& setting) {
    switch (setting.type) {
    case Type::choice:
        return join(setting.choices, ", ");
    case Type::number:
        return setting.range ? "a whole number from " + std::to_string(setting.range->first) +
                                   " to " + std::to_string(setting.range->second)
                             : "a whole number";
    case Type::folder:
        return "an absolute path";
    case Type::text:
        break;
    }
    return "text";
}

bool is_valid(const Setting& setting, const std::string& value) {
    switch (setting.type) {
    case Type::choice:
        return std::ranges::find(setting.choices, value) != setting.choices.end();
    case Type::number:
        return is_number_in(setting, value);
    case Type::folder:
        return value.starts_with('/');
    case Type::text:
        break;
    }
    return !trim(value).empty();
}

} // namespace praxis
