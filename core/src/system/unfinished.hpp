// SPDX-License-Identifier: MIT
/// Unfinished files and folders. They have a temporary name in their final folder and stay locked
/// while a process works on them. So nothing unfinished ever has a final name. The next process
/// that works in the folder removes the unfinished files of a killed process.
#pragma once
#include "system/io.hpp"

#include <string>

namespace praxis::backup {

/// Prefix of the names of unfinished files and folders.
inline constexpr const char* unfinished_prefix = ".praxis-unfinished-";

/// An unfinished folder, accessible to its owner only. The destructor removes it unless finish()
/// was called.
class UnfinishedFolder {
  public:
    /// errors  Error file_error
    explicit UnfinishedFolder(const std::string& in);
    UnfinishedFolder(const UnfinishedFolder&) = delete;
    UnfinishedFolder& operator=(const UnfinishedFolder&) = delete;
    ~UnfinishedFolder();

    [[nodiscard]] std::string operator/(const std::string& name) const {
        return path_ + "/" + name;
    }

    [[nodiscard]] const std::string& path() const { return path_; }

    /// Gives the folder its final name.
    /// errors  Error file_error
    void finish(const std::string& name);

  private:
    std::string path_;
    Descriptor lock_;
};

/// errors  Refused: a file cannot be written there: the name is that of a folder, a link or another
///         special file, or of a file that may not be overwritten
void refuse_target(const std::string& target, bool overwrite);

/// Gives a file without a name (O_TMPFILE) that name. Returns 0, or errno: EEXIST if it is taken.
int link_nameless(int file, const std::string& name);

/// An unfinished file. finish() gives it the name of its target; otherwise the destructor removes
/// it.
class UnfinishedFile {
  public:
    /// errors  Refused: the target exists and `overwrite` is not set, or is not a regular file;
    ///         Error file_error
    UnfinishedFile(std::string target, bool overwrite);

    /// Takes a file that has no name so far, to replace the target with it.
    UnfinishedFile(std::string target, bool overwrite, Descriptor nameless);
    UnfinishedFile(const UnfinishedFile&) = delete;
    UnfinishedFile& operator=(const UnfinishedFile&) = delete;
    ~UnfinishedFile();

    [[nodiscard]] int descriptor() const { return file_.number(); }

    [[nodiscard]] const std::string& path() const { return path_; }

    [[nodiscard]] const std::string& target() const { return target_; }

    /// The file has its name and is on the disk when the call returns.
    /// errors  Refused: the target was created meanwhile; Error file_error
    void finish();

  private:
    void lock_it();

    std::string target_;
    std::string path_;
    bool overwrite_;
    Descriptor file_;
};

} // namespace praxis::backup
