// SPDX-License-Identifier: MIT
#include "pdf/picture.hpp"

#include <praxis/error.hpp>
#include <praxis/text.hpp>

#include <librsvg/rsvg.h>
#include <stdexcept>
#include <string>

namespace praxis::exports::pdf {
namespace {

constexpr double points_per_mm = 72 / 25.4;

[[noreturn]] void refuse(const Drawing& drawing, const std::string& why) {
    throw Refused(
        "the drawing '" + visible(drawing.title) + "' cannot be printed: " + visible(why),
        "correct its SVG file, or remove it"
    );
}

[[noreturn]] void refuse(const Drawing& drawing, GError* error) {
    const std::unique_ptr<GError, decltype(&g_error_free)> owned{error, g_error_free};
    refuse(drawing, std::string{error->message});
}

/// Width divided by height.
double proportion_of(const Drawing& drawing, RsvgHandle* handle) {
    gboolean has_width = FALSE;
    gboolean has_height = FALSE;
    gboolean has_box = FALSE;
    RsvgLength width{};
    RsvgLength height{};
    RsvgRectangle box{};
    rsvg_handle_get_intrinsic_dimensions(
        handle, &has_width, &width, &has_height, &height, &has_box, &box
    );
    if (has_box != FALSE && box.width > 0 && box.height > 0) {
        return box.width / box.height;
    }
    double across = 0;
    double down = 0;
    if (rsvg_handle_get_intrinsic_size_in_pixels(handle, &across, &down) == FALSE || across <= 0 ||
        down <= 0) {
        refuse(drawing, "it has neither a viewBox nor a size");
    }
    return across / down;
}

} // namespace

void Picture::Release::operator()(RsvgHandle* handle) const {
    g_object_unref(handle);
}

Picture::Picture(const Drawing& drawing) : height_(drawing.height_mm * points_per_mm) {
    GError* error = nullptr;
    handle_.reset(rsvg_handle_new_from_data(
        reinterpret_cast<const guint8*>(drawing.svg.data()), drawing.svg.size(), &error
    ));
    if (!handle_) {
        refuse(drawing, error);
    }
    width_ = height_ * proportion_of(drawing, handle_.get());
}

void Picture::draw(cairo_t* cairo, double x, double y) const {
    const RsvgRectangle place{x, y, width_, height_};
    GError* error = nullptr;
    if (rsvg_handle_render_document(handle_.get(), cairo, &place, &error) == FALSE) {
        const std::unique_ptr<GError, decltype(&g_error_free)> owned{error, g_error_free};
        throw std::runtime_error(std::string{"a drawing cannot be printed: "} + error->message);
    }
}

} // namespace praxis::exports::pdf
