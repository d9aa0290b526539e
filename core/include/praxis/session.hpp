// SPDX-License-Identifier: MIT
/// What a command is lent for one call: the practice, the clock, the person at the keyboard, and
/// what other plugins offer. Nothing is global, so a test hands in its own.
#pragma once
#include <praxis/date.hpp>
#include <praxis/error.hpp>
#include <praxis/id.hpp>
#include <praxis/result.hpp>
#include <praxis/signature.hpp>

#include <concepts>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace SQLite {
class Database;
}

namespace praxis {

/// The practice as letters show it.
struct Practice {
    std::string uuid;
    std::string name;
    std::string address; // lines separated by line feeds
    std::string phone;
    std::string email;
    std::string website;
    std::string time_zone;    // IANA name
    std::string jurisdiction; // free word such as "US-MI"; rules that depend on it name it
};

/// A therapist, or whoever else works with the records.
struct User {
    UserId id;
    std::string uuid;
    std::string name;
    std::string profession;
    std::string licence;
    std::string qualifications;
    std::string phone;
    std::string email;
    bool active = true;
};

/// Somebody outside the practice was given part of a client's record.
/// source  45 CFR 164.528: date, recipient with address, what, purpose
struct Disclosure {
    std::int64_t client = 0;
    std::string recipient;
    std::string recipient_address;
    std::string what;    // "referral letter R-0001, 2 pages"
    std::string purpose; // "treatment", "client's own copy", "insurance" ...
    std::string digest;  // BLAKE2b-256 of the bytes that left, in hex; may be empty
};

/// A client's records are erased.
struct Erasure {
    std::int64_t client = 0;
    std::string uuid;   // the client's
    std::string reason; // "asked for by the client", without content of the record
};

/// A service, an event or an extension point is a type with an id such as "clients.directory/1".
/// A changed type gets a new id; old and new can be offered side by side.
template <class T>
concept Named = requires {
    { T::id } -> std::convertible_to<std::string_view>;
};

/// A plugin that would have contributed and could not be loaded.
struct Unavailable {
    std::string plugin;
    std::string reason;
};

template <class Point> struct Contributions {
    std::vector<const Point*> items;      // by plugin, in the order of their needs, then by name
    std::vector<Unavailable> unavailable; // to be named where their part is missing
};

/// A declarative file that a plugin's folder contributes, such as a technique.
struct ContributedFile {
    std::string plugin;
    std::string name; // file name without its ending
    std::string path;
    std::string text;
};

/// A text for somebody's editor.
struct EditRequest {
    std::string subject;     // what it is about, for people: "a new note of C-0001"
    std::string client;      // the client's UUID: what was typed goes with an erased client
    std::string key;         // what else makes it the same text: a UUID, the techniques of a form
    bool offers_left = true; // no: the command line says what an older text would contradict
    std::string text;        // what the editor opens on
    std::string file_ending;
    std::optional<Instant> changed; // when that was last changed; nothing: it is new
    /// Looks at each version and returns what is wrong with it, or nothing; while something is
    /// wrong the editor opens again with the message at the top.
    std::function<std::optional<std::string>(const std::string&)> check;
};

class PRAXIS_API Session {
  public:
    virtual ~Session();

    /// The open practice: read-only for Access::read, inside a transaction for Access::write. Only
    /// for the thread that runs the command: no lock of SQLite's keeps another one out.
    /// errors  std::logic_error for a command that declared Access::none
    virtual SQLite::Database& db() = 0;
    virtual const Practice& practice() = 0;
    /// Whoever is at the keyboard: the only active user, or the one configured.
    /// errors  NeedsInput when there are several and none is configured
    virtual const User& user() = 0;

    virtual Instant now() const = 0;
    /// In the practice's zone; in the machine's when there is no practice.
    virtual const TimeZone& zone() = 0;
    virtual ZonedTime civil_now() = 0;
    virtual Date today() = 0;
    virtual DateOrder date_order() const = 0;

    /// The value of a setting that the core or a plugin.toml declares ("paper"): from PRAXIS_PAPER,
    /// the configuration, or its default; empty when it has none of these. Values are valid: praxis
    /// checked them before the command began.
    /// errors  std::logic_error for a setting that nobody declares
    virtual std::string setting(std::string_view name) const = 0;

    /// A note to the person, shown on stderr once the practice has committed; not with --quiet.
    virtual void report(std::string note) = 0;

    /// A file that the person named; "-" is standard input.
    /// limits  8 MiB, UTF-8
    /// errors  Refused: no such file, not readable, not UTF-8
    virtual std::string read_text(const std::string& path) = 0;

    /// Lets the person edit a text in their editor. Only in a command's `prepare`. What was typed
    /// for the same subject and never stored is found again and offered.
    /// errors  NeedsInput when nobody is at a terminal, or the text was left unchanged or empty
    virtual std::string edit_text(const EditRequest& request) = 0;

    /// A new UUIDv7 of the session's clock and randomness.
    virtual std::string new_uuid() = 0;

    /// Writes the row of the disclosure ledger.
    virtual DisclosureId record_disclosure(const Disclosure& disclosure) = 0;

    /// The signature of whoever is at the keyboard. Only in a command that writes.
    /// errors  Refused when that person has no key here, or another person's passphrase was given
    virtual Signature sign(std::string_view bytes) = 0;

    /// Says that a record was read, such as "C-0042": stands in the log of looks. Whatever finds a
    /// record for a person by its number or name calls this.
    virtual void log_access(const std::string& record) = 0;

    /// Erases a client for good: from now on this command may delete what is frozen otherwise, what
    /// it deletes goes from the journal too, and the file is rewritten once it has committed. A
    /// tombstone without content remains, so that the journal can still be verified.
    virtual void begin_erasure(const Erasure& erasure) = 0;

    virtual std::vector<ContributedFile> contributed_files(std::string_view point) = 0;

    /// A service of another plugin, which is loaded when need be.
    /// errors  PluginError naming who would offer it
    template <Named Service> Service& get() { return *static_cast<Service*>(service(Service::id)); }

    /// Tells an event: `before` listeners at once, inside the transaction, where throwing vetoes;
    /// `after` listeners once the practice has committed, on a copy.
    template <Named Event> void emit(Event event) {
        publish(Event::id, std::make_shared<const Event>(std::move(event)));
    }

    /// Everything that plugins contribute to an extension point; loads them.
    template <Named Point> Contributions<Point> all() {
        Contributions<Point> all;
        for (const void* item : contributions(Point::id, all.unavailable)) {
            all.items.push_back(static_cast<const Point*>(item));
        }
        return all;
    }

  protected:
    virtual void* service(std::string_view id) = 0;
    virtual void publish(std::string_view id, std::shared_ptr<const void> event) = 0;
    virtual std::vector<const void*>
    contributions(std::string_view point, std::vector<Unavailable>& unavailable) = 0;

  public:
    // Added at the end, so that plugins built before still find all others where they were.

    /// The exit code of a command that has something to show although something is wrong: a check
    /// that found a stop. What it changed is kept.
    virtual void end_with(Exit exit) = 0;
};

} // namespace praxis
