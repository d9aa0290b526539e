// SPDX-License-Identifier: MIT
/// The instruments and statements that come with praxis, and an instrument of a test's own.
#pragma once
#include "evidence/statements.hpp"
#include "instrument/instrument.hpp"

#include <praxis/date.hpp>

#include <boost/filesystem.hpp>
#include <boost/filesystem/fstream.hpp>

#include <algorithm>
#include <iterator>
#include <string>
#include <vector>

namespace praxis::outcomes::testing {

inline boost::filesystem::path schemas() {
    return boost::filesystem::path{__FILE__}.parent_path() / "../../../schemas/outcomes";
}

inline std::string read_file(const boost::filesystem::path& path) {
    boost::filesystem::ifstream file{path};
    return {std::istreambuf_iterator<char>{file}, std::istreambuf_iterator<char>{}};
}

inline ContributedFile our_file(const boost::filesystem::path& path) {
    return {"outcomes", path.stem().string(), path.filename().string(), read_file(path)};
}

inline std::vector<boost::filesystem::path> files_in(const std::string& folder) {
    std::vector<boost::filesystem::path> paths;
    for (const auto& entry : boost::filesystem::directory_iterator{schemas() / folder}) {
        paths.push_back(entry.path());
    }
    std::sort(paths.begin(), paths.end());
    return paths;
}

inline std::vector<Instrument> our_instruments() {
    std::vector<Instrument> all;
    for (const auto& path : files_in("instruments")) {
        all.push_back(read_instrument(our_file(path)));
    }
    return all;
}

/// By id; the test fails when there is none.
inline Instrument ours(const std::string& id) {
    const auto all = our_instruments();
    return *find_instrument(all, id);
}

inline std::vector<Statement> our_statements() {
    std::vector<Statement> all;
    for (const auto& path : files_in("evidence")) {
        auto some = read_statements(our_file(path));
        std::move(some.begin(), some.end(), std::back_inserter(all));
    }
    return all;
}

inline Date day(const char* iso) {
    return Date::from_iso(iso).value();
}

/// What the function throws; empty when it throws nothing.
template <class Function> std::string message_of(Function function) {
    try {
        function();
    } catch (const Error& error) {
        return error.what();
    }
    return {};
}

} // namespace praxis::outcomes::testing
