// SPDX-License-Identifier: MIT
#include "plan/plan_json.hpp"

#include <utility>

namespace praxis::plans {
namespace {

using Object = Value::Object;

Value number_value(const std::optional<int>& number) {
    return number ? Value{*number} : Value{};
}

Value time_value(const std::optional<ZonedTime>& time) {
    return time ? Value{time->iso()} : Value{};
}

template <class Item, class Write> Value list_value(const std::vector<Item>& items, Write write) {
    Value::Array list;
    list.reserve(items.size());
    for (const auto& item : items) {
        list.push_back(write(item));
    }
    return list;
}

template <class Item, class Read>
std::vector<Item> read_list(const std::optional<std::string>& json, Read read) {
    std::vector<Item> items;
    if (!json) {
        return items;
    }
    const auto list = parse_json(*json, "a plan");
    if (list.is_array()) {
        for (const auto& item : list.as_array()) {
            items.push_back(read(item));
        }
    }
    return items;
}

std::optional<int> number_at(const Value& item, std::string_view key) {
    const auto* number = item.find(key);
    return number != nullptr && number->is_integer()
               ? std::optional{static_cast<int>(number->as_integer())}
               : std::nullopt;
}

std::optional<ZonedTime> time_at(const Value& item, std::string_view key) {
    return ZonedTime::from_iso(item.text_at(key));
}

Value phase_value(const Phase& phase) {
    const auto& frequency = phase.frequency;
    return Object{
        {"phase", phase.name},
        {"sessions", number_value(phase.sessions)},
        {"days_least", frequency ? Value{frequency->days_least} : Value{}},
        {"days_most", frequency ? Value{frequency->days_most} : Value{}},
        {"began_at", time_value(phase.began)}};
}

Phase read_phase(const Value& item) {
    Phase phase;
    phase.name = item.text_at("phase");
    phase.sessions = number_at(item, "sessions");
    if (const auto least = number_at(item, "days_least")) {
        phase.frequency = Frequency{*least, number_at(item, "days_most").value_or(*least)};
    }
    phase.began = time_at(item, "began_at");
    return phase;
}

Value technique_value(const TechniqueLine& line) {
    return Object{
        {"technique", line.technique},
        {"purposes", texts_value(line.purposes)},
        {"region", text_or_null(line.region)},
        {"side", text_or_null(line.side)},
        {"minutes",
         line.length ? Value{static_cast<std::int64_t>(line.length->count())} : Value{}}};
}

TechniqueLine read_technique(const Value& item) {
    const auto minutes = number_at(item, "minutes");
    return {
        .technique = item.text_at("technique"),
        .purposes = item.texts_at("purposes"),
        .region = item.text_at("region"),
        .side = item.text_at("side"),
        .length = minutes ? std::optional{Minutes{*minutes}} : std::nullopt};
}

Value hold_value(const Hold& hold) {
    return Object{
        {"what", text_or_null(hold.what)},
        {"reason", text_or_null(hold.reason)},
        {"referral", text_or_null(hold.referral)},
        {"screen", text_or_null(hold.screen)},
        {"began_at", hold.began.iso()},
        {"ended_at", time_value(hold.ended)},
        {"ended_by", text_or_null(hold.ended_by)}};
}

Hold read_hold(const Value& item) {
    return {
        .what = item.text_at("what"),
        .reason = item.text_at("reason"),
        .referral = item.text_at("referral"),
        .screen = item.text_at("screen"),
        .began = time_at(item, "began_at").value_or(ZonedTime{}),
        .ended = time_at(item, "ended_at"),
        .ended_by = item.text_at("ended_by")};
}

Value taken_value(const TakenAdvice& advice) {
    return Object{
        {"text", advice.text},
        {"by", advice.by},
        {"on", advice.on.iso()},
        {"record", advice.record},
        {"taken_at", advice.taken.iso()},
        {"ended_at", time_value(advice.ended)}};
}

TakenAdvice read_taken(const Value& item) {
    return {
        .text = item.text_at("text"),
        .by = item.text_at("by"),
        .on = Date::from_iso(item.text_at("on")).value_or(Date{}),
        .record = item.text_at("record"),
        .taken = time_at(item, "taken_at").value_or(ZonedTime{}),
        .ended = time_at(item, "ended_at")};
}

Value review_value(const Review& review) {
    return Object{
        {"decision", review.decision},
        {"progress", text_or_null(review.progress)},
        {"text", text_or_null(review.text)},
        {"sessions", review.sessions},
        {"pain", number_value(review.pain)},
        {"phase", review.phase},
        {"at", review.at.iso()},
        {"user", review.user.str()},
        {"user_name", review.user_name}};
}

UserId user_at(const Value& item) {
    return UserId::parse(item.text_at("user")).value_or(UserId{});
}

Review read_review(const Value& item) {
    return {
        .decision = item.text_at("decision"),
        .progress = item.text_at("progress"),
        .text = item.text_at("text"),
        .sessions = number_at(item, "sessions").value_or(0),
        .pain = number_at(item, "pain"),
        .phase = item.text_at("phase"),
        .at = time_at(item, "at").value_or(ZonedTime{}),
        .user = user_at(item),
        .user_name = item.text_at("user_name")};
}

} // namespace

Value date_value(const std::optional<Date>& date) {
    return date ? Value{date->iso()} : Value{};
}

Value texts_value(const std::vector<std::string>& texts) {
    return Value::Array(texts.begin(), texts.end());
}

Value phases_value(const std::vector<Phase>& phases) {
    return list_value(phases, phase_value);
}

Value techniques_value(const std::vector<TechniqueLine>& lines) {
    return list_value(lines, technique_value);
}

Value shared_care_value(const std::vector<SharedCare>& others) {
    return list_value(others, [](const SharedCare& other) {
        return Value{Object{{"who", other.who}, {"part", text_or_null(other.part)}}};
    });
}

Value holds_value(const std::vector<Hold>& holds) {
    return list_value(holds, hold_value);
}

Value advice_value(const std::vector<TakenAdvice>& advice) {
    return list_value(advice, taken_value);
}

Value reviews_value(const std::vector<Review>& reviews) {
    return list_value(reviews, review_value);
}

Value closing_value(const std::optional<Closing>& closing) {
    if (!closing) {
        return {};
    }
    return Object{
        {"reason", closing->reason},
        {"status", text_or_null(closing->status)},
        {"progress", text_or_null(closing->progress)},
        {"advice", texts_value(closing->advice)},
        {"user", closing->user.str()},
        {"user_name", closing->user_name}};
}

std::vector<Phase> read_phases(const std::string& json) {
    return read_list<Phase>(json, read_phase);
}

std::vector<TechniqueLine> read_techniques(const std::string& json) {
    return read_list<TechniqueLine>(json, read_technique);
}

std::vector<SharedCare> read_shared_care(const std::optional<std::string>& json) {
    return read_list<SharedCare>(json, [](const Value& item) {
        return SharedCare{item.text_at("who"), item.text_at("part")};
    });
}

std::vector<Hold> read_holds(const std::optional<std::string>& json) {
    return read_list<Hold>(json, read_hold);
}

std::vector<TakenAdvice> read_advice(const std::optional<std::string>& json) {
    return read_list<TakenAdvice>(json, read_taken);
}

std::vector<Review> read_reviews(const std::optional<std::string>& json) {
    return read_list<Review>(json, read_review);
}

std::optional<Closing> read_closing(const std::optional<std::string>& json) {
    if (!json) {
        return std::nullopt;
    }
    const auto item = parse_json(*json, "a plan");
    return Closing{
        .reason = item.text_at("reason"),
        .status = item.text_at("status"),
        .progress = item.text_at("progress"),
        .advice = item.texts_at("advice"),
        .user = user_at(item),
        .user_name = item.text_at("user_name")};
}

Value plan_value(const Plan& plan) {
    return Object{
        {"id", plan.id.str()},
        {"uuid", plan.uuid},
        {"client", plan.client.str()},
        {"complaint", plan.complaint.str()},
        {"author", plan.author.str()},
        {"state", plan.state},
        {"phase", phase_of(plan).name},
        {"began_at", plan.began.iso()},
        {"phases", phases_value(plan.phases)},
        {"techniques", techniques_value(plan.techniques)},
        {"session_minutes",
         plan.session_length ? Value{static_cast<std::int64_t>(plan.session_length->count())}
                             : Value{}},
        {"shared_care", shared_care_value(plan.shared_care)},
        {"holds", holds_value(plan.holds)},
        {"advice", advice_value(plan.advice)},
        {"reviews", reviews_value(plan.reviews)},
        {"review_on", date_value(plan.review_on)},
        {"remark", plan.remark},
        {"created_at", plan.created.iso()},
        {"closed_at", time_value(plan.closed)},
        {"closing", closing_value(plan.closing)}};
}

} // namespace praxis::plans
