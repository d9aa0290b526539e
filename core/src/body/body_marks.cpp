// SPDX-License-Identifier: MIT
#include <praxis/body.hpp>
#include <praxis/body_drawing.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <tuple>
#include <utility>

namespace praxis {
namespace {

constexpr int farthest = 12;      // most steps that a mark may move from its region
constexpr double step_size = 0.5; // of the distance between marks
constexpr double midline_width = 0.5;
constexpr double limbs_from = 14; // beyond this distance from the midline lies an arm or a leg
constexpr double legs_from = 108;

struct Step {
    int across; // away from the midline
    int down;
};

/// Limbs are long and narrow, the trunk is wide: the direction with more room is tried first.
std::vector<Step> make_steps(bool keeps_its_line, bool limb) {
    const int widest = keeps_its_line ? 0 : farthest;
    std::vector<Step> steps;
    for (int down = -farthest; down <= farthest; ++down) {
        for (int across = -widest; across <= widest; ++across) {
            steps.push_back({across, down});
        }
    }
    const auto cost = [limb](const Step& step) {
        const int along = limb ? std::abs(step.down) : std::abs(step.across);
        const int athwart = limb ? std::abs(step.across) : std::abs(step.down);
        return 2 * along + 3 * athwart;
    };
    // Down before up, outward before inward.
    std::stable_sort(steps.begin(), steps.end(), [&](const Step& one, const Step& other) {
        const auto key = [&](const Step& step) {
            return std::tuple{cost(step), step.down < 0, step.across < 0};
        };
        return key(one) < key(other);
    });
    return steps;
}

const std::vector<Step>& steps_for(const BodyPlace& place) {
    static const std::array<std::vector<Step>, 4> all{
        make_steps(false, false),
        make_steps(false, true),
        make_steps(true, false),
        make_steps(true, true)};
    // A midline mark that moved sideways would show a side, and a mark that spans several rows
    // would leave its line.
    const bool keeps_its_line = std::abs(place.at.x) < midline_width || place.reach > 0;
    const bool limb = std::abs(place.at.x) > limbs_from || place.at.y > legs_from;
    return all.at((keeps_its_line ? 2U : 0U) + (limb ? 1U : 0U));
}

class Spreader {
  public:
    explicit Spreader(BodyPoint apart) : apart_(apart) {}

    void add(std::size_t mark, const BodyPlace& place) {
        const auto home = place.at;
        const double outward = home.x < 0 ? -1 : 1;
        PlacedMark placed{mark, place, home};
        const auto& steps = steps_for(place);
        const auto found = std::find_if(steps.begin(), steps.end(), [&](const Step& step) {
            placed.at = {
                home.x + outward * step.across * step_size * apart_.x,
                home.y + step.down * step_size * apart_.y};
            const bool same_side = step.across >= 0 || placed.at.x * outward > apart_.x / 2;
            return same_side && is_free(placed);
        });
        if (found == steps.end()) {
            placed.at = home;
        }
        placed_.push_back(placed);
    }

    std::vector<PlacedMark> take() { return std::move(placed_); }

  private:
    [[nodiscard]] bool is_free(const PlacedMark& one) const {
        constexpr double tolerance = 1e-6;
        const bool inside =
            std::abs(one.at.x) <= body_half_width && one.at.y >= 0 && one.at.y <= body_height;
        return inside && std::none_of(placed_.begin(), placed_.end(), [&](const auto& other) {
                   return other.place.view == one.place.view &&
                          std::abs(other.at.x - one.at.x) < apart_.x - tolerance &&
                          std::abs(other.at.y - one.at.y) < apart_.y - tolerance;
               });
    }

    BodyPoint apart_;
    std::vector<PlacedMark> placed_;
};

} // namespace

std::vector<PlacedMark> place_marks(const BodyChart& chart, BodyPoint apart) {
    Spreader spreader{apart};
    for (std::size_t i = 0; i < chart.marks.size(); ++i) {
        for (const auto& place : body_places(chart.marks[i].region, chart.marks[i].side)) {
            spreader.add(i, place);
        }
    }
    return spreader.take();
}

namespace {

const char* kind_name(BodyChart::Kind kind) {
    switch (kind) {
    case BodyChart::Kind::finding:
        return "finding";
    case BodyChart::Kind::pain:
        return "pain";
    case BodyChart::Kind::radiation:
        return "spreads to";
    case BodyChart::Kind::work:
        break;
    }
    return "work";
}

} // namespace

Grid body_chart_legend(const BodyChart& chart) {
    const bool says_what =
        std::any_of(chart.marks.begin(), chart.marks.end(), [](const BodyChart::Mark& mark) {
            return !mark.text.empty();
        });
    Grid grid;
    grid.columns = {{"Mark"}, {"Kind"}, {"Where"}};
    if (says_what) {
        grid.columns.push_back({"What"});
    }
    for (const auto& mark : chart.marks) {
        auto& row = grid.rows.emplace_back();
        row = {mark.label, kind_name(mark.kind), region_with_side(mark.region, mark.side)};
        if (says_what) {
            row.push_back(mark.text);
        }
    }
    return grid;
}

} // namespace praxis
