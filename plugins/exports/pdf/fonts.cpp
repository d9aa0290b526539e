// SPDX-License-Identifier: MIT
#include "pdf/fonts.hpp"

#include "pdf/attributes.hpp"

#include <pango/pangofc-fontmap.h>

#include <fontconfig/fontconfig.h>
#include <string>

namespace praxis::exports::pdf {
namespace {

std::string accepted(const std::string& family) {
    return "<pattern><patelt name=\"family\"><string>" + family + "</string></patelt></pattern>\n";
}

/// A configuration for fontconfig that knows the usual fonts only.
std::string selection() {
    std::string families = accepted(main_family);
    for (const auto& family : named_families()) {
        families += accepted(family);
    }
    return "<?xml version=\"1.0\"?>\n<!DOCTYPE fontconfig SYSTEM \"fonts.dtd\">\n"
           "<fontconfig><selectfont>\n<rejectfont><glob>*</glob></rejectfont>\n<acceptfont>\n" +
           families + "</acceptfont>\n</selectfont></fontconfig>\n";
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

PangoFontMap* make_usual_fonts() {
    auto* config = FcInitLoadConfig();
    const auto text = selection();
    const auto* xml = reinterpret_cast<const FcChar8*>(text.c_str());
    if (config == nullptr || FcConfigParseAndLoadFromMemory(config, xml, FcTrue) == FcFalse ||
        FcConfigBuildFonts(config) == FcFalse || !has_main_family(config)) {
        return nullptr;
    }
    auto* fonts = pango_cairo_font_map_new();
    pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(fonts), config);
    return fonts;
}

} // namespace

PangoFontMap* usual_fonts() {
    static PangoFontMap* const fonts = make_usual_fonts();
    return fonts;
}

PangoFontMap* all_fonts() {
    return pango_cairo_font_map_get_default();
}

} // namespace praxis::exports::pdf
