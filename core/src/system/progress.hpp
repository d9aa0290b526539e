// SPDX-License-Identifier: MIT
/// One line on a terminal that tells how far long work is. It is rewritten in place and erased at
/// the end. Work of less than half a second shows nothing.
#pragma once
#include <praxis/abi.h>

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace praxis {

class PRAXIS_API Progress {
  public:
    using Clock = std::function<std::chrono::steady_clock::time_point()>;

    /// write  to stderr; empty: never shows anything
    explicit Progress(
        std::function<void(const std::string&)> write, Clock now = std::chrono::steady_clock::now
    );
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;
    ~Progress();

    [[nodiscard]] bool is_shown() const { return static_cast<bool>(write_); }

    /// what  "checking notes"; a total of 0 is not known
    void set(std::string_view what, std::uint64_t done, std::uint64_t total);

    /// Shows the line if it is due: for long work between two calls of set().
    void tick();

    /// Erases the line, before other text.
    void clear();

  private:
    std::function<void(const std::string&)> write_;
    Clock now_;
    std::chrono::steady_clock::time_point due_;
    std::string line_;      // as it should be
    std::size_t width_ = 0; // of the line on the terminal
};

} // namespace praxis
