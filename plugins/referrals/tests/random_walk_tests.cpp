// SPDX-License-Identifier: MIT
/// Random walks through the states of referrals. What is legal is written here a second time, state
/// by state, so that a wrong row of the table fails.
#include "record/fhir.hpp"
#include "referral_session.hpp"
#include "reply/recording.hpp"

#include <praxis/error.hpp>
#include <praxis/text.hpp>

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

using namespace praxis;
using namespace praxis::referrals;

namespace {

constexpr unsigned walks = 500;
constexpr int steps_of_a_walk = 16;

/// The legal verbs of each state while no report waits to be read, and the FHIR statuses. A step
/// that changes the state leads to the state behind the arrow.
struct Expected {
    std::string legal;
    std::string request;
    std::string task;
};

const std::map<std::string, Expected>& expected_of() {
    static const std::string open = "reply-interim>interim-report reply-final lost>lost "
                                    "cancel>cancelled void>void ";
    static const std::map<std::string, Expected> all{
        {"draft", {"ready>ready cancel>cancelled void>void", "draft", "draft"}},
        {"ready", {"back>draft send>sent cancel>cancelled void>void", "active", "ready"}},
        {"sent",
         {open + "ack>received accept>accepted decline>declined seen>in-care",
          "active",
          "requested"}},
        {"received",
         {open + "accept>accepted decline>declined seen>in-care", "active", "received"}},
        {"accepted", {open + "decline>declined seen>in-care", "active", "accepted"}},
        {"in-care", {open, "active", "in-progress"}},
        {"interim-report", {open, "active", "in-progress"}},
        {"declined", {"reply-final cancel>cancelled void>void", "revoked", "rejected"}},
        {"lost", {"reply-final cancel>cancelled void>void", "revoked", "failed"}},
        {"cancelled", {"reply-final void>void", "revoked", "cancelled"}},
        {"closed", {"reply-final void>void", "completed", "completed"}},
        {"void", {"", "entered-in-error", "entered-in-error"}}};
    return all;
}

const std::set<std::string>& ended() {
    static const std::set<std::string> states{"declined", "lost", "cancelled", "closed", "void"};
    return states;
}

/// What this test knows of a referral.
struct Model {
    std::string state = "draft";
    bool sent = false;
    bool unread = false;
    std::size_t replies = 0;
    std::size_t events = 1;

    /// The verbs that are legal now, with the state that follows; empty: it stays.
    [[nodiscard]] std::map<std::string, std::string> legal() const {
        std::map<std::string, std::string> verbs;
        if (unread && state != "void") {
            return {{"reply-final", ""}, {"close", "closed"}, {"void", "void"}};
        }
        for (const auto& word : split(expected_of().at(state).legal, ' ')) {
            if (word.empty() || (word == "reply-final" && !sent)) {
                continue; // a draft that was cancelled has no letter
            }
            const auto arrow = word.find('>');
            verbs[word.substr(0, arrow)] = arrow == std::string::npos ? "" : word.substr(arrow + 1);
        }
        return verbs;
    }

    [[nodiscard]] std::string task() const {
        return unread && ended().count(state) == 0 ? "in-progress" : expected_of().at(state).task;
    }
};

const std::vector<std::string>& all_verbs() {
    static const std::vector<std::string> verbs{
        "ready",
        "back",
        "send",
        "ack",
        "accept",
        "decline",
        "seen",
        "reply-interim",
        "reply-final",
        "close",
        "lost",
        "cancel",
        "void"};
    return verbs;
}

class Walk : public referrals::testing::ReferralSession {
  public:
    void go(unsigned seed, const Provider& provider) {
        random_.seed(seed);
        referral_ = add_referral(provider);
        referral_.state = "draft";
        model_ = {};
        closed.clear();
        for (int i = 0; i < steps_of_a_walk; ++i) {
            BOOST_TEST_CONTEXT("walk " << seed << ", step " << i << ", from " << model_.state) {
                go_one_step();
            }
        }
    }

    std::set<std::string> visited;

  private:
    /// A random verb; every second one is legal, and the two that end a walk come seldom, so that a
    /// walk goes far.
    std::string choose() {
        auto legal = model_.legal();
        if (random_() % 8 != 0) {
            legal.erase("void");
            legal.erase("cancel");
        }
        if (random_() % 2 == 0 && !legal.empty()) {
            return std::next(legal.begin(), static_cast<int>(random_() % legal.size()))->first;
        }
        return all_verbs()[random_() % all_verbs().size()];
    }

    void take(const std::string& verb) {
        const Evidence evidence{.on = today()};
        if (verb.starts_with("reply")) {
            Reply reply;
            reply.kind = verb.substr(6);
            reply.author = "Dr. Ana Kim";
            reply.findings = "none";
            record_reply(*this, referral_, reply, evidence);
        } else if (verb == "close") {
            close_referral(*this, referral_, evidence);
        } else if (verb == "send") {
            take_step(*this, referral_, step_named("send"), evidence);
            auto letter = letter_of(referral_, new_uuid());
            insert_letter(db(), letter);
        } else {
            take_step(
                *this, referral_, step_named(verb == "back" ? "ready --back" : verb), evidence
            );
        }
    }

    void go_one_step() {
        const auto verb = choose();
        const auto legal = model_.legal();
        const auto found = legal.find(verb);
        const auto announced = closed.size();
        if (found == legal.end()) {
            BOOST_CHECK_THROW(take(verb), Refused);
            check_rows(announced);
            return;
        }
        const auto before = model_.state;
        BOOST_CHECK_NO_THROW(take(verb));
        model_.state = found->second.empty() ? before : found->second;
        model_.sent = model_.sent || verb == "send";
        model_.unread = verb == "reply-final" || (model_.unread && verb != "close");
        model_.replies += verb.starts_with("reply") ? 1U : 0U;
        ++model_.events;
        const bool answered = verb == "close" && before != "closed";
        const bool ends = ended().count(model_.state) == 1 && ended().count(before) == 0;
        check_rows(announced + (answered || ends ? 1U : 0U));
        check_export();
        if (answered || ends) {
            BOOST_TEST(closed.back().answered == answered);
        }
    }

    void check_rows(std::size_t announced) {
        visited.insert(model_.state);
        const auto stored = find_referral(db(), referral_.id).value();
        BOOST_TEST(stored.state == model_.state);
        BOOST_TEST(referral_.state == model_.state);
        BOOST_TEST(all_events(db(), referral_.id).size() == model_.events);
        BOOST_TEST(all_events(db(), referral_.id).back().state == model_.state);
        BOOST_TEST(all_replies(db(), referral_.id).size() == model_.replies);
        BOOST_TEST(closed.size() == announced);
    }

    void check_export() {
        const auto resources = referral_resources(*this, find_referral(db(), referral_.id).value());
        BOOST_TEST(resources[0].text_at("status") == expected_of().at(model_.state).request);
        BOOST_TEST(resources[1].text_at("status") == model_.task());
        const auto* outputs = resources[1].find("output");
        BOOST_TEST((outputs == nullptr ? 0U : outputs->as_array().size()) == model_.replies);
    }

    std::mt19937 random_;
    Referral referral_;
    Model model_;
};

} // namespace

BOOST_AUTO_TEST_SUITE(random_walk_tests)

BOOST_AUTO_TEST_CASE(no_walk_reaches_an_illegal_state_and_every_exported_task_matches) {
    Walk walk;
    const auto provider = walk.add_provider("Dr. Ana Kim", "Spine Clinic");
    for (unsigned seed = 1; seed <= walks; ++seed) {
        walk.go(seed, provider);
    }
    BOOST_TEST(walk.sendings > 100, "most walks send their letter");
    BOOST_TEST(walk.visited.size() == states().size(), "the walks visited every state");
}

BOOST_AUTO_TEST_SUITE_END()
