// SPDX-License-Identifier: MIT
#include "pdf/letter_front.hpp"

#include <praxis/text.hpp>

#include <algorithm>
#include <utility>

namespace praxis::exports::pdf {
namespace {

constexpr double details_label = 58;
constexpr double gap = 8;

class FrontWriter {
  public:
    FrontWriter(const Document& document, Typesetter& typesetter, const Sheet& sheet)
        : document_(document), letter_(*document.letter), typesetter_(typesetter), sheet_(sheet) {
        box_.decoration.emplace();
    }

    Box write() {
        write_letterhead();
        write_purpose();
        write_receiver();
        write_details();
        box_.slot.lines = {std::max(lowest_ + gap, sheet_.letter.text - sheet_.top)};
        return std::move(box_);
    }

  private:
    /// Writes at that place of the sheet and returns the place below.
    double
    add(const std::string& text,
        const TextStyle& style,
        double x,
        double y,
        double width,
        const char* tag = "P") {
        auto set = typesetter_.set(text, style, width);
        const double below = y + set.height();
        lowest_ = std::max(lowest_, below - sheet_.top);
        box_.cells.push_back({std::move(set), x - sheet_.left, y - sheet_.top, tag});
        return below;
    }

    void write_letterhead() {
        const auto& lines = document_.letterhead;
        if (lines.empty()) {
            return;
        }
        const double width = sheet_.text_width();
        double y = add(
            lines.front(), {.size = 14, .bold = true}, sheet_.left, sheet_.letter.letterhead, width
        );
        const auto contacts = join({lines.begin() + 1, lines.end()}, " · ");
        if (!contacts.empty()) {
            y = add(contacts, {.size = 9}, sheet_.left, y, width);
        }
        const double line = y + 4 - sheet_.top;
        box_.decoration->parts.emplace_back(Stroke{
            {{0, line}, {width, line}}, colours::text, 0.6, {}});
    }

    [[nodiscard]] double left_width() const {
        return sheet_.letter.details - sheet_.left - 2 * gap;
    }

    /// White on black, and again in words beside the receiver.
    double write_alarm(double y) {
        constexpr double margin = 9;
        const TextStyle style{.size = 15, .bold = true, .colour = colours::paper};
        auto text = typesetter_.set(letter_.alarm, style);
        const double right = text.width() + 2 * margin;
        const double top = y - sheet_.top;
        const double bottom = top + text.height() + 5;
        box_.decoration->parts.emplace_back(
            filled({{0, top}, {right, top}, {right, bottom}, {0, bottom}}, colours::text)
        );
        box_.cells.push_back({std::move(text), margin, top + 2.5});
        return sheet_.top + bottom + 3;
    }

    void write_purpose() {
        double y = sheet_.letter.purpose;
        if (!letter_.alarm.empty()) {
            y = write_alarm(y);
        }
        for (std::size_t i = 0; i < letter_.purpose.size(); ++i) {
            const TextStyle style{.size = i == 0 ? 10.6 : 9.4, .bold = i == 0};
            y = add(letter_.purpose[i], style, sheet_.left, y, left_width(), i == 0 ? "H1" : "P");
        }
        purpose_end_ = y;
    }

    void write_receiver() {
        const double y = std::max(sheet_.letter.receiver, purpose_end_ + gap);
        add(join(letter_.receiver, "\n"), {.size = 10}, sheet_.left, y, left_width());
    }

    void write_details() {
        const double x = sheet_.letter.details;
        double y = sheet_.letter.purpose;
        for (const auto& [label, value] : letter_.details) {
            add(label, {.size = 9.2, .bold = true}, x, y, details_label);
            const double right = sheet_.width - sheet_.right;
            y = add(value, {.size = 9.2}, x + details_label, y, right - x - details_label) + 1.5;
        }
    }

    const Document& document_;
    const LetterFrame& letter_;
    Typesetter& typesetter_;
    const Sheet& sheet_;
    Box box_;
    double lowest_ = 0; // of the texts, from the sheet's top
    double purpose_end_ = 0;
};

} // namespace

Box letter_front(const Document& document, Typesetter& typesetter, const Sheet& sheet) {
    return FrontWriter{document, typesetter, sheet}.write();
}

} // namespace praxis::exports::pdf
