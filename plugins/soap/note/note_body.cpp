// SPDX-License-Identifier: MIT
#include "note/note_body.hpp"

#include "note/note.hpp"
#include "note/note_copied.hpp"

#include <praxis/body.hpp>

#include <algorithm>
#include <cmath>
#include <utility>

namespace praxis::soap {

namespace {

std::optional<int> two_digits(std::string_view text) {
    const auto is_digit = [](char letter) { return letter >= '0' && letter <= '9'; };
    if (text.size() != 2 || !is_digit(text[0]) || !is_digit(text[1])) {
        return std::nullopt;
    }
    return (text[0] - '0') * 10 + (text[1] - '0');
}

/// "2026-11-20 14:30", as validate_note() leaves it.
std::optional<CivilTime> civil_from(std::string_view text) {
    if (text.size() != 16 || text[13] != ':') {
        return std::nullopt;
    }
    const auto date = Date::from_iso(text.substr(0, 10));
    const auto hours = two_digits(text.substr(11, 2));
    const auto minutes = two_digits(text.substr(14, 2));
    if (!date || !hours || !minutes) {
        return std::nullopt;
    }
    return CivilTime{*date, Minutes{*hours * 60 + *minutes}};
}

std::optional<int> whole(const Value* value) {
    if (value == nullptr || !value->is_number()) {
        return std::nullopt;
    }
    return static_cast<int>(std::lround(value->as_number()));
}

std::optional<Minutes> minutes_in(const Value& table) {
    const auto minutes = whole(table.find("minutes"));
    return minutes ? std::optional{Minutes{*minutes}} : std::nullopt;
}

const Value::Array& items_of(const Value* list) {
    static const Value::Array none;
    return list != nullptr && list->is_array() ? list->as_array() : none;
}

} // namespace

std::string NoteBlock::path() const {
    return "block[" + std::to_string(number_) + "]";
}

std::optional<Minutes> NoteBlock::minutes() const {
    return minutes_in(*table_);
}

std::string NoteBlock::place() const {
    return region().empty() ? std::string{} : region_with_side(region(), side());
}

std::optional<CivilTime> NoteBody::began() const {
    return civil_from(body_->text_at("date"));
}

std::vector<std::string> NoteBody::techniques() const {
    return body_->texts_at("technique");
}

std::optional<ComplaintId> NoteBody::complaint() const {
    return ComplaintId::parse(body_->text_at("complaint"));
}

bool NoteBody::has_complaint() const {
    const auto* named = body_->find("complaint");
    return named != nullptr && !is_unrecorded(*named);
}

std::optional<Minutes> NoteBody::minutes() const {
    return minutes_in(*body_);
}

std::optional<bool> NoteBody::consent_given() const {
    const auto* given = field("consent", "given");
    return given != nullptr && given->is_bool() ? std::optional{given->as_bool()} : std::nullopt;
}

const Value* NoteBody::subjective(std::string_view name) const {
    return field("subjective", name);
}

const Value* NoteBody::objective(std::string_view name) const {
    return field("objective", name);
}

const Value* NoteBody::assessment(std::string_view name) const {
    return field("assessment", name);
}

std::optional<int> NoteBody::pain_before() const {
    return whole(subjective("pain_now"));
}

std::optional<int> NoteBody::pain_after() const {
    return whole(assessment("pain_after"));
}

std::optional<int> NoteBody::stress_before() const {
    return whole(subjective("stress"));
}

std::optional<int> NoteBody::stress_after() const {
    return whole(assessment("stress_after"));
}

std::optional<Date> NoteBody::next_visit() const {
    return planned_day("next_visit");
}

std::optional<Date> NoteBody::review_on() const {
    return planned_day("review_on");
}

std::vector<NoteBlock> NoteBody::blocks() const {
    std::vector<NoteBlock> blocks;
    for (const auto& table : items_of(body_->find("block"))) {
        blocks.emplace_back(table, blocks.size() + 1);
    }
    return blocks;
}

std::vector<Treatment> NoteBody::treatments() const {
    std::vector<Treatment> treatments;
    for (const auto& block : blocks()) {
        Treatment work{block.technique(), block.region()};
        if (std::find(treatments.begin(), treatments.end(), work) == treatments.end()) {
            treatments.push_back(std::move(work));
        }
    }
    return treatments.empty() ? std::vector<Treatment>(1) : treatments;
}

const Value::Array& NoteBody::objective_rows(std::string_view table) const {
    return items_of(objective(table));
}

const Value* NoteBody::part(std::string_view id) const {
    const auto* table = body_->find(id);
    return table != nullptr && table->is_object() && !table->as_object().empty() ? table : nullptr;
}

std::string NoteBody::copied_from() const {
    return read_copied_fields(*body_).from;
}

bool NoteBody::is_all_copied() const {
    return soap::is_all_copied(*body_);
}

std::optional<Date> NoteBody::planned_day(std::string_view name) const {
    const auto* day = field("plan", name);
    return day != nullptr && day->is_text() ? Date::from_iso(day->as_text()) : std::nullopt;
}

const Value* NoteBody::field(std::string_view part, std::string_view name) const {
    const auto* table = body_->find(part);
    return table == nullptr ? nullptr : table->find(name);
}

} // namespace praxis::soap
