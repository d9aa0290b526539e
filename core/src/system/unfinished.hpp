// SPDX-License-Identifier: MIT
/// What is half done has a name of its own, in the folder that it is needed in, and is locked for
/// as long as somebody works on it. So nothing half done ever has a final name, and what a killed
/// process left is known, and removed by the next one that works in that folder.
#pragma once
#include "system/io.hpp"

#include <string>

namespace praxis::backup {

/// How the names of what is not finished yet begin; what nobody works on any more is swept away.
inline constexpr const char* unfinished_beginning = ".praxis-unfinished-";

/// A folder of our own, for its owner only; gone with everything in it when it is over.
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

    /// Gives it its name, under which it stays.
    /// errors  Error file_error
    void finish(const std::string& name);

  private:
    std::string path_;
    Descriptor lock_;
};

/// A file that gets the goal's name when finish() is called; otherwise it is gone.
class UnfinishedFile {
  public:
    /// errors  Refused: the goal is there and `overwrite` is not set, or is no ordinary file;
    ///         Error file_error
    UnfinishedFile(std::string goal, bool overwrite);
    UnfinishedFile(const UnfinishedFile&) = delete;
    UnfinishedFile& operator=(const UnfinishedFile&) = delete;
    ~UnfinishedFile();

    [[nodiscard]] int descriptor() const { return file_.number(); }

    [[nodiscard]] const std::string& path() const { return path_; }

    [[nodiscard]] const std::string& goal() const { return goal_; }

    /// On the disk, under its name, when the call returns.
    /// errors  Refused: the goal appeared meanwhile; Error file_error
    void finish();

  private:
    std::string goal_;
    std::string path_;
    bool overwrite_;
    Descriptor file_;
};

} // namespace praxis::backup
