// SPDX-License-Identifier: MIT
/// What may stand in a note: the fields of its four parts, and of each technique's block, read
/// from TOML files that a therapist can read and extend (schemas/soap/README.md says how).
#pragma once
#include <praxis/session.hpp>
#include <praxis/value.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace praxis::soap {

enum class FieldType {
    text,   // free words
    choice, // one of `choices`
    list,   // several of `choices`; free words when there are none
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

/// One field, with everything that a prompt, a check and a print need.
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
    bool required = false;                  // for signing; a draft may lack it
    std::vector<std::string> required_with; // the same, once one of these beside it is recorded
    bool repeatable = false;
    std::string prompt; // the question, for the form
    std::string help;
    std::string source; // where the fact was read: the id of one of the template's sources
    std::vector<Field> columns;
    bool future = false; // a date ahead: "monday" is the next one
    bool carried = true; // `note repeat` may take it over; never what has the unit NPRS
};

/// A value worked out from others when the note is validated, such as a trigger point's status.
/// The first rule whose conditions all hold gives the value; there is none while a rule before it
/// hangs on a field that is not recorded.
struct Computed {
    std::string name;
    std::string label;
    std::string source;

    struct Rule {
        std::string value;
        std::vector<std::pair<std::string, Value>> equals; // field and value
        std::vector<std::string> at_least_of;              // fields that count as "present" ...
        int at_least = 0;                                  // ... of which so many must be
    };

    std::vector<Rule> rules;
};

/// A rule over several fields of one block.
struct CrossCheck {
    /// "differ": the fields must not have the same value (error)
    /// "ascending": no field is above the one after it (warning)
    /// "one-of": at least one of the fields is needed for signing (missing)
    /// "needed": each field must be yes for signing (missing)
    /// "expected": a field that says no is worth a warning
    /// "heat-dose": a temperature and a table with `minutes`, against `limits` (warning)
    std::string kind;
    std::vector<std::string> fields;
    std::string message;
    std::string source;
    std::vector<std::pair<double, double>> limits; // degrees Celsius, minutes
};

/// A technique's block, or one of the parts of the note (then `id` is "subjective" ...).
struct Template {
    std::string id;
    std::string name;
    std::string summary;
    int version = 1;
    std::vector<std::string> sources;
    std::vector<Field> fields; // beside technique, region, side, minutes, text of every block
    std::vector<Computed> computed;
    std::vector<CrossCheck> checks;
    std::string origin; // plugin that contributed it
    std::string text;   // the file as it was read: stored with each note that uses it
    std::string digest; // BLAKE2b-256 of the text, in hex
};

/// Something wrong with a note or a template, at its place.
struct Problem {
    enum class Weight { error, missing, warning }; // missing: only signing minds

    Weight weight = Weight::error;
    std::string path; // "block[2].layer": of the second block
    std::string message;
    std::string hint;
    int line = 0;   // of the file; 0 when unknown
    int column = 0; // the same; only templates have it
};

/// Every template there is: parts of the note, and techniques of soap and of data plugins.
class TemplateBook {
  public:
    /// A technique of another plugin that cannot be read costs only itself, and is told.
    /// errors  Refused naming file, line and column of a template of ours that cannot be read
    static TemplateBook load(Session& session);
    /// The same from files at hand.
    static TemplateBook from_files(
        const std::vector<ContributedFile>& parts, const std::vector<ContributedFile>& techniques
    );

    /// consent, subjective, objective, assessment, plan, and what data plugins add: tables of the
    /// note that bear the part's id.
    [[nodiscard]] const std::vector<Template>& parts() const { return parts_; }

    /// The note's own keys: technique, date, minutes, complaint.
    [[nodiscard]] const Template& session() const { return session_; }

    /// The keys of every block: technique, region, side, minutes, text.
    [[nodiscard]] const Template& block() const { return block_; }

    [[nodiscard]] const std::vector<Template>& techniques() const { return techniques_; }
    [[nodiscard]] std::vector<std::string> technique_ids() const;

    [[nodiscard]] const Template* find_technique(std::string_view id) const;

    /// errors  NotFound with what was probably meant; Refused when its file cannot be read
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

/// Reads one template; what is wrong with it goes into `problems`, with its line and column.
/// errors  Refused with line and column when the text is no TOML
Template
read_template(std::string_view text, const std::string& source, std::vector<Problem>& problems);

/// Checks a note file (cli.md section 3) against the templates and gives the note's body: the same
/// tree with unknown keys refused, dates in ISO form, computed values added. The body is whole
/// only when no problem has the weight `error`.
Value validate_note(
    const Value& file,
    const TemplateBook& book,
    CivilTime now,
    DateOrder order,
    std::vector<Problem>& problems
);

/// An empty note file for these techniques: TOML with every prompt, unit and choice as a comment.
/// last  the body of an earlier note, whose values stand there as remarks; null for none
std::string empty_form(
    const TemplateBook& book, const std::vector<std::string>& techniques, const Value& last = {}
);

/// What a temperature field holds: "52 C", "126F", "52.5 °C".
struct Temperature {
    double degrees = 0;
    char scale = 'C'; // or 'F'

    /// errors  nothing for a number without a unit, and for anything else
    static std::optional<Temperature> parse(std::string_view text);
    [[nodiscard]] double celsius() const;
    [[nodiscard]] std::string str() const; // "52 C"
};

/// "whole", "yes_no" ...: what the TOML files call the type.
std::string_view type_name(FieldType type);

/// What a field takes, for people: "a whole number from 1 to 5", "one of hara, back".
std::string expected_value(const Field& field);

/// The problems as one message, a line each, with the lines of `source` (a file's name).
std::string describe(const std::vector<Problem>& problems, std::string_view source);

} // namespace praxis::soap
