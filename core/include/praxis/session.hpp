// SPDX-License-Identifier: MIT
/// What praxis lends a command for one call: the practice, the clock, the user, and the services of
/// other plugins.
///
/// Who calls it. praxis makes one Session for each command line. It passes the Session to the
/// command's `prepare` and `run`, and to the listeners, services and contributions that they reach.
/// A plugin makes no Session and keeps none: after the call it is gone. A plugin has no global
/// state, so a test can run each command with its own clock and practice (testing.hpp).
///
/// What it owns. The database connection, the transaction, and everything that a function returns
/// by reference. Such a reference is valid until the call ends; copy what you keep. A command does
/// not begin, commit or roll back: praxis does. With --dry-run, and before it asks whether to go on
/// (Danger), praxis runs a writing command and rolls it back, so `run` must have no effect outside
/// the database. Return a File instead of writing one.
///
/// What an error does. A function that cannot do its work throws an Error (error.hpp). Let it pass:
/// praxis rolls back the transaction, prints the message and the hint, and ends with the exit code
/// of the error. An error that you throw does the same. Any other exception is a fault in the
/// program: exit code 1, or 6 when SQLite reports that the file cannot be read or written.
///
/// Threads. Call a Session only from the thread that runs the command.
///
/// Example, compiled in tests/core/sdk_examples_tests.cpp:
///
///     Result run(Session& session, const Args& args) {
///         const auto client = ClientId::parse(args.client);
///         if (!client) {
///             throw UsageError(args.client + " is not the id of a client", "praxis client list");
///         }
///         const auto number = insert_waiting(
///             session.db(), // inside the transaction
///             {.uuid = session.new_uuid(), .client = *client, .since = session.now()}
///         );
///         session.report(client->str() + " is on the waiting list from " + session.today().iso());
///         return Message{std::to_string(number), Value::Object{{"waiting", number}}};
///     }
#pragma once
#include <praxis/date.hpp>
#include <praxis/error.hpp>
#include <praxis/id.hpp>
#include <praxis/result.hpp>
#include <praxis/signature.hpp>

#include <concepts>
#include <cstdint>
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
    std::string jurisdiction; // free text such as "US-MI"; rules that depend on it name it
};

/// A therapist, or another person who works with the records.
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

/// A person or body outside the practice received part of a client's record.
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
    std::string reason; // "requested by the client"; nothing from the record
};

/// A service, an event or an extension point is a type with an id such as "clients.directory/1".
/// A changed type gets a new id. A plugin can offer the old and the new type side by side.
template <class T>
concept Named = requires {
    { T::id } -> std::convertible_to<std::string_view>;
};

/// A plugin that contributes and could not be loaded.
struct Unavailable {
    std::string plugin;
    std::string reason;
};

template <class Point> struct Contributions {
    std::vector<const Point*> items;      // a plugin after those that it needs, then by name
    std::vector<Unavailable> unavailable; // name them where their part is missing
};

/// A declarative file that a plugin's folder contributes, such as a technique.
struct ContributedFile {
    std::string plugin;
    std::string name; // file name without its ending
    std::string path;
    std::string text;
};

/// A text that the user edits in their editor.
struct EditRequest {
    std::string subject;     // for people: "a new note of C-0001"
    std::string client;      // the client's UUID: erasing the client deletes an unsaved text
    std::string key;         // tells texts of one subject apart: a UUID, the techniques of a form
    bool offers_left = true; // offer an unsaved text; no where the options contradict it
    std::string text;        // the text that the editor opens
    std::string file_ending;
    std::optional<Instant> changed; // when the record was last changed; empty for a new one
    /// Checks each version that the user saves and returns what is wrong with it. praxis then opens
    /// the editor again with that message at the top.
    std::function<std::optional<std::string>(const std::string&)> check;
};

class PRAXIS_API Session {
  public:
    virtual ~Session();

    /// The open practice: read-only for Access::read, inside a transaction for Access::write.
    /// SQLite does not lock it against a second thread.
    /// Write with praxis::execute() and statement(): the journal records what they write. If
    /// another statement writes a record, praxis stores nothing of the command.
    ///
    /// errors  std::logic_error for a command that declared Access::none
    virtual SQLite::Database& db() = 0;
    virtual const Practice& practice() = 0;
    /// The user who runs the command: the only active one, or the one configured.
    /// errors  NeedsInput when there are several and none is configured
    virtual const User& user() = 0;

    virtual Instant now() const = 0;
    /// The practice's time zone; the machine's when there is no practice.
    virtual const TimeZone& zone() = 0;
    virtual ZonedTime civil_now() = 0;
    virtual Date today() = 0;
    virtual DateOrder date_order() const = 0;

    /// The value of a setting that the core or a plugin.toml declares ("paper"): from PRAXIS_PAPER,
    /// the configuration, or its default; empty when it has none of these. Values are valid: praxis
    /// checked them before the command began.
    /// errors  std::logic_error for a setting that nobody declares
    virtual std::string setting(std::string_view name) const = 0;

    /// A remark for the user. praxis prints it on stderr after the commit, unless --quiet is given.
    virtual void report(std::string note) = 0;

    /// The text of a file that the user named; "-" is standard input.
    /// limits  8 MiB, UTF-8
    /// errors  Refused: no such file, not readable, not UTF-8
    virtual std::string read_text(const std::string& path) = 0;

    /// Lets the user edit a text in their editor. Only in a command's `prepare`. When an earlier
    /// text with the same subject was typed and never stored, praxis offers it.
    /// errors  NeedsInput when there is no terminal, or the user leaves the text unchanged or empty
    virtual std::string edit_text(const EditRequest& request) = 0;

    /// A new UUIDv7 from the session's clock and random numbers.
    virtual std::string new_uuid() = 0;

    /// Adds a row to the disclosure ledger.
    virtual DisclosureId record_disclosure(const Disclosure& disclosure) = 0;

    /// The user's signature over these bytes. Only in a command that writes.
    /// errors  Refused when the user has no key here, or another user's passphrase was given
    virtual Signature sign(std::string_view bytes) = 0;

    /// Notes in the access log that a record such as "C-0042" was viewed. Call it where you find a
    /// record by its number or name in order to show it.
    virtual void log_access(const std::string& record) = 0;

    /// Begins the erasure of a client. From now on this command may delete frozen rows. praxis also
    /// removes the content of deleted rows from the journal, and rewrites the file after the
    /// commit. A tombstone without content remains, so that the journal can still be verified.
    virtual void begin_erasure(const Erasure& erasure) = 0;

    virtual std::vector<ContributedFile> contributed_files(std::string_view point) = 0;

    /// A service of another plugin. praxis loads that plugin if it is not loaded yet.
    /// errors  PluginError when no plugin offers the service, or its plugin cannot be loaded
    template <Named Service> Service& get() { return *static_cast<Service*>(service(Service::id)); }

    /// Announces an event. `before` listeners run now, inside the transaction: one that throws
    /// stops the command. `after` listeners run after the commit and receive a copy of the event.
    template <Named Event> void emit(Event event) {
        publish(Event::id, std::make_shared<const Event>(std::move(event)));
    }

    /// Everything that plugins contribute to an extension point. Loads those plugins.
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
    // Added at the end: plugins built earlier find the other functions at the same place.

    /// Sets the exit code of a command that shows its result although it found a problem, such as a
    /// contraindication. Its changes are kept.
    virtual void end_with(Exit exit) = 0;

    /// The names of all contributions to an extension point, as the manifests of enabled plugins
    /// give them. Loads no plugin.
    virtual std::vector<std::string> contributed_names(std::string_view point) = 0;

    /// The contribution of that name. Loads only the plugins whose manifest names it; nullptr when
    /// none has it.
    /// errors  PluginError when such a plugin cannot be loaded
    template <Named Point> const Point* find(std::string_view name) {
        for (const void* item : contributions_named(Point::id, name)) {
            if (const auto* found = static_cast<const Point*>(item); found->name == name) {
                return found;
            }
        }
        return nullptr;
    }

  protected:
    /// All contributions to the point of the plugins whose manifest gives that name.
    virtual std::vector<const void*>
    contributions_named(std::string_view point, std::string_view name) = 0;

  public:
    /// Tells how far long work is: "checking notes", 1200 of 60000; a total of 0 is not known.
    /// praxis shows it on stderr when that is a terminal and the command takes longer than half a
    /// second.
    virtual void progress(std::string_view what, std::uint64_t done, std::uint64_t total) = 0;

    /// Asks a person on the terminal and returns the answer. Only in a command's `prepare`. Nothing
    /// when there is no terminal, with --no-input, or when the terminal was closed; so a question
    /// names the option that answers it.
    virtual std::optional<std::string> ask(const std::string& question) = 0;

    /// Ends a command that did a part of its work: praxis keeps the changes, shows the result, and
    /// then ends with this error and its exit code.
    virtual void end_with_error(const Error& error) = 0;
};

} // namespace praxis
