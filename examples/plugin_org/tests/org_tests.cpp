// SPDX-License-Identifier: MIT
#include "org.hpp"

#include <praxis/testing.hpp>

#include <boost/test/unit_test.hpp>

#include <string>

namespace {

using namespace praxis;

bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

std::string written(Block block) {
    Document document;
    document.add(std::move(block));
    return org::write(document);
}

} // namespace

BOOST_AUTO_TEST_SUITE(org_tests)

BOOST_AUTO_TEST_CASE(writes_the_structure_of_a_document) {
    Document document;
    document.title = "Chart of Maria Lopez";
    document.letterhead = {"Hands On", "12 High Street"};
    document.add(Heading{2, "Findings"});
    document.add(Bullets{{"one", "two"}, true});
    document.add(Grid{"", {{"Joint"}, {"After", Align::right}}, {{"lumbar", "75"}}});
    const auto text = org::write(document);
    for (const auto* part :
         {"#+TITLE: Chart of Maria Lopez\n",
          "\nHands On\\\\\n\u200b12 High Street\n",
          "\n** Findings\n",
          "\n1. one\n2. two\n",
          "\n| Joint | After |\n|-\n| lumbar | \u200b75 |\n"}) {
        BOOST_TEST(contains(text, part), part);
    }
}

BOOST_AUTO_TEST_CASE(no_text_becomes_markup) {
    BOOST_TEST(contains(written(Paragraph{"* heading\n#+TITLE: x"}), "\u200b* heading\\\\\n\u200b#")
    );
    BOOST_TEST(
        contains(written(Paragraph{"a [[link]] <2026-11-20>"}), "a \u200b[\u200b[link]] \u200b<")
    );
    BOOST_TEST(contains(written(Paragraph{"*bold* and/or"}), "\u200b*bold* and/or"));
    BOOST_TEST(contains(written(Grid{"", {{"a|b"}}, {}}), "| a\\vert{}b |"));
}

BOOST_AUTO_TEST_CASE(every_export_has_the_format) {
    testing::Practice practice;
    practice.run({"client", "add", "--given", "Maria", "--family", "Lopez"});
    BOOST_TEST(contains(practice.run({"export", "formats"}).out, "text/org"));
    const auto shown = practice.run({"export", "client", "maria", "--as", "org"});
    BOOST_TEST(shown.exit == 0, shown.err);
    BOOST_TEST(contains(shown.out, "#+TITLE: Chart of Maria Lopez"));
    const auto saved =
        practice.run({"export", "client", "maria", "-o", practice.folder() + "/chart.org"});
    BOOST_TEST(saved.exit == 0, saved.err);
}

BOOST_AUTO_TEST_SUITE_END()
