// SPDX-License-Identifier: MIT
#include "write/shorthand/line.hpp"

#include "note/note_templates.hpp"
#include "template/field_text.hpp"
#include "write/shorthand/target.hpp"
#include "write/shorthand/tokens.hpp"

#include <praxis/body.hpp>
#include <praxis/error.hpp>
#include <praxis/text.hpp>

#include <algorithm>
#include <utility>

namespace praxis::soap {

namespace {

bool is_numeric(const Field& field) {
    return field.type == FieldType::whole || field.type == FieldType::number;
}

bool has_choices(const Field& field) {
    return (field.type == FieldType::choice || field.type == FieldType::list) &&
           !field.choices.empty();
}

class LineReader {
  public:
    LineReader(
        const Value& file,
        const BlocksBefore& blocks,
        const TemplateBook& book,
        const ShorthandVocabulary& vocabulary
    )
        : file_(file), blocks_(blocks), book_(book), vocabulary_(vocabulary) {}

    WorkReading read(const std::string& text) {
        auto line = split_work_line(text);
        if (line.tokens.empty()) {
            refuse_work("the line is empty", "--work \"dt both lower-back 20m p3 forearm 7>4\"");
        }
        target_ = find_target(line.tokens.front(), file_, blocks_, book_, vocabulary_);
        if (target_.named) {
            last_token_ = line.tokens.front();
            line.tokens.erase(line.tokens.begin());
        }
        for (const auto& token : line.tokens) {
            if (!take(token)) {
                refuse_token(token);
            }
            last_token_ = token.substr(0, token.find('='));
        }
        if (!line.free_text.empty()) {
            take_free_text(line.free_text);
        }
        return resolve_facts(target_, own_, of_note_, file_, blocks_);
    }

  private:
    // Tokens: the first reading that matches is used.

    bool take(const std::string& token) {
        return take_assignment(token) || take_pain(token) || take_place(token) ||
               take_amount(token) || take_temperature(token) || take_numbered(token) ||
               take_choice(token) || take_flag(token) || take_whole_field(token);
    }

    bool take_assignment(const std::string& token) {
        const auto equals = token.find('=');
        if (equals == std::string::npos) {
            return false;
        }
        const auto name = token.substr(0, equals);
        const auto value = token.substr(equals + 1);
        const auto meaning = vocabulary_.expand_field(name);
        if (const auto both = split_meaning(meaning, " > "); both.size() > 1) {
            take_several(token, both, value, '>', true);
        } else if (const auto several = split_meaning(meaning, " x "); several.size() > 1) {
            take_several(token, several, value, 'x', false);
        } else if (!assign(meaning, value)) {
            refuse_token(name);
        }
        return true;
    }

    /// 60x3 for two fields. Fields that the technique does not have are skipped.
    void take_several(
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
            refuse_token(token.substr(0, token.find('=')));
        }
        const auto values = split(value, between);
        if (values.size() > names.size() || (needs_all && values.size() < names.size())) {
            refuse_work(
                token.substr(0, token.find('=')) + ": " + std::to_string(names.size()) +
                    (names.size() == 1 ? " value expected: " : " values expected: ") +
                    join(names, std::string{" "} + between + " "),
                ""
            );
        }
        for (std::size_t i = 0; i < values.size(); ++i) {
            assign(names[i], values[i]);
        }
    }

    bool take_pain(const std::string& token) {
        const std::string arrow = token.find("→") == std::string::npos ? ">" : "→";
        const auto at = token.find(arrow);
        if (at == std::string::npos) {
            return false;
        }
        const auto before = token.substr(0, at);
        const auto after = token.substr(at + arrow.size());
        const auto is_pain = [](const auto& text) { return text.empty() || is_digits(text); };
        if (!is_pain(before) || !is_pain(after) || (before.empty() && after.empty())) {
            return false;
        }
        const bool of_row = target_.kind == WorkTarget::Kind::row && has("before") && has("after");
        const bool of_block = has("pain_before") && has("pain_after");
        const std::string prefix = of_block ? "pain_" : "";
        const bool own = of_row || of_block;
        if (!before.empty()) {
            assign(own ? prefix + "before" : "subjective.pain_now", before);
        }
        if (!after.empty()) {
            assign(own ? prefix + "after" : "assessment.pain_after", after);
        }
        return true;
    }

    bool take_place(const std::string& token) {
        if (target_.fields.empty()) {
            return false;
        }
        if (!has("side") && !has("region")) {
            return false;
        }
        if (const auto side = vocabulary_.find_side(token);
            side && has("side") && own_value("side").empty()) {
            add_fact("side", *side);
            return true;
        }
        if (take_region_or_muscle(token)) {
            return true;
        }
        const auto dash = token.find('-');
        const auto side =
            dash == std::string::npos ? std::nullopt : vocabulary_.find_side(token.substr(0, dash));
        if (side && own_value("side").empty() && take_region_or_muscle(token.substr(dash + 1))) {
            add_fact("side", *side);
            return true;
        }
        return false;
    }

    bool take_region_or_muscle(const std::string& token) {
        const auto region = has("region") ? vocabulary_.find_region(token) : std::nullopt;
        const auto* muscle = has("muscle") ? vocabulary_.find_muscle(token) : nullptr;
        const bool needs_region = region && own_value("region").empty();
        const bool needs_muscle = muscle != nullptr && own_value("muscle").empty();
        if (!needs_region && !needs_muscle) {
            return false;
        }
        refuse_if_choice(token, needs_region);
        if (needs_region) {
            add_fact("region", *region);
            return true;
        }
        add_fact("muscle", muscle->name);
        if (own_value("region").empty()) {
            add_fact("region", muscle->region);
        } else if (own_value("region") != muscle->region) {
            refuse_work(
                muscle->name + " is in the region " + muscle->region + ", but the line names " +
                    own_value("region"),
                "to record both, write \"muscle=" + muscle->name + "\""
            );
        }
        return true;
    }

    [[nodiscard]] bool has(const char* field) const {
        return find_field(target_.fields, field) != nullptr;
    }

    /// A forearm is a region and a tool: praxis does not guess which is meant.
    void refuse_if_choice(const std::string& token, bool is_region) const {
        for (const auto& field : target_.fields) {
            if (has_choices(field) &&
                find_choice(vocabulary_.expand_choice(token), field.choices)) {
                const std::string place = is_region ? "region" : "muscle";
                refuse_work(
                    "'" + visible(token) + "' can be the " + place + " or the " + field.name,
                    "write " + place + "=" + token + " or " + field.name + "=" + token
                );
            }
        }
    }

    bool take_amount(const std::string& token) {
        const auto [number, unit] = split_number_from(token, true);
        if (!is_number(number) || unit.empty()) {
            return false;
        }
        const auto& fields = target_.fields.empty() ? book_.session().fields : target_.fields;
        for (const auto& field : fields) {
            if (is_numeric(field) && is_unit(field.unit, unit)) {
                add_fact(field.name, number);
                return true;
            }
        }
        return false;
    }

    bool take_temperature(const std::string& token) {
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
    bool take_numbered(const std::string& token) {
        const auto [name, number] = split_number_from(token, false);
        if (name == "C" || name == "T" || name == "L" || name == "S") { // T5 is a vertebra
            return false;
        }
        const auto* field = find_field(target_.fields, vocabulary_.expand_field(name));
        if (name.empty() || !is_number(number) || field == nullptr || !is_numeric(*field)) {
            return false;
        }
        add_fact(field->name, number);
        return true;
    }

    bool take_choice(const std::string& token) {
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

    bool take_flag(const std::string& token) {
        const bool no = token.starts_with("no-");
        const auto* field =
            find_field(target_.fields, vocabulary_.expand_field(no ? token.substr(3) : token));
        if (field == nullptr || field->type != FieldType::yes_no) {
            return false;
        }
        add_fact(field->name, no ? "no" : "yes");
        return true;
    }

    bool take_whole_field(const std::string& token) {
        const auto assignment = vocabulary_.find_whole_field(token);
        if (!assignment) {
            return false;
        }
        const auto equals = assignment->find('=');
        return equals != std::string::npos &&
               assign(trim(assignment->substr(0, equals)), trim(assignment->substr(equals + 1)));
    }

    void take_free_text(const std::string& text) {
        if (target_.fields.empty()) {
            refuse_work(
                "free text needs a block", "begin the line with a technique, or write resp=..."
            );
        }
        add_fact("text", vocabulary_.expand_abbreviations(text));
    }

    // The facts so far

    std::string own_value(const std::string& name) const {
        const auto found = std::find_if(own_.begin(), own_.end(), [&](const auto& fact) {
            return fact.path == name;
        });
        return found == own_.end() ? std::string{} : found->value;
    }

    /// Adds a fact of the block or row, or of the session when the line is about that.
    void add_fact(const std::string& name, const std::string& value) {
        auto& facts = target_.fields.empty() ? of_note_ : own_;
        const auto known = std::find_if(facts.begin(), facts.end(), [&](const auto& fact) {
            return fact.path == name;
        });
        if (known == facts.end()) {
            facts.push_back({name, value});
            return;
        }
        const auto* field = find_field(target_.fields, name);
        if (field == nullptr || field->type != FieldType::list) {
            refuse_work(name + " is given twice", "give it once");
        }
        known->value += "," + value;
    }

    /// Adds the value of a field of the block, of the top of the note, or of a part. False when
    /// there is no such field.
    bool assign(const std::string& name, const std::string& value) {
        if (const auto* field = find_field(target_.fields, name)) {
            add_fact(name, has_choices(*field) ? choices_of(value) : value);
            return true;
        }
        std::vector<std::string> paths;
        for (const auto& part : book_.parts()) {
            for (const auto& field : part.fields) {
                if (name == field.name || name == part.id + "." + field.name) {
                    paths.push_back(part.id + "." + field.name);
                }
            }
        }
        if (find_field(book_.session().fields, name) != nullptr) {
            paths = {name};
        }
        if (paths.size() > 1) {
            refuse_work(
                "'" + name + "' can be " + join(paths, " or "), "write the part before the field"
            );
        }
        if (paths.empty()) {
            return false;
        }
        const auto again = std::find_if(of_note_.begin(), of_note_.end(), [&](const auto& fact) {
            return fact.path == paths.front();
        });
        if (again != of_note_.end()) {
            refuse_work(paths.front() + " is given twice", "give it once");
        }
        of_note_.push_back({paths.front(), value});
        return true;
    }

    std::string choices_of(const std::string& value) const {
        std::vector<std::string> items;
        for (const auto& item : split(value, ',')) {
            items.push_back(vocabulary_.expand_choice(trim(item)));
        }
        return join(items, ",");
    }

    // Refusals

    [[noreturn]] void refuse_token(const std::string& token) const {
        if (const auto may_be = regions_it_may_be(token); !may_be.empty()) {
            refuse_work(
                "'" + visible(token) + "' can mean several regions",
                "choose from " + join(may_be, ", ")
            );
        }
        std::vector<std::string> known = vocabulary_.all_words();
        std::vector<std::string> choices;
        for (const auto& field : target_.fields) {
            known.push_back(field.name);
            if (has_choices(field)) {
                choices.insert(choices.end(), field.choices.begin(), field.choices.end());
            }
        }
        known.insert(known.end(), choices.begin(), choices.end());
        if (!target_.fields.empty()) {
            const auto places = vocabulary_.places();
            known.insert(known.end(), places.begin(), places.end());
        } else if (last_token_.empty()) {
            known = vocabulary_.line_starts();
            const auto techniques = book_.technique_ids();
            known.insert(known.end(), techniques.begin(), techniques.end());
        }
        const auto meant = did_you_mean(token, known);
        refuse_work(
            "'" + visible(token) + "' is unknown" +
                (last_token_.empty() ? " at the beginning" : " after '" + visible(last_token_) + "'"
                ),
            meant ? "did you mean " + *meant + "?" : expected(choices)
        );
    }

    std::string expected(const std::vector<std::string>& choices) const {
        if (target_.fields.empty()) {
            return last_token_.empty()
                       ? "begin with a technique (praxis technique list) or with \"note\""
                       : "write a field: resp=eased, next=friday, 7>4, 60m";
        }
        std::vector<std::string> kinds;
        if (own_value("region").empty()) {
            kinds.emplace_back("a region or muscle");
        }
        if (own_value("side").empty()) {
            kinds.emplace_back("a side");
        }
        kinds.emplace_back("20m");
        kinds.emplace_back("7>4");
        for (const auto& field : target_.fields) {
            if (field.type == FieldType::yes_no) {
                kinds.push_back(field.name);
            }
        }
        kinds.insert(kinds.end(), choices.begin(), choices.end());
        return "expected: " + join(kinds, ", ") + " or FIELD=VALUE";
    }

    const Value& file_;
    BlocksBefore blocks_;
    const TemplateBook& book_;
    const ShorthandVocabulary& vocabulary_;
    WorkTarget target_;
    std::vector<WorkFact> own_; // of the block or the row
    std::vector<WorkFact> of_note_;
    std::string last_token_; // the last token that was read
};

} // namespace

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
