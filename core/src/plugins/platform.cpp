// SPDX-License-Identifier: MIT
#include "plugins/platform.hpp"

#include <praxis/error.hpp>
#include <praxis/text.hpp>

#include <algorithm>

void register_core(praxis::Registry& registry); // written by praxis_generate_registration()

namespace praxis::plugins {
namespace {

[[noreturn]] void cannot_use(const Manifest& manifest, const std::string& why, std::string fix) {
    throw PluginError("the plugin '" + manifest.name + "' cannot be used: " + why, std::move(fix));
}

} // namespace

Platform::Platform(Places places)
    : places_(std::move(places))
    , state_(places_.state_file)
    , found_(discover(places_.folders, state_)) {
    auto& core = loaded_.emplace_back();
    core.manifest.name = "core";
    core.manifest.version = PRAXIS_VERSION;
    core.manifest.table_prefix = "core_";
    core.schema = schema_of(core.manifest);
    register_core(*collector_of(core));
    refuse_claims_on_core();
}

/// Refuses plugins that claim a command of the core, such as `praxis backup`.
void Platform::refuse_claims_on_core() {
    std::erase_if(found_.manifests, [&](const Manifest& manifest) {
        for (const auto& verb : core().verbs) {
            if (manifest.claims(verb.noun)) {
                found_.unreadable.push_back(
                    {manifest.name,
                     manifest.folder + "/plugin.toml: it claims '" + verb.noun +
                         "', which is a command of praxis itself"}
                );
                return true;
            }
        }
        return false;
    });
}

const Manifest* Platform::find(const std::string& name) const {
    const auto& all = found_.manifests;
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.name == name; });
    return found == all.end() ? nullptr : &*found;
}

const Manifest* Platform::owner_of(const std::string& noun, const std::string& settled) const {
    std::vector<const Manifest*> claimants;
    for (const auto& manifest : found_.manifests) {
        if (manifest.claims(noun)) {
            claimants.push_back(&manifest);
        }
    }
    // A disabled plugin does not compete with others.
    if (claimants.size() > 1) {
        std::erase_if(claimants, [&](const auto* one) { return state_.is_disabled(one->name); });
    }
    if (claimants.size() < 2) {
        return claimants.empty() ? nullptr : claimants.front();
    }
    std::vector<std::string> spellings;
    for (const auto* one : claimants) {
        if (one->name == settled) {
            return one;
        }
        spellings.push_back(one->name + ":" + noun);
    }
    throw PluginError(
        std::to_string(claimants.size()) + " plugins provide the command '" + noun +
            "': " + join(spellings, " "),
        "name the plugin, as in praxis " + spellings.front() +
            ", or choose one: praxis config set plugins.commands." + noun + " " +
            claimants.front()->name
    );
}

Loaded* Platform::find_loaded(const std::string& name) {
    const auto found = std::find_if(loaded_.begin(), loaded_.end(), [&](const auto& plugin) {
        return plugin.manifest.name == name;
    });
    return found == loaded_.end() ? nullptr : &*found;
}

void Platform::load_needs(const Manifest& manifest) {
    if (std::find(loading_.begin(), loading_.end(), manifest.name) != loading_.end()) {
        cannot_use(
            manifest,
            "these plugins need each other in a cycle: " + join(loading_, " -> ") + " -> " +
                manifest.name,
            "praxis plugin disable " + manifest.name
        );
    }
    loading_.push_back(manifest.name);
    try {
        for (const auto& need : manifest.needs) {
            const auto* needed = find(need.name);
            if (needed == nullptr) {
                cannot_use(
                    manifest,
                    "it needs the plugin '" + need.name + "', which is not installed",
                    "install " + need.name + ": praxis plugin add PATH, or praxis plugin disable " +
                        manifest.name
                );
            }
            if (!in_range(needed->version, need.range)) {
                cannot_use(
                    manifest,
                    "it needs " + need.name + " " + need.range + ", but the installed version is " +
                        needed->version,
                    "install another version of one of them: praxis plugin add PATH --replace"
                );
            }
            load(need.name);
        }
    } catch (...) {
        loading_.pop_back();
        throw;
    }
    loading_.pop_back();
}

Loaded& Platform::load(const std::string& name) {
    if (auto* loaded = find_loaded(name)) {
        return *loaded;
    }
    const auto* manifest = find(name);
    if (manifest == nullptr) {
        throw PluginError("the plugin '" + name + "' is not installed", "praxis plugin list");
    }
    refuse_unless_usable(*manifest, state_);
    load_needs(*manifest);
    Loaded plugin;
    plugin.manifest = *manifest;
    plugin.schema = schema_of(*manifest);
    load_code(plugin);
    return loaded_.emplace_back(std::move(plugin));
}

} // namespace praxis::plugins
