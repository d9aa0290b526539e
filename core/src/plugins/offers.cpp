// SPDX-License-Identifier: MIT
#include "plugins/offers.hpp"

#include "practice/migrate.hpp"

#include <praxis/chart.hpp>
#include <praxis/error.hpp>

#include <algorithm>
#include <string>

namespace praxis::plugins {
namespace {

void* find_service(const Loaded& plugin, std::string_view id) {
    for (const auto& [offered, service] : plugin.services) {
        if (offered == id) {
            return service.get();
        }
    }
    return nullptr;
}

/// Why the contributions of a plugin are missing; empty when it can be used.
std::string find_obstacle(Platform& platform, SQLite::Database* db, const Manifest& manifest) {
    try {
        const auto& plugin = platform.load(manifest.name);
        const bool pending = db != nullptr && practice::is_pending(*db, plugin.schema);
        return pending ? "its tables are not in this practice" : "";
    } catch (const Error& error) {
        return error.what();
    }
}

/// A chart or a record without the part of a plugin that has tables in this practice looks
/// complete. Its manifest is gone, or could not be read.
void add_plugins_without_manifest(
    Platform& platform, SQLite::Database& db, std::vector<Unavailable>& unavailable
) {
    for (const auto& [plugin, schema] : practice::applied_schemas(db)) {
        if (plugin != "core" && platform.find(plugin) == nullptr) {
            unavailable.push_back(
                {plugin,
                 "it has records in this practice, and is not installed or its plugin.toml cannot "
                 "be read"}
            );
        }
    }
}

} // namespace

void* get_service(Platform& platform, std::string_view id) {
    for (const auto& plugin : platform.loaded()) {
        if (auto* service = find_service(plugin, id)) {
            return service;
        }
    }
    for (const auto& manifest : platform.manifests()) {
        if (manifest.offers(std::string{id})) {
            if (auto* service = find_service(platform.load(manifest.name), id)) {
                return service;
            }
        }
    }
    throw PluginError("no installed plugin offers " + std::string{id}, "praxis plugin list");
}

std::vector<const void*> contributions_to(
    Platform& platform,
    SQLite::Database* db,
    std::string_view point,
    std::vector<Unavailable>& unavailable
) {
    for (const auto& manifest : platform.manifests()) {
        if (manifest.contributes_to(std::string{point})) {
            if (auto reason = find_obstacle(platform, db, manifest); !reason.empty()) {
                unavailable.push_back({manifest.name, std::move(reason)});
            }
        }
    }
    if (db != nullptr && (point == ChartSection::id || point == RecordMapper::id)) {
        add_plugins_without_manifest(platform, *db, unavailable);
    }
    std::vector<const void*> items;
    for (const auto& plugin : platform.loaded()) {
        const bool is_missing = std::ranges::any_of(unavailable, [&](const auto& one) {
            return one.plugin == plugin.manifest.name;
        });
        for (const auto& [contributed, item] : plugin.contributions) {
            if (contributed == point && !is_missing) {
                items.push_back(item.get());
            }
        }
    }
    return items;
}

std::vector<const void*>
contributions_named(Platform& platform, std::string_view point, std::string_view name) {
    std::vector<const void*> items;
    for (const auto& manifest : platform.manifests()) {
        if (!manifest.names_contribution(point, name)) {
            continue;
        }
        for (const auto& [contributed, item] : platform.load(manifest.name).contributions) {
            if (contributed == point) {
                items.push_back(item.get());
            }
        }
    }
    return items;
}

} // namespace praxis::plugins
