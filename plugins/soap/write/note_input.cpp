// SPDX-License-Identifier: MIT
#include "write/note_input.hpp"

#include "note/note_body.hpp"
#include "note/note_copied.hpp"
#include "template/field_place.hpp"
#include "validate/missing_fields.hpp"
#include "validate/validate_value.hpp"
#include "write/complaint_defaults.hpp"
#include "write/field_assignments.hpp"
#include "write/note_file.hpp"
#include "write/shorthand/line.hpp"

#include <praxis/clock_change.hpp>
#include <praxis/error.hpp>
#include <praxis/text.hpp>

#include <algorithm>
#include <utility>

namespace praxis::soap {

namespace {

bool is_empty(const Value* value) {
    return value == nullptr || is_unrecorded(*value);
}

/// --technique fills an absent `technique` of the file; it must not contradict the file.
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
                "--technique " + technique + " contradicts the note file, which has " +
                    named.plain(),
                "name the technique in the file, or leave out --technique"
            );
        }
    }
}

/// One --work may have several lines.
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

/// Refuses two lines that give one field different values: the last would hide the first.
/// earlier  the assignments of earlier lines; gets those of this line
void refuse_contradictions(
    std::vector<std::string>& earlier, const std::vector<std::string>& sets
) {
    for (const auto& set : sets) {
        const auto path = set.substr(0, set.find('=') + 1);
        const auto before = std::find_if(earlier.begin(), earlier.end(), [&path](const auto& one) {
            return one.starts_with(path);
        });
        const bool grows = path == "technique=";
        if (before != earlier.end() && *before != set && !grows) {
            throw UsageError(
                "--work: two lines give " + path.substr(0, path.size() - 1) + " different values",
                "give it in one line"
            );
        }
        earlier.push_back(set);
    }
}

struct Reading {
    Value body;
    std::vector<Problem> problems;
    std::vector<std::string> understood; // lines of work in full, and relative dates as dates
};

/// "plan: next visit is 2026-11-27", where the file says "friday".
std::vector<std::string>
understood_dates(const Value& file, const Value& body, const TemplateBook& book) {
    std::vector<std::string> dates;
    const auto add = [&dates](const std::string& path, const Value* typed, const Value* kept) {
        if (typed != nullptr && kept != nullptr && *typed != *kept) {
            dates.push_back(find_place(path, {}).text(": ") + " is " + kept->plain());
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

/// The session's length, if the file has it as a whole number.
std::optional<Minutes> length_of(const Value& file) {
    constexpr std::int64_t most = 600;
    const auto* minutes = file.find("minutes");
    const auto text = minutes == nullptr ? std::string{} : minutes->plain();
    const bool is_number = !text.empty() && text.size() <= 3 &&
                           text.find_first_not_of("0123456789") == std::string::npos;
    const auto length = is_number ? std::stoll(text) : 0;
    return length > 0 && length <= most ? std::optional{Minutes{length}} : std::nullopt;
}

/// A note is written after its session: of 45 minutes typed at 15:00, the session began at 14:15.
void assume_start(
    Session& session, const NoteInput& input, Value& file, std::vector<std::string>& understood
) {
    const auto typed = session.zone().at(*input.typed_at).civil().str();
    const auto* given = file.find("date");
    if (!is_empty(given) && given->plain() != typed) {
        return;
    }
    const auto length = length_of(file);
    const auto began = session.zone().at(*input.typed_at - length.value_or(Minutes{0})).civil();
    file["date"] = began.str();
    understood.push_back(
        "no --date given: the session began at " + began.str() +
        (length ? ", " + std::to_string(length->count()) + " minutes ago" : "")
    );
}

/// An hour that a change of clocks skips is wrong; one that occurs twice is read as the first.
void check_clocks(Session& session, const Value& file, Reading& reading) {
    const auto began = NoteBody{reading.body}.began();
    const auto* given = file.find("date");
    if (!began || given == nullptr) {
        return;
    }
    Problem problem{.path = "date", .place = {.group = {}, .field = "date"}, .line = given->line()};
    if (const auto skipped = find_skipped_time(session.zone(), *began)) {
        problem.message = began->str() + " does not exist: the clocks went from " +
                          skipped->before.str() + " to " + skipped->after.str();
        problem.hint = "write one of these";
        reading.problems.push_back(std::move(problem));
    } else if (find_repeated_time(session.zone(), *began)) {
        problem.weight = Problem::Weight::warning;
        problem.message = began->str() + " occurred twice, because the clocks went back: praxis "
                                         "uses the first";
        reading.problems.push_back(std::move(problem));
    }
}

Reading read(Session& session, const TemplateBook& book, const NoteInput& input) {
    auto file = parse_note_file(input.text, input.source);
    if (!file.is_object()) {
        throw Refused(input.source + " is not a note file", "for an empty note: praxis note form");
    }
    add_techniques(file, input.techniques);
    if (input.date) {
        file["date"] = input.date->str();
    }
    if (input.complaint) {
        file["complaint"] = *input.complaint;
    }
    if (input.kind) {
        file["kind"] = *input.kind;
    }
    Reading reading;
    const auto touched = apply_field_options(session, book, input, file, reading.understood);
    if (input.typed_at) {
        assume_start(session, input, file, reading.understood);
    }
    fill_from_complaint(input.complaint_on_record, file, reading.understood);
    reading.body = validate_note(
        file, book, session.civil_now().civil(), session.date_order(), reading.problems
    );
    check_clocks(session, file, reading);
    const auto dates = understood_dates(file, reading.body, book);
    reading.understood.insert(reading.understood.end(), dates.begin(), dates.end());
    update_copied_fields(
        reading.body, input.before.is_null() ? reading.body : input.before, touched
    );
    if (is_empty(file.find("date"))) {
        reading.problems.push_back({
            .weight = Problem::Weight::error,
            .path = "date",
            .place = {.group = {}, .field = "date"},
            .message = "the note needs the time when the session began",
            .hint = "date = \"" + session.civil_now().civil().str() + "\"",
        });
    }
    if (is_empty(file.find("technique"))) {
        reading.problems.push_back({
            .weight = Problem::Weight::error,
            .path = "technique",
            .place = {.group = {}, .field = "technique"},
            .message = "the note needs a technique",
            .hint = "technique = \"" + book.technique_ids().front() + "\", or --technique " +
                    book.technique_ids().front(),
        });
    }
    return reading;
}

std::vector<Problem>
select_by_weight(const std::vector<Problem>& problems, Problem::Weight weight) {
    std::vector<Problem> picked;
    std::copy_if(
        problems.begin(),
        problems.end(),
        std::back_inserter(picked),
        [weight](const auto& problem) { return problem.weight == weight; }
    );
    return picked;
}

/// Only a file that the therapist wrote has lines that mean something to them.
std::string describe_for_reader(std::vector<Problem> problems, const NoteInput& input) {
    if (input.is_file) {
        return describe(problems, input.source);
    }
    for (auto& problem : problems) {
        problem.line = 0;
    }
    return describe(problems, "");
}

/// What signing needs: fields to add, and values that it would refuse. Consent may be on record
/// instead of in the note, so only signing asks for it.
void report_missing(Session& session, std::vector<Problem> missing) {
    std::erase_if(missing, [](const auto& problem) {
        return problem.missing && problem.path == "consent.given";
    });
    if (const auto fields = ask_for_missing(missing); !fields.empty()) {
        session.report(fields);
    }
    for (const auto& problem : missing) {
        if (!problem.missing) {
            session.report("Before signing, correct this: " + problem.message);
        }
    }
}

std::vector<Error::Problem> list_problems(const std::vector<Problem>& errors) {
    std::vector<Error::Problem> listed;
    for (const auto& error : errors) {
        listed.push_back({error.place.text(": "), error.message});
    }
    return listed;
}

/// The command that shows every field of a note with these techniques.
std::string form_command(const Value& body) {
    std::string command = "praxis note form";
    for (const auto& technique : NoteBody{body}.techniques()) {
        command += " --technique " + technique;
    }
    return "for all fields: " + command;
}

} // namespace

std::vector<std::string> apply_field_options(
    Session& session,
    const TemplateBook& book,
    const NoteInput& input,
    Value& file,
    std::vector<std::string>& understood
) {
    std::vector<std::string> touched;
    const auto apply = [&](const std::vector<std::string>& sets) {
        auto messages = apply_assignments(file, sets, book, touched);
        std::move(messages.begin(), messages.end(), std::back_inserter(understood));
    };
    if (!input.work.empty()) {
        const auto vocabulary = ShorthandVocabulary::load(session);
        BlocksBefore blocks{.count = count_blocks(file)};
        std::vector<std::string> earlier;
        for (const auto& line : lines_of(input.work)) {
            auto read = read_work(line, file, blocks, book, vocabulary);
            refuse_contradictions(earlier, read.sets);
            blocks.changed.push_back(read.block);
            apply(read.sets);
            understood.push_back(std::move(read.long_form));
        }
    }
    apply(input.sets);
    return touched;
}

Value read_note_input(
    Session& session, const TemplateBook& book, const NoteInput& input, MissingFields missing_fields
) {
    auto reading = read(session, book, input);
    const auto errors = select_by_weight(reading.problems, Problem::Weight::error);
    if (!errors.empty()) {
        Refused refused{
            "the note was not stored:\n" + describe_for_reader(errors, input),
            form_command(reading.body)};
        refused.set_problems(list_problems(errors));
        throw refused;
    }
    for (const auto& understood : reading.understood) {
        session.report(understood);
    }
    if (const auto warnings = select_by_weight(reading.problems, Problem::Weight::warning);
        !warnings.empty()) {
        session.report(describe_for_reader(warnings, input));
    }
    if (missing_fields == MissingFields::report) {
        report_missing(session, select_by_weight(reading.problems, Problem::Weight::missing));
    }
    return std::move(reading.body);
}

NotePreview preview_note(Session& session, const TemplateBook& book, const NoteInput& input) {
    auto reading = read(session, book, input);
    return {
        .body = std::move(reading.body),
        .missing = select_by_weight(reading.problems, Problem::Weight::missing),
        .has_errors = !select_by_weight(reading.problems, Problem::Weight::error).empty()};
}

std::optional<std::string>
find_mistakes(Session& session, const TemplateBook& book, const NoteInput& input) {
    try {
        const auto errors =
            select_by_weight(read(session, book, input).problems, Problem::Weight::error);
        return errors.empty() ? std::nullopt : std::optional{describe(errors, "")};
    } catch (const Refused& error) { // not TOML: the editor opens again with the message
        return error.what();
    }
}

std::string source_name(const std::string& from) {
    return from == "-" ? "standard input" : from;
}

} // namespace praxis::soap
