// SPDX-License-Identifier: MIT
/// What of the library fits a client.
#pragma once
#include "homecare/new_home_care.hpp"

#include <string>
#include <vector>

namespace praxis::plans::home {

/// Each text may be empty: any.
struct LibraryFilter {
    std::string category;
    std::string area; // a region
    std::string tool; // an id
};

/// Items that can be given and that the filter lets through.
std::vector<const Item*> filter_items(const Library& library, const LibraryFilter& filter);

/// own_tool: nothing limits it, and the client has its tool. fits: also what must be checked first.
enum class Fit { own_tool, fits, needs_tool, left_out };

struct FittedItem {
    const Item* item = nullptr;
    Fit fit = Fit::fits;
    std::string remark; // "left out: ...", "check first: ...", "needs foam roller", "own tool"
};

/// The items in the order in which to offer them: own tools first, left out last.
std::vector<FittedItem>
fit_items(Session& session, const Library& library, ClientId client, const LibraryFilter& filter);

} // namespace praxis::plans::home
