// SPDX-License-Identifier: MIT
/// A template for people and for machines: what `technique show` shows.
#pragma once
#include "template/template.hpp"

#include <praxis/result.hpp>

namespace praxis::soap {

/// block  the fields that every block has beside the technique's own
View template_view(const Template& technique, const Template& block);

} // namespace praxis::soap
