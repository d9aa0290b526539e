// SPDX-License-Identifier: MIT
#include "power_cut_desk.hpp"

#include "open_practice.hpp"

#include <praxis/error.hpp>
#include <praxis/sql.hpp>

#include <boost/filesystem.hpp>
#include <sodium.h>

#include <algorithm>
#include <fstream>
#include <stdexcept>
#include <utility>

/// Replaces libsodium's function. Each command derives the key of an encrypted practice, and its
/// slowness is not tested here.
int crypto_pwhash(
    unsigned char* const key,
    unsigned long long key_size,
    const char* const passphrase,
    unsigned long long passphrase_size,
    const unsigned char* const salt,
    unsigned long long,
    std::size_t,
    int
) {
    return crypto_generichash(
        key,
        key_size,
        reinterpret_cast<const unsigned char*>(passphrase),
        passphrase_size,
        salt,
        crypto_pwhash_SALTBYTES
    );
}

namespace praxis::testing {
namespace fs = boost::filesystem;

namespace {

constexpr auto passphrase = "correct horse battery staple";
constexpr int notes_to_sign = 3;
constexpr auto first_moment =
    std::chrono::sys_days{std::chrono::year{2026} / 11 / 20} + std::chrono::hours{9};

/// A note that can be signed.
std::string whole_note(const std::string& words) {
    return "technique = [\"swedish\"]\ndate = \"2026-11-19 14:30\"\nminutes = 60\n"
           "[consent]\ngiven = true\n"
           "[subjective]\ncomplaint = \"" +
           words +
           "\"\npain_now = 6\ngoal = \"sleep\"\nmedication_today = \"none\"\n"
           "[objective]\n[[objective.finding]]\nregion = \"neck\"\ntone = \"high\"\n"
           "[[block]]\ntechnique = \"swedish\"\nregion = \"full-back\"\nside = \"both\"\n"
           "minutes = 60\nstrokes = [\"effleurage\"]\npressure = 2\n"
           "[assessment]\npain_after = 4\nresponse = \"easier\"\nadverse = \"none\"\n"
           "progress = \"some\"\n"
           "[plan]\nhomecare = [\"heat\"]\n";
}

std::int64_t number_of(const std::string& id) {
    return std::stoll(id.substr(id.find('-') + 1));
}

std::string first_text(SQLite::Database& db, const std::string& sql, std::int64_t number = 0) {
    auto query = statement(db, sql);
    if (query.getBindParameterCount() > 0) {
        query.bind(1, number);
    }
    return query.executeStep() ? column_text(query, 0) : "";
}

/// The promised records that are missing.
std::string lost_records(SQLite::Database& db, const Promised& promised) {
    std::string lost;
    for (const auto& [client, name] : promised.clients) {
        if (first_text(db, "SELECT given FROM clients_client WHERE client = ?", client) != name) {
            lost += " client " + std::to_string(client);
        }
    }
    for (const auto& [note, words] : promised.notes) {
        const auto body = first_text(db, "SELECT body FROM soap_note WHERE note = ?", note);
        if (body.find("\"" + words + "\"") == std::string::npos) {
            lost += " note " + std::to_string(note);
        }
    }
    for (const auto note : promised.signed_notes) {
        if (first_text(db, "SELECT state FROM soap_note WHERE note = ?", note) != "signed") {
            lost += " signature of note " + std::to_string(note);
        }
    }
    return lost;
}

/// The rules of a sound practice that this one breaks.
std::string broken_rules(SQLite::Database& db) {
    std::string broken;
    if (const auto report = first_text(db, "PRAGMA integrity_check"); report != "ok") {
        broken += " integrity: " + report + ";";
    }
    if (!first_text(db, "PRAGMA foreign_key_check").empty()) {
        broken += " foreign keys;";
    }
    if (first_text(
            db, "SELECT count(*) = max(change_set) AND min(change_set) = 1 FROM core_change_set"
        ) != "1") {
        broken += " a gap in the change sets;";
    }
    if (first_text(
            db,
            "SELECT count(*) FROM core_change WHERE change_set NOT IN"
            " (SELECT change_set FROM core_change_set)"
        ) != "0") {
        broken += " changes without a set;";
    }
    if (first_text(
            db,
            "SELECT count(*) FROM core_change_set WHERE change_set NOT IN"
            " (SELECT change_set FROM core_change)"
        ) != "0") {
        broken += " a set without changes;";
    }
    // 1: also compare the index with the text that it was made from.
    db.exec("INSERT INTO soap_search (soap_search, rank) VALUES ('integrity-check', 1)");
    return broken;
}

} // namespace

Files read_folder(const std::string& folder) {
    Files files;
    for (const auto& entry : fs::directory_iterator{folder}) {
        const auto name = entry.path().filename().string();
        if (!name.ends_with("-shm") && !name.ends_with(".lock")) {
            std::string bytes(fs::file_size(entry.path()), '\0');
            std::ifstream{entry.path().string(), std::ios::binary}.read(
                bytes.data(), static_cast<std::streamsize>(bytes.size())
            );
            files[name] = std::move(bytes);
        }
    }
    return files;
}

Desk::Desk(const std::string& plugins, bool encrypted)
    : world_({plugins}), encrypted_(encrypted), passphrase_file_(world_.folder() + "/passphrase") {
    fs::create_directory(world_.folder() + "/desk");
    folder_ = fs::canonical(world_.folder() + "/desk").string();
    fs::permissions(folder_, fs::owner_all);
    std::ofstream{passphrase_file_} << passphrase << "\n";
    fs::permissions(passphrase_file_, fs::owner_read | fs::owner_write);
    world_.set("PRAXIS_PRACTICE", folder_ + "/practice.db");
    must(
        {"init",
         "--name",
         "Hands On",
         "--therapist",
         "Ines Moreau",
         "--time-zone",
         "UTC",
         encrypted ? "--quiet" : "--unencrypted"}
    );
    must({"client", "add", "--given", "Maria", "--family", "Lopez"});
    must({"condition", "add", "C-0001", "--none-known"});
    for (int i = 0; i < notes_to_sign; ++i) {
        must({"note", "new", "C-0001", "--from", "-"}, whole_note("ache"));
    }
    image_ = read_folder(folder_);
}

Outcome Desk::praxis(std::vector<std::string> words, const std::string& standard_input) {
    world_.at(first_moment + std::chrono::seconds{++seconds_});
    if (encrypted_) {
        words.insert(words.end(), {"--passphrase-file", passphrase_file_});
    }
    return world_.run(words, standard_input);
}

std::string Desk::must(std::vector<std::string> words, const std::string& standard_input) {
    const auto outcome = praxis(std::move(words), standard_input);
    if (outcome.exit != 0) {
        throw std::runtime_error("the practice cannot be prepared: " + outcome.err);
    }
    return outcome.out;
}

Outcome Desk::run(Command command, Promised& promised) {
    const auto words = "word" + std::to_string(++number_);
    const auto note = static_cast<std::int64_t>(promised.tried % notes_to_sign) + 1;
    ++promised.tried;
    Outcome outcome;
    switch (command) {
    case Command::add_client:
        outcome = praxis({"client", "add", "--given", words});
        break;
    case Command::new_note:
        outcome = praxis({"note", "new", "C-0001", "--from", "-"}, whole_note(words));
        break;
    case Command::sign_note:
        outcome = praxis({"note", "sign", "N-000" + std::to_string(note), "--another"});
        break;
    }
    if (outcome.exit != 0) {
        return outcome;
    }
    if (command == Command::add_client) {
        promised.clients[number_of(outcome.out)] = words;
    } else if (command == Command::new_note) {
        promised.notes[number_of(outcome.out)] = words;
    } else {
        promised.signed_notes.insert(note);
    }
    return outcome;
}

std::unique_ptr<SQLite::Database> Desk::begin_reading() {
    auto db = open_practice(folder_ + "/practice.db", practice::Mode::read, passphrase);
    db->exec("BEGIN");
    first_text(*db, "SELECT count(*) FROM core_change_set");
    return db;
}

Trouble Desk::find_loss(const Promised& promised) {
    try {
        const auto db = open_practice(folder_ + "/practice.db", practice::Mode::read, passphrase);
        const auto lost = lost_records(*db, promised);
        return {!lost.empty(), lost.empty() ? "" : "lost:" + lost};
    } catch (const std::exception& error) {
        return {promised.count() > 0, std::string{"it cannot be read: "} + error.what()};
    }
}

Trouble Desk::find_trouble(const Promised& promised, bool with_audit) {
    // First a command, as a user would run one; it also recovers what the cut left in the log.
    const auto first = with_audit ? praxis({"audit", "verify"}) : praxis({"user", "list"});
    if (auto loss = find_loss(promised); loss.any()) {
        return loss;
    }
    if (first.exit != 0) {
        return {false, "the first command failed: " + first.out + first.err};
    }
    if (const auto broken = find_broken_rules(promised); !broken.empty()) {
        return {false, "damaged:" + broken};
    }
    Promised next;
    const auto added = run(Command::add_client, next);
    return {false, added.exit == 0 ? "" : "the next command failed: " + added.err};
}

std::string Desk::find_broken_rules(const Promised& promised) {
    try {
        const auto db = open_practice(folder_ + "/practice.db", practice::Mode::write, passphrase);
        const auto clients = std::stoull(first_text(*db, "SELECT count(*) FROM clients_client"));
        return broken_rules(*db) +
               (clients > 1 + promised.tried ? " there are records that no command made;" : "");
    } catch (const std::exception& error) {
        return std::string{" "} + error.what();
    }
}

} // namespace praxis::testing
