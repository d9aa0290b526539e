// SPDX-License-Identifier: MIT
#include "check/profile.hpp"
#include "rules/rules.hpp"
#include "targets.hpp"
#include "template/template.hpp"
#include "tests/template_book.hpp"
#include "write/shorthand/line.hpp"

#include <praxis/value.hpp>

namespace praxis::fuzz {
namespace {

using soap::testing::our_book;

void read_note(std::string_view input) {
    const CivilTime now{*Date::from_iso("2026-11-20"), Minutes{540}};
    std::vector<soap::Problem> problems;
    const auto file = parse_toml_or_json(input, "note.toml");
    const auto body = soap::validate_note(file, our_book(), now, DateOrder::ask, problems);
    to_canonical_json(body);
}

const soap::ShorthandVocabulary& our_words() {
    static const auto words = soap::ShorthandVocabulary::from_files(
        soap::testing::files_of("shorthand"), soap::testing::files_of("muscles")
    );
    return words;
}

void read_shorthand(std::string_view input) {
    soap::read_work(std::string{input}, Value::Object{}, {}, our_book(), our_words());
}

void read_rules(std::string_view input) {
    std::vector<soap::Problem> problems;
    soap::suggest::read_rules(input, "rules.toml", problems);
}

void read_profile(std::string_view input) {
    std::vector<soap::Problem> problems;
    soap::read_profile(input, "profile.toml", problems);
}

} // namespace

std::vector<Target> soap_targets() {
    return {
        {"note", read_note, files_in("plugins/soap/tests", ".toml")},
        {"shorthand", read_shorthand, files_in("tests/fuzz/corpus/shorthand", ".txt")},
        {"rules", read_rules, files_in("schemas/soap/suggestions", ".toml")},
        {"profile", read_profile, files_in("schemas/soap/profiles", ".toml")},
    };
}

} // namespace praxis::fuzz
