// SPDX-License-Identifier: MIT
/// The files that a list goes on without. A list of what to do is better incomplete than missing,
/// as long as it says so.
#pragma once
#include <praxis/error.hpp>
#include <praxis/session.hpp>

#include <string>
#include <vector>

namespace praxis::safety {

class LeftOut {
  public:
    /// Does a part of the list; one that needs a file that cannot be read is left out.
    template <class Part> void guard(Part part) {
        try {
            part();
        } catch (const PluginError& error) {
            add(error.what(), error.hint());
        } catch (const Refused& error) { // a file that is no text
            add(error.what(), error.hint());
        }
    }

    /// fix  the command that corrects it; may be empty
    void add(const std::string& reason, const std::string& fix = {});

    /// Each with its fix.
    [[nodiscard]] const std::vector<std::string>& reasons() const { return reasons_; }

    /// Names each file once, and ends the command with the exit code of a broken plugin.
    void report(Session& session) const;

  private:
    std::vector<std::string> reasons_;
};

} // namespace praxis::safety
