// SPDX-License-Identifier: MIT
#include "show/note_check.hpp"

#include "check/note_remarks.hpp"
#include "note/note_header.hpp"
#include "note/note_templates.hpp"
#include "show/note_check_queries.hpp"
#include "sign/freeze.hpp"
#include "sign/obstacles.hpp"
#include "validate/revalidate.hpp"

#include <praxis/clients/directory.hpp>

#include <algorithm>
#include <utility>

namespace praxis::soap {

namespace {

constexpr int of_age = 18;

/// A signed note and what it was written with, for ever; a draft and what there is today.
class Check {
  public:
    Check(Session& session, Note note) : session_(session) { made_.note = std::move(note); }

    NoteCheck take(const std::optional<std::string>& profile) {
        // First, so that an unknown profile is refused before anything is read.
        made_.profiles = load_profiles(session_);
        if (const auto* const chosen =
                choose_profile(made_.profiles, profile, session_.practice().jurisdiction)) {
            made_.profile = *chosen;
        }
        header_ = note().signature ? note().signature->header : make_header(session_, note());
        if (note().signature) {
            show_signed();
        } else {
            show_draft();
        }
        judge();
        return std::move(made_);
    }

  private:
    [[nodiscard]] const Note& note() const { return made_.note; }

    /// The command that changes the note, or adds to it.
    [[nodiscard]] std::string fix() const {
        return note().signature
                   ? "praxis note amend " + note().id.str() + " --reason \"...\" --text \"...\""
                   : "praxis note edit " + note().id.str();
    }

    void show_draft() {
        const auto book = TemplateBook::load(session_);
        std::vector<Problem> problems;
        const auto now = session_.civil_now().civil();
        made_.note.body = revalidate(note().body, book, now, session_.date_order(), problems);
        for (const auto& obstacle : find_obstacles(session_, note(), problems)) {
            add_obstacle(obstacle);
        }
        add_warnings("warning", problems);
        add_remarks(templates_for(note().body, book));
    }

    void add_obstacle(const Obstacle& obstacle) {
        has_consent_ = has_consent_ && obstacle.kind != Obstacle::Kind::consent;
        const auto& problem = obstacle.problem;
        made_.rows.push_back(
            {.kind = "missing",
             .where = problem.path,
             .title = describe(obstacle),
             .what = problem.message,
             .advice = problem.missing ? problem.missing->needs : problem.hint,
             .fix = obstacle.command.empty() ? fix() : obstacle.command}
        );
    }

    void show_signed() {
        const auto templates = TemplateShelf{session_.db()}.get_templates(note());
        const auto signed_on = note().signature->at.civil();
        std::vector<Problem> problems;
        revalidate(note().body, book_of(templates), signed_on, session_.date_order(), problems);
        add_warnings("warning", problems);
        add_remarks(templates);
    }

    static TemplateBook book_of(const NoteTemplates& templates) {
        const auto files = [](const auto& list) {
            std::vector<ContributedFile> stored;
            stored.reserve(list.size());
            for (const auto& each : list) {
                stored.push_back({"soap", each->id, each->id + ".toml", each->text});
            }
            return stored;
        };
        return TemplateBook::from_files(files(templates.parts), files(templates.techniques));
    }

    void add_warnings(const std::string& kind, const std::vector<Problem>& problems) {
        for (const auto& problem : problems) {
            if (problem.weight == Problem::Weight::warning) {
                made_.rows.push_back(
                    {.kind = kind,
                     .where = problem.path,
                     .title = problem.place.text() + ": " + problem.message,
                     .what = problem.message,
                     .advice = problem.hint,
                     .fix = fix()}
                );
            }
        }
    }

    void add_remarks(const NoteTemplates& templates) {
        const auto remarks = find_remarks(session_, note(), templates, complaint());
        add_warnings("scope", remarks.scope);
        add_warnings("side", remarks.sides);
    }

    /// As it was when the note was signed.
    [[nodiscard]] ComplaintPlace complaint() const {
        const NoteHeader header{header_};
        return {header.complaint("id"), header.complaint("region"), header.complaint("side")};
    }

    void judge() {
        if (!made_.profile) {
            return;
        }
        const auto facts = known_facts();
        for (const auto& item : made_.profile->items) {
            const auto state = find_item_state(item, note().body, facts, is_minor());
            const bool missing = state == ItemState::missing;
            made_.items.push_back({item, state, missing ? fix_for(item) : ""});
            if (missing) {
                made_.rows.push_back(
                    {.kind = "profile",
                     .where = item.id,
                     .title = item.text,
                     .what = item.text,
                     .advice = "",
                     .fix = fix_for(item)}
                );
            }
        }
    }

    [[nodiscard]] Facts known_facts() {
        const NoteHeader header{header_};
        const bool goal = note().complaint && !session_.get<clients::Directory>()
                                                   .get_complaint(session_, *note().complaint)
                                                   .goal.empty();
        return {
            {"client.name", !header.client("full_name").empty()},
            {"client.born", !header.client("born").empty()},
            {"client.address", !header.client("address").empty()},
            {"client.gender", !header.client("gender").empty()},
            {"client.guardian", has_guardian_permission(session_.db(), note().client)},
            {"client.conditions", header.knows_conditions()},
            {"client.consent", has_consent_},
            {"therapist.name", !header.therapist("name").empty()},
            {"therapist.licence", !header.therapist("licence").empty()},
            {"complaint.goal", goal},
            {"note.entered", !header.entered().empty()},
        };
    }

    /// Without a date of birth the check asks for that, not for a guardian.
    [[nodiscard]] bool is_minor() const {
        const auto born = clients::BirthDate::from_iso(NoteHeader{header_}.client("born"));
        return born && clients::least_age(*born, note().began.civil().date) < of_age;
    }

    [[nodiscard]] std::string fix_for(const ProfileItem& item) const {
        if (note().signature) {
            return fix();
        }
        if (!item.note.empty()) {
            return fix() + " --set " + place_to_write(note().body, item.note.front()) + "=...";
        }
        return fix_for_fact(item.facts.front());
    }

    [[nodiscard]] std::string fix_for_fact(const std::string& fact) const {
        const auto client = note().client.str();
        const auto edit = "praxis client edit " + client;
        const auto therapist = "praxis user edit " + note().author.str();
        const std::map<std::string, std::string> commands{
            {"client.name", edit + " --full-name NAME"},
            {"client.born", edit + " --born DATE"},
            {"client.address", edit + " --address TEXT"},
            {"client.gender", edit + " --gender WORD"},
            {"client.guardian", edit + " --guardian NAME --guardian-permission DATE"},
            {"client.conditions", "praxis condition add " + client + " --none-known"},
            {"client.consent", "praxis consent record " + client + " --kind treatment"},
            {"therapist.name", therapist + " --name NAME"},
            {"therapist.licence", therapist + " --licence NUMBER"},
            {"complaint.goal",
             note().complaint ? "praxis complaint edit " + note().complaint->str() + " --goal TEXT"
                              : fix() + " --set complaint=CO-..."},
        };
        const auto found = commands.find(fact);
        return found == commands.end() ? fix() : found->second;
    }

    Session& session_;
    NoteCheck made_;
    Value header_;
    bool has_consent_ = true; // always true of a signed note
};

} // namespace

int NoteCheck::count(ItemState state) const {
    return static_cast<int>(std::count_if(items.begin(), items.end(), [state](const auto& item) {
        return item.state == state;
    }));
}

NoteCheck check_note(Session& session, Note note, const std::optional<std::string>& profile) {
    return Check{session, std::move(note)}.take(profile);
}

} // namespace praxis::soap
