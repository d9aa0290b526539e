// SPDX-License-Identifier: MIT
/// A typed view of a note's body: the names of its tables and fields are here, and nowhere else.
/// A view owns nothing and copies nothing; the body must outlive it. A body may be anything, also
/// one that somebody changed outside praxis: what is not there, or is of another kind, is absent.
#pragma once
#include <praxis/date.hpp>
#include <praxis/id.hpp>
#include <praxis/value.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace praxis::soap {

/// One block of a note: the work with one technique on one region.
class NoteBlock {
  public:
    /// number  its place in the note, counted from 1
    NoteBlock(const Value& table, std::size_t number) : table_(&table), number_(number) {}

    [[nodiscard]] const Value& table() const { return *table_; }

    [[nodiscard]] std::size_t number() const { return number_; }

    /// "block[2]": the path of the block in its note.
    [[nodiscard]] std::string path() const;

    [[nodiscard]] std::string technique() const { return table_->text_at("technique"); }

    [[nodiscard]] std::string region() const { return table_->text_at("region"); }

    [[nodiscard]] std::string side() const { return table_->text_at("side"); }

    [[nodiscard]] std::string text() const { return table_->text_at("text"); }

    [[nodiscard]] std::optional<Minutes> minutes() const;

    /// A field of the block or of its technique; nullptr when it is not recorded.
    [[nodiscard]] const Value* field(std::string_view name) const { return table_->find(name); }

    /// "right lower back"; empty when the block names no region.
    [[nodiscard]] std::string place() const;

  private:
    const Value* table_;
    std::size_t number_;
};

/// What consent is asked for: a technique on a region. Both are empty for the session as a whole.
struct Treatment {
    std::string technique;
    std::string region;

    bool operator==(const Treatment&) const = default;
};

/// The kinds of a session. A note that names none is of a treatment.
inline constexpr std::string_view treatment = "treatment";
inline constexpr std::string_view wellness = "wellness";

class NoteBody {
  public:
    explicit NoteBody(const Value& body) : body_(&body) {}

    explicit NoteBody(const Value&& body) = delete;

    /// "2026-11-20 14:30"
    [[nodiscard]] std::optional<CivilTime> began() const;
    [[nodiscard]] std::vector<std::string> techniques() const;
    [[nodiscard]] std::optional<ComplaintId> complaint() const;

    /// Whether the body names a complaint, by its id or otherwise.
    [[nodiscard]] bool has_complaint() const;
    [[nodiscard]] std::optional<Minutes> minutes() const;

    /// `treatment` or `wellness`.
    [[nodiscard]] std::string_view kind() const {
        return body_->text_at("kind") == wellness ? wellness : treatment;
    }

    /// Why the note is late; empty when it does not say so.
    [[nodiscard]] std::string late() const { return body_->text_at("late"); }

    /// The client's consent as the note records it; nothing when it records none.
    [[nodiscard]] std::optional<bool> consent_given() const;

    /// A value of that part; nullptr when it is not recorded.
    [[nodiscard]] const Value* subjective(std::string_view field) const;
    [[nodiscard]] const Value* objective(std::string_view field) const;
    [[nodiscard]] const Value* assessment(std::string_view field) const;

    /// NPRS 0-10, before and after the work.
    [[nodiscard]] std::optional<int> pain_before() const;
    [[nodiscard]] std::optional<int> pain_after() const;

    /// 0-10, before and after the work.
    [[nodiscard]] std::optional<int> stress_before() const;
    [[nodiscard]] std::optional<int> stress_after() const;

    /// The days that the plan names.
    [[nodiscard]] std::optional<Date> next_visit() const;
    [[nodiscard]] std::optional<Date> review_on() const;

    [[nodiscard]] std::vector<NoteBlock> blocks() const;

    /// The treatments of the blocks, each once; the session as a whole when there is no block.
    [[nodiscard]] std::vector<Treatment> treatments() const;

    /// The rows of a table of the objective part, such as "rom"; none when it is not recorded.
    [[nodiscard]] const Value::Array& objective_rows(std::string_view table) const;

    /// What the therapist found by touch.
    [[nodiscard]] const Value::Array& findings() const { return objective_rows("finding"); }

    /// The table of a part such as "plan"; nullptr when nothing of it is recorded.
    [[nodiscard]] const Value* part(std::string_view id) const;

    /// The note that facts were copied from, "N-0007"; empty when none was.
    [[nodiscard]] std::string copied_from() const;

    /// Whether everything that the note records of its session was copied from another note.
    [[nodiscard]] bool is_all_copied() const;

  private:
    [[nodiscard]] const Value* field(std::string_view part, std::string_view name) const;
    [[nodiscard]] std::optional<Date> planned_day(std::string_view name) const;

    const Value* body_;
};

} // namespace praxis::soap
