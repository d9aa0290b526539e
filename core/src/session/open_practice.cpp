// SPDX-License-Identifier: MIT
#include "session/open_practice.hpp"

#include "practice/anchor.hpp"
#include "practice/key_file.hpp"
#include "practice/migrate.hpp"
#include "practice/swap.hpp"

#include <praxis/error.hpp>

#include <stdexcept>
#include <utility>

namespace praxis {

std::optional<practice::Unlocked>
OpenPractice::open(const std::string& path, const practice::Unlock& unlock) {
    path_ = path;
    key_text_.reset();
    backup::finish_swap(practice::local_path(path_));
    // Kept also when the passphrase is wrong: has_other_keys() must not take that for a new key.
    const auto keep_text = [&](const auto& slots, const auto& text) {
        key_text_ = text;
        return unlock(slots, text);
    };
    auto opened = practice::open(path_, practice::Mode::write, keep_text);
    own_db_ = std::move(opened.db);
    db_ = own_db_.get();
    key_text_ = std::move(opened.key_text);
    return std::move(opened.unlocked);
}

bool OpenPractice::has_other_keys() const {
    const auto keys = practice::read_key_file(path_);
    return key_text_ && (keys ? keys->text : "") != *key_text_;
}

void OpenPractice::check_anchor() {
    practice::is_pending(*db_, platform_.core().schema); // throws when the practice is newer
    try {
        practice::check_anchor(*db_, path_);
    } catch (const PracticeError&) {
        practice::leave_as_it_is(*db_);
        throw;
    }
}

void OpenPractice::adopt(SQLite::Database& db, const std::string& path) {
    db_ = &db;
    path_ = path;
}

void OpenPractice::close() {
    own_db_.reset();
    db_ = nullptr;
}

SQLite::Database& OpenPractice::db() const {
    if (db_ == nullptr) {
        throw std::logic_error("this command declared that it needs no practice");
    }
    return *db_;
}

void OpenPractice::migrate(const practice::ChangeAuthor& author, const practice::Sealing& sealing) {
    const auto run = [&](const practice::Schema& schema) {
        practice::migrate(db(), path_, schema, author, sealing);
    };
    if (practice::is_pending(db(), platform_.core().schema)) {
        run(platform_.core().schema);
    }
    const auto applied = practice::applied_schemas(db());
    const auto applied_number = [&applied](const std::string& plugin) {
        const auto found = applied.find(plugin);
        return found == applied.end() ? 0 : found->second;
    };
    for (const auto& manifest : platform_.manifests()) {
        if (manifest.schema <= applied_number(manifest.name)) {
            continue;
        }
        try {
            platform_.load(manifest.name);
        } catch (const PluginError&) {
            // A broken plugin costs only its own commands, and those report what is wrong with it.
            continue;
        }
    }
    for (auto& plugin : platform_.loaded()) {
        const auto& schema = plugin.schema;
        if (schema.number() != applied_number(schema.plugin) &&
            practice::is_pending(db(), schema)) {
            run(schema);
        }
    }
}

std::vector<practice::Schema> loadable_schemas(plugins::Platform& platform, SQLite::Database& db) {
    std::vector<practice::Schema> schemas{platform.core().schema};
    for (const auto& [plugin, number] : practice::applied_schemas(db)) {
        try {
            if (platform.find(plugin) != nullptr) {
                schemas.push_back(platform.load(plugin).schema);
            }
        } catch (const PluginError&) {
            continue; // `plugin list` says why; its tables are compared with the sealed schema only
        }
    }
    return schemas;
}

} // namespace praxis
