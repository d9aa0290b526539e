// SPDX-License-Identifier: MIT
#include <praxis/error.hpp>

#include <utility>

namespace praxis {

Error::Error(Exit exit, std::string code, const std::string& message, std::string hint)
    : std::runtime_error(message), exit_(exit), code_(std::move(code)), hint_(std::move(hint)) {}

// The destructors are defined here so that the type information of each class exists once, in the
// core. This lets praxis catch an exception that a plugin threw by its type.
Error::~Error() = default;

UsageError::UsageError(const std::string& message, std::string hint)
    : Error(Exit::usage, "usage", message, std::move(hint)) {}

UsageError::~UsageError() = default;

NotFound::NotFound(const std::string& message, std::string hint)
    : Error(Exit::not_found, "not_found", message, std::move(hint)) {}

NotFound::~NotFound() = default;

Ambiguous::Ambiguous(const std::string& message, std::string hint)
    : Error(Exit::not_found, "ambiguous", message, std::move(hint)) {}

Ambiguous::~Ambiguous() = default;

Refused::Refused(const std::string& message, std::string hint)
    : Error(Exit::refused, "refused", message, std::move(hint)) {}

Refused::~Refused() = default;

NeedsInput::NeedsInput(const std::string& message, std::string hint)
    : Error(Exit::needs_input, "needs_input", message, std::move(hint)) {}

NeedsInput::~NeedsInput() = default;

PracticeError::PracticeError(std::string code, const std::string& message, std::string hint)
    : Error(Exit::practice, std::move(code), message, std::move(hint)) {}

PracticeError::~PracticeError() = default;

PluginError::PluginError(const std::string& message, std::string hint)
    : Error(Exit::plugin, "plugin", message, std::move(hint)) {}

PluginError::~PluginError() = default;

} // namespace praxis
