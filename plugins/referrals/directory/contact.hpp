// SPDX-License-Identifier: MIT
/// The entries of an address file, before praxis checks them.
#pragma once
#include "provider_options.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace praxis::referrals {

struct Contact {
    int line = 0; // where it begins in the file, counted from 1
    ProviderOptions fields;
    std::vector<std::string> professions; // words that may name the profession, the best first
    std::string problem;                  // why it cannot be read; empty: it can
};

/// vCard 3.0 and 4.0.
/// source  RFC 2426, RFC 6350
/// errors  Refused: the text holds no vCard
std::vector<Contact> read_vcards(std::string_view text);

/// CSV with a line of headings, separated by commas or semicolons.
/// source  RFC 4180
/// errors  Refused: an unknown heading, no heading `name`, or a quotation mark that never closes
std::vector<Contact> read_contact_csv(std::string_view text);

} // namespace praxis::referrals
