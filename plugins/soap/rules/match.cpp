// SPDX-License-Identifier: MIT
/// How rules are matched. A rule has one or more conditions ([[rule.when]]), any of which is
/// enough. In one condition every key must match: age against the client; cause, region, onset and
/// pain against one and the same complaint, so a condition with such keys is tried for each
/// complaint; terms against all recorded texts of the named lists. Each text gives a term one
/// presence, the weakest to the strongest being denied, family, past and present, and the strongest
/// of all texts counts. With a second list of terms (`with`) the weaker of the two counts. A match
/// collects the lines for the reader (`found`), and separately the client's present findings
/// without values that change every day
/// (`basis`), so that an override can be compared with a later record. All matches of a rule are
/// merged into one reason. If the merged presence is not `present`, the reason is only a caution
/// with a question; a rule of kind fit then gives no reason at all.
#include "rules/match.hpp"

#include <praxis/body.hpp>
#include <praxis/text.hpp>

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <set>
#include <tuple>

namespace praxis::soap::suggest {

namespace {

bool is_in(const std::vector<std::string>& list, std::string_view word) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

bool is_within(std::optional<int> from, std::optional<int> up_to, std::optional<int> number) {
    return number && (!from || *number >= *from) && (!up_to || *number <= *up_to);
}

std::string days_text(int days) {
    return days == 0 ? "began today"
                     : "began " + std::to_string(days) + (days == 1 ? " day" : " days") + " ago";
}

/// The text for people, with its origin and its presence.
std::string describe_text(const RecordText& words, Presence presence) {
    const std::string list = words.list == "product" ? "other products" : words.list;
    return list + (words.origin.empty() ? "" : " (" + words.origin + ")") +
           (words.past ? " in the past" : "") +
           (presence == Presence::denied   ? ", denied"
            : presence == Presence::family ? ", family history only"
                                           : "") +
           ": " + words.text;
}

/// The same for comparing, independent of case and accents.
std::string basis_of(const RecordText& words) {
    return words.list + ": " + fold(words.text) + (words.key.empty() ? "" : " #" + words.key);
}

/// The parts of the record that match a rule.
struct Match {
    std::vector<std::string> found = {};
    std::vector<std::string> basis = {};   // present findings, without values that change every day
    std::vector<std::string> places = {};  // of complaints
    bool anywhere = false;                 // part of it has no place
    bool in_note = false;                  // part of it is new in the note that is being signed
    Presence presence = Presence::present; // the strongest

    void add(const std::string& what, const std::string& on) {
        add_once(found, what);
        add_once(basis, on);
    }

    void add(const Match& other) {
        for (const auto& what : other.found) {
            add_once(found, what);
        }
        for (const auto& on : other.basis) {
            add_once(basis, on);
        }
        places.insert(places.end(), other.places.begin(), other.places.end());
        anywhere = anywhere || other.anywhere;
        in_note = in_note || other.in_note;
        presence = std::max(presence, other.presence);
    }

  private:
    static void add_once(std::vector<std::string>& list, const std::string& text) {
        if (!text.empty() && !is_in(list, text)) {
            list.push_back(text);
        }
    }
};

/// Compares one [[rule.when]] with the record.
class ConditionMatcher {
  public:
    ConditionMatcher(const When& when, const Facts& facts, const std::vector<Qualifier>& qualifiers)
        : when_(when), facts_(facts), qualifiers_(qualifiers) {}

    [[nodiscard]] std::vector<Match> all() const {
        std::vector<Match> matches;
        if (!asks_for_episode()) {
            add(matches, nullptr);
            return matches;
        }
        for (const auto& episode : facts_.episodes) {
            add(matches, &episode);
        }
        return matches;
    }

  private:
    [[nodiscard]] bool asks_for_days() const {
        return when_.onset_days_from || when_.onset_days_up_to;
    }

    [[nodiscard]] bool asks_for_episode() const {
        return !when_.causes.empty() || !when_.regions.empty() || asks_for_days() ||
               when_.pain_from;
    }

    void add(std::vector<Match>& matches, const Episode* episode) const {
        Match match;
        if (age(match) && (episode == nullptr || of_episode(*episode, match)) &&
            words(episode, match)) {
            match.anywhere = match.places.empty() || match.places.front().empty();
            matches.push_back(std::move(match));
        }
    }

    bool age(Match& match) const {
        if (!when_.age_from && !when_.age_below) {
            return true;
        }
        if (!facts_.age || (when_.age_from && *facts_.age < *when_.age_from) ||
            (when_.age_below && *facts_.age >= *when_.age_below)) {
            return false;
        }
        match.add("age: " + std::to_string(*facts_.age), "age");
        return true;
    }

    bool of_episode(const Episode& episode, Match& match) const {
        std::vector<std::string> parts;
        if (!causes(episode, parts) || !region(episode, parts)) {
            return false;
        }
        const auto basis = episode.id.str() + ": " + join(parts, ", ") +
                           (episode.onset ? ", onset " + episode.onset->iso() : "");
        if (!days(episode, parts) || !pain(episode, parts)) {
            return false;
        }
        match.add(episode.id.str() + ": " + join(parts, ", "), basis);
        match.places.push_back(episode.region);
        return true;
    }

    bool causes(const Episode& episode, std::vector<std::string>& parts) const {
        const auto before = parts.size();
        std::copy_if(
            episode.causes.begin(),
            episode.causes.end(),
            std::back_inserter(parts),
            [this](const std::string& cause) { return is_in(when_.causes, cause); }
        );
        return when_.causes.empty() || parts.size() > before;
    }

    bool region(const Episode& episode, std::vector<std::string>& parts) const {
        if (when_.regions.empty()) {
            return true;
        }
        const bool found =
            std::any_of(when_.regions.begin(), when_.regions.end(), [&](const auto& region) {
                return region_holds(region, episode.region) || region_holds(episode.region, region);
            });
        parts.push_back(episode.region);
        return found && !episode.region.empty();
    }

    bool days(const Episode& episode, std::vector<std::string>& parts) const {
        if (!asks_for_days()) {
            return true;
        }
        const bool has_begun = episode.days && *episode.days >= 0;
        if (!has_begun || !is_within(when_.onset_days_from, when_.onset_days_up_to, episode.days)) {
            return false;
        }
        parts.push_back(days_text(*episode.days));
        return true;
    }

    bool pain(const Episode& episode, std::vector<std::string>& parts) const {
        if (!when_.pain_from) {
            return true;
        }
        if (!is_within(when_.pain_from, std::nullopt, episode.pain)) {
            return false;
        }
        parts.push_back("pain " + std::to_string(*episode.pain));
        return true;
    }

    bool words(const Episode* episode, Match& match) const {
        if (when_.terms.empty()) {
            return true;
        }
        const auto presence = find_terms(when_.terms, episode, match);
        if (!presence) {
            return false;
        }
        match.presence = *presence;
        if (when_.with.empty()) {
            return true;
        }
        const auto beside = find_terms(when_.with, episode, match);
        match.presence = std::min(match.presence, beside.value_or(Presence::denied));
        return beside.has_value();
    }

    /// The strongest presence of the terms; every text with one of them is added to the match.
    std::optional<Presence>
    find_terms(const std::vector<std::string>& listed, const Episode* episode, Match& match) const {
        std::optional<Presence> strongest;
        for (const auto& each : facts_.texts) {
            const bool elsewhere =
                episode != nullptr && each.complaint && *each.complaint != episode->id;
            if (elsewhere || !is_in(when_.in, each.list)) {
                continue;
            }
            if (auto presence = find_presence(each.text, listed, when_.except, qualifiers_)) {
                presence = each.past ? std::min(*presence, Presence::past) : *presence;
                const bool counts =
                    *presence == Presence::present && !(each.of_note && is_on_record(each, listed));
                match.add(describe_text(each, *presence), counts ? basis_of(each) : "");
                match.in_note = match.in_note || (counts && each.of_note);
                strongest = std::max(strongest.value_or(*presence), *presence);
            }
        }
        return strongest;
    }

    [[nodiscard]] bool has(const RecordText& words, const std::string& word) const {
        return !words.past &&
               find_presence(words.text, {word}, when_.except, qualifiers_) == Presence::present;
    }

    /// Whether the record already has every term that the note has: then the note adds nothing new.
    [[nodiscard]] bool
    is_on_record(const RecordText& text, const std::vector<std::string>& listed) const {
        return std::all_of(listed.begin(), listed.end(), [&](const std::string& word) {
            return !has(text, word) ||
                   std::any_of(
                       facts_.texts.begin(),
                       facts_.texts.end(),
                       [&](const RecordText& other) {
                           return !other.of_note && other.list == text.list && has(other, word);
                       }
                   );
        });
    }

    const When& when_;
    const Facts& facts_;
    const std::vector<Qualifier>& qualifiers_;
};

/// The merged matches of all conditions of a rule; nothing when none matches.
std::optional<Match>
match_rule(const Rule& rule, const Facts& facts, const std::vector<Qualifier>& qualifiers) {
    std::optional<Match> whole;
    for (const auto& when : rule.when) {
        for (const auto& match : ConditionMatcher{when, facts, qualifiers}.all()) {
            if (!whole) {
                whole = Match{.presence = match.presence};
            }
            whole->add(match);
        }
    }
    return whole;
}

Verdict verdict_of(Kind kind) {
    switch (kind) {
    case Kind::stop:
        return Verdict::stop;
    case Kind::local:
        return Verdict::local;
    case Kind::fit:
        return Verdict::fits;
    case Kind::caution:
        break;
    }
    return Verdict::caution;
}

/// The question before the reason of a rule that matches no present finding.
std::string question_of(Presence presence) {
    switch (presence) {
    case Presence::denied:
        return "recorded as denied: is that right? If not: ";
    case Presence::family:
        return "recorded as family history only: is that right? If not: ";
    case Presence::past:
        return "recorded as past: is that right? If not: ";
    case Presence::present:
        break;
    }
    return {};
}

/// The regions of work that the rule names; otherwise, for a local rule, those of the complaints.
std::vector<std::string> regions_of(const Rule& rule, const Match& match) {
    if (!rule.work.empty()) {
        return rule.work;
    }
    return rule.kind == Kind::local && !match.anywhere ? match.places : std::vector<std::string>{};
}

Reason reason_of(const Rule& rule, const RuleFile& file, const Match& match) {
    return {
        .technique = {},
        .verdict = match.presence == Presence::present ? verdict_of(rule.kind) : Verdict::caution,
        .found = join(match.found, "; "),
        .basis = match.basis,
        .in_note = match.in_note,
        .why = question_of(match.presence) + rule.reason,
        .rule = file.id + "/" + rule.id,
        .rule_version = file.version,
        .sources = rule.sources,
        .citations = citations_of(rule.sources, file),
        .reviewed = rule.reviewed,
        .regions = regions_of(rule, match)};
}

std::string session_text(const Tried& tried) {
    return tried.on.iso() + " (" + tried.note.str() + (tried.amended ? ", amended" : "") + ")";
}

Reason tried_reason(const Tried& tried) {
    const auto with = tried.with.empty() ? "" : ", together with " + join(tried.with, ", ");
    return {
        .technique = tried.technique,
        .verdict = Verdict::tried_before,
        .found = session_text(tried),
        .why = (tried.pain.empty() ? "pain not recorded" : "pain " + tried.pain) + with,
        .note = tried.note};
}

Reason adverse_reason(const Tried& tried) {
    const auto with = tried.with.empty() ? "" : " (together with " + join(tried.with, ", ") + ")";
    return {
        .technique = tried.technique,
        .verdict = Verdict::caution,
        .found = session_text(tried),
        .why = "adverse reaction" + with + ": " + tried.adverse,
        .note = tried.note};
}

} // namespace

std::vector<Reason> match_rules(
    const Facts& facts,
    const std::vector<RuleFile>& files,
    const std::vector<std::string>& techniques
) {
    std::vector<Qualifier> qualifiers;
    for (const auto& file : files) {
        qualifiers.insert(qualifiers.end(), file.qualifiers.begin(), file.qualifiers.end());
    }
    std::vector<Reason> reasons;
    for (const auto& file : files) {
        for (const auto& rule : file.rules) {
            const auto match = rule.enabled ? match_rule(rule, facts, qualifiers) : std::nullopt;
            if (!match || (match->presence != Presence::present && rule.kind == Kind::fit)) {
                continue;
            }
            auto reason = reason_of(rule, file, *match);
            for (const auto& technique : techniques) {
                if (rule.techniques.empty() || is_in(rule.techniques, technique)) {
                    reason.technique = technique;
                    reason.gates = reason.verdict == Verdict::stop && is_gated(rule, technique);
                    reasons.push_back(reason);
                }
            }
        }
    }
    return reasons;
}

std::vector<Reason>
list_past_sessions(const Facts& facts, const std::vector<std::string>& techniques) {
    std::vector<Reason> reasons;
    std::map<std::string, const Tried*> newest;
    for (const auto& tried : facts.tried) {
        if (!is_in(techniques, tried.technique)) {
            continue;
        }
        if (tried.in_question) {
            newest[tried.technique] = &tried;
        }
        if (!tried.adverse.empty()) {
            reasons.push_back(adverse_reason(tried));
        }
    }
    for (const auto& [technique, tried] : newest) {
        reasons.push_back(tried_reason(*tried));
    }
    return reasons;
}

void sort_reasons(std::vector<Reason>& reasons) {
    std::stable_sort(reasons.begin(), reasons.end(), [](const Reason& left, const Reason& right) {
        return std::tie(left.technique, left.verdict) < std::tie(right.technique, right.verdict);
    });
}

std::vector<std::string> find_unnamed_techniques(
    const std::vector<RuleFile>& files, const std::vector<std::string>& techniques
) {
    std::set<std::string> named;
    for (const auto& file : files) {
        for (const auto& rule : file.rules) {
            if (rule.enabled && rule.kind != Kind::fit) {
                named.insert(rule.techniques.begin(), rule.techniques.end());
            }
        }
    }
    std::vector<std::string> unnamed;
    std::copy_if(
        techniques.begin(),
        techniques.end(),
        std::back_inserter(unnamed),
        [&named](const std::string& technique) { return !named.contains(technique); }
    );
    return unnamed;
}

} // namespace praxis::soap::suggest
