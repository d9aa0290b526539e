// SPDX-License-Identifier: MIT
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

/// For people, with whose words they are and what they say of the client.
std::string told(const Words& words, Standing standing) {
    const std::string list = words.list == "product" ? "other products" : words.list;
    return list + (words.told.empty() ? "" : " (" + words.told + ")") +
           (words.past ? " in the past" : "") +
           (standing == Standing::denied   ? ", denied"
            : standing == Standing::family ? ", family history only"
                                           : "") +
           ": " + words.text;
}

/// The same for comparing: however it is written.
std::string basis_of(const Words& words) {
    return words.list + ": " + fold(words.text) + (words.key.empty() ? "" : " #" + words.key);
}

/// What of the record a rule hangs on.
struct Hold {
    std::vector<std::string> found = {};
    std::vector<std::string> basis = {}; // what the client has now, without what changes by the day
    std::vector<std::string> places = {};  // of complaints
    bool anywhere = false;                 // it hangs on something that has no place
    bool in_note = false;                  // on something new in the note that is being signed
    Standing standing = Standing::present; // of what counts most among it

    void add(const std::string& what, const std::string& on) {
        add_once(found, what);
        add_once(basis, on);
    }

    void add(const Hold& other) {
        for (const auto& what : other.found) {
            add_once(found, what);
        }
        for (const auto& on : other.basis) {
            add_once(basis, on);
        }
        places.insert(places.end(), other.places.begin(), other.places.end());
        anywhere = anywhere || other.anywhere;
        in_note = in_note || other.in_note;
        standing = std::max(standing, other.standing);
    }

  private:
    static void add_once(std::vector<std::string>& list, const std::string& text) {
        if (!text.empty() && !is_in(list, text)) {
            list.push_back(text);
        }
    }
};

/// One [[rule.when]] against the record.
class Holding {
  public:
    Holding(const When& when, const Facts& facts, const std::vector<Qualifier>& qualifiers)
        : when_(when), facts_(facts), qualifiers_(qualifiers) {}

    [[nodiscard]] std::vector<Hold> all() const {
        std::vector<Hold> holds;
        if (!asks_for_episode()) {
            add(holds, nullptr);
            return holds;
        }
        for (const auto& episode : facts_.episodes) {
            add(holds, &episode);
        }
        return holds;
    }

  private:
    [[nodiscard]] bool asks_for_days() const {
        return when_.onset_days_from || when_.onset_days_up_to;
    }

    [[nodiscard]] bool asks_for_episode() const {
        return !when_.causes.empty() || !when_.regions.empty() || asks_for_days() ||
               when_.pain_from;
    }

    void add(std::vector<Hold>& holds, const Episode* episode) const {
        Hold hold;
        if (age(hold) && (episode == nullptr || of_episode(*episode, hold)) &&
            words(episode, hold)) {
            hold.anywhere = hold.places.empty() || hold.places.front().empty();
            holds.push_back(std::move(hold));
        }
    }

    bool age(Hold& hold) const {
        if (!when_.age_from && !when_.age_below) {
            return true;
        }
        if (!facts_.age || (when_.age_from && *facts_.age < *when_.age_from) ||
            (when_.age_below && *facts_.age >= *when_.age_below)) {
            return false;
        }
        hold.add("age: " + std::to_string(*facts_.age), "age");
        return true;
    }

    bool of_episode(const Episode& episode, Hold& hold) const {
        std::vector<std::string> parts;
        if (!causes(episode, parts) || !region(episode, parts)) {
            return false;
        }
        const auto basis = episode.id.str() + ": " + join(parts, ", ") +
                           (episode.onset ? ", onset " + episode.onset->iso() : "");
        if (!days(episode, parts) || !pain(episode, parts)) {
            return false;
        }
        hold.add(episode.id.str() + ": " + join(parts, ", "), basis);
        hold.places.push_back(episode.region);
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

    bool words(const Episode* episode, Hold& hold) const {
        if (when_.words.empty()) {
            return true;
        }
        const auto standing = find_words(when_.words, episode, hold);
        if (!standing) {
            return false;
        }
        hold.standing = *standing;
        if (when_.with.empty()) {
            return true;
        }
        const auto beside = find_words(when_.with, episode, hold);
        hold.standing = std::min(hold.standing, beside.value_or(Standing::denied));
        return beside.has_value();
    }

    /// What counts most of the places where one of the words stands; all of them are found.
    std::optional<Standing>
    find_words(const std::vector<std::string>& listed, const Episode* episode, Hold& hold) const {
        std::optional<Standing> strongest;
        for (const auto& each : facts_.words) {
            const bool elsewhere =
                episode != nullptr && each.complaint && *each.complaint != episode->id;
            if (elsewhere || !is_in(when_.in, each.list)) {
                continue;
            }
            if (auto standing = standing_in(each.text, listed, when_.except, qualifiers_)) {
                standing = each.past ? std::min(*standing, Standing::past) : *standing;
                const bool counts =
                    *standing == Standing::present && !(each.of_note && is_on_record(each, listed));
                hold.add(told(each, *standing), counts ? basis_of(each) : "");
                hold.in_note = hold.in_note || (counts && each.of_note);
                strongest = std::max(strongest.value_or(*standing), *standing);
            }
        }
        return strongest;
    }

    [[nodiscard]] bool has(const Words& words, const std::string& word) const {
        return !words.past &&
               standing_in(words.text, {word}, when_.except, qualifiers_) == Standing::present;
    }

    /// A note that repeats what is on record says nothing new: whatever the rule finds in it, it
    /// finds there, too.
    [[nodiscard]] bool
    is_on_record(const Words& said, const std::vector<std::string>& listed) const {
        return std::all_of(listed.begin(), listed.end(), [&](const std::string& word) {
            return !has(said, word) ||
                   std::any_of(facts_.words.begin(), facts_.words.end(), [&](const Words& other) {
                       return !other.of_note && other.list == said.list && has(other, word);
                   });
        });
    }

    const When& when_;
    const Facts& facts_;
    const std::vector<Qualifier>& qualifiers_;
};

/// Of all its [[rule.when]]; nothing when none holds.
std::optional<Hold>
hold_against(const Rule& rule, const Facts& facts, const std::vector<Qualifier>& qualifiers) {
    std::optional<Hold> whole;
    for (const auto& when : rule.when) {
        for (const auto& hold : Holding{when, facts, qualifiers}.all()) {
            if (!whole) {
                whole = Hold{.standing = hold.standing};
            }
            whole->add(hold);
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

/// What is asked before the reason of a rule that hangs on nothing the client has, as recorded.
std::string question_of(Standing standing) {
    switch (standing) {
    case Standing::denied:
        return "denied, as recorded: is it so? If not: ";
    case Standing::family:
        return "family history only, as recorded: is it? If not: ";
    case Standing::past:
        return "over, as recorded: is it? If not: ";
    case Standing::present:
        break;
    }
    return {};
}

/// Work that the rule names, or else the places of the complaints that something local hangs on.
std::vector<std::string> regions_of(const Rule& rule, const Hold& hold) {
    if (!rule.work.empty()) {
        return rule.work;
    }
    return rule.kind == Kind::local && !hold.anywhere ? hold.places : std::vector<std::string>{};
}

Reason reason_of(const Rule& rule, const RuleFile& file, const Hold& hold) {
    return {
        .technique = {},
        .verdict = hold.standing == Standing::present ? verdict_of(rule.kind) : Verdict::caution,
        .found = join(hold.found, "; "),
        .basis = hold.basis,
        .in_note = hold.in_note,
        .why = question_of(hold.standing) + rule.reason,
        .rule = file.id + "/" + rule.id,
        .rule_version = file.version,
        .sources = rule.sources,
        .citations = citations_of(rule.sources, file),
        .reviewed = rule.reviewed,
        .regions = regions_of(rule, hold)};
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

std::vector<Reason> hold_rules_against(
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
            const auto hold = rule.enabled ? hold_against(rule, facts, qualifiers) : std::nullopt;
            if (!hold || (hold->standing != Standing::present && rule.kind == Kind::fit)) {
                continue;
            }
            auto reason = reason_of(rule, file, *hold);
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

std::vector<Reason> look_back(const Facts& facts, const std::vector<std::string>& techniques) {
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

std::vector<std::string>
unnamed_techniques(const std::vector<RuleFile>& files, const std::vector<std::string>& techniques) {
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
