// SPDX-License-Identifier: MIT
#include "directory/contact.hpp"
#include "directory/importing.hpp"
#include "directory/merging.hpp"
#include "profession_names.hpp"
#include "referral_session.hpp"

#include <praxis/error.hpp>

#include <boost/test/unit_test.hpp>

using namespace praxis;
using namespace praxis::referrals;

BOOST_FIXTURE_TEST_SUITE(provider_directory_tests, referrals::testing::ReferralSession)

BOOST_AUTO_TEST_CASE(understands_what_people_call_a_profession) {
    const ProfessionNames names{*this};
    BOOST_TEST(names.find("GP").value() == "general-practitioner");
    BOOST_TEST(names.find("G.P.").value() == "general-practitioner");
    BOOST_TEST(names.find("Chiro").value() == "chiropractor");
    BOOST_TEST(names.find("physio").value() == "physiotherapist");
    BOOST_TEST(names.find("pt").value() == "physiotherapist");
    BOOST_TEST(names.find("general practitioner").value() == "general-practitioner");
    BOOST_TEST(names.find("massage-therapist").value() == "massage-therapist");
    BOOST_TEST(!names.find("wizard"));
}

BOOST_AUTO_TEST_CASE(reads_a_vcard_with_folded_lines_escapes_and_groups) {
    const auto contacts = read_vcards("BEGIN:VCARD\r\n"
                                      "VERSION:3.0\r\n"
                                      "N:Kim;Ana;;Dr.;DC\r\n"
                                      "FN:Dr. Ana\r\n"
                                      "  Kim\r\n"
                                      "ORG:Spine Clinic\\, Hillview;Back unit\r\n"
                                      "item1.ADR;TYPE=work:;;5 Spine Lane;Hillview;ME;04401;USA\r\n"
                                      "TEL;TYPE=voice:+1 555 0100\r\n"
                                      "TEL;TYPE=\"work,fax\":+1 555 0101\r\n"
                                      "TEL;TYPE=cell,pref:+1 555 0102\r\n"
                                      "EMAIL:ana@spine.example\r\n"
                                      "ROLE:Chiropractor\r\n"
                                      "NOTE:closed\\non Fridays\r\n"
                                      "END:VCARD\r\n");
    BOOST_REQUIRE(contacts.size() == 1U);
    const auto& fields = contacts.front().fields;
    BOOST_TEST(contacts.front().line == 1);
    BOOST_TEST(contacts.front().problem.empty());
    BOOST_TEST(fields.name.value() == "Dr. Ana Kim");
    BOOST_TEST(fields.title.value() == "Dr.");
    BOOST_TEST(fields.credentials.value() == "DC");
    BOOST_TEST(fields.organisation.value() == "Spine Clinic, Hillview, Back unit");
    BOOST_TEST(fields.address.value() == "5 Spine Lane\nHillview ME 04401\nUSA");
    BOOST_TEST(fields.phone.value() == "+1 555 0102"); // the preferred one
    BOOST_TEST(fields.fax.value() == "+1 555 0101");
    BOOST_TEST(fields.notes.value() == "also: +1 555 0100\nclosed\non Fridays");
    BOOST_TEST(contacts.front().professions.front() == "Chiropractor");
}

BOOST_AUTO_TEST_CASE(reads_a_vcard_of_version_4) {
    const auto contacts = read_vcards("BEGIN:VCARD\nVERSION:4.0\nFN:Tom Hill\n"
                                      "TEL;VALUE=uri;PREF=1:tel:+1-555-0144\n"
                                      "LANG;PREF=1:en\nLANG:es\nCATEGORIES:friends,physio\n"
                                      "END:VCARD\n");
    const auto& contact = contacts.front();
    BOOST_TEST(contact.fields.phone.value() == "+1-555-0144");
    BOOST_TEST(contact.fields.languages.size() == 2U);
    BOOST_TEST(contact.professions.back() == "physio");
}

BOOST_AUTO_TEST_CASE(refuses_a_card_of_another_version_or_without_an_end) {
    const auto contacts = read_vcards("BEGIN:VCARD\nVERSION:2.1\nFN:Old\nEND:VCARD\n"
                                      "BEGIN:VCARD\nVERSION:4.0\nFN:Open\n");
    BOOST_REQUIRE(contacts.size() == 2U);
    BOOST_TEST(!contacts[0].problem.empty());
    BOOST_TEST(!contacts[1].problem.empty());
    BOOST_CHECK_THROW(read_vcards("name,profession\n"), Refused);
}

BOOST_AUTO_TEST_CASE(reads_a_vcard_behind_the_mark_of_utf_8) {
    const auto contacts = read_vcards("\xEF\xBB\xBF"
                                      "BEGIN:VCARD\nVERSION:4.0\nFN:Jo Wu\nEND:VCARD\n");
    BOOST_REQUIRE(contacts.size() == 1U);
    BOOST_TEST(contacts[0].problem == "");
    BOOST_TEST(contacts[0].fields.name.value() == "Jo Wu");
}

BOOST_AUTO_TEST_CASE(a_card_that_begins_inside_another_does_not_take_its_details) {
    const auto contacts = read_vcards("BEGIN:VCARD\nVERSION:4.0\nFN:Open\nTEL:+1 555 0100\n"
                                      "BEGIN:VCARD\nVERSION:4.0\nFN:Jo Wu\nEND:VCARD\n");
    BOOST_REQUIRE(contacts.size() == 2U);
    BOOST_TEST(contacts[0].problem == "the vCard has no END line");
    BOOST_TEST(contacts[1].problem == "");
    BOOST_TEST(!contacts[1].fields.phone);
}

BOOST_AUTO_TEST_CASE(reads_csv_with_quotes_and_lines_in_a_cell) {
    const auto contacts = read_contact_csv("\xEF\xBB\xBFName;Profession;Address;Languages\r\n"
                                           "\"Hill, Tom \"\"T\"\"\";PT;\"5 Lane\nTown\";en, es\r\n"
                                           "\r\n"
                                           "Jo Wu;;;\r\n");
    BOOST_REQUIRE(contacts.size() == 2U);
    BOOST_TEST(contacts[0].fields.name.value() == "Hill, Tom \"T\"");
    BOOST_TEST(contacts[0].fields.address.value() == "5 Lane\nTown");
    BOOST_TEST(contacts[0].fields.languages.size() == 2U);
    BOOST_TEST(contacts[0].professions.front() == "PT");
    BOOST_TEST(contacts[1].line == 5);
    BOOST_TEST(contacts[1].professions.empty());
    BOOST_CHECK_THROW(read_contact_csv("name,salary\n"), Refused);
    BOOST_CHECK_THROW(read_contact_csv("profession\n"), Refused);
    BOOST_CHECK_THROW(read_contact_csv("name,phone,phone\n"), Refused);
    BOOST_CHECK_THROW(read_contact_csv("name\n\"open\n"), Refused);
    BOOST_TEST(!read_contact_csv("name\na,b\n").front().problem.empty());
}

BOOST_AUTO_TEST_CASE(a_quotation_mark_within_a_cell_is_a_letter) {
    const auto contacts = read_contact_csv("name,phone\nTom 12\" Hill,'+1 555 0100\nJo Wu,\n");
    BOOST_REQUIRE(contacts.size() == 2U);
    BOOST_TEST(contacts[0].fields.name.value() == "Tom 12\" Hill");
    BOOST_TEST(contacts[0].fields.phone.value() == "+1 555 0100"); // marked against calculating
}

BOOST_AUTO_TEST_CASE(imports_each_entry_once_and_names_what_it_refuses) {
    add_provider("Dr. Ana Kim", "Spine Clinic");
    const auto contacts = read_contact_csv("name,profession,organisation,email\n"
                                           "dr. ana kim,chiro,,\n"
                                           "Dr. Ana Kim,chiro,Other Clinic,\n"
                                           "Tom Hill,physio,,tom@hill.example\n"
                                           "Tom Hill,PT,,\n"
                                           "Jo Wu,wizard,,\n"
                                           "Ed Roe,,,\n"
                                           ",GP,,\n"
                                           "Al Poe,GP,,nonsense\n");
    const auto outcome = import_contacts(*this, contacts, {});
    std::vector<std::string> effects;
    for (const auto& row : outcome.rows) {
        effects.push_back(row.effect);
    }
    const std::vector<std::string> expected{
        "known", "added", "added", "known", "refused", "refused", "refused", "refused"};
    BOOST_TEST(effects == expected, boost::test_tools::per_element());
    BOOST_TEST(outcome.refused == 4);
    BOOST_TEST(all_providers(db(), {}).size() == 3U);
    BOOST_TEST(import_contacts(*this, {contacts[5]}, "gp").rows.front().effect == "added");
}

BOOST_AUTO_TEST_CASE(merging_keeps_the_receiver_of_a_sent_letter) {
    auto kept = add_provider("Dr. Ana Kim");
    auto gone = add_provider("Ana Kim", "Spine Clinic");
    gone.phone = "+1 555 0100";
    update_provider(db(), gone);
    const auto sent = add_referral(gone);
    const auto draft = add_referral(gone);
    send(sent);
    kept = merge_providers(*this, gone, kept);
    BOOST_TEST(kept.phone.value() == "+1 555 0100");
    BOOST_TEST(kept.organisation.value() == "Spine Clinic");
    BOOST_TEST(find_referral(db(), sent.id)->provider.str() == gone.id.str());
    BOOST_TEST(find_referral(db(), draft.id)->provider.str() == kept.id.str());
    BOOST_TEST(find_provider(db(), gone.id)->merged_into.value().str() == kept.id.str());
    BOOST_TEST(all_referrals(db(), {.provider = kept.id}).size() == 2U);
    BOOST_TEST(count_referrals(db(), kept.id) == 2);
    BOOST_TEST(get_provider(db(), "kim").id.str() == kept.id.str());
    BOOST_TEST(get_current_provider(*this, gone.id.str()).id.str() == kept.id.str());
    BOOST_CHECK_THROW(merge_providers(*this, find_provider(db(), gone.id).value(), kept), Refused);
    BOOST_CHECK_THROW(merge_providers(*this, kept, kept), Refused);
}

BOOST_AUTO_TEST_CASE(merging_does_not_mix_the_places_of_two_organisations) {
    auto kept = add_provider("Dr. Ana Kim", "Spine Clinic");
    auto gone = add_provider("Ana Kim", "Harbor Hospital");
    gone.fax = "+1 555 0199";
    gone.salutation = "Dear Ana";
    update_provider(db(), gone);
    kept = merge_providers(*this, gone, kept);
    BOOST_TEST(!kept.fax);
    BOOST_TEST(!kept.salutation);
    BOOST_TEST(kept.organisation.value() == "Spine Clinic");
}

BOOST_AUTO_TEST_CASE(importing_again_does_not_bring_a_merged_entry_back) {
    const auto contacts = read_contact_csv("name,profession\nAna Kim,chiro\n");
    import_contacts(*this, contacts, {});
    const auto kept = add_provider("Dr. Ana Kim");
    merge_providers(*this, all_providers(db(), {}).front(), kept);
    const auto again = import_contacts(*this, contacts, {});
    BOOST_TEST(again.rows.front().effect == "known");
    BOOST_TEST(again.rows.front().provider == kept.id.str());
}

BOOST_AUTO_TEST_CASE(a_chain_of_mergers_leads_to_one_entry) {
    const auto first = add_provider("A Kim");
    const auto second = add_provider("B Kim");
    const auto third = add_provider("C Kim");
    merge_providers(*this, first, second);
    merge_providers(*this, find_provider(db(), second.id).value(), third);
    BOOST_TEST(find_provider(db(), first.id)->merged_into.value().str() == third.id.str());
    BOOST_TEST(merged_providers(db(), third.id).size() == 2U);
    BOOST_TEST(all_providers_ever(db()).front().id.str() == third.id.str());
}

BOOST_AUTO_TEST_CASE(the_full_name_has_title_and_credentials_once) {
    auto provider = add_provider("Dr. Ana Kim");
    provider.title = "Dr.";
    provider.credentials = "DC";
    BOOST_TEST(full_name_of(provider) == "Dr. Ana Kim, DC");
    provider.name = "Ana Kim DC";
    BOOST_TEST(full_name_of(provider) == "Dr. Ana Kim DC");
}

BOOST_AUTO_TEST_SUITE_END()
