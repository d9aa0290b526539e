// SPDX-License-Identifier: MIT
/// Extension points of the core. Each plugin contributes its own part of a client's chart. Charts,
/// letters and exports are assembled from these parts, so they read no plugin's tables.
#pragma once
#include <praxis/date.hpp>
#include <praxis/document.hpp>
#include <praxis/id.hpp>
#include <praxis/renderer.hpp>
#include <praxis/session.hpp>
#include <praxis/value.hpp>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace praxis {

/// The reader: the practice itself, another health professional, or the client.
enum class Audience { file, provider, client };

/// What the sections of one chart share: each set of records is read once.
///   const auto& notes = request.shared->get<std::vector<Note>>("soap.notes", read_notes);
class ChartMemory {
  public:
    /// The value of that name; made by the first section that asks. A name has one type.
    template <class T, class Make> const T& get(const std::string& name, Make make) {
        auto& place = values_[name];
        if (!place) {
            place = std::make_shared<const T>(make());
        }
        return *static_cast<const T*>(place.get());
    }

  private:
    std::map<std::string, std::shared_ptr<const void>> values_;
};

struct ChartRequest {
    ClientId client;
    Audience audience = Audience::file;
    std::optional<ComplaintId> complaint = {}; // only this episode, where the record tells it
    std::optional<Date> since = {};            // only that day and later
    /// A section of long texts, such as notes, gives only the newest so many in full and says how
    /// to see the others. Nothing: all, as an export needs them.
    std::optional<std::size_t> newest = {};
    /// Copies of a request share it. Name what differs with the other members.
    std::shared_ptr<ChartMemory> shared = std::make_shared<ChartMemory>();
};

/// Something that a complete letter needs and that the record lacks.
struct Gap {
    std::string what; // "no allergies are recorded, nor that none are known"
    std::string fix;  // "praxis allergy add C-0001 --none-known"
};

struct ChartPart {
    std::vector<Block> blocks; // without the section's own heading; empty: nothing recorded
    std::vector<Gap> gaps;
};

/// name  what letters and --sections call it: "problems", "allergies", "findings" ...
struct ChartSection {
    static constexpr std::string_view id = "chart-section/1";
    std::string name;
    std::string title;
    int order = 500; // place in a whole chart: 100 person, 200 health, 300 complaint, 400 findings,
                     // 500 treatment, 600 plan, 700 outcomes, 800 referrals, 900 consent
    std::function<ChartPart(Session&, const ChartRequest&)> write;
};

struct FhirRequest {
    ClientId client;
    std::optional<ReferralId> referral; // resources that this referral needs; nothing: everything
    std::optional<ComplaintId> complaint;
};

/// A kind of records that a RecordMapper hands over.
struct RecordKind {
    std::string name;    // "notes"
    bool single = false; // one for each client: in JSON an object, not a list of objects
};

/// Takes one record. `kind` is the name of a RecordKind.
using RecordSink = std::function<void(std::string_view kind, Value record)>;

/// Maps a plugin's rows to JSON without loss, and back, and to FHIR R4 resources.
/// A resource's id is its record's UUID; others refer to it as "urn:uuid:<id>".
/// tables  every table whose rows `write` hands over: no table of a plugin is without a mapper
struct RecordMapper {
    static constexpr std::string_view id = "record-mapper/2";
    std::string name; // member of the exported object that holds the records
    std::vector<std::string> tables;
    std::vector<RecordKind> kinds;
    /// Hands over the records one at a time: those of the client, or of the whole practice. A
    /// record comes after the records of this plugin that it refers to. Keeps at most the records
    /// of one client in memory.
    std::function<void(Session&, std::optional<ClientId>, const RecordSink&)> write;
    /// Stores a record that `write` handed over, with its ids, in a practice that lacks it. Records
    /// come in the order of `write`. Empty when the records cannot be read back.
    std::function<void(Session&, std::string_view kind, const Value& record)> read = {};
    std::function<std::vector<Value>(Session&, const FhirRequest&)> fhir = {}; // may be empty
};

/// All records of the client as one object with a member for each kind.
PRAXIS_API Value records_of(Session& session, const RecordMapper& mapper, ClientId client);

/// Something that happened to a client's record: a line of `praxis client timeline`.
struct TimelineEvent {
    Date on;
    std::optional<Minutes> time_of_day; // where it is known
    std::string kind;                   // "session", "complaint", "consent", "referral" ...
    std::string record;                 // "N-0107"
    std::string what;                   // "deep tissue, pain 7 -> 4, signed"
};

struct TimelineSource {
    static constexpr std::string_view id = "timeline/1";
    std::string name;
    std::function<std::vector<TimelineEvent>(Session&, ClientId)> events; // in any order
};

/// A line of `praxis todo`.
struct Todo {
    std::optional<Date> due;
    std::string what;    // "note N-0107 is not signed"
    std::string command; // "praxis note sign N-0107"
};

struct TodoSource {
    static constexpr std::string_view id = "todo/1";
    std::string name;
    std::function<std::vector<Todo>(Session&)> list;
};

/// Reports each plugin whose part is missing, so that an incomplete result never looks complete.
PRAXIS_API void report_unavailable(Session& session, const std::vector<Unavailable>& unavailable);

/// A document that begins with the practice's letterhead and the session's date.
PRAXIS_API Document new_document(Session& session, std::string title);

} // namespace praxis
