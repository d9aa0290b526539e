// SPDX-License-Identifier: MIT
#include "formats.hpp"

#include <praxis/text.hpp>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace praxis::output {
namespace {

/// A telephone number or a plain number: without a name it calls nothing and refers to no cell.
bool is_signed_number(std::string_view text) {
    return (text.front() == '+' || text.front() == '-') &&
           text.find_first_of("0123456789") != std::string_view::npos &&
           text.find_first_not_of("0123456789+-(). ,/") == std::string_view::npos;
}

/// Includes the full-width forms of these signs, which East Asian keyboards type.
bool is_formula(std::string_view text) {
    constexpr std::string_view signs{"=+-@\t\r\n"};
    constexpr std::array<std::string_view, 4> wide_signs{"＝", "＋", "－", "＠"};
    if (signs.find(text.front()) != std::string_view::npos) {
        return !is_signed_number(text);
    }
    return std::any_of(wide_signs.begin(), wide_signs.end(), [text](std::string_view sign) {
        return text.starts_with(sign);
    });
}

/// Puts an apostrophe before a formula.
void disarm_formula(std::string& text) {
    const auto first = text.find_first_not_of('\'');
    if (first != std::string::npos && is_formula(std::string_view{text}.substr(first))) {
        text.insert(text.begin(), '\'');
    }
}

/// Whether a reader of CSV would misread the text without quotation marks.
bool needs_quotes(const std::string& text) {
    const bool outer_space = !text.empty() && (text.front() == ' ' || text.back() == ' ');
    return outer_space || std::any_of(text.begin(), text.end(), [](char letter) {
               return letter == ',' || letter == '"' || letter == '\r' || letter == '\n';
           });
}

bool is_scalar(const Value& value) {
    return !value.is_array() && !value.is_object();
}

bool is_simple_list(const Value& value) {
    return value.is_array() &&
           std::all_of(value.as_array().begin(), value.as_array().end(), is_scalar);
}

void set_cell(std::string& cell, const Value& value) {
    if (value.is_text()) {
        cell = value.as_text();
        disarm_formula(cell);
    } else if (value.is_null()) {
        cell.clear();
    } else if (value.is_integer()) {
        cell = std::to_string(value.as_integer());
    } else if (is_scalar(value)) {
        cell = to_canonical_json(value);
    } else if (is_simple_list(value)) {
        cell = value.plain();
        disarm_formula(cell);
    } else {
        cell = to_json(value);
    }
}

/// A format of lines and cells. A list without columns has no text.
class CellWriter : public ListWriter {
  public:
    CellWriter(const std::vector<Table::Column>& columns, char between, std::string_view line_end)
        : between_(between), line_end_(line_end) {
        for (const auto& column : columns) {
            names_.emplace_back(column.key);
        }
    }

    void begin(std::string& text) override { add(names_, text); }

    void add(const Table::Row& row, std::string& text) override {
        if (row.empty()) {
            return;
        }
        for (const auto& value : row) {
            set_cell(cell_, value);
            append_cell(cell_, text);
            text += between_;
        }
        text.pop_back();
        text += line_end_;
    }

    void end(std::string& /*text*/) override {}

  protected:
    [[nodiscard]] std::size_t columns() const { return names_.size(); }

  private:
    virtual void append_cell(const std::string& cell, std::string& text) = 0;

    Table::Row names_;
    char between_;
    std::string line_end_;
    std::string cell_; // keeps its memory from cell to cell
};

class CsvWriter : public CellWriter {
  public:
    CsvWriter(const std::vector<Table::Column>& columns, bool for_terminal)
        : CellWriter(columns, ',', for_terminal ? "\n" : "\r\n"), for_terminal_(for_terminal) {}

  private:
    void append_cell(const std::string& cell, std::string& text) override {
        if (for_terminal_) {
            append_quoted(visible(cell, true), text);
        } else {
            append_quoted(cell, text);
        }
    }

    void append_quoted(const std::string& cell, std::string& text) const {
        // a reader would skip an empty line, and lose its record
        const bool empty_line = cell.empty() && columns() == 1;
        if (!empty_line && !needs_quotes(cell)) {
            text += cell;
            return;
        }
        text += '"';
        for (const char letter : cell) {
            text.append(letter == '"' ? 2 : 1, letter);
        }
        text += '"';
    }

    bool for_terminal_;
};

std::string escape_tabs(const std::string& text) {
    std::string result;
    for (const char letter : text) {
        switch (letter) {
        case '\t':
            result += "\\t";
            break;
        case '\n':
            result += "\\n";
            break;
        case '\r':
            result += "\\r";
            break;
        case '\\':
            result += "\\\\";
            break;
        default:
            result += letter;
        }
    }
    return result;
}

class TsvWriter : public CellWriter {
  public:
    TsvWriter(const std::vector<Table::Column>& columns, bool for_terminal)
        : CellWriter(columns, '\t', "\n"), for_terminal_(for_terminal) {}

  private:
    void append_cell(const std::string& cell, std::string& text) override {
        const auto escaped = escape_tabs(cell);
        text += for_terminal_ ? visible(escaped) : escaped;
    }

    bool for_terminal_;
};

} // namespace

std::unique_ptr<ListWriter>
csv_writer(const std::vector<Table::Column>& columns, bool for_terminal) {
    return std::make_unique<CsvWriter>(columns, for_terminal);
}

std::unique_ptr<ListWriter>
tsv_writer(const std::vector<Table::Column>& columns, bool for_terminal) {
    return std::make_unique<TsvWriter>(columns, for_terminal);
}

} // namespace praxis::output
