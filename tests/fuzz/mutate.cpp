// SPDX-License-Identifier: MIT
// mutate TARGET SECONDS [SEED]: feeds a target with its seeds, then with random changes of them,
// for so many seconds. Every build can run it; tests/fuzz/run searches with libFuzzer, for hours.
// Prints the seed and the number of inputs. A fault ends the program, and the input is in the file
// that the last line names.
#include "targets.hpp"

#include <praxis/error.hpp>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <random>

namespace praxis::fuzz {
namespace {

/// Texts that readers treat in a way of their own.
constexpr std::array odd{
    std::string_view{"\0", 1},
    std::string_view{"\""},
    std::string_view{"\\u0000"},
    std::string_view{"\xC3"},
    std::string_view{"\xF0\x9F\x98\x80"},
    std::string_view{"{"},
    std::string_view{"]]"},
    std::string_view{"\n"},
    std::string_view{"="},
    std::string_view{"'"},
    std::string_view{"1e999"},
    std::string_view{"-0"},
    std::string_view{"9223372036854775808"},
    std::string_view{"\xE2\x80\xAE"},
    std::string_view{"#"}};

class Mutator {
  public:
    explicit Mutator(std::uint64_t seed) : random_(seed) {}

    std::size_t below(std::size_t end) {
        return end == 0 ? 0 : std::uniform_int_distribution<std::size_t>{0, end - 1}(random_);
    }

    std::string change(std::string input, const std::vector<std::string>& seeds) {
        for (auto times = below(4) + 1; times > 0; --times) {
            change_once(input, seeds);
        }
        return input;
    }

  private:
    void change_once(std::string& input, const std::vector<std::string>& seeds) {
        const auto at = below(input.size() + 1);
        const auto length = below(std::min<std::size_t>(input.size() - at, 32) + 1);
        switch (below(6)) {
        case 0:
            input.insert(at, odd[below(odd.size())]);
            break;
        case 1:
            input.erase(at, length);
            break;
        case 2:
            input.insert(at, input.substr(at, length));
            break;
        case 3: {
            const auto& other = seeds[below(seeds.size())];
            input.insert(at, other.substr(below(other.size() + 1), below(200)));
            break;
        }
        case 4:
            input.resize(at);
            break;
        default:
            if (at < input.size()) {
                input[at] = static_cast<char>(below(256));
            }
        }
    }

    std::mt19937_64 random_;
};

void feed(const Target& target, const std::string& input) {
    try {
        target.read(input);
    } catch (const Error&) {
        return; // refused, as it should be
    }
}

/// Keeps the input where a crash leaves it.
void keep(const std::string& path, const std::string& input) {
    std::ofstream{path, std::ios::binary | std::ios::trunc}.write(
        input.data(), static_cast<std::streamsize>(input.size())
    );
}

int run(const Target& target, int seconds, std::uint64_t seed) {
    constexpr std::size_t most_bytes = 1U << 20U;
    std::cout << target.name << ": seed " << seed << std::endl;
    const auto seeds = target.seeds();
    const auto kept =
        (std::filesystem::temp_directory_path() / ("praxis-fuzz-" + target.name)).string();
    std::cout << "the last input is in " << kept << std::endl;
    for (const auto& input : seeds) {
        keep(kept, input);
        feed(target, input);
    }
    Mutator mutator{seed};
    std::size_t count = seeds.size();
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds{seconds};
    while (std::chrono::steady_clock::now() < end) {
        auto input = mutator.change(seeds[mutator.below(seeds.size())], seeds);
        input.resize(std::min(input.size(), std::max(most_bytes, seeds.front().size())));
        keep(kept, input);
        feed(target, input);
        ++count;
    }
    std::filesystem::remove(kept);
    std::cout << count << " inputs, no fault\n";
    return 0;
}

} // namespace
} // namespace praxis::fuzz

int main(int count, char** arguments) {
    using namespace praxis::fuzz;
    const std::string name = count > 1 ? arguments[1] : "";
    const int seconds = count > 2 ? std::atoi(arguments[2]) : 5;
    const auto today = static_cast<std::uint64_t>(std::time(nullptr)) / 86400U;
    const auto seed = count > 3 ? std::strtoull(arguments[3], nullptr, 10) : today;
    for (const auto& targets : {core_targets(), soap_targets()}) {
        for (const auto& target : targets) {
            if (target.name == name) {
                return run(target, seconds, seed);
            }
        }
    }
    std::cerr << "mutate TARGET SECONDS [SEED]: there is no target '" << name << "'\n";
    return 2;
}
