// SPDX-License-Identifier: MIT
#include "homecare/svg_text.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace praxis::plans::home {

namespace {

using Attributes = std::vector<std::pair<std::string, std::string>>;

bool is_space(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

bool is_name_char(char c) {
    constexpr unsigned char first_beyond_ascii = 0x80;
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '_' || c == '.' || c == ':' || static_cast<unsigned char>(c) >= first_beyond_ascii;
}

bool is_name_start(char c) {
    return is_name_char(c) && c != '-' && c != '.' && !(c >= '0' && c <= '9');
}

/// "amp", "#65", "#x41".
bool is_reference(std::string_view name) {
    static constexpr std::array<std::string_view, 5> of_xml{"amp", "lt", "gt", "quot", "apos"};
    if (std::find(of_xml.begin(), of_xml.end(), name) != of_xml.end()) {
        return true;
    }
    const bool is_hexadecimal = name.starts_with("#x");
    const auto digits = name.substr(std::min<std::size_t>(is_hexadecimal ? 2 : 1, name.size()));
    constexpr std::string_view decimal = "0123456789";
    constexpr std::string_view hexadecimal = "0123456789abcdefABCDEF";
    return name.starts_with('#') && !digits.empty() &&
           digits.find_first_not_of(is_hexadecimal ? hexadecimal : decimal) ==
               std::string_view::npos;
}

/// Text or the value of an attribute: no "<", and every "&" begins a reference.
bool is_character_data(std::string_view text) {
    constexpr char first_printable = ' ';
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        const bool is_control =
            static_cast<unsigned char>(c) < static_cast<unsigned char>(first_printable) &&
            !is_space(c);
        if (c == '<' || is_control) {
            return false;
        }
        if (c == '&') {
            const auto end = text.find(';', at);
            if (end == std::string_view::npos || !is_reference(text.substr(at + 1, end - at - 1))) {
                return false;
            }
            at = end;
        }
    }
    return true;
}

class SvgReader {
  public:
    explicit SvgReader(std::string_view text) : rest_(text) {}

    std::optional<SvgText> read() {
        if (!skip_prolog()) {
            return std::nullopt;
        }
        SvgText svg;
        const auto root = read_tag(svg.attributes);
        if (!root || root->name != "svg") {
            return std::nullopt;
        }
        const auto inner = rest_;
        if (!root->is_empty) {
            open_.push_back(root->name);
            while (!open_.empty()) {
                if (!read_piece()) {
                    return std::nullopt;
                }
            }
            svg.content = inner.substr(0, inner.size() - rest_.size());
            svg.content.resize(svg.content.rfind('<')); // without </svg>
        }
        const bool is_whole = skip_misc() && rest_.empty() && knows_prefixes();
        return is_whole ? std::optional{std::move(svg)} : std::nullopt;
    }

  private:
    struct Tag {
        std::string name;
        bool is_empty = false; // <path/>
    };

    bool take(std::string_view text) {
        if (!rest_.starts_with(text)) {
            return false;
        }
        rest_.remove_prefix(text.size());
        return true;
    }

    /// Up to and with `end`.
    std::optional<std::string_view> take_until(std::string_view end) {
        const auto at = rest_.find(end);
        if (at == std::string_view::npos) {
            return std::nullopt;
        }
        const auto taken = rest_.substr(0, at);
        rest_.remove_prefix(at + end.size());
        return taken;
    }

    bool skip_spaces() {
        const auto before = rest_.size();
        while (!rest_.empty() && is_space(rest_.front())) {
            rest_.remove_prefix(1);
        }
        return rest_.size() != before;
    }

    /// Comments and processing instructions, with the white space around them.
    bool skip_misc() {
        for (;;) {
            skip_spaces();
            if (take("<!--")) {
                if (!take_until("-->")) {
                    return false;
                }
            } else if (take("<?")) {
                if (!take_until("?>")) {
                    return false;
                }
            } else {
                return true;
            }
        }
    }

    /// A document type with declarations of its own is a fault.
    bool skip_prolog() {
        take("\xEF\xBB\xBF");
        if (!skip_misc()) {
            return false;
        }
        if (take("<!DOCTYPE")) {
            const auto type = take_until(">");
            return type && type->find('[') == std::string_view::npos && skip_misc();
        }
        return true;
    }

    std::string take_name() {
        std::size_t size = 0;
        if (!rest_.empty() && is_name_start(rest_.front())) {
            while (size < rest_.size() && is_name_char(rest_[size])) {
                ++size;
            }
        }
        std::string name{rest_.substr(0, size)};
        rest_.remove_prefix(size);
        return name;
    }

    void note_prefix(const std::string& name) {
        const auto colon = name.find(':');
        if (name.starts_with("xmlns:")) {
            declared_.insert(name.substr(colon + 1));
        } else if (colon != std::string::npos) {
            used_.insert(name.substr(0, colon));
        }
    }

    [[nodiscard]] bool knows_prefixes() const {
        return std::includes(declared_.begin(), declared_.end(), used_.begin(), used_.end());
    }

    bool read_attribute(Attributes& attributes) {
        auto name = take_name();
        note_prefix(name);
        skip_spaces();
        if (name.empty() || !take("=")) {
            return false;
        }
        skip_spaces();
        const std::string_view quote = rest_.starts_with('\'') ? "'" : "\"";
        if (!take(quote)) {
            return false;
        }
        const auto value = take_until(quote);
        const bool is_repeated =
            std::any_of(attributes.begin(), attributes.end(), [&name](const auto& other) {
                return other.first == name;
            });
        if (!value || !is_character_data(*value) || is_repeated) {
            return false;
        }
        attributes.emplace_back(std::move(name), *value);
        return true;
    }

    std::optional<Tag> read_tag(Attributes& attributes) {
        if (!take("<")) {
            return std::nullopt;
        }
        Tag tag{take_name()};
        note_prefix(tag.name);
        if (tag.name.empty()) {
            return std::nullopt;
        }
        for (;;) {
            const bool has_space = skip_spaces();
            if (take("/>")) {
                tag.is_empty = true;
                return tag;
            }
            if (take(">")) {
                return tag;
            }
            if (!has_space || !read_attribute(attributes)) {
                return std::nullopt;
            }
        }
    }

    bool read_end() {
        const auto name = take_name();
        skip_spaces();
        if (!take(">") || name != open_.back()) {
            return false;
        }
        open_.pop_back();
        return true;
    }

    /// Text, a comment, or a tag inside an element.
    bool read_piece() {
        if (!rest_.starts_with('<')) {
            const auto at = rest_.find('<');
            if (at == std::string_view::npos || !is_character_data(rest_.substr(0, at))) {
                return false;
            }
            rest_.remove_prefix(at);
        }
        if (take("<!--")) {
            return take_until("-->").has_value();
        }
        if (take("<![CDATA[")) {
            return take_until("]]>").has_value();
        }
        if (take("<?")) {
            return take_until("?>").has_value();
        }
        if (take("</")) {
            return read_end();
        }
        Attributes attributes;
        const auto tag = read_tag(attributes);
        if (tag && !tag->is_empty) {
            open_.push_back(tag->name);
        }
        return tag.has_value();
    }

    std::string_view rest_;
    std::vector<std::string> open_;         // the elements around the place
    std::set<std::string> declared_{"xml"}; // prefixes of namespaces
    std::set<std::string> used_;
};

} // namespace

std::string SvgText::attribute(std::string_view name) const {
    const auto found = std::find_if(attributes.begin(), attributes.end(), [name](const auto& one) {
        return one.first == name;
    });
    return found == attributes.end() ? std::string{} : found->second;
}

std::optional<SvgText> read_svg(std::string_view text) {
    return SvgReader{text}.read();
}

} // namespace praxis::plans::home
