// SPDX-License-Identifier: MIT
#pragma once
#include <praxis/attachment.hpp>

#include <string>
#include <vector>

namespace praxis {

/// Oldest first.
std::vector<Attachment> all_attachments(Session& session, std::optional<ClientId> client);

/// errors  UsageError: not an id; NotFound
Attachment get_attachment(Session& session, const std::string& id);

void remove_attachment(Session& session, AttachmentId id);

} // namespace praxis
