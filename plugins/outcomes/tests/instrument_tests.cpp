// SPDX-License-Identifier: MIT
#include "course/change.hpp"
#include "our_files.hpp"

#include <praxis/error.hpp>

#include <boost/test/unit_test.hpp>

#include <set>

namespace praxis::outcomes {

using namespace testing;

namespace {

const std::string smallest = R"([instrument]
id = "own"
name = "Own"
summary = "a scale of a test"
items = "score-only"
licence = "free"
better = "lower"
lowest = 0
highest = 10
lowest_means = "none"
highest_means = "all"
unit = "points"
scoring = "single"
about = "complaint"
source = ["T-1: a test"]
)";

Instrument read(const std::string& more) {
    return read_instrument({"mine", "own", "own.toml", smallest + more});
}

std::string mistake_in(const std::string& more) {
    return message_of([&more] { read(more); });
}

/// A last value that is better than the first by so much.
Point after(const Instrument& instrument, double first, double better_by) {
    const auto sign = instrument.better == Better::lower ? -1 : 1;
    return {.on = day("2026-11-20"), .value = first + sign * better_by};
}

/// Whether a source calls a change by so much important.
Reached judged(const Instrument& instrument, const ImportantChange& change, double by) {
    const double first =
        instrument.better == Better::lower ? instrument.highest : instrument.lowest;
    const auto found = change_in(
        instrument,
        {{.on = day("2026-10-01"), .value = first}, after(instrument, first, by)},
        {.region = change.population.regions.empty() ? "" : change.population.regions.front(),
         .phase = change.population.phase}
    );
    for (const auto& one : found->judged) {
        if (one.change == &change) {
            return one.reached;
        }
    }
    return Reached::no;
}

double needed(const Instrument& instrument, const ImportantChange& change, double value) {
    return change.percent ? instrument.highest * value / 100 : value;
}

} // namespace

BOOST_AUTO_TEST_SUITE(instrument_tests)

BOOST_AUTO_TEST_CASE(reads_every_instrument_that_comes_with_praxis) {
    const auto all = our_instruments();
    BOOST_TEST(all.size() >= 20U);
    std::set<std::string> ids;
    for (const auto& instrument : all) {
        BOOST_TEST_CONTEXT(instrument.id) {
            BOOST_TEST(ids.insert(instrument.id).second);
            BOOST_TEST(!instrument.licence.empty());
            BOOST_TEST(!instrument.reviewed); // no clinician has seen them
            BOOST_TEST(!instrument.sources.empty());
        }
    }
}

BOOST_AUTO_TEST_CASE(ships_questions_of_clear_licence_only) {
    std::set<std::string> shipped;
    for (const auto& instrument : our_instruments()) {
        if (!instrument.questions.empty()) {
            shipped.insert(instrument.id);
        }
    }
    const std::set<std::string> expected{
        "global-change", "nprs", "psfs", "relaxation", "sit-to-stand", "stress", "vas"};
    BOOST_TEST(shipped == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(an_instrument_without_a_sourced_range_is_off) {
    for (const auto* id : {"start-msk", "msk-hq"}) {
        const auto instrument = ours(id);
        BOOST_TEST(!instrument.enabled);
        BOOST_TEST(!instrument.off.empty());
    }
}

/// One case for each important change of each file: at the limit it is reached, below it is not.
BOOST_AUTO_TEST_CASE(every_important_change_is_reached_at_its_limit_and_not_below) {
    std::size_t count = 0;
    for (const auto& instrument : our_instruments()) {
        for (const auto& change : instrument.changes) {
            BOOST_TEST_CONTEXT(instrument.id << " " << change.name) {
                BOOST_TEST(!change.sources.empty());
                if (!change.enabled || change.activity) {
                    continue;
                }
                const auto beyond = change.above ? 0.01 : 0.0;
                const auto limit = needed(instrument, change, change.to) + beyond;
                const auto least = needed(instrument, change, change.from);
                BOOST_TEST((judged(instrument, change, limit) == Reached::yes));
                BOOST_TEST((judged(instrument, change, least - 0.01) == Reached::no));
                ++count;
            }
        }
    }
    BOOST_TEST(count >= 20U);
}

BOOST_AUTO_TEST_CASE(a_disputed_change_of_unknown_scale_is_shown_and_never_used) {
    const auto ndi = ours("ndi");
    const auto found = change_in(
        ndi,
        {{.on = day("2026-10-01"), .value = 40}, {.on = day("2026-11-01"), .value = 20}},
        {.region = "neck", .phase = ""}
    );
    BOOST_TEST(ndi.changes.size() == 2U);
    BOOST_TEST(found->judged.size() == 1U);
    BOOST_TEST(found->judged.front().change->from == 5.0);
    BOOST_TEST(!ndi.changes.back().conflict.empty());
}

BOOST_AUTO_TEST_CASE(refuses_a_mistake_with_its_line) {
    BOOST_TEST(mistake_in("") == "");
    BOOST_TEST(mistake_in("colour = \"red\"\n") == "own.toml:16: [instrument]: unknown key colour");
    BOOST_TEST(
        mistake_in("moment = true\n") ==
        "own.toml:16: [instrument]: unknown key moment: did you mean moments?"
    );
    BOOST_TEST(mistake_in("[[change]]\nfrom = 2\n") == "own.toml:16: [[change]]: basis: missing");
    BOOST_TEST(
        mistake_in("[[item]]\ntext = \"x\"\n").find("only the score is taken") != std::string::npos
    );
}

BOOST_AUTO_TEST_CASE(goes_on_without_a_broken_file_of_another_plugin) {
    const auto file = [](const char* plugin, const char* name, const std::string& text) {
        return ContributedFile{plugin, name, std::string{name} + ".toml", text};
    };
    std::vector<BrokenInstrument> broken;
    const auto sound = read_instruments(
        {file("outcomes", "own", smallest),
         file("mine", "own", smallest + "colour = 1\n"),
         file("mine", "other", "[instrument"),
         file("mine", "psfs", read_file(schemas() / "instruments/psfs.toml"))},
        broken
    );
    // Ours does not stand in for the broken file of that name: its questions can be others.
    BOOST_TEST(sound.size() == 1U);
    BOOST_TEST(sound.front().id == "psfs");
    BOOST_TEST(broken.size() == 2U);
    BOOST_TEST(broken.front().id == "own");
    BOOST_TEST(broken.front().why == "own.toml:16: [instrument]: unknown key colour");
    BOOST_CHECK_THROW(
        read_instruments({file("outcomes", "own", "[instrument")}, broken), PluginError
    );
}

BOOST_AUTO_TEST_CASE(refuses_a_population_that_cannot_be) {
    BOOST_TEST(
        mistake_in("only_for = \"neck pain\"\n").find("belong together") != std::string::npos
    );
    BOOST_TEST(
        mistake_in("only_for = \"neck pain\"\nregions = [\"nek\"]\n") ==
        "own.toml:17: [instrument]: regions: invalid value nek: did you mean neck?"
    );
    BOOST_TEST(mistake_in("only_for = \"neck pain\"\nregions = [\"neck\"]\n") == "");
    BOOST_TEST(
        mistake_in("[[part]]\nid = \"a\"\nname = \"a\"\nlowest = 0\nhighest = 11\nsummed = true\n")
            .find("it is within the score") != std::string::npos
    );
}

BOOST_AUTO_TEST_CASE(refuses_a_change_without_a_listed_source) {
    const std::string change = "[[change]]\nfrom = 2\nbasis = \"b\"\nname = \"n\"\npopulation = "
                               "\"p\"\nmain = true\n";
    BOOST_TEST(mistake_in(change + "source = [\"T-1\"]\n") == "");
    BOOST_TEST(
        mistake_in(change + "source = [\"T-2\"]\n").find("T-2 is not in the source list") !=
        std::string::npos
    );
    BOOST_TEST(
        mistake_in(change + "source = [\"T-1\"]\nenabled = false\n").find("the main change is") !=
        std::string::npos
    );
}

BOOST_AUTO_TEST_CASE(finds_an_instrument_by_id_and_name_and_refuses_one_that_is_off) {
    const auto all = our_instruments();
    BOOST_TEST(get_instrument(all, "PSFS").id == "psfs");
    BOOST_TEST(get_instrument(all, "own activities (psfs)").id == "psfs");
    BOOST_TEST(message_of([&all] {
                   get_instrument(all, "psf");
               }) == "there is no instrument psf: did you mean psfs?");
    BOOST_TEST(message_of([&all] {
                   get_instrument(all, "start-msk");
               }).find("switched off") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(writes_numbers_and_limits_for_people) {
    BOOST_TEST(number_text(3) == "3");
    BOOST_TEST(number_text(14.0 / 3) == "4.7");
    BOOST_TEST(number_text(-0.01) == "0");
    BOOST_TEST(number_text(1.75, 2) == "1.75");
    const auto nprs = ours("nprs");
    BOOST_TEST(change_text(nprs.changes[0], nprs) == "2 points");
    BOOST_TEST(change_text(nprs.changes[1], nprs) == "30 % of the first value");
    BOOST_TEST(change_text(nprs.changes[2], nprs) == "1.3 to 1.8 points");
    BOOST_TEST(range_text(nprs) == "0 (none) to 10 (the worst imaginable)");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace praxis::outcomes
