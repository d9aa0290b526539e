// SPDX-License-Identifier: MIT
#include "../support/folder.hpp"
#include "system/config.hpp"
#include "system/edit_config.hpp"
#include "system/settings.hpp"

#include <praxis/error.hpp>

#include <boost/test/unit_test.hpp>

#include <map>
#include <string>
#include <vector>

namespace {

using namespace praxis;

/// A person's configuration: files in a folder of the test, and variables.
struct Configured {
    testing::Folder folder;
    std::map<std::string, std::string> variables{{"XDG_CONFIG_HOME", folder / "."}};
    Environment environment;

    Configured() {
        environment.variable = [this](const std::string& name) {
            const auto found = variables.find(name);
            return found == variables.end() ? std::nullopt : std::optional{found->second};
        };
        boost::filesystem::create_directories(folder / "praxis");
    }

    Config load(const std::string& text) {
        folder.write("praxis/config.toml", text);
        return Config::load(environment, std::nullopt);
    }

    std::string problem_of(const std::string& text) {
        const auto problems = load(text).problems(core_settings());
        return problems.empty() ? "none" : problems.front().message;
    }
};

const Setting& setting_named(const std::string& name) {
    return *find_setting(core_settings(), name);
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(settings_tests, Configured)

BOOST_AUTO_TEST_CASE(every_default_is_a_valid_value_and_every_setting_has_a_meaning) {
    for (const auto& setting : core_settings()) {
        BOOST_TEST_CONTEXT(setting.name) {
            BOOST_TEST(!setting.meaning.empty());
            BOOST_TEST((setting.default_value.empty() || is_valid(setting, setting.default_value)));
        }
    }
}

BOOST_AUTO_TEST_CASE(a_star_stands_for_one_name) {
    BOOST_TEST(find_setting(core_settings(), "plugins.commands.note") != nullptr);
    BOOST_TEST(find_setting(core_settings(), "plugins.commands.") == nullptr);
    BOOST_TEST(find_setting(core_settings(), "plugins.commands.a.b") == nullptr);
}

BOOST_AUTO_TEST_CASE(an_unknown_setting_is_named_with_its_line_and_a_suggestion) {
    const auto problem = problem_of("paper = \"a4\"\n\n[dates]\nordre = \"ask\"\n");
    BOOST_TEST(problem.find("config.toml line 4") != std::string::npos, problem);
    BOOST_TEST(problem.find("did you mean dates.order?") != std::string::npos, problem);
}

BOOST_AUTO_TEST_CASE(a_wrong_value_is_named_with_its_line_and_what_to_give) {
    BOOST_TEST(problem_of("paper = \"a4\"\n") == "none");
    const auto problem = problem_of("# size\npaper = \"a5\"\n");
    BOOST_TEST(
        problem.find("line 2: invalid value 'a5' for paper; give country, a4, letter") !=
            std::string::npos,
        problem
    );
    BOOST_TEST(
        problem_of("[backup]\nfolder = \"backups\"\n").find("an absolute path") != std::string::npos
    );
}

BOOST_AUTO_TEST_CASE(a_wrong_value_that_another_file_overrides_is_still_named) {
    variables["PRAXIS_PAPER"] = "letter";
    BOOST_TEST(problem_of("paper = \"a5\"\n") != "none");
}

BOOST_AUTO_TEST_CASE(a_wrong_variable_is_named) {
    variables["PRAXIS_DATES_ORDER"] = "backwards";
    BOOST_TEST(problem_of("").starts_with("PRAXIS_DATES_ORDER: invalid value 'backwards'"));
}

BOOST_AUTO_TEST_CASE(a_file_that_is_not_toml_is_a_problem_and_the_others_count) {
    const auto config = load("paper = \n");
    BOOST_TEST(config.problems(core_settings()).size() == 1U);
    BOOST_TEST(!config.find("paper").has_value());
}

BOOST_AUTO_TEST_CASE(setting_changes_one_line_and_keeps_comments) {
    const std::string text =
        "# mine\npaper = \"a4\" # at home\n\n[dates]\n# how\norder = \"ask\"\n";
    BOOST_TEST(
        set_in_config(text, setting_named("dates.order"), "dates.order", "day-first") ==
        "# mine\npaper = \"a4\" # at home\n\n[dates]\n# how\norder = \"day-first\"\n"
    );
    BOOST_TEST(
        set_in_config(text, setting_named("user"), "user", "Ana \"A\" Kim") ==
        "# mine\npaper = \"a4\" # at home\n\nuser = \"Ana \\\"A\\\" Kim\"\n[dates]\n# how\norder = "
        "\"ask\"\n"
    );
}

BOOST_AUTO_TEST_CASE(setting_makes_the_table_when_it_is_missing) {
    BOOST_TEST(
        set_in_config(
            "", setting_named("plugins.commands.note"), "plugins.commands.note", "soap"
        ) == "[plugins.commands]\nnote = \"soap\"\n"
    );
}

BOOST_AUTO_TEST_CASE(setting_refuses_what_it_cannot_change_alone) {
    BOOST_CHECK_THROW(
        set_in_config(
            "dates = { order = \"ask\" }\n", setting_named("dates.order"), "dates.order", "ask"
        ),
        Refused
    );
    BOOST_CHECK_THROW(set_in_config("paper = \n", setting_named("paper"), "paper", "a4"), Refused);
}

BOOST_AUTO_TEST_CASE(unsetting_removes_one_line_also_of_an_unknown_setting) {
    BOOST_TEST(unset_in_config("papr = \"a4\"\nuser = \"Ana\"\n", "papr") == "user = \"Ana\"\n");
    BOOST_TEST(unset_in_config("user = \"Ana\"\n", "paper") == "user = \"Ana\"\n");
}

BOOST_AUTO_TEST_SUITE_END()
