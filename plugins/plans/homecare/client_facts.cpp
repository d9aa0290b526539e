// SPDX-License-Identifier: MIT
#include "homecare/client_facts.hpp"

#include "homecare/client_facts_queries.hpp"

#include <praxis/clients/directory.hpp>

#include <map>
#include <utility>

namespace praxis::plans::home {

using clients::TextField;

namespace {

TextField field_of(const std::string& list) {
    if (list == "allergy") {
        return TextField::allergy;
    }
    if (list == "remark") {
        return TextField::remark;
    }
    return list == "medication" || list == "product" ? TextField::medication : TextField::condition;
}

/// Whole weeks since a condition began; nothing for a month or a year, which would hide a limit.
/// Remarks, reasons and complaints begin on another day than what they mention: pain of last week
/// in a pregnancy of months.
std::optional<int> weeks_of(const HealthRow& row, Date today) {
    constexpr int days_of_a_week = 7;
    const auto day = row.is_condition_name ? Date::from_iso(row.since) : std::nullopt;
    return day ? std::
                     optional{static_cast<int>((today.days() - day->days()).count()) / days_of_a_week}
               : std::nullopt;
}

class Gathering {
  public:
    Gathering(Session& session, ClientId client)
        : session_(session), concepts_(session.get<clients::Concepts>()), client_(client) {
        for (auto& known : concepts_.all(session)) {
            groups_[known.concept_id] = std::move(known.groups);
        }
    }

    ClientFacts take() {
        for (auto& row : health_rows(session_.db(), client_, session_.today())) {
            add(row);
        }
        for (const auto& note : health_of_last_notes(session_.db(), client_, session_.today())) {
            add(note);
        }
        for (const auto& complaint :
             session_.get<clients::Directory>().open_complaints(session_, client_)) {
            add(complaint);
        }
        for (const auto& [list, name] :
             {std::pair{"condition", "conditions"},
              {"medication", "medications"},
              {"allergy", "allergies"}}) {
            if (!was_asked(session_.db(), client_, list)) {
                facts_.not_asked.emplace_back(name);
            }
        }
        return std::move(facts_);
    }

  private:
    void add(const HealthRow& row) {
        const auto list = row.list == "remark" ? "condition" : row.list;
        add_text(
            {.list = list,
             .text = row.text,
             .past = row.past,
             .weeks = weeks_of(row, session_.today()),
             .concepts = {}},
            concepts_.of_row(
                session_,
                {row.text, field_of(row.list), row.since, row.code},
                session_.today(),
                row.concepts
            )
        );
    }

    /// The medication counts as taken, and "heparin, for a clot" names a condition.
    void add(const NoteHealth& note) {
        add_of_note(note, "medication", note.medication_today, TextField::medication);
        add_of_note(note, "condition", note.medication_today, TextField::medication);
        add_of_note(note, "condition", note.concerns, TextField::remark);
    }

    void add_of_note(
        const NoteHealth& note, const char* list, const std::string& text, TextField field
    ) {
        if (!text.empty()) {
            add_text(
                {.list = list,
                 .text = text,
                 .concepts = {},
                 .in_note = true,
                 .of_earlier_day = note.day < session_.today()},
                concepts_.read(session_, {text, field}, note.day)
            );
        }
    }

    void add(const clients::Complaint& complaint) {
        OpenComplaint open{complaint.causes, complaint.region, std::nullopt};
        if (complaint.onset) {
            open.days =
                static_cast<int>((session_.today().days() - complaint.onset->days()).count());
        }
        facts_.complaints.push_back(std::move(open));
        add_text(
            {.list = "complaint", .text = complaint.title, .concepts = {}},
            concepts_.read(session_, {complaint.title, TextField::remark}, session_.today())
        );
    }

    void add_text(RecordText text, const std::vector<clients::UnderstoodConcept>& understood) {
        for (const auto& [id, state] : understood) {
            KnownConcept known{{id}, state};
            const auto& groups = groups_[id];
            known.ids.insert(known.ids.end(), groups.begin(), groups.end());
            text.concepts.push_back(std::move(known));
        }
        facts_.texts.push_back(std::move(text));
    }

    Session& session_;
    clients::Concepts& concepts_;
    ClientId client_;
    std::map<std::string, std::vector<std::string>> groups_;
    ClientFacts facts_;
};

} // namespace

ClientFacts gather_facts(Session& session, ClientId client) {
    return Gathering{session, client}.take();
}

} // namespace praxis::plans::home
