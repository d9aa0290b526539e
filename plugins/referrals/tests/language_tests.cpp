// SPDX-License-Identifier: MIT
/// The languages of letters are complete: what the code and the profiles say in English is read
/// from them, so that a new sentence without its translation fails here, by name.
#include "letter/language.hpp"
#include "letter/profile.hpp"
#include "provider.hpp"
#include "referral_practice.hpp"

#include <praxis/body.hpp>
#include <praxis/error.hpp>
#include <praxis/file_table.hpp>
#include <praxis/text.hpp>

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <vector>

using namespace praxis;
using namespace praxis::referrals;
namespace fs = boost::filesystem;

namespace {

ContributedFile language_file(const std::string& name) {
    const auto path = testing::schemas() / "languages" / (name + ".toml");
    return {"referrals", name, path.string(), testing::read_file(path)};
}

const std::vector<std::string>& languages() {
    static const std::vector<std::string> names{"german", "spanish", "french"};
    return names;
}

std::vector<fs::path> files_in(const fs::path& folder, const std::string& ending) {
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator{folder}) {
        if (entry.path().extension() == ending) {
            files.push_back(entry.path());
        }
    }
    return files;
}

/// The text in quotation marks from `at` on, with those that follow it directly, as the compiler
/// joins them. `at` moves behind them.
std::string literal_at(const std::string& code, std::size_t& at) {
    std::string text;
    for (;;) {
        for (++at; code[at] != '"'; ++at) {
            const bool is_line_end = code[at] == '\\' && code[at + 1] == 'n';
            at += code[at] == '\\' ? 1 : 0;
            text += is_line_end ? '\n' : code[at];
        }
        ++at;
        const auto next = code.find_first_not_of(" \n", at);
        if (next == std::string::npos || code[next] != '"') {
            return text;
        }
        at = next;
    }
}

/// The English texts of one call of say(): all texts before the values, which begin with "{{".
void add_texts(const std::string& code, std::size_t at, std::set<std::string>& texts) {
    for (int depth = 1; depth > 0;) {
        if (code[at] == '"') {
            const bool is_compared = code.compare(at - 3, 3, "== ") == 0;
            const bool is_argument = code[at - 1] == '(' && code.compare(at - 4, 4, "say(") != 0;
            const auto text = literal_at(code, at);
            if (!is_compared && !is_argument) {
                texts.insert(text);
            }
            continue;
        }
        if (code.compare(at, 2, "{{") == 0) {
            return;
        }
        depth += code[at] == '(' ? 1 : code[at] == ')' ? -1 : 0;
        ++at;
    }
}

/// Everything that the letter says, from its source code.
std::set<std::string> texts_of_code() {
    std::set<std::string> texts;
    const auto folder = fs::path{__FILE__}.parent_path() / "../letter";
    for (const auto& path : files_in(folder, ".cpp")) {
        const auto code = testing::read_file(path);
        const std::regex call{R"(\b(say|on_day)\(\s*)"};
        for (std::sregex_iterator found{code.begin(), code.end(), call}, end; found != end;
             ++found) {
            add_texts(code, static_cast<std::size_t>(found->position() + found->length()), texts);
        }
    }
    return texts;
}

void add_all(const Value* value, std::set<std::string>& texts) {
    if (value == nullptr) {
        return;
    }
    if (value->is_text()) {
        texts.insert(value->as_text());
    } else if (value->is_array()) {
        for (const auto& item : value->as_array()) {
            add_all(&item, texts);
        }
    } else if (value->is_object()) {
        for (const auto& [key, item] : value->as_object()) {
            add_all(&item, texts);
        }
    }
}

/// What the letter takes from the profiles. Questions are for the writer, and stay English.
std::set<std::string> texts_of_profiles() {
    std::set<std::string> texts;
    for (const auto& path : files_in(testing::schemas() / "profiles", ".toml")) {
        const auto profile = parse_toml(testing::read_file(path), path.string());
        for (const auto* const key : {"opening", "closing", "reply_slip", "report_label"}) {
            add_all(profile.find(key), texts);
        }
        const auto add_members = [&](const char* table, std::initializer_list<const char*> keys) {
            const auto* const group = profile.find(table);
            for (const auto& [name, item] :
                 group == nullptr || !group->is_object() ? Value::Object{} : group->as_object()) {
                for (const auto* const key : keys) {
                    add_all(item.find(key), texts);
                }
            }
        };
        add_members("part", {"title"});
        add_members("urgency", {"words", "request"});
        add_members("type", {"words", "request"});
        if (const auto* const groups = profile.find("group")) {
            for (const auto& group : groups->as_array()) {
                add_all(group.find("title"), texts);
            }
        }
    }
    return texts;
}

std::set<std::string> placeholders_in(const std::string& text) {
    std::set<std::string> names;
    const std::regex name{R"(\{[a-z]+\})"};
    for (std::sregex_iterator found{text.begin(), text.end(), name}, end; found != end; ++found) {
        names.insert(found->str());
    }
    return names;
}

std::set<std::string> keys_of(const Value& table) {
    std::set<std::string> keys;
    for (const auto& [key, value] : table.as_object()) {
        keys.insert(key);
    }
    return keys;
}

void check_has_all(const Value& file, const char* table, const std::set<std::string>& needed) {
    const auto keys = keys_of(*file.find(table));
    for (const auto& one : needed) {
        BOOST_TEST(keys.count(one) == 1U, table << ": \"" << one << "\" is missing");
    }
}

Date day(const char* iso) {
    return *Date::from_iso(iso);
}

} // namespace

BOOST_AUTO_TEST_SUITE(language_tests)

BOOST_AUTO_TEST_CASE(every_sentence_of_a_letter_exists_in_every_language) {
    const auto code = texts_of_code();
    BOOST_TEST(code.size() > 80U);
    BOOST_TEST(code.count("My question to you") == 1U);
    BOOST_TEST(code.count("Please reply by {date}, on the slip, by letter or by phone.") == 1U);
    for (const auto& name : languages()) {
        const auto file = parse_file(language_file(name));
        BOOST_TEST_CONTEXT(name) {
            check_has_all(file, "text", code);
            check_has_all(file, "text", texts_of_profiles());
        }
    }
}

BOOST_AUTO_TEST_CASE(every_translation_keeps_what_is_filled_in) {
    for (const auto& name : languages()) {
        const auto file = parse_file(language_file(name));
        for (const auto& [english, text] : file.find("text")->as_object()) {
            BOOST_TEST(
                (placeholders_in(english) == placeholders_in(text.as_text())),
                name << ": " << english
            );
        }
    }
}

BOOST_AUTO_TEST_CASE(every_region_technique_and_profession_has_a_name_in_every_language) {
    const std::set<std::string> regions{all_regions().begin(), all_regions().end()};
    std::set<std::string> techniques;
    for (const auto& path : files_in(testing::schemas() / "../soap/techniques", ".toml")) {
        techniques.insert(path.stem().string());
    }
    std::set<std::string> trades{professions().begin(), professions().end()};
    trades.erase("other"); // it is never printed
    BOOST_TEST(regions.size() > 20U);
    for (const auto& name : languages()) {
        const auto file = parse_file(language_file(name));
        BOOST_TEST_CONTEXT(name) {
            check_has_all(file, "region", regions);
            check_has_all(file, "technique", techniques);
            check_has_all(file, "profession", trades);
            check_has_all(file, "side", {"left", "right", "both"});
        }
    }
}

BOOST_AUTO_TEST_CASE(a_missing_entry_is_english) {
    const Language partial{ContributedFile{
        "mine",
        "dutch",
        "dutch.toml",
        "language = \"nl\"\nlong = \"{day} {month} {year}\"\nshort = \"{dd}-{mm}-{year}\"\n"
        "months = [\"januari\", \"februari\", \"maart\", \"april\", \"mei\", \"juni\", \"juli\", "
        "\"augustus\", \"september\", \"oktober\", \"november\", \"december\"]\n"
        "[text]\n\"Reply slip\" = \"Antwoordstrook\"\n"}};
    BOOST_TEST(partial.code() == "nl");
    BOOST_TEST(partial.say("Reply slip") == "Antwoordstrook");
    BOOST_TEST(partial.say("born {date}", {{"date", "1984"}}) == "born 1984");
    BOOST_TEST(partial.place("lower-back", "both") == "lower back, both sides");
    BOOST_TEST(partial.profession("general-practitioner") == "general practitioner");
    BOOST_TEST(partial.date(day("2026-03-01")) == "1 maart 2026");
    BOOST_TEST(partial.short_date(day("2026-03-01")) == "01-03-2026");
}

BOOST_AUTO_TEST_CASE(dates_and_places_are_written_as_people_of_the_language_do) {
    const Language german{language_file("german")};
    BOOST_TEST(german.date(day("2026-12-21")) == "21. Dezember 2026");
    BOOST_TEST(german.short_date(day("2026-12-01")) == "01.12.2026");
    BOOST_TEST(german.month(day("2026-03-05")) == "März 2026");
    BOOST_TEST(german.place("lower-back", "both") == "unterer Rücken beidseits");
    BOOST_TEST(german.place("sacrum", "midline") == "Kreuzbein");
    const Language french{language_file("french")};
    BOOST_TEST(french.date(day("2026-12-21")) == "21 décembre 2026");
    const Language english{DateForm::month_day_year};
    BOOST_TEST(english.date(day("2026-12-21")) == "December 21, 2026");
    BOOST_TEST(english.month(day("2026-03-05")) == "March 2026");
    BOOST_TEST(english.place("lower-back", "left") == "left lower back");
}

BOOST_AUTO_TEST_CASE(a_file_without_its_months_or_with_an_unknown_table_is_refused) {
    const std::string head = "language = \"nl\"\nlong = \"{day}\"\nshort = \"{day}\"\n";
    const auto read = [](const std::string& text) {
        return Language{ContributedFile{"mine", "dutch", "dutch.toml", text}};
    };
    BOOST_CHECK_THROW(read(head + "months = [\"januari\"]\n"), PluginError);
    BOOST_CHECK_THROW(read(head + "words = 3\n"), PluginError);
    BOOST_CHECK_THROW(read("months = []\n"), PluginError);
}

BOOST_AUTO_TEST_SUITE_END()
