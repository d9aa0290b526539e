// SPDX-License-Identifier: MIT
#pragma once
#include <boost/filesystem.hpp>

#include <fstream>
#include <string>

namespace praxis::testing {

/// An empty folder for one test, deleted when the test ends.
class Folder {
  public:
    Folder() {
        boost::filesystem::create_directories(path_);
        boost::filesystem::permissions(path_, boost::filesystem::owner_all);
    }

    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    ~Folder() {
        boost::system::error_code ignored; // a test cannot react to it
        boost::filesystem::remove_all(path_, ignored);
    }

    [[nodiscard]] std::string operator/(const std::string& name) const {
        return (path_ / name).string();
    }

    void write(const std::string& name, const std::string& bytes) const {
        std::ofstream{*this / name, std::ios::binary} << bytes;
    }

    [[nodiscard]] std::string read(const std::string& name) const {
        std::ifstream file{*this / name, std::ios::binary};
        return {std::istreambuf_iterator<char>{file}, std::istreambuf_iterator<char>{}};
    }

  private:
    boost::filesystem::path path_ = boost::filesystem::temp_directory_path() /
                                    boost::filesystem::unique_path("praxis-test-%%%%%%%%");
};

} // namespace praxis::testing
