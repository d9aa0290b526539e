// SPDX-License-Identifier: MIT
/// What somebody types in an editor, in a file of its own until it is stored: a killed program, a
/// full disk or a closed terminal loses none of it, and the next command about the same thing finds
/// it again.
#pragma once
#include "system/environment.hpp"
#include "system/files.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace praxis {

struct DraftSubject {
    std::string client; // UUID
    std::string key;    // what else makes it the same text
};

/// Keeps a draft for one window, as long as it lives. Its file goes with it.
class DraftLock {
  public:
    /// held() tells whether another window has it.
    explicit DraftLock(std::string path);
    DraftLock(DraftLock&& other) = default;
    DraftLock(const DraftLock&) = delete;
    DraftLock& operator=(DraftLock&&) = delete;
    DraftLock& operator=(const DraftLock&) = delete;
    ~DraftLock();

    [[nodiscard]] bool held() const { return file_.number() >= 0; }

  private:
    std::string path_;
    Descriptor file_;
};

/// A text that was typed and never stored. No other window is offered it while this lives.
struct LeftDraft {
    DraftLock lock;
    std::string text = {};
    std::int64_t changed_at = 0;         // UTC seconds
    std::vector<std::string> paths = {}; // its file, and what an editor saved beside it as it died
};

/// An owner-only file in XDG_RUNTIME_DIR, else in the state folder. While it is open nobody takes
/// it for one that was left behind.
class Draft {
  public:
    /// subject  what is written about: nothing of it can be read in the name
    Draft(
        const Environment& environment,
        const DraftSubject& subject,
        const std::string& file_ending,
        const std::string& text
    );
    Draft(const Draft&) = delete;
    Draft& operator=(const Draft&) = delete;
    ~Draft() = default;

    [[nodiscard]] const std::string& path() const { return path_; }

    /// Replaces what stands in the file.
    void write(const std::string& text) const;

    /// Once it is stored. Files it goes on from go with it.
    void remove();
    /// Given up by the person: what it goes on from stays.
    void discard();

    /// Nobody else is offered that one from then on.
    void goes_on_from(LeftDraft left) { earlier_.emplace(std::move(left)); }

  private:
    std::string path_;
    std::optional<LeftDraft> earlier_;
    DraftLock lock_;
};

/// The newest one about that subject that no other window has open or is asked about.
std::optional<LeftDraft>
find_left_draft(const Environment& environment, const DraftSubject& subject);

/// Removes all that was typed about a client and never stored. What cannot be looked through is
/// told, and no error: the client's records are gone by then.
std::optional<std::string>
remove_drafts_of(const Environment& environment, const std::string& client_uuid);

} // namespace praxis
