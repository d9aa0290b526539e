// SPDX-License-Identifier: MIT
#include "screen/evaluate.hpp"

#include <praxis/text.hpp>

#include <algorithm>
#include <utility>

namespace praxis::safety {

namespace {

bool shares(const std::vector<std::string>& one, const std::vector<std::string>& other) {
    return std::any_of(one.begin(), one.end(), [&other](const std::string& item) {
        return std::find(other.begin(), other.end(), item) != other.end();
    });
}

std::string years(const std::string& text, int age) {
    return text + std::to_string(age);
}

class FlagFinder {
  public:
    FlagFinder(
        const ScreenBook& book,
        const std::vector<AnsweredQuestion>& answers,
        const Circumstances& circumstances
    )
        : book_(book), circumstances_(circumstances), answers_(answers) {
        for (const auto& each : answers) {
            if (each.answer == Answer::yes) {
                yes_.push_back(each.id);
            }
        }
    }

    std::vector<Finding> find() {
        for (const auto& answer : answers_) {
            if (const auto* question = book_.find_question(answer.id);
                question != nullptr && answer.answer == Answer::yes) {
                add(*question, answer.detail);
            }
        }
        for (const auto& section : book_.sections) {
            for (const auto& flag : section.flags) {
                if (flag.enabled && flag.ask.empty() && !shares({flag.same_as}, yes_)) {
                    add(flag, "");
                }
            }
        }
        weigh_company();
        std::stable_sort(
            findings_.begin(),
            findings_.end(),
            [](const Finding& left, const Finding& right) {
                return std::pair{left.counts, left.action} > std::pair{right.counts, right.action};
            }
        );
        return std::move(findings_);
    }

  private:
    /// Adds the flag; one of the record only when it holds.
    void add(const Flag& flag, const std::string& detail) {
        const bool from_record = flag.ask.empty();
        std::string because;
        const bool holds = flag.when.empty() || holds_in_some_way(flag.when, from_record, because);
        if (from_record && !holds) {
            return;
        }
        findings_.push_back(
            {.id = flag.id,
             .label = flag.label,
             .detail = detail,
             .suspect = flag.suspect,
             .number = flag.number,
             .action = flag.action,
             .counts = holds,
             .because = holds ? because : "counts only with: " + flag.threshold,
             .conflict = flag.conflict,
             .steps = flag.steps,
             .citations = flag.citations,
             .from_record = from_record,
             .is_private = flag.is_private}
        );
        alone_.push_back(flag.alone && holds && flag.action != Action::record && !flag.is_private);
    }

    /// A flag that says little by itself counts beside one that counts by itself.
    void weigh_company() {
        const bool has_company = std::find(alone_.begin(), alone_.end(), true) != alone_.end();
        for (std::size_t i = 0; i < findings_.size(); ++i) {
            auto& finding = findings_[i];
            if (!finding.counts || alone_[i] || finding.is_private ||
                finding.action == Action::record) {
                continue;
            }
            finding.counts = has_company;
            finding.because =
                has_company ? "beside another flag" : "counts only beside another flag";
        }
    }

    bool
    holds_in_some_way(const std::vector<FlagWhen>& all, bool from_record, std::string& because) {
        return std::any_of(all.begin(), all.end(), [&](const FlagWhen& when) {
            std::vector<std::string> reasons;
            const bool holds = has_age(when, !from_record, reasons) && has_answers(when, reasons) &&
                               has_concepts(when, reasons) && has_episode(when, reasons);
            because = holds ? join(reasons, ", ") : because;
            return holds;
        });
    }

    /// `otherwise`: what counts when the age is not recorded.
    bool has_age(const FlagWhen& when, bool otherwise, std::vector<std::string>& reasons) {
        if (!when.age_above && !when.age_below) {
            return true;
        }
        if (!circumstances_.least_age) {
            reasons.emplace_back("the age is not recorded");
            return otherwise;
        }
        if (when.age_above && *circumstances_.greatest_age <= *when.age_above) {
            return false;
        }
        if (when.age_below && *circumstances_.least_age >= *when.age_below) {
            return false;
        }
        reasons.push_back(
            when.age_above ? years("age over ", *when.age_above)
                           : years("age under ", *when.age_below)
        );
        return true;
    }

    bool has_answers(const FlagWhen& when, std::vector<std::string>& reasons) {
        if (when.answers.empty()) {
            return true;
        }
        for (const auto& id : when.answers) {
            if (shares({id}, yes_)) {
                const auto* question = book_.find_question(id);
                reasons.push_back(question == nullptr ? id : question->label);
                return true;
            }
        }
        return false;
    }

    bool has_concepts(const FlagWhen& when, std::vector<std::string>& reasons) {
        if (when.concepts.empty()) {
            return true;
        }
        const bool found = shares(when.concepts, circumstances_.concepts) ||
                           (when.past && shares(when.concepts, circumstances_.past_concepts));
        if (found) {
            reasons.emplace_back("on record");
        }
        return found;
    }

    bool has_episode(const FlagWhen& when, std::vector<std::string>& reasons) {
        if (!when.onset_days_from && !when.onset_days_up_to && when.causes.empty() &&
            !when.undiagnosed) {
            return true;
        }
        const auto& episodes = circumstances_.episodes;
        const auto found =
            std::find_if(episodes.begin(), episodes.end(), [&when](const Episode& episode) {
                return (!when.undiagnosed || episode.undiagnosed) &&
                       (when.causes.empty() || shares(when.causes, episode.causes)) &&
                       has_onset(when, episode.onset_days);
            });
        if (found == episodes.end()) {
            return false;
        }
        if (found->onset_days) {
            reasons.push_back(
                *found->onset_days == 0 ? std::string{"began today"}
                : *found->onset_days == 1
                    ? std::string{"began yesterday"}
                    : "began " + std::to_string(*found->onset_days) + " days ago"
            );
        }
        return true;
    }

    static bool has_onset(const FlagWhen& when, std::optional<int> days) {
        if (!when.onset_days_from && !when.onset_days_up_to) {
            return true;
        }
        return days && *days >= when.onset_days_from.value_or(0) &&
               (!when.onset_days_up_to || *days <= *when.onset_days_up_to);
    }

    const ScreenBook& book_;
    const Circumstances& circumstances_;
    const std::vector<AnsweredQuestion>& answers_;
    std::vector<std::string> yes_;
    std::vector<Finding> findings_;
    std::vector<bool> alone_; // of each finding
};

} // namespace

std::vector<Finding> find_flags(
    const ScreenBook& book,
    const std::vector<AnsweredQuestion>& answers,
    const Circumstances& circumstances
) {
    return FlagFinder{book, answers, circumstances}.find();
}

std::optional<Action> urgency_of(const std::vector<Finding>& findings) {
    std::optional<Action> urgency;
    for (const auto& finding : findings) {
        if (finding.counts && finding.action != Action::record &&
            (!urgency || finding.action > *urgency)) {
            urgency = finding.action;
        }
    }
    return urgency;
}

} // namespace praxis::safety
