// SPDX-License-Identifier: MIT
#include "letter/report.hpp"

#include "fields.hpp"
#include "letter/letter_queries.hpp"
#include "letter/words.hpp"

#include <praxis/clients/directory.hpp>
#include <praxis/text.hpp>

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace praxis::referrals {
namespace {

using Kind = BodyChart::Kind;

class ReportWriter {
  public:
    ReportWriter(
        Session& session,
        const Referral& referral,
        const std::vector<SessionFacts>& sessions,
        const Profile& profile,
        Places& places,
        Date dated
    )
        : session_(session)
        , referral_(referral)
        , sessions_(sessions)
        , profile_(profile)
        , places_(places)
        , dated_(dated) {
        if (referral.complaint) {
            complaint_ =
                session.get<clients::Directory>().get_complaint(session, *referral.complaint);
            words_ = find_complaint_words(session.db(), *referral.complaint);
        }
    }

    std::vector<Block> write() {
        mark_places();
        std::vector<Block> blocks;
        if (const auto words = own_words(); !words.empty()) {
            blocks.emplace_back(Paragraph{words, Tone::quote});
        }
        Facts facts;
        for (const auto& line : profile_.report_lines()) {
            if (const auto text = text_of(line.name); !text.empty()) {
                facts.items.emplace_back(line.label, text);
            }
        }
        if (!facts.items.empty()) {
            blocks.emplace_back(std::move(facts));
        }
        return blocks;
    }

  private:
    [[nodiscard]] std::string say(std::string_view english, Language::Values values = {}) const {
        return profile_.language().say(english, values);
    }

    void mark_places() {
        if (complaint_) {
            places_.mark(complaint_->region, complaint_->side, Kind::pain);
        }
        if (const auto* newest = find_newest(sessions_, "subjective", "radiates_to")) {
            for (const auto& place : newest->find("subjective", "radiates_to")->as_array()) {
                places_.mark_radiation(place.text_at("region"), place.text_at("side"));
            }
        }
    }

    std::string own_words() {
        const auto noted = newest_text(sessions_, "subjective", "complaint");
        return noted.empty() ? words_.text : noted;
    }

    std::string text_of(const std::string& line) {
        if (line == "where") {
            return complaint_ ? where() : std::string{};
        }
        if (line == "pain") {
            return pain();
        }
        if (line == "spreads") {
            return spreads();
        }
        if (line == "since") {
            return since();
        }
        if (line == "goal") {
            return goal_of(session_, referral_, sessions_).value_or("");
        }
        return newest_text(sessions_, "subjective", line);
    }

    /// The place as recorded, and in the client's own words.
    std::string where() {
        const auto location = newest_text(sessions_, "subjective", "location");
        const auto place = complaint_->region.empty()
                               ? std::string{}
                               : profile_.language().place(complaint_->region, complaint_->side);
        return location.empty() ? place : location;
    }

    /// "5 of 10 on 2026-12-13, best 1, worst 6"
    std::string pain() {
        const auto* now = find_newest(sessions_, "subjective", "pain_now");
        if (now == nullptr) {
            return {};
        }
        auto text =
            say("{n} of 10 on {date}",
                {{"n", now->find("subjective", "pain_now")->plain()}, {"date", now->day.iso()}});
        const auto best = newest_text(sessions_, "subjective", "pain_best");
        const auto worst = newest_text(sessions_, "subjective", "pain_worst");
        text += best.empty() ? "" : ", " + say("best {n}", {{"n", best}});
        return text + (worst.empty() ? "" : ", " + say("worst {n}", {{"n", worst}}));
    }

    std::string spreads() {
        const auto text = newest_text(sessions_, "subjective", "radiation");
        std::vector<std::string> regions;
        if (const auto* newest = find_newest(sessions_, "subjective", "radiates_to")) {
            for (const auto& place : newest->find("subjective", "radiates_to")->as_array()) {
                regions.push_back(
                    profile_.language().place(place.text_at("region"), place.text_at("side"))
                );
            }
        }
        return join_present({join(regions, ", "), text}, ": ");
    }

    /// "2026-03-10 (9 months ago), gradual. The client relates it to posture and muscle tension."
    std::string since() {
        if (!complaint_) {
            return newest_text(sessions_, "subjective", "onset");
        }
        const auto noted = newest_text(sessions_, "subjective", "onset");
        auto text =
            words_.onset.empty() ? noted : since_text(words_.onset, dated_, profile_.language());
        text = join_present({text, say(complaint_->onset_type)}, ", ");
        std::vector<std::string> causes;
        for (const auto& cause : complaint_->causes) {
            if (cause != "unknown") {
                causes.push_back(say(display_name(cause)));
            }
        }
        if (causes.empty()) {
            return text;
        }
        const auto last = causes.back();
        causes.pop_back();
        const auto all = causes.empty() ? last
                                        : say("{first} and {last}",
                                              {{"first", join(causes, ", ")}, {"last", last}});
        return join_present(
            {text, say("The client relates it to {causes}.", {{"causes", all}})}, ". "
        );
    }

    Session& session_;
    const Referral& referral_;
    const std::vector<SessionFacts>& sessions_;
    const Profile& profile_;
    Places& places_;
    Date dated_;
    std::optional<clients::Complaint> complaint_;
    ComplaintWords words_;
};

} // namespace

std::optional<std::string>
goal_of(Session& session, const Referral& referral, const std::vector<SessionFacts>& sessions) {
    if (referral.goals) {
        return referral.goals;
    }
    if (referral.complaint) {
        const auto complaint =
            session.get<clients::Directory>().get_complaint(session, *referral.complaint);
        if (!complaint.goal.empty()) {
            return complaint.goal;
        }
    }
    return text_or_nothing(newest_text(sessions, "subjective", "goal"));
}

std::vector<Block> write_report(
    Session& session,
    const Referral& referral,
    const std::vector<SessionFacts>& sessions,
    const Profile& profile,
    Places& places,
    Date dated
) {
    return ReportWriter{session, referral, sessions, profile, places, dated}.write();
}

} // namespace praxis::referrals
