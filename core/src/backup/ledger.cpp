// SPDX-License-Identifier: MIT
#include "backup/ledger.hpp"

#include "backup/header.hpp"
#include "system/files.hpp"
#include "system/io.hpp"

#include <praxis/error.hpp>
#include <praxis/text.hpp>
#include <praxis/value.hpp>

#include <boost/filesystem.hpp>

#include <cerrno>
#include <fcntl.h>
#include <optional>
#include <unistd.h>

namespace praxis::backup {
namespace fs = boost::filesystem;

namespace {

constexpr std::size_t most_ledger_bytes = std::size_t{16} * 1024 * 1024;

std::optional<Known> read_line(const std::string& line) {
    try {
        const auto value = parse_json(line, "practice.backups");
        const auto made = read_utc_text(value.text_at("made"));
        const auto* size = value.find("size");
        if (!made || size == nullptr || !size->is_integer() || value.text_at("file").empty()) {
            return std::nullopt;
        }
        return Known{
            *made,
            value.text_at("file"),
            static_cast<std::uint64_t>(size->as_integer()),
            value.text_at("digest")};
    } catch (const Refused&) {
        return std::nullopt; // read_ledger() counts it as unreadable
    }
}

bool ends_within_a_line(int file) {
    char last = '\n';
    const auto size = ::lseek(file, 0, SEEK_END);
    return size > 0 && ::pread(file, &last, 1, size - 1) == 1 && last != '\n';
}

} // namespace

std::string ledger_path(const std::string& practice) {
    return fs::path{practice}.replace_extension(".backups").string();
}

void remember(const std::string& practice, const Known& backup) {
    const auto path = ledger_path(practice);
    const Descriptor file{::open(
        path.c_str(), O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0600
    )};
    if (file.number() < 0) {
        file_error(path, "written", errno);
    }
    const auto line = to_json(Value::Object{
                          {"made", utc_text(backup.made)},
                          {"file", backup.file},
                          {"size", static_cast<std::int64_t>(backup.size)},
                          {"digest", backup.digest},
                      }) +
                      "\n";
    // A single write(), so that two backups at the same time give two lines. If a power cut left a
    // line without its end, a line feed comes first.
    const auto text = (ends_within_a_line(file.number()) ? "\n" : "") + line;
    write_all(file.number(), {as_bytes(text), text.size()}, path);
    sync_file(file.number(), path);
    sync_folder(folder_of(path));
}

Ledger read_ledger(const std::string& practice) {
    Ledger ledger;
    if (!fs::exists(ledger_path(practice))) {
        return ledger;
    }
    for (const auto& line :
         split(read_whole_file(ledger_path(practice), most_ledger_bytes), '\n')) {
        if (line.empty()) {
            continue;
        }
        if (auto known = read_line(line)) {
            ledger.backups.push_back(std::move(*known));
        } else {
            ++ledger.unreadable;
        }
    }
    return ledger;
}

std::string state_of(const Known& backup) {
    boost::system::error_code error;
    const auto size = fs::file_size(backup.file, error);
    if (error) {
        return "missing";
    }
    return size == backup.size ? "present" : "size differs";
}

} // namespace praxis::backup
