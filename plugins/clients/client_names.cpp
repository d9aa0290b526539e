// SPDX-License-Identifier: MIT
#include "client_names.hpp"

#include <praxis/text.hpp>

#include <algorithm>
#include <iterator>
#include <set>

namespace praxis::clients {
namespace {

/// Whether all letters of the text are Chinese, Japanese or Korean.
bool is_east_asian(std::string_view text) {
    // In UTF-8, U+3000 to U+DFFF (kana, han, hangul) start with the bytes E3 to ED, and rarer han
    // above U+20000 with F0 A0 or more.
    for (std::size_t i = 0; i < text.size();) {
        const auto first = static_cast<unsigned char>(text[i]);
        const auto second = i + 1 < text.size() ? static_cast<unsigned char>(text[i + 1]) : 0;
        const bool is_rare = first == 0xF0 && second >= 0xA0;
        if (!is_rare && (first < 0xE3 || first > 0xED)) {
            return false;
        }
        i += is_rare ? 4 : 3;
    }
    return !text.empty();
}

std::string without(std::string text, std::string_view marks) {
    std::erase_if(text, [&](char c) { return marks.find(c) != std::string_view::npos; });
    return text;
}

std::string with_spaces_for(std::string text, std::string_view marks) {
    std::replace_if(
        text.begin(),
        text.end(),
        [&](char c) { return marks.find(c) != std::string_view::npos; },
        ' '
    );
    return fold(text); // collapses the spaces
}

/// "berg-o'neill" as "berg oneill": an apostrophe or a full stop ends no word.
std::string spelled_apart(const std::string& folded) {
    return with_spaces_for(without(folded, "'."), "-");
}

/// The letters alone: what two spellings of one name have in common.
std::string letters_of(const std::string& folded) {
    return without(folded, " -'.");
}

void add_new(std::vector<std::string>& texts, std::string text) {
    if (!text.empty() && std::find(texts.begin(), texts.end(), text) == texts.end()) {
        texts.push_back(std::move(text));
    }
}

std::vector<std::string> folded_fields(const ClientRow& client) {
    std::vector<std::string> names;
    for (const auto& name :
         {client.family, client.given, client.preferred_name, client.written_name}) {
        if (name) {
            names.push_back(fold(*name));
        }
    }
    return names;
}

std::vector<std::string> words_of(std::string_view text) {
    auto words = split(text, ' ');
    std::erase(words, "");
    return words;
}

/// "lopez," and "(lopez)" as "lopez": match() does not compare such marks either.
std::string without_marks_around(const std::string& word) {
    const auto is_letter = [](char c) {
        return static_cast<unsigned char>(c) >= 0x80 || (c >= 'a' && c <= 'z') ||
               (c >= '0' && c <= '9');
    };
    const auto first = std::find_if(word.begin(), word.end(), is_letter);
    const auto last = std::find_if(word.rbegin(), std::make_reverse_iterator(first), is_letter);
    return {first, last.base()};
}

bool is_birth_term(std::string_view word) {
    const bool is_of_our_time =
        word.starts_with("18") || word.starts_with("19") || word.starts_with("20");
    return is_of_our_time && BirthDate::from_iso(word).has_value();
}

/// The letters of each whole name that the client may be registered under.
std::set<std::string> name_keys(const ClientRow& client) {
    const auto given = letters_of(fold(client.given.value_or("")));
    const auto family = letters_of(fold(client.family.value_or("")));
    auto words =
        words_of(spelled_apart(fold(client.given.value_or("") + " " + client.family.value_or(""))));
    std::sort(words.begin(), words.end());
    std::set<std::string> keys{given + family, family + given, join(words, "")};
    if (client.written_name) {
        keys.insert(letters_of(fold(*client.written_name)));
    }
    if (client.preferred_name) {
        const auto preferred = fold(*client.preferred_name);
        keys.insert(letters_of(preferred) + (words_of(preferred).size() > 1 ? "" : family));
    }
    return keys;
}

} // namespace

std::string full_name(const ClientRow& client) {
    if (client.written_name) {
        return *client.written_name;
    }
    if (!client.given || !client.family) {
        return client.given.value_or(client.family.value_or(""));
    }
    return is_east_asian(*client.given) && is_east_asian(*client.family)
               ? *client.family + *client.given
               : *client.given + " " + *client.family;
}

std::string describe_client(const ClientRow& client) {
    return full_name(client) + (client.born ? ", born " + client.born->iso() : ", no birth date") +
           " (" + client.id.str() + ")";
}

std::string folded_names(const ClientRow& client) {
    auto names = folded_fields(client);
    const auto whole = fold(full_name(client));
    if (client.given && client.family && whole.find(' ') == std::string::npos) {
        names.push_back(whole);
    }
    std::vector<std::string> spellings{join(names, " ")};
    for (const auto& name : names) {
        if (name.find_first_of(" -'.") != std::string::npos) {
            add_new(spellings, spelled_apart(name));
            add_new(spellings, with_spaces_for(name, "-'."));
            add_new(spellings, letters_of(name));
        }
    }
    return join(spellings, " ");
}

NameTerms::NameTerms(std::string_view text) {
    std::vector<std::string> names;
    for (auto& word : words_of(fold(text))) {
        (is_birth_term(word) ? births_ : names).push_back(std::move(word));
    }
    const auto typed = join(names, " ");
    add_new(spellings_, typed);
    add_new(spellings_, spelled_apart(typed));
    add_new(spellings_, without(typed, "-'."));
}

std::string NameTerms::first_word() const {
    for (const auto& word : words_of(spelled_apart(spellings_.front()))) {
        if (auto letters = without_marks_around(word); !letters.empty()) {
            return letters;
        }
    }
    return spellings_.front();
}

bool NameTerms::match(const ClientRow& client, std::string_view folded) const {
    return std::any_of(
               spellings_.begin(),
               spellings_.end(),
               [&](const auto& spelling) { return matches_words(folded, spelling); }
           ) &&
           std::all_of(births_.begin(), births_.end(), [&](const auto& birth) {
               return matches_birth(client, birth) || matches_words(folded, birth);
           });
}

bool NameTerms::are_full_name(const ClientRow& client) const {
    const auto typed = letters_of(spellings_.front());
    const auto given = letters_of(fold(client.given.value_or("")));
    const auto family = letters_of(fold(client.family.value_or("")));
    return typed == letters_of(fold(full_name(client))) || typed == given + family ||
           typed == family + given;
}

bool NameTerms::are_exact(const ClientRow& client) const {
    return are_full_name(client) || (client.preferred_name && letters_of(fold(*client.preferred_name
                                                              )) == letters_of(spellings_.front()));
}

bool matches_birth(const ClientRow& client, std::string_view text) {
    if (!client.born || !is_birth_term(text)) {
        return false;
    }
    const auto& born = client.born->iso();
    return born.starts_with(text) || text.starts_with(born);
}

bool can_be_same_person(const ClientRow& one, const ClientRow& other) {
    if (one.born && other.born && !can_be_same(*one.born, *other.born)) {
        return false;
    }
    const auto keys = name_keys(one);
    const auto others = name_keys(other);
    return std::any_of(others.begin(), others.end(), [&](const auto& key) {
        return keys.contains(key);
    });
}

} // namespace praxis::clients
