// SPDX-License-Identifier: MIT
/// Events between plugins: who hears of what, and when.
#pragma once
#include "plugins/platform.hpp"

#include <praxis/plugin.hpp>
#include <praxis/session.hpp>

#include <SQLiteCpp/SQLiteCpp.h>

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace praxis {

/// Calls `before` listeners at once, inside the transaction, where each can veto by throwing, and
/// `after` listeners once the practice has committed. A plugin that can veto an event and cannot be
/// loaded blocks it: passing the plugin over would let through what it might have refused.
class Announcements {
  public:
    /// session, platform  must outlive this object; the listeners get the session
    Announcements(Session& session, plugins::Platform& platform);

    /// Loads every plugin that listens, remembers those that can veto, and calls the `before`
    /// listeners.
    /// errors  PluginError when a plugin that can veto is missing, unreadable or broken; whatever a
    ///         listener throws
    void publish(SQLite::Database& db, std::string_view id, std::shared_ptr<const void> event);

    /// After the commit. An exception of a listener becomes a message: the change is stored.
    void notify_after_listeners();

    /// After a rollback: nothing has happened that an `after` listener could hear of.
    void discard() { published_.clear(); }

  private:
    struct Published {
        std::string event;
        std::shared_ptr<const void> content;
    };

    struct Listener {
        std::string plugin;
        std::function<void(Session&, const void*)> listen;
    };

    void load_listeners(SQLite::Database& db, std::string_view event);
    void load_vetoing(const plugins::Manifest& manifest, std::string_view event);
    void load_following(const plugins::Manifest& manifest);
    void refuse_unreadable(SQLite::Database& db) const;
    void refuse_missing(std::string_view event, const std::vector<std::string>& remembered);
    [[nodiscard]] std::vector<Listener> listeners_of(std::string_view event, When when);

    Session& session_;
    plugins::Platform& platform_;
    std::vector<Published> published_;
};

} // namespace praxis
