// SPDX-License-Identifier: MIT
// The pages are filled in one pass, without going back. For each box the pass asks one question:
// does its beginning fit on what is left of the page? The beginning is its first two lines when it
// may be divided, otherwise the whole box. A box that keeps with the next one also needs the
// beginning of that one, and so on down the chain; a chain taller than a page counts as the box
// alone. If the beginning does not fit, a new page begins, under the head of the box's table. Then
// the box takes as many lines as fit and leaves at least two for the next page. The rest continues
// there in the same way.
#include "pdf/flow.hpp"

#include <algorithm>
#include <numeric>

namespace praxis::exports::pdf {
namespace {

constexpr std::size_t lines_together = 2;
constexpr double tolerance = 0.01;

class Flow {
  public:
    Flow(const std::vector<Slot>& slots, double page_height)
        : slots_(slots), page_height_(page_height), pages_(1) {}

    std::vector<Page> run() {
        for (std::size_t i = 0; i < slots_.size(); ++i) {
            if (slots_[i].starts_page && !at_top_) {
                turn_page();
            }
            place(i);
        }
        return std::move(pages_);
    }

  private:
    void turn_page() {
        pages_.emplace_back();
        y_ = 0;
        at_top_ = true;
    }

    void put(Placed placed, double height) {
        placed.y = y_;
        pages_.back().push_back(placed);
        y_ += height;
    }

    void place(std::size_t index) {
        const auto& slot = slots_[index];
        if (!at_top_ && y_ + slot.space + least_height(index) > page_height_ + tolerance) {
            turn_page();
        }
        std::size_t line = 0;
        do {
            repeat_header(index);
            y_ += at_top_ ? 0 : slot.space;
            const auto end = end_of_fragment(index, line);
            put({index, line, end, 0, false}, slot.height_of(line, end));
            at_top_ = false;
            line = end;
            if (line < slot.lines.size()) {
                turn_page();
            }
        } while (line < slot.lines.size());
    }

    void repeat_header(std::size_t index) {
        const auto header = slots_[index].header;
        if (at_top_ && header && *header != index) {
            const auto& lines = slots_[*header].lines;
            put({*header, 0, lines.size(), 0, true}, slots_[*header].height());
        }
    }

    [[nodiscard]] double room_on_a_page(std::size_t index) const {
        const auto header = slots_[index].header;
        const bool repeats = header && *header != index;
        return page_height_ - (repeats ? slots_[*header].height() : 0);
    }

    [[nodiscard]] bool divisible(std::size_t index) const {
        const auto& slot = slots_[index];
        return slot.split == Split::freely || (slot.split == Split::when_too_tall &&
                                               slot.height() > room_on_a_page(index) + tolerance);
    }

    /// The lines at the beginning of the box that stay together.
    [[nodiscard]] std::size_t first_lines(std::size_t index) const {
        const auto count = slots_[index].lines.size();
        // Three lines cannot be divided into two and two.
        return divisible(index) && count >= 2 * lines_together ? lines_together : count;
    }

    /// The height that must fit below for the box to begin on this page: its first lines, or, when
    /// it keeps with the next box, the whole box and the beginning of the next.
    [[nodiscard]] double least_height(std::size_t index) const {
        double chain = 0;
        for (std::size_t i = index; i < slots_.size(); ++i) {
            const auto& slot = slots_[i];
            const bool last = !slot.keep_with_next || i + 1 == slots_.size();
            chain += i == index ? 0 : slot.space;
            chain += last ? slot.height_of(0, first_lines(i)) : slot.height();
            if (last) {
                break;
            }
        }
        const double own = slots_[index].height_of(0, first_lines(index));
        return chain > page_height_ ? own : chain;
    }

    /// The end of the lines that fit; neither the first nor the last line is ever alone.
    [[nodiscard]] std::size_t end_of_fragment(std::size_t index, std::size_t from) const {
        const auto& lines = slots_[index].lines;
        const double room = page_height_ - y_;
        if (slots_[index].height_of(from, lines.size()) <= room + tolerance || !divisible(index)) {
            return lines.size();
        }
        std::size_t end = from;
        for (double used = 0; end < lines.size(); ++end) {
            used += lines[end];
            if (used > room + tolerance) {
                break;
            }
        }
        if (lines.size() - end < lines_together && end > from + lines_together) {
            end = lines.size() - lines_together;
        }
        return std::max(end, from + 1);
    }

    const std::vector<Slot>& slots_;
    double page_height_;
    std::vector<Page> pages_;
    double y_ = 0;
    bool at_top_ = true;
};

} // namespace

double Slot::height() const {
    return height_of(0, lines.size());
}

double Slot::height_of(std::size_t first, std::size_t last) const {
    const auto begin = lines.begin();
    return std::accumulate(
        begin + static_cast<std::ptrdiff_t>(first), begin + static_cast<std::ptrdiff_t>(last), 0.0
    );
}

std::vector<Page> paginate(const std::vector<Slot>& slots, double page_height) {
    return Flow{slots, page_height}.run();
}

} // namespace praxis::exports::pdf
