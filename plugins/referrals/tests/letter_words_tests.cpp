// SPDX-License-Identifier: MIT
#include "letter/words.hpp"

#include <boost/test/unit_test.hpp>

using namespace praxis;
using namespace praxis::referrals;

namespace {

const Language english{DateForm::iso};

Date day(const char* text) {
    return *Date::from_iso(text);
}

Provider provider_named(const std::string& name) {
    Provider provider;
    provider.name = name;
    provider.profession = "chiropractor";
    return provider;
}

clients::Client
client_named(const std::string& given, const std::string& family, const std::string& full) {
    clients::Client client;
    client.given = given;
    client.family = family;
    client.full_name = full;
    return client;
}

} // namespace

BOOST_AUTO_TEST_SUITE(letter_words_tests)

BOOST_AUTO_TEST_CASE(a_length_of_time_has_the_unit_that_people_would_use) {
    const auto today = day("2026-12-21");
    BOOST_TEST(time_ago(day("2026-12-21"), today, english) == "today");
    BOOST_TEST(time_ago(day("2026-12-20"), today, english) == "1 day ago");
    BOOST_TEST(time_ago(day("2026-12-08"), today, english) == "13 days ago");
    BOOST_TEST(time_ago(day("2026-12-07"), today, english) == "2 weeks ago");
    BOOST_TEST(time_ago(day("2026-10-19"), today, english) == "9 weeks ago");
    BOOST_TEST(time_ago(day("2026-10-18"), today, english) == "2 months ago");
    BOOST_TEST(time_ago(day("2026-03-21"), today, english) == "9 months ago");
    BOOST_TEST(time_ago(day("2026-03-22"), today, english) == "8 months ago");
    BOOST_TEST(time_ago(day("2025-01-21"), today, english) == "23 months ago");
    BOOST_TEST(time_ago(day("2024-12-21"), today, english) == "2 years ago");
}

BOOST_AUTO_TEST_CASE(an_onset_of_a_month_is_counted_roughly) {
    const auto today = day("2026-12-21");
    BOOST_TEST(since_text("2026-12-17", today, english) == "2026-12-17 (4 days ago)");
    BOOST_TEST(since_text("2026-03", today, english) == "March 2026 (about 9 months ago)");
    BOOST_TEST(since_text("2019", today, english) == "2019 (about 7 years ago)");
    BOOST_TEST(since_text("2026-12", today, english) == "December 2026");
    BOOST_TEST(since_text("last spring", today, english) == "last spring");
}

BOOST_AUTO_TEST_CASE(greets_by_title_and_last_name) {
    BOOST_TEST(salutation_of(provider_named("Dr. Ana Kim"), english) == "Dear Dr. Kim");
    BOOST_TEST(salutation_of(provider_named("Prof. Dr. Ana Kim"), english) == "Dear Prof. Dr. Kim");
    BOOST_TEST(salutation_of(provider_named("Dr Tomás Byrne"), english) == "Dear Dr Byrne");
    BOOST_TEST(salutation_of(provider_named("José Núñez"), english) == "Dear José Núñez");
    BOOST_TEST(salutation_of(provider_named("Drake Kim"), english) == "Dear Drake Kim");
    auto provider = provider_named("Ana Kim");
    provider.title = "Dr.";
    BOOST_TEST(salutation_of(provider, english) == "Dear Dr. Kim");
    provider.salutation = "Dear Ana";
    BOOST_TEST(salutation_of(provider, english) == "Dear Ana");
}

BOOST_AUTO_TEST_CASE(puts_the_latin_name_beside_another_script) {
    BOOST_TEST(name_of(client_named("Maria", "Lopez", "Maria Lopez")).whole == "Maria Lopez");
    const auto chinese = name_of(client_named("Xiaoming", "Wang", "王小明"));
    BOOST_TEST(chinese.whole == "Xiaoming Wang (王小明)");
    BOOST_TEST(chinese.latin == "Xiaoming Wang");
    BOOST_TEST(name_of(client_named("Omar", "Al-Khatib", "عمر الخطيب")).latin == "Omar Al-Khatib");
    const auto only = name_of(client_named("小明", "王", "王小明"));
    BOOST_TEST(only.whole == "王小明");
    BOOST_TEST(only.lacks_latin);
    BOOST_TEST(!name_of(client_named("José", "Núñez", "José Núñez")).lacks_latin);
}

BOOST_AUTO_TEST_CASE(the_window_shows_name_and_postal_address_only) {
    auto provider = provider_named("Dr. Ana Kim");
    provider.organisation = "Spine Clinic";
    provider.address = "3 Station Road\n\n Portland, ME 04102 ";
    provider.phone = "+1 555 0100";
    const std::vector<std::string> expected{
        "Dr. Ana Kim", "Chiropractor", "Spine Clinic", "3 Station Road", "Portland, ME 04102"};
    BOOST_TEST(receiver_lines(provider, english) == expected, boost::test_tools::per_element());
    provider.credentials = "DC";
    BOOST_TEST(receiver_lines(provider, english)[0] == "Dr. Ana Kim, DC");
    BOOST_TEST(receiver_lines(provider, english)[1] == "Spine Clinic");
}

BOOST_AUTO_TEST_CASE(names_the_profession_with_its_article) {
    auto provider = provider_named("Ana Kim");
    BOOST_TEST(to_profession(provider, english) == "to a chiropractor");
    provider.profession = "osteopath";
    BOOST_TEST(to_profession(provider, english) == "to an osteopath");
    provider.profession = "other";
    BOOST_TEST(to_profession(provider, english).empty());
}

BOOST_AUTO_TEST_SUITE_END()
