// SPDX-License-Identifier: MIT
#include "shorthand_line.hpp"

#include <boost/test/unit_test.hpp>

namespace praxis::soap {

using namespace testing;

BOOST_AUTO_TEST_SUITE(shorthand_tests)

BOOST_AUTO_TEST_CASE(reads_a_trigger_point_in_one_line) {
    BOOST_TEST(
        sets_of("tp L-QL 8>3 ref=glute js hold=60x3") ==
        "technique=trigger-point | block.1.technique=trigger-point | block.1.muscle=quadratus "
        "lumborum | block.1.region=lower-back | block.1.side=left | block.1.pain_before=8 | "
        "block.1.pain_after=3 | block.1.referral_area=glute | block.1.jump_sign=yes | "
        "block.1.hold_seconds=60 | block.1.repetitions=3"
    );
}

BOOST_AUTO_TEST_CASE(pain_belongs_to_the_session_when_the_technique_has_no_pain_field) {
    BOOST_TEST(
        sets_of("dt both lower-back 20m p3 forearm 7>4") ==
        "technique=deep-tissue | block.1.technique=deep-tissue | block.1.side=both | "
        "block.1.region=lower-back | block.1.minutes=20 | block.1.pressure=3 | "
        "block.1.tool=forearm | subjective.pain_now=7 | assessment.pain_after=4"
    );
}

BOOST_AUTO_TEST_CASE(reads_heat_and_its_checks) {
    BOOST_TEST(
        sets_of("hs back 52C 15m barrier skin=clear>pink no-wrist") ==
        "technique=hot-stone | block.1.technique=hot-stone | block.1.region=full-back | "
        "block.1.bath_temperature=52 C | block.1.minutes=15 | block.1.barrier=yes | "
        "block.1.skin_before=clear | block.1.skin_after=pink | block.1.wrist_test=no"
    );
}

BOOST_AUTO_TEST_CASE(tokens_come_in_any_order_and_in_any_case) {
    BOOST_TEST(
        sets_of("SW p2 eff 10min fric R Neck") ==
        "technique=swedish | block.1.technique=swedish | block.1.pressure=2 | "
        "block.1.strokes=effleurage,friction | block.1.minutes=10 | block.1.side=right | "
        "block.1.region=neck"
    );
}

BOOST_AUTO_TEST_CASE(abbreviations_in_free_text_after_two_dashes_are_written_out) {
    BOOST_TEST(contains(
        sets_of("dt neck -- LBP gone, ROM WNL; LBPs kept w/o change"),
        "block.1.text=low back pain gone, range of motion within normal limits; LBPs kept without "
        "change"
    ));
}

BOOST_AUTO_TEST_CASE(quotes_keep_a_value_together) {
    BOOST_TEST(contains(sets_of("tp UT \"ref=side of the head\""), "referral_area=side of the head")
    );
    BOOST_TEST(contains(sets_of("tp UT ref=\"side of the head\""), "referral_area=side of the head")
    );
    BOOST_TEST(contains(refusal_of("tp UT \"ref=side"), "a quotation mark is missing"));
}

BOOST_AUTO_TEST_CASE(adds_rows_to_the_tables_of_findings_motion_and_tests) {
    BOOST_TEST(
        sets_of("find r-piri high tend3 -- knots") ==
        "objective.finding.1.muscle=piriformis | objective.finding.1.region=glute | "
        "objective.finding.1.side=right | objective.finding.1.tone=high | "
        "objective.finding.1.tenderness=3 | objective.finding.1.text=knots"
    );
    BOOST_TEST(
        sets_of("rom joint=lumbar flex 60>75 pct") ==
        "objective.rom.1.joint=lumbar | objective.rom.1.movement=flexion | "
        "objective.rom.1.before=60 | objective.rom.1.after=75 | objective.rom.1.unit=percent"
    );
}

BOOST_AUTO_TEST_CASE(a_line_about_the_session_begins_with_note) {
    BOOST_TEST(
        sets_of("note 60m well fine agreed next=friday >3") ==
        "minutes=60 | subjective.concerns=none | assessment.adverse=none | consent.given=yes | "
        "plan.next_visit=friday | assessment.pain_after=3"
    );
}

BOOST_AUTO_TEST_CASE(changes_the_matching_block_and_adds_a_missing_one) {
    const auto file = with_blocks({{"deep-tissue", "lower-back"}, {"deep-tissue", "neck"}});
    BOOST_TEST(sets_of("dt neck p4", file) == "block.2.region=neck | block.2.pressure=4");
    BOOST_TEST(
        sets_of("dt hip p4", file) ==
        "block.3.technique=deep-tissue | block.3.region=hip | block.3.pressure=4"
    );
    BOOST_TEST(contains(refusal_of("dt p4", file), "2 blocks of deep-tissue"));
    BOOST_TEST(sets_of("p4", with_blocks({{"deep-tissue", "neck"}})) == "block.1.pressure=4");
}

BOOST_AUTO_TEST_CASE(numbers_are_read_as_they_are_written) {
    const auto pain = "block.1.pain_before=8 | block.1.pain_after=3";
    for (const auto* line :
         {"tp UT 8/10>3/10", "tp UT 8 > 3", "tp UT 8->3", "tp UT 8→3", "tp UT 8/10 → 3/10"}) {
        BOOST_TEST(contains(sets_of(line), pain), line);
    }
    for (const auto& [length, minutes] : std::vector<std::pair<std::string, std::string>>{
             {"1h", "60"}, {"1h30", "90"}, {"1h05m", "65"}, {"1.5h", "90"}, {"0,5h", "30"}}) {
        BOOST_TEST(contains(sets_of("note " + length), "minutes=" + minutes), length);
    }
    BOOST_TEST(contains(refusal_of("note 1h3"), "'1h3' is unknown"));
    BOOST_TEST(contains(sets_of("hs back 52,5C"), "bath_temperature=52.5 C"));
    BOOST_TEST(contains(sets_of("note stress=8>3"), "stress=8 | assessment.stress_after=3"));
    BOOST_TEST(contains(sets_of("note relaxation=2>7"), "subjective.relaxation=2 | assessment."));
    BOOST_TEST(sets_of("note stress=8") == "subjective.stress=8");
    BOOST_TEST(sets_of("note stress=>3") == "assessment.stress_after=3");
    BOOST_TEST(contains(sets_of("dt neck skin=>clear"), "block.1.skin_after=clear"));
    BOOST_TEST(contains(refusal_of("sw neck skin=>clear"), "'skin' is unknown"));
}

BOOST_AUTO_TEST_CASE(curly_quotes_and_long_dashes_are_as_good_as_straight_ones) {
    BOOST_TEST(contains(sets_of("tp UT ref=“side of the head”"), "area=side of the head"));
    BOOST_TEST(contains(sets_of("tp UT ref=‘the client’s head’"), "area=the client’s head"));
    BOOST_TEST(contains(sets_of("dt neck — client’s “knot” eased"), "text=client’s “knot” eased"));
}

BOOST_AUTO_TEST_CASE(a_technique_is_named_in_everyday_words) {
    BOOST_TEST(contains(sets_of("Deep tissue neck 10m"), "block.1.technique=deep-tissue"));
    BOOST_TEST(contains(sets_of("hot stones back 15m"), "block.1.technique=hot-stone"));
}

BOOST_AUTO_TEST_CASE(a_hint_never_repeats_the_refused_word) {
    for (const auto* line :
         {"dt lb lb",
          "dt lb L R",
          "dt QL QL",
          "note neck",
          "rom neck neck",
          "test SLR hip",
          "dt neck R-neck",
          "dt neck Softened softened"}) {
        const auto refusal = refusal_of(line);
        BOOST_TEST(refusal != "taken", line);
        const std::string last{line + std::string{line}.rfind(' ') + 1};
        BOOST_TEST(!contains(refusal, "did you mean " + last + "?"), refusal);
    }
    BOOST_TEST(contains(refusal_of("dt lb L R"), "'R' is a second side"));
    BOOST_TEST(contains(refusal_of("dt lb hip"), "'hip' is a second region"));
}

BOOST_AUTO_TEST_CASE(a_field_given_twice_in_a_line_is_refused) {
    BOOST_TEST(contains(refusal_of("tp UT resp=a resp=b"), "assessment.response is given twice"));
    BOOST_TEST(contains(refusal_of("sw back 8>3 pain=7>2"), "pain_now is given twice"));
    BOOST_TEST(sets_of("dt neck --") == sets_of("dt neck"));
}

BOOST_AUTO_TEST_CASE(two_lines_never_change_the_same_block) {
    const auto file = with_blocks({{"deep-tissue", "neck"}});
    const auto read =
        read_work("dt neck p4", file, {.count = 1, .changed = {1}}, our_book(), our_words());
    BOOST_TEST(read.block == 2U);
}

BOOST_AUTO_TEST_CASE(names_an_unknown_token_and_what_is_expected) {
    BOOST_TEST(contains(refusal_of("xx neck"), "'xx' is unknown at the beginning"));
    BOOST_TEST(contains(refusal_of("dt neck forarm"), "after 'neck' (did you mean forearm?)"));
    const auto refusal = refusal_of("dt qqqqqqq");
    BOOST_TEST(contains(refusal, "'qqqqqqq' is unknown after 'dt'"));
    BOOST_TEST(contains(refusal, "a region or muscle, a side, 20m, 7>4"));
    BOOST_TEST(contains(refusal, "softened"));
    BOOST_TEST(contains(refusal_of("sh kidney"), "can be kyo or jitsu"));
    BOOST_TEST(contains(refusal_of("dt neck deep sup"), "layer is given twice"));
    BOOST_TEST(contains(refusal_of("tp UT hold=60x3x4"), "2 values expected"));
    BOOST_TEST(contains(refusal_of("hs back skin=ok"), "skin_before > skin_after"));
    BOOST_TEST(contains(refusal_of("   "), "the line is empty"));
    BOOST_TEST(contains(refusal_of("note well -- tired"), "free text needs a block"));
}

BOOST_AUTO_TEST_CASE(a_refusal_never_repeats_a_value_of_the_record) {
    BOOST_TEST(!contains(refusal_of("dt neck secrt=mother ill"), "mother"));
    BOOST_TEST(!contains(refusal_of("dt neck \"resp=mother ill\" foo"), "mother"));
}

BOOST_AUTO_TEST_CASE(any_input_is_read_or_refused) {
    const std::string letters = "dtphs QL>=x-\"3 m\t→é--neck";
    unsigned state = 7;
    for (int round = 0; round < 20000; ++round) {
        std::string line;
        for (unsigned length = round % 24; length > 0; --length) {
            state = state * 1664525U + 1013904223U;
            line += letters[(state >> 16U) % letters.size()];
        }
        const auto answer = refusal_of(line);
        BOOST_TEST((answer == "taken" || answer.starts_with("--work: ")), line);
    }
}

BOOST_AUTO_TEST_CASE(every_short_word_has_an_existing_meaning) {
    const auto is_field = [](const std::string& name) {
        const auto has = [&name](const Template& one, const std::string& before) {
            return std::any_of(one.fields.begin(), one.fields.end(), [&](const auto& field) {
                const auto columns = field.columns;
                return before + field.name == name || field.name == name ||
                       std::any_of(columns.begin(), columns.end(), [&](const auto& column) {
                           return column.name == name;
                       });
            });
        };
        const auto& book = our_book();
        return has(book.block(), "") || has(book.session(), "") ||
               std::any_of(
                   book.parts().begin(),
                   book.parts().end(),
                   [&](const auto& part) { return has(part, part.id + "."); }
               ) ||
               std::any_of(
                   book.techniques().begin(),
                   book.techniques().end(),
                   [&](const auto& technique) { return has(technique, ""); }
               );
    };
    const auto root = parse_toml(our_files("shorthand").front().text, "shorthand.toml");
    for (const auto& [word, meaning] : root.find("fields")->as_object()) {
        for (auto name : split(meaning.as_text(), ' ')) {
            BOOST_TEST((name == "x" || name == ">" || is_field(name)), word + " = " + name);
        }
    }
    for (const auto& [word, meaning] : root.find("says")->as_object()) {
        BOOST_TEST(is_field(trim(split(meaning.as_text(), '=').front())), word);
    }
    for (const auto& [span, meaning] : root.find("levels")->as_object()) {
        for (const auto& region : split(meaning.as_text(), ',')) {
            BOOST_TEST(find_region(region).has_value(), span);
        }
    }
    const auto muscles = parse_toml(our_files("muscles").front().text, "muscles.toml");
    for (const auto& [word, names] : muscles.find("ask")->as_object()) {
        BOOST_TEST(our_words().find_muscle(word) == nullptr, word);
        for (const auto& name : names.as_array()) {
            BOOST_TEST(our_words().find_muscle(name.as_text()) != nullptr, word);
        }
    }
    for (const auto& [word, meaning] : root.find("techniques")->as_object()) {
        BOOST_TEST(our_book().find_technique(meaning.as_text()) != nullptr, word);
    }
    for (const auto& [word, meaning] : root.find("regions")->as_object()) {
        BOOST_TEST(find_region(meaning.as_text()).has_value(), word);
    }
}

BOOST_AUTO_TEST_CASE(a_frequency_gives_the_days_between_two_visits) {
    for (const auto& [frequency, days] : std::vector<std::pair<std::string, int>>{
             {"weekly", 7},
             {"Every 2 weeks until June", 14},
             {"weekly for 4 weeks, then monthly", 7},
             {"2x/week for 3 weeks", 3},
             {"2 x per week", 3},
             {"3 times a week", 2},
             {"once a week", 7},
             {"fortnightly", 14},
             {"bi-weekly", 14},
             {"every six weeks", 42},
             {"every 10 days", 10},
             {"about every month", 28}}) {
        const auto found = our_words().days_between_visits(frequency);
        BOOST_TEST_REQUIRE(found.has_value(), frequency);
        BOOST_TEST(*found == days, frequency);
    }
    for (const auto* none : {"", "as needed", "4 sessions", "for 2 weeks", "every 0 weeks"}) {
        BOOST_TEST(!our_words().days_between_visits(none).has_value(), none);
    }
}

BOOST_AUTO_TEST_CASE(words_of_a_data_plugin_take_precedence) {
    auto files = our_files("shorthand");
    files.push_back(
        {"mine",
         "mine",
         "mine.toml",
         "[shorthand]\nid = \"mine\"\n[choices]\nsoft = \"rebound\"\n[sides]\nlinks = \"left\"\n"}
    );
    files.push_back({"other", "other", "other.toml", "[shorthand]\nid = \"other\"\n[feilds]\n"});
    const auto vocabulary = ShorthandVocabulary::from_files(files, our_files("muscles"));
    BOOST_TEST(vocabulary.expand_choice("soft") == "rebound");
    BOOST_TEST(vocabulary.find_side("Links").value() == "left");
    BOOST_TEST_REQUIRE(vocabulary.broken().size() == 1U);
    BOOST_TEST(contains(vocabulary.broken().front(), "other.toml:3: feilds: unknown section"));
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace praxis::soap
