// SPDX-License-Identifier: MIT
#include "plugins/new_folder.hpp"

#include "system/files.hpp"
#include "system/pending_file.hpp"

#include <boost/filesystem.hpp>

#include <algorithm>
#include <string_view>
#include <utility>

namespace praxis::plugins {
namespace fs = boost::filesystem;

namespace {

constexpr std::size_t most_template_bytes = std::size_t{256} * 1024;

/// Replaces @NAME@, and @SYMBOL@ where a dash is not allowed.
std::string filled(std::string text, const std::string& name) {
    auto symbol = name;
    std::replace(symbol.begin(), symbol.end(), '-', '_');
    for (const auto& [token, value] : {std::pair{"@NAME@", name}, {"@SYMBOL@", symbol}}) {
        const std::string_view placeholder{token};
        for (auto at = text.find(placeholder); at != std::string::npos;
             at = text.find(placeholder, at + value.size())) {
            text.replace(at, placeholder.size(), value);
        }
    }
    return text;
}

void copy_filled(const fs::path& from, const fs::path& to, const std::string& name) {
    fs::create_directory(to);
    for (const auto& entry : fs::directory_iterator{from}) {
        const auto target = to / filled(entry.path().filename().string(), name);
        if (fs::is_directory(entry.path())) {
            copy_filled(entry.path(), target, name);
            continue;
        }
        const auto text = read_whole_file(entry.path().string(), most_template_bytes);
        PendingFile{target.string(), filled(text, name), false}.commit();
        fs::permissions(target, fs::status(entry.path()).permissions());
    }
}

} // namespace

void make_folder(const std::string& from, const std::string& to, const std::string& name) {
    try {
        copy_filled(from, to, name);
    } catch (...) {
        boost::system::error_code ignored; // report the original error
        fs::remove_all(to, ignored);
        throw;
    }
}

} // namespace praxis::plugins
