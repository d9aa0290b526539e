// SPDX-License-Identifier: MIT
/// A practice in a temporary folder for the tests of a plugin. It has a fixed clock, fixed random
/// numbers and no terminal. Commands run as they do for a user; their output is captured.
///
///   praxis::testing::Practice practice;
///   const auto added = practice.run({"client", "add", "--given", "Maria"});
///   BOOST_TEST(added.exit == 0);
///   BOOST_TEST(added.out == "C-0001\n");
#pragma once
#include <praxis/abi.h>
#include <praxis/date.hpp>
#include <praxis/text.hpp>

#include <memory>
#include <string>
#include <vector>

namespace praxis::testing {

struct Outcome {
    int exit = 0;
    std::string out;
    std::string err;
};

#ifdef PRAXIS_PLUGINS_UNDER_TEST
/// The folder of the plugin under test, and the folder of the plugins that come with praxis. For
/// tests that praxis_add_plugin() or praxis_add_plugin_test() creates.
inline std::vector<std::string> plugins_under_test() {
    return split(PRAXIS_PLUGINS_UNDER_TEST, ':');
}
#else
inline std::vector<std::string> plugins_under_test() {
    return {};
}
#endif

class PRAXIS_API Practice {
  public:
    /// An unencrypted practice "Hands On" of Ines Moreau, in UTC at 2026-11-20 09:00. It trusts the
    /// plugins in these folders; each folder contains plugin folders.
    explicit Practice(const std::vector<std::string>& plugin_folders = plugins_under_test());
    Practice(const Practice&) = delete;
    Practice& operator=(const Practice&) = delete;
    ~Practice();

    Outcome run(const std::vector<std::string>& arguments, const std::string& standard_input = {});

    /// Sets the clock.
    void at(Instant now);
    /// Sets an environment variable for the commands that follow.
    void set(const std::string& name, const std::string& value);

    /// From now on the commands have a terminal, and the user answers their questions with these
    /// lines, one after another. Questions appear in Outcome::err.
    void answer(const std::vector<std::string>& lines);

    /// Runs one statement outside praxis; returns its rows, a line each, with '|' between columns.
    /// errors  SQLite::Exception
    std::string sql(const std::string& statement);

    /// The ids of the events announced since the last call, in their order.
    std::vector<std::string> events();

    /// Deletes the plugin's tables and runs its migrations up to `step`; 0: none. The next command
    /// runs the others.
    void migrate_from(const std::string& plugin, int step);

    /// From now on a command of this plugin that writes to another plugin's table fails, even when
    /// it does so through that plugin's service.
    void strict_writes(const std::string& plugin);

    [[nodiscard]] std::string folder() const; // contains practice.db; room for files of the test
    [[nodiscard]] std::string path() const;   // of the practice

  private:
    struct World;
    std::unique_ptr<World> world_;
};

} // namespace praxis::testing
