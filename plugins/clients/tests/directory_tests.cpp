// SPDX-License-Identifier: MIT
#include "consent_queries.hpp"
#include "directory.hpp"
#include "health_queries.hpp"
#include "session.hpp"

#include <praxis/error.hpp>
#include <praxis/text.hpp>

#include <boost/test/unit_test.hpp>

namespace praxis::clients {
namespace {

struct Asked : TestSession {
    std::shared_ptr<Directory> directory = make_directory();
};

BOOST_FIXTURE_TEST_SUITE(directory_tests, Asked)

BOOST_AUTO_TEST_CASE(finds_a_client_by_id_and_by_name) {
    add("Maria", "Lopez");
    for (const auto* words : {"C-0001", "c1", " maria ", "lópez MAR", "019a0000"}) {
        BOOST_TEST_CONTEXT(words) {
            BOOST_TEST(directory->get(*this, words).full_name == "Maria Lopez");
        }
    }
    BOOST_CHECK_THROW(directory->get(*this, "C-0002"), NotFound);
    BOOST_CHECK_THROW(directory->get(*this, "zoe"), NotFound);
    BOOST_CHECK_THROW(directory->get(*this, " "), UsageError);
}

BOOST_AUTO_TEST_CASE(refuses_an_ambiguous_name_and_lists_only_ids) {
    add("Maria", "Lopez");
    add(ClientRow{.given = "Maria", .family = "Silva", .archived = ZonedTime{}});
    try {
        directory->get(*this, "maria");
        BOOST_ERROR("an ambiguous name was taken");
    } catch (const Ambiguous& error) {
        const std::string message = error.what() + error.hint();
        BOOST_TEST(message.find("C-0001 (no birth date), C-0002 (no") != std::string::npos);
        BOOST_TEST(fold(message).find("lopez") == std::string::npos);
        BOOST_TEST(fold(message).find("maria") == std::string::npos);
    }
}

BOOST_AUTO_TEST_CASE(an_exact_name_wins_over_a_longer_one) {
    add("Maria", "Lopez", day("1962-03-05"));
    add("Maria", "Lopez Ruiz");
    add(ClientRow{.given = "Ana", .family = "Mariano", .preferred_name = "Mari"});
    BOOST_TEST(directory->get(*this, "lopez maria").id.str() == "C-0001");
    BOOST_TEST(directory->get(*this, "mari").id.str() == "C-0003");
    BOOST_TEST(directory->get(*this, "maria 1962").id.str() == "C-0001");
    BOOST_CHECK_THROW(directory->get(*this, "maria"), Ambiguous);
    add("Lopez", "Maria");
    BOOST_CHECK_THROW(directory->get(*this, "maria lopez"), Ambiguous);
}

BOOST_AUTO_TEST_CASE(the_days_list_tells_namesakes_apart_by_id) {
    const std::vector<ClientId> clients{
        add("Maria", "Lopez"), add("MARÍA", "López"), add("Mariana", "Lopez"), add("Ana", "Kim")};
    const auto names = directory->distinct_names(*this, clients);
    BOOST_TEST(
        join(names, ", ") == "Maria Lopez (C-0001), MARÍA López (C-0002), Mariana Lopez, Ana Kim"
    );
}

BOOST_AUTO_TEST_CASE(lists_conditions_and_whether_the_client_was_asked) {
    const auto client = add("Maria", "Lopez");
    bool asked = true;
    BOOST_TEST(directory->conditions(*this, client, asked).empty());
    BOOST_TEST(!asked);
    put_none_known(db(), client, {.kind = "condition", .asked = civil_now(), .asked_by = {1}});
    BOOST_TEST(directory->conditions(*this, client, asked).empty());
    BOOST_TEST(asked);
    Conditions::insert(
        db(), {.uuid = uuid('a'), .client = client, .name = "DVT", .status = "past"}
    );
    Conditions::insert(db(), {.uuid = uuid('b'), .client = client, .name = "asthma"});
    BOOST_TEST(join(directory->conditions(*this, client, asked), ", ") == "asthma, DVT (past)");
}

BOOST_AUTO_TEST_CASE(gives_open_complaints_oldest_first) {
    const auto client = add("Maria", "Lopez");
    insert_complaint(
        db(), {.uuid = uuid('a'), .client = client, .region = "neck", .goals = {"turn", "sleep"}}
    );
    insert_complaint(
        db(),
        {.uuid = uuid('b'),
         .client = client,
         .region = "knee",
         .closed_on = today(),
         .closing_reason = "resolved"}
    );
    insert_complaint(db(), {.uuid = uuid('c'), .client = client, .own_title = "tired"});
    const auto open = directory->open_complaints(*this, client);
    BOOST_REQUIRE(open.size() == 2U);
    BOOST_TEST(open[0].title == "neck");
    BOOST_TEST(open[0].goal == "turn; sleep");
    BOOST_TEST(open[1].title == "tired");
    BOOST_TEST(directory->get_complaint(*this, ComplaintId{2}).closed);
    BOOST_CHECK_THROW(directory->get_complaint(*this, ComplaintId{9}), NotFound);
}

BOOST_AUTO_TEST_CASE(checks_the_consent_of_that_client_only) {
    const auto client = add("Maria", "Lopez");
    const auto other = add("Ana", "Silva");
    insert_consent(
        db(),
        {.uuid = uuid('a'),
         .client = client,
         .kind = "treatment",
         .given_on = today(),
         .given_by = "client"}
    );
    const auto state = [&](ClientId whose) {
        return directory->consent(
            *this,
            {.client = whose,
             .kind = "treatment",
             .technique = "swedish",
             .region = "neck",
             .on = today()}
        );
    };
    BOOST_TEST((state(client) == ConsentState::given));
    BOOST_TEST((state(other) == ConsentState::none));
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace praxis::clients
