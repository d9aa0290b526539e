// SPDX-License-Identifier: MIT
#include "pdf/attributes.hpp"

#include "identifier.hpp"

#include <praxis/text.hpp>

#include <algorithm>
#include <array>
#include <cstddef>

namespace praxis::exports::pdf {
namespace {

/// A script for which fontconfig would choose a coarser font, or the wrong shapes. Naming the font
/// is also much faster: otherwise fontconfig sorts all fonts of the machine, for every size.
struct Script {
    char32_t first;
    char32_t last;
    const char* family;
};

constexpr std::array scripts{
    Script{0x0530, 0x058F, "Noto Sans Armenian"},
    Script{0x0590, 0x05FF, "Noto Sans Hebrew"},
    Script{0x0600, 0x06FF, "Noto Sans Arabic"},
    Script{0x0750, 0x077F, "Noto Sans Arabic"},
    Script{0x08A0, 0x08FF, "Noto Sans Arabic"},
    Script{0x0900, 0x097F, "Noto Sans Devanagari"},
    Script{0x0980, 0x09FF, "Noto Sans Bengali"},
    Script{0x0A00, 0x0A7F, "Noto Sans Gurmukhi"},
    Script{0x0A80, 0x0AFF, "Noto Sans Gujarati"},
    Script{0x0B80, 0x0BFF, "Noto Sans Tamil"},
    Script{0x0C00, 0x0C7F, "Noto Sans Telugu"},
    Script{0x0E00, 0x0E7F, "Noto Sans Thai"},
    Script{0x10A0, 0x10FF, "Noto Sans Georgian"},
    Script{0x1200, 0x137F, "Noto Sans Ethiopic"},
    Script{0xFB1D, 0xFB4F, "Noto Sans Hebrew"},
    Script{0xFB50, 0xFDFF, "Noto Sans Arabic"},
    Script{0xFE70, 0xFEFE, "Noto Sans Arabic"}};

/// Chinese, Japanese and Korean share code points and draw them differently (Unicode, Han
/// unification).
struct EastAsian {
    const char* language;
    const char* family;
};

constexpr EastAsian simplified{"zh-CN", "Noto Sans CJK SC"};
constexpr EastAsian traditional{"zh-TW", "Noto Sans CJK TC"};
constexpr EastAsian japanese{"ja", "Noto Sans CJK JP"};
constexpr EastAsian korean{"ko", "Noto Sans CJK KR"};

bool is_kana(char32_t code) {
    return (code >= 0x3041 && code <= 0x30FF) || (code >= 0x31F0 && code <= 0x31FF);
}

bool is_hangul(char32_t code) {
    return (code >= 0x1100 && code <= 0x11FF) || (code >= 0x3130 && code <= 0x318F) ||
           (code >= 0xAC00 && code <= 0xD7A3);
}

bool is_bopomofo(char32_t code) {
    return (code >= 0x3105 && code <= 0x312F) || (code >= 0x31A0 && code <= 0x31BF);
}

bool is_east_asian(char32_t code) {
    return (code >= 0x2E80 && code <= 0x31FF) || (code >= 0x3200 && code <= 0x9FFF) ||
           (code >= 0xF900 && code <= 0xFAFF) || (code >= 0xFF01 && code <= 0xFFEF) ||
           (code >= 0x20000 && code <= 0x3FFFF) || is_hangul(code);
}

/// Decided by the text's own kana, hangul or bopomofo. Ideographs alone follow the language of the
/// document; in a document of another language they are simplified Chinese.
EastAsian east_asian_of(std::string_view text, const std::string& language) {
    for (std::size_t at = 0; at < text.size();) {
        const char32_t code = next_code_point(text, at);
        if (is_kana(code)) {
            return japanese;
        }
        if (is_hangul(code)) {
            return korean;
        }
        if (is_bopomofo(code)) {
            return traditional;
        }
    }
    const auto begins = [&](std::string_view with) { return language.rfind(with, 0) == 0; };
    if (begins("ja")) {
        return japanese;
    }
    if (begins("ko")) {
        return korean;
    }
    const bool is_traditional =
        begins("zh-TW") || begins("zh-HK") || begins("zh-MO") || begins("zh-Hant");
    return is_traditional ? traditional : simplified;
}

void insert(PangoAttrList* list, PangoAttribute* attribute, std::size_t from, std::size_t to) {
    attribute->start_index = static_cast<guint>(from);
    attribute->end_index = static_cast<guint>(to);
    pango_attr_list_insert(list, attribute);
}

const char* family_of(char32_t code) {
    if (code < scripts.front().first) {
        return nullptr;
    }
    const auto* script = std::find_if(scripts.begin(), scripts.end(), [&](const Script& one) {
        return code >= one.first && code <= one.last;
    });
    return script == scripts.end() ? nullptr : script->family;
}

/// Names the font of each run of letters that the main font lacks.
void choose_fonts(PangoAttrList* list, std::string_view text, const std::string& language) {
    const auto east_asian = east_asian_of(text, language);
    const char* family = nullptr;
    std::size_t from = 0;
    const auto end_run = [&](std::size_t to) {
        if (family == nullptr) {
            return;
        }
        insert(list, pango_attr_family_new(family), from, to);
        if (family == east_asian.family) {
            auto* shapes = pango_language_from_string(east_asian.language);
            insert(list, pango_attr_language_new(shapes), from, to);
            // The bold font is another sixteen megabytes that Cairo reads twice.
            insert(list, pango_attr_weight_new(PANGO_WEIGHT_NORMAL), from, to);
        }
    };
    for (std::size_t at = 0; at < text.size();) {
        const auto begin = at;
        const char32_t code = next_code_point(text, at);
        const char* wanted = is_east_asian(code) ? east_asian.family : family_of(code);
        if (wanted != family) {
            end_run(begin);
            family = wanted;
            from = begin;
        }
    }
    end_run(text.size());
}

/// No line breaks between a number and its percent sign.
void keep_percents_whole(PangoAttrList* list, std::string_view text) {
    for (auto at = text.find(" %"); at != std::string_view::npos; at = text.find(" %", at + 1)) {
        if (at > 0 && text[at - 1] >= '0' && text[at - 1] <= '9') {
            insert(list, pango_attr_allow_breaks_new(FALSE), at - 1, at + 2);
        }
    }
}

/// No line breaks at the dashes of dates and record numbers.
void keep_identifiers_whole(PangoAttrList* list, std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find_first_of(" \n", at), text.size());
        if (is_identifier(text.substr(at, end - at))) {
            insert(list, pango_attr_allow_breaks_new(FALSE), at, end);
        }
        at = end + 1;
    }
}

} // namespace

std::set<std::string> named_families() {
    std::set<std::string> families;
    for (const auto& script : scripts) {
        families.insert(script.family);
    }
    for (const auto& east_asian : {simplified, traditional, japanese, korean}) {
        families.insert(east_asian.family);
    }
    return families;
}

PangoAttrList* attributes_of(std::string_view text, const std::string& language) {
    auto* list = pango_attr_list_new();
    // A ligature is one glyph for two letters, which programs that read the tagged text would lose.
    insert(list, pango_attr_font_features_new("liga=0, clig=0"), 0, text.size());
    // A word that is too long is divided without a hyphen, which would change an address.
    insert(list, pango_attr_insert_hyphens_new(FALSE), 0, text.size());
    choose_fonts(list, text, language);
    keep_identifiers_whole(list, text);
    keep_percents_whole(list, text);
    return list;
}

} // namespace praxis::exports::pdf
