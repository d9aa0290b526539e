// SPDX-License-Identifier: MIT
#include "pdf/fonts.hpp"

#include "pdf/attributes.hpp"

#include <pango/pangofc-fontmap.h>

#include <fontconfig/fontconfig.h>
#include <string>

namespace praxis::exports::pdf {
namespace {

std::string pattern(const std::string& property, const std::string& value) {
    return "<pattern><patelt name=\"" + property + "\">" + value + "</patelt></pattern>\n";
}

std::string accept_family(const std::string& family) {
    return pattern("family", "<string>" + family + "</string>");
}

/// A configuration for fontconfig with only the usual fonts, in their usual folders: reading the
/// machine's own configuration would take longer than finding them. All fonts are rejected first,
/// then these are accepted, which wins. A rejection by file name would reject the folders too.
std::string selection() {
    std::string families = accept_family(main_family);
    for (const auto& family : named_families()) {
        families += accept_family(family);
    }
    return "<?xml version=\"1.0\"?>\n<!DOCTYPE fontconfig SYSTEM \"fonts.dtd\">\n"
           "<fontconfig>\n"
           "<dir>/usr/share/fonts/truetype/noto</dir>\n"
           "<dir>/usr/share/fonts/opentype/noto</dir>\n"
           "<cachedir>/var/cache/fontconfig</cachedir>\n"
           "<cachedir prefix=\"xdg\">fontconfig</cachedir>\n"
           "<selectfont>\n<rejectfont>\n" +
           pattern("scalable", "<bool>true</bool>") + pattern("scalable", "<bool>false</bool>") +
           "</rejectfont>\n<acceptfont>\n" + families +
           "</acceptfont>\n</selectfont></fontconfig>\n";
}

bool has_main_family(FcConfig* config) {
    const auto* fonts = FcConfigGetFonts(config, FcSetSystem);
    for (int i = 0; fonts != nullptr && i < fonts->nfont; ++i) {
        FcChar8* family = nullptr;
        if (FcPatternGetString(fonts->fonts[i], FC_FAMILY, 0, &family) == FcResultMatch &&
            std::string{reinterpret_cast<const char*>(family)} == main_family) {
            return true;
        }
    }
    return false;
}

PangoFontMap* fonts_of(FcConfig* config) {
    auto* fonts = pango_cairo_font_map_new();
    pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(fonts), config);
    return fonts;
}

PangoFontMap* make_usual_fonts() {
    auto* config = FcConfigCreate();
    const auto text = selection();
    const auto* xml = reinterpret_cast<const FcChar8*>(text.c_str());
    if (config == nullptr || FcConfigParseAndLoadFromMemory(config, xml, FcTrue) == FcFalse ||
        FcConfigBuildFonts(config) == FcFalse || !has_main_family(config)) {
        return nullptr;
    }
    // Otherwise Pango would load the machine's own configuration.
    FcConfigSetCurrent(config);
    return fonts_of(config);
}

} // namespace

PangoFontMap* usual_fonts() {
    static PangoFontMap* const fonts = make_usual_fonts();
    return fonts;
}

PangoFontMap* all_fonts() {
    static PangoFontMap* const fonts = fonts_of(FcInitLoadConfigAndFonts());
    return fonts;
}

} // namespace praxis::exports::pdf
