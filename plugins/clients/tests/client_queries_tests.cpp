// SPDX-License-Identifier: MIT
#include "client_queries.hpp"
#include "practice.hpp"

#include <boost/test/unit_test.hpp>

namespace praxis::clients {
namespace {

std::vector<std::int64_t> numbers(const std::vector<ClientRow>& clients) {
    std::vector<std::int64_t> numbers;
    for (const auto& client : clients) {
        numbers.push_back(client.id.number);
    }
    return numbers;
}

using Numbers = std::vector<std::int64_t>;

std::vector<ClientRow> read_all(SQLite::Database& db, ClientFilter filter) {
    std::vector<ClientRow> clients;
    ClientReader reader{db, filter};
    while (auto client = reader.next()) {
        clients.push_back(*std::move(client));
    }
    return clients;
}

BOOST_FIXTURE_TEST_SUITE(client_queries_tests, Tables)

BOOST_AUTO_TEST_CASE(keeps_every_field_of_a_client) {
    ClientRow client{
        .given = "Nina",
        .family = "O'Brien",
        .written_name = "O'Brien Nina",
        .preferred_name = "Nin",
        .pronouns = "she/her",
        .born = day("2011-01-31"),
        .gender = "female",
        .address = "1 High St\nLansing",
        .phone = "+1 555 0100",
        .phone_kind = "mobile",
        .email = "nina@example.com",
        .email_kind = "home",
        .more_contacts =
            {{"phone", "work", "+1 555 0143"},
             {"email", std::nullopt, "n@example.org"},
             {"phone", std::nullopt, "0190"}},
        .contact_by = "sms",
        .language = "en",
        .occupation = "pupil",
        .emergency_name = "Rose",
        .emergency_phone = "5550143",
        .emergency_relation = "aunt",
        .guardian_name = "Ruth",
        .guardian_relation = "mother",
        .guardian_permission_on = day("2026-11-19"),
        .referral_source = "a friend",
        .other_products = "arnica",
        .notes = "bell\n\"upper\" 😀",
        .added = {Instant{std::chrono::seconds{1000}}, Minutes{60}},
        .changed = {Instant{std::chrono::seconds{2000}}, Minutes{-300}},
        .archived = ZonedTime{Instant{std::chrono::seconds{3000}}, Minutes{0}}};
    const auto id = add(client);
    const auto stored = find_client(db, id).value();
    BOOST_TEST(stored.written_name.value() == "O'Brien Nina");
    BOOST_TEST(stored.preferred_name.value() == "Nin");
    BOOST_TEST(stored.pronouns.value() == "she/her");
    BOOST_TEST(stored.born->iso() == "2011-01-31");
    BOOST_TEST(stored.gender.value() == "female");
    BOOST_TEST(stored.address.value() == "1 High St\nLansing");
    BOOST_TEST(stored.phone.value() == "+1 555 0100");
    BOOST_TEST(stored.phone_kind.value() == "mobile");
    BOOST_TEST(stored.email.value() == "nina@example.com");
    BOOST_TEST(stored.email_kind.value() == "home");
    BOOST_TEST((stored.more_contacts == client.more_contacts));
    BOOST_TEST(stored.contact_by.value() == "sms");
    BOOST_TEST(contacts_of(stored, "phone").size() == 3U);
    BOOST_TEST(contacts_of(stored, "email").back().value == "n@example.org");
    BOOST_TEST(stored.language.value() == "en");
    BOOST_TEST(stored.occupation.value() == "pupil");
    BOOST_TEST(stored.emergency_name.value() == "Rose");
    BOOST_TEST(stored.emergency_phone.value() == "5550143");
    BOOST_TEST(stored.emergency_relation.value() == "aunt");
    BOOST_TEST(stored.guardian_name.value() == "Ruth");
    BOOST_TEST(stored.guardian_relation.value() == "mother");
    BOOST_TEST(stored.guardian_permission_on->iso() == "2026-11-19");
    BOOST_TEST(stored.referral_source.value() == "a friend");
    BOOST_TEST(stored.other_products.value() == "arnica");
    BOOST_TEST(stored.notes.value() == "bell\n\"upper\" 😀");
    BOOST_TEST(stored.added.iso() == "1970-01-01T01:16:40+01:00");
    BOOST_TEST(stored.changed.iso() == "1969-12-31T19:33:20-05:00");
    BOOST_TEST(stored.archived->iso() == "1970-01-01T00:50:00+00:00");
}

BOOST_AUTO_TEST_CASE(finds_names_folded_and_in_any_order) {
    add("José", "Núñez");
    add("Maria", "Lopez");
    BOOST_TEST(
        numbers(clients_named(db, "nunez jo")) == Numbers{1}, boost::test_tools::per_element()
    );
    BOOST_TEST(numbers(clients_named(db, "LÓPEZ")) == Numbers{2}, boost::test_tools::per_element());
    BOOST_TEST(clients_named(db, "opez").empty());
    BOOST_TEST(clients_named(db, "maria nunez").empty());
    BOOST_TEST(clients_named(db, "  ").empty());
    BOOST_TEST(clients_named(db, "%").empty());
}

BOOST_AUTO_TEST_CASE(finds_parts_of_names_with_hyphens_and_apostrophes) {
    add("Anne-Marie", "O'Neill");
    for (const auto* words :
         {"marie", "annemarie", "oneill", "neill", "o'neill", "o’neill anne-m"}) {
        BOOST_TEST_CONTEXT(words) {
            BOOST_TEST(clients_named(db, words).size() == 1U);
        }
    }
}

BOOST_AUTO_TEST_CASE(finds_a_client_by_the_start_of_a_uuid_and_by_a_name_of_hex_letters) {
    add("Maria", "Lopez");
    add("Abba", "Fade");
    BOOST_TEST(clients_named(db, "019A").size() == 2U);
    BOOST_TEST(clients_named(db, "019").empty());
    BOOST_TEST(
        numbers(clients_named(db, "019a0000-0000-7000-8000-000000000001")) == Numbers{1},
        boost::test_tools::per_element()
    );
    BOOST_TEST(numbers(clients_named(db, "abba")) == Numbers{2}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(writes_east_asian_names_family_name_first) {
    BOOST_TEST(full_name({.given = "小明", .family = "王"}) == "王小明");
    BOOST_TEST(full_name({.given = "민준", .family = "김"}) == "김민준");
    BOOST_TEST(full_name({.given = "家", .family = "𠮷野"}) == "𠮷野家");
    BOOST_TEST(full_name({.given = "عمر", .family = "الخطيب"}) == "عمر الخطيب");
    BOOST_TEST(full_name({.given = "Béla", .family = "Bartók"}) == "Béla Bartók");
    BOOST_TEST(full_name({.given = "小明", .family = "Wang"}) == "小明 Wang");
    BOOST_TEST(full_name({.family = "Sukarno"}) == "Sukarno");
    BOOST_TEST(
        full_name({.given = "Béla", .family = "Bartók", .written_name = "Bartók Béla"}) ==
        "Bartók Béla"
    );
    add("小明", "王");
    BOOST_TEST(clients_named(db, "小明").size() == 1U);
    BOOST_TEST(clients_named(db, "王小明").size() == 1U);
}

BOOST_AUTO_TEST_CASE(reports_a_lookalike_with_the_same_name_unless_birth_dates_differ) {
    add("Maria", "Lopez", day("1984-05-02"));
    add("Ana", "Silva");
    const auto alike = [&](const char* given, const char* family, std::optional<Date> born) {
        return !lookalikes(db, ClientRow{.given = given, .family = family, .born = born}).empty();
    };
    BOOST_TEST(alike("MARIA", "López", day("1984-05-02")));
    BOOST_TEST(alike("Maria", "Lopez", std::nullopt));
    BOOST_TEST(alike("Ana", "Silva", day("1990-01-01")));
    BOOST_TEST(!alike("Maria", "Lopez", day("1984-05-03")));
    BOOST_TEST(!alike("Maria", "Lopez Ruiz", day("1984-05-02")));
    BOOST_TEST(!alike("Mari", "Lopez", day("1984-05-02")));
}

BOOST_AUTO_TEST_CASE(never_reuses_a_number) {
    const auto first = add("Maria", "Lopez");
    db.exec("DELETE FROM clients_client");
    BOOST_TEST(add("Ana", "Silva").number == first.number + 1);
}

BOOST_AUTO_TEST_CASE(lists_active_and_archived_clients_by_family_name) {
    add("Maria", "Lopez");
    add("Zoe", "Álvarez");
    add(ClientRow{.given = "Ana", .archived = ZonedTime{}});
    BOOST_TEST(
        numbers(read_all(db, ClientFilter::active)) == (Numbers{2, 1}),
        boost::test_tools::per_element()
    );
    BOOST_TEST(
        numbers(read_all(db, ClientFilter::archived)) == Numbers{3},
        boost::test_tools::per_element()
    );
    BOOST_TEST(read_all(db, ClientFilter::all).size() == 3U);
}

BOOST_AUTO_TEST_CASE(refuses_a_client_without_any_name) {
    BOOST_CHECK_THROW(add(ClientRow{}), SQLite::Exception);
    BOOST_CHECK_THROW(add(ClientRow{.given = ""}), SQLite::Exception);
}

BOOST_AUTO_TEST_CASE(decides_who_is_a_minor_on_a_day) {
    const ClientRow client{.born = day("2008-11-20")};
    BOOST_TEST(is_minor(client, day("2026-11-19")));
    BOOST_TEST(!is_minor(client, day("2026-11-20")));
    BOOST_TEST(!is_minor(ClientRow{}, day("2026-11-20")));
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
} // namespace praxis::clients
