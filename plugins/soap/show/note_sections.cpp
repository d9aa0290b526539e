// SPDX-License-Identifier: MIT
#include "show/note_sections.hpp"

#include "note/note_body.hpp"
#include "note/note_copied.hpp"
#include "note/note_queries.hpp"
#include "note/note_templates.hpp"
#include "show/note_document.hpp"
#include "show/note_facts.hpp"

#include <praxis/body.hpp>
#include <praxis/clients/directory.hpp>
#include <praxis/text.hpp>

#include <algorithm>
#include <cmath>
#include <utility>

namespace praxis::soap {

namespace {

constexpr int meaningful_points = 2;     // Ostelo 2008
constexpr double meaningful_share = 0.3; // of the first value
constexpr int level_in_section = 2;      // below the section's own heading

/// All sections of a chart share one reading of the notes.
const std::vector<Note>& notes_of(Session& session, const ChartRequest& request) {
    const auto name = "soap.notes " + request.client.str() + " " +
                      (request.complaint ? request.complaint->str() : "") + " " +
                      (request.since ? request.since->iso() : "");
    return request.shared->get<std::vector<Note>>(name, [&] {
        return notes_of_episode(session, request.client, request.complaint, request.since);
    });
}

Gap no_signed_note(const ChartRequest& request) {
    return {
        .what = "no signed note of " + request.client.str() + " records findings and treatment",
        .fix = "praxis note new " + request.client.str() + " --technique deep-tissue --sign",
    };
}

bool is_any_carried(const CopiedFields& carried, const std::string& table) {
    return std::any_of(carried.fields.begin(), carried.fields.end(), [&table](const auto& path) {
        return path.starts_with(table + "[");
    });
}

/// Whether anything in the table was found in that session, and not copied from an earlier note.
bool has_new_rows(const Note& note, const std::string& table) {
    const auto carried = read_copied_fields(note.body);
    const auto paths = fact_paths(note.body);
    return !NoteBody{note.body}.objective_rows(table).empty() &&
           std::any_of(paths.begin(), paths.end(), [&](const auto& path) {
               return path.starts_with("objective." + table + "[") && !carried.contains(path);
           });
}

/// The day, and for the practice's own readers the note.
std::string on_day(const Note& note, Audience audience) {
    const auto day = note.began.civil().date.iso();
    return audience == Audience::provider ? day : day + " (" + note.id.str() + ")";
}

void add_amendments(std::vector<Block>& blocks, const Note& note) {
    for (const auto& amendment : note.amendments) {
        blocks.emplace_back(Paragraph{
            "Amendment of " + note.id.str() + ", " + amendment.at.civil().str() + ", " +
                amendment.author_name + ". Reason: " + amendment.reason + "\n" + amendment.text,
            Tone::remark});
    }
}

/// Findings of several kinds, each from the newest note that has any.
class FindingsWriter {
  public:
    FindingsWriter(Session& session, const std::vector<Note>& notes, Audience audience)
        : notes_(notes), shelf_(session.db()), audience_(audience) {}

    void plain_findings() {
        const auto note = newest([](const Note& each) {
            const auto* objective = NoteBody{each.body}.part("objective");
            const auto carried = read_copied_fields(each.body);
            return objective != nullptr &&
                   std::any_of(
                       objective->as_object().begin(),
                       objective->as_object().end(),
                       [&carried](const Value::Member& member) {
                           return is_plain(member.second) &&
                                  !carried.contains("objective." + member.first);
                       }
                   );
        });
        if (note == notes_.rend()) {
            return;
        }
        const NoteBody body{note->body};
        Facts facts;
        const auto templates = shelf_.get_templates(*note);
        if (const auto* part = templates.find_part("objective")) {
            for (const auto& field : part->fields) {
                const auto* value = body.objective(field.name);
                if (value != nullptr && is_plain(*value) &&
                    !read_copied_fields(note->body).contains("objective." + field.name)) {
                    facts.items.emplace_back(
                        field.label + ", " + note->began.civil().date.iso(),
                        format_value(*value, &field)
                    );
                }
            }
        }
        if (!facts.items.empty()) {
            blocks_.emplace_back(std::move(facts));
            used(*note);
        }
    }

    void table(const std::string& name) {
        const auto note = newest([&name](const Note& each) { return has_new_rows(each, name); });
        if (note == notes_.rend()) {
            return;
        }
        const auto templates = shelf_.get_templates(*note);
        const auto* part = templates.find_part("objective");
        const auto* field = part == nullptr ? nullptr : find_field(part->fields, name);
        if (field == nullptr) {
            return;
        }
        const auto carried = read_copied_fields(note->body);
        auto grid =
            grid_of(*field, *NoteBody{note->body}.objective(name), carried, "objective." + name);
        grid.caption = field->label + ", " + on_day(*note, audience_);
        blocks_.emplace_back(std::move(grid));
        if (is_any_carried(carried, "objective." + name)) {
            blocks_.emplace_back(Paragraph{
                "* copied from an earlier note and not examined again on that day", Tone::small});
        }
        used(*note);
    }

    std::vector<Block> take() {
        std::sort(used_.begin(), used_.end(), [](const Note* left, const Note* right) {
            return left->began.instant < right->began.instant;
        });
        for (const auto* note : used_) {
            add_amendments(blocks_, *note);
        }
        return std::move(blocks_);
    }

  private:
    static bool is_plain(const Value& value) {
        const bool table = value.is_object() || (value.is_array() && !value.as_array().empty() &&
                                                 value.as_array().front().is_object());
        return !table && !value.is_null();
    }

    template <class Has> std::vector<Note>::const_reverse_iterator newest(Has has) {
        return std::find_if(notes_.rbegin(), notes_.rend(), has);
    }

    void used(const Note& note) {
        if (std::find(used_.begin(), used_.end(), &note) == used_.end()) {
            used_.push_back(&note);
        }
    }

    const std::vector<Note>& notes_;
    TemplateShelf shelf_;
    Audience audience_;
    std::vector<Block> blocks_;
    std::vector<const Note*> used_;
};

/// "lower back, both sides; right glute": the regions of the blocks.
std::string places_of(const Note& note) {
    std::vector<std::string> places;
    for (const auto& block : NoteBody{note.body}.blocks()) {
        auto place = block.place();
        if (!place.empty() && std::find(places.begin(), places.end(), place) == places.end()) {
            places.push_back(std::move(place));
        }
    }
    return join(places, "; ");
}

std::string response_of(const Note& note) {
    const NoteBody body{note.body};
    const auto text_of = [&body](const char* field) {
        const auto* value = body.assessment(field);
        return value == nullptr ? std::string{} : value->plain();
    };
    const auto response = text_of("response");
    const auto adverse = text_of("adverse");
    const bool is_adverse = !adverse.empty() && fold(adverse) != "none";
    return response + (is_adverse && !response.empty() ? "; " : "") +
           (is_adverse ? "adverse: " + adverse : "");
}

/// How often each technique was used, in the order of first use.
std::vector<std::pair<std::string, int>>
techniques_used(const std::vector<Note>& notes, TemplateShelf& shelf) {
    std::vector<std::pair<std::string, int>> used;
    for (const auto& note : notes) {
        const auto templates = shelf.get_templates(note);
        for (const auto& id : note.techniques) {
            const auto name = templates.technique_name(id);
            const auto found = std::find_if(used.begin(), used.end(), [&name](const auto& each) {
                return each.first == name;
            });
            if (found == used.end()) {
                used.emplace_back(name, 1);
            } else {
                ++found->second;
            }
        }
    }
    return used;
}

std::string count_of(std::size_t count, const std::string& one) {
    return std::to_string(count) + " " + one + (count == 1 ? "" : "s");
}

/// "4 sessions from 2026-09-14 to 2026-10-12, 240 min in all: Deep tissue 4, Myofascial 3."
std::string treatment_summary(const std::vector<Note>& notes, TemplateShelf& shelf) {
    const auto first = notes.front().began.civil().date.iso();
    const auto last = notes.back().began.civil().date.iso();
    std::int64_t minutes = 0;
    for (const auto& note : notes) {
        minutes += note.length.value_or(Minutes{0}).count();
    }
    std::vector<std::string> techniques;
    for (const auto& [name, times] : techniques_used(notes, shelf)) {
        techniques.push_back(name + " " + std::to_string(times));
    }
    return count_of(notes.size(), "session") +
           (first == last ? " on " + first : " from " + first + " to " + last) +
           (minutes > 0 ? ", " + std::to_string(minutes) + " min in all" : "") +
           (techniques.empty() ? "" : ": " + join(techniques, ", ")) + ".";
}

/// "30 %" of the first value, without a fraction.
std::string percent(double share) {
    return std::to_string(static_cast<int>(std::lround(share * 100))) + " %";
}

/// What the change from the first to the last value means, in one sentence.
std::string progress_sentence(int first, int last, std::size_t sessions) {
    const int change = first - last;
    const double share = first > 0 ? static_cast<double>(std::abs(change)) / first : 0.0;
    const bool meaningful = std::abs(change) >= meaningful_points || share >= meaningful_share;
    std::string text = "Pain went from " + std::to_string(first) + " to " + std::to_string(last) +
                       " in " + count_of(sessions, "session");
    if (change == 0) {
        return text + ", no change.";
    }
    text += change > 0 ? ", less by " : ", more by ";
    text += std::to_string(std::abs(change));
    text += first > 0 ? " (" + percent(share) + ")" : "";
    text += "; a change of 2 points or 30 % counts as meaningful (Ostelo 2008): ";
    return text + (meaningful ? "reached." : "not reached.");
}

} // namespace

std::vector<Note> notes_of_episode(
    Session& session,
    ClientId client,
    std::optional<ComplaintId> complaint,
    std::optional<Date> since
) {
    const auto from = since ? session.zone().at(CivilTime{.date = *since}).instant : Instant::min();
    auto notes = signed_notes(session.db(), client, std::nullopt, from);
    if (!complaint) {
        return notes;
    }
    const bool named = std::any_of(notes.begin(), notes.end(), [&](const Note& note) {
        return note.complaint == complaint;
    });
    std::erase_if(notes, [&](const Note& note) {
        return named ? note.complaint != complaint : note.complaint.has_value();
    });
    return notes;
}

ChartPart write_findings(Session& session, const ChartRequest& request) {
    const auto& notes = notes_of(session, request);
    if (notes.empty()) {
        return {.blocks = {}, .gaps = {no_signed_note(request)}};
    }
    FindingsWriter writer{session, notes, request.audience};
    writer.plain_findings();
    for (const auto* table : {"finding", "rom", "test"}) {
        writer.table(table);
    }
    return {.blocks = writer.take(), .gaps = {}};
}

ChartPart write_treatment(Session& session, const ChartRequest& request) {
    const auto& notes = notes_of(session, request);
    if (notes.empty()) {
        return {}; // the findings say that there is no signed note
    }
    TemplateShelf shelf{session.db()};
    ChartPart part;
    part.blocks.emplace_back(Paragraph{treatment_summary(notes, shelf)});
    Grid grid;
    grid.columns = {{"Date"}, {"Technique"}, {"Where"}, {"Min", Align::right}, {"Response"}};
    for (const auto& note : notes) {
        const auto templates = shelf.get_templates(note);
        std::vector<std::string> names;
        for (const auto& id : note.techniques) {
            names.push_back(templates.technique_name(id));
        }
        grid.rows.push_back(
            {note.began.civil().date.iso(),
             join(names, ", "),
             places_of(note),
             note.length ? std::to_string(note.length->count()) : "",
             response_of(note)}
        );
    }
    part.blocks.emplace_back(std::move(grid));
    for (const auto& note : notes) {
        add_amendments(part.blocks, note);
    }
    return part;
}

ChartPart write_progress(Session& session, const ChartRequest& request) {
    const auto& notes = notes_of(session, request);
    if (notes.empty()) {
        return {}; // the findings say that there is no signed note
    }
    LineChart chart;
    chart.title = "Pain before and after each session";
    chart.unit = "NPRS 0-10";
    chart.series = {{"before", {}}, {"after", {}}};
    std::optional<int> first;
    std::optional<int> last;
    std::size_t sessions = 0;
    for (const auto& note : notes) {
        const auto date = note.began.civil().date;
        if (note.pain_before) {
            chart.series[0].points.push_back({date, static_cast<double>(*note.pain_before)});
        }
        if (note.pain_after) {
            chart.series[1].points.push_back({date, static_cast<double>(*note.pain_after)});
        }
        if (const auto any = note.pain_before ? note.pain_before : note.pain_after) {
            first = first ? first : any;
            last = note.pain_after ? note.pain_after : note.pain_before;
            ++sessions;
        }
    }
    if (!first) {
        return {
            .blocks = {},
            .gaps =
                {{.what = "no signed note of " + request.client.str() + " has a pain score",
                  .fix = "praxis note new " + request.client.str()}},
        };
    }
    ChartPart part;
    part.blocks.emplace_back(Paragraph{progress_sentence(*first, *last, sessions)});
    part.blocks.emplace_back(std::move(chart));
    return part;
}

ChartPart write_notes(Session& session, const ChartRequest& request) {
    ChartPart part;
    if (request.audience == Audience::provider) {
        return part;
    }
    TemplateShelf shelf{session.db()};
    const auto uuid = session.get<clients::Directory>().get(session, request.client).uuid;
    for (const auto& note : notes_of(session, request)) {
        part.blocks.emplace_back(Heading{
            level_in_section, note.id.str() + ", " + note.began.civil().str()});
        auto blocks = note_blocks(make_readable(session, shelf, note, uuid), level_in_section + 1);
        std::move(blocks.begin(), blocks.end(), std::back_inserter(part.blocks));
    }
    return part;
}

} // namespace praxis::soap
