// SPDX-License-Identifier: MIT
#include "letter/letter_parts.hpp"

#include "fields.hpp"
#include "letter/findings.hpp"
#include "letter/places.hpp"
#include "letter/report.hpp"
#include "letter/sessions.hpp"
#include "letter/treatment.hpp"
#include "letter/words.hpp"

#include <praxis/clients/directory.hpp>
#include <praxis/soap/notes.hpp>
#include <praxis/text.hpp>

#include <algorithm>
#include <utility>

namespace praxis::referrals {
namespace {

constexpr auto not_recorded = "not recorded";
constexpr std::size_t fewest_points = 4; // of a chart; fewer are clear in the table

/// A chart of fewer points adds nothing to the table of the sessions.
bool has_enough_points(const LineChart& chart) {
    return std::any_of(chart.series.begin(), chart.series.end(), [](const auto& series) {
        return series.points.size() >= fewest_points;
    });
}

class PartGatherer {
  public:
    PartGatherer(Session& session, const Referral& referral, const Profile& profile, Date dated)
        : session_(session)
        , referral_(referral)
        , profile_(profile)
        , language_(profile.language())
        , sections_(session.all<ChartSection>())
        , dated_(dated)
        , sessions_(read_sessions(session, referral, dated)) {}

    LetterParts gather() {
        for (const auto& group : profile_.groups()) {
            LetterGroup gathered{group.title, {}};
            for (const auto& name : group.parts) {
                auto blocks = blocks_of(name);
                if (!blocks.empty()) {
                    const bool as_table =
                        name == "screen" || (name == "treatment" && !profile_.is_brief());
                    gathered.parts.push_back(
                        {name,
                         profile_.title(name),
                         profile_.loinc(name),
                         std::move(blocks),
                         as_table}
                    );
                }
            }
            if (!gathered.parts.empty()) {
                all_.groups.push_back(std::move(gathered));
            }
        }
        draw_places();
        add_remarks();
        all_.unavailable = sections_.unavailable;
        all_.sessions = sessions_.size();
        if (!sessions_.empty()) {
            all_.since = sessions_.front().day;
        }
        return std::move(all_);
    }

  private:
    std::vector<Block> blocks_of(const std::string& name) {
        if (name == "meanwhile") {
            auto text = meanwhile();
            return text.empty() ? std::vector<Block>{}
                                : std::vector<Block>{Paragraph{std::move(text)}};
        }
        if (name == "screen") {
            return with_small_negatives(section(name));
        }
        if (name == "complaint") {
            section(name); // for what it lacks
            return write_report(session_, referral_, sessions_, profile_, places_, dated_);
        }
        if (name == "findings") {
            section(name);
            return write_findings(sessions_, profile_, places_);
        }
        if (name == "treatment") {
            return treatment();
        }
        if (name == "home-care") {
            auto blocks = optional_section(name);
            return blocks.empty() ? write_noted_home_care(sessions_, language_) : blocks;
        }
        if (name == "outcomes") {
            return with_small_headings(optional_section(name));
        }
        return with_enough_points(section(name));
    }

    [[nodiscard]] const ChartSection* find_section(const std::string& name) const {
        const auto found = std::find_if(
            sections_.items.begin(),
            sections_.items.end(),
            [&](const auto* candidate) { return candidate->name == name; }
        );
        return found == sections_.items.end() ? nullptr : *found;
    }

    ChartPart write(const ChartSection& section) {
        return section.write(
            session_,
            {.client = referral_.client,
             .audience = Audience::provider,
             .complaint = referral_.complaint,
             .since = std::nullopt}
        );
    }

    /// A part that a complete letter needs.
    std::vector<Block> section(const std::string& name) {
        const auto* found = find_section(name);
        auto part = found == nullptr ? ChartPart{} : write(*found);
        // Without a plugin that screens for red flags, the letter reports that and can still be
        // sent.
        if (name == "screen" && part.blocks.empty()) {
            part.blocks.emplace_back(Paragraph{language_.say(not_recorded)});
        } else if (part.blocks.empty() && part.gaps.empty()) {
            add_gap_of(name);
        }
        std::move(part.gaps.begin(), part.gaps.end(), std::back_inserter(all_.gaps));
        return std::move(part.blocks);
    }

    /// A part that the letter has when the record has it.
    std::vector<Block> optional_section(const std::string& name) {
        const auto* found = find_section(name);
        return found == nullptr ? std::vector<Block>{} : write(*found).blocks;
    }

    /// For a part that its section left empty without a gap, or whose plugin could not be loaded.
    void add_gap_of(const std::string& name) {
        const auto title = "\"" + profile_.title(name) + "\"";
        if (!sections_.unavailable.empty()) {
            all_.gaps.push_back(
                {title + " is missing: a plugin could not be loaded", "praxis plugin doctor"}
            );
        } else if (!sessions_.empty() || name == "findings") {
            all_.gaps.push_back(
                {title + " is empty: no signed note records it",
                 "praxis note list --client " + referral_.client.str()}
            );
        }
    }

    std::vector<Block> treatment() {
        section("treatment");
        auto blocks = profile_.is_brief() ? write_treatment_briefly(sessions_, language_, places_)
                                          : write_treatment(sessions_, language_, places_);
        if (auto remark = count_unassigned(); !remark.empty()) {
            blocks.emplace_back(Paragraph{std::move(remark)});
        }
        return blocks;
    }

    /// Sessions whose note names no complaint may belong to this one or not.
    std::string count_unassigned() {
        if (!referral_.complaint) {
            return {};
        }
        std::size_t counted = 0;
        std::size_t left_out = 0;
        for (const auto& note :
             session_.get<soap::Notes>().signed_notes(session_, referral_.client, std::nullopt)) {
            if (note.complaint) {
                continue;
            }
            const bool is_here =
                std::any_of(sessions_.begin(), sessions_.end(), [&note](const auto& one) {
                    return one.note == note.id;
                });
            ++(is_here ? counted : left_out);
        }
        const auto open =
            session_.get<clients::Directory>().open_complaints(session_, referral_.client);
        if (left_out > 0) {
            return language_.say(
                left_out == 1
                    ? "1 further session names no complaint and may belong to another one."
                    : "{n} further sessions name no complaint and may belong to another one.",
                {{"n", std::to_string(left_out)}}
            );
        }
        return counted > 0 && open.size() > 1
                   ? language_.say(
                         counted == 1 ? "1 of these sessions names no complaint."
                                      : "{n} of these sessions name no complaint.",
                         {{"n", std::to_string(counted)}}
                     )
                   : std::string{};
    }

    std::vector<Block> with_enough_points(std::vector<Block> blocks) const {
        std::erase_if(blocks, [this](const Block& block) {
            const auto* chart = std::get_if<LineChart>(&block);
            return chart != nullptr && (profile_.is_brief() || !has_enough_points(*chart));
        });
        for (auto& block : blocks) {
            if (auto* chart = std::get_if<LineChart>(&block)) {
                chart->dates = language_.axis_dates();
            }
        }
        return blocks;
    }

    /// The first sentences tell the result; the list of what was denied is long.
    static std::vector<Block> with_small_negatives(std::vector<Block> blocks) {
        for (std::size_t i = 1; i < blocks.size(); ++i) {
            auto* paragraph = std::get_if<Paragraph>(&blocks[i]);
            if (paragraph != nullptr && paragraph->tone == Tone::normal) {
                paragraph->tone = Tone::small;
            }
        }
        return blocks;
    }

    /// The headings of a section inside of a letter's part; the sentences tell what the charts
    /// show.
    static std::vector<Block> with_small_headings(std::vector<Block> blocks) {
        constexpr int smallest = 3;
        std::erase_if(blocks, [](const Block& block) {
            return std::holds_alternative<LineChart>(block);
        });
        for (auto& block : blocks) {
            if (auto* heading = std::get_if<Heading>(&block)) {
                heading->level = smallest;
            }
        }
        return blocks;
    }

    /// What continues and what is suspended, as one paragraph.
    std::string meanwhile() {
        std::vector<std::string> sentences;
        const auto add = [&](std::string_view label, const std::optional<std::string>& text) {
            if (text) {
                sentences.push_back(language_.say(label) + ": " + trim(*text) + ".");
            }
        };
        add("Goal", goal_of(session_, referral_, sessions_));
        add("I continue", referral_.continuing);
        add(is_incoming(referral_) ? "Suspended" : "Suspended until your reply",
            referral_.suspended);
        add("Precautions", referral_.precautions);
        if (referral_.next_review) {
            sentences.push_back(language_.say(
                "I see the client again on {date}.", {{"date", referral_.next_review->iso()}}
            ));
        }
        return sentences.empty() && !is_incoming(referral_) ? language_.say(not_recorded)
                                                            : join(sentences, " ");
    }

    /// The body beside what the client reports, when all places are known.
    void draw_places() {
        auto chart = places_.chart();
        for (auto& group : all_.groups) {
            for (auto& part : group.parts) {
                if (part.name == "complaint" && !chart.marks.empty()) {
                    part.blocks.emplace_back(std::move(chart));
                    return;
                }
            }
        }
    }

    /// A later session than those that led to the referral.
    void add_remarks() {
        if (sessions_.empty() || referral_.notes.empty() || is_incoming(referral_)) {
            return;
        }
        const auto& newest = sessions_.back();
        const bool is_named =
            std::find(referral_.notes.begin(), referral_.notes.end(), newest.note) !=
            referral_.notes.end();
        if (!is_named) {
            all_.remarks.push_back(
                {"a newer signed note exists than those the referral is based on: " +
                     newest.note.str() + " of " + newest.day.iso() +
                     ". The letter shows its findings",
                 "praxis referral edit " + referral_.id.str() + " --note " + newest.note.str()}
            );
        }
    }

    Session& session_;
    const Referral& referral_;
    const Profile& profile_;
    const Language& language_;
    Contributions<ChartSection> sections_;
    Date dated_; // of the letter
    std::vector<SessionFacts> sessions_;
    Places places_;
    LetterParts all_;
};

} // namespace

LetterParts
gather_parts(Session& session, const Referral& referral, const Profile& profile, Date dated) {
    return PartGatherer{session, referral, profile, dated}.gather();
}

} // namespace praxis::referrals
