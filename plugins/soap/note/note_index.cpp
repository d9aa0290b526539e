// SPDX-License-Identifier: MIT
#include "note/note_index.hpp"

#include "note/characters.hpp"
#include "note/note_copied.hpp"

#include <praxis/search.hpp>
#include <praxis/text.hpp>

#include <algorithm>
#include <utility>

namespace praxis::soap {

namespace {

/// A place in a body.
struct Place {
    std::string path;
    std::string section;
    std::string technique;
    std::string region;
    std::string side;
    std::string unit; // of a table with its own unit, such as range of motion
};

/// The fields of a table: its own, or those of every block and of the block's technique.
struct FieldLists {
    const std::vector<Field>* first = nullptr;
    const std::vector<Field>* second = nullptr;

    [[nodiscard]] const Field* find(std::string_view name) const {
        for (const auto* list : {first, second}) {
            if (const auto* field = list == nullptr ? nullptr : find_field(*list, name)) {
                return field;
            }
        }
        return nullptr;
    }
};

FieldLists fields_of(const Template* used) {
    return {used == nullptr ? nullptr : &used->fields};
}

class Walk {
  public:
    explicit Walk(const NoteTemplates& templates) : templates_(templates) {}

    void walk_body(const Value& body) {
        const auto session = fields_of(templates_.find_part("session"));
        for (const auto& [name, value] : body.as_object()) {
            if (name == copied_key) {
                continue; // describes other facts
            }
            if (value.is_object()) {
                table(
                    value, fields_of(templates_.find_part(name)), {.path = name, .section = name}
                );
            } else if (name == "block" && value.is_array()) {
                blocks(value);
            } else {
                member(name, value, session, {.section = "note"});
            }
        }
    }

    std::vector<Entry> take() { return std::move(entries_); }

  private:
    void blocks(const Value& list) {
        int number = 0;
        const auto common = fields_of(templates_.find_part("block"));
        for (const auto& block : list.as_array()) {
            const auto* used = templates_.find_technique(block.text_at("technique"));
            table(
                block,
                {common.first, fields_of(used).first},
                {.path = "block[" + std::to_string(++number) + "]",
                 .section = "block",
                 .technique = block.text_at("technique")}
            );
        }
    }

    void table(const Value& value, const FieldLists& fields, Place place) {
        const auto inherit = [&value](std::string_view name, std::string& into) {
            if (const auto* own = value.find(name); own != nullptr && own->is_text()) {
                into = own->as_text();
            }
        };
        inherit("region", place.region);
        inherit("side", place.side);
        inherit("unit", place.unit);
        for (const auto& [name, item] : value.as_object()) {
            auto inner = place;
            inner.path += place.path.empty() ? "" : ".";
            member(name, item, fields, std::move(inner));
        }
    }

    void
    member(const std::string& name, const Value& value, const FieldLists& fields, Place place) {
        const auto* field = fields.find(name);
        place.path += name;
        if (value.is_array()) {
            int number = 0;
            for (const auto& item : value.as_array()) {
                auto inner = place;
                inner.path += "[" + std::to_string(++number) + "]";
                one(name, item, field, std::move(inner));
            }
        } else {
            one(name, value, field, std::move(place));
        }
    }

    void one(const std::string& name, const Value& value, const Field* field, Place place) {
        if (value.is_object()) {
            table(value, {field == nullptr ? nullptr : &field->columns}, std::move(place));
        } else if (!value.is_null() && !value.is_array()) {
            auto& entry = entries_.emplace_back();
            entry.path = std::move(place.path);
            entry.section = std::move(place.section);
            entry.technique = std::move(place.technique);
            entry.field = name;
            entry.label = field == nullptr || field->label.empty() ? name : field->label;
            entry.value = value;
            if (value.is_number()) {
                const bool own = place.unit.empty() && field != nullptr;
                entry.unit = own ? field->unit : place.unit;
            }
            entry.region = std::move(place.region);
            entry.side = std::move(place.side);
        }
    }

    const NoteTemplates& templates_;
    std::vector<Entry> entries_;
};

bool is_word_character(char32_t character) {
    return character >= 0x80 || (character >= '0' && character <= '9') ||
           (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
}

/// Removes quotes, brackets and stops around a word.
std::string strip_punctuation(std::string_view word) {
    const auto is_part = [](char letter) {
        return is_word_character(static_cast<unsigned char>(letter));
    };
    const auto begin = std::find_if(word.begin(), word.end(), is_part);
    const auto end = std::find_if(word.rbegin(), word.rend(), is_part).base();
    return begin < end ? std::string{begin, end} : std::string{};
}

/// The folded terms of a search.
std::vector<std::string> split_terms(const std::vector<std::string>& terms) {
    std::vector<std::string> wanted;
    for (const auto& word : split(fold(join(terms, " ")), ' ')) {
        if (auto letters = strip_punctuation(word); !letters.empty()) {
            wanted.push_back(std::move(letters));
        }
    }
    return wanted;
}

/// A range of a text, in bytes.
struct Hit {
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// The end of the shortest range from `begin` whose folded form begins with `word`.
std::optional<std::size_t>
match_at(std::string_view text, std::size_t begin, const std::string& word) {
    for (auto end = begin; end < text.size() && end - begin <= 4 * word.size() + 16;) {
        end += character_at(text, end).second;
        const auto folded = fold(text.substr(begin, end - begin));
        if (folded.size() >= word.size()) {
            return folded.compare(0, word.size(), word) == 0 ? std::optional{end} : std::nullopt;
        }
        if (word.compare(0, folded.size(), folded) != 0) {
            return std::nullopt;
        }
    }
    return std::nullopt;
}

/// Skips the combining marks that belong to the letter before.
std::size_t after_marks(std::string_view text, std::size_t at) {
    while (at < text.size()) {
        const auto [character, bytes] = character_at(text, at);
        if (character < 0x0300 || character > 0x036F) {
            break;
        }
        at += bytes;
    }
    return at;
}

/// The places where terms begin words of the text, in order and without overlap, and the number of
/// terms found.
std::pair<std::vector<Hit>, std::size_t>
hits_in(std::string_view text, const std::vector<std::string>& terms) {
    std::vector<Hit> hits;
    std::vector<bool> found(terms.size());
    // Most texts contain no term: a search at every place of them would be slow.
    const auto folded = fold(text);
    if (std::none_of(terms.begin(), terms.end(), [&folded](const auto& word) {
            return folded.find(word) != std::string::npos;
        })) {
        return {hits, 0};
    }
    bool inside_word = false;
    for (std::size_t at = 0; at < text.size();) {
        const auto [character, bytes] = character_at(text, at);
        auto next = at + bytes;
        if (is_word_character(character) && (!inside_word || is_script_without_spaces(character))) {
            for (std::size_t i = 0; i < terms.size(); ++i) {
                if (const auto end = match_at(text, at, terms[i])) {
                    found[i] = true;
                    if (hits.empty() || hits.back().end <= at) {
                        hits.push_back({at, after_marks(text, *end)});
                        next = hits.back().end;
                    }
                }
            }
        }
        inside_word = is_word_character(character);
        at = next;
    }
    return {hits, static_cast<std::size_t>(std::count(found.begin(), found.end(), true))};
}

std::string mark_hits(std::string_view text, const std::vector<Hit>& hits) {
    std::string result;
    std::size_t at = 0;
    for (const auto& hit : hits) {
        result += text.substr(at, hit.begin - at);
        result += "[";
        result += text.substr(hit.begin, hit.end - hit.begin);
        result += "]";
        at = hit.end;
    }
    result += text.substr(at);
    return result;
}

/// The beginning of an excerpt: a word a few characters before the first hit.
std::size_t start_before(std::string_view text, std::size_t hit, std::size_t most_bytes) {
    if (hit <= most_bytes) {
        return 0;
    }
    const auto space = text.find(' ', hit - most_bytes);
    return space == std::string_view::npos || space >= hit ? hit : space + 1;
}

} // namespace

std::string Entry::text() const {
    return value.is_text() ? value.as_text() : to_json(value);
}

std::vector<Entry> entries_of(const Value& body, const NoteTemplates& templates) {
    Walk walk{templates};
    if (body.is_object()) {
        walk.walk_body(body);
    }
    return walk.take();
}

std::string search_query(const std::vector<std::string>& terms) {
    std::string query;
    for (const auto& word : split_terms(terms)) {
        std::string quoted;
        for (const char letter : search_words(word)) {
            quoted += letter == '"' ? " " : std::string(1, letter);
        }
        // Half of the index begins with any one letter, so one letter matches only a whole word.
        const bool beginning = word.size() > 1;
        query += (query.empty() ? "\"" : " \"") + quoted + (beginning ? "\"*" : "\"");
    }
    return query;
}

std::optional<Excerpt> excerpt(
    const std::vector<std::string_view>& texts,
    const std::vector<std::string>& terms,
    std::size_t columns
) {
    const auto wanted = split_terms(terms);
    std::size_t best = 0;
    std::vector<Hit> best_hits;
    std::size_t most = 0;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        auto [hits, count] = hits_in(texts[i], wanted);
        // Of equal texts the longer one is more useful than a code.
        if (count > most || (count == most && count > 0 && texts[i].size() > texts[best].size())) {
            best = i;
            best_hits = std::move(hits);
            most = count;
        }
    }
    if (most == 0) {
        return std::nullopt;
    }
    const auto start = start_before(texts[best], best_hits.front().begin, columns / 2);
    for (auto& hit : best_hits) {
        hit.begin -= start;
        hit.end -= start;
    }
    auto line = mark_hits(texts[best].substr(start), best_hits);
    std::replace(line.begin(), line.end(), '\n', ' ');
    return Excerpt{best, (start > 0 ? "… " : "") + truncate_to_width(line, columns)};
}

} // namespace praxis::soap
