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
    bool paired;      // a left and a right one exist, none on the midline
    BodyPoint extent; // half the width and half the height, within the outline; 0: no area
    double reach = 0;
};

constexpr auto front = BodyView::front;
constexpr auto back = BodyView::back;

constexpr std::array spots{
    Spot{"head", front, 4.4, 5, false, {6, 7}},
    Spot{"head", back, 4.4, 10, false, {6, 7}},
    Spot{"face", front, 4.6, 14.4, false, {5, 6}},
    Spot{"jaw", front, 5.4, 21, false, {4, 3}},
    Spot{"neck", front, 4.4, 29.4, false, {4, 4}},
    Spot{"neck", back, 4.4, 28, false, {4, 4}},
    Spot{"shoulder", front, 21, 41, true, {6, 5}},
    Spot{"shoulder", back, 21, 41, true, {6, 5}},
    Spot{"upper-arm", front, 24.4, 57, true, {3, 9}},
    Spot{"upper-arm", back, 24.4, 57, true, {3, 9}},
    Spot{"elbow", front, 28.6, 73.4, true, {2.6, 5}},
    Spot{"elbow", back, 28.6, 73.4, true, {2.6, 5}},
    Spot{"forearm", front, 32, 87, true, {2.6, 9}},
    Spot{"forearm", back, 32, 87, true, {2.6, 9}},
    Spot{"wrist", front, 35, 99, true, {2, 3.5}},
    Spot{"wrist", back, 35, 99, true, {2, 3.5}},
    Spot{"hand", front, 37.4, 110, true, {3, 7}},
    Spot{"hand", back, 37.4, 110, true, {3, 7}},
    Spot{"chest", front, 7, 47, false, {6, 7}},
    Spot{"abdomen", front, 5, 75, false, {8, 9}},
    Spot{"upper-back", back, 6.4, 44, false, {7, 7}},
    Spot{"mid-back", back, 5, 64, false, {7, 8}},
    Spot{"lower-back", back, 5, 81, false, {8, 8}},
    Spot{"full-back", back, 10.6, 64, false, {9, 30}, 25},
    Spot{"sacrum", back, 4.4, 94, false, {4, 5}},
    Spot{"pelvis", front, 5, 95, false, {8, 6}},
    Spot{"hip", front, 16, 99, true, {5, 6}},
    Spot{"hip", back, 16, 97, true, {5, 6}},
    Spot{"glute", back, 8.8, 104, true, {7, 7.5}},
    Spot{"thigh", front, 10.6, 126, true, {5.6, 14}},
    Spot{"thigh", back, 10.6, 128, true, {5.6, 14}},
    Spot{"knee", front, 9.8, 149, true, {4.4, 6}},
    Spot{"knee", back, 9.8, 149, true, {4.4, 6}},
    Spot{"shin", front, 9.4, 169, true, {4, 11}},
    Spot{"calf", back, 9.8, 163, true, {4.4, 10}},
    Spot{"ankle", front, 8.8, 187, true, {3, 4}},
    Spot{"ankle", back, 8.8, 187, true, {3, 4}},
    Spot{"foot", front, 9.8, 196, true, {4, 3.5}},
    Spot{"foot", back, 9.8, 196, true, {4, 3.5}},
    // Beside the figure or between its legs, where the mark covers no part of the body.
    Spot{"full-body", front, 30, 150, false, {0, 0}},
    Spot{"full-body", back, 30, 150, false, {0, 0}},
};

/// -1 for the viewer's left
double direction_of(BodyView view, std::string_view side) {
    return (side == "right") == (view == back) ? 1 : -1;
}

void add_places(std::vector<BodyPlace>& places, const Spot& spot, std::string_view side) {
    const auto add = [&](double x, double y) {
        places.push_back({spot.view, {x, y}, spot.reach, spot.extent});
    };
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
