// SPDX-License-Identifier: MIT
#include "output/render.hpp"

#include <praxis/error.hpp>
#include <praxis/text.hpp>

#include <boost/test/unit_test.hpp>

using namespace praxis;
using output::show;
using output::Style;

namespace {

Table clients() {
    Table table;
    table.columns = {
        {.key = "id", .title = "Id"},
        {.key = "name", .title = "Name"},
        {.key = "born", .title = "Born"},
        {.key = "visits", .title = "Visits", .align = Align::right},
        {.key = "uuid", .title = "UUID", .machine_only = true},
    };
    table.rows = {
        {"C-0001", "Maria Lopez", "1984-05-02", 12, "u1"},
        {"C-0002", "王小明", nullptr, 3, "u2"},
        {"C-0003", "José Núñez Ōkubo", "1990-01-31", nullptr, "u3"},
    };
    return table;
}

Record client() {
    Record record;
    record.fields = {
        {"id", "Id", "C-0001"},
        {"phone", "Phone", nullptr},
        {"address", "Address", "1 Main Street\nSpringfield"},
    };
    return record;
}

std::string hint_of(const Result& result, const Style& style) {
    try {
        show(result, style);
    } catch (const UsageError& error) {
        return std::string{error.what()} + " | " + error.hint();
    }
    return {};
}

void check_fits(const std::string& text, std::size_t width) {
    for (const auto& line : split(text, '\n')) {
        BOOST_TEST(display_width(line) <= width, line);
    }
}

} // namespace

BOOST_AUTO_TEST_SUITE(output_tables_tests)

BOOST_AUTO_TEST_CASE(aligns_columns_by_what_a_terminal_shows) {
    BOOST_TEST(
        show(clients(), {}) == "ID      NAME              BORN        VISITS\n"
                               "C-0001  Maria Lopez       1984-05-02      12\n"
                               "C-0002  王小明                             3\n"
                               "C-0003  José Núñez Ōkubo  1990-01-31\n"
    );
}

BOOST_AUTO_TEST_CASE(shows_a_table_alike_as_table_plain_and_by_default) {
    const auto text = show(clients(), {});
    BOOST_TEST(show(clients(), {.format = "table"}) == text);
    BOOST_TEST(show(clients(), {.format = "plain"}) == text);
    BOOST_TEST(show(clients(), {.width = 80}) == text);
}

BOOST_AUTO_TEST_CASE(keeps_one_record_a_line_off_a_terminal) {
    auto table = clients();
    table.rows[0][1] = "Maria\nLopez";
    table.rows[1][1] = std::string(300, 'x');
    for (const Style& style : {Style{}, Style{.format = "plain", .width = 40}}) {
        const auto text = show(table, style);
        BOOST_TEST(split(text, '\n').size() == 5U);
        BOOST_TEST(text.find("Maria\\nLopez") != std::string::npos);
        BOOST_TEST(text.find(std::string(300, 'x')) != std::string::npos);
    }
}

BOOST_AUTO_TEST_CASE(wraps_the_widest_text_first_and_loses_nothing) {
    Table table;
    table.columns = {
        {.key = "id", .title = "Id"},
        {.key = "text", .title = "Text"},
        {.key = "day", .title = "Day"}};
    table.rows = {
        {"N-0001", "dull ache across the low back, worse after long sitting", "2026-11-20"}};
    BOOST_TEST(
        show(table, {.width = 50}) == "ID      TEXT                            DAY\n"
                                      "N-0001  dull ache across the low back,  2026-11-20\n"
                                      "        worse after long sitting\n"
    );
}

BOOST_AUTO_TEST_CASE(gives_a_long_text_the_most_room) {
    Table table;
    table.columns = {
        {.key = "verdict", .title = "Verdict"},
        {.key = "why", .title = "Why"},
        {.key = "found", .title = "Found"}};
    std::string why = "impaired blood clotting";
    for (int i = 0; i < 6; ++i) {
        why += ": use light pressure and watch for bruises";
    }
    table.rows = {{"avoid this area", why, "medication: Warfarin 5 mg, once a day"}};
    const auto text = show(table, {.width = 80});
    check_fits(text, 80);
    const auto header = text.substr(0, text.find('\n'));
    BOOST_TEST(header.find("FOUND") - header.find("WHY") > 40U);
}

BOOST_AUTO_TEST_CASE(breaks_a_word_only_at_its_hyphen) {
    Table table;
    table.columns = {{.key = "id", .title = "Id"}, {.key = "techniques", .title = "Techniques"}};
    table.rows = {{"N-0001", "deep-tissue, myofascial-release, trigger-point"}};
    for (std::size_t width = 21; width < 60; ++width) {
        const auto text = show(table, {.width = width});
        check_fits(text, width);
        for (const std::string part : {"N-0001", "deep-", "tissue", "myofascial-", "release"}) {
            BOOST_TEST(text.find(part) != std::string::npos, width << ": " << part);
        }
    }
}

BOOST_AUTO_TEST_CASE(shows_times_as_civil_time_and_keeps_them_exact_for_programs) {
    Table table;
    table.columns = {{.key = "at", .title = "When"}};
    table.rows = {{"2026-11-20T14:30:05-05:00"}};
    BOOST_TEST(show(table, {}) == "WHEN\n2026-11-20 14:30\n");
    BOOST_TEST(show(table, {.format = "csv"}) == "at\r\n2026-11-20T14:30:05-05:00\r\n");
}

BOOST_AUTO_TEST_CASE(fits_every_width) {
    for (std::size_t width = 24; width < 130; ++width) {
        check_fits(show(clients(), {.width = width}), width);
    }
}

BOOST_AUTO_TEST_CASE(shows_a_list_where_columns_would_be_too_narrow) {
    const auto text = show(clients(), {.width = 30});
    BOOST_TEST(
        text.substr(0, text.find("\n\n")) == "Id      C-0001\n"
                                             "Name    Maria Lopez\n"
                                             "Born    1984-05-02\n"
                                             "Visits  12"
    );
}

BOOST_AUTO_TEST_CASE(shows_a_list_without_empty_values_where_a_command_would_be_broken_word_by_word
) {
    Table table;
    table.columns = {{"due", "Due"}, {"what", "What"}, {"command", "Command"}};
    table.rows = {
        {"2026-11-30", "N-0001: the note is not signed", "praxis note sign N-0001"},
        {nullptr, "N-0002: the note is not signed", "praxis note sign N-0002"}};
    BOOST_TEST(show(table, {.width = 60}).find("praxis note sign N-0001\n") != std::string::npos);
    BOOST_TEST(
        show(table, {.width = 44}) == "Due      2026-11-30\n"
                                      "What     N-0001: the note is not signed\n"
                                      "Command  praxis note sign N-0001\n"
                                      "\n"
                                      "What     N-0002: the note is not signed\n"
                                      "Command  praxis note sign N-0002\n"
    );
}

BOOST_AUTO_TEST_CASE(never_breaks_a_wide_letter_or_an_emoji) {
    Table table;
    table.columns = {{.key = "a", .title = "A"}, {.key = "b", .title = "B"}};
    std::string nurses;
    std::string names;
    for (int i = 0; i < 9; ++i) {
        nurses += "👩‍⚕️";
        names += "王小明";
    }
    table.rows = {{nurses, names}};
    const auto text = show(table, {.width = 24});
    check_fits(text, 24);
    BOOST_TEST(text.find("\\u") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(shows_an_empty_table_as_nothing) {
    auto table = clients();
    table.rows.clear();
    BOOST_TEST(show(table, {}).empty());
    BOOST_TEST(show(table, {.format = "jsonl"}).empty());
    BOOST_TEST(show(table, {.format = "json"}) == "[]\n");
    BOOST_TEST(show(table, {.format = "csv"}) == "id,name,born,visits,uuid\r\n");
}

BOOST_AUTO_TEST_CASE(labels_the_values_of_a_record) {
    BOOST_TEST(
        show(client(), {.width = 80}) == "Id       C-0001\n"
                                         "Phone    –\n"
                                         "Address  1 Main Street\n"
                                         "         Springfield\n"
    );
}

BOOST_AUTO_TEST_CASE(wraps_a_long_value_below_itself) {
    Record record;
    record.fields = {{"text", "Text", "dull ache across the low back, worse after long sitting"}};
    BOOST_TEST(
        show(record, {.width = 30}) == "Text  dull ache across the low\n"
                                       "      back, worse after long\n"
                                       "      sitting\n"
    );
    BOOST_TEST(split(show(record, {}), '\n').size() == 2U);
}

BOOST_AUTO_TEST_CASE(gives_no_information_by_colour_alone) {
    const auto plain = show(clients(), {.width = 80});
    const auto coloured = show(clients(), {.width = 80, .colour = true});
    BOOST_TEST(coloured.find("\x1b[1mNAME\x1b[0m") != std::string::npos);
    std::string stripped;
    for (std::size_t i = 0; i < coloured.size(); ++i) {
        if (coloured[i] == '\x1b') {
            i = coloured.find('m', i);
        } else {
            stripped += coloured[i];
        }
    }
    BOOST_TEST(stripped == plain);
    BOOST_TEST(show(clients(), {.format = "plain", .width = 80, .colour = true}) == plain);
}

BOOST_AUTO_TEST_CASE(selects_and_orders_fields) {
    BOOST_TEST(
        show(clients(), {.fields = {"visits", " id", "visits"}}) == "VISITS  ID\n"
                                                                    "    12  C-0001\n"
                                                                    "     3  C-0002\n"
                                                                    "        C-0003\n"
    );
    BOOST_TEST(show(client(), {.fields = {"phone", "id"}}) == "Phone  –\nId     C-0001\n");
}

BOOST_AUTO_TEST_CASE(shows_fields_for_machines_to_people_who_name_them) {
    BOOST_TEST(show(clients(), {}).find("u1") == std::string::npos);
    BOOST_TEST(show(clients(), {.fields = {"uuid"}}) == "UUID\nu1\nu2\nu3\n");
    BOOST_TEST(show(clients(), {.format = "md"}).find("u1") == std::string::npos);
    BOOST_TEST(show(clients(), {.format = "csv"}).find("u1") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(selects_from_the_data_of_a_view_and_a_message) {
    View view;
    view.data = [] {
        return Value::Object{
            {"id", "C-0001"}, {"next_visit", nullptr}, {"tags", Value::Array{"a", "b"}}};
    };
    BOOST_TEST(
        show(view, {.fields = {"tags", "next_visit"}}) == "Tags        a, b\nNext visit  –\n"
    );
    const Message message{.text = "C-0001", .data = Value::Object{{"id", "C-0001"}, {"number", 1}}};
    BOOST_TEST(show(message, {}) == "C-0001\n");
    BOOST_TEST(show(message, {.format = "md"}) == "C-0001\n");
    BOOST_TEST(
        show(message, {.format = "json", .fields = {"number"}}) == "{\n  \"number\": 1\n}\n"
    );
}

BOOST_AUTO_TEST_CASE(lists_the_fields_one_a_line) {
    BOOST_TEST(show(clients(), {.list_fields = true}) == "id\nname\nborn\nvisits\nuuid\n");
    BOOST_TEST(show(client(), {.list_fields = true}) == "id\nphone\naddress\n");
    View view;
    view.data = [] {
        return Value::Array{Value::Object{{"a", 1}}, Value::Object{{"b", 2}, {"a", 3}}};
    };
    BOOST_TEST(show(view, {.list_fields = true}) == "a\nb\n");
}

BOOST_AUTO_TEST_CASE(refuses_an_unknown_field) {
    BOOST_TEST(
        hint_of(clients(), {.fields = {"id", "nmae"}}) ==
        "unknown field 'nmae', did you mean 'name'? | "
        "choose from id, name, born, visits, uuid"
    );
    BOOST_TEST(hint_of(clients(), {.fields = {""}}).find("unknown field ''") != std::string::npos);
    BOOST_TEST(hint_of(Message{}, {.fields = {"id"}}).find("--fields") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(refuses_an_unknown_format) {
    BOOST_TEST(
        hint_of(clients(), {.format = "jsn"}) ==
        "unknown format 'jsn', did you mean 'json'? | "
        "choose from: table, plain, csv, tsv, json, jsonl, md"
    );
    BOOST_TEST(!hint_of(client(), {.format = "\x1b[2J"}).empty());
    BOOST_TEST(hint_of(client(), {.format = "\x1b[2J"}).find('\x1b') == std::string::npos);
}

BOOST_AUTO_TEST_CASE(prints_nothing_for_an_empty_message) {
    BOOST_TEST(show(Message{}, {}).empty());
    BOOST_TEST(show(Message{}, {.format = "csv"}).empty());
    BOOST_TEST(show(Message{}, {.format = "md"}).empty());
    BOOST_TEST(show(Message{}, {.format = "json"}) == "{}\n");
}

BOOST_AUTO_TEST_CASE(leaves_files_to_the_host) {
    BOOST_TEST(show(File{.bytes = "x"}, {}).empty());
}

BOOST_AUTO_TEST_SUITE_END()
