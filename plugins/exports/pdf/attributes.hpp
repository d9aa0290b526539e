// SPDX-License-Identifier: MIT
#pragma once
#include <pango/pango.h>

#include <set>
#include <string>
#include <string_view>

namespace praxis::exports::pdf {

/// Tells Pango which font draws which script of a text, in the shapes of which language, and where
/// no line may break. The caller releases the list with pango_attr_list_unref().
/// language  BCP 47, of the document
PangoAttrList* attributes_of(std::string_view text, const std::string& language);

/// The fonts that attributes_of() names.
std::set<std::string> named_families();

} // namespace praxis::exports::pdf
