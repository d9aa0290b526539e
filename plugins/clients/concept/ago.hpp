// SPDX-License-Identifier: MIT
/// Times in words, as far as they tell how long ago something was.
#pragma once
#include "concept/words.hpp"

#include <praxis/date.hpp>

#include <optional>
#include <string_view>
#include <vector>

namespace praxis::clients {

/// "12", "twelve"
std::optional<int> number_word(std::string_view folded);

/// The days between the first time that the words in the range give and `on`: "ten days ago",
/// "yesterday", "last week", "2011", "in March", "POD 3". Nothing without such a time.
std::optional<int>
days_ago(const std::vector<Word>& words, std::size_t from, std::size_t to, Date on);

/// The days between a stored date (2019, 2019-03 or 2019-03-05) and `on`; a partial one counts from
/// its last day.
std::optional<int> days_ago(std::string_view stored, Date on);

} // namespace praxis::clients
