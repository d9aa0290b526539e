// SPDX-License-Identifier: MIT
#include "incoming/authorisation.hpp"
#include "record/records.hpp"
#include "referral.hpp"
#include "reply/reply.hpp"
#include "steps/taking.hpp"

#include <praxis/clients/directory.hpp>
#include <praxis/error.hpp>

#include <charconv>
#include <optional>
#include <utility>

namespace praxis::referrals {
namespace {

/// Nothing when the setting has no value.
std::optional<int> days_of(Session& session, std::string_view setting) {
    const auto text = session.setting(setting); // a number, by plugin.toml
    int days = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), days);
    return read.ec == std::errc{} ? std::optional{days} : std::nullopt;
}

/// Every line names the step that settles it.
class Lines {
  public:
    explicit Lines(Session& session)
        : session_(session)
        , ack_days_(days_of(session, "referrals.ack_days"))
        , draft_days_(days_of(session, "referrals.draft_days")) {}

    void add(const Referral& referral, const std::string& client) {
        referral_ = &referral;
        const auto provider = get_provider(session_.db(), referral.provider).name;
        who_ = referral.id.str() + ", " + client + (is_incoming(referral) ? " from " : " to ") +
               provider + ": ";
        const auto& state = referral.state;
        if (is_incoming(referral)) {
            add_incoming();
        } else if (has_unread_report(session_.db(), referral.id)) {
            add_unread();
        } else if (state == "draft") {
            add_line(due_draft(), "the letter is not ready", command("preview"));
        } else if (state == "ready") {
            add_line(due_draft(), "the letter is not sent", command("send"));
        } else if (state == "declined") {
            add_ended("declined, so refer to somebody else", refer_again_command(referral));
        } else if (state == "lost") {
            add_ended("lost, so ask the client", refer_again_command(referral));
        } else {
            add_awaited();
        }
    }

    std::vector<Todo> take() { return std::move(todos_); }

  private:
    [[nodiscard]] std::string command(const std::string& verb) const {
        return "praxis referral " + verb + " " + referral_->id.str();
    }

    /// A word in capitals, because colour is no sign of its own.
    [[nodiscard]] std::string urgency() const {
        const auto& urgency = referral_->urgency;
        return urgency == "routine"  ? ""
               : urgency == "urgent" ? ", URGENT"
               : urgency == "asap"   ? ", ASAP"
                                     : ", STAT";
    }

    void add_line(std::optional<Date> due, const std::string& what, std::string fix) {
        todos_.push_back({due, who_ + what, std::move(fix)});
    }

    [[nodiscard]] std::optional<Date> due_draft() const {
        return draft_days_ ? std::optional{referral_->created.civil().date.plus_days(*draft_days_)}
                           : std::nullopt;
    }

    void add_incoming() {
        if (referral_->state == "received") {
            const auto arrived = first_day(session_.db(), referral_->id);
            add_line(
                ack_days_ ? std::optional{arrived.plus_days(*ack_days_)} : std::nullopt,
                "not accepted yet" + urgency(),
                command("accept") + "; or: " + command("decline") + " --reason \"...\""
            );
        } else if (const auto missing = missing_authorisation(session_, *referral_)) {
            add_line(session_.today(), *missing, command("send"));
        }
        add_line(referral_->reply_by, "your report is due" + urgency(), command("send"));
    }

    void add_unread() {
        for (const auto& reply : all_replies(session_.db(), referral_->id)) {
            if (reply.kind == "final" && !reply.read_on) {
                add_line(
                    reply.received_on, "the report has not been read" + urgency(), command("close")
                );
                return; // closing reads all of them
            }
        }
    }

    /// Until a new referral answers it, or it is cancelled.
    void add_ended(const std::string& what, const std::string& fix) {
        if (find_next_referral(session_.db(), *referral_)) {
            return;
        }
        const auto events = all_events(session_.db(), referral_->id);
        add_line(events.back().happened_on, what + urgency(), fix + "; or: " + command("cancel"));
    }

    void add_awaited() {
        const auto sent_on = find_sent_day(session_.db(), referral_->id);
        const bool late =
            session_.today() > referral_->reply_by; // then the reply is what is missing
        if (referral_->state == "sent" && ack_days_ && sent_on && !late) {
            const auto due = sent_on->plus_days(*ack_days_);
            if (due < referral_->reply_by) {
                add_line(due, "the letter is not confirmed" + urgency(), command("ack"));
            }
        }
        add_line(
            referral_->reply_by,
            "no reply" + urgency(),
            command("reply") + " --final; or: " + command("lost")
        );
    }

    Session& session_;
    std::optional<int> ack_days_;
    std::optional<int> draft_days_;
    const Referral* referral_ = nullptr;
    std::string who_;
    std::vector<Todo> todos_;
};

std::vector<Todo> open_referrals(Session& session) {
    const auto referrals = unsettled_referrals(session.db());
    std::vector<ClientId> clients;
    clients.reserve(referrals.size());
    for (const auto& referral : referrals) {
        clients.push_back(referral.client);
    }
    const auto names = session.get<clients::Directory>().distinct_names(session, clients);
    Lines lines{session};
    for (std::size_t i = 0; i < referrals.size(); ++i) {
        lines.add(referrals[i], names[i]);
    }
    return lines.take();
}

} // namespace

TodoSource todo_source() {
    return {.name = "referrals", .list = open_referrals};
}

} // namespace praxis::referrals
