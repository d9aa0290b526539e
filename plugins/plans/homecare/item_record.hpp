// SPDX-License-Identifier: MIT
/// One item of the library, and one line of a client's home care, with all that is known of it.
#pragma once
#include "homecare/home_care.hpp"
#include "homecare/library.hpp"

#include <praxis/result.hpp>
#include <praxis/session.hpp>

namespace praxis::plans::home {

/// With its limits and sources.
View library_view(const Library& library, const Item& item);

/// With the answers whether it was done.
View row_view(Session& session, const HomeCare& row);

} // namespace praxis::plans::home
