// SPDX-License-Identifier: MIT
#include "pdf/typesetter.hpp"

#include "pdf/attributes.hpp"
#include "pdf/fonts.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace praxis::exports::pdf {
namespace {

const std::string families = std::string{main_family} + ",sans-serif";

/// Every text is laid out in this size and scaled when it is drawn, because fontconfig sorts all
/// fonts of the machine again for every size.
constexpr double nominal_size = 10;

/// Of the lines of a letter, which must fit its first page.
constexpr float letter_spacing = 0.94F;

double points(int pango_units) {
    return static_cast<double>(pango_units) / PANGO_SCALE;
}

int units(double points) {
    return static_cast<int>(std::lround(points * PANGO_SCALE));
}

} // namespace

Text::Text(std::unique_ptr<PangoLayout, Unref> layout, const TextStyle& style, double scale)
    : layout_(std::move(layout)), style_(style), scale_(scale) {
    is_wrapped_ = pango_layout_get_width(layout_.get()) != -1;
    width_ = is_wrapped_ ? points(pango_layout_get_width(layout_.get())) * scale_ : width();
    measure();
}

/// Before a change to a layout that the typesetter keeps for other texts.
void Text::own_layout() {
    layout_.reset(pango_layout_copy(layout_.get()));
}

void Text::set_width(double width) {
    if (!is_wrapped_) {
        own_layout();
    }
    pango_layout_set_width(layout_.get(), units(std::max(width / scale_, 1.0)));
    is_wrapped_ = true;
}

void Text::wrap(double width) {
    // A text that fits as it is need not be laid out again.
    if (is_wrapped_ || this->width() > width) {
        set_width(width);
        pango_layout_set_wrap(layout_.get(), PANGO_WRAP_WORD_CHAR);
    }
    width_ = width;
    measure();
}

void Text::keep_one_line(double width) {
    if (this->width() > width) {
        set_width(width);
        pango_layout_set_ellipsize(layout_.get(), PANGO_ELLIPSIZE_END);
    }
    width_ = width;
    measure();
}

double Text::height() const {
    return lines_.empty() ? 0 : lines_.back().top + lines_.back().height;
}

double Text::width() const {
    PangoRectangle logical;
    pango_layout_get_extents(layout_.get(), nullptr, &logical);
    return points(logical.width) * scale_;
}

double Text::least_width() {
    if (!is_wrapped_) {
        own_layout();
    }
    pango_layout_set_wrap(layout_.get(), PANGO_WRAP_WORD);
    pango_layout_set_width(layout_.get(), 0);
    is_wrapped_ = true;
    return width();
}

void Text::measure() {
    lines_.clear();
    auto* iterator = pango_layout_get_iter(layout_.get());
    do {
        PangoRectangle logical;
        pango_layout_iter_get_line_extents(iterator, nullptr, &logical);
        const bool runs_left =
            style_.follows_script &&
            pango_layout_line_get_resolved_direction(pango_layout_iter_get_line_readonly(iterator)
            ) == PANGO_DIRECTION_RTL;
        const bool at_right = runs_left || style_.align == Align::right;
        lines_.push_back(
            {at_right ? width_ - points(logical.width) * scale_ : 0,
             points(logical.y) * scale_,
             points(logical.height) * scale_,
             points(pango_layout_iter_get_baseline(iterator)) * scale_}
        );
    } while (pango_layout_iter_next_line(iterator) != FALSE);
    pango_layout_iter_free(iterator);
}

void Text::draw(cairo_t* cairo, double x, double y, std::size_t first, std::size_t last) const {
    set_colour(cairo, style_.colour);
    for (std::size_t i = first; i < last; ++i) {
        const auto& line = lines_[i];
        cairo_save(cairo);
        cairo_translate(cairo, x + line.x, y + line.baseline - lines_[first].top);
        cairo_scale(cairo, scale_, scale_);
        if (shaped_.empty()) {
            cairo_move_to(cairo, 0, 0);
            pango_cairo_show_layout_line(
                cairo, pango_layout_get_line_readonly(layout_.get(), static_cast<int>(i))
            );
        } else {
            draw_runs(cairo, i);
        }
        cairo_restore(cairo);
    }
}

/// As pango_cairo_show_layout_line(), which needs the layout to know the text of the glyphs.
void Text::draw_runs(cairo_t* cairo, std::size_t line) const {
    double x = 0;
    for (const auto* run = shaped_[line]->runs; run != nullptr; run = run->next) {
        auto* const item = static_cast<PangoGlyphItem*>(run->data);
        cairo_move_to(cairo, x, 0);
        pango_cairo_show_glyph_item(cairo, text_.c_str(), item);
        x += points(pango_glyph_string_get_width(item->glyphs));
    }
}

void Text::settle() {
    text_ = pango_layout_get_text(layout_.get());
    for (std::size_t i = 0; i < lines_.size(); ++i) {
        shaped_.emplace_back(pango_layout_line_ref(
            pango_layout_get_line_readonly(layout_.get(), static_cast<int>(i))
        ));
    }
    layout_.reset();
}

void Text::fill_outline(cairo_t* cairo, double x, double y) const {
    set_colour(cairo, style_.colour);
    cairo_save(cairo);
    cairo_translate(cairo, x, y);
    cairo_scale(cairo, scale_, scale_);
    cairo_move_to(cairo, 0, 0);
    pango_cairo_layout_path(cairo, layout_.get());
    cairo_fill(cairo);
    cairo_restore(cairo);
}

Typesetter::Typesetter(cairo_t* cairo, PangoFontMap* fonts, std::string language, bool black)
    : language_(std::move(language))
    , black_(black)
    , context_(pango_font_map_create_context(fonts)) {
    pango_cairo_update_context(cairo, context_.get());
    // One unit of Pango's is then one point of paper.
    pango_cairo_context_set_resolution(context_.get(), 72);
    pango_context_set_round_glyph_positions(context_.get(), FALSE);
    pango_context_set_language(context_.get(), pango_language_from_string(language_.c_str()));
}

std::unique_ptr<PangoLayout, Unref>
Typesetter::layout_of(std::string_view text, const TextStyle& style) {
    std::unique_ptr<PangoLayout, Unref> layout{pango_layout_new(context_.get())};
    const std::unique_ptr<PangoFontDescription, decltype(&pango_font_description_free)> font{
        pango_font_description_new(), &pango_font_description_free};
    pango_font_description_set_family_static(font.get(), families.c_str());
    pango_font_description_set_absolute_size(font.get(), nominal_size * PANGO_SCALE);
    pango_font_description_set_weight(
        font.get(), style.bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL
    );
    pango_layout_set_font_description(layout.get(), font.get());
    if (black_) {
        pango_layout_set_line_spacing(layout.get(), letter_spacing);
    }
    pango_layout_set_text(layout.get(), text.data(), static_cast<int>(text.size()));
    const std::unique_ptr<PangoAttrList, decltype(&pango_attr_list_unref)> attributes{
        attributes_of(text, language_), &pango_attr_list_unref};
    pango_layout_set_attributes(layout.get(), attributes.get());
    return layout;
}

std::unique_ptr<PangoLayout, Unref>
Typesetter::known_layout(std::string_view text, const TextStyle& style) {
    constexpr std::size_t longest = 48;
    constexpr std::size_t most = 2000;
    if (text.size() > longest) {
        return layout_of(text, style);
    }
    if (known_.size() > most) {
        known_.clear();
    }
    auto& known = known_[{style.bold, std::string{text}}];
    if (!known) {
        known = layout_of(text, style);
    }
    return std::unique_ptr<PangoLayout, Unref>{PANGO_LAYOUT(g_object_ref(known.get()))};
}

/// The watermark of a draft stays pale: a draft is not sent.
TextStyle Typesetter::in_ink(TextStyle style) const {
    if (black_ && style.colour != colours::watermark) {
        style.colour = in_black(style.colour);
    }
    return style;
}

Text Typesetter::set(std::string_view text, const TextStyle& style) {
    auto layout = known_layout(text, style);
    missing_ += pango_layout_get_unknown_glyphs_count(layout.get());
    return {std::move(layout), in_ink(style), style.size / nominal_size};
}

Text Typesetter::set(std::string_view text, const TextStyle& style, double width) {
    auto layout = layout_of(text, style);
    const double scale = style.size / nominal_size;
    pango_layout_set_width(layout.get(), units(std::max(width / scale, 1.0)));
    pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
    missing_ += pango_layout_get_unknown_glyphs_count(layout.get());
    return {std::move(layout), in_ink(style), scale};
}

void set_colour(cairo_t* cairo, Colour colour) {
    const auto part = [&](unsigned shift) {
        return static_cast<double>((colour.rgb >> shift) & 0xFFU) / 255;
    };
    cairo_set_source_rgb(cairo, part(16), part(8), part(0));
}

} // namespace praxis::exports::pdf
