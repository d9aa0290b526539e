// SPDX-License-Identifier: MIT
#include "base/json.hpp"

#include "formats.hpp"

#include <utility>

namespace praxis::output {
namespace {

constexpr int indent = 2;

/// The names of the members as they precede their values.
std::vector<std::string> member_names(
    const std::vector<Table::Column>& columns, const std::string& before, const char* after
) {
    std::vector<std::string> names;
    for (const auto& column : columns) {
        names.push_back((names.empty() ? "" : ",") + before + to_json(column.key) + after);
    }
    return names;
}

class JsonWriter : public ListWriter {
  public:
    explicit JsonWriter(const std::vector<Table::Column>& columns)
        : names_(member_names(columns, "\n    ", ": ")) {}

    void begin(std::string& text) override { text += '['; }

    void add(const Table::Row& row, std::string& text) override {
        text += std::exchange(any_, true) ? ",\n  {" : "\n  {";
        for (std::size_t i = 0; i < names_.size(); ++i) {
            text += names_[i];
            append_json(text, row[i], indent, 2);
        }
        text += names_.empty() ? "}" : "\n  }";
    }

    void end(std::string& text) override { text += any_ ? "\n]\n" : "]\n"; }

  private:
    std::vector<std::string> names_;
    bool any_ = false;
};

class JsonLinesWriter : public ListWriter {
  public:
    explicit JsonLinesWriter(const std::vector<Table::Column>& columns)
        : names_(member_names(columns, "", ":")) {}

    void begin(std::string& /*text*/) override {}

    void add(const Table::Row& row, std::string& text) override {
        text += '{';
        for (std::size_t i = 0; i < names_.size(); ++i) {
            text += names_[i];
            append_json(text, row[i], -1);
        }
        text += "}\n";
    }

    void end(std::string& /*text*/) override {}

  private:
    std::vector<std::string> names_;
};

} // namespace

std::unique_ptr<ListWriter> json_writer(const std::vector<Table::Column>& columns) {
    return std::make_unique<JsonWriter>(columns);
}

std::unique_ptr<ListWriter> jsonl_writer(const std::vector<Table::Column>& columns) {
    return std::make_unique<JsonLinesWriter>(columns);
}

std::string json_of(const Value& value) {
    return to_json(value, indent) + '\n';
}

std::string jsonl_of(const Value& value) {
    if (!value.is_array()) {
        return to_json(value) + '\n';
    }
    std::string text;
    for (const auto& item : value.as_array()) {
        append_json(text, item, -1);
        text += '\n';
    }
    return text;
}

} // namespace praxis::output
