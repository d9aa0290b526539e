// SPDX-License-Identifier: MIT
/// Drafts: a text that the user types in an editor has a file of its own until praxis stores it. A
/// killed program, a full disk or a closed terminal does not lose it; the next command on the same
/// subject offers it again.
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
    std::string key;    // which text about the client: "note new"
};

/// Reserves a draft for one process. The destructor removes the lock file.
class DraftLock {
  public:
    /// held() is false if another process has the draft.
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

/// A text that was typed and never stored. While it exists, other processes do not offer the draft.
struct LeftDraft {
    DraftLock lock;
    std::string text = {};
    std::int64_t changed_at = 0;         // UTC seconds
    std::vector<std::string> paths = {}; // the draft's file, and recovery files of its editor
};

/// An owner-only file in XDG_RUNTIME_DIR, otherwise in the state folder. Other processes do not
/// offer a draft that is open.
class Draft {
  public:
    /// subject  what the text is about; the file name does not reveal it
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

    /// Replaces the content of the file.
    void write(const std::string& text) const;

    /// Removes the draft after its text is stored, with the earlier drafts that it continues.
    void remove();
    /// The user gave up: removes this file and keeps the earlier draft.
    void discard();

    /// Continues an earlier draft, which stays reserved for this process.
    void continue_from(LeftDraft left) { earlier_.emplace(std::move(left)); }

  private:
    std::string path_;
    std::optional<LeftDraft> earlier_;
    DraftLock lock_;
};

/// The newest draft on the subject that no other process has open or offers.
std::optional<LeftDraft>
find_left_draft(const Environment& environment, const DraftSubject& subject);

/// Removes all drafts about a client. Returns a warning if a folder cannot be searched; that is not
/// an error, because the client's records are already deleted.
std::optional<std::string>
remove_drafts_of(const Environment& environment, const std::string& client_uuid);

} // namespace praxis
