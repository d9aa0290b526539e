// SPDX-License-Identifier: MIT
#include "write/shorthand/line.hpp"

#include "note/note_templates.hpp"
#include "template/template_words.hpp"
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
        const ShorthandWords& words
    )
        : file_(file), blocks_(blocks), book_(book), words_(words) {}

    Understood read(const std::string& text) {
        auto line = split_work(text);
        if (line.words.empty()) {
            refuse_work("the line is empty", "--work \"dt both lower-back 20m p3 forearm 7>4\"");
        }
        target_ = target_of(line.words.front(), file_, blocks_, book_, words_);
        if (target_.named) {
            before_ = line.words.front();
            line.words.erase(line.words.begin());
        }
        for (const auto& word : line.words) {
            if (!take(word)) {
                not_understood(word);
            }
            before_ = word.substr(0, word.find('='));
        }
        if (!line.free_text.empty()) {
            take_free_text(line.free_text);
        }
        return understood(target_, own_, of_note_, file_, blocks_);
    }

  private:
    // Its words, each by the first reading that fits

    bool take(const std::string& word) {
        return take_assignment(word) || take_pain(word) || take_place(word) || take_amount(word) ||
               take_temperature(word) || take_numbered(word) || take_choice(word) ||
               take_flag(word) || take_saying(word);
    }

    bool take_assignment(const std::string& word) {
        const auto equals = word.find('=');
        if (equals == std::string::npos) {
            return false;
        }
        const auto name = word.substr(0, equals);
        const auto value = word.substr(equals + 1);
        const auto meaning = words_.field(name);
        if (const auto both = split_meaning(meaning, " > "); both.size() > 1) {
            take_several(word, both, value, '>', true);
        } else if (const auto several = split_meaning(meaning, " x "); several.size() > 1) {
            take_several(word, several, value, 'x', false);
        } else if (!assign(meaning, value)) {
            not_understood(name);
        }
        return true;
    }

    /// 60x3 for two fields; of those that the technique has.
    void take_several(
        const std::string& word,
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
            not_understood(word.substr(0, word.find('=')));
        }
        const auto values = split(value, between);
        if (values.size() > names.size() || (needs_all && values.size() < names.size())) {
            refuse_work(
                word.substr(0, word.find('=')) + ": " + std::to_string(names.size()) +
                    (names.size() == 1 ? " value was expected, " : " values were expected, ") +
                    join(names, std::string{" "} + between + " "),
                ""
            );
        }
        for (std::size_t i = 0; i < values.size(); ++i) {
            assign(names[i], values[i]);
        }
    }

    bool take_pain(const std::string& word) {
        const std::string arrow = word.find("→") == std::string::npos ? ">" : "→";
        const auto at = word.find(arrow);
        if (at == std::string::npos) {
            return false;
        }
        const auto before = word.substr(0, at);
        const auto after = word.substr(at + arrow.size());
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

    bool take_place(const std::string& word) {
        if (target_.fields.empty()) {
            return false;
        }
        if (!has("side") && !has("region")) {
            return false;
        }
        if (const auto side = words_.side(word); side && has("side") && place("side").empty()) {
            add("side", *side);
            return true;
        }
        if (take_region_or_muscle(word)) {
            return true;
        }
        const auto dash = word.find('-');
        const auto side =
            dash == std::string::npos ? std::nullopt : words_.side(word.substr(0, dash));
        if (side && place("side").empty() && take_region_or_muscle(word.substr(dash + 1))) {
            add("side", *side);
            return true;
        }
        return false;
    }

    bool take_region_or_muscle(const std::string& word) {
        const auto region = has("region") ? words_.region(word) : std::nullopt;
        const auto* muscle = has("muscle") ? words_.muscle(word) : nullptr;
        const bool needs_region = region && place("region").empty();
        const bool needs_muscle = muscle != nullptr && place("muscle").empty();
        if (!needs_region && !needs_muscle) {
            return false;
        }
        refuse_if_choice(word, needs_region);
        if (needs_region) {
            add("region", *region);
            return true;
        }
        add("muscle", muscle->name);
        if (place("region").empty()) {
            add("region", muscle->region);
        } else if (place("region") != muscle->region) {
            refuse_work(
                muscle->name + " lies in the region " + muscle->region + ", and the line says " +
                    place("region"),
                "write it out: \"muscle=" + muscle->name + "\""
            );
        }
        return true;
    }

    [[nodiscard]] bool has(const char* field) const {
        return find_field(target_.fields, field) != nullptr;
    }

    /// A forearm is a region and a tool: which is not guessed.
    void refuse_if_choice(const std::string& word, bool is_region) const {
        for (const auto& field : target_.fields) {
            if (has_choices(field) && find_choice(words_.choice(word), field.choices)) {
                const std::string place = is_region ? "region" : "muscle";
                refuse_work(
                    "'" + visible(word) + "' may be the " + place + " or " + field.name,
                    "say which: " + place + "=" + word + " or " + field.name + "=" + word
                );
            }
        }
    }

    bool take_amount(const std::string& word) {
        const auto [number, unit] = split_behind(word, true);
        if (!is_number(number) || unit.empty()) {
            return false;
        }
        const auto& fields = target_.fields.empty() ? book_.session().fields : target_.fields;
        for (const auto& field : fields) {
            if (is_numeric(field) && is_unit(field.unit, unit)) {
                add(field.name, number);
                return true;
            }
        }
        return false;
    }

    bool take_temperature(const std::string& word) {
        const auto found =
            std::find_if(target_.fields.begin(), target_.fields.end(), [](const auto& field) {
                return field.type == FieldType::temperature;
            });
        const auto temperature = Temperature::parse(word);
        if (found == target_.fields.end() || !temperature) {
            return false;
        }
        add(found->name, temperature->str());
        return true;
    }

    /// "p3": a field and its number.
    bool take_numbered(const std::string& word) {
        const auto [name, number] = split_behind(word, false);
        if (name == "C" || name == "T" || name == "L" || name == "S") { // T5 is a vertebra
            return false;
        }
        const auto* field = find_field(target_.fields, words_.field(name));
        if (name.empty() || !is_number(number) || field == nullptr || !is_numeric(*field)) {
            return false;
        }
        add(field->name, number);
        return true;
    }

    bool take_choice(const std::string& word) {
        std::vector<const Field*> fitting;
        std::string choice;
        for (const auto& field : target_.fields) {
            const auto meant = words_.choice(word);
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
                "'" + visible(word) + "' may be " + fitting[0]->name + " or " + fitting[1]->name,
                "say which: " + fitting[0]->name + "=" + choice
            );
        }
        return fitting.size() == 1 && assign(fitting[0]->name, choice);
    }

    bool take_flag(const std::string& word) {
        const bool no = word.starts_with("no-");
        const auto* field = find_field(target_.fields, words_.field(no ? word.substr(3) : word));
        if (field == nullptr || field->type != FieldType::yes_no) {
            return false;
        }
        add(field->name, no ? "no" : "yes");
        return true;
    }

    bool take_saying(const std::string& word) {
        const auto saying = words_.saying(word);
        if (!saying) {
            return false;
        }
        const auto equals = saying->find('=');
        return equals != std::string::npos &&
               assign(trim(saying->substr(0, equals)), trim(saying->substr(equals + 1)));
    }

    void take_free_text(const std::string& text) {
        if (target_.fields.empty()) {
            refuse_work(
                "free text stands in a block", "begin with a technique, or give a field: resp=..."
            );
        }
        add("text", words_.spelt_out(text));
    }

    // What was understood

    std::string place(const std::string& name) const {
        const auto found = std::find_if(own_.begin(), own_.end(), [&](const auto& fact) {
            return fact.path == name;
        });
        return found == own_.end() ? std::string{} : found->value;
    }

    /// A field of the block, or of the session when the line is about that.
    void add(const std::string& name, const std::string& value) {
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
            refuse_work(name + " stands there twice");
        }
        known->value += "," + value;
    }

    /// Whether there is such a field: of the block, at the top of the note, or of a part.
    bool assign(const std::string& name, const std::string& value) {
        if (const auto* field = find_field(target_.fields, name)) {
            add(name, has_choices(*field) ? choices_of(value) : value);
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
            refuse_work("'" + name + "' may be " + join(paths, " or "), "write it out");
        }
        if (paths.empty()) {
            return false;
        }
        const auto again = std::find_if(of_note_.begin(), of_note_.end(), [&](const auto& fact) {
            return fact.path == paths.front();
        });
        if (again != of_note_.end()) {
            refuse_work(paths.front() + " stands there twice");
        }
        of_note_.push_back({paths.front(), value});
        return true;
    }

    std::string choices_of(const std::string& value) const {
        std::vector<std::string> items;
        for (const auto& item : split(value, ',')) {
            items.push_back(words_.choice(trim(item)));
        }
        return join(items, ",");
    }

    // What was not

    [[noreturn]] void not_understood(const std::string& word) const {
        if (const auto may_be = regions_it_may_be(word); !may_be.empty()) {
            refuse_work(
                "'" + visible(word) + "' does not say which region of the body",
                join(may_be, " or ") + "?"
            );
        }
        std::vector<std::string> known = words_.all();
        std::vector<std::string> choices;
        for (const auto& field : target_.fields) {
            known.push_back(field.name);
            if (has_choices(field)) {
                choices.insert(choices.end(), field.choices.begin(), field.choices.end());
            }
        }
        known.insert(known.end(), choices.begin(), choices.end());
        if (!target_.fields.empty()) {
            const auto places = words_.places();
            known.insert(known.end(), places.begin(), places.end());
        } else if (before_.empty()) {
            known = words_.beginnings();
            const auto techniques = book_.technique_ids();
            known.insert(known.end(), techniques.begin(), techniques.end());
        }
        const auto meant = did_you_mean(word, known);
        refuse_work(
            "'" + visible(word) + "' is not understood" +
                (before_.empty() ? " at the beginning" : " behind '" + visible(before_) + "'"),
            meant ? "did you mean " + *meant + "?" : expected(choices)
        );
    }

    std::string expected(const std::vector<std::string>& choices) const {
        if (target_.fields.empty()) {
            return before_.empty() ? "a technique or \"note\" was expected: praxis technique list"
                                   : "a field was expected: resp=eased, next=friday, 7>4, 60m";
        }
        std::vector<std::string> kinds;
        if (place("region").empty()) {
            kinds.emplace_back("a region or muscle");
        }
        if (place("side").empty()) {
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
    const ShorthandWords& words_;
    WorkTarget target_;
    std::vector<WorkFact> own_; // of the block or the row
    std::vector<WorkFact> of_note_;
    std::string before_; // the last word that was understood
};

} // namespace

Understood read_work(
    const std::string& line,
    const Value& file,
    const BlocksBefore& blocks,
    const TemplateBook& book,
    const ShorthandWords& words
) {
    return LineReader{file, blocks, book, words}.read(line);
}

} // namespace praxis::soap
