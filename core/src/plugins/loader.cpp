// SPDX-License-Identifier: MIT
#include "plugins/loader.hpp"

#include "plugins/crash_note.hpp"
#include "plugins/data_files.hpp"
#include "plugins/descriptor.hpp"
#include "plugins/permissions.hpp"

#include <praxis/error.hpp>
#include <praxis/text.hpp>

#include <boost/filesystem.hpp>

#include <algorithm>
#include <cstring>
#include <deque>
#include <set>

namespace praxis::plugins {
namespace {

/// Collects the registrations of a plugin.
class Collector final : public Registry {
  public:
    explicit Collector(Loaded& into) : into_(into) {}

    void command(
        std::string_view noun,
        std::string_view verb,
        CommandSpec (*make_spec)(),
        std::string_view help
    ) override {
        into_.verbs.push_back({std::string{noun}, std::string{verb}, make_spec, help});
    }

    void migration(int number, std::string_view name, std::string_view sql) override {
        into_.schema.migrations.push_back({number, name, sql});
    }

  protected:
    void provide_raw(std::string_view id, std::shared_ptr<void> service) override {
        into_.services.emplace_back(id, std::move(service));
    }

    void contribute_raw(std::string_view point, std::shared_ptr<const void> item) override {
        into_.contributions.emplace_back(point, std::move(item));
    }

    void listen_raw(
        std::string_view event, When when, std::function<void(Session&, const void*)> listener
    ) override {
        into_.listeners.push_back({std::string{event}, when, std::move(listener)});
    }

  private:
    Loaded& into_;
};

std::string fix_by_installing(const Manifest& manifest) {
    if (manifest.origin == Origin::bundled) {
        return "install praxis again; other commands still work";
    }
    return "praxis plugin doctor " + manifest.name + ", or praxis plugin disable " + manifest.name +
           "; other commands still work";
}

[[noreturn]] void
refuse(const Manifest& manifest, const std::string& reason, std::string fix = {}) {
    throw PluginError(
        "the plugin '" + manifest.name + "' cannot be used: " + reason,
        fix.empty() ? fix_by_installing(manifest) : std::move(fix)
    );
}

std::string path_of_library(const Manifest& manifest) {
    return manifest.folder + "/" + manifest.library;
}

Standing refused(const Manifest& manifest, std::string reason) {
    return {Standing::State::refused, std::move(reason), fix_by_installing(manifest)};
}

std::optional<std::string> problem_with_library(const Manifest& manifest) {
    const auto library = path_of_library(manifest);
    if (manifest.origin == Origin::bundled) {
        // The folders above contain the program itself: a user who can change those does not need a
        // plugin.
        const auto folder = problem_of(manifest.folder);
        return folder ? folder : problem_of(library);
    }
    return problem_up_to_root(library);
}

/// The missing decision of the user; nullopt if the plugin may run.
std::optional<Standing> missing_trust(const Manifest& manifest, const PluginState& state) {
    const bool came_with_praxis = manifest.origin == Origin::bundled;
    if (came_with_praxis ||
        (manifest.origin == Origin::system && is_roots_alone(manifest.folder))) {
        return std::nullopt;
    }
    const auto command = "praxis plugin trust " + manifest.name;
    const auto* trust = state.trust_of(manifest.name);
    if (trust == nullptr || trust->folder != manifest.folder) {
        return Standing{
            Standing::State::untrusted,
            "you have not trusted it, and its code could do everything that you can do",
            "if you know its source: " + command};
    }
    if (trust->whatever_changes) {
        return std::nullopt;
    }
    for (const auto& [file, digest] :
         {std::pair{manifest.library, trust->library}, {"plugin.toml", trust->manifest}}) {
        if (sha256_of_file(manifest.folder + "/" + file) != digest) {
            return Standing{
                Standing::State::changed,
                file + " has changed since you trusted it on " + trust->on,
                "if you updated it yourself: " + command};
        }
    }
    return std::nullopt;
}

std::string text_of(const char* chars, std::size_t size) {
    return {chars, ::strnlen(chars, size)};
}

/// The problem in the library's descriptor; nullopt if there is none.
std::optional<std::string>
problem_with_descriptor(const Manifest& manifest, const praxis_descriptor& descriptor) {
    if (descriptor.api_major != PRAXIS_API_MAJOR || descriptor.api_minor > PRAXIS_API_MINOR) {
        return "it needs plugin API " + std::to_string(descriptor.api_major) + "." +
               std::to_string(descriptor.api_minor) + ", this praxis offers " +
               std::to_string(PRAXIS_API_MAJOR) + "." + std::to_string(PRAXIS_API_MINOR);
    }
    const auto abi = text_of(descriptor.abi, sizeof descriptor.abi);
    if (abi != PRAXIS_ABI_TAG) {
        return "it was built as [" + visible(abi) + "], this praxis as [" PRAXIS_ABI_TAG "]";
    }
    if (descriptor.size != sizeof(praxis_descriptor) || descriptor.layout != layout()) {
        return "its shared types have another layout than those of this praxis";
    }
    const auto name = text_of(descriptor.name, sizeof descriptor.name);
    const auto version = text_of(descriptor.version, sizeof descriptor.version);
    if (name != manifest.name || version != manifest.version) {
        return "its library is " + visible(name) + " " + visible(version) + ", its manifest says " +
               manifest.name + " " + manifest.version;
    }
    return std::nullopt;
}

/// Whether the user trusts the library, and whether it fits this praxis.
Standing standing_of_library(const Manifest& manifest, const PluginState& state) {
    try {
        if (auto missing = missing_trust(manifest, state)) {
            return std::move(*missing);
        }
        const auto descriptor = read_descriptor(path_of_library(manifest));
        if (const auto problem = problem_with_descriptor(manifest, descriptor)) {
            return refused(manifest, *problem);
        }
    } catch (const Error& error) {
        return refused(manifest, error.what());
    }
    return {};
}

/// Removes the unrelated text of errno that Boost.DLL adds.
std::string loader_message(const std::string& text) {
    constexpr std::string_view mark = "dlerror system message: ";
    const auto begin = text.find(mark);
    if (begin == std::string::npos) {
        return text;
    }
    const auto message = text.substr(begin + mark.size());
    return message.substr(0, message.rfind(": "));
}

/// Adds "what: a, b" with the names that only one of the two sets contains.
void compare(
    std::vector<std::string>& differences,
    const std::string& what,
    const std::set<std::string>& declared,
    const std::set<std::string>& registered
) {
    std::vector<std::string> odd;
    std::set_symmetric_difference(
        declared.begin(),
        declared.end(),
        registered.begin(),
        registered.end(),
        std::back_inserter(odd)
    );
    if (!odd.empty()) {
        differences.push_back(what + " " + join(odd, ", "));
    }
}

/// Refuses a plugin whose manifest and library differ: praxis would send commands and events to the
/// wrong plugin.
void compare_with_manifest(const Loaded& plugin) {
    const auto& manifest = plugin.manifest;
    std::vector<std::string> differences;
    std::set<std::string> nouns, claimed, points, contributed, services, before, after;
    for (const auto& noun : manifest.nouns) {
        claimed.insert(noun.name);
    }
    for (const auto& verb : plugin.verbs) {
        nouns.insert(verb.noun);
    }
    for (const auto& [point, names] : manifest.contributes) {
        contributed.insert(point);
    }
    for (const auto& [point, item] : plugin.contributions) {
        points.insert(point);
    }
    for (const auto& [id, service] : plugin.services) {
        services.insert(id);
    }
    for (const auto& listener : plugin.listeners) {
        (listener.when == When::before ? before : after).insert(listener.event);
    }
    const auto set_of = [](const std::vector<std::string>& list) {
        return std::set<std::string>{list.begin(), list.end()};
    };
    compare(differences, "commands:", claimed, nouns);
    compare(differences, "contributions to:", contributed, points);
    compare(differences, "services:", set_of(manifest.services), services);
    compare(differences, "events before:", set_of(manifest.before), before);
    compare(differences, "events after:", set_of(manifest.after), after);
    if (plugin.schema.number() != manifest.schema) {
        differences.push_back(
            std::to_string(plugin.schema.number()) + " migrations instead of " +
            std::to_string(manifest.schema)
        );
    }
    if (!differences.empty()) {
        refuse(manifest, "its manifest and its library differ in " + join(differences, "; "));
    }
}

/// Never unloads a library, even one that failed: its exceptions and threads may still exist.
void keep_for_ever(boost::dll::shared_library library) {
    static std::deque<boost::dll::shared_library> kept;
    kept.push_back(std::move(library));
}

void run_setup(Loaded& plugin) {
    const auto path = path_of_library(plugin.manifest);
    const CrashNote note{plugin.manifest.name, "loading"};
    plugin.library.load(path, boost::dll::load_mode::rtld_now);
    Collector collector{plugin};
    plugin.library.get<void(Registry&)>("praxis_plugin_setup")(collector);
}

} // namespace

Standing standing_of(const Manifest& manifest, const PluginState& state) {
    if (state.is_disabled(manifest.name)) {
        return {
            Standing::State::disabled, "it is disabled", "praxis plugin enable " + manifest.name};
    }
    if (manifest.kind == "native") {
        if (const auto problem = problem_with_library(manifest)) {
            return refused(manifest, *problem);
        }
    }
    if (const auto problem = problem_with_data(manifest)) {
        return refused(manifest, *problem);
    }
    return manifest.kind == "native" ? standing_of_library(manifest, state) : Standing{};
}

std::string name_of(const Standing& standing, const Manifest& manifest) {
    switch (standing.state) {
    case Standing::State::usable:
        return manifest.kind == "data" ? "data" : "ok";
    case Standing::State::disabled:
        return "disabled";
    case Standing::State::untrusted:
        return "untrusted";
    case Standing::State::changed:
        return "changed";
    case Standing::State::refused:
        return "refused";
    }
    return {};
}

std::unique_ptr<Registry> collector_of(Loaded& plugin) {
    return std::make_unique<Collector>(plugin);
}

void refuse_unless_usable(const Manifest& manifest, const PluginState& state) {
    const auto standing = standing_of(manifest, state);
    if (standing.state != Standing::State::usable) {
        refuse(manifest, standing.reason, standing.fix);
    }
}

void load_code(Loaded& plugin) {
    if (plugin.manifest.kind != "native") {
        return;
    }
    std::string problem;
    try {
        run_setup(plugin);
        compare_with_manifest(plugin);
        return;
    } catch (const std::exception& error) {
        problem = loader_message(error.what());
    } catch (...) {
        problem = "it threw an exception that is not a std::exception";
    }
    // Its registrations point into its own code: destroy them before the library.
    const auto manifest = plugin.manifest;
    auto library = std::move(plugin.library);
    plugin = Loaded{};
    keep_for_ever(std::move(library));
    const std::string beginning = "the plugin '" + manifest.name + "' cannot be used: ";
    refuse(manifest, problem.starts_with(beginning) ? problem.substr(beginning.size()) : problem);
}

practice::Schema schema_of(const Manifest& manifest) {
    practice::Schema schema{
        manifest.name,
        manifest.version,
        manifest.table_prefix,
        manifest.derived_tables,
        {},
        {},
        manifest.before};
    for (const auto& need : manifest.needs) {
        schema.needs.push_back(need.name);
    }
    return schema;
}

} // namespace praxis::plugins
