// SPDX-License-Identifier: MIT
#include "screen/due.hpp"

#include "screen/due_queries.hpp"

#include <praxis/text.hpp>

#include <algorithm>
#include <map>
#include <utility>

namespace praxis::safety {

namespace {

/// The words of a text, folded, with a space before and after each.
std::string spaced_words(const std::string& text) {
    std::string words = " ";
    for (const char letter : fold(text)) {
        const bool is_letter = (letter >= 'a' && letter <= 'z') ||
                               (letter >= '0' && letter <= '9') ||
                               static_cast<unsigned char>(letter) >= 0x80U;
        if (is_letter) {
            words += letter;
        } else if (words.back() != ' ') {
            words += ' ';
        }
    }
    return words.back() == ' ' ? words : words + " ";
}

bool is_about(const std::optional<ComplaintId>& wanted, const std::optional<ComplaintId>& found) {
    return !wanted || !found || *wanted == *found;
}

class DueFinder {
  public:
    DueFinder(
        SQLite::Database& db,
        const DueRule& rule,
        DueScope scope,
        std::optional<ComplaintId> complaint
    )
        : db_(db), rule_(rule), scope_(scope), complaint_(complaint) {}

    /// One for each client: the first reason found.
    std::vector<DueScreen> find() {
        for (const auto& client : unscreened_clients(db_, scope_)) {
            add(
                {.client = client.client,
                 .since = client.since,
                 .reason = "no screen yet",
                 .is_first = true}
            );
        }
        for (const auto& fall : sessions_with_words(db_, scope_, rule_.fall_words)) {
            if (tells_of_fall(rule_, fall.report)) {
                add_session(fall, "fall or accident in " + fall.note.str());
            }
        }
        add_rises();
        for (const auto& each : unscreened_complaints(db_, scope_)) {
            add(
                {.client = each.client,
                 .complaint = each.complaint,
                 .since = each.added,
                 .reason = "new complaint " + each.complaint.str()}
            );
        }
        return sorted();
    }

  private:
    void add(const DueScreen& due) {
        if (is_about(complaint_, due.complaint)) {
            found_.try_emplace(due.client, due);
        }
    }

    void add_session(const LaterSession& session, std::string reason) {
        add(
            {.client = session.client,
             .complaint = session.complaint,
             .since = session.on,
             .reason = std::move(reason)}
        );
    }

    /// Compares each session with the lowest pain since the session of the last screen.
    void add_rises() {
        const LaterSession* before = nullptr;
        std::optional<int> lowest;
        const auto sessions = sessions_with_pain(db_, scope_);
        for (const auto& session : sessions) {
            const bool goes_on = before != nullptr && before->client == session.client &&
                                 before->complaint == session.complaint;
            if (!goes_on) {
                lowest = session.pain_at_first;
            }
            if (lowest && *session.pain >= *lowest + rule_.pain_rise) {
                add_session(
                    session,
                    "pain up from " + std::to_string(*lowest) + " to " +
                        std::to_string(*session.pain) + " in " + session.note.str()
                );
            }
            lowest = std::min(lowest.value_or(*session.pain), *session.pain);
            before = &session;
        }
    }

    std::vector<DueScreen> sorted() {
        std::vector<DueScreen> all;
        all.reserve(found_.size());
        for (auto& [client, due] : found_) {
            all.push_back(std::move(due));
        }
        std::stable_sort(all.begin(), all.end(), [](const DueScreen& left, const DueScreen& right) {
            return left.since < right.since;
        });
        return all;
    }

    SQLite::Database& db_;
    const DueRule& rule_;
    DueScope scope_;
    std::optional<ComplaintId> complaint_;
    std::map<ClientId, DueScreen> found_;
};

} // namespace

bool tells_of_fall(const DueRule& rule, const std::string& text) {
    auto words = spaced_words(text);
    for (const auto& phrase : rule.fall_except) {
        const auto wanted = spaced_words(phrase);
        for (auto at = words.find(wanted); at != std::string::npos; at = words.find(wanted)) {
            words.replace(at, wanted.size(), " ");
        }
    }
    return std::any_of(
        rule.fall_words.begin(),
        rule.fall_words.end(),
        [&words](const std::string& word) {
            return words.find(spaced_words(word)) != std::string::npos;
        }
    );
}

std::optional<DueScreen> due_screen(
    Session& session, const DueRule& rule, ClientId client, std::optional<ComplaintId> complaint
) {
    auto due = DueFinder{session.db(), rule, {.client = client, .since = {}}, complaint}.find();
    return due.empty() ? std::nullopt : std::optional{std::move(due.front())};
}

std::vector<DueScreen> due_screens(Session& session, const DueRule& rule) {
    const auto since = session.now() - std::chrono::days{rule.remind_days};
    return DueFinder{session.db(), rule, {.client = std::nullopt, .since = since}, std::nullopt}
        .find();
}

} // namespace praxis::safety
