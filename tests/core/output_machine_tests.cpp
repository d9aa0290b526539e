// SPDX-License-Identifier: MIT
#include "output/render.hpp"

#include <praxis/text.hpp>

#include <boost/test/unit_test.hpp>

#include <set>

using namespace praxis;
using output::show;

namespace {

View view_of(Value data) {
    return {[data = std::move(data)] { return data; }, [] { return Document{}; }};
}

Table one_column(std::vector<Value> values) {
    Table table;
    table.columns = {{.key = "text", .title = "Text"}};
    for (auto& value : values) {
        table.rows.push_back({std::move(value)});
    }
    return table;
}

/// A reader as RFC 4180 describes it.
std::vector<std::vector<std::string>> read_csv(const std::string& csv) {
    std::vector<std::vector<std::string>> rows;
    std::vector<std::string> row{""};
    bool inside = false;
    for (std::size_t i = 0; i < csv.size(); ++i) {
        if (inside && csv[i] == '"' && i + 1 < csv.size() && csv[i + 1] == '"') {
            row.back() += csv[i++];
        } else if (csv[i] == '"') {
            inside = !inside;
        } else if (!inside && csv[i] == ',') {
            row.emplace_back();
        } else if (!inside && csv.substr(i, 2) == "\r\n") {
            rows.push_back(std::move(row));
            row = {""};
            ++i;
        } else {
            row.back() += csv[i];
        }
    }
    return rows;
}

/// What formats.hpp documents, written down a second time.
bool is_formula(const std::string& text) {
    const bool signed_number = !text.empty() && (text[0] == '+' || text[0] == '-') &&
                               text.find_first_of("0123456789") != std::string::npos &&
                               text.find_first_not_of("0123456789+-(). ,/") == std::string::npos;
    for (const std::string start : {"=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"}) {
        if (text.starts_with(start)) {
            return !signed_number;
        }
    }
    return false;
}

/// Restores the text as an importer does.
std::string restored(const std::string& cell) {
    const auto first = cell.find_first_not_of('\'');
    const bool armed = first != std::string::npos && first > 0 && is_formula(cell.substr(first));
    return armed ? cell.substr(1) : cell;
}

std::vector<std::string> hostile_texts() {
    std::vector<std::string> texts;
    for (const std::string start :
         {"=",
          "+",
          "-",
          "@",
          "\t",
          "\r",
          "\n",
          "＝",
          "＋",
          "－",
          "＠",
          "'=",
          "''@",
          "'",
          "",
          " ="}) {
        for (const std::string rest :
             {"",
              "1+1",
              "cmd|' /C calc'!A0",
              "HYPERLINK(\"http://x\",\"y\")",
              "SUM(1,2)",
              "1\n2",
              "a\r\nb",
              "\"",
              "\"\"",
              " x ",
              "，",
              "'",
              "王"}) {
            texts.push_back(start + rest);
        }
    }
    return texts;
}

} // namespace

BOOST_AUTO_TEST_SUITE(output_machine_tests)

BOOST_AUTO_TEST_CASE(writes_csv_as_rfc_4180_does) {
    Table table;
    table.columns = {{.key = "id", .title = "Id"}, {.key = "note", .title = "Note"}};
    table.rows = {{"N-0001", "said \"ouch\", then\nlaughed"}, {"N-0002", nullptr}};
    BOOST_TEST(
        show(table, {.format = "csv"}) == "id,note\r\n"
                                          "N-0001,\"said \"\"ouch\"\", then\nlaughed\"\r\n"
                                          "N-0002,\r\n"
    );
}

BOOST_AUTO_TEST_CASE(keeps_a_record_whose_only_cell_is_empty) {
    BOOST_TEST(show(one_column({nullptr, ""}), {.format = "csv"}) == "text\r\n\"\"\r\n\"\"\r\n");
}

BOOST_AUTO_TEST_CASE(leaves_numbers_alone_and_disarms_texts) {
    BOOST_TEST(
        show(one_column({-5, -0.5, 6.0, "-5", "+1 555 0100", true, "1-2"}), {.format = "csv"}) ==
        "text\r\n-5\r\n-0.5\r\n6\r\n-5\r\n+1 555 0100\r\ntrue\r\n1-2\r\n"
    );
}

BOOST_AUTO_TEST_CASE(disarms_formulas_and_keeps_the_text_restorable) {
    const auto texts = hostile_texts();
    BOOST_TEST(texts.size() > 200U);
    std::vector<Value> values(texts.begin(), texts.end());
    const auto rows = read_csv(show(one_column(values), {.format = "csv"}));
    BOOST_REQUIRE_EQUAL(rows.size(), texts.size() + 1);
    for (std::size_t i = 0; i < texts.size(); ++i) {
        BOOST_REQUIRE_EQUAL(rows[i + 1].size(), 1U);
        BOOST_TEST(!is_formula(rows[i + 1][0]));
        BOOST_TEST(restored(rows[i + 1][0]) == texts[i]);
    }
}

/// Texts of these characters in every order up to that length.
std::vector<std::string> all_texts(std::string_view characters, std::size_t longest) {
    std::vector<std::string> texts{""};
    for (std::size_t begin = 0, length = 0; length < longest; ++length) {
        const auto end = texts.size();
        for (; begin < end; ++begin) {
            for (const char character : characters) {
                texts.push_back(texts[begin] + character);
            }
        }
    }
    return texts;
}

BOOST_AUTO_TEST_CASE(restores_every_text_exactly) {
    const auto texts = all_texts("'=+-@\t1 a", 4);
    BOOST_TEST(texts.size() > 7000U);
    std::set<std::string> cells;
    const auto rows = read_csv(show(one_column({texts.begin(), texts.end()}), {.format = "csv"}));
    BOOST_REQUIRE_EQUAL(rows.size(), texts.size() + 1);
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const auto& cell = rows[i + 1][0];
        BOOST_REQUIRE_EQUAL(restored(cell), texts[i]);
        BOOST_REQUIRE(!is_formula(cell));
        BOOST_REQUIRE(cells.insert(cell).second); // no two texts look alike
    }
}

BOOST_AUTO_TEST_CASE(leaves_telephone_numbers_and_numbers_as_stored) {
    for (const std::string text :
         {"+1 555 0100", "+44 (0)20 7946-0958", "-3", "-0.5", "+49/30.123", "-1,5", "'90s"}) {
        BOOST_TEST(show(one_column({text}), {.format = "tsv"}) == "text\n" + text + "\n");
        const auto rows = read_csv(show(one_column({text}), {.format = "csv"}));
        BOOST_TEST(rows.at(1).at(0) == text);
    }
    for (const std::string text : {"+1 555 0100 ext", "-A1", "+SUM(1)", "-", "@1"}) {
        BOOST_TEST(show(one_column({text}), {.format = "tsv"}) == "text\n'" + text + "\n");
    }
}

BOOST_AUTO_TEST_CASE(begins_with_a_byte_order_mark_where_one_is_asked_for) {
    BOOST_TEST(
        show(one_column({"é"}), {.format = "csv", .byte_order_mark = true}) ==
        "\xEF\xBB\xBFtext\r\né\r\n"
    );
    BOOST_TEST(
        show(one_column({"é"}), {.format = "tsv", .byte_order_mark = true}) ==
        "\xEF\xBB\xBFtext\né\n"
    );
}

BOOST_AUTO_TEST_CASE(disarms_the_texts_of_lists_too) {
    const Value list{Value::Array{"=1+1", "b"}};
    BOOST_TEST(show(one_column({list}), {.format = "csv"}) == "text\r\n\"'=1+1, b\"\r\n");
    const Value tree{Value::Array{Value::Object{{"a", 1}}}};
    BOOST_TEST(show(one_column({tree}), {.format = "csv"}) == "text\r\n\"[{\"\"a\"\":1}]\"\r\n");
}

BOOST_AUTO_TEST_CASE(writes_tsv_one_record_a_line) {
    Table table;
    table.columns = {{.key = "a", .title = "A"}, {.key = "b", .title = "B"}};
    table.rows = {{"x\ty", "1\n2\r\\"}, {"=1", nullptr}};
    BOOST_TEST(show(table, {.format = "tsv"}) == "a\tb\nx\\ty\t1\\n2\\r\\\\\n'=1\t\n");
}

BOOST_AUTO_TEST_CASE(writes_lists_as_arrays_and_single_things_as_objects) {
    Table table;
    table.columns = {
        {.key = "id", .title = "Id"}, {.key = "born", .title = "Born", .machine_only = true}};
    table.rows = {{"C-0001", nullptr}, {"C-0002", "1984-05-02"}};
    BOOST_TEST(
        show(table, {.format = "json"}) == "[\n"
                                           "  {\n"
                                           "    \"id\": \"C-0001\",\n"
                                           "    \"born\": null\n"
                                           "  },\n"
                                           "  {\n"
                                           "    \"id\": \"C-0002\",\n"
                                           "    \"born\": \"1984-05-02\"\n"
                                           "  }\n"
                                           "]\n"
    );
    BOOST_TEST(
        show(table, {.format = "jsonl", .fields = {"born", "id"}}) ==
        "{\"born\":null,\"id\":\"C-0001\"}\n{\"born\":\"1984-05-02\",\"id\":\"C-0002\"}\n"
    );
    Record record;
    record.fields = {{"pain", "Pain", 6}};
    BOOST_TEST(show(record, {.format = "jsonl"}) == "{\"pain\":6}\n");
    BOOST_TEST(show(record, {.format = "csv"}) == "pain\r\n6\r\n");
}

BOOST_AUTO_TEST_CASE(keeps_the_shape_of_a_views_data) {
    auto view = view_of(Value::Array{
        Value::Object{{"a", 1}}, Value::Object{{"b", Value::Array{2, nullptr}}}});
    BOOST_TEST(show(view, {.format = "jsonl"}) == "{\"a\":1}\n{\"b\":[2,null]}\n");
    BOOST_TEST(show(view, {.format = "csv"}) == "a,b\r\n1,\r\n,\"2, \"\r\n");
    view = view_of(Value::Object{{"id", "C-0001"}});
    BOOST_TEST(show(view, {.format = "jsonl"}) == "{\"id\":\"C-0001\"}\n");
}

BOOST_AUTO_TEST_CASE(selects_the_same_fields_of_every_item) {
    auto view = view_of(Value::Array{Value::Object{{"a", 1}, {"b", 2}}, Value::Object{{"b", 3}}});
    BOOST_TEST(show(view, {.format = "jsonl", .fields = {"a"}}) == "{\"a\":1}\n{\"a\":null}\n");
    view = view_of(Value::Array{});
    BOOST_TEST(show(view, {.format = "json", .fields = {"a"}}) == "[]\n");
}

BOOST_AUTO_TEST_CASE(json_keeps_the_exact_text) {
    const std::string text =
        "a\x01\x1b]52;c;x\x07\x7f\xc2\x9b\xe2\x80\xae\xf3\xa0\x81\x81 \"José\" 👩‍⚕️\n";
    for (const auto* format : {"json", "jsonl"}) {
        const auto json = show(one_column({text}), {.format = format});
        BOOST_TEST(json.find("👩‍⚕️") != std::string::npos);
        BOOST_TEST(json.find('\x7f') == std::string::npos);
        BOOST_TEST(json.find("\xc2\x9b") == std::string::npos);
        const auto read = parse_json(json, "test");
        const auto& row = read.is_array() ? read.as_array().front() : read;
        BOOST_TEST(row.text_at("text") == text);
    }
}

BOOST_AUTO_TEST_SUITE_END()
