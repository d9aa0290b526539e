// SPDX-License-Identifier: MIT
#pragma once
#include <pango/pangocairo.h>

namespace praxis::exports::pdf {

/// The font of all text that needs no other.
inline constexpr const char* main_family = "Noto Sans";

/// The main font and the fonts that attributes.cpp names. Searching only these is quick; searching
/// the hundreds of a machine takes a quarter of the time of a whole letter. nullptr when the main
/// font is not installed. Kept until the process ends.
PangoFontMap* usual_fonts();

/// Every font of the machine.
PangoFontMap* all_fonts();

} // namespace praxis::exports::pdf
