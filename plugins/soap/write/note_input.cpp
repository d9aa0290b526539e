// SPDX-License-Identifier: MIT
#include "write/note_input.hpp"

#include "note/note_carried.hpp"
#include "validate/validate_value.hpp"
#include "write/set_words.hpp"
#include "write/shorthand/line.hpp"

#include <praxis/error.hpp>
#include <praxis/text.hpp>

#include <algorithm>
#include <utility>

namespace praxis::soap {

namespace {

bool is_empty(const Value* value) {
    return value == nullptr || is_unrecorded(*value);
}

/// --technique fills what the file leaves open; it does not contradict what the file says.
void add_techniques(Value& file, const std::vector<std::string>& techniques) {
    if (techniques.empty()) {
        return;
    }
    if (is_empty(file.find("technique"))) {
        file["technique"] = Value::Array(techniques.begin(), techniques.end());
        return;
    }
    const auto& named = *file.find("technique");
    for (const auto& technique : techniques) {
        const bool there =
            named.is_array()
                ? std::find(named.as_array().begin(), named.as_array().end(), Value{technique}) !=
                      named.as_array().end()
                : named.plain() == technique;
        if (!there) {
            throw Refused(
                "--technique says " + technique + ", and the note file says " + named.plain(),
                "name the technique in the file, or leave out --technique"
            );
        }
    }
}

/// One --work may hold several lines.
std::vector<std::string> lines_of(const std::vector<std::string>& work) {
    std::vector<std::string> lines;
    for (const auto& text : work) {
        for (auto& line : split(text, '\n')) {
            if (text.find('\n') == std::string::npos || !trim(line).empty()) {
                lines.push_back(std::move(line));
            }
        }
    }
    return lines;
}

/// Two lines that say different things of one field: the last one would hide the other.
/// said  what earlier lines set; gets what this one sets
void refuse_contradictions(std::vector<std::string>& said, const std::vector<std::string>& sets) {
    for (const auto& set : sets) {
        const auto path = set.substr(0, set.find('=') + 1);
        const auto before = std::find_if(said.begin(), said.end(), [&path](const auto& one) {
            return one.starts_with(path);
        });
        const bool grows = path == "technique=";
        if (before != said.end() && *before != set && !grows) {
            throw UsageError(
                "--work: two lines say " + path.substr(0, path.size() - 1) + ", and not the same",
                "say it in one of them"
            );
        }
        said.push_back(set);
    }
}

struct Reading {
    Value body;
    std::vector<Problem> problems;
    std::vector<std::string> understood; // lines of work, and dates that were not written out
};

/// "plan.next_visit is 2026-11-27", where the file says "friday".
std::vector<std::string>
understood_dates(const Value& file, const Value& body, const TemplateBook& book) {
    std::vector<std::string> dates;
    const auto add = [&dates](const std::string& path, const Value* typed, const Value* kept) {
        if (typed != nullptr && kept != nullptr && *typed != *kept) {
            dates.push_back(path + " is " + kept->plain());
        }
    };
    add("date", file.find("date"), body.find("date"));
    for (const auto& part : book.parts()) {
        const auto* typed = file.find(part.id);
        const auto* kept = body.find(part.id);
        for (const auto& field : part.fields) {
            if (field.type == FieldType::date && typed != nullptr && kept != nullptr) {
                add(part.id + "." + field.name, typed->find(field.name), kept->find(field.name));
            }
        }
    }
    return dates;
}

Reading read(Session& session, const TemplateBook& book, const NoteInput& input) {
    auto file = parse_toml_or_json(input.text, input.source);
    if (!file.is_object()) {
        throw Refused(input.source + " holds no note", "praxis note form");
    }
    add_techniques(file, input.techniques);
    if (input.date) {
        file["date"] = input.date->str();
    }
    if (input.complaint) {
        file["complaint"] = *input.complaint;
    }
    Reading reading;
    const auto touched = apply_words(session, book, input, file, reading.understood);
    reading.body = validate_note(
        file, book, session.civil_now().civil(), session.date_order(), reading.problems
    );
    const auto dates = understood_dates(file, reading.body, book);
    reading.understood.insert(reading.understood.end(), dates.begin(), dates.end());
    settle_carried(reading.body, input.before.is_null() ? reading.body : input.before, touched);
    if (is_empty(file.find("date"))) {
        reading.problems.push_back({
            .weight = Problem::Weight::error,
            .path = "date",
            .message = "when did the session begin?",
            .hint = "date = \"" + session.civil_now().civil().str() + "\"",
        });
    }
    return reading;
}

std::vector<Problem> of_weight(const std::vector<Problem>& problems, Problem::Weight weight) {
    std::vector<Problem> picked;
    std::copy_if(
        problems.begin(),
        problems.end(),
        std::back_inserter(picked),
        [weight](const auto& problem) { return problem.weight == weight; }
    );
    return picked;
}

std::string paths_of(const std::vector<Problem>& problems) {
    std::vector<std::string> paths;
    for (const auto& problem : problems) {
        paths.push_back(problem.path);
    }
    return join(paths, ", ");
}

/// The command that shows every field a note of these techniques may have.
std::string form_command(const Value& body) {
    std::string words = "praxis note form";
    if (const auto* techniques = body.find("technique");
        techniques != nullptr && techniques->is_array()) {
        for (const auto& technique : techniques->as_array()) {
            words += " --technique " + technique.plain();
        }
    }
    return words + " shows every field";
}

} // namespace

std::vector<std::string> apply_words(
    Session& session,
    const TemplateBook& book,
    const NoteInput& input,
    Value& file,
    std::vector<std::string>& understood
) {
    std::vector<std::string> touched;
    const auto apply = [&](const std::vector<std::string>& sets) {
        auto told = apply_sets(file, sets, book, touched);
        std::move(told.begin(), told.end(), std::back_inserter(understood));
    };
    if (!input.work.empty()) {
        const auto words = ShorthandWords::load(session);
        BlocksBefore blocks{.count = count_blocks(file)};
        std::vector<std::string> said;
        for (const auto& line : lines_of(input.work)) {
            auto read = read_work(line, file, blocks, book, words);
            refuse_contradictions(said, read.sets);
            blocks.changed.push_back(read.block);
            apply(read.sets);
            understood.push_back(std::move(read.long_form));
        }
    }
    apply(input.sets);
    return touched;
}

Value read_note_input(
    Session& session, const TemplateBook& book, const NoteInput& input, Needs needs
) {
    auto reading = read(session, book, input);
    const auto errors = of_weight(reading.problems, Problem::Weight::error);
    if (!errors.empty()) {
        throw Refused(
            "the note was not stored:\n" + describe(errors, input.source),
            form_command(reading.body)
        );
    }
    for (const auto& understood : reading.understood) {
        session.report(understood);
    }
    if (const auto warnings = of_weight(reading.problems, Problem::Weight::warning);
        !warnings.empty()) {
        session.report(describe(warnings, input.source));
    }
    const auto missing = of_weight(reading.problems, Problem::Weight::missing);
    if (needs == Needs::said && !missing.empty()) {
        session.report("to be signed it still needs " + paths_of(missing));
    }
    return std::move(reading.body);
}

std::optional<std::string>
find_mistakes(Session& session, const TemplateBook& book, const NoteInput& input) {
    try {
        const auto errors = of_weight(read(session, book, input).problems, Problem::Weight::error);
        return errors.empty() ? std::nullopt : std::optional{describe(errors, input.source)};
    } catch (const Refused& error) { // no TOML yet: the editor opens again with the message
        return error.what();
    }
}

std::string source_name(const std::string& from) {
    return from == "-" ? "standard input" : from;
}

} // namespace praxis::soap
