// SPDX-License-Identifier: MIT
#include "pdf/pdf_renderer.hpp"

#include "pdf/compose.hpp"
#include "pdf/finish.hpp"
#include "pdf/flow.hpp"
#include "pdf/fonts.hpp"
#include "pdf/painter.hpp"
#include "pdf/typesetter.hpp"

#include <praxis/error.hpp>

#include <cairo-pdf.h>

#include <algorithm>
#include <cstdlib>
#include <malloc.h>
#include <memory>
#include <sys/mman.h>
#include <vector>

namespace praxis::exports::pdf {
namespace {

cairo_status_t append(void* bytes, const unsigned char* data, unsigned length) {
    static_cast<std::string*>(bytes)->append(reinterpret_cast<const char*>(data), length);
    return CAIRO_STATUS_SUCCESS;
}

void check(cairo_status_t status) {
    if (status != CAIRO_STATUS_SUCCESS) {
        throw PluginError{
            std::string{"praxis could not draw the PDF: "} + cairo_status_to_string(status),
            "export it as HTML: --as html"};
    }
}

void describe_file(cairo_surface_t* surface, const Document& document) {
    const auto set = [&](cairo_pdf_metadata_t what, const std::string& text) {
        if (!text.empty()) {
            cairo_pdf_surface_set_metadata(surface, what, text.c_str());
        }
    };
    set(CAIRO_PDF_METADATA_TITLE, document.title);
    set(CAIRO_PDF_METADATA_AUTHOR, document.author);
    set(CAIRO_PDF_METADATA_SUBJECT, document.subtitle);
    set(CAIRO_PDF_METADATA_CREATOR, "praxis");
    set(CAIRO_PDF_METADATA_CREATE_DATE, document.created.iso());
    set(CAIRO_PDF_METADATA_MOD_DATE, document.created.iso());
}

/// A heading is a bookmark below the last one of a higher level.
void add_bookmarks(cairo_surface_t* surface, const std::vector<Box>& boxes) {
    std::vector<int> open{CAIRO_PDF_OUTLINE_ROOT};
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        const auto level = static_cast<std::size_t>(boxes[i].heading_level);
        if (level < 2) {
            continue;
        }
        open.resize(std::max<std::size_t>(1, std::min(open.size(), level - 1)));
        const auto target = "dest='section" + std::to_string(i) + "'";
        open.push_back(cairo_pdf_surface_add_outline(
            surface,
            open.back(),
            boxes[i].heading.c_str(),
            target.c_str(),
            CAIRO_PDF_OUTLINE_FLAG_OPEN
        ));
    }
}

/// Asks for large pages of memory. Cairo reads all 15 MB of a CJK font twice to embed a few of its
/// characters, and half the time of a letter would pass in allocating small pages. On a system
/// without large pages nothing changes.
void prepare_memory() {
    constexpr std::size_t page = std::size_t{2} << 20;
    constexpr std::size_t expected = 31 * (std::size_t{1} << 20);
    // Memory below the threshold comes from the heap and stays there when it is freed.
    ::mallopt(M_MMAP_THRESHOLD, static_cast<int>(expected + page / 2));
    ::mallopt(M_TRIM_THRESHOLD, static_cast<int>(2 * expected));
    if (void* block = std::malloc(expected)) {
        void* begin = block;
        auto size = expected;
        if (std::align(page, page, begin, size) != nullptr) {
            ::madvise(begin, size / page * page, MADV_HUGEPAGE);
        }
        std::free(block);
    }
}

struct Printed {
    std::string bytes;
    std::vector<std::string> alternatives; // alternative text of each figure
    int missing_characters = 0;
};

Printed draw(const Document& document, const Sheet& sheet, PangoFontMap* fonts) {
    Printed printed;
    const std::unique_ptr<cairo_surface_t, DestroySurface> surface{
        cairo_pdf_surface_create_for_stream(&append, &printed.bytes, sheet.width, sheet.height)};
    // Later versions may hide objects in compressed streams, where finish() does not find them.
    cairo_pdf_surface_restrict_to_version(surface.get(), CAIRO_PDF_VERSION_1_4);
    describe_file(surface.get(), document);
    const std::unique_ptr<cairo_t, DestroyCairo> cairo{cairo_create(surface.get())};
    Typesetter typesetter{cairo.get(), fonts, document.language, document.letter.has_value()};
    auto boxes = compose(document, typesetter, sheet);
    std::vector<Slot> slots;
    for (const auto& box : boxes) {
        slots.push_back(box.slot);
        if (box.sketch || box.picture) {
            printed.alternatives.push_back(box.alternative);
        }
    }
    const auto pages = paginate(slots, sheet.text_height());
    paint(cairo.get(), typesetter, document, sheet, boxes, pages);
    add_bookmarks(surface.get(), boxes);
    check(cairo_status(cairo.get()));
    cairo_surface_finish(surface.get());
    check(cairo_surface_status(surface.get()));
    printed.missing_characters = typesetter.missing_characters();
    return printed;
}

/// The usual fonts suffice for nearly every letter. If they lack a character, the document is drawn
/// again with all fonts of the machine.
Printed draw(const Document& document, const Sheet& sheet) {
    if (auto* fonts = usual_fonts()) {
        auto printed = draw(document, sheet, fonts);
        if (printed.missing_characters == 0) {
            return printed;
        }
    }
    return draw(document, sheet, all_fonts());
}

} // namespace

std::string render(const Document& document, Paper paper) {
    prepare_memory();
    const auto printed = draw(document, document.letter ? letter_sheet_of(paper) : sheet_of(paper));
    return finish(printed.bytes, document.language, printed.alternatives);
}

} // namespace praxis::exports::pdf
