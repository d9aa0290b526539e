// SPDX-License-Identifier: MIT
/// Files that are whole or not there, owner-only, and on the disk when the call returns.
#pragma once
#include <string>
#include <string_view>
#include <utility>

namespace praxis {

/// An open file that closes itself.
class Descriptor {
  public:
    Descriptor() = default;

    explicit Descriptor(int number) : number_(number) {}

    Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}

    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;

    Descriptor& operator=(Descriptor&& other) noexcept {
        std::swap(number_, other.number_);
        return *this;
    }

    ~Descriptor();

    /// Negative when it could not be opened.
    [[nodiscard]] int number() const { return number_; }

  private:
    int number_ = -1;
};

/// A file beside its goal that gets the goal's name when commit() is called; otherwise it is gone.
/// A goal that is a symbolic link, or exists and may not be overwritten, is refused.
class PendingFile {
  public:
    /// errors  Refused: the goal exists and `overwrite` is not set; Error failed: cannot be written
    PendingFile(std::string goal, std::string_view bytes, bool overwrite);
    PendingFile(const PendingFile&) = delete;
    PendingFile& operator=(const PendingFile&) = delete;
    ~PendingFile();

    void commit();

  private:
    std::string goal_;
    std::string pending_;
    bool overwrite_;
};

/// Makes what was renamed in that folder survive a power cut; "" is the folder one is in.
void sync_folder(const std::string& folder);

/// The whole file.
/// errors  Refused: missing, not readable, larger than `most_bytes`
std::string read_whole_file(const std::string& path, std::size_t most_bytes);

/// errors  Refused naming the source when the text is not UTF-8
void refuse_other_than_utf8(std::string_view text, const std::string& source);

} // namespace praxis
