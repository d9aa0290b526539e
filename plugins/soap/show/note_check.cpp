// SPDX-License-Identifier: MIT
#include "show/note_check.hpp"

#include "check/note_remarks.hpp"
#include "note/note_templates.hpp"
#include "show/note_check_queries.hpp"
#include "sign/note_signing.hpp"

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
        // Asked for first: a word that names no profile is refused before anything is read.
        made_.profiles = load_profiles(session_);
        if (const auto* const chosen =
                choose_profile(made_.profiles, profile, session_.practice().jurisdiction)) {
            made_.profile = *chosen;
        }
        header_ = note().signature ? note().signature->header : header_of(session_, note());
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
        made_.note.body = body_for_signing(session_, book, note(), problems);
        for (const auto& obstacle : obstacles_to_signing(session_, note(), problems)) {
            consent_ = consent_ && !obstacle.consent;
            made_.rows.push_back(
                {"missing", obstacle.path, obstacle.what, obstacle.hint, obstacle.fix}
            );
        }
        add_warnings("warning", problems);
        add_remarks(templates_for(note().body, book));
    }

    void show_signed() {
        const auto templates = TemplateShelf{session_.db()}.get_templates(note());
        std::vector<Problem> problems;
        validate_note(
            without_computed(note().body, templates),
            book_of(templates),
            note().signature->at.civil(),
            session_.date_order(),
            problems
        );
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
                made_.rows.push_back({kind, problem.path, problem.message, problem.hint, fix()});
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
        const auto* const known = header_.find("complaint");
        return known == nullptr
                   ? ComplaintPlace{}
                   : ComplaintPlace{
                         known->text_at("id"), known->text_at("region"), known->text_at("side")};
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
                made_.rows.push_back({"profile", item.id, item.text, "", fix_for(item)});
            }
        }
    }

    [[nodiscard]] bool has(std::initializer_list<std::string_view> path) const {
        const auto* const value = find_in(header_, path);
        return value != nullptr && !value->is_null();
    }

    [[nodiscard]] Facts known_facts() {
        const bool goal = note().complaint && !session_.get<clients::Directory>()
                                                   .get_complaint(session_, *note().complaint)
                                                   .goal.empty();
        return {
            {"client.name", has({"client", "full_name"})},
            {"client.born", has({"client", "born"})},
            {"client.address", has({"client", "address"})},
            {"client.gender", has({"client", "gender"})},
            {"client.guardian", has_guardian_permission(session_.db(), note().client)},
            {"client.conditions", has({"conditions"})},
            {"client.consent", consent_},
            {"therapist.name", has({"therapist", "name"})},
            {"therapist.licence", has({"therapist", "licence"})},
            {"complaint.goal", goal},
            {"note.entered", has({"entered"})},
        };
    }

    /// Somebody whose birth date is not known is asked for that, not for a guardian.
    [[nodiscard]] bool is_minor() const {
        const auto* const born = find_in(header_, {"client", "born"});
        const auto date =
            born != nullptr && born->is_text() ? Date::from_iso(born->as_text()) : std::nullopt;
        return date && age_in_years(*date, note().began.civil().date) < of_age;
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
    bool consent_ = true; // a note is signed with consent only
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
