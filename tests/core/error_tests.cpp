// SPDX-License-Identifier: MIT
#include <praxis/error.hpp>

#include <boost/test/unit_test.hpp>

using namespace praxis;

namespace {

void check(const Error& error, int exit, const std::string& code) {
    BOOST_TEST(static_cast<int>(error.exit()) == exit);
    BOOST_TEST(error.code() == code);
    BOOST_TEST(error.what() == std::string{"what"});
    BOOST_TEST(error.hint() == "hint");
}

} // namespace

BOOST_AUTO_TEST_SUITE(error_tests)

BOOST_AUTO_TEST_CASE(each_kind_has_its_exit_code_and_its_name) {
    check(UsageError{"what", "hint"}, 2, "usage");
    check(NotFound{"what", "hint"}, 3, "not_found");
    check(Ambiguous{"what", "hint"}, 3, "ambiguous");
    check(Refused{"what", "hint"}, 4, "refused");
    check(NeedsInput{"what", "hint"}, 5, "needs_input");
    check(PracticeError{"practice_missing", "what", "hint"}, 6, "practice_missing");
    check(PluginError{"what", "hint"}, 7, "plugin");
}

BOOST_AUTO_TEST_SUITE_END()
