// SPDX-License-Identifier: MIT
/// What people read of a screen.
#pragma once
#include "screen/questions.hpp"
#include "screen/screen.hpp"

#include <praxis/document.hpp>
#include <praxis/result.hpp>

#include <string>
#include <vector>

namespace praxis::safety {

/// For a chart or a letter: the day, what is positive, what was answered no, what is not known.
/// with_private  also questions that are not for other professionals, and the remark
std::vector<Block> screen_blocks(const Screen& screen, bool with_private);

/// A line for each screen.
Grid screens_grid(const std::vector<Screen>& screens);

/// All answers, with the advice and the sources.
View screen_view(const ScreenBook& book, const Screen& screen, const std::string& title);

} // namespace praxis::safety
