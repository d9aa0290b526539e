// SPDX-License-Identifier: MIT
#include "homecare/library_file.hpp"

namespace praxis::plans::home {

std::vector<std::string>
read_names(const FileTable& table, std::string_view key, std::vector<Reference>& references) {
    auto names = table.texts_or_none(key);
    for (const auto& name : names) {
        references.push_back({name, table.place_of(key)});
    }
    return names;
}

Source read_source(const FileTable& table, const FileHead& head) {
    Source source;
    source.ids = table.sources("source", head.sources);
    for (const auto& id : source.ids) {
        source.citations.push_back(
            id == "(k)" ? "(k): common practice" : citation_of(id, head.sources)
        );
    }
    source.reviewed = table.flag_or("reviewed", false);
    return source;
}

} // namespace praxis::plans::home
