// SPDX-License-Identifier: MIT
#include "letter/profile.hpp"

#include "provider.hpp"

#include <praxis/error.hpp>
#include <praxis/file_table.hpp>
#include <praxis/text.hpp>

#include <algorithm>
#include <iterator>
#include <utility>

namespace praxis::referrals {
namespace {

constexpr std::string_view point = "letter-profile/1";
constexpr std::string_view form_of_reports = "report";

std::optional<Code> code_of(const Value* table) {
    if (table == nullptr || table->text_at("code").empty()) {
        return std::nullopt;
    }
    return Code{table->text_at("code"), table->text_at("display")};
}

Choice choice_of(const Value* table, std::string_view id) {
    Choice choice{
        .label = std::string{id}, .reply_days = 0, .request = "", .category = std::nullopt};
    if (table == nullptr) {
        return choice;
    }
    if (const auto label = table->text_at("words"); !label.empty()) {
        choice.label = label;
    }
    if (const auto* days = table->find("reply_days"); days != nullptr && days->is_integer()) {
        choice.reply_days = static_cast<int>(days->as_integer());
    }
    choice.request = table->text_at("request");
    choice.category = code_of(table->find("category"));
    return choice;
}

/// A part that nothing fills would leave a section out of a letter, without a word.
/// contents  of this file and those that it falls back to
void check_parts(const FileTable& file, const std::vector<Value>& contents) {
    std::vector<std::string> known;
    for (const auto& content : contents) {
        const auto* const parts = content.find("part");
        for (const auto& [part, about] :
             parts != nullptr && parts->is_object() ? parts->as_object() : Value::Object{}) {
            known.push_back(part);
        }
    }
    for (const auto& group : file.tables("group")) {
        group.allow({"title", "parts"});
        static_cast<void>(group.texts("parts"));
        static_cast<void>(group.texts_of("parts", known));
    }
}

void check_profile(const FileTable& file, const std::vector<Value>& contents) {
    file.allow(
        {"brief",
         "group",
         "report",
         "report_label",
         "findings",
         "opening",
         "closing",
         "reply_slip",
         "question",
         "part",
         "urgency",
         "type",
         "service",
         "specialty"}
    );
    for (const auto* const list : {"report", "findings", "reply_slip"}) {
        static_cast<void>(file.texts_or_none(list));
    }
    for (const auto* const text : {"opening", "closing"}) {
        static_cast<void>(file.text_or(text, ""));
    }
    static_cast<void>(file.flag_or("brief", false));
    check_parts(file, contents);
}

} // namespace

Profile::Profile(std::vector<Value> files, Language language)
    : files_(std::move(files)), language_(std::move(language)) {}

const Value* Profile::find(std::string_view key) const {
    for (const auto& file : files_) {
        if (const auto* found = file.find(key); found != nullptr) {
            return found;
        }
    }
    return nullptr;
}

const Value* Profile::find(std::string_view table, std::string_view key) const {
    for (const auto& file : files_) {
        const auto* group = file.find(table);
        if (const auto* found = group == nullptr ? nullptr : group->find(key); found != nullptr) {
            return found;
        }
    }
    return nullptr;
}

std::string Profile::text(std::string_view key) const {
    const auto* found = find(key);
    return found != nullptr ? found->plain() : std::string{};
}

std::vector<std::string> Profile::texts(std::string_view key) const {
    const auto* found = find(key);
    return found != nullptr ? found->texts() : std::vector<std::string>{};
}

std::vector<PartGroup> Profile::groups() const {
    std::vector<PartGroup> groups;
    const auto* list = find("group");
    if (list != nullptr && list->is_array()) {
        for (const auto& group : list->as_array()) {
            groups.push_back({language_.say(group.text_at("title")), group.texts_at("parts")});
        }
    }
    return groups;
}

std::string Profile::title(std::string_view part) const {
    const auto title = part_text(part, "title");
    return title.empty() ? std::string{part} : language_.say(title);
}

std::string Profile::loinc(std::string_view part) const {
    return part_text(part, "loinc");
}

std::string Profile::part_text(std::string_view part, std::string_view key) const {
    for (const auto& file : files_) {
        const auto* parts = file.find("part");
        const auto* known = parts != nullptr ? parts->find(part) : nullptr;
        if (known != nullptr && !known->text_at(key).empty()) {
            return known->text_at(key);
        }
    }
    return {};
}

std::vector<ReportLine> Profile::report_lines() const {
    std::vector<ReportLine> lines;
    for (const auto& name : texts("report")) {
        const auto* label = find("report_label", name);
        lines.push_back({name, label != nullptr ? language_.say(label->plain()) : name});
    }
    return lines;
}

std::vector<std::string> Profile::findings() const {
    return texts("findings");
}

std::string Profile::opening() const {
    return language_.say(text("opening"));
}

std::string Profile::closing() const {
    return language_.say(text("closing"));
}

std::vector<std::string> Profile::reply_slip() const {
    auto lines = texts("reply_slip");
    for (auto& line : lines) {
        line = language_.say(line);
    }
    return lines;
}

std::vector<std::string> Profile::questions(std::string_view type) const {
    const auto* list = find("question", type);
    return list != nullptr ? list->texts() : std::vector<std::string>{};
}

bool Profile::is_brief() const {
    const auto* brief = find("brief");
    return brief != nullptr && brief->is_bool() && brief->as_bool();
}

Choice Profile::urgency(std::string_view id) const {
    return choice(find("urgency", id), id);
}

Choice Profile::type(std::string_view id) const {
    return choice(find("type", id), id);
}

Choice Profile::choice(const Value* table, std::string_view id) const {
    auto choice = choice_of(table, id);
    choice.label = language_.say(choice.label);
    choice.request = language_.say(choice.request);
    return choice;
}

std::optional<Code> Profile::service() const {
    return code_of(find("service"));
}

std::optional<Code> Profile::specialty() const {
    return code_of(find("specialty"));
}

void check_form(Session& session, const std::string& name) {
    std::vector<std::string> forms;
    for (const auto& file : session.contributed_files(point)) {
        const bool of_profession =
            file.name == "default" || file.name == form_of_reports ||
            std::find(professions().begin(), professions().end(), file.name) != professions().end();
        if (!of_profession) {
            forms.push_back(file.name);
        }
    }
    if (std::find(forms.begin(), forms.end(), name) == forms.end()) {
        throw UsageError(
            "'" + visible(name) + "' is no form of letter",
            "choose from: --profile " + join(forms, ", ") + "; \"\" gives the usual letter"
        );
    }
}

std::string form_of(const Referral& referral) {
    return is_incoming(referral) ? std::string{form_of_reports} : referral.profile.value_or("");
}

Profile read_profile(const std::vector<ContributedFile>& files, Language language) {
    std::vector<Value> contents;
    contents.reserve(files.size());
    std::transform(files.begin(), files.end(), std::back_inserter(contents), parse_file);
    for (std::size_t i = 0; i < files.size(); ++i) {
        check_profile(FileTable{files[i], contents[i]}, contents);
    }
    return Profile{std::move(contents), std::move(language)};
}

Profile load_profile(
    Session& session, std::string_view profession, std::string_view form, std::string_view language
) {
    const auto files = session.contributed_files(point);
    std::vector<ContributedFile> used;
    for (const auto name : {form, profession, std::string_view{"default"}}) {
        const auto file = std::find_if(files.begin(), files.end(), [name](const auto& one) {
            return one.name == name;
        });
        if (file != files.end()) {
            used.push_back(*file);
        } else if (name == "default") {
            throw PluginError(
                "the plugin 'referrals' has no letter profile named 'default'",
                "praxis plugin doctor referrals"
            );
        }
    }
    return read_profile(used, load_language(session, language));
}

std::string language_of(Session& session, const Referral& referral) {
    if (referral.language) {
        return *referral.language;
    }
    const auto known = letter_languages(session);
    for (const auto& tag : get_provider(session.db(), referral.provider).languages) {
        const auto language = tag.substr(0, tag.find('-')); // "es" of "es-MX"
        if (std::find(known.begin(), known.end(), language) != known.end()) {
            return language;
        }
    }
    return "en";
}

} // namespace praxis::referrals
