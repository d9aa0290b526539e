// SPDX-License-Identifier: MIT
#pragma once
#include <pango/pango.h>

#include <set>
#include <string>
#include <string_view>

namespace praxis::exports::pdf {

/// What Pango has to know about a clean text beside its style: which font draws which script, in
/// which language's shapes, and where no line may be broken. To be released with
/// pango_attr_list_unref().
/// language  BCP 47, of the document
PangoAttrList* attributes_of(std::string_view text, const std::string& language);

/// The fonts that attributes_of() names.
std::set<std::string> named_families();

} // namespace praxis::exports::pdf
