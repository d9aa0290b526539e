// SPDX-License-Identifier: MIT
#pragma once
#include <pango/pangocairo.h>

namespace praxis::exports::pdf {

/// The font of everything that needs no other.
inline constexpr const char* main_family = "Noto Sans";

/// The fonts that letters are set in: the main one and those that attributes.cpp names. To look
/// through these is quick; to look through the hundreds of a machine takes a quarter of the time
/// of a whole letter. nullptr when the main one is not installed. Kept until the process ends.
PangoFontMap* usual_fonts();

/// Every font of the machine.
PangoFontMap* all_fonts();

} // namespace praxis::exports::pdf
