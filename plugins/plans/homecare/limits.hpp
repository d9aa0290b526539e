// SPDX-License-Identifier: MIT
/// Compares a home-care item with a client's record.
#pragma once
#include "homecare/client_facts.hpp"
#include "homecare/library.hpp"

#include <string>
#include <vector>

namespace praxis::plans::home {

/// A reason for leaving an item out, for asking first, or for a remark.
struct LimitFinding {
    std::string limit; // its id; "not-asked" when the conditions are not recorded
    Verdict verdict = Verdict::leave_out;
    std::string reason;             // "numb skin does not notice a burn"
    std::vector<std::string> found; // "condition: diabetic neuropathy"; empty: the area alone
    std::vector<std::string> citations;
    bool reviewed = false;
};

/// Whether the limit can concern the item, whoever the client is and wherever it is for.
bool can_concern(const Limit& limit, const Item& item);

/// Everything that limits the item for work on the areas; the gravest first. A past or only
/// mentioned condition leaves nothing out: it is asked about. What is denied, or a relative has,
/// counts for nothing here.
/// areas  those of the item where none was chosen
std::vector<LimitFinding> check_item(
    const Library& library,
    const ClientFacts& facts,
    const Item& item,
    const std::vector<std::string>& areas
);

/// Whether one of them leaves the item out.
bool is_left_out(const std::vector<LimitFinding>& findings);

/// "numb skin does not notice a burn (condition: diabetic neuropathy)".
std::string finding_text(const LimitFinding& finding);

} // namespace praxis::plans::home
