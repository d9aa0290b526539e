// SPDX-License-Identifier: MIT
#include "complaint_queries.hpp"
#include "consent_queries.hpp"
#include "health_queries.hpp"
#include "record/chart.hpp"
#include "session.hpp"

#include <boost/test/unit_test.hpp>

namespace praxis::clients {
namespace {

/// The text of a part: a line for each paragraph, fact, bullet and row.
std::string text_of(const ChartPart& part) {
    std::string text;
    const auto add = [&](const std::string& line) { text += line + "\n"; };
    for (const auto& block : part.blocks) {
        if (const auto* paragraph = std::get_if<Paragraph>(&block)) {
            add(paragraph->text);
        } else if (const auto* facts = std::get_if<Facts>(&block)) {
            for (const auto& [label, value] : facts->items) {
                add(label + ": " + value);
            }
        } else if (const auto* bullets = std::get_if<Bullets>(&block)) {
            for (const auto& item : bullets->items) {
                add("- " + item);
            }
        } else if (const auto* grid = std::get_if<Grid>(&block)) {
            for (const auto& row : grid->rows) {
                std::string line;
                for (const auto& cell : row) {
                    line += "|" + cell;
                }
                add(line);
            }
        }
    }
    return text;
}

struct Chart : TestSession {
    ClientId client = add(ClientRow{
        .given = "Maria",
        .family = "Lopez",
        .born = day("1984-05-02"),
        .occupation = "accountant",
        .emergency_name = "Ana",
        .referral_source = "a friend",
        .other_products = "CBD oil",
        .notes = "pays late"});

    ChartPart write(const ChartSection& section, Audience audience) {
        return section.write(*this, {.client = client, .audience = audience});
    }

    std::string text(const ChartSection& section, Audience audience) {
        return text_of(write(section, audience));
    }

    std::string gap(const ChartSection& section) {
        const auto part = write(section, Audience::provider);
        return part.gaps.empty() ? "" : part.gaps.front().what + " > " + part.gaps.front().fix;
    }
};

bool holds(const std::string& text, const char* part) {
    return text.find(part) != std::string::npos;
}

BOOST_FIXTURE_TEST_SUITE(chart_tests, Chart)

BOOST_AUTO_TEST_CASE(keeps_remarks_and_emergency_contact_out_of_a_letter) {
    const auto letter = text(person_section(), Audience::provider);
    BOOST_TEST(
        letter == "Name: Maria Lopez\nRecord number: C-0001\nBorn: 1984-05-02 (42 years)\n"
                  "Occupation: accountant\n"
    );
    const auto file = text(person_section(), Audience::file);
    BOOST_TEST(holds(file, "Remarks: pays late"));
    BOOST_TEST(holds(file, "Emergency contact: Ana"));
    BOOST_TEST(holds(file, "Referral source: a friend"));
}

BOOST_AUTO_TEST_CASE(shows_the_guardian_of_a_minor_in_a_letter) {
    client = add(ClientRow{
        .given = "Nina",
        .born = day("2012-02-29"),
        .guardian_name = "Rose Katz",
        .guardian_relation = "mother"});
    BOOST_TEST(holds(
        text(person_section(), Audience::provider),
        "Guardian: Rose Katz, mother; permission not recorded"
    ));
}

BOOST_AUTO_TEST_CASE(lists_gaps_of_a_letter_with_the_command_that_fills_each) {
    client = add(ClientRow{.given = "Zed"});
    BOOST_TEST(holds(gap(person_section()), "> praxis client edit C-0002 --born"));
    BOOST_TEST(holds(gap(problems_section()), "> praxis condition add C-0002 --none-known"));
    BOOST_TEST(holds(gap(medications_section()), "> praxis medication add C-0002 --none-known"));
    BOOST_TEST(holds(gap(allergies_section()), "> praxis allergy add C-0002 --none-known"));
    BOOST_TEST(holds(gap(complaint_section()), "> praxis complaint add C-0002 --region"));
    BOOST_TEST(holds(gap(consent_section()), "> praxis consent record C-0002 --kind share"));
    for (const auto& section : {problems_section(), medications_section(), allergies_section()}) {
        BOOST_TEST(write(section, Audience::provider).blocks.empty());
        BOOST_TEST(text(section, Audience::file) == "Not asked yet.\n");
    }
}

BOOST_AUTO_TEST_CASE(shows_none_known_with_the_user_who_asked) {
    put_none_known(db(), client, {.kind = "allergy", .asked = civil_now(), .asked_by = {1}});
    BOOST_TEST(
        text(allergies_section(), Audience::provider) ==
        "None known: asked on 2026-11-20 by Ines Moreau.\n"
    );
    BOOST_TEST(
        text(allergies_section(), Audience::client) ==
        "None, as you told the practice on 2026-11-20.\n"
    );
    BOOST_TEST(gap(allergies_section()).empty());
}

BOOST_AUTO_TEST_CASE(leaves_ended_medication_out_of_a_letter) {
    Medications::insert(
        db(), {.uuid = uuid('a'), .client = client, .name = "ibuprofen", .until = day("2026-11-19")}
    );
    BOOST_TEST(
        text(medications_section(), Audience::provider) ==
        "No current medication on record.\nOther products used: CBD oil\n"
    );
    BOOST_TEST(holds(text(medications_section(), Audience::file), "|ibuprofen|2026-11-19"));
    Medications::insert(
        db(), {.uuid = uuid('b'), .client = client, .name = "salbutamol", .dose = "2 puffs"}
    );
    BOOST_TEST(holds(text(medications_section(), Audience::provider), "|salbutamol|2 puffs"));
    BOOST_TEST(gap(medications_section()).empty());
}

BOOST_AUTO_TEST_CASE(warns_of_a_severe_allergy) {
    Allergies::insert(
        db(), {.uuid = uuid('a'), .client = client, .substance = "latex", .severity = "severe"}
    );
    const auto part = write(allergies_section(), Audience::provider);
    const auto* warning = std::get_if<Paragraph>(&part.blocks.front());
    BOOST_REQUIRE(warning != nullptr);
    BOOST_TEST((warning->tone == Tone::warning));
    BOOST_TEST(warning->text == "Severe reaction to latex.");
}

BOOST_AUTO_TEST_CASE(shows_only_open_complaints_in_a_letter_unless_one_is_requested) {
    const auto open = insert_complaint(
        db(), {.uuid = uuid('a'), .client = client, .region = "neck", .onset = "2026-11-06"}
    );
    const auto closed = insert_complaint(
        db(),
        {.uuid = uuid('b'),
         .client = client,
         .causes = {"injury"},
         .region = "knee",
         .mechanism = "sport",
         .closed_on = day("2026-10-01"),
         .closing_reason = "resolved"}
    );
    BOOST_TEST(
        text(complaint_section(), Audience::provider) ==
        "Complaint: neck\nOnset: 2026-11-06, 2 weeks ago\nChronic: no, 12 weeks or less\n"
    );
    BOOST_TEST(holds(text(complaint_section(), Audience::client), "You came for: knee"));
    const auto asked = complaint_section().write(
        *this, {.client = client, .audience = Audience::provider, .complaint = closed}
    );
    BOOST_TEST(
        text_of(asked) == "Complaint: knee\nCauses: injury (sport)\nClosed: 2026-10-01, resolved\n"
    );
    const auto recent = complaint_section().write(
        *this, {.client = client, .audience = Audience::file, .since = day("2026-10-02")}
    );
    BOOST_TEST(!holds(text_of(recent), "knee"));
    BOOST_TEST(holds(text_of(recent), open.str().c_str()));
}

BOOST_AUTO_TEST_CASE(shows_a_letter_only_the_consent_to_share) {
    insert_consent(
        db(),
        {.uuid = uuid('a'),
         .client = client,
         .kind = "treatment",
         .given_on = day("2026-01-10"),
         .given_by = "client"}
    );
    BOOST_TEST(holds(gap(consent_section()), "no valid consent to share"));
    insert_consent(
        db(),
        {.uuid = uuid('b'),
         .client = client,
         .kind = "share",
         .recipient = "chiropractor",
         .given_on = day("2026-11-01"),
         .given_by = "client",
         .given_how = "written"}
    );
    BOOST_TEST(
        text(consent_section(), Audience::provider) ==
        "- Consent to share given 2026-11-01, written: to chiropractor\n"
    );
    BOOST_TEST(holds(
        text(consent_section(), Audience::client),
        "- You agreed to be treated on 2026-01-10; valid.\n"
    ));
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace praxis::clients
