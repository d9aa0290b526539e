// SPDX-License-Identifier: MIT
#include <praxis/error.hpp>
#include <praxis/file_table.hpp>

#include <boost/test/unit_test.hpp>

using namespace praxis;

namespace {

/// The message of the mistake in a file, read by `read`.
template <class Read> std::string mistake_in(const std::string& text, const Read& read) {
    const ContributedFile file{.plugin = "example", .name = "a", .path = "a.toml", .text = text};
    try {
        const auto content = parse_file(file);
        read(FileTable{file, content});
    } catch (const PluginError& error) {
        BOOST_TEST(error.hint() == "praxis plugin doctor example");
        return error.what();
    }
    return {};
}

} // namespace

BOOST_AUTO_TEST_SUITE(file_table)

BOOST_AUTO_TEST_CASE(a_mistake_is_named_with_file_line_and_table) {
    const auto read = [](const FileTable& file) {
        for (const auto& item : file.tables("item")) {
            item.allow({"id", "minutes"});
            static_cast<void>(item.whole_or_none("minutes"));
        }
    };
    BOOST_TEST(mistake_in("[[item]]\nid = \"bridge\"\nminutes = 5\n", read).empty());
    BOOST_TEST(
        mistake_in("[[item]]\nid = \"bridge\"\nminutes = -5\n", read) ==
        "a.toml:3: item bridge: minutes: whole number from 0 to 100000 expected"
    );
    BOOST_TEST(
        mistake_in("[[item]]\nid = \"bridge\"\nminuts = 5\n", read) ==
        "a.toml:3: item bridge: unknown key minuts: did you mean minutes?"
    );
    BOOST_TEST(mistake_in("item = 5\n", read) == "a.toml:1: item: write [[item]]");
    BOOST_TEST(mistake_in("item = [5]\n", read).ends_with("[[item]]: a table is expected"));
}

BOOST_AUTO_TEST_CASE(a_file_that_is_not_toml_is_a_mistake_of_its_plugin) {
    BOOST_TEST(mistake_in("name = \n", [](const FileTable&) {}).starts_with("a.toml"));
}

BOOST_AUTO_TEST_CASE(a_missing_text_and_one_of_spaces_are_refused) {
    const auto read = [](const FileTable& file) { static_cast<void>(file.text("name")); };
    BOOST_TEST(mistake_in("name = \"Heat\"\n", read).empty());
    BOOST_TEST(mistake_in("other = 1\n", read).ends_with("name: missing"));
    BOOST_TEST(mistake_in("name = \"  \"\n", read).ends_with("name: text in quotes expected"));
    BOOST_TEST(mistake_in("name = 5\n", read).ends_with("name: text in quotes expected"));
}

BOOST_AUTO_TEST_CASE(one_text_is_a_list_and_an_item_of_another_kind_is_refused) {
    std::vector<std::string> tools;
    const auto read = [&tools](const FileTable& file) { tools = file.texts_or_none("tools"); };
    BOOST_TEST(mistake_in("tools = \"ball\"\n", read).empty());
    BOOST_TEST(tools == std::vector<std::string>{"ball"}, boost::test_tools::per_element());
    BOOST_TEST(mistake_in("tools = [\"ball\", 5]\n", read).ends_with("list of texts expected"));
    BOOST_TEST(mistake_in("tools = [\"ball\", \"\"]\n", read).ends_with("list of texts expected"));
    BOOST_TEST(mistake_in("tools = [\"bal\"]\n", [](const FileTable& file) {
                   static_cast<void>(file.texts_of("tools", {"ball"}));
               }).ends_with("tools: invalid value bal: did you mean ball?"));
}

BOOST_AUTO_TEST_CASE(flags_numbers_and_choices_of_another_kind_are_refused) {
    BOOST_TEST(mistake_in("on = 1\n", [](const FileTable& file) {
                   static_cast<void>(file.flag_or("on", false));
               }).ends_with("true or false expected"));
    BOOST_TEST(mistake_in("least = \"2\"\n", [](const FileTable& file) {
                   static_cast<void>(file.number_or("least", 0));
               }).ends_with("number expected"));
    BOOST_TEST(mistake_in("kind = \"warm\"\n", [](const FileTable& file) {
                   static_cast<void>(file.choice("kind", {"heat", "cold"}));
               }).ends_with("kind: invalid value warm, choose from heat, cold"));
}

BOOST_AUTO_TEST_CASE(an_id_is_no_path) {
    const auto read = [](const FileTable& file) { static_cast<void>(file.id()); };
    BOOST_TEST(mistake_in("id = \"heat-pad\"\n", read).empty());
    BOOST_TEST(mistake_in("id = \"../heat\"\n", read).ends_with("small letters, digits and dashes")
    );
}

BOOST_AUTO_TEST_CASE(a_source_is_explained_in_the_file_or_marked_as_common_knowledge) {
    const std::vector<std::string> listed{"S-11: a study", "S-1: a book"};
    const auto read = [&listed](const FileTable& file) {
        static_cast<void>(file.sources("source", listed));
    };
    BOOST_TEST(mistake_in("source = [\"S-1\", \"(k)\"]\n", read).empty());
    BOOST_TEST(
        mistake_in("source = \"S-2\"\n", read).find("S-2 is not in the source list") !=
        std::string::npos
    );
    BOOST_TEST(mistake_in("other = 1\n", read).ends_with("source: missing"));
    BOOST_TEST(citation_of("S-1", listed) == "S-1: a book");
    BOOST_TEST(citation_of("(k)", listed) == "(k)");
}

BOOST_AUTO_TEST_SUITE_END()
