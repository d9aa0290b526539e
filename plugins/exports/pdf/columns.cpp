// SPDX-License-Identifier: MIT
#include "pdf/columns.hpp"

#include <algorithm>
#include <numeric>

namespace praxis::exports::pdf {
namespace {

/// Columns below a common limit keep their natural width; the others get the limit. Bisection finds
/// the limit that fills the width.
std::vector<double> narrow_columns(const std::vector<ColumnWish>& wishes, double width) {
    double low = 0;
    double high = width;
    std::vector<double> widths(wishes.size());
    for (int step = 0; step < 40; ++step) {
        const double limit = (low + high) / 2;
        double total = 0;
        for (std::size_t i = 0; i < wishes.size(); ++i) {
            widths[i] = std::max(wishes[i].least, std::min(wishes[i].natural, limit));
            total += widths[i];
        }
        (total > width ? high : low) = limit;
    }
    return widths;
}

} // namespace

std::vector<double> column_widths(const std::vector<ColumnWish>& wishes, double width) {
    double natural = 0;
    double least = 0;
    double stretching = 0;
    for (const auto& wish : wishes) {
        natural += wish.natural;
        least += wish.least;
        stretching += wish.stretches ? wish.natural : 0;
    }
    std::vector<double> widths(wishes.size());
    if (natural <= width) {
        for (std::size_t i = 0; i < wishes.size(); ++i) {
            const auto& wish = wishes[i];
            const double share = stretching > 0 ? (wish.stretches ? wish.natural / stretching : 0)
                                                : 1.0 / static_cast<double>(wishes.size());
            widths[i] = wish.natural + (width - natural) * share;
        }
    } else if (least <= width) {
        widths = narrow_columns(wishes, width);
    } else {
        for (std::size_t i = 0; i < wishes.size(); ++i) {
            widths[i] = width * wishes[i].least / least;
        }
    }
    return widths;
}

} // namespace praxis::exports::pdf
