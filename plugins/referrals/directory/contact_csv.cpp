// SPDX-License-Identifier: MIT
#include "directory/contact.hpp"
#include "fields.hpp"

#include <praxis/error.hpp>
#include <praxis/text.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace praxis::referrals {
namespace {

using Cells = std::vector<std::string>;

struct Line {
    int number = 0;
    Cells cells;
};

/// Splits a text into lines of cells. A cell in quotation marks may hold separators and lines.
class CellReader {
  public:
    CellReader(std::string_view text, char separator) : text_(text), separator_(separator) {}

    std::vector<Line> read() {
        lines_.push_back({line_, {{}}});
        for (at_ = 0; at_ < text_.size(); ++at_) {
            take(text_[at_]);
        }
        if (quoted_) {
            throw Refused(
                "line " + std::to_string(opened_) + ": the quotation mark never closes",
                "correct the file, or save it again as CSV"
            );
        }
        std::erase_if(lines_, [](const Line& line) { return texts_of(line.cells).empty(); });
        return std::move(lines_);
    }

  private:
    std::string& cell() { return lines_.back().cells.back(); }

    void take(char letter) {
        line_ += letter == '\n' ? 1 : 0;
        if (letter == '"' && (quoted_ || cell().empty())) {
            take_mark();
        } else if (!quoted_ && letter == separator_) {
            lines_.back().cells.emplace_back();
        } else if (!quoted_ && letter == '\n') {
            lines_.push_back({line_, {{}}});
        } else if (quoted_ || letter != '\r') {
            cell() += letter;
        }
    }

    /// Two marks inside a quoted cell are one mark of its text.
    void take_mark() {
        if (quoted_ && at_ + 1 < text_.size() && text_[at_ + 1] == '"') {
            cell() += '"';
            ++at_;
        } else {
            quoted_ = !quoted_;
            opened_ = line_;
        }
    }

    std::string_view text_;
    char separator_;
    std::size_t at_ = 0;
    bool quoted_ = false;
    int line_ = 1;
    int opened_ = 1;
    std::vector<Line> lines_;
};

struct Column {
    std::string_view heading;
    std::optional<std::string> ProviderOptions::*field;
};

/// The columns with one text. `languages` is a list, and `id` and `uuid` belong to the practice
/// that wrote the file.
constexpr std::array<Column, 13> columns{{
    {"name", &ProviderOptions::name},
    {"profession", &ProviderOptions::profession},
    {"title", &ProviderOptions::title},
    {"credentials", &ProviderOptions::credentials},
    {"salutation", &ProviderOptions::salutation},
    {"organisation", &ProviderOptions::organisation},
    {"address", &ProviderOptions::address},
    {"phone", &ProviderOptions::phone},
    {"email", &ProviderOptions::email},
    {"fax", &ProviderOptions::fax},
    {"preferred_way", &ProviderOptions::prefer},
    {"accepts_new_clients", &ProviderOptions::accepts},
    {"notes", &ProviderOptions::notes},
}};

std::vector<std::string> known_headings() {
    std::vector<std::string> known{"languages", "id", "uuid"};
    for (const auto& column : columns) {
        known.emplace_back(column.heading);
    }
    return known;
}

Cells headings_of(const Line& line) {
    const auto known = known_headings();
    Cells headings;
    for (const auto& cell : line.cells) {
        auto heading = fold(trim(cell));
        std::replace(heading.begin(), heading.end(), ' ', '_');
        if (std::find(known.begin(), known.end(), heading) == known.end()) {
            const auto meant = did_you_mean(heading, known);
            throw Refused(
                "unknown heading '" + truncate_to_width(visible(cell), 30) + "'" +
                    (meant ? "; did you mean " + *meant + "?" : ""),
                "praxis help provider import lists the headings"
            );
        }
        if (std::find(headings.begin(), headings.end(), heading) != headings.end()) {
            throw Refused(
                "two columns have the heading '" + heading + "'",
                "leave one of them out of the file"
            );
        }
        headings.push_back(std::move(heading));
    }
    if (std::find(headings.begin(), headings.end(), "name") == headings.end()) {
        throw Refused(
            "the first line has no heading 'name'", "praxis help provider import lists the headings"
        );
    }
    return headings;
}

void set_field(Contact& contact, const std::string& heading, std::string text) {
    if (heading == "languages") {
        std::replace(text.begin(), text.end(), ',', ' ');
        contact.fields.languages = texts_of(split(text, ' '));
        return;
    }
    if (heading == "accepts_new_clients") { // as `provider list` writes it
        text = text == "true" ? "yes" : text == "false" ? "no" : text;
    }
    // Lists as CSV mark a text that a spreadsheet would calculate.
    if (text.size() > 1 && text[0] == '\'' && std::string_view{"=+-@"}.find(text[1]) < 4) {
        text.erase(0, 1);
    }
    for (const auto& column : columns) {
        if (column.heading == heading && !text.empty()) {
            contact.fields.*column.field = std::move(text);
            return;
        }
    }
}

Contact read_contact(const Cells& headings, const Line& line) {
    Contact contact;
    contact.line = line.number;
    if (line.cells.size() > headings.size()) {
        contact.problem = "more cells than headings";
    }
    for (std::size_t i = 0; i < std::min(headings.size(), line.cells.size()); ++i) {
        set_field(contact, headings[i], trim(line.cells[i]));
    }
    if (contact.fields.profession) {
        contact.professions.push_back(*contact.fields.profession);
        contact.fields.profession.reset();
    }
    return contact;
}

} // namespace

std::vector<Contact> read_contact_csv(std::string_view text) {
    if (text.starts_with("\xEF\xBB\xBF")) { // the mark with which spreadsheets begin UTF-8
        text.remove_prefix(3);
    }
    const auto first = text.substr(0, text.find('\n'));
    const bool commas =
        std::count(first.begin(), first.end(), ',') >= std::count(first.begin(), first.end(), ';');
    auto lines = CellReader{text, commas ? ',' : ';'}.read();
    if (lines.empty()) {
        throw Refused("the file is empty", "praxis help provider import lists the headings");
    }
    const auto headings = headings_of(lines.front());
    std::vector<Contact> contacts;
    for (std::size_t i = 1; i < lines.size(); ++i) {
        contacts.push_back(read_contact(headings, lines[i]));
    }
    return contacts;
}

} // namespace praxis::referrals
