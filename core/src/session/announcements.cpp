// SPDX-License-Identifier: MIT
#include "session/announcements.hpp"

#include "practice/migrate.hpp"

#include <praxis/error.hpp>

#include <algorithm>
#include <utility>

namespace praxis {
namespace {

bool contains(const std::vector<std::string>& list, std::string_view name) {
    return std::find(list.begin(), list.end(), name) != list.end();
}

} // namespace

Announcements::Announcements(Session& session, plugins::Platform& platform)
    : session_(session), platform_(platform) {}

void Announcements::publish(
    SQLite::Database& db, std::string_view id, std::shared_ptr<const void> event
) {
    load_listeners(db, id);
    for (const auto& listener : listeners_of(id, When::before)) {
        listener.listen(session_, event.get());
    }
    published_.push_back({std::string{id}, std::move(event)});
}

void Announcements::load_listeners(SQLite::Database& db, std::string_view event) {
    refuse_unreadable(db);
    const auto remembered = practice::plugins_with_veto(db, std::string{event});
    refuse_missing(event, remembered);
    for (const auto& manifest : platform_.manifests()) {
        if (contains(manifest.before, event)) {
            load_vetoing(manifest, event);
            if (!contains(remembered, manifest.name)) {
                practice::remember_veto(db, manifest.name, manifest.before);
            }
        } else if (contains(manifest.after, event)) {
            load_following(manifest);
        }
    }
}

void Announcements::load_vetoing(const plugins::Manifest& manifest, std::string_view event) {
    try {
        platform_.load(manifest.name);
    } catch (const PluginError& error) {
        throw PluginError(
            std::string{error.what()} + "; it can block " + std::string{event}, error.hint()
        );
    }
}

void Announcements::load_following(const plugins::Manifest& manifest) {
    try {
        platform_.load(manifest.name);
    } catch (const PluginError& error) {
        session_.report(std::string{error.what()} + "; it does not hear of this change");
    }
}

/// A plugin that has tables in this practice and whose manifest cannot be read may be one that can
/// block the event.
void Announcements::refuse_unreadable(SQLite::Database& db) const {
    for (const auto& broken : platform_.unreadable()) {
        if (practice::applied_schema(db, broken.plugin) > 0) {
            throw PluginError(
                "praxis cannot use the plugin '" + broken.plugin + "': " + broken.reason +
                    "; it may be one that can block this command",
                "install " + broken.plugin + " again"
            );
        }
    }
}

/// A plugin that could block the event in this practice, and that nobody removed on purpose.
void Announcements::refuse_missing(
    std::string_view event, const std::vector<std::string>& remembered
) {
    for (const auto& plugin : remembered) {
        if (platform_.find(plugin) != nullptr) {
            continue;
        }
        if (!platform_.state().is_removed(plugin)) {
            throw PluginError(
                "the plugin '" + plugin + "' is missing; it can block " + std::string{event},
                "install " + plugin + " again, or remove it for good: praxis plugin remove " +
                    plugin + " --gone"
            );
        }
        session_.report(
            "the plugin '" + plugin + "' was removed, so it no longer checks " + std::string{event}
        );
    }
}

void Announcements::notify_after_listeners() {
    for (const auto& [event, content] : std::exchange(published_, {})) {
        for (const auto& listener : listeners_of(event, When::after)) {
            try {
                listener.listen(session_, content.get());
            } catch (const std::exception& error) {
                session_.report(
                    "the change is saved, but the plugin '" + listener.plugin +
                    "' failed after it: " + error.what()
                );
            }
        }
    }
}

/// A copy, because a listener may load other plugins. Before a change, a plugin that needs others
/// comes before them: rows that refer to other rows go first.
std::vector<Announcements::Listener>
Announcements::listeners_of(std::string_view event, When when) {
    std::vector<const plugins::Loaded*> plugins;
    for (const auto& plugin : platform_.loaded()) {
        plugins.push_back(&plugin);
    }
    if (when == When::before) {
        std::reverse(plugins.begin(), plugins.end());
    }
    std::vector<Listener> listeners;
    for (const auto* plugin : plugins) {
        for (const auto& listener : plugin->listeners) {
            if (listener.event == event && listener.when == when) {
                listeners.push_back({plugin->manifest.name, listener.listen});
            }
        }
    }
    return listeners;
}

} // namespace praxis
