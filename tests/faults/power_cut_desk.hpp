// SPDX-License-Identifier: MIT
/// A practice on a disk whose power can be cut: runs commands that write, notes what they
/// acknowledge, and checks that it is still there.
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

/// The records that exit code 0 has promised, by their numbers.
struct Promised {
    std::map<std::int64_t, std::string> clients; // with their names
    std::map<std::int64_t, std::string> notes;   // with a text of each
    std::set<std::int64_t> signed_notes;
    std::size_t tried = 0; // commands that were started

    [[nodiscard]] std::size_t count() const {
        return clients.size() + notes.size() + signed_notes.size();
    }
};

/// What is wrong with a practice after a power cut.
struct Trouble {
    bool lost = false; // a promised record is missing
    std::string what;  // what is wrong; empty for nothing

    [[nodiscard]] bool any() const { return !what.empty(); }
};

class Desk {
  public:
    /// Makes the practice that every round starts with: a client, and notes that can be signed.
    /// plugins  the folder that contains the plugins' folders
    Desk(const std::string& plugins, bool encrypted);

    [[nodiscard]] const std::string& folder() const { return folder_; }

    [[nodiscard]] const Files& image() const { return image_; }

    /// Runs a command and adds what it acknowledges to the promised records.
    Outcome run(Command command, Promised& promised);

    /// Opens a read transaction: while it is open, no checkpoint can empty the write-ahead log.
    std::unique_ptr<SQLite::Database> begin_reading();

    /// Finds promised records that are missing in the practice.
    Trouble find_loss(const Promised& promised);

    /// Also checks that the practice is sound, and that the next commands succeed.
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
    std::uint64_t number_ = 0; // makes each record unique
};

/// The files of a folder that must survive a power cut.
Files read_folder(const std::string& folder);

} // namespace praxis::testing
