// SPDX-License-Identifier: MIT
#pragma once
#include "pdf/compose.hpp"
#include "pdf/sheet.hpp"
#include "pdf/typesetter.hpp"

#include <praxis/document.hpp>

namespace praxis::exports::pdf {

/// The top of the first page: the letterhead, what the letter is, its receiver in the window of the
/// envelope, and beside it date, urgency and reference. The box begins at the sheet's top and ends
/// where the text begins, or lower when its texts need the room.
Box letter_front(const Document& document, Typesetter& typesetter, const Sheet& sheet);

} // namespace praxis::exports::pdf
