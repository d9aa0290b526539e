// SPDX-License-Identifier: MIT
/// The values of one instrument for one complaint over time: what the notes of sessions record, and
/// what was measured otherwise. Only values of the same kind are compared: one complaint with
/// itself, and before a session with before a session.
#pragma once
#include "instrument/instrument.hpp"
#include "measure.hpp"

#include <praxis/clients/directory.hpp>
#include <praxis/date.hpp>
#include <praxis/document.hpp>
#include <praxis/id.hpp>
#include <praxis/session.hpp>

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace praxis::outcomes {

/// A number before and after a session.
struct AroundSession {
    std::optional<double> before;
    std::optional<double> after;
};

/// A signed session, and what its note records.
struct SessionRow {
    NoteId note;
    Date on;
    std::optional<ComplaintId> complaint = {}; // nothing: the note names none
    std::vector<std::string> techniques;       // ids
    AroundSession pain;
    AroundSession stress;
    AroundSession relaxation;
};

/// What is asked: one client, perhaps one complaint, perhaps only from a day on.
struct CourseQuestion {
    ClientId client;
    std::optional<ComplaintId> complaint = {};
    std::optional<Date> since = {};
};

struct Point {
    Date on;
    double value = 0;
    Given given = {}; // of a measure
};

struct Course {
    const Instrument* instrument = nullptr;    // owned by the caller's list
    std::optional<ComplaintId> complaint = {}; // nothing: of the client, or not recorded
    std::string about = {}; // "neck (CO-0002)"; empty where readers can mean no other complaint
    Subject subject = {};
    std::vector<Point> before;  // before sessions
    std::vector<Point> after;   // after sessions
    std::vector<Point> apart;   // not at a session
    std::vector<Date> sessions; // that the values are about
    std::size_t left_out = 0;   // of another version or language of the instrument: not comparable

    /// The series that is compared with itself: before sessions, or apart from them where that has
    /// more values.
    [[nodiscard]] const std::vector<Point>& compared() const {
        return apart.size() > before.size() ? apart : before;
    }

    [[nodiscard]] bool is_empty() const { return before.empty() && after.empty() && apart.empty(); }
};

/// Those that count, oldest first.
std::vector<SessionRow> sessions_of(Session& session, const CourseQuestion& question);

/// What a session's note records for the instrument; nothing for an instrument that notes lack.
AroundSession recorded_in(const SessionRow& row, const Instrument& instrument);

/// The sessions and measures of that complaint; of an instrument about the client as a whole all.
Course course_of(
    const Instrument& instrument,
    const std::optional<ComplaintId>& complaint,
    const std::vector<SessionRow>& sessions,
    const std::vector<Measure>& measures
);

/// Whether the session belongs to the course.
bool is_session_of(const SessionRow& row, const Course& course);

/// The courses that have a value, in the order: pain, then as `instruments`. An instrument about a
/// complaint has one for each complaint, and one for the values that name none; if the question
/// names a complaint, for that one and for those that name none. An instrument about the client as
/// a whole takes all sessions, not only those for the complaint.
std::vector<Course> courses_of(
    Session& session,
    const std::vector<Instrument>& instruments,
    const CourseQuestion& question,
    const std::vector<SessionRow>& sessions
);

/// Instruments of the client's measures that no file describes, or whose file cannot be read:
/// "psfs (2 answers)". Their values are in no course.
std::vector<std::string> unreadable_instruments(
    Session& session, const std::vector<Instrument>& instruments, const CourseQuestion& question
);

/// "chronic" after more than three months, "acute" before; empty when the onset is not recorded.
/// source  WHO 2023: chronic is longer than three months
std::string phase_of(const clients::Complaint& complaint, Date today);

/// What an answer to the instrument is about. An instrument for one region of the body tells the
/// region when no complaint does.
Subject subject_of(
    Session& session, const Instrument& instrument, const std::optional<ComplaintId>& complaint
);

/// "neck (CO-0002)", "no complaint".
std::string complaint_text(Session& session, const std::optional<ComplaintId>& complaint);

/// Names the complaints of a client's measures, where the client has more than one.
class ComplaintNames {
  public:
    ComplaintNames(Session& session, ClientId client);

    /// "neck (CO-0002)"; empty for a client with one complaint, and for a measure without one.
    [[nodiscard]] std::string of(const Measure& measure) const;

    [[nodiscard]] bool are_needed() const { return names_.size() > 1; }

  private:
    std::map<ComplaintId, std::string> names_;
};

/// The complaint that a command means: the one named, otherwise the only open one; nothing when
/// none is open.
///
/// errors  UsageError listing the open complaints when there are several; NotFound; Refused when
///         the complaint is another client's
std::optional<ComplaintId>
choose_complaint(Session& session, ClientId client, const std::optional<std::string>& named);

} // namespace praxis::outcomes
