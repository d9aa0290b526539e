// SPDX-License-Identifier: MIT
// What a session gets from plugins: files, services, contributions, events.
#include "plugins/contributed.hpp"
#include "session/host_session.hpp"

#include <praxis/error.hpp>

#include <algorithm>

namespace praxis {

namespace {

bool contains(const std::vector<std::string>& list, std::string_view word) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

} // namespace

std::vector<ContributedFile> HostSession::contributed_files(std::string_view point) {
    auto contributed = plugins::contributed_files(platform_, point);
    // A technique or a rule that is missing is missed by nobody.
    for (const auto& told : contributed.left_out) {
        report_once(told);
    }
    return std::move(contributed.files);
}

void* HostSession::service(std::string_view id) {
    const auto find_in = [&](const plugins::Loaded& plugin) -> void* {
        for (const auto& [offered, service] : plugin.services) {
            if (offered == id) {
                return service.get();
            }
        }
        return nullptr;
    };
    for (const auto& plugin : platform_.loaded()) {
        if (auto* service = find_in(plugin)) {
            return service;
        }
    }
    for (const auto& manifest : platform_.manifests()) {
        if (manifest.offers(std::string{id})) {
            if (auto* service = find_in(platform_.load(manifest.name))) {
                return service;
            }
        }
    }
    throw PluginError("no plugin offers " + std::string{id});
}

std::vector<const void*>
HostSession::contributions(std::string_view point, std::vector<Unavailable>& unavailable) {
    for (const auto& manifest : platform_.manifests()) {
        if (!manifest.contributes_to(std::string{point})) {
            continue;
        }
        try {
            const auto& plugin = platform_.load(manifest.name);
            if (db_ != nullptr && practice::is_pending(*db_, plugin.schema)) {
                unavailable.push_back({manifest.name, "its tables are not in this practice"});
            }
        } catch (const Error& error) {
            unavailable.push_back({manifest.name, error.what()});
        }
    }
    std::vector<const void*> items;
    for (const auto& plugin : platform_.loaded()) {
        const bool missing =
            std::any_of(unavailable.begin(), unavailable.end(), [&](const auto& one) {
                return one.plugin == plugin.manifest.name;
            });
        for (const auto& [contributed, item] : plugin.contributions) {
            if (contributed == point && !missing) {
                items.push_back(item.get());
            }
        }
    }
    return items;
}

void HostSession::load_listeners(std::string_view event) {
    refuse_unreadable_listeners();
    const auto remembered = practice::with_a_say(*db_, std::string{event});
    refuse_missing_listeners(event, remembered);
    for (const auto& manifest : platform_.manifests()) {
        if (contains(manifest.before, event)) {
            try {
                platform_.load(manifest.name);
                if (!contains(remembered, manifest.name)) {
                    practice::remember_say(*db_, manifest.name, manifest.before);
                }
            } catch (const PluginError& error) {
                // Passing it over would open the gate.
                throw PluginError(
                    std::string{error.what()} + "; it has a say before " + std::string{event},
                    error.hint()
                );
            }
        } else if (contains(manifest.after, event)) {
            try {
                platform_.load(manifest.name);
            } catch (const PluginError& error) {
                report(std::string{error.what()} + "; it is not told of this");
            }
        }
    }
}

/// A plugin that has worked in this practice and whose manifest cannot be read any more may have
/// had a say before this event: nobody can tell.
void HostSession::refuse_unreadable_listeners() {
    for (const auto& broken : platform_.unreadable()) {
        if (practice::applied_schema(*db_, broken.plugin) > 0) {
            throw PluginError(
                "the plugin '" + broken.plugin + "' cannot be used: " + broken.reason +
                    "; it may have a say in this",
                "install " + broken.plugin + " again"
            );
        }
    }
}

/// A plugin that had a say in this practice, and that nobody has removed on purpose.
void HostSession::refuse_missing_listeners(
    std::string_view event, const std::vector<std::string>& remembered
) {
    for (const auto& plugin : remembered) {
        if (platform_.find(plugin) != nullptr) {
            continue;
        }
        if (!platform_.state().is_removed(plugin)) {
            throw PluginError(
                "the plugin '" + plugin + "' is not there; it has a say before " +
                    std::string{event},
                "install " + plugin +
                    " again, or, if it is to have none any more: praxis plugin remove " + plugin +
                    " --gone"
            );
        }
        report_once(
            "the plugin '" + plugin + "' was removed: it has no say before " + std::string{event} +
            " any more"
        );
    }
}

void HostSession::report_once(const std::string& note) {
    if (!contains(notes_, note)) {
        report(note);
    }
}

void HostSession::publish(std::string_view id, std::shared_ptr<const void> event) {
    load_listeners(id);
    if (environment_.announce_event) {
        environment_.announce_event(id);
    }
    for (const auto& listener : listeners_of(id, When::before)) {
        listener.listen(*this, event.get());
    }
    published_.push_back({std::string{id}, std::move(event)});
}

void HostSession::notify_after_listeners() {
    for (const auto& [event, content] : std::exchange(published_, {})) {
        for (const auto& listener : listeners_of(event, When::after)) {
            try {
                listener.listen(*this, content.get());
            } catch (const std::exception& error) {
                report(
                    "the plugin '" + listener.plugin +
                    "' failed after this was saved: " + error.what()
                );
            }
        }
    }
}

/// A copy: a listener may have others loaded, whatever it asks for. Before something is done,
/// whoever needs others comes before them: what refers to rows goes before the rows.
std::vector<HostSession::Listening> HostSession::listeners_of(std::string_view event, When when) {
    std::vector<const plugins::Loaded*> plugins;
    for (const auto& plugin : platform_.loaded()) {
        plugins.push_back(&plugin);
    }
    if (when == When::before) {
        std::reverse(plugins.begin(), plugins.end());
    }
    std::vector<Listening> listeners;
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
