// SPDX-License-Identifier: MIT
// Cairo writes a table of the places of all objects at the end of a PDF of version 1.4, and each
// object as text. So the file is completed in one pass from object to object: some get more
// members, every place moves along, and the new table of places comes last. A library that reads
// and writes whole PDFs took a third of the time of a long chart and most of its memory.
#include "pdf/finish.hpp"

#include <praxis/digest.hpp>
#include <praxis/error.hpp>
#include <praxis/text.hpp>

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <map>
#include <string_view>

namespace praxis::exports::pdf {
namespace {

using Number = std::size_t; // of an object

[[noreturn]] void refuse(const char* what) {
    throw PluginError(
        std::string{"praxis could not finish the PDF: "} + what, "export it as HTML: --as html"
    );
}

/// The number at the beginning of the text.
Number number_at(std::string_view text) {
    Number number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    if (read.ec != std::errc{}) {
        refuse("a number is missing");
    }
    return number;
}

std::string_view after(std::string_view text, std::string_view key) {
    const auto at = text.find(key);
    return at == std::string_view::npos ? std::string_view{} : text.substr(at + key.size());
}

/// The file that Cairo wrote.
class Drawn {
  public:
    explicit Drawn(std::string_view bytes) : bytes_(bytes) {
        const auto start = bytes.rfind("startxref");
        if (start == std::string_view::npos) {
            refuse("it has no end");
        }
        table_ = number_at(after(bytes.substr(start), "startxref\n"));
        if (table_ >= start || !bytes.substr(table_).starts_with("xref\n0 ")) {
            refuse("it has no table of objects");
        }
        const auto end = bytes.find("trailer", table_);
        trailer_ = bytes.substr(std::min(end, start), start - std::min(end, start));
        read_places(bytes.substr(table_, start - table_));
    }

    /// All objects as they follow each other in the file: place and number.
    [[nodiscard]] const std::map<std::size_t, Number>& objects() const { return objects_; }

    [[nodiscard]] std::string_view head() const {
        return bytes_.substr(0, objects_.empty() ? table_ : objects_.begin()->first);
    }

    [[nodiscard]] std::string_view trailer() const { return trailer_; }

    [[nodiscard]] Number count() const { return places_.size(); }

    [[nodiscard]] Number root() const { return number_at(after(trailer_, "/Root ")); }

    [[nodiscard]] bool is_used(Number number) const { return places_[number] != 0; }

    [[nodiscard]] std::string_view object(Number number) const {
        const auto place = number < places_.size() ? places_[number] : 0;
        const auto here = objects_.find(place);
        if (here == objects_.end()) {
            refuse("an object is missing");
        }
        const auto next = std::next(here);
        return bytes_.substr(place, (next == objects_.end() ? table_ : next->first) - place);
    }

  private:
    void read_places(std::string_view table) {
        constexpr std::size_t line = 20;
        places_.resize(number_at(table.substr(7)));
        auto entries = table.substr(table.find('\n', 7) + 1);
        for (Number number = 0; number < places_.size(); ++number) {
            const auto entry = entries.substr(std::min(number * line, entries.size()), line);
            if (entry.size() == line && entry[17] == 'n') {
                places_[number] = number_at(entry);
                objects_.emplace(places_[number], number);
            }
        }
    }

    std::string_view bytes_;
    std::size_t table_ = 0;
    std::string_view trailer_;
    std::vector<std::size_t> places_; // by number; 0: unused
    std::map<std::size_t, Number> objects_;
};

/// "TH"; empty when the object is no element of the structure.
std::string_view kind_of(std::string_view object) {
    const auto members = after(object, " obj\n");
    if (!members.starts_with("<< /Type /StructElem")) {
        return {};
    }
    const auto name = after(members, "/S /");
    return name.substr(0, name.find_first_of(" \n/>"));
}

/// The elements below an element.
std::vector<Number> children_of(std::string_view element) {
    std::vector<Number> children;
    auto rest = after(element, "/K ");
    rest = rest.substr(0, rest.find('\n'));
    for (auto end = rest.find(" 0 R"); end != std::string_view::npos; end = rest.find(" 0 R")) {
        const auto begin = rest.substr(0, end).find_last_not_of("0123456789");
        children.push_back(number_at(rest.substr(begin == std::string_view::npos ? 0 : begin + 1)));
        rest.remove_prefix(end + 4);
    }
    return children;
}

/// A text string (ISO 32000-1, 7.9.2.2) in UTF-16, as hexadecimal digits.
std::string text_string(std::string_view text) {
    std::string digits = "<FEFF";
    const auto append = [&digits](unsigned unit) {
        for (const unsigned shift : {12U, 8U, 4U, 0U}) {
            digits += "0123456789ABCDEF"[(unit >> shift) & 0xFU];
        }
    };
    for (std::size_t at = 0; at < text.size();) {
        const auto code = static_cast<unsigned>(next_code_point(text, at));
        if (code < 0x10000) {
            append(code);
        } else {
            append(0xD800 + ((code - 0x10000) >> 10U));
            append(0xDC00 + ((code - 0x10000) & 0x3FFU));
        }
    }
    return digits + ">";
}

/// The members that objects get.
class Additions {
  public:
    Additions(const Drawn& file, const std::vector<std::string>& alternatives) {
        std::size_t figure = 0;
        for (Number number = 1; number < file.count(); ++number) {
            // Cairo counts the elements in the order of the document.
            const auto kind =
                file.is_used(number) ? kind_of(file.object(number)) : std::string_view{};
            if (kind == "Figure" && figure < alternatives.size()) {
                members_[number] = "/Alt " + text_string(alternatives[figure++]);
            } else if (kind == "TR") {
                scope_heads(file, children_of(file.object(number)));
            }
        }
    }

    void add(Number number, std::string members) { members_[number] = std::move(members); }

    /// The object with its additions.
    [[nodiscard]] std::string apply(Number number, std::string_view object) const {
        const auto found = members_.find(number);
        const auto end = object.rfind(">>");
        if (found == members_.end() || end == std::string_view::npos) {
            return std::string{object};
        }
        return std::string{object.substr(0, end)} + "   " + found->second + "\n" +
               std::string{object.substr(end)};
    }

  private:
    /// Heads alone in a row are heads of columns; a head beside cells is the head of its row.
    void scope_heads(const Drawn& file, const std::vector<Number>& cells) {
        const auto is_head = [&](Number cell) { return kind_of(file.object(cell)) == "TH"; };
        const bool heads_only = std::all_of(cells.begin(), cells.end(), is_head);
        for (const auto cell : cells) {
            if (is_head(cell)) {
                members_[cell] = heads_only ? "/A << /O /Table /Scope /Column >>"
                                            : "/A << /O /Table /Scope /Row >>";
            }
        }
    }

    std::map<Number, std::string> members_;
};

/// Writes the table of places and the trailer, with an identifier made of the content.
void write_end(std::string& bytes, const std::vector<std::size_t>& places, const Drawn& file) {
    constexpr std::size_t identifier_digits = 32;
    const auto identifier = "<" + digest_of(bytes).substr(0, identifier_digits) + ">";
    const auto table = bytes.size();
    bytes += "xref\n0 " + std::to_string(places.size()) + "\n0000000000 65535 f \n";
    for (Number number = 1; number < places.size(); ++number) {
        constexpr std::size_t width = 10;
        const auto place = std::to_string(places[number]);
        bytes.append(width - std::min(width, place.size()), '0').append(place);
        bytes += places[number] != 0 ? " 00000 n \n" : " 65535 f \n";
    }
    const auto trailer = file.trailer();
    const auto end = trailer.rfind(">>");
    bytes.append(trailer.substr(0, end))
        .append("   /ID [ " + identifier + " " + identifier + " ]\n");
    bytes += ">>\nstartxref\n" + std::to_string(table) + "\n%%EOF\n";
}

} // namespace

std::string finish(
    const std::string& drawn,
    const std::string& language,
    const std::vector<std::string>& alternatives
) {
    const Drawn file{drawn};
    Additions additions{file, alternatives};
    additions.add(
        file.root(),
        "/Lang " + text_string(language) + "\n   /ViewerPreferences << /DisplayDocTitle true >>"
    );
    std::string bytes{file.head()};
    bytes.reserve(drawn.size() + drawn.size() / 4);
    std::vector<std::size_t> places(file.count());
    for (const auto& [place, number] : file.objects()) {
        places[number] = bytes.size();
        bytes += additions.apply(number, file.object(number));
    }
    write_end(bytes, places, file);
    return bytes;
}

} // namespace praxis::exports::pdf
