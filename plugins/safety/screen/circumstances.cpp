// SPDX-License-Identifier: MIT
#include "screen/circumstances.hpp"

#include "screen/circumstances_queries.hpp"

#include <praxis/clients/concepts.hpp>

#include <algorithm>
#include <set>
#include <utility>

namespace praxis::safety {

namespace {

using clients::ConceptState;

std::set<std::string> wanted_concepts(const ScreenBook& book) {
    std::set<std::string> wanted;
    for (const auto& section : book.sections) {
        for (const auto& flag : section.flags) {
            for (const auto& when : flag.when) {
                wanted.insert(when.concepts.begin(), when.concepts.end());
            }
        }
    }
    return wanted;
}

class ConceptGatherer {
  public:
    ConceptGatherer(Session& session, const ScreenBook& book, Date on)
        : session_(session)
        , concepts_(session.get<clients::Concepts>())
        , wanted_(wanted_concepts(book))
        , on_(on) {}

    void add(const HealthRow& row, Circumstances& to) {
        for (const auto& understood : concepts_.of_row(session_, row.row, on_, row.concepts)) {
            const bool is_present = understood.state >= ConceptState::suspected && !row.past;
            const bool is_past = understood.state == ConceptState::past ||
                                 (row.past && understood.state >= ConceptState::suspected);
            if (is_present || is_past) {
                add_wanted(understood.concept_id, is_present ? to.concepts : to.past_concepts);
            }
        }
    }

  private:
    void add_wanted(const std::string& concept_id, std::vector<std::string>& to) {
        for (const auto& wanted : wanted_) {
            if (concepts_.is_of(session_, concept_id, wanted)) {
                to.push_back(wanted);
            }
        }
    }

    Session& session_;
    clients::Concepts& concepts_;
    std::set<std::string> wanted_;
    Date on_;
};

Episode episode_of(SQLite::Database& db, const clients::Complaint& complaint, Date on) {
    Episode episode{.onset_days = {}, .causes = complaint.causes, .undiagnosed = true};
    if (complaint.onset && *complaint.onset <= on) {
        episode.onset_days = static_cast<int>((on.days() - complaint.onset->days()).count());
        episode.undiagnosed = !has_diagnosis_since(db, complaint.client, *complaint.onset);
    }
    return episode;
}

} // namespace

Circumstances gather_circumstances(
    Session& session,
    const ScreenBook& book,
    const clients::Client& client,
    const std::vector<clients::Complaint>& complaints,
    Date on
) {
    Circumstances circumstances;
    if (client.born) {
        circumstances.least_age = clients::least_age(*client.born, on);
        circumstances.greatest_age = clients::greatest_age(*client.born, on);
    }
    ConceptGatherer gatherer{session, book, on};
    for (const auto& row : health_rows(session.db(), client.id, on)) {
        gatherer.add(row, circumstances);
    }
    for (const auto& complaint : complaints) {
        circumstances.episodes.push_back(episode_of(session.db(), complaint, on));
    }
    return circumstances;
}

} // namespace praxis::safety
