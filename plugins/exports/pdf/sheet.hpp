// SPDX-License-Identifier: MIT
#pragma once
#include <praxis/renderer.hpp>

namespace praxis::exports::pdf {

/// The paper and the places on it, in points.
struct Sheet {
    double width = 595.276;
    double height = 841.89;
    double left = 58;
    double right = 58;
    double top = 60;
    double bottom = 64;

    /// Of a letter: where a window envelope shows the receiver, and where the text begins. Nothing
    /// about the client is above.
    struct Letter {
        double letterhead = 40;
        double purpose = 84;
        double receiver = 180; // 63.5 mm
        double text = 275;     // 97 mm
        double details = 371;  // from the left edge, outside of the window
        double first_fold = 297.6;
        double second_fold = 595.3;
    };

    Letter letter{};

    [[nodiscard]] double text_width() const { return width - left - right; }

    [[nodiscard]] double text_height() const { return height - top - bottom; }
};

inline constexpr double points_per_inch = 72;

inline Sheet sheet_of(Paper paper) {
    Sheet sheet;
    if (paper == Paper::letter) {
        sheet.width = 612;
        sheet.height = 792;
    }
    return sheet;
}

/// source  DIN 5008, form B, for A4; the window of a number 10 envelope for US Letter
inline Sheet letter_sheet_of(Paper paper) {
    auto sheet = sheet_of(paper);
    sheet.left = 70.9; // 25 mm
    sheet.right = 56.7;
    sheet.top = 72;
    sheet.bottom = 46;
    if (paper == Paper::letter) {
        sheet.left = 0.9 * points_per_inch;
        sheet.right = 0.75 * points_per_inch;
        sheet.letter = {
            .letterhead = 40,
            .purpose = 96,
            .receiver = 2.54 * points_per_inch,
            .text = 3.65 * points_per_inch,
            .details = 5.45 * points_per_inch,
            .first_fold = 3.9 * points_per_inch,
            .second_fold = 7.8 * points_per_inch};
    }
    return sheet;
}

} // namespace praxis::exports::pdf
