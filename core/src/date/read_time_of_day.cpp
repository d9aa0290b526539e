// SPDX-License-Identifier: MIT
#include "readers.hpp"

#include <praxis/error.hpp>
#include <praxis/text.hpp>

namespace praxis::dates {

namespace {

/// Reads the time of day at the end of the tokens and removes it from them.
class TimeReader {
  public:
    TimeReader(std::string_view written, std::vector<std::string>& tokens)
        : written_(written), tokens_(tokens) {}

    [[nodiscard]] std::optional<Minutes> take() {
        if (tokens_.empty()) {
            return std::nullopt;
        }
        std::string half = take_half();
        if (tokens_.empty()) {
            refuse();
        }
        const std::string clock = tokens_.back();
        if (half.empty() && clock.find(':') == clock.npos) {
            return std::nullopt;
        }
        tokens_.pop_back();
        const auto time = read(clock, half);
        if (!tokens_.empty() && tokens_.back() == "at") {
            tokens_.pop_back();
        }
        return time;
    }

  private:
    [[noreturn]] void refuse() const {
        throw UsageError(
            quoted_date(written_) + " contains a time of day that does not exist",
            "write it as 14:30, from 0:00 to 23:59"
        );
    }

    /// "am" or "pm", alone or at the end of the last word ("9am").
    std::string take_half() {
        auto& last = tokens_.back();
        for (const std::string_view half : {"am", "pm"}) {
            const bool digit_before =
                last.size() > 2 && last[last.size() - 3] >= '0' && last[last.size() - 3] <= '9';
            if (last == half) {
                tokens_.pop_back();
                return std::string{half};
            }
            if (last.ends_with(half) && digit_before) {
                last.resize(last.size() - 2);
                return std::string{half};
            }
        }
        return {};
    }

    [[nodiscard]] Minutes read(std::string_view clock, std::string_view half) const {
        const auto end = clock.find_first_not_of("0123456789:");
        if (end != clock.npos) {
            const bool zone = clock[end] == 'z' || clock[end] == '+' || clock[end] == '-';
            if (zone) {
                throw UsageError(
                    quoted_date(written_) + " names a time zone",
                    "leave it out: praxis uses the practice's time zone"
                );
            }
            refuse();
        }
        const auto parts = split(clock, ':');
        const bool shape = parts.size() <= 3 && (parts.size() >= 2 || !half.empty()) &&
                           !parts[0].empty() && parts[0].size() <= 2;
        if (!shape) {
            refuse();
        }
        int hour = *small_number(parts[0]);
        const int minute = parts.size() > 1 ? two_digits(parts[1]) : 0;
        if (parts.size() > 2) {
            static_cast<void>(two_digits(parts[2])); // seconds are checked and dropped
        }
        if (!half.empty()) {
            if (hour < 1 || hour > 12) {
                refuse();
            }
            hour = hour % 12 + (half == "pm" ? 12 : 0);
        }
        if (hour > 23) {
            refuse();
        }
        return std::chrono::hours{hour} + Minutes{minute};
    }

    [[nodiscard]] int two_digits(std::string_view digits) const {
        const auto number = digits.size() == 2 ? small_number(digits) : std::nullopt;
        if (!number || *number > 59) {
            refuse();
        }
        return *number;
    }

    std::string_view written_;
    std::vector<std::string>& tokens_;
};

} // namespace

std::optional<Minutes>
take_time_of_day(std::string_view written, std::vector<std::string>& tokens) {
    return TimeReader{written, tokens}.take();
}

} // namespace praxis::dates
