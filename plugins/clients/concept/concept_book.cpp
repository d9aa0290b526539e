// SPDX-License-Identifier: MIT
#include "concept/concept_book.hpp"

#include <praxis/file_table.hpp>

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
    explicit BookReader(ConceptBook& book) : book_(book) {}

    void read(const FileTable& file) {
        file.allow({"concepts", "concept", "wording"});
        if (const auto head = file.table_or_none("concepts")) {
            sources_ = head->texts_or_none("source");
        }
        for (const auto& table : file.tables("concept")) {
            add(table);
        }
        if (const auto wording = file.table_or_none("wording")) {
            add_wording(*wording);
        }
    }

  private:
    void add_wording(const FileTable& wording) {
        for (const auto& [state, content] : wording.value().as_object()) {
            const auto lists = wording.table(state);
            for (const auto& [name, texts] : content.as_object()) {
                book_.wording.add(state + "." + name, lists.texts_or_none(name));
            }
        }
    }

    void add(const FileTable& table) {
        table.allow(
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
        made.id = table.id();
        made.name = table.text("name");
        made.kind =
            kinds[table.choice("kind", {kinds[0].first, kinds[1].first, kinds[2].first})].second;
        made.groups = table.texts_or_none("groups");
        made.words = phrases_of(table.texts_or_none("words"));
        made.abbreviations = phrases_of(table.texts_or_none("abbreviations"));
        made.near = near(table);
        made.except = phrases_of(table.texts_or_none("except"));
        made.codes = table.texts_or_none("codes");
        made.past_codes = table.texts_or_none("past_codes");
        made.ends = table.flag_or("ends", false);
        made.is_treatment = table.flag_or("treatment", false);
        made.recent = recent(table);
        made.reviewed = table.flag_or("reviewed", false);
        if (table.has("source")) {
            static_cast<void>(table.sources("source", sources_));
        }
        if (book_.find(made.id) != nullptr) {
            table.refuse("id", "there is already a concept " + made.id);
        }
        if (made.words.empty() && made.abbreviations.empty() && made.near.empty() &&
            made.codes.empty() && !is_made_by_another(made.id)) {
            table.refuse("words", "missing");
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

    static std::vector<Phrases> near(const FileTable& table) {
        std::vector<Phrases> near;
        const auto* const lists = table.value().find("near");
        if (lists != nullptr && !lists->is_array()) {
            table.refuse("near", "list of lists expected");
        }
        for (const auto& list : lists == nullptr ? Value::Array{} : lists->as_array()) {
            if (!list.is_array()) {
                table.refuse("near", "list of lists expected");
            }
            near.push_back(phrases_of(list.texts()));
        }
        return near;
    }

    static std::optional<RecentConcept> recent(const FileTable& table) {
        const auto found = table.table_or_none("recent");
        if (!found) {
            return std::nullopt;
        }
        found->allow({"id", "weeks", "undated"});
        const auto weeks = found->whole_or_none("weeks");
        if (!weeks) {
            found->refuse("weeks", "missing");
        }
        return RecentConcept{
            .concept_id = found->id(),
            .weeks = *weeks,
            .undated = found->flag_or("undated", false)};
    }

    ConceptBook& book_;
    std::vector<std::string> sources_;
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

void add_concepts(ConceptBook& book, const ContributedFile& file) {
    const auto content = parse_file(file);
    BookReader{book}.read(FileTable{file, content});
}

} // namespace praxis::clients
