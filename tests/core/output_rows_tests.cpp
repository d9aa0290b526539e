// SPDX-License-Identifier: MIT
// Lists whose rows are written one by one.
#include "output/render.hpp"

#include <praxis/error.hpp>

#include <boost/test/unit_test.hpp>

#include <memory>

namespace praxis::output {
namespace {

/// A list of rows 1 to `count`; `last` counts the rows that were read.
Table counted(int count, std::shared_ptr<int> last = std::make_shared<int>(0)) {
    Table table;
    table.columns = {{"id", "Id"}, {"name", "Name"}, {"tags", "Tags", Align::left, true}};
    table.next = [count, last](Table::Row& row) {
        if (*last == count) {
            return false;
        }
        ++*last;
        row = {*last, "n" + std::to_string(*last), Value::Array{"a", *last}};
        return true;
    };
    return table;
}

std::string written(const Table& table, const Style& style) {
    std::string text;
    write_rows(table, style, [&](std::string_view more) {
        text += more;
        return true;
    });
    return text;
}

std::string shown(Table table, const Style& style) {
    Result result{std::move(table)};
    collect_rows(result);
    return show(result, style);
}

Table failing_after(int rows) {
    auto table = counted(rows);
    table.next = [next = table.next](Table::Row& row) {
        if (!next(row)) {
            throw PracticeError("practice_damaged", "a page is damaged", "praxis doctor");
        }
        return true;
    };
    return table;
}

} // namespace

BOOST_AUTO_TEST_SUITE(output_rows_tests)

BOOST_AUTO_TEST_CASE(writes_the_same_bytes_row_by_row_as_all_at_once) {
    for (const auto* format : {"csv", "tsv", "json", "jsonl"}) {
        for (const int rows : {0, 1, 3}) {
            for (const auto& fields : {std::vector<std::string>{}, {"tags", "id"}}) {
                const Style style{.format = format, .fields = fields};
                BOOST_TEST(written(counted(rows), style) == shown(counted(rows), style));
            }
        }
    }
}

BOOST_AUTO_TEST_CASE(json_of_a_list_can_be_read_back) {
    const auto text = written(counted(2), {.format = "json"});
    BOOST_TEST(
        text ==
        "[\n  {\n    \"id\": 1,\n    \"name\": \"n1\",\n    \"tags\": [\n      \"a\",\n      1\n"
        "    ]\n  },\n  {\n    \"id\": 2,\n    \"name\": \"n2\",\n    \"tags\": [\n      \"a\",\n"
        "      2\n    ]\n  }\n]\n"
    );
    BOOST_TEST(to_json(parse_json(text, "test"), 2) + "\n" == text);
    BOOST_TEST(written(counted(0), {.format = "json"}) == "[]\n");
}

BOOST_AUTO_TEST_CASE(people_get_all_rows_without_the_columns_for_programs) {
    BOOST_TEST(shown(counted(2), {.format = "plain"}) == "ID  NAME\n1   n1\n2   n2\n");
}

BOOST_AUTO_TEST_CASE(a_long_list_is_written_in_pieces) {
    std::size_t longest = 0;
    std::size_t pieces = 0;
    const auto rows = write_rows(counted(100'000), {.format = "csv"}, [&](std::string_view text) {
        longest = std::max(longest, text.size());
        ++pieces;
        return true;
    });
    BOOST_TEST(rows == 100'000U);
    BOOST_TEST(pieces > 10U);
    BOOST_TEST(longest < 100'000U);
}

BOOST_AUTO_TEST_CASE(no_row_is_read_when_nobody_reads_on) {
    const auto last = std::make_shared<int>(0);
    write_rows(counted(100'000, last), {.format = "csv"}, [](std::string_view) { return false; });
    BOOST_TEST(*last < 20'000);
}

BOOST_AUTO_TEST_CASE(an_unknown_field_is_refused_before_a_row_is_read) {
    const auto last = std::make_shared<int>(0);
    BOOST_CHECK_THROW(written(counted(3, last), {.format = "csv", .fields = {"nmae"}}), UsageError);
    BOOST_TEST(*last == 0);
}

BOOST_AUTO_TEST_CASE(an_error_after_rows_says_how_many_were_written) {
    std::string text;
    const auto write = [&](std::string_view more) {
        text += more;
        return true;
    };
    BOOST_CHECK_EXCEPTION(
        write_rows(failing_after(2), {.format = "jsonl"}, write),
        Error,
        [](const Error& error) {
            return error.exit() == Exit::failed && error.hint() == "praxis doctor" &&
                   error.what() == std::string{"a page is damaged. The output is incomplete: it "
                                               "ends after 2 rows"};
        }
    );
    BOOST_TEST(
        text == "{\"id\":1,\"name\":\"n1\",\"tags\":[\"a\",1]}\n"
                "{\"id\":2,\"name\":\"n2\",\"tags\":[\"a\",2]}\n"
    );
}

BOOST_AUTO_TEST_CASE(an_error_before_the_first_row_writes_nothing) {
    std::string text;
    const auto write = [&](std::string_view more) {
        text += more;
        return true;
    };
    BOOST_CHECK_THROW(write_rows(failing_after(0), {.format = "csv"}, write), PracticeError);
    BOOST_TEST(text.empty());
}

BOOST_AUTO_TEST_CASE(a_view_makes_only_what_the_format_needs) {
    int data = 0;
    int documents = 0;
    const View view{
        [&] {
            ++data;
            return Value::Object{{"id", 1}};
        },
        [&] {
            ++documents;
            return Document{};
        }};
    for (const auto* format : {"", "table", "plain", "md"}) {
        show(view, {.format = format});
    }
    BOOST_TEST(data == 0);
    BOOST_TEST(documents == 4);
    for (const auto* format : {"json", "jsonl", "csv", "tsv"}) {
        show(view, {.format = format});
    }
    show(view, {.fields = {"id"}});
    BOOST_TEST(data == 5);
    BOOST_TEST(documents == 4);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace praxis::output
