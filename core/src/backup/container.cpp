// SPDX-License-Identifier: MIT
#include "backup/container.hpp"

#include <praxis/error.hpp>

#include <string_view>
#include <utility>

namespace praxis::backup {
namespace {

constexpr std::string_view magic = "PRAXISB1";

std::string text_of(const Header& header) {
    auto text = write_header(header);
    if (text.size() > sealed::most_header_bytes) {
        throw Refused("the key file is too large for the header of a backup");
    }
    return text;
}

void fail(const std::string& path, sealed::Fault fault, const std::string& reason) {
    switch (fault) {
    case sealed::Fault::foreign:
        throw PracticeError("backup_foreign", path + " is not a praxis backup");
    case sealed::Fault::newer:
        throw PracticeError(
            "backup_newer",
            "the backup " + path + " was made by a newer version of praxis",
            "install that version of praxis"
        );
    case sealed::Fault::damaged:
        damaged(path, reason);
    }
}

} // namespace

Writer::Writer(int file, std::string path, const Header& header, const StreamKey& key)
    : file_(file)
    , path_(std::move(path))
    , stream_(
          [this](std::span<const unsigned char> bytes) { put(bytes); },
          magic,
          text_of(header),
          header.size,
          key
      ) {}

void Writer::put(std::span<const unsigned char> bytes) {
    write_all(file_, bytes, path_);
    digest_.add(bytes);
    file_size_ += bytes.size();
}

Reader::Reader(const std::string& path)
    : path_(path)
    , file_(open_for_reading(path))
    , stream_(
          [file = file_.number(), path](std::span<unsigned char> buffer) {
              return read_up_to(file, buffer, path);
          },
          [path](sealed::Fault fault, const std::string& reason) { fail(path, fault, reason); },
          magic,
          size_of(file_.number(), path)
      ) {
    header_ = backup::read_header(stream_.header(), path_);
    stream_.expect(header_.size);
}

} // namespace praxis::backup
