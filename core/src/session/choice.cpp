// SPDX-License-Identifier: MIT
#include "session/host_session.hpp"

#include <praxis/choice.hpp>

#include <utility>

namespace praxis {

AmbiguousName::AmbiguousName(
    std::string name,
    std::vector<Choice> choices,
    const std::string& message,
    const std::string& hint
)
    : Ambiguous(message, hint), name_(std::move(name)), choices_(std::move(choices)) {}

AmbiguousName::~AmbiguousName() = default;

std::optional<std::string> chosen_id(Session& session, std::string_view name) {
    const auto* host = dynamic_cast<HostSession*>(&session);
    return host == nullptr ? std::nullopt : host->chosen_id(name);
}

bool is_writing(Session& session) {
    const auto* host = dynamic_cast<HostSession*>(&session);
    return host != nullptr && host->is_writing();
}

} // namespace praxis
