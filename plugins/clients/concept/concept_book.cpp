// SPDX-License-Identifier: MIT
#include "concept/concept_book.hpp"

#include <praxis/error.hpp>
#include <praxis/text.hpp>
#include <praxis/value.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace praxis::clients {
namespace {

constexpr std::array<std::pair<std::string_view, ConceptKind>, 3> kinds{
    {{"condition", ConceptKind::condition},
     {"medicine", ConceptKind::medicine},
     {"allergen", ConceptKind::allergen}}};

Phrases phrases_of(const std::vector<std::string>& texts) {
    Phrases phrases;
    for (const auto& text : texts) {
        if (auto phrase = phrase_of(text); phrase.size() > 0) {
            phrases.push_back(std::move(phrase));
        }
    }
    return phrases;
}

/// Reads the tables of one file.
class BookReader {
  public:
    BookReader(ConceptBook& book, const std::string& source) : book_(book), source_(source) {}

    void read(const Value& file) {
        refuse_unknown_keys(file, {"concepts", "concept", "wording"});
        for (const auto& table : items(file, "concept")) {
            add(table);
        }
        if (const auto* const wording = file.find("wording")) {
            for (const auto& [state, lists] : wording->as_object()) {
                for (const auto& [name, list] : lists.as_object()) {
                    book_.wording.add(state + "." + name, list.texts());
                }
            }
        }
    }

  private:
    static Value::Array items(const Value& table, std::string_view key) {
        const auto* const found = table.find(key);
        return found != nullptr && found->is_array() ? found->as_array() : Value::Array{};
    }

    [[noreturn]] void refuse(const Value& at, const std::string& what) const {
        throw Refused(
            source_ + ":" + std::to_string(at.line()) + ": " + what, "praxis plugin list"
        );
    }

    void refuse_unknown_keys(const Value& table, const std::vector<std::string>& known) const {
        for (const auto& [key, value] : table.as_object()) {
            if (std::find(known.begin(), known.end(), key) == known.end()) {
                const auto meant = did_you_mean(key, known);
                refuse(
                    value, "unknown key " + key + (meant ? ", did you mean " + *meant + "?" : "")
                );
            }
        }
    }

    void add(const Value& table) {
        refuse_unknown_keys(
            table,
            {"id",
             "name",
             "kind",
             "groups",
             "words",
             "abbreviations",
             "near",
             "except",
             "codes",
             "past_codes",
             "ends",
             "treatment",
             "recent",
             "source",
             "reviewed"}
        );
        Concept made;
        made.id = text(table, "id");
        made.name = text(table, "name");
        made.kind = kind(table);
        made.groups = table.texts_at("groups");
        made.words = phrases_of(table.texts_at("words"));
        made.abbreviations = phrases_of(table.texts_at("abbreviations"));
        for (const auto& list : items(table, "near")) {
            made.near.push_back(phrases_of(list.texts()));
        }
        made.except = phrases_of(table.texts_at("except"));
        made.codes = table.texts_at("codes");
        made.past_codes = table.texts_at("past_codes");
        made.ends = flag(table, "ends");
        made.is_treatment = flag(table, "treatment");
        made.recent = recent(table);
        made.reviewed = flag(table, "reviewed");
        if (book_.find(made.id) != nullptr) {
            refuse(table, "there is already a concept " + made.id);
        }
        if (made.words.empty() && made.abbreviations.empty() && made.near.empty() &&
            made.codes.empty() && !is_made_by_another(made.id)) {
            refuse(table, "the concept " + made.id + " has no words");
        }
        book_.concepts.push_back(std::move(made));
    }

    /// Whether a concept becomes this one while it is recent.
    [[nodiscard]] bool is_made_by_another(const std::string& id) const {
        return std::any_of(
            book_.concepts.begin(),
            book_.concepts.end(),
            [&id](const Concept& other) { return other.recent && other.recent->concept_id == id; }
        );
    }

    [[nodiscard]] std::string text(const Value& table, const std::string& key) const {
        auto found = table.text_at(key);
        if (found.empty()) {
            refuse(table, "a concept needs " + key);
        }
        return found;
    }

    static bool flag(const Value& table, std::string_view key) {
        const auto* const found = table.find(key);
        return found != nullptr && found->is_bool() && found->as_bool();
    }

    [[nodiscard]] ConceptKind kind(const Value& table) const {
        const auto word = text(table, "kind");
        for (const auto& [name, value] : kinds) {
            if (name == word) {
                return value;
            }
        }
        refuse(*table.find("kind"), "kind: choose from condition, medicine, allergen");
    }

    [[nodiscard]] std::optional<RecentConcept> recent(const Value& table) const {
        const auto* const found = table.find("recent");
        if (found == nullptr) {
            return std::nullopt;
        }
        const auto* const weeks = found->find("weeks");
        if (weeks == nullptr || !weeks->is_integer()) {
            refuse(*found, "recent: give weeks");
        }
        return RecentConcept{
            .concept_id = text(*found, "id"),
            .weeks = static_cast<int>(weeks->as_integer()),
            .undated = flag(*found, "undated")};
    }

    ConceptBook& book_;
    const std::string& source_;
};

} // namespace

std::string_view kind_name(ConceptKind kind) {
    return std::find_if(
               kinds.begin(), kinds.end(), [kind](const auto& each) { return each.second == kind; }
    )->first;
}

const Phrases& StateWording::operator[](std::string_view list) const {
    static const Phrases none;
    const auto found = lists_.find(list);
    return found == lists_.end() ? none : found->second;
}

void StateWording::add(const std::string& list, const std::vector<std::string>& texts) {
    auto more = phrases_of(texts);
    auto& phrases = lists_[list];
    phrases.insert(
        phrases.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end())
    );
}

const Concept* ConceptBook::find(std::string_view concept_id) const {
    const auto found = std::find_if(concepts.begin(), concepts.end(), [&](const Concept& each) {
        return each.id == concept_id;
    });
    return found == concepts.end() ? nullptr : &*found;
}

bool ConceptBook::knows_group(std::string_view group) const {
    return std::any_of(concepts.begin(), concepts.end(), [&](const Concept& each) {
        return std::find(each.groups.begin(), each.groups.end(), group) != each.groups.end();
    });
}

void add_concepts(ConceptBook& book, std::string_view text, const std::string& source) {
    BookReader{book, source}.read(parse_toml(text, source));
}

} // namespace praxis::clients
