// SPDX-License-Identifier: MIT
/// power_cuts PLUGINS [--rounds N] [--seed S] [--first N]
///
/// Cuts the power N times while commands write, at random calls, and checks that every acknowledged
/// record is there when the power comes back, in a sound practice and without an alarm. A fifth of
/// the rounds uses an encrypted practice. Then it repeats rounds without the syncs that
/// `synchronous = NORMAL` omits. These must lose records: otherwise the test would miss a loss.
/// In a full run, N is 10,000. PLUGINS is the folder that contains the plugins' folders. To repeat
/// a failed round alone, give the same seed, --first ROUND and --rounds 1.
#include "power_cut_desk.hpp"

#include <praxis/error.hpp>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <stdexcept>

namespace {

using namespace praxis::testing;

constexpr std::uint64_t teeth_rounds = 200;
constexpr std::uint64_t enough_losses = 10;
constexpr std::uint64_t encrypted_each = 5;
constexpr std::uint64_t audited_each = 4;
constexpr std::uint64_t most_reported = 5;

/// The commands that run until the power is cut.
struct Life {
    bool is_read_meanwhile = false;
    std::vector<Command> commands;
    std::vector<std::string> calls; // the calls of an undisturbed run
};

struct Tally {
    std::uint64_t rounds = 0;
    std::uint64_t cuts = 0;
    std::uint64_t promised = 0;
    std::uint64_t lost = 0;       // rounds in which a promised record is missing
    std::uint64_t damaged = 0;    // rounds with other trouble
    std::uint64_t torn = 0;       // files that are neither old nor new afterwards
    std::uint64_t recoveries = 0; // cuts in a life that starts with the files of an earlier cut
    std::map<std::string, std::uint64_t> cut_during;
};

/// Each day tries other cuts.
std::uint64_t seed_of_today() {
    const auto now = std::chrono::system_clock::now();
    const auto days = std::chrono::floor<std::chrono::days>(now).time_since_epoch().count();
    return static_cast<std::uint64_t>(days);
}

struct Settings {
    std::string plugins;
    std::uint64_t rounds = 200;
    std::uint64_t seed = seed_of_today();
    std::uint64_t first = 0;
};

/// The rounds on one practice.
class Rounds {
  public:
    Rounds(const std::string& plugins, bool encrypted) : desk_(plugins, encrypted) {
        for (const auto& commands : all_lists()) {
            for (const bool is_read : {false, true}) {
                lives_.push_back(measure(is_read, commands));
            }
        }
    }

    void play(std::uint64_t seed, std::uint64_t round, Syncs syncs, Tally& tally) {
        std::seed_seq sequence{seed, round};
        random_.seed(sequence);
        refused_.clear();
        Promised promised;
        auto files = desk_.image();
        const auto lives = below(4) == 0 ? 2 : 1;
        for (int i = 0; i < lives; ++i) {
            files = live(files, syncs, promised, tally);
            tally.recoveries += i > 0 ? 1 : 0;
        }
        const auto trouble = check(files, promised, syncs, round);
        ++tally.rounds;
        tally.promised += promised.count();
        tally.lost += trouble.lost ? 1 : 0;
        tally.damaged += trouble.any() && !trouble.lost ? 1 : 0;
        if (trouble.any() && syncs == Syncs::kept && tally.lost + tally.damaged <= most_reported) {
            std::printf(
                "round %llu, power cut during %s: %s\n",
                static_cast<unsigned long long>(round),
                last_cut_.c_str(),
                trouble.what.c_str()
            );
        }
    }

  private:
    static std::vector<std::vector<Command>> all_lists() {
        return {
            {Command::add_client},
            {Command::add_client, Command::add_client},
            {Command::new_note},
            {Command::sign_note, Command::add_client}};
    }

    /// Mostly a life that only adds clients: notes take five times as long.
    const Life& choose_life() {
        return lives_[below(5) == 0 ? below(lives_.size()) : below(lives_.size() / 2)];
    }

    std::uint64_t below(std::uint64_t end) {
        return std::uniform_int_distribution<std::uint64_t>{0, end - 1}(random_);
    }

    /// Checks the files after the last cut, with the power on.
    Trouble check(const Files& files, const Promised& promised, Syncs syncs, std::uint64_t round) {
        const PowerDisk disk{desk_.folder(), files, 0, Syncs::kept, 0}; // fills the folder
        if (syncs == Syncs::as_normal) {
            return desk_.find_loss(promised);
        }
        if (!refused_.empty()) {
            return {false, "refused after the first cut: " + refused_};
        }
        return desk_.find_trouble(promised, round % audited_each == 0);
    }

    /// Lists the calls of an undisturbed life, and checks that the disk sees everything written.
    Life measure(bool is_read_meanwhile, const std::vector<Command>& commands) {
        Life life{is_read_meanwhile, commands, {}};
        PowerDisk disk{desk_.folder(), desk_.image(), 0, Syncs::kept, 0};
        Promised promised;
        const auto reader = run(life, disk, promised);
        if (disk.visible() != read_folder(desk_.folder())) {
            throw std::runtime_error("the folder differs from what the disk has seen written");
        }
        if (promised.count() != life.commands.size()) {
            throw std::runtime_error("a command has acknowledged nothing");
        }
        life.calls = disk.calls();
        return life;
    }

    /// Half of the time any call; half of the time a kind of call, then one of that kind, because
    /// most calls write to the write-ahead log.
    std::uint64_t choose_cut(const Life& life) {
        if (below(2) == 0) {
            // A few more than there are calls: then the power is cut after the last command.
            return 1 + below(life.calls.size() + life.calls.size() / 8);
        }
        std::map<std::string, std::vector<std::uint64_t>> kinds;
        for (std::uint64_t i = 0; i < life.calls.size(); ++i) {
            kinds[life.calls[i]].push_back(i + 1);
        }
        auto kind = kinds.begin();
        std::advance(kind, static_cast<std::ptrdiff_t>(below(kinds.size())));
        return kind->second[below(kind->second.size())];
    }

    /// Runs the commands of a life; returns the read transaction that is still open.
    std::unique_ptr<SQLite::Database> run(const Life& life, PowerDisk& disk, Promised& promised) {
        std::unique_ptr<SQLite::Database> reader;
        try {
            if (life.is_read_meanwhile) {
                reader = desk_.begin_reading();
            }
        } catch (const std::exception& error) {
            refused_ += disk.is_cut() ? "" : error.what();
        }
        for (const auto command : life.commands) {
            const auto outcome = desk_.run(command, promised);
            refused_ += outcome.exit == 0 || disk.is_cut() ? "" : outcome.err;
        }
        return reader;
    }

    /// Runs one life on these files; returns the files after the power cut that ends it.
    Files live(const Files& files, Syncs syncs, Promised& promised, Tally& tally) {
        const auto& life = choose_life();
        PowerDisk disk{desk_.folder(), files, random_(), syncs, choose_cut(life)};
        const auto reader = run(life, disk, promised);
        disk.cut();
        last_cut_ = disk.cut_during().value_or("nothing");
        ++tally.cuts;
        ++tally.cut_during[last_cut_];
        return disk.survivors(tally.torn);
    }

    Desk desk_;
    std::mt19937_64 random_;
    std::vector<Life> lives_;
    std::string last_cut_;
    std::string refused_; // messages of commands that failed with the power on
};

Settings read_settings(int count, char** arguments) {
    Settings settings;
    for (int i = 1; i < count; ++i) {
        const std::string word = arguments[i];
        if (!word.starts_with("--")) {
            settings.plugins = word;
            continue;
        }
        if (++i == count) {
            throw std::runtime_error(word + " needs a number");
        }
        const auto number = std::stoull(arguments[i]);
        if (word == "--rounds") {
            settings.rounds = number;
        } else if (word == "--seed") {
            settings.seed = number;
        } else if (word == "--first") {
            settings.first = number;
        } else {
            throw std::runtime_error("unknown option " + word);
        }
    }
    return settings;
}

void show(const Tally& tally, const char* title) {
    const auto number = [](std::uint64_t value) { return static_cast<unsigned long long>(value); };
    std::printf(
        "%s: %llu rounds, %llu power cuts (%llu of them after another one), %llu torn files, "
        "%llu records promised; rounds with a lost record: %llu, with other damage or an alarm: "
        "%llu\n",
        title,
        number(tally.rounds),
        number(tally.cuts),
        number(tally.recoveries),
        number(tally.torn),
        number(tally.promised),
        number(tally.lost),
        number(tally.damaged)
    );
}

/// Whether the power was cut at least once during each of the calls that matter.
bool has_cut_everywhere(const Tally& tally) {
    bool everywhere = tally.torn > 0 && tally.recoveries > 0 && tally.promised > 0;
    for (const auto* call :
         {"write practice.db-wal",
          "sync practice.db-wal",
          "truncate practice.db-wal",
          "write practice.db",
          "sync practice.db",
          "write practice.head",
          "sync practice.head",
          "nothing"}) {
        if (!tally.cut_during.contains(call)) {
            std::printf("the power was never cut during: %s\n", call);
            everywhere = false;
        }
    }
    return everywhere;
}

int play_all(const Settings& settings) {
    Rounds plain{settings.plugins, false};
    Rounds encrypted{settings.plugins, true};
    Tally tally;
    std::printf("seed %llu\n", static_cast<unsigned long long>(settings.seed));
    for (std::uint64_t i = settings.first; i < settings.first + settings.rounds; ++i) {
        auto& rounds = i % encrypted_each == 0 ? encrypted : plain;
        rounds.play(settings.seed, i, Syncs::kept, tally);
    }
    show(tally, "as it is");
    for (const auto& [call, count] : tally.cut_during) {
        std::printf("  %6llu during %s\n", static_cast<unsigned long long>(count), call.c_str());
    }
    const bool alone = settings.rounds < teeth_rounds; // a few rounds cannot cut during every call
    bool good = tally.lost == 0 && tally.damaged == 0 && (alone || has_cut_everywhere(tally));

    Tally teeth;
    for (std::uint64_t i = 0; i < teeth_rounds && teeth.lost < enough_losses && !alone; ++i) {
        plain.play(settings.seed, i, Syncs::as_normal, teeth);
    }
    show(teeth, "with the syncs of synchronous = NORMAL");
    if (!alone && teeth.lost == 0) {
        std::printf("NORMAL has lost no record: this test would miss a loss\n");
        good = false;
    }
    return good ? 0 : 1;
}

} // namespace

int main(int count, char** arguments) {
    std::setvbuf(stdout, nullptr, _IOLBF, 0); // a long run prints its findings at once
    try {
        return play_all(read_settings(count, arguments));
    } catch (const std::exception& error) {
        std::printf("%s\n", error.what());
        return 2;
    }
}
