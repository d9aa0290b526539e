// SPDX-License-Identifier: MIT
#include "letter/profile.hpp"

#include <praxis/error.hpp>

#include <utility>

namespace praxis::referrals {
namespace {

constexpr std::string_view point = "letter-profile/1";

std::optional<Code> code_of(const Value* table) {
    if (table == nullptr || table->text_at("code").empty()) {
        return std::nullopt;
    }
    return Code{table->text_at("code"), table->text_at("display")};
}

Choice choice_of(const Value* table, std::string_view id) {
    Choice choice{.label = std::string{id}, .reply_days = 0, .category = std::nullopt};
    if (table == nullptr) {
        return choice;
    }
    if (const auto label = table->text_at("words"); !label.empty()) {
        choice.label = label;
    }
    if (const auto* days = table->find("reply_days"); days != nullptr && days->is_integer()) {
        choice.reply_days = static_cast<int>(days->as_integer());
    }
    choice.category = code_of(table->find("category"));
    return choice;
}

} // namespace

Profile::Profile(Value own, Value fallback)
    : own_(std::move(own)), fallback_(std::move(fallback)) {}

const Value* Profile::find(std::string_view key) const {
    const auto* found = own_.find(key);
    return found != nullptr ? found : fallback_.find(key);
}

const Value* Profile::find(std::string_view table, std::string_view key) const {
    for (const auto* source : {&own_, &fallback_}) {
        if (const auto* group = source->find(table); group != nullptr) {
            if (const auto* found = group->find(key); found != nullptr) {
                return found;
            }
        }
    }
    return nullptr;
}

std::vector<PartGroup> Profile::groups() const {
    std::vector<PartGroup> groups;
    const auto* list = find("group");
    if (list != nullptr && list->is_array()) {
        for (const auto& group : list->as_array()) {
            groups.push_back({group.text_at("title"), group.texts_at("parts")});
        }
    }
    return groups;
}

std::string Profile::title(std::string_view part) const {
    const auto title = part_text(part, "title");
    return title.empty() ? std::string{part} : title;
}

std::string Profile::loinc(std::string_view part) const {
    return part_text(part, "loinc");
}

std::string Profile::part_text(std::string_view part, std::string_view key) const {
    for (const auto* source : {&own_, &fallback_}) {
        const auto* parts = source->find("part");
        const auto* known = parts != nullptr ? parts->find(part) : nullptr;
        if (known != nullptr && !known->text_at(key).empty()) {
            return known->text_at(key);
        }
    }
    return {};
}

std::string Profile::closing() const {
    const auto* text = find("closing");
    return text != nullptr ? text->plain() : std::string{};
}

std::vector<std::string> Profile::reply_slip() const {
    const auto* list = find("reply_slip");
    return list != nullptr ? list->texts() : std::vector<std::string>{};
}

Choice Profile::urgency(std::string_view id) const {
    return choice_of(find("urgency", id), id);
}

Choice Profile::type(std::string_view id) const {
    return choice_of(find("type", id), id);
}

std::optional<Code> Profile::service() const {
    return code_of(find("service"));
}

std::optional<Code> Profile::specialty() const {
    return code_of(find("specialty"));
}

Profile load_profile(Session& session, std::string_view profession) {
    Value own;
    Value fallback;
    for (const auto& file : session.contributed_files(point)) {
        if (file.name == profession) {
            own = parse_toml(file.text, file.path);
        }
        if (file.name == "default") {
            fallback = parse_toml(file.text, file.path);
        }
    }
    if (fallback.is_null()) {
        throw PluginError(
            "the plugin 'referrals' has no letter profile named 'default'", "praxis plugin doctor"
        );
    }
    return {std::move(own), std::move(fallback)};
}

} // namespace praxis::referrals
