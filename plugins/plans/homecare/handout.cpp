// SPDX-License-Identifier: MIT
#include "homecare/handout.hpp"

#include "homecare/client_facts.hpp"
#include "homecare/figure.hpp"
#include "homecare/library.hpp"
#include "homecare/new_home_care.hpp"

#include <praxis/body.hpp>
#include <praxis/chart.hpp>
#include <praxis/error.hpp>
#include <praxis/text.hpp>

#include <algorithm>
#include <utility>

namespace praxis::plans::home {

namespace {

/// Advice for the day: it is for no place of the body, and not ticked off.
const std::vector<std::string> about_the_day{"diet", "after-care", "ergonomics", "posture"};

class Writing {
  public:
    Writing(Session& session, const clients::Client& client)
        : session_(session)
        , client_(client)
        , library_(load_library(session))
        , facts_(gather_facts(session, client.id)) {}

    Handout write(std::vector<HomeCare> lines) {
        const auto own = own_tools(session_, client_.id).value_or(std::vector<std::string>{});
        handout_.lines = choose_lines(library_, facts_, own, std::move(lines));
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
    [[nodiscard]] const std::vector<HomeCare>& printed() const { return handout_.lines.printed; }

    /// The latest of the last days of what is handed out.
    [[nodiscard]] std::string days() const {
        std::optional<Date> last;
        for (const auto& line : printed()) {
            last = std::max(last, line.last_day);
        }
        return session_.today().iso() + (last ? ", until " + last->iso() : "");
    }

    [[nodiscard]] std::vector<std::string> places() const {
        std::vector<std::string> places;
        for (const auto& complaint : facts_.complaints) {
            places.push_back(complaint.region);
        }
        for (const auto& line : printed()) {
            const auto areas = areas_of(line);
            places.insert(places.end(), areas.begin(), areas.end());
        }
        return places;
    }

    /// Where the line works; of a line that meets no complaint, where the item works.
    [[nodiscard]] std::vector<std::string> areas_of(const HomeCare& line) const {
        auto areas = line.areas();
        return areas.empty() ? get_item(library_, line.item).areas : areas;
    }

    [[nodiscard]] std::string rules_text(const std::vector<StopRule>& rules) const {
        const auto around = places();
        std::vector<std::string> texts;
        for (const auto& rule : rules) {
            const bool applies = rule.areas.empty() ||
                                 std::any_of(around.begin(), around.end(), [&](const auto& at) {
                                     return areas_meet(rule.areas, at);
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

    [[nodiscard]] std::string heading_of(const HomeCare& line) const {
        const auto tool = line.content.text_at("tool");
        const auto name = tool.empty() ? std::string{} : library_.tool_name(tool);
        const bool said = name.empty() || matches_words(line.name, name) ||
                          fold(line.name).find(fold(name)) != std::string::npos;
        return line.name + (said || tool == "ball" ? "" : " (" + name + ")");
    }

    [[nodiscard]] static std::string steps_of(const HomeCare& line) {
        auto sentences = line.content.texts_at("steps");
        for (const auto* key : {"never", "note"}) {
            if (const auto text = line.content.text_at(key); !text.empty()) {
                sentences.push_back(text);
            }
        }
        return join(sentences, " ");
    }

    Figure figure_of(const HomeCare& line) {
        const auto& item = get_item(library_, line.item);
        if (!item.drawing.empty()) {
            try {
                return figure_from(
                    session_.read_text(item.drawing_path), line.name, item.drawing_path
                );
            } catch (const Refused& error) {
                handout_.bad_drawings.push_back(line.name + ": " + error.what());
            }
        }
        return body_figure_with(areas_of(line), line.dose().side);
    }

    /// The drawings in one row, and their text below them.
    void add_numbered() {
        if (count_numbered() > 0) {
            add_figures();
        }
        for (std::size_t i = 0; i < count_numbered(); ++i) {
            const auto& line = printed()[i];
            const auto dose = dose_text(line.dose());
            handout_.document.add(Heading{
                3,
                std::to_string(i + 1) + ". " + heading_of(line) + (dose.empty() ? "" : ": " + dose)}
            );
            handout_.document.add(Paragraph{steps_of(line)});
        }
    }

    /// Further exercises are lines: the page has no room for their drawings.
    [[nodiscard]] std::size_t count_numbered() const {
        const auto count =
            static_cast<std::size_t>(std::count_if(printed().begin(), printed().end(), is_numbered)
            );
        return std::min(count, most_figures);
    }

    void add_figures() {
        std::vector<Figure> figures;
        std::vector<std::string> numbers;
        for (std::size_t i = 0; i < count_numbered(); ++i) {
            figures.push_back(figure_of(printed()[i]));
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
        for (auto i = count_numbered(); i < printed().size(); ++i) {
            const auto& line = printed()[i];
            auto head = holds(about_the_day, line.content.text_at("category"))
                            ? std::vector<std::string>{}
                            : region_names(line.areas());
            if (const auto dose = dose_text(line.dose()); !dose.empty()) {
                head.push_back(dose);
            }
            facts.items.emplace_back(
                heading_of(line), capitalise(join(head, ", ")) + ". " + steps_of(line)
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
        for (std::size_t i = 0; i < printed().size(); ++i) {
            const auto& line = printed()[i];
            if (holds(about_the_day, line.content.text_at("category"))) {
                continue;
            }
            std::vector<std::string> row(grid.columns.size());
            row.front() = (i < count_numbered() ? std::to_string(i + 1) + ". " : "") + line.name;
            grid.rows.push_back(std::move(row));
        }
        if (!grid.rows.empty()) {
            handout_.document.add(std::move(grid));
        }
    }

    void add_end() {
        std::vector<std::string> sentences;
        for (const auto& remark : handout_.lines.remarks) {
            sentences.push_back(capitalise(remark) + ".");
        }
        if (const auto& reasons = handout_.lines.reasons; !reasons.empty()) {
            sentences.push_back("Left out on purpose: " + join(reasons, "; ") + ".");
        }
        sentences.emplace_back("Bring this page to your next visit.");
        handout_.document.add(Paragraph{join(sentences, " ")});
    }

    Session& session_;
    const clients::Client& client_;
    Library library_;
    ClientFacts facts_;
    Handout handout_;
};

} // namespace

Handout
write_handout(Session& session, const clients::Client& client, std::vector<HomeCare> lines) {
    return Writing{session, client}.write(std::move(lines));
}

} // namespace praxis::plans::home
