// SPDX-License-Identifier: MIT
/// What a therapist should see of the client's record before writing a note.
#pragma once
#include <praxis/clients/directory.hpp>
#include <praxis/session.hpp>

#include <string>
#include <vector>

namespace praxis::soap {

/// The client, stops for the techniques, allergies, conditions and open complaints, as comment
/// lines at the top of a form.
std::string alerts_as_comments(
    Session& session, const clients::Client& client, const std::vector<std::string>& techniques
);

} // namespace praxis::soap
