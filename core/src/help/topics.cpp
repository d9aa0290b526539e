// SPDX-License-Identifier: MIT
#include "help/topics.hpp"

#include "help/embedded.hpp"
#include "help/markdown.hpp"
#include "plugins/data_files.hpp"
#include "system/files.hpp"

#include <praxis/text.hpp>

#include <boost/filesystem.hpp>

#include <algorithm>

namespace praxis::help {
namespace fs = boost::filesystem;

namespace {

constexpr std::size_t most_topic_bytes = std::size_t{256} * 1024;

void add_topics_of(const plugins::Manifest& manifest, std::vector<Topic>& topics) {
    const auto files = plugins::data_files(manifest, plugins::help_folder, ".md");
    if (files.empty() || plugins::problem_with_data(manifest)) {
        return; // praxis plugin list shows the problem
    }
    for (const auto& file : files) {
        const auto name = fs::path{file}.stem().string();
        if (plugins::is_plugin_name(name)) {
            topics.push_back({name, file});
        }
    }
}

std::string_view embedded_text(const std::string& name) {
    for (const auto& page : core_topics()) {
        if (page.name == name) {
            return page.text;
        }
    }
    return {};
}

} // namespace

std::vector<Topic> all_topics(const plugins::Platform& platform) {
    std::vector<Topic> topics;
    for (const auto& page : core_topics()) {
        topics.push_back({std::string{page.name}, {}});
    }
    for (const auto& manifest : platform.manifests()) {
        add_topics_of(manifest, topics);
    }
    const auto name = [](const Topic& topic) -> const std::string& { return topic.name; };
    std::ranges::stable_sort(topics, {}, name);
    const auto doubles = std::ranges::unique(topics, {}, name);
    topics.erase(doubles.begin(), doubles.end());
    return topics;
}

std::optional<Topic> find_topic(const plugins::Platform& platform, const std::string& name) {
    const auto wanted = fold(name);
    for (auto& topic : all_topics(platform)) {
        if (topic.name == wanted) {
            return std::move(topic);
        }
    }
    return std::nullopt;
}

TopicText read_topic(const Topic& topic) {
    std::string text{embedded_text(topic.name)};
    if (!topic.file.empty()) {
        text = read_whole_file(topic.file, most_topic_bytes);
        refuse_other_than_utf8(text, topic.file);
        text = visible(text, true);
    }
    auto titled = split_title(text);
    const auto colon = titled.summary.find(": ");
    if (colon != std::string::npos && slug(titled.summary.substr(0, colon)) == topic.name) {
        titled.summary.erase(0, colon + 2);
    }
    return {topic.name, std::move(titled.summary), std::move(titled.body)};
}

} // namespace praxis::help
