// SPDX-License-Identifier: MIT
/// What the commands of conditions, medications and allergies have in common.
#pragma once
#include "client_queries.hpp"
#include "options/option_text.hpp"

#include <praxis/result.hpp>
#include <praxis/session.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace praxis::clients {

/// Records that the client was asked and knows of none.
/// kind    condition, medication, allergy
/// listed  the numbers on that list
/// errors  Refused while something is listed
Message record_none_known(
    Session& session,
    const ClientRow& client,
    const std::string& kind,
    const std::vector<std::int64_t>& listed
);

/// Something is listed now: an earlier "none known" no longer holds, which is told.
void something_is_known(Session& session, ClientId client, const std::string& kind);

/// What `add` returns: the number of the new row.
Message added_row(ClientId client, std::int64_t number, const std::string& uuid);

/// What `remove` returns: what is removed, so that a yes or no can be given to it.
/// left  rows that remain on the list
Record removed_row(
    Session& session,
    const std::string& kind,
    std::int64_t number,
    const std::string& name,
    ClientId client,
    std::size_t left
);

/// What an empty list means: none known, or nobody has asked.
std::string why_empty(Session& session, ClientId client, const std::string& kind);

/// number  of the row that has the same name
/// errors  Refused
[[noreturn]] void refuse_listed_twice(const std::string& kind, std::int64_t number);

/// errors  NotFound with the kind and number
[[noreturn]] void no_such_row(const std::string& kind, std::int64_t number);

/// --none-known stands alone, and without it the name is needed.
/// errors  UsageError
void check_none_known(
    bool none_known, bool anything_else, bool has_name, const std::string& name_option
);

} // namespace praxis::clients
