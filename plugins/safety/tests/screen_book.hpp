// SPDX-License-Identifier: MIT
/// The questions of our schemas, for tests without the program.
#pragma once
#include "screen/evaluate.hpp"
#include "screen/questions.hpp"

#include <boost/filesystem.hpp>
#include <boost/filesystem/fstream.hpp>

#include <algorithm>
#include <iterator>
#include <string>
#include <vector>

namespace praxis::safety::testing {

inline std::vector<ContributedFile> our_screen_files() {
    namespace fs = boost::filesystem;
    const auto folder = fs::path{__FILE__}.parent_path() / "../../../schemas/safety/screen";
    std::vector<fs::path> paths{fs::directory_iterator{folder}, fs::directory_iterator{}};
    std::sort(paths.begin(), paths.end());
    std::vector<ContributedFile> files;
    for (const auto& path : paths) {
        fs::ifstream file{path};
        files.push_back(
            {"safety",
             path.stem().string(),
             path.filename().string(),
             {std::istreambuf_iterator<char>{file}, std::istreambuf_iterator<char>{}}}
        );
    }
    return files;
}

inline const ScreenBook& our_screen() {
    static const auto book = read_screen_book(our_screen_files());
    return book;
}

/// An answered question with that id.
inline AnsweredQuestion answer_to(const std::string& id, Answer answer = Answer::yes) {
    return {.id = id, .label = id, .answer = answer};
}

/// "weakness emergency, cancer urgent": the flags that count, in their order.
inline std::string
counting(const std::vector<AnsweredQuestion>& answers, const Circumstances& circumstances = {}) {
    std::string text;
    for (const auto& finding : find_flags(our_screen(), answers, circumstances)) {
        if (finding.counts) {
            text += (text.empty() ? "" : ", ") + finding.id + " " +
                    std::string{action_id(finding.action)};
        }
    }
    return text;
}

} // namespace praxis::safety::testing
