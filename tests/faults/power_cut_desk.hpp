// SPDX-License-Identifier: MIT
/// A practice on a disk whose power can be cut: commands that write, what they said was saved, and
/// whether that is still there.
#pragma once
#include "power_disk.hpp"

#include <praxis/testing.hpp>

#include <SQLiteCpp/SQLiteCpp.h>

#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace praxis::testing {

enum class Command { add_client, new_note, sign_note };

/// What exit code 0 has promised, by the numbers of the records.
struct Promised {
    std::map<std::int64_t, std::string> clients; // and their names
    std::map<std::int64_t, std::string> notes;   // and the words in them
    std::set<std::int64_t> signed_notes;
    std::size_t tried = 0; // commands that were begun

    [[nodiscard]] std::size_t count() const {
        return clients.size() + notes.size() + signed_notes.size();
    }
};

/// What is wrong with a practice after a power cut.
struct Trouble {
    bool lost = false; // something promised is gone
    std::string what;  // empty: nothing is wrong

    [[nodiscard]] bool any() const { return !what.empty(); }
};

class Desk {
  public:
    /// Makes the practice that every round begins with: a client, and notes that can be signed.
    /// plugins  the folder that holds the plugins' folders
    Desk(const std::string& plugins, bool encrypted);

    [[nodiscard]] const std::string& folder() const { return folder_; }

    [[nodiscard]] const Files& image() const { return image_; }

    /// Runs a command; what it acknowledges is promised from then on.
    Outcome run(Command command, Promised& promised);

    /// Somebody else reads, and goes on reading: no checkpoint can empty the write-ahead log.
    std::unique_ptr<SQLite::Database> begin_reading();

    /// Which of the promised records are gone from the practice in the folder.
    Trouble find_loss(const Promised& promised);

    /// Besides: whether it is sound, and whether the next commands find nothing to complain about.
    /// with_audit  the first of them is `audit verify`, which takes as long as all the others
    Trouble find_trouble(const Promised& promised, bool with_audit);

  private:
    Outcome praxis(std::vector<std::string> words, const std::string& standard_input = {});
    std::string find_broken_rules(const Promised& promised);
    std::string must(std::vector<std::string> words, const std::string& standard_input = {});

    Practice world_;
    bool encrypted_;
    std::string folder_;
    std::string passphrase_file_;
    Files image_;
    std::int64_t seconds_ = 0;
    std::uint64_t number_ = 0; // makes each record unlike the others
};

/// The files of a folder that a power cut concerns.
Files read_folder(const std::string& folder);

} // namespace praxis::testing
