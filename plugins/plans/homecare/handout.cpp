// SPDX-License-Identifier: MIT
#include "homecare/handout.hpp"

#include "homecare/client_facts.hpp"
#include "homecare/figure.hpp"
#include "homecare/giving.hpp"
#include "homecare/library.hpp"
#include "homecare/limits.hpp"

#include <praxis/body.hpp>
#include <praxis/chart.hpp>
#include <praxis/text.hpp>

#include <algorithm>
#include <utility>

namespace praxis::plans::home {

namespace {

bool holds(const std::vector<std::string>& list, const std::string& word) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

void add_once(std::vector<std::string>& list, const std::string& text) {
    if (!holds(list, text)) {
        list.push_back(text);
    }
}

/// Exercises and self-massage are numbered, drawn, and ticked off; the others are lines.
bool is_numbered(const HomeCare& given) {
    return holds({"exercise", "yoga", "self-massage"}, given.content.text_at("category"));
}

/// Advice for the day: it is for no place of the body, and not ticked off.
const std::vector<std::string> about_the_day{"diet", "after-care", "ergonomics", "posture"};

std::vector<std::string> places_of(const HomeCare& given) {
    std::vector<std::string> places;
    for (const auto& area : given.areas()) {
        places.push_back(region_with_side(area, ""));
    }
    return places;
}

class Writing {
  public:
    Writing(Session& session, const clients::Client& client)
        : session_(session)
        , client_(client)
        , library_(load_library(session))
        , facts_(gather_facts(session, client.id)) {}

    Handout write(std::vector<HomeCare> items) {
        filter(std::move(items));
        add_tools_left_out();
        handout_.document = new_document(
            session_,
            "Your home care, " + (client_.given.empty() ? client_.full_name : client_.given)
        );
        auto& document = handout_.document;
        document.subtitle = days();
        document.footer = client_.full_name;
        document.add(Paragraph{stop_text(), Tone::warning});
        add_numbered();
        add_lines();
        add_ticks();
        add_end();
        return std::move(handout_);
    }

  private:
    void filter(std::vector<HomeCare> items) {
        for (auto& given : items) {
            const auto* const item = library_.find_item(given.item);
            const auto findings =
                item == nullptr
                    ? std::vector<LimitFinding>{}
                    : open_findings(given, check_item(library_, facts_, *item, given.areas()));
            if (is_left_out(findings)) {
                leave_out(given, findings);
                continue;
            }
            for (const auto& finding : findings) {
                note(given, finding);
            }
            handout_.given.push_back(std::move(given));
        }
        std::stable_partition(handout_.given.begin(), handout_.given.end(), is_numbered);
    }

    void leave_out(const HomeCare& given, const std::vector<LimitFinding>& findings) {
        for (const auto& finding : findings) {
            if (finding.verdict == Verdict::leave_out) {
                handout_.left_out.push_back(
                    given.name + " (" + given.id.str() + "): " + finding_text(finding)
                );
                add_once(reasons_, given.name + " (" + finding.reason + ")");
            }
        }
    }

    void note(const HomeCare& given, const LimitFinding& finding) {
        if (finding.verdict == Verdict::without) {
            add_once(without_, finding.reason);
        } else {
            add_once(
                handout_.questions,
                given.name + " (" + given.id.str() + "): " + finding_text(finding)
            );
        }
    }

    /// Tools at home that are not for the area of a complaint: the client would try them there.
    void add_tools_left_out() {
        const auto own = own_tools(session_, client_.id).value_or(std::vector<std::string>{});
        for (const auto& limit : library_.limits) {
            if (!limit.enabled || !limit.always || !is_about_complaint(limit)) {
                continue;
            }
            for (const auto& tool : limit.tools) {
                if (holds(own, tool)) {
                    add_once(reasons_, library_.tool_name(tool) + " (" + limit.reason + ")");
                }
            }
        }
    }

    [[nodiscard]] bool is_about_complaint(const Limit& limit) const {
        return std::any_of(
            facts_.complaints.begin(),
            facts_.complaints.end(),
            [&limit](const OpenComplaint& complaint) { return meet(limit.areas, complaint.region); }
        );
    }

    /// The latest of the last days of what is handed out.
    [[nodiscard]] std::string days() const {
        std::optional<Date> last;
        for (const auto& given : handout_.given) {
            last = std::max(last, given.last_day);
        }
        return session_.today().iso() + (last ? ", until " + last->iso() : "");
    }

    [[nodiscard]] std::vector<std::string> places() const {
        std::vector<std::string> places;
        for (const auto& complaint : facts_.complaints) {
            places.push_back(complaint.region);
        }
        for (const auto& given : handout_.given) {
            const auto areas = areas_of(given);
            places.insert(places.end(), areas.begin(), areas.end());
        }
        return places;
    }

    /// Where the line works; of a line that meets no complaint, where the item works.
    [[nodiscard]] std::vector<std::string> areas_of(const HomeCare& given) const {
        auto areas = given.areas();
        const auto* const item = areas.empty() ? library_.find_item(given.item) : nullptr;
        return item == nullptr ? areas : item->areas;
    }

    /// Whether one of the areas is that place, contains it or is a part of it.
    [[nodiscard]] static bool meet(const std::vector<std::string>& areas, const std::string& at) {
        return std::any_of(areas.begin(), areas.end(), [&at](const std::string& area) {
            return region_holds(area, at) || region_holds(at, area);
        });
    }

    [[nodiscard]] std::string rules_text(const std::vector<StopRule>& rules) const {
        const auto around = places();
        std::vector<std::string> texts;
        for (const auto& rule : rules) {
            const bool applies = rule.areas.empty() ||
                                 std::any_of(around.begin(), around.end(), [&](const auto& at) {
                                     return meet(rule.areas, at);
                                 });
            if (applies) {
                texts.push_back(rule.text);
            }
        }
        return join(texts, "; or ");
    }

    [[nodiscard]] std::string stop_text() const {
        const auto& phone = session_.practice().phone;
        auto text = "Stop and call me" + (phone.empty() ? "" : ", " + phone + ",") + " if " +
                    rules_text(library_.stops) + ".";
        if (const auto emergency = rules_text(library_.emergencies); !emergency.empty()) {
            text += "\nCall " + emergency_number() + " at once if " + emergency + ".";
        }
        return text;
    }

    [[nodiscard]] std::string emergency_number() const {
        const auto country = session_.practice().jurisdiction.substr(0, 2);
        const auto number = library_.emergency_numbers.find(country);
        return number == library_.emergency_numbers.end() ? "emergency services" : number->second;
    }

    [[nodiscard]] std::string heading_of(const HomeCare& given) const {
        const auto tool = given.content.text_at("tool");
        const auto name = tool.empty() ? std::string{} : library_.tool_name(tool);
        const bool said = name.empty() || matches_words(given.name, name) ||
                          fold(given.name).find(fold(name)) != std::string::npos;
        return given.name + (said || tool == "ball" ? "" : " (" + name + ")");
    }

    [[nodiscard]] static std::string steps_of(const HomeCare& given) {
        auto sentences = given.content.texts_at("steps");
        for (const auto* key : {"never", "note"}) {
            if (const auto text = given.content.text_at(key); !text.empty()) {
                sentences.push_back(text);
            }
        }
        return join(sentences, " ");
    }

    Figure figure_of(const HomeCare& given) {
        const auto* const item = library_.find_item(given.item);
        if (item != nullptr && !item->drawing.empty()) {
            return figure_from(
                session_.read_text(item->drawing_path), given.name, item->drawing_path
            );
        }
        return body_figure_with(areas_of(given), given.dose().side);
    }

    /// The drawings in one row, and their text below them.
    void add_numbered() {
        if (count_numbered() > 0) {
            add_figures();
        }
        for (std::size_t i = 0; i < count_numbered(); ++i) {
            const auto& given = handout_.given[i];
            const auto dose = dose_text(given.dose());
            handout_.document.add(Heading{
                3,
                std::to_string(i + 1) + ". " + heading_of(given) +
                    (dose.empty() ? "" : ": " + dose)});
            handout_.document.add(Paragraph{steps_of(given)});
        }
    }

    /// Further exercises are lines: the page has no room for their drawings.
    [[nodiscard]] std::size_t count_numbered() const {
        const auto count = static_cast<std::size_t>(
            std::count_if(handout_.given.begin(), handout_.given.end(), is_numbered)
        );
        return std::min(count, most_figures);
    }

    void add_figures() {
        std::vector<Figure> figures;
        std::vector<std::string> numbers;
        for (std::size_t i = 0; i < count_numbered(); ++i) {
            figures.push_back(figure_of(handout_.given[i]));
            numbers.push_back(std::to_string(i + 1) + ".");
        }
        const bool any = std::any_of(figures.begin(), figures.end(), [](const Figure& figure) {
            return !figure.content.empty();
        });
        if (any) {
            handout_.document.add(side_by_side(figures, numbers));
        }
    }

    /// "Heat (grain bag)": "lower back, 15 minutes, daily. Put a towel ..."
    void add_lines() {
        Facts facts;
        for (auto i = count_numbered(); i < handout_.given.size(); ++i) {
            const auto& given = handout_.given[i];
            auto head = holds(about_the_day, given.content.text_at("category"))
                            ? std::vector<std::string>{}
                            : places_of(given);
            if (const auto dose = dose_text(given.dose()); !dose.empty()) {
                head.push_back(dose);
            }
            facts.items.emplace_back(
                heading_of(given), capitalise(join(head, ", ")) + ". " + steps_of(given)
            );
        }
        if (!facts.items.empty()) {
            handout_.document.add(std::move(facts));
        }
    }

    void add_ticks() {
        Grid grid{
            "",
            {{"Tick what you did"}, {"Mon"}, {"Tue"}, {"Wed"}, {"Thu"}, {"Fri"}, {"Sat"}, {"Sun"}},
            {}};
        for (std::size_t i = 0; i < handout_.given.size(); ++i) {
            const auto& given = handout_.given[i];
            if (holds(about_the_day, given.content.text_at("category"))) {
                continue;
            }
            std::vector<std::string> row(grid.columns.size());
            row.front() = (i < count_numbered() ? std::to_string(i + 1) + ". " : "") + given.name;
            grid.rows.push_back(std::move(row));
        }
        if (!grid.rows.empty()) {
            handout_.document.add(std::move(grid));
        }
    }

    void add_end() {
        auto lines = without_;
        std::vector<std::string> sentences;
        for (auto& line : lines) {
            sentences.push_back(capitalise(std::move(line)) + ".");
        }
        if (!reasons_.empty()) {
            sentences.push_back("Left out on purpose: " + join(reasons_, "; ") + ".");
        }
        sentences.emplace_back("Bring this page to your next visit.");
        handout_.document.add(Paragraph{join(sentences, " ")});
    }

    Session& session_;
    const clients::Client& client_;
    Library library_;
    ClientFacts facts_;
    Handout handout_;
    std::vector<std::string> reasons_; // for the client: without the entry of the record
    std::vector<std::string> without_;
};

} // namespace

Handout
write_handout(Session& session, const clients::Client& client, std::vector<HomeCare> items) {
    return Writing{session, client}.write(std::move(items));
}

} // namespace praxis::plans::home
