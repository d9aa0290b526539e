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

#include <memory>
#include <string>
#include <vector>

namespace praxis::testing {

struct Outcome {
    int exit = 0;
    std::string out;
    std::string err;
};

class PRAXIS_API Practice {
  public:
    /// An unencrypted practice "Hands On" of Ines Moreau in UTC at 2026-11-20 09:00, with the
    /// plugins of these folders (each holds plugin folders).
    explicit Practice(const std::vector<std::string>& plugin_folders);
    Practice(const Practice&) = delete;
    Practice& operator=(const Practice&) = delete;
    ~Practice();

    Outcome run(const std::vector<std::string>& words, const std::string& standard_input = {});

    /// Sets the clock.
    void at(Instant now);
    /// Sets an environment variable of the commands that follow.
    void set(const std::string& name, const std::string& value);

    [[nodiscard]] std::string folder() const; // that holds practice.db; an empty place for files
    [[nodiscard]] std::string path() const;   // of the practice

  private:
    struct World;
    std::unique_ptr<World> world_;
};

} // namespace praxis::testing
