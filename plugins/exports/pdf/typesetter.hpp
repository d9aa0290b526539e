// SPDX-License-Identifier: MIT
/// Texts in Pango layouts: shaped, wrapped and measured, ready to be drawn line by line.
#pragma once
#include "figure/sketch.hpp"

#include <praxis/document.hpp>

#include <cairo.h>
#include <pango/pangocairo.h>

#include <cstddef>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace praxis::exports::pdf {

struct Unref {
    void operator()(void* object) const { g_object_unref(object); }
};

struct DestroySurface {
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};

struct DestroyCairo {
    void operator()(cairo_t* cairo) const { cairo_destroy(cairo); }
};

struct UnrefLine {
    void operator()(PangoLayoutLine* line) const { pango_layout_line_unref(line); }
};

struct TextStyle {
    double size = 9.5;
    bool bold = false;
    Colour colour = colours::text;
    Align align = Align::left;
    /// A paragraph of Arabic is aligned right; a name in a table stays at the left of its column.
    bool follows_script = false;
};

/// A text within a width. Lengths are points, from the text's own top left corner.
class Text {
  public:
    struct Line {
        double x = 0;
        double top = 0;
        double height = 0;
        double baseline = 0;
    };

    Text(std::unique_ptr<PangoLayout, Unref> layout, const TextStyle& style, double scale);

    /// Lays the lines out within that width.
    void wrap(double width);
    /// Cuts the text to one line of that width, with an ellipsis at its end.
    void keep_one_line(double width);

    /// Keeps the shaped lines alone, a fraction of the memory. Afterwards the text can be drawn,
    /// but not wrapped or measured again.
    void settle();

    [[nodiscard]] const std::vector<Line>& lines() const { return lines_; }

    [[nodiscard]] double height() const;
    /// Of the widest line, before settle().
    [[nodiscard]] double width() const;
    /// The least width that breaks no word. Call wrap() afterwards.
    [[nodiscard]] double least_width();

    /// Draws the lines [first, last), the first of them at y.
    void draw(cairo_t* cairo, double x, double y, std::size_t first, std::size_t last) const;

    void draw(cairo_t* cairo, double x, double y) const { draw(cairo, x, y, 0, lines_.size()); }

    /// The same as a shape, which no program finds, copies or reads aloud. Before settle().
    void fill_outline(cairo_t* cairo, double x, double y) const;

  private:
    void measure();
    void set_width(double width);
    void own_layout();
    void draw_runs(cairo_t* cairo, std::size_t line) const;

    std::unique_ptr<PangoLayout, Unref> layout_; // empty after settle(); others may use it too
    std::string text_;                           // of the shaped lines
    std::vector<std::unique_ptr<PangoLayoutLine, UnrefLine>> shaped_;
    TextStyle style_;
    double scale_;
    double width_ = 0;        // within which the lines are aligned
    bool is_wrapped_ = false; // whether Pango knows that width
    std::vector<Line> lines_;
};

class Typesetter {
  public:
    /// language  BCP 47, of the document
    /// black     every text in black, whatever its style says
    Typesetter(cairo_t* cairo, PangoFontMap* fonts, std::string language, bool black);

    /// The text on one line, or several where it has line feeds.
    Text set(std::string_view text, const TextStyle& style);
    /// The text within that width.
    Text set(std::string_view text, const TextStyle& style, double width);

    /// The number of characters that no available font has.
    [[nodiscard]] int missing_characters() const { return missing_; }

  private:
    std::unique_ptr<PangoLayout, Unref> layout_of(std::string_view text, const TextStyle& style);
    std::unique_ptr<PangoLayout, Unref> known_layout(std::string_view text, const TextStyle& style);
    [[nodiscard]] TextStyle in_ink(TextStyle style) const;

    std::string language_;
    bool black_;
    // A chart repeats its labels for every note. A layout depends on the text and its weight alone.
    std::map<std::pair<bool, std::string>, std::unique_ptr<PangoLayout, Unref>> known_;
    std::unique_ptr<PangoContext, Unref> context_;
    int missing_ = 0;
};

void set_colour(cairo_t* cairo, Colour colour);

} // namespace praxis::exports::pdf
