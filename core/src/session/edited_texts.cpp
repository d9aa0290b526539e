// SPDX-License-Identifier: MIT
#include "session/edited_texts.hpp"

#include "session/editor.hpp"

#include <praxis/text.hpp>

#include <chrono>
#include <utility>

namespace praxis {
namespace {

bool accepts(const std::string& answer, bool by_default) {
    const auto word = fold(answer);
    return word == "y" || word == "yes" || (word.empty() && by_default);
}

} // namespace

std::string EditedTexts::edit(const EditRequest& request, const TimeZone& zone, Date today) {
    const DraftSubject subject{.client = request.client, .key = request.key};
    // While this person is asked, no other window is offered the same draft.
    auto left = find_left_draft(environment_, subject);
    const bool continues = left && continues_with(*left, request, zone, today);
    const auto text = continues ? without_messages(left->text) : request.text;
    auto draft = std::make_unique<Draft>(environment_, subject, request.file_ending, text);
    if (continues) {
        draft->continue_from(std::move(*left));
    }
    left.reset(); // a declined draft can be found again
    auto typed = edit_in_editor(environment_, {request.text, request.check}, *draft);
    drafts_.push_back(std::move(draft));
    return typed;
}

/// The default answer is yes only for a text of today whose original nobody changed since.
bool EditedTexts::continues_with(
    const LeftDraft& left, const EditRequest& request, const TimeZone& zone, Date today
) const {
    const auto typed = zone.at(Instant{std::chrono::seconds{left.changed_at}});
    const bool is_older = request.changed && typed.instant < *request.changed;
    const bool is_current = !is_older && typed.civil().date == today;
    const auto what = "you typed a text for " + request.subject + " on " + typed.civil().str() +
                      " and never stored it" +
                      (is_older ? "; " + request.subject + " was changed since" : "");
    bool continues = false;
    if (request.offers_left) {
        const auto question =
            what + (is_current ? ". Continue with it? [Y/n] " : ". Continue with it? [y/N] ");
        continues = accepts(environment_.terminal.ask(question, true).value_or("n"), is_current);
    } else {
        environment_.write_error("praxis: " + what + "\n");
    }
    if (!continues) {
        environment_.write_error("praxis: it stays in " + visible(left.paths.front()) + "\n");
    }
    return continues;
}

void EditedTexts::remove() {
    for (const auto& draft : std::exchange(drafts_, {})) {
        draft->remove();
    }
}

std::vector<std::string> EditedTexts::paths() const {
    std::vector<std::string> paths;
    for (const auto& draft : drafts_) {
        paths.push_back(draft->path());
    }
    return paths;
}

} // namespace praxis
