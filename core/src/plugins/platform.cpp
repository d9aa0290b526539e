// SPDX-License-Identifier: MIT
#include "plugins/platform.hpp"

#include "plugins/descriptor.hpp"

#include <praxis/error.hpp>
#include <praxis/text.hpp>

#include <boost/dll/shared_library.hpp>
#include <boost/filesystem.hpp>

#include <algorithm>
#include <cstring>
#include <sys/stat.h>
#include <unistd.h>

void register_core(praxis::Registry& registry); // written by praxis_generate_registration()

namespace praxis::plugins {
namespace fs = boost::filesystem;

namespace {

/// Collects what a plugin registers.
class Collector final : public Registry {
  public:
    explicit Collector(Loaded& into) : into_(into) {}

    void command(std::string_view noun, std::string_view verb, Card (*make_card)()) override {
        into_.verbs.push_back({std::string{noun}, std::string{verb}, make_card});
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

[[noreturn]] void refuse(const Manifest& manifest, const std::string& reason) {
    throw PluginError(
        "the plugin '" + manifest.name + "' cannot be used: " + reason,
        "install " + manifest.name + " " + manifest.version + " again; other commands still work"
    );
}

/// Code that somebody else can replace is somebody else's code.
void check_owner(const Manifest& manifest, const std::string& path) {
    struct stat status {};

    if (::stat(path.c_str(), &status) != 0) {
        refuse(manifest, path + " is missing");
    }
    if (status.st_uid != 0 && status.st_uid != ::geteuid()) {
        refuse(manifest, path + " belongs to another user");
    }
    if ((status.st_mode & 002U) != 0) {
        refuse(manifest, path + " can be changed by any user; chmod o-w " + path);
    }
}

void check_descriptor(const Manifest& manifest, const praxis_descriptor& descriptor) {
    const auto text = [](const char* chars, std::size_t size) {
        return std::string{chars, ::strnlen(chars, size)};
    };
    if (descriptor.api_major != PRAXIS_API_MAJOR || descriptor.api_minor > PRAXIS_API_MINOR) {
        refuse(
            manifest,
            "it needs plugin API " + std::to_string(descriptor.api_major) + "." +
                std::to_string(descriptor.api_minor) + ", this praxis offers " +
                std::to_string(PRAXIS_API_MAJOR) + "." + std::to_string(PRAXIS_API_MINOR)
        );
    }
    const auto abi = text(descriptor.abi, sizeof descriptor.abi);
    if (abi != PRAXIS_ABI_TAG) {
        refuse(manifest, "it is built as [" + abi + "], this praxis as [" PRAXIS_ABI_TAG "]");
    }
    if (descriptor.size != sizeof(praxis_descriptor) || descriptor.layout != layout()) {
        refuse(manifest, "it is built with other shapes of the shared types than this praxis");
    }
    const auto name = text(descriptor.name, sizeof descriptor.name);
    const auto version = text(descriptor.version, sizeof descriptor.version);
    if (name != manifest.name || version != manifest.version) {
        refuse(
            manifest,
            "its library is " + name + " " + version + ", its manifest says " + manifest.name +
                " " + manifest.version
        );
    }
}

/// Boost.DLL adds the text of an errno that has nothing to do with it.
std::string loader_message(const std::string& text) {
    constexpr std::string_view mark = "dlerror system message: ";
    const auto begin = text.find(mark);
    if (begin == std::string::npos) {
        return text;
    }
    const auto message = text.substr(begin + mark.size());
    return message.substr(0, message.rfind(": "));
}

void run_setup(Loaded& plugin) {
    Collector collector{plugin};
    plugin.library.get<void(Registry&)>("praxis_plugin_setup")(collector);
    if (plugin.schema.number() != plugin.manifest.schema) {
        refuse(
            plugin.manifest,
            "its library has " + std::to_string(plugin.schema.number()) +
                " steps of tables, its manifest says " + std::to_string(plugin.manifest.schema)
        );
    }
}

void open_library(Loaded& plugin) {
    const auto path = plugin.manifest.folder + "/" + plugin.manifest.library;
    check_owner(plugin.manifest, plugin.manifest.folder);
    check_owner(plugin.manifest, path);
    try {
        check_descriptor(plugin.manifest, read_descriptor(path));
        plugin.library.load(path, boost::dll::load_mode::rtld_now);
        run_setup(plugin);
    } catch (const PluginError& error) {
        if (error.hint().empty()) {
            refuse(plugin.manifest, error.what());
        }
        throw;
    } catch (const std::exception& error) {
        refuse(plugin.manifest, loader_message(error.what()));
    }
}

practice::Schema schema_of(const Manifest& manifest) {
    return {manifest.name, manifest.version, manifest.table_prefix, manifest.derived_tables, {}};
}

} // namespace

Platform::Platform(const std::vector<std::string>& folders) {
    auto& core = loaded_.emplace_back();
    core.manifest.name = "core";
    core.manifest.version = PRAXIS_VERSION;
    core.manifest.table_prefix = "core_";
    core.schema = schema_of(core.manifest);
    Collector collector{core};
    register_core(collector);

    for (const auto& folder : folders) {
        boost::system::error_code error;
        std::vector<std::string> found;
        for (fs::directory_iterator entry{folder, error}, end; !error && entry != end; ++entry) {
            if (fs::exists(entry->path() / "plugin.toml", error)) {
                found.push_back(entry->path().string());
            }
        }
        std::sort(found.begin(), found.end());
        for (const auto& plugin : found) {
            try {
                auto manifest = read_manifest(plugin);
                if (find(manifest.name) == nullptr) {
                    manifests_.push_back(std::move(manifest));
                }
            } catch (const Error& problem) {
                unreadable_.push_back({fs::path{plugin}.filename().string(), problem.what()});
            }
        }
    }
}

const Manifest* Platform::find(const std::string& name) const {
    const auto found = std::find_if(manifests_.begin(), manifests_.end(), [&](const auto& one) {
        return one.name == name;
    });
    return found == manifests_.end() ? nullptr : &*found;
}

const Manifest* Platform::owner_of(const std::string& noun) const {
    const Manifest* owner = nullptr;
    for (const auto& manifest : manifests_) {
        const bool claims =
            std::any_of(manifest.nouns.begin(), manifest.nouns.end(), [&](const auto& claimed) {
                return claimed.name == noun;
            });
        if (claims && owner != nullptr) {
            throw PluginError(
                "two plugins offer '" + noun + "': " + owner->name + " and " + manifest.name,
                "remove one of them"
            );
        }
        if (claims) {
            owner = &manifest;
        }
    }
    return owner;
}

Loaded* Platform::find_loaded(const std::string& name) {
    const auto found = std::find_if(loaded_.begin(), loaded_.end(), [&](const auto& plugin) {
        return plugin.manifest.name == name;
    });
    return found == loaded_.end() ? nullptr : &*found;
}

void Platform::load_needs(const Manifest& manifest) {
    if (std::find(loading_.begin(), loading_.end(), manifest.name) != loading_.end()) {
        refuse(manifest, "plugins need each other in a ring: " + join(loading_, " -> "));
    }
    loading_.push_back(manifest.name);
    try {
        for (const auto& need : manifest.needs) {
            const auto* needed = find(need.name);
            if (needed == nullptr) {
                refuse(manifest, "it needs the plugin '" + need.name + "', which is not installed");
            }
            if (!in_range(needed->version, need.range)) {
                refuse(
                    manifest,
                    "it needs " + need.name + " " + need.range + ", installed is " + needed->version
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
        throw PluginError("the plugin '" + name + "' is not installed");
    }
    load_needs(*manifest);
    Loaded plugin;
    plugin.manifest = *manifest;
    plugin.schema = schema_of(*manifest);
    if (manifest->kind == "native") {
        open_library(plugin);
    }
    auto& loaded = loaded_.emplace_back(std::move(plugin));
    if (on_load) {
        on_load(loaded);
    }
    return loaded;
}

} // namespace praxis::plugins
