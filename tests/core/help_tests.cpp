// SPDX-License-Identifier: MIT
#include "../support/folder.hpp"
#include "help/exit_codes.hpp"
#include "help/manual_page.hpp"
#include "help/markdown.hpp"
#include "help/page.hpp"
#include "help/text_page.hpp"
#include "help/topics.hpp"
#include "host/find_command.hpp"
#include "host/help.hpp"

#include <praxis/testing.hpp>
#include <praxis/text.hpp>

#include <boost/filesystem.hpp>
#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <functional>

namespace {

using namespace praxis;
using Kind = help::MarkdownBlock::Kind;

plugins::Places bundled_plugins() {
    plugins::Places places;
    for (const auto& folder : testing::plugins_under_test()) {
        places.folders.push_back({folder, plugins::Origin::bundled});
    }
    return places;
}

/// A plugin of which nothing but the manifest and its help is there: its library cannot be loaded.
plugins::Places plugin_with_topics(
    const testing::Folder& folder, const std::vector<std::pair<std::string, std::string>>& topics
) {
    boost::filesystem::create_directories(folder / "hands/help");
    folder.write(
        "hands/plugin.toml",
        "[plugin]\nname = \"hands\"\nversion = \"1.0.0\"\nkind = \"native\"\n"
        "library = \"none.so\"\n"
    );
    for (const auto& [name, text] : topics) {
        folder.write("hands/help/" + name + ".md", text);
    }
    plugins::Places places;
    places.folders.push_back({folder / "", plugins::Origin::bundled});
    return places;
}

help::Page page_with(const std::string& details) {
    help::Page page;
    page.name = "praxis try";
    page.summary = "try it";
    page.details = details;
    return page;
}

std::string shown(const help::Page& page, std::size_t width, bool colour = false) {
    return help::text_of(page, {.width = width, .colour = colour});
}

/// All words in their order; the backslash of a command line that goes on is none.
std::vector<std::string> words_of(std::string text) {
    std::ranges::replace(text, '\n', ' ');
    auto words = split(text, ' ');
    std::erase_if(words, [](const auto& word) { return word.empty() || word == "\\"; });
    return words;
}

std::size_t widest_line(const std::string& text) {
    std::size_t widest = 0;
    for (const auto& line : split(text, '\n')) {
        widest = std::max(widest, display_width(line));
    }
    return widest;
}

void for_each_verb(
    plugins::Platform& platform,
    const std::function<void(const help::Page& page, const Found& command)>& call
) {
    for (const auto& manifest : platform.manifests()) {
        platform.load(manifest.name);
    }
    for (const auto& plugin : platform.loaded()) {
        for (const auto& verb : plugin.verbs) {
            const auto found = find_verb(platform, plugin, verb.noun, verb.verb);
            const bool of_plugin = &plugin != &platform.core();
            call(help::page_of_verb(found.noun, found.verb, found.spec, of_plugin), found);
        }
    }
}

std::vector<int> codes_of(const CommandSpec& spec, bool of_plugin) {
    std::vector<int> codes;
    for (const auto& one : help::exit_meanings(spec, of_plugin)) {
        codes.push_back(static_cast<int>(one.exit));
    }
    return codes;
}

std::string text_of_blocks(const std::string& markdown) {
    std::string text;
    for (const auto& block : help::read_markdown(markdown)) {
        text += block.kind == Kind::heading     ? "h:"
                : block.kind == Kind::paragraph ? "p:"
                : block.kind == Kind::code      ? "c:"
                : block.kind == Kind::table     ? "t:"
                                                : block.marker;
        for (const auto& row : block.rows) {
            text += join(row, ",") + ";";
        }
        text += block.text + "|";
    }
    return text;
}

} // namespace

BOOST_AUTO_TEST_SUITE(help_tests)

BOOST_AUTO_TEST_CASE(joins_the_lines_of_a_paragraph_and_of_an_item) {
    BOOST_TEST(text_of_blocks("one\ntwo\n\nthree\n") == "p:one two|p:three|");
    BOOST_TEST(text_of_blocks("- one\n  two\n- three\n\nend") == "-one two|-three|p:end|");
    BOOST_TEST(text_of_blocks("1. one\n2. two") == "1.one|2.two|");
    BOOST_TEST(text_of_blocks("## Files\n* **bold** -1") == "h:Files|-bold -1|");
}

BOOST_AUTO_TEST_CASE(keeps_the_lines_of_code) {
    BOOST_TEST(text_of_blocks("a\n\n    b\n\n      c\nd") == "p:a|c:b\n\n  c\n|p:d|");
    BOOST_TEST(text_of_blocks("```\n# b\n\n- c\n```\nd") == "c:# b\n\n- c\n|p:d|");
    BOOST_TEST(text_of_blocks("a\n    goes on") == "p:a goes on|");
}

BOOST_AUTO_TEST_CASE(reads_tables) {
    const std::string table = "| form | means |\n|---|:-:|\n| `8>3` | before, after |\n";
    BOOST_TEST(text_of_blocks("a\n" + table) == "p:a|t:form,means;`8>3`,before, after;|");
    const auto page = page_with(table);
    const auto text = shown(page, 80);
    BOOST_TEST(text.find("FORM  MEANS\n8>3   before, after\n") != text.npos, text);
    const auto manual = help::manual_of(page, {1, "praxis"});
    BOOST_TEST(manual.find(".It 8>3\nbefore, after.\n.El\n") != manual.npos, manual);
}

BOOST_AUTO_TEST_CASE(a_backquote_without_a_partner_is_text) {
    const auto spans = help::split_spans("use `a b`, not `c");
    BOOST_REQUIRE(spans.size() == 3);
    BOOST_TEST(spans[1].text == "a b");
    BOOST_TEST(spans[1].is_code);
    BOOST_TEST(spans[2].text == ", not `c");
    BOOST_TEST(!spans[2].is_code);
}

BOOST_AUTO_TEST_CASE(a_page_has_its_parts_in_order) {
    auto page = page_with("How it works.");
    page.examples = {"praxis try it"};
    page.usage = {"THING", "[options]"};
    page.parts = {{"Arguments", {{"THING", "to try"}}}, {"Options", {{"--hard", "try hard"}}}};
    page.exits = {{Exit::done, "done"}, {Exit::refused, "not today"}};
    BOOST_TEST(
        shown(page, 80) == "praxis try: try it\n"
                           "\nExamples\n  praxis try it\n"
                           "\nUsage\n  praxis try THING [options]\n"
                           "\nHow it works.\n"
                           "\nArguments\n  THING  to try\n"
                           "\nOptions\n  --hard  try hard\n"
                           "\nExit codes\n  0  done\n  4  not today\n"
    );
}

BOOST_AUTO_TEST_CASE(a_long_command_line_goes_on_as_the_shell_reads_it) {
    auto page = page_with("    praxis try --often --hard --loud --long\n");
    page.examples = {"praxis try it --because \"it is a very long reason indeed\" --hard --loud"};
    const auto holds = [&](std::size_t width, const char* lines) {
        BOOST_TEST(shown(page, width).find(lines) != std::string::npos, shown(page, width));
    };
    holds(
        60,
        "  praxis try it \\\n"
        "      --because \"it is a very long reason indeed\" --hard \\\n"
        "      --loud\n"
    );
    holds(40, "  praxis try it --because \"it is a \\\nvery long reason indeed\" --hard --loud\n");
    holds(40, "    praxis try --often --hard --loud \\\n        --long\n");
}

BOOST_AUTO_TEST_CASE(code_is_bold_with_colour_also_where_a_line_breaks_in_it) {
    const auto page = page_with("Say `praxis client add --given Maria --family` now.");
    BOOST_TEST(shown(page, 80).find("`praxis client add") != std::string::npos);
    const auto text = shown(page, 40, true);
    BOOST_TEST(text.find('`') == std::string::npos);
    BOOST_TEST(text.find("\x1b[1mpraxis client add --given Maria\x1b[0m\n") != text.npos, text);
    BOOST_TEST(text.find("\x1b[1m--family\x1b[0m now.") != text.npos, text);
}

BOOST_AUTO_TEST_CASE(exit_codes_follow_from_what_a_command_does) {
    CommandSpec spec;
    BOOST_TEST(codes_of(spec, false) == (std::vector{0, 2}), boost::test_tools::per_element());
    spec.access = Access::read;
    BOOST_TEST(
        codes_of(spec, false) == (std::vector{0, 2, 5, 6}), boost::test_tools::per_element()
    );
    OptionSpec client;
    client.name = "CLIENT";
    client.argument = client.required = true;
    spec.options = {client};
    spec.access = Access::write;
    BOOST_TEST(
        codes_of(spec, true) == (std::vector{0, 2, 3, 4, 5, 6, 7}), boost::test_tools::per_element()
    );
}

BOOST_AUTO_TEST_CASE(a_command_says_what_a_code_means_there) {
    CommandSpec spec;
    spec.access = Access::read;
    spec.exits = {{Exit::practice, "altered"}, {Exit::refused, "a stop"}, {Exit::needs_input, ""}};
    const auto meanings = help::exit_meanings(spec, false);
    BOOST_REQUIRE(meanings.size() == 4);
    BOOST_TEST(meanings[2].meaning == "a stop");
    BOOST_TEST(meanings[3].meaning == "altered");
}

BOOST_AUTO_TEST_CASE(every_noun_of_the_core_has_a_summary) {
    plugins::Platform platform{{}};
    for (const auto& verb : platform.core().verbs) {
        const auto summary = help::summary_of_core_noun(platform.core(), verb.noun);
        BOOST_TEST(
            !summary.empty(), verb.noun << " needs core/commands/" << verb.noun << "/noun.md"
        );
    }
}

BOOST_AUTO_TEST_CASE(every_command_ends_its_help_with_exit_codes) {
    plugins::Platform platform{bundled_plugins()};
    for_each_verb(platform, [](const help::Page& page, const Found& command) {
        const auto text = shown(page, 80);
        const auto at = text.find("\nExit codes\n  0  ");
        BOOST_REQUIRE(at != std::string::npos);
        BOOST_TEST(text.find("\n\n", at + 1) == std::string::npos, command.name());
    });
}

BOOST_AUTO_TEST_CASE(no_width_breaks_a_word_of_help) {
    plugins::Platform platform{bundled_plugins()};
    const auto check = [](const help::Page& page) {
        const auto words = words_of(shown(page, 100));
        // Such as the path of a file; a command line is indented and may go on behind it.
        const auto longest = 8 + std::ranges::max(words, {}, &std::string::size).size();
        for (const std::size_t width : {50, 80}) {
            const auto text = shown(page, width);
            BOOST_TEST(words_of(text) == words, page.name << " at " << width);
            BOOST_TEST(widest_line(text) <= std::max(width, longest), page.name << " at " << width);
        }
    };
    check(help::page_of_praxis(platform));
    for_each_verb(platform, [&](const help::Page& page, const Found&) { check(page); });
}

BOOST_AUTO_TEST_CASE(topics_fit_a_terminal) {
    plugins::Platform platform{bundled_plugins()};
    BOOST_TEST(help::all_topics(platform).size() >= 5U);
    for (const auto& topic : help::all_topics(platform)) {
        const auto text = help::read_topic(topic);
        BOOST_TEST(
            !text.summary.empty(), topic.name << " needs a first line \"# Topic: what it is\""
        );
        BOOST_TEST(widest_line(shown(help::page_of_topic(text), 80)) <= 80U, topic.name);
    }
}

BOOST_AUTO_TEST_CASE(a_topic_of_a_plugin_is_read_without_loading_it) {
    const testing::Folder folder;
    plugins::Platform platform{
        plugin_with_topics(folder, {{"palms", "# Palms: the palms\n\nBoth \x1b[31m of them.\n"}})};
    const auto page = help_about(platform, {}, {"PALMS"});
    BOOST_TEST(page.summary == "the palms");
    BOOST_TEST(shown(page, 80).find("Both \\x1b[31m of them.") != std::string::npos);
    BOOST_TEST(platform.loaded().size() == 1U); // the core
}

BOOST_AUTO_TEST_CASE(a_plugin_cannot_replace_a_topic_of_the_core) {
    const testing::Folder folder;
    plugins::Platform platform{
        plugin_with_topics(folder, {{"dates", "# other dates\n"}, {"Not A Topic", "# x\n"}})};
    BOOST_TEST(help_about(platform, {}, {"dates"}).summary != "other dates");
    const auto topics = help::all_topics(platform);
    BOOST_TEST(std::ranges::count(topics, "dates", &help::Topic::name) == 1);
    BOOST_TEST(std::ranges::count(topics, "Not A Topic", &help::Topic::name) == 0);
}

BOOST_AUTO_TEST_CASE(a_man_page_holds_text_that_roff_would_take_for_its_own) {
    auto page = page_with(".Sh is no macro here. Use `--set 'a\\b'` in a note.\n\n    .Ed\n");
    page.summary = "No macro An or \"It\"";
    page.parts = {{"Options", {{"-s, --set FIELD ...", "one field"}}}};
    const auto manual = help::manual_of(page, {1, "praxis"});
    const auto holds = [&](const char* text) { return manual.find(text) != manual.npos; };
    BOOST_TEST(holds(".Nd \\&No macro \\&An or \\(dqIt\\(dq\n"), manual);
    BOOST_TEST(
        holds("\n\\&.Sh is no macro here.\nUse \\fB\\-\\-set \\(aqa\\eb\\(aq\\fR in a"), manual
    );
    BOOST_TEST(holds(".Bd -literal -offset indent\n\\&.Ed\n.Ed\n"), manual);
    BOOST_TEST(holds(".It Fl s , Fl \\-set Ar FIELD \\&...\none field\n"), manual);
    BOOST_TEST(holds(".Xr praxis 1 ,\n.Xr praxis-exit-codes 7\n"), manual);
}

BOOST_AUTO_TEST_SUITE_END()
