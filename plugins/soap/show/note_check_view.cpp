// SPDX-License-Identifier: MIT
#include "show/note_check.hpp"

#include <praxis/text.hpp>

#include <array>
#include <memory>
#include <utility>

namespace praxis::soap {

namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 4> headings{
    {{"missing", "Missing for signing"},
     {"warning", "Warnings"},
     {"scope", "Scope of practice"},
     {"side", "Sides"}}};

/// For machines: "not-applicable".
std::string word_of(ItemState state) {
    const auto words = split(state_name(state), ' ');
    return join(words, "-");
}

Value row_value(const CheckRow& row) {
    return Value::Object{
        {"kind", row.kind},
        {"where", text_or_null(row.where)},
        {"what", row.what},
        {"advice", text_or_null(row.advice)},
        {"fix", row.fix}};
}

Value item_value(const JudgedItem& judged) {
    return Value::Object{
        {"id", judged.item.id},
        {"text", judged.item.text},
        {"state", word_of(judged.state)},
        {"source", judged.item.source},
        {"fix", text_or_null(judged.fix)}};
}

Value::Object profile_head(const Profile& profile) {
    return {
        {"id", profile.id},
        {"name", profile.name},
        {"jurisdiction", text_or_null(profile.jurisdiction)},
        {"version", profile.version}};
}

int applicable(const NoteCheck& check) {
    return check.count(ItemState::present) + check.count(ItemState::missing);
}

Value profile_value(const NoteCheck& check) {
    if (!check.profile) {
        return {};
    }
    auto value = profile_head(*check.profile);
    Value::Array items;
    for (const auto& item : check.items) {
        items.push_back(item_value(item));
    }
    value.emplace_back("present", check.count(ItemState::present));
    value.emplace_back("applicable", applicable(check));
    value.emplace_back("items", std::move(items));
    return value;
}

Value check_value(const NoteCheck& check) {
    Value::Array findings;
    for (const auto& row : check.rows) {
        findings.push_back(row_value(row));
    }
    Value::Array profiles;
    for (const auto& profile : check.profiles) {
        profiles.emplace_back(profile_head(profile));
    }
    return Value::Object{
        {"id", check.note.id.str()},
        {"uuid", check.note.uuid},
        {"state", check.note.signature ? "signed" : "draft"},
        {"findings", std::move(findings)},
        {"profile", profile_value(check)},
        {"profiles", std::move(profiles)}};
}

/// One kind of rows under its heading; nothing when there is none.
void add_rows(
    Document& document, const NoteCheck& check, std::string_view kind, std::string_view heading
) {
    Bullets bullets;
    for (const auto& row : check.rows) {
        if (row.kind == kind) {
            const auto& how = row.advice.empty() ? row.fix : row.advice;
            bullets.items.push_back(row.title + "\n" + how);
        }
    }
    if (!bullets.items.empty()) {
        document.add(Heading{1, std::string{heading}});
        document.add(std::move(bullets));
    }
}

std::string known_profiles(const NoteCheck& check) {
    std::vector<std::string> names;
    for (const auto& profile : check.profiles) {
        names.push_back(
            profile.id + (profile.jurisdiction.empty() ? "" : " (" + profile.jurisdiction + ")")
        );
    }
    return join(names, ", ");
}

void add_no_profile(Document& document, const std::string& jurisdiction, const NoteCheck& check) {
    document.add(Heading{1, "Required content"});
    document.add(Paragraph{
        (jurisdiction.empty() ? "The practice has no jurisdiction (praxis practice edit "
                                "--jurisdiction CODE)"
                              : "No profile is known for " + jurisdiction) +
        ". Choose one with --profile: " + known_profiles(check) + "."});
}

void add_profile(Document& document, const NoteCheck& check) {
    const auto& profile = *check.profile;
    document.add(Heading{1, "Required content: " + profile.name});
    Grid grid{.caption = {}, .columns = {{"State"}, {"Required"}, {"How to fix it"}}, .rows = {}};
    for (const auto& judged : check.items) {
        grid.rows.push_back({std::string{state_name(judged.state)}, judged.item.text, judged.fix});
    }
    document.add(std::move(grid));
    document.add(Paragraph{
        "completeness " + std::to_string(check.count(ItemState::present)) + " of " +
        std::to_string(applicable(check))});
}

Document check_document(Session& session, const NoteCheck& check) {
    const auto& note = check.note;
    Document document;
    document.title = "Check of " + note.id.str();
    document.subtitle = note.signature
                            ? "signed " + note.signature->at.civil().str() +
                                  ": praxis note amend " + note.id.str() + " adds to it"
                            : "a draft: praxis note edit " + note.id.str() + " changes it";
    document.created = session.civil_now();
    for (const auto& [kind, heading] : headings) {
        add_rows(document, check, kind, heading);
    }
    if (document.blocks.empty()) {
        document.add(Paragraph{"Nothing is missing, and there is nothing to warn of."});
    }
    if (check.profile) {
        add_profile(document, check);
    } else {
        add_no_profile(document, session.practice().jurisdiction, check);
    }
    return document;
}

} // namespace

View check_view(Session& session, NoteCheck check) {
    const auto shared = std::make_shared<const NoteCheck>(std::move(check));
    return {
        [shared] { return check_value(*shared); },
        [&session, shared] { return check_document(session, *shared); }};
}

} // namespace praxis::soap
