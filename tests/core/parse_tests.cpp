// SPDX-License-Identifier: MIT
#include "options/globals.hpp"
#include "options/parse.hpp"

#include <boost/test/unit_test.hpp>

namespace {

using namespace praxis;

struct Args {
    std::string client;
    std::optional<std::string> email;
    std::vector<std::string> causes;
    std::vector<std::string> rest;
    std::optional<int> minutes;
    std::optional<Date> born;
    bool sign = false;
};

std::vector<OptionSpec> specs() {
    Options<Args> options;
    options.argument(&Args::client, "CLIENT", "who");
    options.argument(&Args::rest, "WORD", "more");
    options.option(&Args::email, "email", "ADDRESS", "e-mail").letter('e');
    options.option(&Args::causes, "cause", "CAUSE", "why").choices({"posture", "injury"});
    options.option(&Args::minutes, "minutes", "N", "how long");
    options.option(&Args::born, "born", "DATE", "birth date");
    options.flag(&Args::sign, "sign", "sign immediately");
    return options.take();
}

const WordContext context{{*Date::from_iso("2026-11-20"), Minutes{540}}, DateOrder::ask};

Args parsed(const std::vector<std::string>& given_words) {
    const auto options = specs();
    Args args;
    command_line::read_into(&args, command_line::parse(given_words, options), context);
    return args;
}

std::string refusal(const std::vector<std::string>& given_words) {
    try {
        parsed(given_words);
    } catch (const UsageError& error) {
        return error.what() + (error.hint().empty() ? "" : " | " + error.hint());
    }
    return "accepted";
}

} // namespace

BOOST_AUTO_TEST_SUITE(parse_tests)

BOOST_AUTO_TEST_CASE(reads_arguments_options_and_flags_in_any_order) {
    const auto args = parsed(
        {"--sign",
         "maria",
         "--cause",
         "posture",
         "--minutes=60",
         "extra",
         "--cause=injury",
         "-e",
         "a@b.example",
         "more"}
    );
    BOOST_TEST(args.client == "maria");
    BOOST_TEST(args.rest.size() == 2U);
    BOOST_TEST(args.causes.size() == 2U);
    BOOST_TEST(args.minutes.value() == 60);
    BOOST_TEST(args.email.value() == "a@b.example");
    BOOST_TEST(args.sign);
}

BOOST_AUTO_TEST_CASE(takes_an_empty_value_to_clear_a_field) {
    BOOST_TEST(parsed({"maria", "--email="}).email.value().empty());
    BOOST_TEST(parsed({"maria", "--email", ""}).email.value().empty());
}

BOOST_AUTO_TEST_CASE(lets_the_last_of_an_option_count) {
    BOOST_TEST(parsed({"maria", "--minutes", "50", "--minutes", "60"}).minutes.value() == 60);
}

BOOST_AUTO_TEST_CASE(takes_everything_after_two_dashes_as_an_argument) {
    const auto args = parsed({"--", "--sign", "-e"});
    BOOST_TEST(args.client == "--sign");
    BOOST_TEST(!args.sign);
}

BOOST_AUTO_TEST_CASE(takes_a_negative_number_as_a_value) {
    BOOST_TEST(parsed({"maria", "--minutes", "-5"}).minutes.value() == -5);
}

BOOST_AUTO_TEST_CASE(never_guesses_an_option) {
    BOOST_TEST(
        refusal({"maria", "--minute", "5"}) == "unknown option --minute | did you mean --minutes?"
    );
    BOOST_TEST(refusal({"maria", "--emial=x"}) == "unknown option --emial | did you mean --email?");
    BOOST_TEST(refusal({"maria", "--zzzzzz"}) == "unknown option --zzzzzz");
}

BOOST_AUTO_TEST_CASE(names_what_is_missing_or_wrong) {
    BOOST_TEST(refusal({}) == "CLIENT is missing");
    BOOST_TEST(refusal({"maria", "--minutes", "soon"}).starts_with("--minutes: 'soon'"));
    BOOST_TEST(
        refusal({"maria", "--cause", "postur"}) ==
        "--cause: invalid value 'postur', choose from posture, injury | did you mean posture?"
    );
    BOOST_TEST(refusal({"maria", "--born", "2026-02-30"}).starts_with("--born: "));
    BOOST_TEST(refusal({"maria", "--minutes"}).starts_with("--minutes"));
}

BOOST_AUTO_TEST_CASE(takes_globals_at_any_position) {
    command_line::Globals globals;
    const auto rest = command_line::take_globals(
        {"--json", "maria", "--yes", "--practice=p.db", "--email", "--json", "-q"}, specs(), globals
    );
    BOOST_TEST(globals.format == "json");
    BOOST_TEST(globals.yes);
    BOOST_TEST(globals.quiet);
    BOOST_TEST(globals.practice.value() == "p.db");
    // The value of a verb's option stays, even if it looks like a global option.
    const std::vector<std::string> expected{"maria", "--email", "--json"};
    BOOST_TEST(rest == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(takes_no_global_after_two_dashes) {
    command_line::Globals globals;
    const auto rest = command_line::take_globals({"--", "--json"}, specs(), globals);
    BOOST_TEST(globals.format.empty());
    BOOST_TEST(rest.size() == 2U);
}

BOOST_AUTO_TEST_CASE(understands_fields_with_and_without_a_value) {
    command_line::Globals globals;
    command_line::take_globals({"--fields", "id,name"}, {}, globals);
    BOOST_TEST(globals.fields.size() == 2U);
    BOOST_TEST(!globals.list_fields);
    command_line::Globals alone;
    command_line::take_globals({"--fields"}, {}, alone);
    BOOST_TEST(alone.list_fields);
}

BOOST_AUTO_TEST_SUITE_END()
