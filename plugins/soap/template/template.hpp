// SPDX-License-Identifier: MIT
/// The fields of a note: those of its parts and of each technique's block. They are read from TOML
/// files that a therapist can read and extend (schemas/soap/README.md explains the format).
#pragma once
#include "template/field_place.hpp"

#include <praxis/session.hpp>
#include <praxis/value.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace praxis::soap {

enum class FieldType {
    text,   // free text
    choice, // one of `choices`
    list,   // several of `choices`; free texts when there are none
    whole,  // a whole number
    number, // a number with or without a fraction
    yes_no,
    date,        // "2026-11-27"
    region,      // core's regions
    side,        // core's sides
    regions,     // several regions
    temperature, // a number with its unit: "52 C" or "126 F"
    table        // a table of `columns`, or a list of such tables when `repeatable`
};

/// One field, with everything that prompts, checks and prints need.
struct Field {
    std::string name;
    std::string label;
    FieldType type = FieldType::text;
    std::vector<std::string> choices;
    std::string unit;
    std::optional<double> minimum;
    std::optional<double> maximum;
    std::optional<double> warn_below; // accepted, with a warning
    std::optional<double> warn_above;
    bool required = false;                  // for signing; a draft can be without it
    bool only_of_treatments = false;        // `required`, but not of a wellness session
    std::vector<std::string> required_with; // the same, once one of these fields is recorded
    bool repeatable = false;
    std::string prompt; // the question, for the form
    std::string help;
    std::string source; // the id of the template's source that names the field
    std::vector<Field> columns;
    bool future = false; // a date in the future: "monday" is the next one
    bool copied = true;  // `note repeat` copies it; never with the unit NPRS
};

/// A value computed from other fields when the note is validated, such as a trigger point's status.
/// The first rule whose conditions are all true gives the value. There is no value while an earlier
/// rule depends on a field that is not recorded.
struct Computed {
    std::string name;
    std::string label;
    std::string source;

    struct Rule {
        std::string value;
        std::vector<std::pair<std::string, Value>> equals; // field and value
        std::vector<std::string> at_least_of;              // fields to count as "present"
        int at_least = 0;                                  // how many of them must be present
    };

    std::vector<Rule> rules;
};

/// A rule over several fields of one block.
struct CrossCheck {
    /// "differ": the fields must not have the same value (error)
    /// "ascending": no field is above the one after it (warning)
    /// "one-of": at least one of the fields is needed for signing (missing)
    /// "needed": each field must be yes for signing (missing)
    /// "expected": a field with the value no gets a warning
    /// "heat-dose": the `minutes` of a table are within `limits` for a temperature (warning)
    std::string kind;
    std::vector<std::string> fields;
    std::string message;
    std::string source;
    std::vector<std::pair<double, double>> limits; // degrees Celsius, minutes
    bool only_of_treatments = false;               // a "one-of" that a wellness session can skip
};

/// A technique's block, or one of the parts of the note (then `id` is "subjective" ...).
struct Template {
    std::string id;
    std::string name;
    std::string summary;
    int version = 1;
    std::vector<std::string> sources;
    std::vector<Field> fields; // in addition to those of every block
    std::vector<Computed> computed;
    std::vector<CrossCheck> checks;
    std::string origin; // plugin that contributed it
    std::string text;   // the file as read: stored with each note that uses it
    std::string digest; // BLAKE2b-256 of the text, in hex
};

/// Something that signing needs and a note lacks, in the reader's terms.
struct MissingField {
    std::string place; // "block 1 (deep tissue)", "Subjective", "the note"
    std::string label; // "skin afterwards"
    std::string needs; // its name in a note file, and what it takes
};

/// Something wrong with a note or a template, at its place.
struct Problem {
    enum class Weight { error, missing, warning }; // missing: needed only for signing

    Weight weight = Weight::error;
    std::string path;      // "block[2].layer": of the second block
    FieldPlace place = {}; // the same for people; empty for problems of a template
    std::string message;
    std::string hint;
    int line = 0;                        // of the file; 0 when unknown
    int column = 0;                      // the same; only templates have it
    std::optional<MissingField> missing; // of a field to add
};

/// All templates: the parts of a note, and the techniques of soap and of data plugins.
class TemplateBook {
  public:
    /// A technique of another plugin that cannot be read is left out and reported.
    /// errors  Refused naming file, line and column when a template of soap cannot be read
    static TemplateBook load(Session& session);
    /// The same from the given files.
    static TemplateBook from_files(
        const std::vector<ContributedFile>& parts, const std::vector<ContributedFile>& techniques
    );

    /// consent, subjective, objective, assessment, plan, and the parts of data plugins. Each is a
    /// table of the note, named by the part's id.
    [[nodiscard]] const std::vector<Template>& parts() const { return parts_; }

    /// The note's own keys: technique, date, minutes, complaint.
    [[nodiscard]] const Template& session() const { return session_; }

    /// The keys of every block: technique, region, side, minutes, text.
    [[nodiscard]] const Template& block() const { return block_; }

    [[nodiscard]] const std::vector<Template>& techniques() const { return techniques_; }

    [[nodiscard]] std::vector<std::string> technique_ids() const;

    [[nodiscard]] const Template* find_technique(std::string_view id) const;

    /// errors  NotFound, suggesting the nearest id; Refused when its file cannot be read
    [[nodiscard]] const Template& get_technique(std::string_view id) const;

  private:
    struct Broken {
        std::string name; // of the file, without its ending
        std::string path;
        std::string message;
    };

    void add_technique(const ContributedFile& file);

    Template session_;
    Template block_;
    std::vector<Template> parts_;
    std::vector<Template> techniques_;
    std::vector<Broken> broken_;
};

/// The ids of all installed techniques, sorted. Reads only the heads of their files.
std::vector<std::string> technique_ids(Session& session);

/// The fields of a block with that technique: the common ones, then its own. A technique of a data
/// plugin may have a field of its own in the place of a common one.
std::vector<Field> fields_of_block(const Template& common, const Template& technique);

/// Reads one template. Mistakes go into `problems`, with line and column.
/// errors  Refused with line and column when the text is not TOML
Template
read_template(std::string_view text, const std::string& source, std::vector<Problem>& problems);

/// Checks a note file against the templates and returns the note's body: the same tree with dates
/// in ISO form and computed values. Unknown keys are errors. The body is complete only when no
/// problem has the weight `error`.
Value validate_note(
    const Value& file,
    const TemplateBook& book,
    CivilTime now,
    DateOrder order,
    std::vector<Problem>& problems
);

/// An empty note file for these techniques: TOML with every field, its prompt, unit and choices as
/// a comment. Stored as it is, it records nothing.
/// last  the body of an earlier note, whose values are added as comments, or null
std::string empty_form(
    const TemplateBook& book, const std::vector<std::string>& techniques, const Value& last = {}
);

/// The value of a temperature field: "52 C", "126F", "52.5 °C".
struct Temperature {
    double degrees = 0;
    char scale = 'C'; // or 'F'

    /// Nothing for a number without a unit, and for any other text.
    static std::optional<Temperature> parse(std::string_view text);
    [[nodiscard]] double celsius() const;
    [[nodiscard]] std::string str() const; // "52 C"
};

/// "whole", "yes_no" ...: the name of the type in the TOML files.
std::string_view type_name(FieldType type);

/// The value that a field takes, for people: "a whole number from 1 to 5", "one of hara, back".
std::string expected_value(const Field& field);

/// The problems as one message, one per line.
/// source  the name of the file whose lines the problems name; may be empty
std::string describe(const std::vector<Problem>& problems, std::string_view source);

} // namespace praxis::soap
