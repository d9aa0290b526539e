// SPDX-License-Identifier: MIT
#include "session/change_config.hpp"

#include "practice/own_files.hpp"
#include "system/files.hpp"
#include "system/pending_file.hpp"

#include <praxis/error.hpp>
#include <praxis/text.hpp>

#include <boost/filesystem.hpp>

#include <cstddef>

namespace praxis {
namespace fs = boost::filesystem;

namespace {

constexpr std::size_t most_config_bytes = std::size_t{1024} * 1024;

} // namespace

const Setting& get_setting(const std::vector<Setting>& settings, const std::string& name) {
    if (const auto* setting = find_setting(settings, name)) {
        return *setting;
    }
    std::vector<std::string> names;
    for (const auto& setting : settings) {
        names.push_back(setting.name);
    }
    const auto meant = did_you_mean(name, names);
    throw NotFound(
        "there is no setting '" + visible(name) + "'",
        meant ? "did you mean " + *meant + "?" : "praxis config list --all"
    );
}

std::string read_config(const std::string& path) {
    return fs::exists(path) ? read_whole_file(path, most_config_bytes) : "";
}

Result write_config(
    HostSession& session, const std::string& path, const std::string& text, const std::string& name
) {
    practice::refuse_own_file(path, session.practice_path(), "give another file: --config FILE");
    if (session.globals().dry_run) {
        session.report("dry run: praxis wrote nothing");
    } else {
        fs::create_directories(fs::absolute(path).parent_path());
        PendingFile{path, text, true}.commit();
    }
    return Message{path, Value::Object{{"setting", name}, {"file", path}}};
}

} // namespace praxis
