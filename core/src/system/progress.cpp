// SPDX-License-Identifier: MIT
#include "system/progress.hpp"

#include <algorithm>
#include <utility>

namespace praxis {
namespace {

constexpr std::chrono::milliseconds quiet_time{500};
constexpr std::chrono::milliseconds between_two_lines{100};

/// "praxis: checking notes, 12 %"
std::string line_of(std::string_view what, std::uint64_t done, std::uint64_t total) {
    auto line = "praxis: " + std::string{what};
    if (total > 0) {
        line += ", " + std::to_string(100 * std::min(done, total) / total) + " %";
    }
    return line + " ...";
}

} // namespace

Progress::Progress(std::function<void(const std::string&)> write, Clock now)
    : write_(std::move(write)), now_(std::move(now)), due_(now_() + quiet_time) {}

Progress::~Progress() {
    clear();
}

void Progress::set(std::string_view what, std::uint64_t done, std::uint64_t total) {
    if (write_) {
        line_ = line_of(what, done, total);
        tick();
    }
}

void Progress::tick() {
    if (!write_ || line_.empty() || now_() < due_) {
        return;
    }
    const auto rest = width_ > line_.size() ? width_ - line_.size() : 0;
    write_("\r" + line_ + std::string(rest, ' '));
    width_ = line_.size();
    due_ = now_() + between_two_lines;
}

void Progress::clear() {
    line_.clear();
    if (width_ > 0) {
        write_("\r" + std::string(std::exchange(width_, 0), ' ') + "\r");
    }
}

} // namespace praxis
