// SPDX-License-Identifier: MIT
/// A name that several records have. A command that looks up a name throws AmbiguousName. On a
/// terminal praxis then rolls the command back, asks the user which record is meant, and runs the
/// command again; elsewhere the error is the answer.
#pragma once
#include <praxis/error.hpp>
#include <praxis/session.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace praxis {

/// One record that the user can mean.
struct Choice {
    std::string id;    // "C-0001"
    std::string label; // for the terminal alone: it may hold the client's name
};

class PRAXIS_API AmbiguousName : public Ambiguous {
  public:
    /// name     as the user typed it
    /// message  names ids, as that of each error does
    AmbiguousName(
        std::string name,
        std::vector<Choice> choices,
        const std::string& message,
        const std::string& hint
    );
    ~AmbiguousName() override;

    [[nodiscard]] const std::string& name() const noexcept { return name_; }

    [[nodiscard]] const std::vector<Choice>& choices() const noexcept { return choices_; }

  private:
    std::string name_;
    std::vector<Choice> choices_;
};

/// The id that the user chose for that name; nothing when praxis did not ask. Look here before
/// throwing AmbiguousName.
PRAXIS_API std::optional<std::string> chosen_id(Session& session, std::string_view name);

/// Whether the command is changing records now.
PRAXIS_API bool is_writing(Session& session);

} // namespace praxis
