// SPDX-License-Identifier: MIT
#include "host/write_manual.hpp"

#include "help/manual_page.hpp"
#include "help/page.hpp"
#include "host/find_command.hpp"
#include "plugins/platform.hpp"

#include <boost/filesystem.hpp>

#include <fstream>
#include <set>

namespace praxis {
namespace {

using help::ManualName;
using plugins::Platform;

class Manuals {
  public:
    Manuals(Platform& platform, std::string folder)
        : platform_(platform), folder_(std::move(folder)) {}

    ManualName write(const help::Page& page, const ManualName& parent) const {
        const auto name = help::manual_name(page);
        const auto section = std::to_string(name.section);
        const auto place = folder_ + "/man" + section;
        boost::system::error_code unmade; // then no file can be written
        boost::filesystem::create_directories(place, unmade);
        const auto path = place + "/" + name.name + "." + section;
        std::ofstream file{path, std::ios::binary | std::ios::trunc};
        if (!(file << help::manual_of(page, parent) << std::flush)) {
            throw Error(Exit::failed, "file_error", path + " cannot be written");
        }
        return name;
    }

    void write_noun(const plugins::Loaded& plugin, const std::string& noun, bool of_plugin) const {
        const bool with_verbs = takes_verb(plugin, noun);
        const auto parent = with_verbs ? write(help::page_of_noun(plugin, noun), top) : top;
        for (const auto& one : plugin.verbs) {
            if (one.noun == noun) {
                const auto spec = find_verb(platform_, plugin, noun, one.verb).spec;
                write(help::page_of_verb(noun, one.verb, spec, of_plugin), parent);
            }
        }
    }

    void write_nouns(const plugins::Loaded& plugin, bool of_plugin) const {
        std::set<std::string> nouns;
        for (const auto& verb : plugin.verbs) {
            if (nouns.insert(verb.noun).second) {
                write_noun(plugin, verb.noun, of_plugin);
            }
        }
    }

    static inline const ManualName top{1, "praxis"};

  private:
    Platform& platform_;
    std::string folder_;
};

} // namespace

Exit write_manual(const Environment& environment, const std::string& folder) {
    plugins::Places places;
    places.folders = {{environment.bundled_plugins, plugins::Origin::bundled}};
    Platform platform{std::move(places)};
    const Manuals manuals{platform, folder};
    auto praxis = help::page_of_praxis(platform);
    const auto topics = help::page_of_topics(platform).parts;
    praxis.parts.insert(praxis.parts.end(), topics.begin(), topics.end());
    manuals.write(praxis, Manuals::top);
    manuals.write(help::page_of_help(), Manuals::top);
    manuals.write_nouns(platform.core(), false);
    for (const auto& manifest : platform.manifests()) {
        manuals.write_nouns(platform.load(manifest.name), true);
    }
    for (const auto& topic : help::all_topics(platform)) {
        manuals.write(help::page_of_topic(help::read_topic(topic)), Manuals::top);
    }
    return Exit::done;
}

} // namespace praxis
