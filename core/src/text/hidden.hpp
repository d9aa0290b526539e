// SPDX-License-Identifier: MIT
/// Which characters of a text no output may hold as they are. visible() and the JSON writer both
/// ask this one scanner, so that every format agrees on what is harmless.
#pragma once
#include "text/code_points.hpp"

namespace praxis::unicode {

/// Reads a text code point by code point. A code point is hidden when a reader cannot see it or
/// when it changes what a reader sees elsewhere:
///   - controls, line and paragraph separators, surrogates (general categories Cc, Zl, Zp, Cs)
///   - format characters, bidirectional controls and tags among them (Cf), and fillers and
///     variation selectors (Default_Ignorable_Code_Point)
///   - private use and unassigned code points (Co, Cn), which no two fonts draw alike
///   - bytes that are not UTF-8
/// A joiner, variation selector or tag is not hidden where the text around it needs it: in an
/// emoji, between letters of a joining script, after a virama, on an ideograph.
/// source  Unicode Standard Annex 31, 2.3 (joiners); Unicode Technical Standard 51 (emoji, flags)
class HiddenScanner {
  public:
    struct Item {
        Step step;
        bool hidden = false;
    };

    explicit HiddenScanner(std::string_view text) : text_(text) {}

    [[nodiscard]] bool at_end() const { return at_ >= text_.size(); }

    /// Not at the end.
    Item next();

  private:
    [[nodiscard]] bool belongs(const Step& step) const;
    [[nodiscard]] CodePoint following() const;

    std::string_view text_;
    std::size_t at_ = 0;
    std::size_t flag_end_ = 0;         // behind the tags of the last flag
    CodePoint before_ = no_code_point; // none after a hidden one
};

} // namespace praxis::unicode
