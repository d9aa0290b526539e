// SPDX-License-Identifier: MIT
/// A stored note against the templates.
#pragma once
#include "template/template.hpp"

#include <vector>

namespace praxis::soap {

/// The body of a stored note as validate_note() gives it from these templates. Values that
/// validation works out are worked out again, so that a changed template contradicts none of them.
Value revalidate(
    const Value& body,
    const TemplateBook& book,
    CivilTime now,
    DateOrder order,
    std::vector<Problem>& problems
);

} // namespace praxis::soap
