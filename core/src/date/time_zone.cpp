// SPDX-License-Identifier: MIT
#include <praxis/date.hpp>
#include <praxis/error.hpp>
#include <praxis/text.hpp>

#include <boost/filesystem.hpp>

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <optional>
#include <string>
#include <utility>
#include <vector>

// The C library reads the file of one zone and applies the rule at its end, which defines every
// change of clocks after 2037. date-tz reads all zones of the system first (2.8 ms) and ignores
// that rule. In return praxis must set the variable TZ of the whole process; it restores TZ
// immediately.

namespace praxis {
namespace {

using std::chrono::seconds;

constexpr const char* zone_folder = "/usr/share/zoneinfo/";
// No zone moves its clocks twice within a day.
constexpr auto one_day = std::chrono::hours{24};

/// Sets the variable TZ to a zone for its own lifetime.
class ZoneOfProcess {
  public:
    explicit ZoneOfProcess(const std::string& zone) {
        if (const char* value = std::getenv("TZ")) {
            before_ = value;
        }
        ::setenv("TZ", (":" + zone).c_str(), 1);
        ::tzset();
    }

    ZoneOfProcess(const ZoneOfProcess&) = delete;
    ZoneOfProcess& operator=(const ZoneOfProcess&) = delete;

    ~ZoneOfProcess() {
        if (before_) {
            ::setenv("TZ", before_->c_str(), 1);
        } else {
            ::unsetenv("TZ");
        }
        ::tzset();
    }

    /// East of UTC at that instant.
    [[nodiscard]] static seconds offset_at(Instant instant) {
        const auto time = static_cast<std::time_t>(instant.time_since_epoch().count());
        std::tm civil{};
        ::localtime_r(&time, &civil);
        return seconds{civil.tm_gmtoff};
    }

  private:
    std::optional<std::string> before_;
};

/// Offsets have whole minutes; a few from before 1972 had seconds.
Minutes whole_minutes(seconds offset) {
    return std::chrono::duration_cast<Minutes>(offset);
}

bool is_utc(const std::string& name) {
    return name == "UTC" || name == "Etc/UTC";
}

/// Whether the name has only letters, digits and "_+-/", is relative and has no "..": such a name
/// cannot leave the zone folder.
bool is_shaped_like_a_zone(const std::string& name) {
    const bool letters_fine = std::all_of(name.begin(), name.end(), [](unsigned char letter) {
        return std::isalnum(letter) != 0 || letter == '_' || letter == '+' || letter == '-' ||
               letter == '/';
    });
    return !name.empty() && letters_fine && name.front() != '/' && name.back() != '/' &&
           name.find("//") == std::string::npos;
}

/// Whether the file is not the zone of a place: the machine's own zone, or a zone with leap
/// seconds.
bool is_no_place(const std::string& name) {
    return name == "localtime" || name == "posixrules" || name == "Factory" ||
           name.starts_with("right/") || name.starts_with("posix/");
}

/// Names of all zones, for suggestions.
std::vector<std::string> all_zones() {
    namespace fs = boost::filesystem;
    std::vector<std::string> zones;
    boost::system::error_code error;
    for (fs::recursive_directory_iterator entry{zone_folder, error}, end; !error && entry != end;
         entry.increment(error)) {
        auto name = entry->path().string().substr(std::string_view{zone_folder}.size());
        if (TimeZone::exists(name)) {
            zones.push_back(std::move(name));
        }
    }
    return zones;
}

/// The first instant after `begin` with another offset.
Instant change_between(const ZoneOfProcess& zone, Instant begin, Instant end) {
    const auto before = zone.offset_at(begin);
    while (end - begin > seconds{1}) {
        const auto middle = begin + (end - begin) / 2;
        (zone.offset_at(middle) == before ? begin : end) = middle;
    }
    return end;
}

} // namespace

TimeZone::TimeZone(std::string name) : name_(std::move(name)) {
    if (!exists(name_)) {
        const auto meant = did_you_mean(name_, all_zones());
        throw Refused(
            "'" + visible(name_) + "' is not a time zone",
            meant
                ? "did you mean " + *meant + "?"
                : "give a name from the time zone database, such as Europe/Paris or America/Toronto"
        );
    }
}

bool TimeZone::exists(const std::string& name) {
    if (is_utc(name)) {
        return true;
    }
    if (!is_shaped_like_a_zone(name) || is_no_place(name)) {
        return false;
    }
    std::ifstream file{zone_folder + name, std::ios::binary};
    std::array<char, 4> mark{};
    return file.read(mark.data(), mark.size()) &&
           std::string_view{mark.data(), mark.size()} == "TZif";
}

ZonedTime TimeZone::at(Instant instant) const {
    if (is_utc(name_)) {
        return {instant, Minutes{0}};
    }
    const ZoneOfProcess zone{name_};
    return {instant, whole_minutes(zone.offset_at(instant))};
}

ZonedTime TimeZone::at(CivilTime civil) const {
    const Instant as_if_utc = civil.date.days() + civil.time_of_day;
    if (is_utc(name_)) {
        return {as_if_utc, Minutes{0}};
    }
    const ZoneOfProcess zone{name_};
    // The offsets before and after a possible change of clocks on that day.
    const auto before = zone.offset_at(as_if_utc - one_day);
    const auto after = zone.offset_at(as_if_utc + one_day);
    for (const auto offset : {std::max(before, after), std::min(before, after)}) {
        const Instant candidate = as_if_utc - offset; // the larger offset is the earlier instant
        if (zone.offset_at(candidate) == offset) {
            return {candidate, whole_minutes(offset)};
        }
    }
    // The clocks skip this time: use the instant of the change.
    const Instant jump = change_between(zone, as_if_utc - one_day, as_if_utc + one_day);
    return {jump, whole_minutes(zone.offset_at(jump))};
}

} // namespace praxis
