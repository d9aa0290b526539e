// SPDX-License-Identifier: MIT
/// A practice in a temporary folder for the tests of a plugin: a fixed clock, fixed randomness, no
/// terminal; commands run as they would for a person, and their result is captured.
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
/// The folder that the plugin was built into, and that of the plugins that came with praxis: in a
/// test that praxis_add_plugin() or praxis_add_plugin_test() has made.
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
    /// An unencrypted practice "Hands On" of Ines Moreau in UTC at 2026-11-20 09:00, with the
    /// plugins of these folders (each holds plugin folders), which are trusted.
    explicit Practice(const std::vector<std::string>& plugin_folders = plugins_under_test());
    Practice(const Practice&) = delete;
    Practice& operator=(const Practice&) = delete;
    ~Practice();

    Outcome run(const std::vector<std::string>& words, const std::string& standard_input = {});

    /// Sets the clock.
    void at(Instant now);
    /// Sets an environment variable of the commands that follow.
    void set(const std::string& name, const std::string& value);

    /// Runs one statement past praxis; gives its rows, a line each, with '|' between columns.
    /// errors  SQLite::Exception
    std::string sql(const std::string& statement);

    /// The ids of the events that were told since the last time this was asked, in their order.
    std::vector<std::string> events();

    /// Takes everything of the plugin out and makes its tables as they were after that step; 0:
    /// none of them. The next command brings them up to date.
    void migrate_from(const std::string& plugin, int step);

    /// From now on a command of this plugin may write to its own tables only, also through a
    /// service of another: to be sure of a plugin tested alone. Writing elsewhere fails the
    /// command.
    void strict_writes(const std::string& plugin);

    [[nodiscard]] std::string folder() const; // that holds practice.db; an empty place for files
    [[nodiscard]] std::string path() const;   // of the practice

  private:
    struct World;
    std::unique_ptr<World> world_;
};

} // namespace praxis::testing
