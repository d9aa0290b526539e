// SPDX-License-Identifier: MIT
#include "host/plugin_administration.hpp"

#include "plugins/descriptor.hpp"
#include "plugins/places.hpp"
#include "system/files.hpp"
#include "system/run_program.hpp"

#include <praxis/error.hpp>
#include <praxis/text.hpp>

#include <boost/filesystem.hpp>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

namespace praxis::plugins {
namespace fs = boost::filesystem;

namespace {

/// A temporary folder in which a plugin is assembled. The destructor removes it.
class StagingFolder {
  public:
    explicit StagingFolder(const std::string& in) : path_(in + "/.adding-XXXXXX") {
        fs::create_directories(in);
        if (::mkdtemp(path_.data()) == nullptr) { // 0700
            throw Refused(in + " cannot be written: " + std::strerror(errno));
        }
    }

    StagingFolder(const StagingFolder&) = delete;
    StagingFolder& operator=(const StagingFolder&) = delete;

    ~StagingFolder() {
        boost::system::error_code ignored; // a left-over folder without a manifest is not a plugin
        fs::remove_all(path_, ignored);
    }

    [[nodiscard]] const std::string& path() const { return path_; }

  private:
    std::string path_;
};

/// Copies files and folders only. A link could lead outside the folder, and its target can change.
void copy_tree(const fs::path& from, const fs::path& to) {
    fs::create_directory(to);
    fs::permissions(to, fs::owner_all);
    for (const auto& entry : fs::directory_iterator{from}) {
        const auto kind = entry.symlink_status().type();
        const auto target = to / entry.path().filename();
        if (kind == fs::directory_file) {
            copy_tree(entry.path(), target);
        } else if (kind == fs::regular_file) {
            fs::copy_file(entry.path(), target);
            fs::permissions(target, fs::owner_read | fs::owner_write);
        } else {
            throw Refused(
                visible(entry.path().string()) + " is neither a file nor a folder",
                "remove it: a plugin may contain only files and folders"
            );
        }
    }
}

void unpack(const std::string& archive, const std::string& into) {
    const auto code = run_program(
        {"tar",
         "--extract",
         "--gzip",
         "--no-same-owner",
         "--no-same-permissions",
         "--file",
         archive,
         "--directory",
         into}
    );
    if (code != 0) {
        throw Refused(
            visible(archive) + " cannot be unpacked",
            "give a folder or a .tar.gz file: praxis plugin add PATH"
        );
    }
}

/// The folder of the manifest: the top folder, or the only folder inside it.
std::string root_of(const std::string& folder, const std::string& source) {
    if (fs::exists(folder + "/plugin.toml")) {
        return folder;
    }
    std::vector<std::string> folders;
    for (const auto& entry : fs::directory_iterator{folder}) {
        if (entry.symlink_status().type() == fs::directory_file) {
            folders.push_back(entry.path().string());
        }
    }
    if (folders.size() == 1 && fs::exists(folders.front() + "/plugin.toml")) {
        return folders.front();
    }
    throw Refused(
        "there is no plugin.toml in " + visible(source), "give the folder that contains plugin.toml"
    );
}

void put_in_place(const std::string& from, const std::string& to, bool replace) {
    if (replace && fs::exists(to)) {
        if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_EXCHANGE) != 0) {
            throw Refused(to + " cannot be replaced: " + std::strerror(errno));
        }
        fs::remove_all(from); // the replaced plugin
        return;
    }
    if (const int error = rename_to_free_name(from, to); error != 0) {
        throw Refused(
            error == EEXIST ? to + " already exists"
                            : to + " cannot be created: " + std::strerror(error),
            "add --replace to replace the installed plugin; praxis plugin list shows it"
        );
    }
}

} // namespace

const Manifest& get_plugin(HostSession& session, const std::string& name) {
    auto& platform = session.platform();
    if (const auto* manifest = platform.find(name)) {
        return *manifest;
    }
    for (const auto& broken : platform.unreadable()) {
        if (broken.plugin == name) {
            throw PluginError("the plugin '" + name + "' cannot be used: " + broken.reason);
        }
    }
    std::vector<std::string> names;
    for (const auto& manifest : platform.manifests()) {
        names.push_back(manifest.name);
    }
    const auto meant = did_you_mean(name, names);
    throw NotFound(
        "there is no plugin '" + visible(name) + "'",
        meant ? "did you mean " + *meant + "?" : "praxis plugin list"
    );
}

std::vector<std::string> dependents_of(const Platform& platform, const std::string& name) {
    std::vector<std::string> names;
    for (const auto& manifest : platform.manifests()) {
        if (manifest.needs_plugin(name)) {
            names.push_back(manifest.name);
        }
    }
    return names;
}

std::string describe_place(const Manifest& manifest) {
    return manifest.origin == Origin::bundled ? "bundled" : manifest.folder;
}

std::string list_nouns(const Manifest& manifest) {
    std::vector<std::string> nouns;
    for (const auto& noun : manifest.nouns) {
        nouns.push_back(noun.name);
    }
    return join(nouns, " ");
}

/// The build that the library's descriptor states; empty for a data plugin or a library without a
/// descriptor.
std::string build_of(const Manifest& manifest) {
    if (manifest.kind != "native") {
        return {};
    }
    try {
        const auto descriptor = read_descriptor(manifest.folder + "/" + manifest.library);
        const auto text = [](const char* chars, std::size_t size) {
            return visible(std::string{chars, ::strnlen(chars, size)});
        };
        return "API " + std::to_string(descriptor.api_major) + "." +
               std::to_string(descriptor.api_minor) + " of " + std::to_string(PRAXIS_API_MAJOR) +
               "." + std::to_string(PRAXIS_API_MINOR) + ", compiler " +
               text(descriptor.built_with, sizeof descriptor.built_with) + ", " +
               text(descriptor.abi, sizeof descriptor.abi);
    } catch (const PluginError&) {
        return {}; // standing_of() reports the reason
    }
}

std::string digest_of_library(const Manifest& manifest) {
    try {
        return manifest.kind == "native" ? sha256_of_file(manifest.folder + "/" + manifest.library)
                                         : "";
    } catch (const Refused&) {
        return {}; // standing_of() reports the reason
    }
}

Manifest install(HostSession& session, const std::string& source, bool replace) {
    const auto home = own_folder(session.environment());
    if (home.empty()) {
        throw Refused("there is no folder for your plugins", "set HOME or XDG_DATA_HOME");
    }
    const StagingFolder staging{home};
    auto given = fs::absolute(source).lexically_normal().string();
    if (!fs::exists(given)) {
        throw NotFound("there is no file or folder " + visible(source));
    }
    if (!fs::is_directory(given)) {
        const auto unpacked = staging.path() + "/unpacked";
        fs::create_directory(unpacked);
        unpack(given, unpacked);
        given = unpacked;
    }
    const auto root = root_of(given, source);
    const auto copy = staging.path() + "/copy";
    copy_tree(root, copy);
    auto manifest = read_manifest(copy);
    if (session.globals().dry_run) {
        return manifest;
    }
    manifest.folder = home + "/" + manifest.name;
    manifest.origin = Origin::own;
    put_in_place(copy, manifest.folder, replace);
    return manifest;
}

void refuse_unless_own(HostSession& session, const Manifest& manifest) {
    const auto home = own_folder(session.environment());
    if (home.empty() || manifest.folder != home + "/" + manifest.name) {
        throw Refused(
            "'" + manifest.name + "' is not a plugin that you added: it is in " +
                visible(manifest.folder),
            "praxis plugin disable " + manifest.name
        );
    }
}

void uninstall(HostSession& session, const Manifest& manifest) {
    refuse_unless_own(session, manifest);
    fs::remove_all(manifest.folder);
}

} // namespace praxis::plugins
