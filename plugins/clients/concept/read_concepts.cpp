// SPDX-License-Identifier: MIT
#include "concept/read_concepts.hpp"

#include "concept/ago.hpp"
#include "concept/states.hpp"

#include <praxis/error.hpp>
#include <praxis/text.hpp>
#include <praxis/value.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <utility>

namespace praxis::clients {
namespace {

constexpr std::array<std::pair<ConceptState, std::string_view>, 6> states{
    {{ConceptState::denied, "denied"},
     {ConceptState::family, "family"},
     {ConceptState::past, "past"},
     {ConceptState::mentioned, "mentioned"},
     {ConceptState::suspected, "suspected"},
     {ConceptState::present, "present"}}};

/// What a mention stands for on that day: an operation of last week is a recent one.
UnderstoodConcept understand(
    const ReadText& text,
    const Mention& mention,
    const ConceptBook& book,
    Date on,
    const TextOfRow& row
) {
    constexpr int days_of_week = 7;
    const auto& what = *mention.what;
    const auto state = row.field == TextField::ingredient ? state_of_ingredient : state_of;
    UnderstoodConcept understood{what.id, state(text, mention, book.wording, on)};
    if (!what.recent || understood.state < ConceptState::mentioned) {
        return understood;
    }
    auto days = days_since(text, mention, on);
    days = days ? days : days_ago(row.since, on);
    const bool is_recent = days ? *days <= what.recent->weeks * days_of_week : what.recent->undated;
    if (is_recent) {
        understood.concept_id = what.recent->concept_id;
    }
    return understood;
}

/// "mother-in-law broke her hip, the fracture ...": the same fracture.
bool speaks_of_earlier(const ReadText& text, const Mention& mention) {
    const auto first = mention.first;
    return first > 0 && text.words[first].before == Gap::joint &&
           text.words[first - 1].folded == "the";
}

/// The same code without dot, blank and mark of certainty: "I80.28 V" -> "I8028".
std::string stem_of(std::string_view code) {
    std::string stem;
    for (const char c : code.substr(0, code.find(' '))) {
        if (c != '.') {
            stem += c;
        }
    }
    return stem;
}

bool has_stem(const std::string& code, const std::vector<std::string>& stems) {
    return std::any_of(stems.begin(), stems.end(), [&](const std::string& stem) {
        return code.starts_with(stem_of(stem));
    });
}

/// ICD-10-GM marks how sure a diagnosis is.
/// source  V-45: bfarm.de, GM-1002
ConceptState certainty_of(std::string_view code, ConceptState state) {
    switch (code.empty() ? '\0' : code.back()) {
    case 'A':
        return ConceptState::denied;
    case 'Z':
        return ConceptState::past;
    case 'V':
        return ConceptState::suspected;
    default:
        return state;
    }
}

/// The service: reads the files once, when something is asked for the first time.
class ConceptService final : public Concepts {
  public:
    std::vector<UnderstoodConcept> read(Session& session, const TextOfRow& row, Date on) override {
        return read_concepts(book(session), row, on);
    }

    std::vector<UnderstoodConcept>
    of_row(Session& session, const TextOfRow& row, Date on, std::string_view stored) override {
        auto kept = from_stored(stored);
        if (!kept.decided) {
            for (auto& understood : read(session, row, on)) {
                add_concept(kept.concepts, std::move(understood));
            }
        }
        return std::move(kept.concepts);
    }

    std::optional<ConceptState>
    state_of(Session& session, std::string_view term, const TextOfRow& row, Date on) override {
        Concept wanted;
        const bool is_substance =
            row.field == TextField::allergy || row.field == TextField::ingredient;
        wanted.kind = is_substance ? ConceptKind::allergen : ConceptKind::condition;
        wanted.words = {phrase_of(term)};
        const auto found = read_concepts(
            {.concepts = {std::move(wanted)}, .wording = book(session).wording}, row, on
        );
        return found.empty() ? std::nullopt : std::optional{found.front().state};
    }

    NameAnswer answer_in(Session& session, std::string_view name) override {
        const auto words = split_words(name);
        const auto is_whole = [&](std::string_view list) {
            return !words.empty() &&
                   longest_at(words, 0, book(session).wording[list]) == words.size();
        };
        if (words.empty() || is_whole("name.unanswered")) {
            return NameAnswer::unanswered;
        }
        return is_whole("name.none") ? NameAnswer::none : NameAnswer::name;
    }

    bool has(Session& session, std::string_view concept_id) override {
        return book(session).find(concept_id) != nullptr;
    }

    std::vector<ConceptSummary> all(Session& session) override {
        std::vector<ConceptSummary> all;
        for (const auto& each : book(session).concepts) {
            all.push_back(
                {each.id, each.name, std::string{kind_name(each.kind)}, each.groups, each.reviewed}
            );
        }
        return all;
    }

    bool is_of(Session& session, std::string_view concept_id, std::string_view wanted) override {
        if (concept_id == wanted) {
            return true;
        }
        const auto* const found = book(session).find(concept_id);
        return found != nullptr &&
               std::find(found->groups.begin(), found->groups.end(), wanted) != found->groups.end();
    }

    bool knows(Session& session, std::string_view concept_or_group) override {
        return book(session).find(concept_or_group) != nullptr ||
               book(session).knows_group(concept_or_group);
    }

    std::string name(Session& session, std::string_view concept_id) override {
        const auto* const found = book(session).find(concept_id);
        return found == nullptr ? std::string{concept_id} : found->name;
    }

  private:
    const ConceptBook& book(Session& session) {
        if (!book_) {
            ConceptBook made;
            for (const auto& file : session.contributed_files("concept/1")) {
                try {
                    add_concepts(made, file);
                } catch (const PluginError& error) {
                    throw PluginError(
                        std::string{error.what()} +
                            "; contraindications depend on it: correct it first",
                        error.hint()
                    );
                }
            }
            book_ = std::move(made);
        }
        return *book_;
    }

    std::optional<ConceptBook> book_;
};

} // namespace

std::string_view state_name(ConceptState state) {
    return std::find_if(
               states.begin(),
               states.end(),
               [state](const auto& each) { return each.first == state; }
    )->second;
}

std::optional<ConceptState> state_named(std::string_view name) {
    const auto* const found = std::find_if(states.begin(), states.end(), [name](const auto& each) {
        return each.second == name;
    });
    return found == states.end() ? std::nullopt : std::optional{found->first};
}

void add_concept(std::vector<UnderstoodConcept>& concepts, UnderstoodConcept more) {
    const auto found = std::find_if(concepts.begin(), concepts.end(), [&](const auto& each) {
        return each.concept_id == more.concept_id;
    });
    if (found == concepts.end()) {
        concepts.push_back(std::move(more));
    } else {
        found->state = std::max(found->state, more.state);
    }
}

std::vector<UnderstoodConcept>
read_concepts(const ConceptBook& book, const TextOfRow& row, Date on) {
    const auto text = read_text(book, row.text, row.field);
    std::vector<UnderstoodConcept> understood;
    std::map<std::string, ConceptState> before; // of the mention before of the same concept
    for (const auto& mention : text.mentions) {
        auto each = understand(text, mention, book, on, row);
        const auto earlier = before.find(each.concept_id);
        if (row.field != TextField::ingredient && earlier != before.end() &&
            speaks_of_earlier(text, mention)) {
            each.state = std::min(each.state, earlier->second);
        }
        before[each.concept_id] = each.state;
        add_concept(understood, std::move(each));
    }
    for (auto& each : concepts_of_code(book, row.code)) {
        add_concept(understood, std::move(each));
    }
    return understood;
}

std::vector<UnderstoodConcept> concepts_of_code(const ConceptBook& book, std::string_view code) {
    if (code.empty()) {
        return {};
    }
    const auto stem = stem_of(code);
    const auto mark = code.find(' ') == std::string_view::npos ? std::string_view{} : code;
    std::vector<UnderstoodConcept> understood;
    for (const auto& each : book.concepts) {
        if (has_stem(stem, each.past_codes)) {
            understood.push_back({each.id, ConceptState::past});
        } else if (has_stem(stem, each.codes)) {
            understood.push_back({each.id, certainty_of(mark, ConceptState::present)});
        }
    }
    return understood;
}

std::string to_stored(const StoredConcepts& stored) {
    Value::Array list;
    for (const auto& each : stored.concepts) {
        list.push_back(Value::Object{
            {"concept", each.concept_id}, {"state", std::string{state_name(each.state)}}});
    }
    return to_json(Value::Object{{"decided", stored.decided}, {"read_as", std::move(list)}});
}

StoredConcepts from_stored(std::string_view text) {
    StoredConcepts stored;
    if (text.empty()) {
        return stored;
    }
    const auto value = parse_json(text, "concepts");
    const auto* const decided = value.find("decided");
    stored.decided = decided != nullptr && decided->is_bool() && decided->as_bool();
    const auto* const list = value.find("read_as");
    if (list == nullptr || !list->is_array()) {
        throw Refused("the concepts of a row are damaged");
    }
    for (const auto& each : list->as_array()) {
        const auto state = state_named(each.text_at("state"));
        if (!state) {
            throw Refused("the concepts of a row have an unknown state");
        }
        stored.concepts.push_back({each.text_at("concept"), *state});
    }
    return stored;
}

std::shared_ptr<Concepts> make_concepts() {
    return std::make_shared<ConceptService>();
}

} // namespace praxis::clients
