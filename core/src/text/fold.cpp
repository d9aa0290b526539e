// SPDX-License-Identifier: MIT
#include "code_points.hpp"

#include <praxis/text.hpp>

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

namespace praxis {

using namespace unicode;

namespace {

/// Marks that only modify their letter. Marks of other scripts stay: a vowel sign of Devanagari or
/// the voicing of a kana makes another word.
bool is_accent(CodePoint code) {
    return within(code, 0x0300, 0x036F) || within(code, 0x0483, 0x0489) ||
           within(code, 0x0591, 0x05BD) || code == 0x05BF || within(code, 0x05C1, 0x05C2) ||
           within(code, 0x05C4, 0x05C5) || code == 0x05C7 || within(code, 0x0610, 0x061A) ||
           within(code, 0x064B, 0x065F) || code == 0x0670 || within(code, 0x06D6, 0x06DC) ||
           within(code, 0x06DF, 0x06E4) || within(code, 0x06E7, 0x06E8) ||
           within(code, 0x06EA, 0x06ED) || within(code, 0x1AB0, 0x1AFF) ||
           within(code, 0x1DC0, 0x1DFF) || within(code, 0x20D0, 0x20FF) ||
           within(code, 0xFE20, 0xFE2F);
}

struct Neighbour {
    CodePoint letter;
    std::string_view plain;
};

/// Letters that Unicode does not decompose, with their usual plain spelling. Sorted by letter.
constexpr Neighbour neighbours[] = {
    {0x00AB, "\""}, {0x00BB, "\""}, {0x00E6, "ae"}, {0x00F0, "d"},  {0x00F8, "o"},  {0x00FE, "th"},
    {0x0111, "d"},  {0x0127, "h"},  {0x0131, "i"},  {0x0138, "k"},  {0x0142, "l"},  {0x014B, "n"},
    {0x0153, "oe"}, {0x0167, "t"},  {0x0180, "b"},  {0x0188, "c"},  {0x0192, "f"},  {0x0199, "k"},
    {0x019A, "l"},  {0x01A5, "p"},  {0x01AD, "t"},  {0x01B4, "y"},  {0x01B6, "z"},  {0x01E5, "g"},
    {0x0221, "d"},  {0x0225, "z"},  {0x0234, "l"},  {0x0235, "n"},  {0x0236, "t"},  {0x0237, "j"},
    {0x023C, "c"},  {0x0247, "e"},  {0x0249, "j"},  {0x024D, "r"},  {0x024F, "y"},  {0x0253, "b"},
    {0x0254, "o"},  {0x0256, "d"},  {0x0257, "d"},  {0x025B, "e"},  {0x0260, "g"},  {0x0268, "i"},
    {0x0272, "n"},  {0x0275, "o"},  {0x0289, "u"},  {0x02B9, "'"},  {0x02BB, "'"},  {0x02BC, "'"},
    {0x02BD, "'"},  {0x05BE, "-"},  {0x05F3, "'"},  {0x05F4, "\""}, {0x0640, ""},   {0x2010, "-"},
    {0x2012, "-"},  {0x2013, "-"},  {0x2014, "-"},  {0x2015, "-"},  {0x2018, "'"},  {0x2019, "'"},
    {0x201A, "'"},  {0x201B, "'"},  {0x201C, "\""}, {0x201D, "\""}, {0x201E, "\""}, {0x2032, "'"},
    {0x2212, "-"},  {0x2C65, "a"},  {0x2C66, "t"},
};

static_assert(std::is_sorted(
    std::begin(neighbours),
    std::end(neighbours),
    [](const Neighbour& left, const Neighbour& right) { return left.letter < right.letter; }
));

const Neighbour* neighbour_of(CodePoint code) {
    const auto* const found = std::lower_bound(
        std::begin(neighbours),
        std::end(neighbours),
        code,
        [](const Neighbour& one, CodePoint sought) { return one.letter < sought; }
    );
    return found != std::end(neighbours) && found->letter == code ? found : nullptr;
}

/// Appends the code point decomposed and case folded, with its marks.
void append_decomposed(CodePoints& codes, CodePoint code) {
    constexpr auto options = static_cast<utf8proc_option_t>(
        UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD | UTF8PROC_IGNORE
    );
    std::array<CodePoint, 32> buffer{}; // the longest decomposition has 18
    int boundary = 0;
    const auto size = utf8proc_decompose_char(
        code, buffer.data(), static_cast<utf8proc_ssize_t>(buffer.size()), options, &boundary
    );
    const auto count =
        std::clamp<utf8proc_ssize_t>(size, 0, static_cast<utf8proc_ssize_t>(buffer.size()));
    codes.insert(codes.end(), buffer.begin(), buffer.begin() + count);
}

/// Sorts marks into canonical order, so that all spellings compose to the same text.
void order_marks(CodePoints& codes) {
    const auto mark_class = [](CodePoint code) {
        return utf8proc_get_property(code)->combining_class;
    };
    for (auto begin = codes.begin(); begin != codes.end();) {
        if (mark_class(*begin) == 0) {
            ++begin;
            continue;
        }
        const auto end = std::find_if(begin, codes.end(), [&mark_class](CodePoint code) {
            return mark_class(code) == 0;
        });
        std::stable_sort(begin, end, [&mark_class](CodePoint left, CodePoint right) {
            return mark_class(left) < mark_class(right);
        });
        begin = end;
    }
}

/// Collects folded code points and keeps single spaces between words.
class Folder {
  public:
    void add(CodePoint code) {
        if (is_space(code)) {
            space_pending_ = !codes_.empty();
            return;
        }
        const bool control = code < 0x20 || code == 0x7F;
        if (control || is_accent(code)) {
            return;
        }
        if (const auto* const neighbour = neighbour_of(code)) {
            for (const char letter : neighbour->plain) {
                put(static_cast<unsigned char>(letter));
            }
            return;
        }
        put(code);
    }

    std::string take() {
        // Only now: a removed character may have separated two marks.
        order_marks(codes_);
        const auto count = utf8proc_normalize_utf32(
            codes_.data(),
            static_cast<utf8proc_ssize_t>(codes_.size()),
            static_cast<utf8proc_option_t>(UTF8PROC_COMPOSE | UTF8PROC_STABLE)
        );
        std::string text;
        for (utf8proc_ssize_t i = 0; i < count; ++i) {
            append(text, codes_[static_cast<std::size_t>(i)]);
        }
        return text;
    }

  private:
    void put(CodePoint code) {
        if (std::exchange(space_pending_, false)) {
            codes_.push_back(' ');
        }
        codes_.push_back(code);
    }

    CodePoints codes_;
    bool space_pending_ = false;
};

std::string fold_unicode(std::string_view text) {
    CodePoints codes;
    codes.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const auto step = step_at(text, at);
        at += step.size;
        if (step.code < 0x80) {
            if (step.code != no_code_point) {
                const bool upper = within(step.code, 'A', 'Z');
                codes.push_back(upper ? step.code + ('a' - 'A') : step.code);
            }
            continue;
        }
        append_decomposed(codes, step.code);
    }
    Folder folder;
    for (const auto code : codes) {
        folder.add(code);
    }
    return folder.take();
}

} // namespace

std::string fold(std::string_view text) {
    if (!is_plain_ascii(text)) {
        return fold_unicode(text);
    }
    std::string result;
    result.reserve(text.size());
    for (const char letter : text) {
        if (letter == ' ' && (result.empty() || result.back() == ' ')) {
            continue;
        }
        const bool upper = letter >= 'A' && letter <= 'Z';
        result += upper ? static_cast<char>(letter + ('a' - 'A')) : letter;
    }
    if (result.ends_with(' ')) {
        result.pop_back();
    }
    return result;
}

} // namespace praxis
