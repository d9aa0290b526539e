// SPDX-License-Identifier: MIT
#include <praxis/body_drawing.hpp>

#include <array>

namespace praxis {
namespace {

/// Where one view shows a region.
struct Spot {
    std::string_view region;
    BodyView view;
    double aside; // distance from the midline of a mark with a side
    double y;
    bool paired; // a left and a right one exist, none on the midline
    double reach = 0;
};

constexpr auto front = BodyView::front;
constexpr auto back = BodyView::back;

constexpr std::array spots{
    Spot{"head", front, 4.4, 5, false},
    Spot{"head", back, 4.4, 10, false},
    Spot{"face", front, 4.6, 14.4, false},
    Spot{"jaw", front, 5.4, 21, false},
    Spot{"neck", front, 4.4, 29.4, false},
    Spot{"neck", back, 4.4, 28, false},
    Spot{"shoulder", front, 21, 41, true},
    Spot{"shoulder", back, 21, 41, true},
    Spot{"upper-arm", front, 24.4, 57, true},
    Spot{"upper-arm", back, 24.4, 57, true},
    Spot{"elbow", front, 28.6, 73.4, true},
    Spot{"elbow", back, 28.6, 73.4, true},
    Spot{"forearm", front, 32, 87, true},
    Spot{"forearm", back, 32, 87, true},
    Spot{"wrist", front, 35, 99, true},
    Spot{"wrist", back, 35, 99, true},
    Spot{"hand", front, 37.4, 110, true},
    Spot{"hand", back, 37.4, 110, true},
    Spot{"chest", front, 7, 47, false},
    Spot{"abdomen", front, 5, 75, false},
    Spot{"upper-back", back, 6.4, 44, false},
    Spot{"mid-back", back, 5, 64, false},
    Spot{"lower-back", back, 5, 81, false},
    Spot{"full-back", back, 10.6, 64, false, 25},
    Spot{"sacrum", back, 4.4, 94, false},
    Spot{"pelvis", front, 5, 95, false},
    Spot{"hip", front, 16, 99, true},
    Spot{"hip", back, 16, 97, true},
    Spot{"glute", back, 8.8, 104, true},
    Spot{"thigh", front, 10.6, 126, true},
    Spot{"thigh", back, 10.6, 128, true},
    Spot{"knee", front, 9.8, 149, true},
    Spot{"knee", back, 9.8, 149, true},
    Spot{"shin", front, 9.4, 169, true},
    Spot{"calf", back, 9.8, 163, true},
    Spot{"ankle", front, 8.8, 187, true},
    Spot{"ankle", back, 8.8, 187, true},
    Spot{"foot", front, 9.8, 196, true},
    Spot{"foot", back, 9.8, 196, true},
    // Beside the figure or between its legs, where the mark covers no part of the body.
    Spot{"full-body", front, 30, 150, false},
    Spot{"full-body", back, 30, 150, false},
};

/// -1 for the viewer's left
double direction_of(BodyView view, std::string_view side) {
    return (side == "right") == (view == back) ? 1 : -1;
}

void add_places(std::vector<BodyPlace>& places, const Spot& spot, std::string_view side) {
    const auto add = [&](double x, double y) { places.push_back({spot.view, {x, y}, spot.reach}); };
    const bool both = side == "both" || (spot.paired && side != "left" && side != "right");
    if (both) {
        add(-spot.aside, spot.y);
        add(spot.aside, spot.y);
    } else if (side == "left" || side == "right") {
        add(direction_of(spot.view, side) * spot.aside, spot.y);
    } else {
        add(0, spot.y);
    }
}

} // namespace

std::vector<BodyPlace> body_places(std::string_view region, std::string_view side) {
    std::vector<BodyPlace> places;
    for (const auto& spot : spots) {
        if (spot.region == region) {
            add_places(places, spot, side);
        }
    }
    return places;
}

} // namespace praxis
