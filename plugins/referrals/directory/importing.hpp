// SPDX-License-Identifier: MIT
/// Adds the entries of an address file to the directory.
#pragma once
#include "directory/contact.hpp"

#include <praxis/result.hpp>
#include <praxis/session.hpp>

#include <optional>
#include <string>
#include <vector>

namespace praxis::referrals {

struct ImportOutcome {
    struct Row {
        int line = 0;
        std::string name;
        std::string effect;   // "added", "known", "refused"
        std::string provider; // P-0001; empty: refused
        std::string reason;   // why it was refused
    };

    std::vector<Row> rows;
    int refused = 0;
};

/// "vcf" or "csv": as given, otherwise after the ending of the file's name.
/// errors  UsageError: the name has another ending
std::string format_of(const std::string& file, const std::optional<std::string>& given);

/// errors  Refused: the text is not of that format
std::vector<Contact> read_contacts(std::string_view text, const std::string& format);

/// Adds each valid entry that the directory lacks.
/// profession  of an entry that names none
ImportOutcome import_contacts(
    Session& session,
    const std::vector<Contact>& contacts,
    const std::optional<std::string>& profession
);

Table table_of(const ImportOutcome& outcome);

} // namespace praxis::referrals
