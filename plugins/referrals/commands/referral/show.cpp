// SPDX-License-Identifier: MIT
#include "fields.hpp"
#include "incoming/authorisation.hpp"
#include "referral.hpp"
#include "reply/reply.hpp"
#include "steps/taking.hpp"

#include <praxis/attachment.hpp>
#include <praxis/chart.hpp>
#include <praxis/clients/directory.hpp>
#include <praxis/command.hpp>
#include <praxis/text.hpp>

#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace praxis {
namespace {

using namespace referrals;

struct Args {
    std::string referral;
};

void options(Options<Args>& given) {
    given.argument(&Args::referral, "REFERRAL", "id of the referral");
}

Facts facts_of(Session& session, const Referral& referral) {
    auto& directory = session.get<clients::Directory>();
    const auto client = directory.get(session, referral.client);
    const auto provider = get_provider(session.db(), referral.provider);
    Facts facts;
    const auto add = [&](const char* label, const std::string& text) {
        if (!text.empty()) {
            facts.items.emplace_back(label, text);
        }
    };
    add("State", referral.state);
    add("Client", client.full_name + " (" + client.id.str() + ")");
    if (referral.complaint) {
        const auto complaint = directory.get_complaint(session, *referral.complaint);
        add("Complaint", complaint.title + " (" + complaint.id.str() + ")");
    }
    const bool incoming = is_incoming(referral);
    add(incoming ? "From" : "To",
        provider.name + ", " + display_name(provider.profession) + " (" + provider.id.str() + ")");
    add("Their reference", referral.reference.value_or(""));
    add(incoming ? "Question" : "Reason", referral.reason);
    add("Answer", referral.answer.value_or(""));
    add("Authorised", describe_authorisation(session, referral).value_or(""));
    add("Urgency", referral.urgency);
    add("Type", referral.type);
    add(incoming ? "Report due" : "Reply by", referral.reply_by.iso());
    add("Suspended", referral.suspended.value_or(""));
    add("Continuing", referral.continuing.value_or(""));
    add("Precautions", referral.precautions.value_or(""));
    add("Goals", referral.goals.value_or(""));
    add("Next review", referral.next_review ? referral.next_review->iso() : "");
    add("Letter", referral.profile.value_or(""));
    add("Language", referral.language.value_or(""));
    add("Opening", referral.opening.value_or(""));
    add("Closing", referral.closing.value_or(""));
    std::vector<std::string> notes;
    for (const auto& note : referral.notes) {
        notes.push_back(note.str());
    }
    add("Notes", join(notes, ", "));
    add("Enclosures", join(referral.enclosures, "\n"));
    add("Copy to", join(referral.copies, "\n"));
    return facts;
}

std::string remark_of(const Event& event, const std::vector<Reply>& replies) {
    std::vector<std::string> parts;
    for (const auto& reply : replies) {
        if (event.reply == reply.number) {
            parts.push_back(reply.kind + " report");
        }
    }
    if (event.appointment) {
        parts.push_back("appointment on " + event.appointment->iso());
    }
    if (event.note) {
        parts.push_back(*event.note);
    }
    return join(parts, "; ");
}

Grid steps_of(const std::vector<Event>& events, const std::vector<Reply>& replies) {
    Grid grid{"", {{"On"}, {"State"}, {"By"}, {"Recorded by"}, {"Remark"}}, {}};
    for (const auto& event : events) {
        grid.rows.push_back(
            {event.happened_on.iso(),
             event.state,
             event.by.value_or(""),
             event.user_name,
             remark_of(event, replies)}
        );
    }
    return grid;
}

/// All that the command shows of a referral.
struct Shown {
    Referral referral;
    std::vector<Event> events;
    std::optional<SentLetter> letter;
    std::vector<Reply> replies;
    std::vector<Attachment> attachments;
    std::optional<SessionCount> sessions; // of an incoming referral
    std::vector<std::string> possible;    // commands
};

Value data_of(const Shown& shown) {
    auto data = referral_value(shown.referral);
    Value::Array steps;
    for (const auto& event : shown.events) {
        steps.push_back(event_value(event));
    }
    data["events"] = std::move(steps);
    data["letter"] = shown.letter ? letter_value(*shown.letter) : Value{};
    Value::Array reports;
    for (const auto& reply : shown.replies) {
        reports.push_back(reply_value(reply));
    }
    data["replies"] = std::move(reports);
    Value::Array attachments;
    for (const auto& attachment : shown.attachments) {
        attachments.push_back(attachment_value(attachment));
    }
    data["attachments"] = std::move(attachments);
    if (shown.sessions) {
        data["sessions_used"] = shown.sessions->used;
        data["sessions_after_end"] = shown.sessions->after_end;
    }
    data["possible"] = list_value(shown.possible);
    return data;
}

Document document_of(Session& session, const Shown& shown) {
    Document document;
    document.title = "Referral " + shown.referral.id.str();
    document.add(facts_of(session, shown.referral));
    document.add(Heading{2, "Steps"});
    document.add(steps_of(shown.events, shown.replies));
    if (const auto& letter = shown.letter) {
        document.add(Heading{2, is_incoming(shown.referral) ? "Report" : "Letter"});
        document.add(Facts{{
            {"Sent", letter->sent_on.iso() + " by " + letter->via},
            {"To", letter->recipient},
            {"Disclosure", letter->disclosure.str()},
            {"Digest", letter->digest},
        }});
    }
    for (const auto& reply : shown.replies) {
        document.add(Heading{2, title_of(reply)});
        document.add(facts_of(reply));
    }
    if (!shown.attachments.empty()) {
        document.add(Heading{2, "Attachments"});
        std::vector<std::string> files;
        for (const auto& attachment : shown.attachments) {
            files.push_back(
                attachment.id.str() + ", " + attachment.name + ": praxis attachment write " +
                attachment.id.str() + " -o FILE"
            );
        }
        document.add(Bullets{std::move(files)});
    }
    if (!shown.possible.empty()) {
        document.add(Heading{2, "Possible now"});
        document.add(Bullets{shown.possible});
    }
    return document;
}

Result run(Session& session, const Args& args) {
    auto referral = get_referral(session, args.referral);
    auto events = all_events(session.db(), referral.id);
    auto letter = find_letter(session.db(), referral.id);
    auto replies = all_replies(session.db(), referral.id);
    auto attachments = attachments_of(session, referral.id.str());
    auto sessions =
        is_incoming(referral) ? std::optional{count_sessions(session, referral)} : std::nullopt;
    auto possible = possible_commands(session, referral);
    const auto shown = std::make_shared<const Shown>(Shown{
        std::move(referral),
        std::move(events),
        std::move(letter),
        std::move(replies),
        std::move(attachments),
        sessions,
        std::move(possible)});
    return View{
        [shown] { return data_of(*shown); },
        [&session, shown] { return document_of(session, *shown); }};
}

} // namespace

CommandSpec referral_show_command() {
    return command<Args>({
        .summary = "show a referral with its steps and reports, and what is possible now",
        .examples = {"praxis referral show R-0001"},
        .access = Access::read,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
