// SPDX-License-Identifier: MIT
/// A page of help as the source of a man page, in the macros of mdoc(7).
#pragma once
#include "help/page.hpp"

#include <string>

namespace praxis::help {

/// A man page as others refer to it: praxis-note-new(1). Sorted as "SEE ALSO" wants it.
struct ManualName {
    int section = 1;
    std::string name;

    friend auto operator<=>(const ManualName&, const ManualName&) = default;
};

/// "praxis note new" -> praxis-note-new(1); the topic dates -> praxis-dates(7).
ManualName manual_name(const Page& page);

/// The same page always gives the same bytes: its date is that of the version.
/// parent  the page above in "SEE ALSO"; of praxis itself its own name, which is left out
std::string manual_of(const Page& page, const ManualName& parent);

} // namespace praxis::help
