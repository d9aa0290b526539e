// SPDX-License-Identifier: MIT
#include "write/shorthand/vocabulary.hpp"

#include <praxis/body.hpp>
#include <praxis/error.hpp>
#include <praxis/file_table.hpp>
#include <praxis/text.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace praxis::soap {

namespace {

constexpr std::string_view own_plugin = "soap";

/// "upper-trapezius" and "Upper trapezius" are one name.
std::string key_of(std::string_view word) {
    auto key = fold(trim(word));
    std::replace(key.begin(), key.end(), '-', ' ');
    return key;
}

std::optional<std::string> find(const ShorthandVocabulary::Meanings& words, std::string_view word) {
    const auto found = words.find(key_of(word));
    return found == words.end() ? std::nullopt : std::optional{found->second};
}

void add_names(std::vector<std::string>& into, const ShorthandVocabulary::Meanings& words) {
    for (const auto& [word, meaning] : words) {
        into.push_back(word);
    }
}

struct Level {
    char letter;
    int number;
};

/// The first level of "L5", "C5-6" or "L5/S1": a capital letter and a number, then at most a second
/// level.
std::optional<Level> read_level(std::string_view word) {
    static constexpr std::string_view rest_letters = "CTLS0123456789";
    if (word.size() < 2 || word.size() > 7 || rest_letters.substr(0, 4).find(word[0]) > 3) {
        return std::nullopt;
    }
    Level level{word[0], 0};
    const auto [end, error] =
        std::from_chars(word.data() + 1, word.data() + word.size(), level.number);
    if (error != std::errc{}) {
        return std::nullopt;
    }
    const auto rest = word.substr(static_cast<std::size_t>(end - word.data()));
    const bool has_second = rest.size() > 1 && (rest[0] == '-' || rest[0] == '/') &&
                            rest.find_first_not_of(rest_letters, 1) == std::string_view::npos;
    return rest.empty() || has_second ? std::optional{level} : std::nullopt;
}

/// Letters, digits and the slash of abbreviations such as "w/o".
bool is_of_a_word(char letter) {
    const auto byte = static_cast<unsigned char>(letter);
    return byte >= 0x80 || (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') ||
           (byte >= 'a' && byte <= 'z') || letter == '/';
}

} // namespace

ShorthandVocabulary ShorthandVocabulary::load(Session& session) {
    auto vocabulary = from_files(
        session.contributed_files("shorthand/1"), session.contributed_files("muscles/1")
    );
    for (const auto& broken : vocabulary.broken()) {
        session.report("file not loaded: " + broken);
    }
    return vocabulary;
}

ShorthandVocabulary ShorthandVocabulary::from_files(
    const std::vector<ContributedFile>& shorthands, const std::vector<ContributedFile>& muscles
) {
    ShorthandVocabulary vocabulary;
    const auto add_all = [&vocabulary](const auto& files, bool ours, auto add) {
        for (const auto& file : files) {
            if ((file.plugin == own_plugin) != ours) {
                continue;
            }
            try {
                (vocabulary.*add)(file);
            } catch (const PluginError& error) {
                if (ours) {
                    throw;
                }
                vocabulary.broken_.emplace_back(error.what());
            }
        }
    };
    for (const bool ours : {true, false}) { // ours first: words of others replace them
        add_all(shorthands, ours, &ShorthandVocabulary::add_shorthand);
        add_all(muscles, ours, &ShorthandVocabulary::add_muscles);
    }
    return vocabulary;
}

void ShorthandVocabulary::add_shorthand(const ContributedFile& file) {
    const auto content = parse_file(file);
    const FileTable root{file, content};
    static_cast<void>(root.table("shorthand").id());
    const std::array<std::pair<std::string_view, Meanings*>, 12> sections{{
        {"techniques", &techniques_},
        {"tables", &tables_},
        {"sides", &sides_},
        {"regions", &regions_},
        {"levels", &levels_},
        {"joints", &joints_},
        {"tests", &tests_},
        {"fields", &fields_},
        {"choices", &choices_},
        {"says", &whole_fields_},
        {"intervals", &intervals_},
        {"words", &abbreviations_},
    }};
    for (const auto& [name, members] : content.as_object()) {
        const auto known = std::find_if(sections.begin(), sections.end(), [&](const auto& each) {
            return each.first == name;
        });
        if (known == sections.end()) {
            if (name != "shorthand") {
                root.refuse(name, "unknown section");
            }
            continue;
        }
        const auto section = root.table(name);
        for (const auto& [word, meaning] : section.value().as_object()) {
            const bool is_exact = name == "words" || name == "levels";
            (*known->second)[is_exact ? word : key_of(word)] = section.text(word);
        }
    }
}

void ShorthandVocabulary::add_muscles(const ContributedFile& file) {
    const auto content = parse_file(file);
    const FileTable root{file, content};
    static_cast<void>(root.table("muscles").id());
    const auto muscles = root.tables("muscle");
    if (muscles.empty()) {
        root.refuse("muscle", "missing");
    }
    for (const auto& muscle : muscles) {
        add_muscle(muscle);
    }
    if (const auto unclear = root.table_or_none("ask")) {
        for (const auto& [word, names] : unclear->value().as_object()) {
            unclear_muscles_[key_of(word)] = unclear->texts_or_none(word);
        }
    }
}

void ShorthandVocabulary::add_muscle(const FileTable& table) {
    Muscle muscle{.name = table.text("name")};
    if (table.has("region")) {
        muscle.region = table.text("region");
        if (!praxis::find_region(muscle.region)) {
            table.refuse("region", "unknown region " + muscle.region);
        }
    }
    muscle.also = table.texts_or_none("also");
    for (const auto& region : muscle.also) {
        if (!praxis::find_region(region)) {
            table.refuse("also", "unknown region " + region);
        }
    }
    muscles_[key_of(muscle.name)] = muscle;
    for (const auto& word : table.texts_or_none("short")) {
        muscles_[key_of(word)] = muscle;
    }
}

std::string ShorthandVocabulary::expand_technique(std::string_view word) const {
    return find(techniques_, word).value_or(std::string{word});
}

std::optional<std::string> ShorthandVocabulary::find_table(std::string_view word) const {
    return find(tables_, word);
}

std::optional<std::string> ShorthandVocabulary::find_side(std::string_view word) const {
    const auto& sides = all_sides();
    const auto folded = key_of(word);
    if (std::find(sides.begin(), sides.end(), folded) != sides.end()) {
        return folded;
    }
    return find(sides_, word);
}

std::optional<std::string> ShorthandVocabulary::find_region(std::string_view word) const {
    if (const auto found = praxis::find_region(word)) {
        return found;
    }
    return find(regions_, word);
}

const Muscle* ShorthandVocabulary::find_muscle(std::string_view word) const {
    const auto found = muscles_.find(key_of(word));
    return found == muscles_.end() ? nullptr : &found->second;
}

std::vector<std::string> ShorthandVocabulary::muscles_it_may_be(std::string_view word) const {
    const auto found = unclear_muscles_.find(key_of(word));
    return found == unclear_muscles_.end() ? std::vector<std::string>{} : found->second;
}

std::vector<std::string> ShorthandVocabulary::regions_of_level(std::string_view word) const {
    const auto level = read_level(word);
    for (const auto& [span, regions] : levels_) {
        const auto dash = span.find('-');
        const auto first = read_level(span.substr(0, dash));
        const auto last = read_level(span.substr(dash + 1));
        if (level && first && last && level->letter == first->letter &&
            level->number >= first->number && level->number <= last->number) {
            std::vector<std::string> ids;
            for (const auto& region : split(regions, ',')) {
                ids.push_back(trim(region));
            }
            return ids;
        }
    }
    return {};
}

std::optional<std::string> ShorthandVocabulary::find_joint(std::string_view word) const {
    if (const auto found = find(joints_, word)) {
        return found;
    }
    auto region = praxis::find_region(word);
    if (region) {
        std::replace(region->begin(), region->end(), '-', ' ');
    }
    return region;
}

std::optional<std::string> ShorthandVocabulary::find_test(std::string_view word) const {
    return find(tests_, word);
}

std::string ShorthandVocabulary::expand_field(std::string_view word) const {
    return find(fields_, word).value_or(std::string{word});
}

std::string ShorthandVocabulary::expand_choice(std::string_view word) const {
    return find(choices_, word).value_or(std::string{word});
}

std::optional<std::string> ShorthandVocabulary::find_whole_field(std::string_view word) const {
    return find(whole_fields_, word);
}

std::string ShorthandVocabulary::expand_abbreviations(std::string_view text) const {
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
        auto end = at;
        while (end < text.size() && is_of_a_word(text[end])) {
            ++end;
        }
        if (end == at) {
            result += text[at++];
            continue;
        }
        const std::string word{text.substr(at, end - at)};
        const auto found = abbreviations_.find(word);
        result += found == abbreviations_.end() ? word : found->second;
        at = end;
    }
    return result;
}

std::vector<std::string> ShorthandVocabulary::all_words() const {
    std::vector<std::string> names;
    add_names(names, fields_);
    add_names(names, choices_);
    add_names(names, whole_fields_);
    return names;
}

std::vector<std::string> ShorthandVocabulary::line_starts() const {
    std::vector<std::string> names;
    add_names(names, techniques_);
    add_names(names, tables_);
    names.emplace_back("note");
    return names;
}

std::vector<std::string> ShorthandVocabulary::places() const {
    std::vector<std::string> names{all_regions()};
    for (const auto& region : all_regions()) {
        const auto everyday = everyday_names(region);
        names.insert(names.end(), everyday.begin(), everyday.end());
    }
    for (const auto& words : {regions_, sides_}) {
        add_names(names, words);
    }
    for (const auto& [word, muscle] : muscles_) {
        names.push_back(word);
    }
    for (auto& name : names) {
        std::replace(name.begin(), name.end(), ' ', '-');
    }
    return names;
}

} // namespace praxis::soap
