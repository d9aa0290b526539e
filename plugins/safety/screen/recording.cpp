// SPDX-License-Identifier: MIT
#include "screen/recording.hpp"

#include "screen/circumstances.hpp"
#include "screen/screen_queries.hpp"
#include "screen/warning.hpp"

#include <praxis/care_events.hpp>
#include <praxis/error.hpp>
#include <praxis/text.hpp>

#include <utility>

namespace praxis::safety {

namespace {

clients::Complaint
complaint_of(Session& session, const clients::Client& client, const std::string& text) {
    const auto id = ComplaintId::parse(text);
    if (!id) {
        throw UsageError(
            text + " is not the id of a complaint", "praxis complaint list " + client.id.str()
        );
    }
    auto complaint = session.get<clients::Directory>().get_complaint(session, *id);
    if (complaint.client != client.id) {
        throw Refused(
            id->str() + " is a complaint of another client",
            "praxis complaint list " + client.id.str()
        );
    }
    return complaint;
}

ScreenAction event_action(const std::optional<Action>& urgency) {
    switch (urgency.value_or(Action::record)) {
    case Action::emergency:
        return ScreenAction::emergency;
    case Action::same_day:
        return ScreenAction::same_day;
    case Action::urgent:
        return ScreenAction::urgent;
    case Action::gp_referral:
        return ScreenAction::gp_referral;
    case Action::record:
        break;
    }
    return ScreenAction::none;
}

Value versions_of(const ScreenBook& book) {
    Value versions = Value::Object{};
    for (const auto& section : book.sections) {
        versions[section.id] = section.version;
    }
    return versions;
}

std::string answers_text(const Screen& screen) {
    const auto count = screen.answers.size();
    if (count_answers(screen, Answer::no) == count) {
        return std::to_string(count) +
               " questions, all no: " + join(labels_of(screen, Answer::no), ", ") +
               ". Wrong? praxis undo";
    }
    auto text = counts_text(screen);
    if (const auto yes = labels_of(screen, Answer::yes); !yes.empty()) {
        text += "; yes: " + join(yes, ", ");
    }
    if (const auto unknown = labels_of(screen, Answer::unknown); !unknown.empty()) {
        text += "; not known: " + join(unknown, ", ");
    }
    return text;
}

} // namespace

std::vector<std::string> ScreenSubject::regions() const {
    std::vector<std::string> regions;
    for (const auto& each : complaints) {
        if (each.region.empty()) {
            return {}; // it can be anywhere
        }
        regions.push_back(each.region);
    }
    return regions;
}

ScreenSubject find_subject(
    Session& session, const std::string& client, const std::optional<std::string>& complaint
) {
    auto& directory = session.get<clients::Directory>();
    ScreenSubject subject{
        .client = directory.get(session, client), .complaints = {}, .complaint = {}};
    subject.complaints = complaint ? std::vector{complaint_of(session, subject.client, *complaint)}
                                   : directory.open_complaints(session, subject.client.id);
    if (subject.complaints.size() == 1) {
        subject.complaint = subject.complaints.front().id;
    }
    return subject;
}

Screen record_screen(
    Session& session,
    const ScreenBook& book,
    const ScreenSubject& subject,
    std::vector<AnsweredQuestion> answers,
    Date on,
    const std::string& remark
) {
    Screen screen;
    screen.uuid = session.new_uuid();
    screen.client = subject.client.id;
    screen.complaint = subject.complaint;
    screen.on = on;
    screen.answers = std::move(answers);
    screen.findings = find_flags(
        book,
        screen.answers,
        gather_circumstances(session, book, subject.client, subject.complaints, on)
    );
    screen.versions = versions_of(book);
    screen.urgency = urgency_of(screen.findings);
    screen.remark = trim(remark);
    screen.recorded = session.civil_now();
    screen.author = session.user().id;
    screen.author_name = session.user().name;
    screen.id = insert_screen(session.db(), screen);
    return screen;
}

void report_screen(Session& session, const ScreenBook& book, const Screen& screen) {
    session.report(screen.id.str() + ": " + answers_text(screen));
    for (const auto& advice : advice_of(book, screen)) {
        session.report(advice_text(advice));
    }
    if (screen.urgency) {
        session.report(book.caution);
    }
    if (const auto noted = noted_flags(screen); !noted.empty()) {
        session.report(noted);
    }
    session.emit(ScreenRecorded{
        .screen = screen.id.str(),
        .client = screen.client,
        .complaint = screen.complaint,
        .action = event_action(screen.urgency),
        .findings = findings_in_words(screen)});
}

} // namespace praxis::safety
