// SPDX-License-Identifier: MIT
/// The tables of referrals in memory, with the columns of other plugins' tables that they refer to.
#pragma once
#include "provider.hpp"
#include "referral.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <boost/filesystem.hpp>
#include <boost/filesystem/fstream.hpp>

#include <iterator>
#include <string>

namespace praxis::referrals::testing {

inline boost::filesystem::path schemas() {
    return boost::filesystem::path{__FILE__}.parent_path() / "../../../schemas/referrals";
}

inline std::string read_file(const boost::filesystem::path& path) {
    boost::filesystem::ifstream file{path};
    return {std::istreambuf_iterator<char>{file}, std::istreambuf_iterator<char>{}};
}

struct ReferralPractice {
    SQLite::Database db{":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE};

    ReferralPractice() {
        db.exec("PRAGMA foreign_keys = ON;"
                "CREATE TABLE clients_client (client INTEGER PRIMARY KEY);"
                "CREATE TABLE clients_complaint (complaint INTEGER PRIMARY KEY);"
                "CREATE TABLE clients_consent (consent INTEGER PRIMARY KEY, client INTEGER,"
                " kind TEXT, recipient TEXT, given_on TEXT, given_by TEXT, expires_on TEXT,"
                " withdrawn_on TEXT, scope TEXT);"
                "CREATE TABLE soap_note (note INTEGER PRIMARY KEY);"
                "CREATE TABLE core_disclosure (disclosure INTEGER PRIMARY KEY);"
                "CREATE TABLE core_erasure (client INTEGER, done INTEGER);"
                "CREATE TABLE core_user (user INTEGER PRIMARY KEY, uuid TEXT, name TEXT,"
                " profession TEXT, licence TEXT, qualifications TEXT, phone TEXT, email TEXT,"
                " active INTEGER);"
                "INSERT INTO clients_client VALUES (1), (2);"
                "INSERT INTO clients_complaint VALUES (1);"
                "INSERT INTO soap_note VALUES (1), (2);"
                "INSERT INTO core_disclosure VALUES (1);"
                "INSERT INTO core_user VALUES (1, 'u', 'Ines Moreau', NULL, NULL, NULL, NULL,"
                " NULL, 1);");
        for (const auto* script :
             {"0001_referral.sql",
              "0002_reply.sql",
              "0003_directory.sql",
              "0004_letter_profile.sql",
              "0005_incoming.sql"}) {
            db.exec(read_file(schemas() / script));
        }
    }

    Provider add_provider(const std::string& name, const std::string& organisation = {}) {
        Provider provider;
        provider.uuid = "0190aaaa-0000-7000-8000-00000" + next_digits();
        provider.name = name;
        provider.profession = "chiropractor";
        if (!organisation.empty()) {
            provider.organisation = organisation;
        }
        provider.id = insert_provider(db, provider);
        return provider;
    }

    Referral add_referral(const Provider& provider) {
        Referral referral;
        referral.uuid = "0190bbbb-0000-7000-8000-00000" + next_digits();
        referral.client = {1};
        referral.complaint = ComplaintId{1};
        referral.provider = provider.id;
        referral.referrer = {1};
        referral.reason = "Is a joint of the low back behind this?";
        referral.reply_by = *Date::from_iso("2026-12-20");
        referral.notes = {NoteId{2}, NoteId{1}};
        referral.enclosures = {"consent form", "pain drawing"};
        referral.id = insert_referral(db, referral, event("draft"));
        return referral;
    }

    Event event(const std::string& state) {
        Event event;
        event.uuid = "0190cccc-0000-7000-8000-00000" + next_digits();
        event.state = state;
        event.happened_on = *Date::from_iso("2026-11-20");
        event.user = {1};
        return event;
    }

    void send(const Referral& referral) {
        insert_event(db, referral.id, event("ready"));
        insert_event(db, referral.id, event("sent"));
        insert_letter(db, letter_of(referral, "0190dddd-0000-7000-8000-000000000001"));
    }

    static SentLetter letter_of(const Referral& referral, const std::string& uuid) {
        SentLetter letter;
        letter.uuid = uuid;
        letter.referral = referral.id;
        letter.disclosure = {1};
        letter.via = "print";
        letter.sent_on = *Date::from_iso("2026-11-20");
        letter.recipient = "Dr. Ana Kim";
        letter.content = "{\"format\":1}";
        letter.digest = std::string(64, '0');
        return letter;
    }

    std::string next_digits() { return std::to_string(1'000'000 + ++added_); }

  private:
    int added_ = 0;
};

} // namespace praxis::referrals::testing
