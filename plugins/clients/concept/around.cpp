// SPDX-License-Identifier: MIT
#include "concept/around.hpp"

#include <algorithm>

namespace praxis::clients {

Around::Around(const ReadText& text, const Mention& mention, const StateWording& wording, Date on)
    : text_(text)
    , mention_(mention)
    , wording_(wording)
    , on_(on)
    , begin_(text.part_begin(mention.first))
    , end_(text.part_end(mention.end - 1)) {}

std::size_t Around::clause_begin() const {
    auto at = mention_.first;
    while (at > 0 && text_.clauses[at - 1] == text_.clauses[mention_.first]) {
        --at;
    }
    return at;
}

Gap Around::gap(std::size_t at) const {
    return at < words().size() ? words()[at].before : Gap::end;
}

std::size_t Around::length_at(std::string_view list, std::size_t at) const {
    return longest_at(words(), at, wording_[list]);
}

bool Around::has_at(std::string_view list, std::size_t at) const {
    return length_at(list, at) > 0;
}

std::optional<std::size_t>
Around::find(std::string_view list, std::size_t from, std::size_t to) const {
    for (auto at = from; at < to; ++at) {
        const auto length = length_at(list, at);
        if (length > 0 && at + length <= to) {
            return at;
        }
    }
    return std::nullopt;
}

bool Around::has(std::string_view list, std::size_t from, std::size_t to) const {
    return find(list, from, to).has_value();
}

bool Around::is_covered(std::string_view list, std::size_t first, std::size_t end) const {
    constexpr std::size_t reach = 5;
    for (auto at = first < reach ? 0 : first - reach; at < end; ++at) {
        for (const auto& phrase : wording_[list]) {
            if (at + phrase.size() > first && is_phrase_at(words(), at, phrase)) {
                return true;
            }
        }
    }
    return false;
}

bool Around::is_followed_by(std::string_view list, std::string_view through) const {
    for (auto at = mention_.end; at < end_; ++at) {
        if (has_at(list, at)) {
            return true;
        }
        if (!has_at(through, at) || text_.is_in_mention(at)) {
            return false;
        }
    }
    return false;
}

bool Around::has_mention(std::size_t first, std::size_t last) const {
    for (auto at = first; at < last; ++at) {
        if (text_.is_in_mention(at)) {
            return true;
        }
    }
    return false;
}

std::size_t Around::later_end() const {
    auto at = end_;
    while (at < words().size() && text_.sentences[at] == text_.sentences[mention_.first] &&
           !text_.is_in_mention(at)) {
        ++at;
    }
    return at;
}

/// What a colon introduces is about the words before the colon.
bool Around::is_about_it(std::size_t first) const {
    const auto mark = gap(first);
    return mark != Gap::colon && mark != Gap::dash && mark != Gap::question;
}

std::optional<std::size_t>
Around::find_settling(std::string_view list, std::size_t first, std::size_t last) const {
    for (auto at = first; at < last; ++at) {
        if (has_at(list, at)) {
            return at;
        }
        if (!has_at("later.through", at)) {
            break;
        }
    }
    return std::nullopt;
}

} // namespace praxis::clients
