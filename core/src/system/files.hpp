// SPDX-License-Identifier: MIT
/// Descriptors, names and whole files.
#pragma once
#include <string>
#include <string_view>
#include <utility>

namespace praxis {

/// An open file descriptor; the destructor closes it.
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

    /// Negative if it could not be opened.
    [[nodiscard]] int number() const { return number_; }

  private:
    int number_ = -1;
};

/// Gives a file or folder a name that must be free. Returns 0, or errno: EEXIST if the name is
/// taken. Network and FUSE file systems refuse RENAME_NOREPLACE; there a file gets its new name by
/// a link, and a folder by rename(), which replaces an empty folder at most.
int rename_to_free_name(const std::string& from, const std::string& to);

/// Makes renames in that folder survive a power cut; "" is the current folder.
void sync_folder(const std::string& folder);

/// The whole file.
/// errors  Refused: missing, not readable, larger than `most_bytes`
std::string read_whole_file(const std::string& path, std::size_t most_bytes);

/// The same of a file that is open already; `path` names it in messages.
std::string read_open_file(const Descriptor& file, const std::string& path, std::size_t most_bytes);

/// errors  Refused, with the source, if the text is not UTF-8
void refuse_other_than_utf8(std::string_view text, const std::string& source);

} // namespace praxis
