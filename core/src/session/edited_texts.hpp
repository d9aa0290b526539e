// SPDX-License-Identifier: MIT
/// Texts that a person types in an editor, kept on the disk until a command has stored them.
#pragma once
#include "session/drafts.hpp"
#include "system/environment.hpp"

#include <praxis/date.hpp>
#include <praxis/session.hpp>

#include <memory>
#include <string>
#include <vector>

namespace praxis {

class EditedTexts {
  public:
    /// environment  must outlive this object
    explicit EditedTexts(const Environment& environment) : environment_(environment) {}

    /// Opens the editor on the request's text, or on what the person typed earlier for the same
    /// subject and never stored, when they choose so.
    /// errors  NeedsInput when the text was left unchanged or empty
    std::string edit(const EditRequest& request, const TimeZone& zone, Date today);

    /// The texts are stored: removes their files.
    void remove();

    /// Files that still hold what was typed in this command.
    [[nodiscard]] std::vector<std::string> paths() const;

  private:
    [[nodiscard]] bool continues_with(
        const LeftDraft& left, const EditRequest& request, const TimeZone& zone, Date today
    ) const;

    const Environment& environment_;
    std::vector<std::unique_ptr<Draft>> drafts_;
};

} // namespace praxis
