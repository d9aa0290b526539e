// SPDX-License-Identifier: MIT
#include "letter/letter_parts.hpp"

#include "fields.hpp"

#include <praxis/clients/directory.hpp>
#include <praxis/soap/notes.hpp>

#include <algorithm>
#include <utility>

namespace praxis::referrals {
namespace {

constexpr auto not_recorded = "not recorded";

class PartGatherer {
  public:
    PartGatherer(Session& session, const Referral& referral, const Profile& profile)
        : session_(session)
        , referral_(referral)
        , profile_(profile)
        , sections_(session.all<ChartSection>()) {}

    LetterParts gather() {
        for (const auto& group : profile_.groups()) {
            auto& gathered = all_.groups.emplace_back();
            gathered.title = group.title;
            for (const auto& name : group.parts) {
                gathered.parts.push_back(
                    {name, profile_.title(name), profile_.loinc(name), blocks_of(name)}
                );
            }
        }
        all_.unavailable = sections_.unavailable;
        return std::move(all_);
    }

  private:
    std::vector<Block> blocks_of(const std::string& name) {
        if (name == "precautions") {
            return {Paragraph{referral_.precautions.value_or(not_recorded)}};
        }
        if (name == "meanwhile") {
            return {meanwhile()};
        }
        auto blocks = section(name);
        if (name == "findings") {
            add_sources(blocks);
        }
        if (name == "treatment") {
            blocks.emplace_back(Facts{{{"Suspended", referral_.suspended.value_or(not_recorded)}}});
        }
        return blocks;
    }

    std::vector<Block> section(const std::string& name) {
        const auto found = std::find_if(
            sections_.items.begin(),
            sections_.items.end(),
            [&](const auto* candidate) { return candidate->name == name; }
        );
        ChartPart part;
        if (found != sections_.items.end()) {
            part = (*found)->write(
                session_,
                {.client = referral_.client,
                 .audience = Audience::provider,
                 .complaint = referral_.complaint,
                 .since = std::nullopt}
            );
        }
        // Without a plugin that screens for red flags, the letter reports that and can still be
        // sent.
        const bool must_be_there = name != "screen" || found != sections_.items.end();
        if (part.blocks.empty()) {
            part.blocks.emplace_back(Paragraph{not_recorded});
            if (part.gaps.empty() && must_be_there) {
                add_gap_of(name);
            }
        }
        std::move(part.gaps.begin(), part.gaps.end(), std::back_inserter(all_.gaps));
        return std::move(part.blocks);
    }

    /// For a part that its section left empty without a gap, or whose plugin could not be loaded.
    void add_gap_of(const std::string& name) {
        const auto title = "\"" + profile_.title(name) + "\"";
        if (!sections_.unavailable.empty()) {
            all_.gaps.push_back(
                {title + " is missing: a plugin could not be loaded", "praxis plugin doctor"}
            );
        } else if (!signed_notes(referral_.complaint).empty() || name == "findings") {
            all_.gaps.push_back(
                {title + " is empty: no signed note records it",
                 "praxis note list --client " + referral_.client.str()}
            );
        }
    }

    std::vector<soap::SignedNote> signed_notes(std::optional<ComplaintId> complaint) {
        return session_.get<soap::Notes>().signed_notes(session_, referral_.client, complaint);
    }

    /// The days of the notes that the referral is based on. Notes that are void now do not count.
    void add_sources(std::vector<Block>& blocks) {
        std::vector<std::string> days;
        for (const auto& note : signed_notes(std::nullopt)) {
            if (std::find(referral_.notes.begin(), referral_.notes.end(), note.id) !=
                referral_.notes.end()) {
                days.push_back(note.began.civil().date.iso());
            }
        }
        if (days.empty()) {
            return;
        }
        blocks.emplace_back(Paragraph{
            std::string{days.size() == 1 ? "Session" : "Sessions"} +
                " that led to this referral: " + join_with_and(days) + ".",
            Tone::small});
    }

    /// The letter prints the complaint's own goals with the complaint.
    bool complaint_has_goals() {
        return referral_.complaint && !session_.get<clients::Directory>()
                                           .get_complaint(session_, *referral_.complaint)
                                           .goal.empty();
    }

    Facts meanwhile() {
        Facts facts;
        if (referral_.goals || !complaint_has_goals()) {
            facts.items.emplace_back("Goals", referral_.goals.value_or(not_recorded));
        }
        facts.items.emplace_back("Continuing", referral_.continuing.value_or(not_recorded));
        facts.items.emplace_back(
            "Next review", referral_.next_review ? referral_.next_review->iso() : not_recorded
        );
        return facts;
    }

    Session& session_;
    const Referral& referral_;
    const Profile& profile_;
    Contributions<ChartSection> sections_;
    LetterParts all_;
};

} // namespace

LetterParts gather_parts(Session& session, const Referral& referral, const Profile& profile) {
    return PartGatherer{session, referral, profile}.gather();
}

} // namespace praxis::referrals
