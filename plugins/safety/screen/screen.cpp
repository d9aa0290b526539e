// SPDX-License-Identifier: MIT
#include "screen/screen.hpp"

#include <praxis/text.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace praxis::safety {

namespace {

constexpr std::array<std::string_view, 3> answers{"no", "yes", "unknown"};

Answer answer_named(const std::string& id) {
    const auto* const found = std::find(answers.begin(), answers.end(), id);
    return found == answers.end() ? Answer::unknown : static_cast<Answer>(found - answers.begin());
}

std::string with_detail(const std::string& label, const std::string& detail) {
    return detail.empty() ? label : label + " (" + detail + ")";
}

bool flag_at(const Value& table, std::string_view key) {
    const auto* value = table.find(key);
    return value != nullptr && value->is_bool() && value->as_bool();
}

Value list_of_texts(const std::vector<std::string>& texts) {
    return Value::Array(texts.begin(), texts.end());
}

} // namespace

std::string_view answer_id(Answer answer) {
    return answers.at(static_cast<std::size_t>(answer));
}

std::size_t count_answers(const Screen& screen, Answer answer) {
    return static_cast<std::size_t>(std::count_if(
        screen.answers.begin(),
        screen.answers.end(),
        [answer](const AnsweredQuestion& each) { return each.answer == answer; }
    ));
}

std::vector<std::string> labels_of(const Screen& screen, Answer answer, bool with_private) {
    std::vector<std::string> labels;
    for (const auto& each : screen.answers) {
        if (each.answer == answer && (with_private || !each.is_private)) {
            labels.push_back(with_detail(each.label, each.detail));
        }
    }
    return labels;
}

std::string counts_text(const Screen& screen) {
    const auto unknown = count_answers(screen, Answer::unknown);
    return std::to_string(count_answers(screen, Answer::yes)) + " yes, " +
           std::to_string(count_answers(screen, Answer::no)) + " no" +
           (unknown == 0 ? "" : ", " + std::to_string(unknown) + " not known");
}

std::vector<std::string> findings_in_words(const Screen& screen, bool with_private) {
    std::vector<std::string> words;
    for (const auto& finding : screen.findings) {
        if (finding.counts && finding.action != Action::record &&
            (with_private || !finding.is_private)) {
            words.push_back(with_detail(finding.label, finding.detail));
        }
    }
    return words;
}

Value answers_value(const Screen& screen) {
    Value::Array list;
    for (const auto& each : screen.answers) {
        list.push_back(Value::Object{
            {"id", each.id},
            {"section", each.section},
            {"label", each.label},
            {"ask", each.ask},
            {"answer", answer_id(each.answer)},
            {"detail", text_or_null(each.detail)},
            {"private", each.is_private}});
    }
    return list;
}

Value findings_value(const Screen& screen) {
    Value::Array list;
    for (const auto& finding : screen.findings) {
        list.push_back(Value::Object{
            {"id", finding.id},
            {"label", finding.label},
            {"detail", text_or_null(finding.detail)},
            {"suspect", text_or_null(finding.suspect)},
            {"flag", text_or_null(finding.number)},
            {"action", action_id(finding.action)},
            {"counts", finding.counts},
            {"because", text_or_null(finding.because)},
            {"conflict", text_or_null(finding.conflict)},
            {"do", list_of_texts(finding.steps)},
            {"citations", list_of_texts(finding.citations)},
            {"from_record", finding.from_record},
            {"private", finding.is_private}});
    }
    return list;
}

std::vector<AnsweredQuestion> answers_from(const Value& value) {
    std::vector<AnsweredQuestion> list;
    for (const auto& each : value.as_array()) {
        list.push_back(
            {.id = each.text_at("id"),
             .section = each.text_at("section"),
             .label = each.text_at("label"),
             .ask = each.text_at("ask"),
             .answer = answer_named(each.text_at("answer")),
             .detail = each.text_at("detail"),
             .is_private = flag_at(each, "private")}
        );
    }
    return list;
}

std::vector<Finding> findings_from(const Value& value) {
    std::vector<Finding> list;
    for (const auto& each : value.as_array()) {
        list.push_back(
            {.id = each.text_at("id"),
             .label = each.text_at("label"),
             .detail = each.text_at("detail"),
             .suspect = each.text_at("suspect"),
             .number = each.text_at("flag"),
             .action = action_named(each.text_at("action")).value_or(Action::record),
             .counts = flag_at(each, "counts"),
             .because = each.text_at("because"),
             .conflict = each.text_at("conflict"),
             .steps = each.texts_at("do"),
             .citations = each.texts_at("citations"),
             .from_record = flag_at(each, "from_record"),
             .is_private = flag_at(each, "private")}
        );
    }
    return list;
}

Value screen_value(const Screen& screen) {
    return Value::Object{
        {"id", screen.id.str()},
        {"uuid", screen.uuid},
        {"client", screen.client.str()},
        {"complaint", screen.complaint ? Value{screen.complaint->str()} : Value{}},
        {"screened_on", screen.on.iso()},
        {"urgency", screen.urgency ? Value{action_id(*screen.urgency)} : Value{}},
        {"answers", answers_value(screen)},
        {"findings", findings_value(screen)},
        {"versions", screen.versions},
        {"remark", text_or_null(screen.remark)},
        {"recorded", screen.recorded.iso()},
        {"author", screen.author.str()},
        {"author_name", screen.author_name}};
}

} // namespace praxis::safety
