// SPDX-License-Identifier: MIT
#include "homecare/home_care.hpp"
#include "homecare/library.hpp"
#include "homecare/limits.hpp"
#include "homecare_files.hpp"

#include <praxis/error.hpp>
#include <praxis/testing.hpp>

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <filesystem>
#include <set>

namespace praxis::plans::home {

namespace {

using testing::our_library;

Library library_of(const std::string& text) {
    Library library;
    read_library({"plans", "own", "/folder/own.toml", text}, library);
    check_library(library, [](const std::string& id) { return id == "pregnancy"; });
    return library;
}

const std::string head = "[homecare]\nid = \"own\"\nname = \"Own\"\nsource = [\"S-1: a source\"]\n";
const std::string own_item =
    "[[item]]\nid = \"own-stretch\"\nname = \"Own stretch\"\n"
    "category = \"exercise\"\ndose = { times = 3 }\nsteps = [\"Stretch.\"]\n";

/// A limit for the tags, with one condition.
std::string limit_with(const std::string& keys, const std::string& when) {
    return "[[tag]]\nid = \"warmth\"\nmeaning = \"warms\"\n"
           "[[limit]]\nid = \"x\"\nverdict = \"leave-out\"\nreason = \"r\"\nsource = [\"(k)\"]\n" +
           keys + "\n[[limit.when]]\n" + when + "\n";
}

/// The record of a client with one concept.
ClientFacts facts_with(const std::string& list, const std::string& concept_id) {
    return {
        .texts =
            {{.list = list,
              .text = "something",
              .past = false,
              .concepts = {{{concept_id}, clients::ConceptState::present}}}},
        .complaints = {},
        .not_asked = {}};
}

/// The record that a condition of a limit describes.
ClientFacts facts_for(const When& when) {
    if (!when.concepts.empty()) {
        auto facts = facts_with(when.in.front(), when.concepts.front());
        facts.texts.front().weeks = when.weeks_from;
        return facts;
    }
    return {.texts = {}, .complaints = {{when.causes, "lower-back", 1}}, .not_asked = {}};
}

bool finds(const Library& library, const ClientFacts& facts, const Item& item, const Limit& limit) {
    const auto findings =
        check_item(library, facts, item, limit.areas.empty() ? item.areas : limit.areas);
    return std::any_of(findings.begin(), findings.end(), [&limit](const LimitFinding& finding) {
        return finding.limit == limit.id;
    });
}

std::vector<const Item*> items_of(const Library& library, const Limit& limit) {
    std::vector<const Item*> items;
    for (const auto& item : library.items) {
        if (can_concern(limit, item)) {
            items.push_back(&item);
        }
    }
    return items;
}

} // namespace

BOOST_AUTO_TEST_SUITE(homecare_library_tests)

BOOST_AUTO_TEST_CASE(has_about_forty_items_of_every_category) {
    const auto& library = our_library();
    BOOST_TEST(library.items.size() >= 40);
    std::set<std::string> categories;
    for (const auto& item : library.items) {
        categories.insert(item.category);
    }
    BOOST_TEST(categories.size() == all_categories().size());
}

BOOST_AUTO_TEST_CASE(every_entry_has_a_source) {
    const auto& library = our_library();
    for (const auto& item : library.items) {
        BOOST_TEST(!item.source.citations.empty(), item.id);
    }
    for (const auto& limit : library.limits) {
        BOOST_TEST(!limit.source.citations.empty(), limit.id);
    }
    for (const auto& list : library.checklists) {
        BOOST_TEST(!list.source.citations.empty(), list.id);
    }
}

BOOST_AUTO_TEST_CASE(has_at_least_ten_drawings_and_each_is_there) {
    std::size_t drawings = 0;
    for (const auto& item : our_library().items) {
        if (!item.drawing.empty()) {
            BOOST_TEST(std::filesystem::exists(item.drawing_path), item.drawing_path);
            ++drawings;
        }
    }
    BOOST_TEST(drawings >= 10);
}

BOOST_AUTO_TEST_CASE(no_item_is_longer_than_it_allows_itself) {
    for (const auto& item : our_library().items) {
        if (item.most_minutes) {
            BOOST_TEST(item.dose.minutes.value_or(0) <= *item.most_minutes, item.id);
        }
    }
}

BOOST_AUTO_TEST_CASE(nothing_in_the_record_limits_no_item) {
    const auto& library = our_library();
    for (const auto& item : library.items) {
        BOOST_TEST(check_item(library, {}, item, item.areas).empty(), item.id);
    }
}

// Each condition of each limit, on each item that it names: fires with the concept, and is silent
// with another concept in the same list.
BOOST_AUTO_TEST_CASE(each_limit_fires_and_is_silent) {
    const auto& library = our_library();
    for (const auto& limit : library.limits) {
        if (!limit.enabled) {
            continue;
        }
        const auto items = items_of(library, limit);
        BOOST_TEST(!items.empty(), limit.id);
        for (const auto* const item : items) {
            if (limit.always) {
                BOOST_TEST(finds(library, {}, *item, limit), limit.id + " " + item->id);
                continue;
            }
            for (const auto& when : limit.when) {
                BOOST_TEST(
                    finds(library, facts_for(when), *item, limit), limit.id + " " + item->id
                );
            }
            BOOST_TEST(
                !finds(library, facts_with("condition", "worn-disc"), *item, limit),
                limit.id + " " + item->id
            );
        }
    }
}

BOOST_AUTO_TEST_CASE(limits_name_concepts_that_exist) {
    praxis::testing::Practice practice;
    const auto concepts = practice.run({"condition", "concepts", "--format", "json"}).out;
    for (const auto& limit : our_library().limits) {
        for (const auto& when : limit.when) {
            for (const auto& id : when.concepts) {
                BOOST_TEST(
                    concepts.find("\"" + id + "\"") != std::string::npos, limit.id + " names " + id
                );
            }
        }
    }
}

BOOST_AUTO_TEST_CASE(the_week_of_a_pregnancy_decides_about_lying_flat) {
    const auto& library = our_library();
    const auto& bridge = get_item(library, "bridge");
    auto facts = facts_with("condition", "pregnancy");
    BOOST_TEST(is_left_out(check_item(library, facts, bridge, {}))); // the week is not known
    facts.texts.front().weeks = 11;
    BOOST_TEST(!is_left_out(check_item(library, facts, bridge, {})));
    facts.texts.front().weeks = 12;
    BOOST_TEST(is_left_out(check_item(library, facts, bridge, {})));
}

BOOST_AUTO_TEST_CASE(a_roller_is_not_for_the_low_back) {
    const auto& library = our_library();
    const auto& roller = get_item(library, "foam-roller-upper-back");
    BOOST_TEST(is_left_out(check_item(library, {}, roller, {"lower-back"})));
    BOOST_TEST(!is_left_out(check_item(library, {}, roller, {"upper-back"})));
}

BOOST_AUTO_TEST_CASE(a_past_or_mentioned_condition_is_asked_about_and_a_denied_one_is_not) {
    const auto& library = our_library();
    const auto& heat = get_item(library, "heat-pad");
    auto facts = facts_with("condition", "lost-feeling");
    BOOST_TEST(is_left_out(check_item(library, facts, heat, {})));
    facts.texts.front().past = true;
    auto findings = check_item(library, facts, heat, {});
    BOOST_TEST_REQUIRE(findings.size() == 1);
    BOOST_TEST((findings.front().verdict == Verdict::ask));
    facts.texts.front().past = false;
    for (const auto& [state, count] :
         {std::pair{clients::ConceptState::mentioned, 1},
          {clients::ConceptState::family, 0},
          {clients::ConceptState::denied, 0},
          {clients::ConceptState::suspected, 1}}) {
        facts.texts.front().concepts.front().state = state;
        BOOST_TEST(check_item(library, facts, heat, {}).size() == static_cast<std::size_t>(count));
    }
}

BOOST_AUTO_TEST_CASE(a_concern_of_today_leaves_out_and_one_of_an_earlier_note_is_asked_about) {
    const auto& library = our_library();
    const auto& heat = get_item(library, "heat-pad");
    auto facts = facts_with("condition", "lost-feeling");
    facts.texts.front().in_note = true;
    auto findings = check_item(library, facts, heat, {});
    BOOST_TEST_REQUIRE(findings.size() == 1);
    BOOST_TEST((findings.front().verdict == Verdict::leave_out));
    BOOST_TEST(findings.front().found.front() == "condition in the last note: something");
    facts.texts.front().of_earlier_day = true;
    findings = check_item(library, facts, heat, {});
    BOOST_TEST_REQUIRE(findings.size() == 1);
    BOOST_TEST((findings.front().verdict == Verdict::ask));
}

BOOST_AUTO_TEST_CASE(the_medication_of_an_earlier_note_counts_as_taken) {
    const auto& library = our_library();
    auto facts = facts_with("medication", "blood-thinner");
    facts.texts.front().in_note = true;
    facts.texts.front().of_earlier_day = true;
    BOOST_TEST(is_left_out(check_item(library, facts, get_item(library, "ball-calf"), {})));
}

BOOST_AUTO_TEST_CASE(a_line_whose_item_is_gone_or_switched_off_is_left_out) {
    auto library = our_library();
    HomeCare line;
    line.id = {3};
    line.client = {1};
    line.item = "heat-pad";
    BOOST_TEST(check_line(library, {}, line).empty());
    for (auto& item : library.items) {
        item.enabled = item.enabled && item.id != line.item;
    }
    auto findings = check_line(library, {}, line);
    BOOST_TEST_REQUIRE(findings.size() == 1);
    BOOST_TEST(is_left_out(findings));
    BOOST_TEST(is_unchecked(findings.front()));
    BOOST_TEST(findings.front().reason == "heat-pad is switched off: no source supports it");
    line.item = "old-stretch";
    findings = check_line(library, {}, line);
    BOOST_TEST_REQUIRE(findings.size() == 1);
    BOOST_TEST(is_unchecked(findings.front()));
    BOOST_TEST(
        replacing_text(line) == "praxis homecare end H-0003 --reason replaced, then "
                                "praxis homecare add C-0001 ITEM"
    );
}

BOOST_AUTO_TEST_CASE(without_an_answer_about_conditions_pressure_and_heat_wait) {
    const auto& library = our_library();
    const ClientFacts facts{.texts = {}, .complaints = {}, .not_asked = {"conditions"}};
    BOOST_TEST(is_left_out(check_item(library, facts, get_item(library, "ball-calf"), {})));
    BOOST_TEST(is_left_out(check_item(library, facts, get_item(library, "heat-pad"), {})));
    BOOST_TEST(!is_left_out(check_item(library, facts, get_item(library, "slow-breathing"), {})));
    BOOST_TEST(!is_left_out(check_item(library, facts, get_item(library, "stand-up-cue"), {})));
}

BOOST_AUTO_TEST_CASE(an_item_without_a_source_is_switched_off) {
    BOOST_CHECK_THROW(get_item(our_library(), "omega-three-claims"), Refused);
}

BOOST_AUTO_TEST_CASE(suggests_the_nearest_item) {
    try {
        get_item(our_library(), "knee-to-chst");
        BOOST_FAIL("an unknown item is found");
    } catch (const NotFound& error) {
        BOOST_TEST(std::string{error.what()}.find("knee-to-chest") != std::string::npos);
    }
}

BOOST_AUTO_TEST_CASE(finds_tools_by_their_everyday_names) {
    const auto& library = our_library();
    BOOST_TEST_REQUIRE(library.find_tool("Wheat bag") != nullptr);
    BOOST_TEST(library.find_tool("Wheat bag")->id == "grain-bag");
    BOOST_TEST(library.find_tool("hammer") == nullptr);
}

BOOST_AUTO_TEST_CASE(refuses_mistakes_in_a_file_with_its_line) {
    const auto item = head + own_item + "source = [\"(k)\"]\n";
    const std::string pregnancy = "concepts = [\"pregnancy\"]\nin = [\"condition\"]";
    library_of(head + own_item + "source = [\"S-1\"]\n");
    library_of(head + limit_with("tags = [\"warmth\"]", pregnancy));
    for (const auto& [text, part] : std::vector<std::pair<std::string, std::string>>{
             {head + own_item + "source = [\"S-2\"]\n",
              "own.toml:11: item own-stretch: source: S-2"},
             {item + "tols = [\"ball\"]\n", "own.toml:12: item own-stretch: unknown key tols"},
             {item + "tools = [\"hammer\"]\n",
              "own.toml:12: item own-stretch: tools: there is no tool hammer"},
             {item + "tools = 5\n", "own.toml:12: item own-stretch: tools: list of texts expected"},
             {item + "tags = [\"warmht\"]\n" + limit_with("tags = [\"warmth\"]", pregnancy),
              "own.toml:12: item own-stretch: tags: there is no tag warmht: did you mean warmth?"},
             {item + "drawing = \"../../etc\"\n", "drawing: use small letters"},
             {item + "areas = [\"nowhere\"]\n", "own.toml:12: item own-stretch: areas: invalid"},
             {own_item + "source = [\"(k)\"]\n", "homecare: missing"},
             {head +
                  "[[item]]\nid = \"own-stretch\"\nname = \"Own stretch\"\n"
                  "category = \"exercise\"\ndose = { seconds = \"30\" }\nsteps = [\"Stretch.\"]\n"
                  "source = [\"(k)\"]\n",
              "own.toml:9: item own-stretch: dose: seconds: whole number"},
             {head + limit_with("tags = [\"warms\"]", pregnancy),
              "own.toml:13: limit x: tags: there is no tag warms"},
             {head + limit_with("items = [\"heat-pat\"]", pregnancy),
              "own.toml:13: limit x: items: there is no item heat-pat"},
             {head + limit_with("categories = [\"heats\"]", pregnancy),
              "own.toml:13: limit x: categories: invalid value heats: did you mean heat?"},
             {head + limit_with("categories = 5", pregnancy),
              "own.toml:13: limit x: categories: list of texts expected"},
             {head + limit_with(
                         "tags = [\"warmth\"]", "concepts = [\"pregnant\"]\nin = [\"condition\"]"
                     ),
              "own.toml:15: limit x: when: concepts: there is no concept pregnant"},
             {head + "[emergency_number]\nUS = 911\n",
              "own.toml:6: [emergency_number]: US: text in quotes expected"},
             {head + "[[limit]]\nid = \"x\"\nverdict = \"leave-out\"\nreason = \"r\"\n"
                     "source = [\"(k)\"]\n",
              "always"}}) {
        try {
            library_of(text);
            BOOST_ERROR("read: " + text);
        } catch (const PluginError& error) {
            BOOST_TEST(std::string{error.what()}.find(part) != std::string::npos, error.what());
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace praxis::plans::home
