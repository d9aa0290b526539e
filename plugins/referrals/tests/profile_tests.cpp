// SPDX-License-Identifier: MIT
#include "letter/profile.hpp"
#include "provider.hpp"
#include "referral_practice.hpp"

#include <praxis/error.hpp>

#include <boost/test/unit_test.hpp>

#include <algorithm>

using namespace praxis;
using namespace praxis::referrals;

namespace {

Value profile_file(const std::string& name) {
    const auto path = referrals::testing::schemas() / "profiles" / (name + ".toml");
    return parse_toml(referrals::testing::read_file(path), path.string());
}

std::vector<std::string> profile_names() {
    std::vector<std::string> names;
    for (const auto& entry :
         boost::filesystem::directory_iterator{referrals::testing::schemas() / "profiles"}) {
        names.push_back(entry.path().stem().string());
    }
    return names;
}

std::vector<std::string> parts_of(const Profile& profile) {
    std::vector<std::string> parts;
    for (const auto& group : profile.groups()) {
        parts.insert(parts.end(), group.parts.begin(), group.parts.end());
    }
    std::sort(parts.begin(), parts.end());
    return parts;
}

} // namespace

BOOST_AUTO_TEST_SUITE(profile_tests)

BOOST_AUTO_TEST_CASE(every_profile_belongs_to_a_profession) {
    for (const auto& name : profile_names()) {
        const bool is_known =
            name == "default" || name == "one-page" || name == "report" ||
            std::find(professions().begin(), professions().end(), name) != professions().end();
        BOOST_TEST(is_known, name);
    }
}

BOOST_AUTO_TEST_CASE(every_profile_has_every_part_that_a_complete_letter_needs) {
    const auto fallback = profile_file("default");
    const std::vector<std::string> needed{
        "allergies",
        "complaint",
        "findings",
        "meanwhile",
        "medications",
        "problems",
        "screen",
        "treatment"};
    for (const auto& name : profile_names()) {
        const Profile profile{{profile_file(name), fallback}};
        const auto parts = parts_of(profile);
        const bool is_report = name == "report"; // its receiver knows the client's health
        BOOST_TEST_CONTEXT(name) {
            BOOST_TEST((
                is_report || std::includes(parts.begin(), parts.end(), needed.begin(), needed.end())
            ));
            BOOST_TEST((std::adjacent_find(parts.begin(), parts.end()) == parts.end()));
            BOOST_TEST(!profile.opening().empty());
            BOOST_TEST(!profile.closing().empty());
            BOOST_TEST(profile.reply_slip().empty() == (profile.is_brief() || is_report));
            for (const auto& group : profile.groups()) {
                BOOST_TEST((group.parts.size() == 1 || !group.title.empty()));
            }
            for (const auto& part : parts) {
                BOOST_TEST(profile.title(part) != part);
            }
        }
    }
}

BOOST_AUTO_TEST_CASE(every_line_of_the_report_has_a_short_label) {
    const auto fallback = profile_file("default");
    for (const auto& name : profile_names()) {
        for (const auto& line : Profile{{profile_file(name), fallback}}.report_lines()) {
            BOOST_TEST(line.label != line.name, name);
            BOOST_TEST(line.label.size() <= 12U, line.label);
        }
    }
}

BOOST_AUTO_TEST_CASE(every_profile_has_questions_for_every_type) {
    const auto fallback = profile_file("default");
    for (const auto& name : profile_names()) {
        const Profile profile{{profile_file(name), fallback}};
        for (const auto* type : {"assess", "treat", "co-manage", "transfer"}) {
            BOOST_TEST(!profile.questions(type).empty(), name << " " << type);
            for (const auto& question : profile.questions(type)) {
                BOOST_TEST(question.ends_with("?"));
            }
        }
    }
}

BOOST_AUTO_TEST_CASE(a_chiropractor_reads_ranges_first_and_a_physiotherapist_function) {
    const auto fallback = profile_file("default");
    const Profile chiropractor{{profile_file("chiropractor"), fallback}};
    BOOST_TEST(chiropractor.findings().front() == "rom");
    const Profile physiotherapist{{profile_file("physiotherapist"), fallback}};
    BOOST_TEST(physiotherapist.report_lines()[1].name == "limits");
    BOOST_TEST(physiotherapist.title("home-care") == "Exercises and home care");
}

BOOST_AUTO_TEST_CASE(every_urgency_and_type_has_a_label) {
    const auto fallback = profile_file("default");
    const Profile profile{{profile_file("chiropractor"), fallback}};
    BOOST_TEST(profile.urgency("routine").reply_days == 30);
    BOOST_TEST(profile.urgency("stat").reply_days == 1);
    for (const auto* type : {"assess", "treat", "co-manage", "transfer"}) {
        BOOST_TEST(profile.type(type).label != type);
    }
    BOOST_TEST(profile.service().value().code == "308449000");
    BOOST_TEST(profile.specialty().value().code == "111N00000X");
    BOOST_TEST(!Profile{{fallback}}.service().has_value());
}

BOOST_AUTO_TEST_CASE(a_profile_overrides_the_default) {
    const Profile profile{
        {parse_toml("closing = \"own\"\n[part.findings]\ntitle = \"What I found\"\n", "own"),
         profile_file("default")}};
    BOOST_TEST(profile.closing() == "own");
    BOOST_TEST(profile.title("findings") == "What I found");
    BOOST_TEST(profile.loinc("findings") == "29545-1");
    BOOST_TEST(profile.title("unheard-of") == "unheard-of");
}

BOOST_AUTO_TEST_CASE(a_mistake_in_a_profile_is_named_and_leaves_no_section_out) {
    const auto file = [](const std::string& name, const std::string& text) {
        return ContributedFile{"mine", name, name + ".toml", text};
    };
    const auto fallback = file(
        "default",
        referrals::testing::read_file(referrals::testing::schemas() / "profiles" / "default.toml")
    );
    const auto mistake = [&](const std::string& text) {
        try {
            read_profile({file("podiatrist", text), fallback});
        } catch (const PluginError& error) {
            return std::string{error.what()};
        }
        return std::string{};
    };
    BOOST_TEST(mistake("closing = \"Please write.\"\n").empty());
    BOOST_TEST(
        mistake("group = [{ parts = [\"screan\"] }]\n") ==
        "podiatrist.toml:1: [[group]]: parts: invalid value screan: did you mean screen?"
    );
    BOOST_TEST(mistake("group = [{ title = \"Health\" }]\n").ends_with("parts: missing"));
    BOOST_TEST(
        mistake("closng = \"Please write.\"\n") ==
        "podiatrist.toml:1: unknown key closng: did you mean closing?"
    );
    // a part of one's own
    BOOST_TEST(mistake("group = [{ parts = [\"gait\"] }]\n[part.gait]\ntitle = \"Gait\"\n").empty()
    );
}

BOOST_AUTO_TEST_SUITE_END()
