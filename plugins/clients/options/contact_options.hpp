// SPDX-License-Identifier: MIT
/// --phone and --email of `client add` and `client edit`: "+1 555 0100", "work:+1 555 0143".
#pragma once
#include "client_row.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace praxis::clients {

/// Replaces the client's numbers or addresses with the given ones. Nothing given changes nothing,
/// and an empty text alone clears them.
/// system  "phone", "email"
/// errors  Refused: an invalid kind, number or address
void set_given_contacts(
    ClientRow& client, std::string_view system, const std::vector<std::string>& given
);

/// errors  Refused when the text has no digit
void check_phone(const std::optional<std::string>& phone, const std::string& option);

/// The preferred way of contact needs a number or an address.
/// errors  Refused
void check_contact_by(const ClientRow& client);

} // namespace praxis::clients
