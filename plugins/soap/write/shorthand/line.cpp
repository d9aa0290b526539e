// SPDX-License-Identifier: MIT
#include "write/shorthand/line.hpp"

#include "note/note_templates.hpp"
#include "template/field_text.hpp"
#include "write/shorthand/line_reader.hpp"
#include "write/shorthand/tokens.hpp"

#include <praxis/error.hpp>
#include <praxis/text.hpp>

#include <algorithm>
#include <utility>

namespace praxis::soap {

namespace {

bool is_numeric(const Field& field) {
    return field.type == FieldType::whole || field.type == FieldType::number;
}

/// "8/10" as "8", where the scale is 0 to 10.
std::string without_scale(const std::string& text) {
    return text.ends_with("/10") ? text.substr(0, text.size() - 3) : text;
}

/// The unit at the end of "120°" or "80%"; removes it from the text.
std::string take_unit(std::string& text) {
    static const std::vector<std::pair<std::string, std::string>> signs{
        {"°", "degree"}, {"º", "degree"}, {"deg", "degree"}, {"%", "percent"}};
    for (const auto& [sign, unit] : signs) {
        if (text.ends_with(sign)) {
            text.resize(text.size() - sign.size());
            return unit;
        }
    }
    return {};
}

/// A word before a value: "name" of "name=value", or the word itself.
std::string name_in(const std::string& token) {
    return token.substr(0, token.find('='));
}

} // namespace

bool has_choices(const Field& field) {
    return (field.type == FieldType::choice || field.type == FieldType::list) &&
           !field.choices.empty();
}

WorkReading LineReader::read(const std::string& text) {
    auto line = split_work_line(text);
    if (line.tokens.empty()) {
        refuse_work("the line is empty", "--work \"dt both lower-back 20m p3 forearm 7>4\"");
    }
    target_ = find_target(line.tokens, file_, blocks_, book_, vocabulary_);
    if (target_.named > 0) {
        const auto end = line.tokens.begin() + static_cast<std::ptrdiff_t>(target_.named);
        last_token_ = join(std::vector<std::string>{line.tokens.begin(), end}, " ");
        line.tokens.erase(line.tokens.begin(), end);
    }
    if (target_.is_list_of_places) {
        return read_places(line);
    }
    if (has("name") && has("result")) {
        take_name_of_test(line.tokens);
    }
    take_all(line.tokens);
    settle_levels(vocabulary_.expand_abbreviations(line.free_text));
    return resolve_facts(target_, own_, of_note_, file_, blocks_);
}

void LineReader::take_all(const std::vector<std::string>& tokens) {
    for (std::size_t at = 0; at < tokens.size();) {
        const auto end = at + phrase_length(tokens, at);
        std::string token;
        for (; at < end; ++at) {
            token += (token.empty() ? "" : " ") + tokens[at];
        }
        if (!take(token)) {
            refuse_token(token);
        }
        last_token_ = name_in(token);
    }
}

bool LineReader::take(const std::string& token) {
    return take_assignment(token) || take_pain(token) || take_place(token) || take_amount(token) ||
           take_temperature(token) || take_numbered(token) || take_choice(token) ||
           take_flag(token) || take_whole_field(token) || take_test(token) || take_level(token);
}

bool LineReader::take_assignment(const std::string& token) {
    const auto equals = token.find('=');
    if (equals == std::string::npos) {
        return false;
    }
    const auto name = token.substr(0, equals);
    const auto value = token.substr(equals + 1);
    const auto meaning = vocabulary_.expand_field(name);
    if (const auto both = split_meaning(meaning, " > "); both.size() > 1) {
        take_pair(name, both, value);
    } else if (const auto several = split_meaning(meaning, " x "); several.size() > 1) {
        take_several(token, several, value, 'x', false);
    } else if (!assign(meaning, value)) {
        refuse_token(name);
    }
    return true;
}

/// "stress=8>3". A single value belongs to the field of that name: "stress=8".
void LineReader::take_pair(
    const std::string& word, const std::vector<std::string>& names, const std::string& value
) {
    if (const auto both = split_at_arrow(value); both && names.size() == 2) {
        const bool all = !both->first.empty() && !both->second.empty();
        const bool none = both->first.empty() && both->second.empty();
        if (!all && !none) {
            assign_or_refuse(word, names[both->first.empty() ? 1 : 0], both->first + both->second);
            return;
        }
        take_several(word, names, both->first + ">" + both->second, '>', true);
        return;
    }
    const auto named = std::find_if(names.begin(), names.end(), [&word](const auto& name) {
        return name.ends_with("." + fold(word));
    });
    if (named != names.end()) {
        assign_or_refuse(word, *named, value);
        return;
    }
    take_several(word, names, value, '>', true);
}

/// 60x3 for two fields. Fields that the technique does not have are skipped.
void LineReader::take_several(
    const std::string& token,
    std::vector<std::string> names,
    const std::string& value,
    char between,
    bool needs_all
) {
    std::erase_if(names, [this](const auto& name) {
        const bool of_note = name.find('.') != std::string::npos;
        return !of_note && find_field(target_.fields, name) == nullptr;
    });
    if (names.empty()) {
        refuse_token(name_in(token));
    }
    const auto values = split(value, between);
    if (values.size() > names.size() || (needs_all && values.size() < names.size())) {
        refuse_work(
            name_in(token) + ": " + std::to_string(names.size()) +
                (names.size() == 1 ? " value expected: " : " values expected: ") +
                join(names, std::string{" "} + between + " "),
            ""
        );
    }
    for (std::size_t i = 0; i < values.size(); ++i) {
        assign(names[i], values[i]);
    }
}

bool LineReader::take_pain(const std::string& token) {
    auto both = split_at_arrow(token);
    if (!both) {
        return false;
    }
    auto& [before, after] = *both;
    const bool of_row = target_.kind == WorkTarget::Kind::row && has("before") && has("after");
    std::string unit;
    for (auto* side : {&before, &after}) {
        const auto found = of_row ? take_unit(*side) : std::string{};
        unit = found.empty() ? unit : found;
        *side = of_row ? with_decimal_point(*side) : without_scale(*side);
    }
    const auto fits = [of_row](const auto& text) {
        return text.empty() || is_digits(text) || (of_row && is_number(text));
    };
    if (!fits(before) || !fits(after) || (before.empty() && after.empty())) {
        return false;
    }
    const bool of_block = has("pain_before") && has("pain_after");
    const std::string prefix = of_block ? "pain_" : "";
    const bool own = of_row || of_block;
    if (!before.empty()) {
        assign(own ? prefix + "before" : "subjective.pain_now", before);
    }
    if (!after.empty()) {
        assign(own ? prefix + "after" : "assessment.pain_after", after);
    }
    if (!unit.empty() && has("unit") && own_value("unit").empty()) {
        add_fact("unit", unit);
    }
    return true;
}

/// "20m", "90s", "1h30".
bool LineReader::take_amount(const std::string& token) {
    auto [number, unit] = split_number_from(token, true);
    if (const auto minutes = read_hours(token)) {
        number = *minutes;
        unit = "min";
    }
    if (!is_number(number) || unit.empty()) {
        return false;
    }
    const auto& fields = target_.fields.empty() ? book_.session().fields : target_.fields;
    for (const auto& field : fields) {
        if (is_numeric(field) && is_unit(field.unit, unit)) {
            add_fact(field.name, with_decimal_point(number));
            return true;
        }
    }
    return false;
}

bool LineReader::take_temperature(const std::string& token) {
    const auto found =
        std::find_if(target_.fields.begin(), target_.fields.end(), [](const auto& field) {
            return field.type == FieldType::temperature;
        });
    const auto temperature = Temperature::parse(token);
    if (found == target_.fields.end() || !temperature) {
        return false;
    }
    add_fact(found->name, temperature->str());
    return true;
}

/// "p3": a field and its number.
bool LineReader::take_numbered(const std::string& token) {
    const auto [name, number] = split_number_from(token, false);
    if (name == "C" || name == "T" || name == "L" || name == "S") { // T5 is a vertebra
        return false;
    }
    const auto* field = find_field(target_.fields, vocabulary_.expand_field(name));
    if (name.empty() || !is_number(number) || field == nullptr || !is_numeric(*field)) {
        return false;
    }
    add_fact(field->name, with_decimal_point(number));
    return true;
}

bool LineReader::take_choice(const std::string& token) {
    std::vector<const Field*> fitting;
    std::string choice;
    for (const auto& field : target_.fields) {
        const auto meant = vocabulary_.expand_choice(token);
        if (!has_choices(field)) {
            continue;
        }
        if (const auto found = find_choice(meant, field.choices)) {
            fitting.push_back(&field);
            choice = *found;
        }
    }
    if (fitting.size() > 1) {
        refuse_work(
            "'" + visible(token) + "' can be " + fitting[0]->name + " or " + fitting[1]->name,
            "write " + fitting[0]->name + "=" + choice
        );
    }
    return fitting.size() == 1 && assign(fitting[0]->name, choice);
}

bool LineReader::take_flag(const std::string& token) {
    const bool no = token.starts_with("no-");
    const auto* field =
        find_field(target_.fields, vocabulary_.expand_field(no ? token.substr(3) : token));
    if (field == nullptr || field->type != FieldType::yes_no) {
        return false;
    }
    add_fact(field->name, no ? "no" : "yes");
    return true;
}

bool LineReader::take_whole_field(const std::string& token) {
    const auto assignment = vocabulary_.find_whole_field(token);
    if (!assignment) {
        return false;
    }
    const auto equals = assignment->find('=');
    return equals != std::string::npos &&
           assign(trim(assignment->substr(0, equals)), trim(assignment->substr(equals + 1)));
}

bool LineReader::take_test(const std::string& token) {
    const bool is_free = has("name") && has("result") && own_value("name").empty();
    const auto test = is_free ? vocabulary_.find_test(token) : std::nullopt;
    if (test) {
        add_fact("name", *test);
    }
    return test.has_value();
}

/// The words of a line about a test, after its side and before anything that can be read, name the
/// test: "heel raise". Known names end sooner.
void LineReader::take_name_of_test(std::vector<std::string>& tokens) {
    constexpr std::size_t longest_name = 4;
    const auto is_read = [this](const std::string& token) {
        return token.find_first_of("=>") != std::string::npos || is_side(token) ||
               vocabulary_.find_whole_field(token);
    };
    const auto first = std::find_if_not(tokens.begin(), tokens.end(), [this](const auto& token) {
        return is_side(token);
    });
    const auto most = std::min(longest_name, static_cast<std::size_t>(tokens.end() - first));
    const auto end = std::find_if(first, first + static_cast<std::ptrdiff_t>(most), is_read);
    for (auto last = end; last != first; --last) {
        const auto name = join(std::vector<std::string>{first, last}, " ");
        if (vocabulary_.find_test(name)) {
            add_fact("name", *vocabulary_.find_test(name));
            tokens.erase(first, last);
            return;
        }
    }
    if (end != first) {
        add_fact("name", join(std::vector<std::string>{first, end}, " "));
        tokens.erase(first, end);
    }
}

void LineReader::take_free_text(const std::string& text) {
    if (target_.fields.empty()) {
        refuse_work(
            "free text needs a block", "begin the line with a technique, or write resp=..."
        );
    }
    add_fact("text", text);
}

WorkReading read_work(
    const std::string& line,
    const Value& file,
    const BlocksBefore& blocks,
    const TemplateBook& book,
    const ShorthandVocabulary& vocabulary
) {
    return LineReader{file, blocks, book, vocabulary}.read(line);
}

} // namespace praxis::soap
