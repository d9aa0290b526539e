// SPDX-License-Identifier: MIT
// compare ROUNDS < TABLE: times commands side by side and compares their ratios with limits.
//
// Each line of the table is `name <TAB> limit <TAB> base <TAB> command`. The command may take at
// most `limit` times as long as the base. With the base "-" the limit is in milliseconds of wall
// time, with "cpu" of processor time; with "goal 3.0" it is shown only. Spaces separate the
// arguments; %n in one is the number of the run.
// In every round all commands run in a new random order, without a shell, each once untimed and
// then timed. The figure is the smallest of the ratios of medians, minima and processor time;
// milliseconds may be ten per cent over the limit. It prints a table in Markdown, and exits with 1
// when a command is over its limit.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <iostream>
#include <random>
#include <spawn.h>
#include <sstream>
#include <string>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

extern char** environ;

namespace {

struct Command {
    std::vector<std::string> words;
    std::vector<double> wall; // milliseconds
    std::vector<double> processor;
    double memory = 0; // the most that a run needed, in MB
    int runs = 0;
};

struct Row {
    std::string name;
    double limit = 0;
    std::size_t base = 0;
    bool in_milliseconds = false;
    bool of_processor = false;
    bool is_goal = false;
    std::size_t command = 0;
};

std::vector<std::string> split(const std::string& text, char separator) {
    std::vector<std::string> parts;
    std::istringstream stream{text};
    for (std::string part; std::getline(stream, part, separator);) {
        if (!part.empty()) {
            parts.push_back(part);
        }
    }
    return parts;
}

double milliseconds(const timeval& time) {
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_usec) / 1e3;
}

/// The arguments, with %n replaced by the number of this run.
std::vector<std::string> numbered(std::vector<std::string> words, int run) {
    for (auto& word : words) {
        if (const auto at = word.find("%n"); at != std::string::npos) {
            word.replace(at, 2, std::to_string(run));
        }
    }
    return words;
}

/// Runs the command without its output; returns wall time and processor time.
std::pair<double, double> run(Command& command) {
    auto texts = numbered(command.words, ++command.runs);
    std::vector<char*> words;
    for (auto& text : texts) {
        words.push_back(text.data());
    }
    words.push_back(nullptr);
    posix_spawn_file_actions_t actions{};
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0);
    const auto begin = std::chrono::steady_clock::now();
    pid_t child = 0;
    if (posix_spawnp(&child, words.front(), &actions, nullptr, words.data(), environ) != 0) {
        std::cerr << "cannot start " << words.front() << "\n";
        std::exit(2);
    }
    int status = 0;
    rusage usage{};
    wait4(child, &status, 0, &usage);
    const std::chrono::duration<double, std::milli> wall = std::chrono::steady_clock::now() - begin;
    posix_spawn_file_actions_destroy(&actions);
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) {
        std::cerr << "failed:";
        for (const auto& text : texts) {
            std::cerr << " " << text;
        }
        std::cerr << "\n";
        std::exit(2);
    }
    command.memory = std::max(command.memory, static_cast<double>(usage.ru_maxrss) / 1e3);
    return {wall.count(), milliseconds(usage.ru_utime) + milliseconds(usage.ru_stime)};
}

double median(std::vector<double> values) {
    std::nth_element(
        values.begin(),
        values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2),
        values.end()
    );
    return values[values.size() / 2];
}

double smallest(const std::vector<double>& values) {
    return *std::min_element(values.begin(), values.end());
}

std::size_t add(std::vector<Command>& commands, const std::string& words) {
    commands.push_back({split(words, ' '), {}, {}, 0, 0});
    return commands.size() - 1;
}

bool judge(const Row& row, const std::vector<Command>& commands) {
    const auto& command = commands[row.command];
    double figure = median(row.of_processor ? command.processor : command.wall);
    double limit = row.limit * 1.1;
    if (!row.in_milliseconds) {
        const auto& base = commands[row.base];
        figure = std::min(
            {median(command.wall) / median(base.wall),
             smallest(command.wall) / smallest(base.wall),
             median(command.processor) / median(base.processor)}
        );
        limit = row.limit;
    }
    const bool held = figure <= limit;
    const auto* otherwise = row.is_goal ? "missed" : "TOO SLOW";
    const auto* unit = row.of_processor ? "ms CPU" : row.in_milliseconds ? "ms" : "x";
    std::printf(
        "| %s | %.2f %s | %s%.2f %s | %s | %.1f ms | %.1f ms | %.0f MB |\n",
        row.name.c_str(),
        figure,
        unit,
        row.is_goal ? "goal " : "",
        row.limit,
        unit,
        held ? "kept" : otherwise,
        median(command.wall),
        median(command.processor),
        command.memory
    );
    return held || row.is_goal;
}

} // namespace

int main(int argument_count, char** arguments) {
    const int rounds = argument_count > 1 ? std::atoi(arguments[1]) : 100;
    std::vector<Command> commands;
    std::vector<Row> rows;
    for (std::string line; std::getline(std::cin, line);) {
        const auto cells = split(line, '\t');
        if (cells.size() != 4) {
            continue;
        }
        Row row;
        row.name = cells[0];
        row.is_goal = cells[1].starts_with("goal ");
        row.limit = std::atof(cells[1].c_str() + (row.is_goal ? 5 : 0));
        row.of_processor = cells[2] == "cpu";
        row.in_milliseconds = cells[2] == "-" || row.of_processor;
        row.base = row.in_milliseconds ? 0 : add(commands, cells[2]);
        row.command = add(commands, cells[3]);
        rows.push_back(row);
    }
    std::vector<std::size_t> order(commands.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
        order[i] = i;
    }
    std::mt19937 random{std::random_device{}()};
    for (int round = 0; round < rounds; ++round) {
        std::shuffle(order.begin(), order.end(), random);
        for (const auto place : order) {
            run(commands[place]);
            const auto [wall, processor] = run(commands[place]);
            commands[place].wall.push_back(wall);
            commands[place].processor.push_back(processor);
        }
    }
    std::printf("| command | figure | limit | | wall | processor | memory |\n");
    std::printf("|---|---|---|---|---|---|---|\n");
    bool all_held = true;
    for (const auto& row : rows) {
        all_held = judge(row, commands) && all_held;
    }
    return all_held ? 0 : 1;
}
