// SPDX-License-Identifier: MIT
#include "intake/intake_sheet.hpp"

#include <praxis/error.hpp>
#include <praxis/text.hpp>
#include <praxis/value.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace praxis {

CommandSpec client_edit_command();
CommandSpec condition_add_command();
CommandSpec medication_add_command();
CommandSpec allergy_add_command();
CommandSpec complaint_add_command();
CommandSpec consent_record_command();

namespace clients {
namespace {

/// A table of the sheet.
struct IntakeTable {
    std::string_view name;
    std::string_view title; // in the form
    CommandSpec (*command)();
    bool several; // [[condition]]; otherwise [client]
};

constexpr std::array<IntakeTable, 6> tables{{
    {"client", "The person", client_edit_command, false},
    {"condition", "Pre-existing conditions", condition_add_command, true},
    {"medication", "Medication and other products", medication_add_command, true},
    {"allergy", "Allergies and intolerances", allergy_add_command, true},
    {"complaint", "Why the client comes", complaint_add_command, true},
    {"consent", "Consent", consent_record_command, true},
}};

std::string option_name(std::string key) {
    std::replace(key.begin(), key.end(), '_', '-');
    return key;
}

std::string key_of(std::string option) {
    std::replace(option.begin(), option.end(), '-', '_');
    return option;
}

WordContext context_of(Session& session) {
    return {session.civil_now().civil(), session.date_order()};
}

/// Reads one sheet.
class SheetReader {
  public:
    SheetReader(Session& session, const std::string& source)
        : source_(source), context_(context_of(session)) {}

    std::vector<IntakeStep> read(const Value& sheet) {
        std::vector<std::string> known;
        known.reserve(tables.size());
        for (const auto& table : tables) {
            known.emplace_back(table.name);
        }
        for (const auto& [key, value] : sheet.as_object()) {
            refuse_unless_known(key, value, known, "table");
        }
        for (const auto& table : tables) {
            if (const auto* const value = sheet.find(table.name)) {
                read(table, *value);
            }
        }
        return std::move(steps_);
    }

  private:
    void read(const IntakeTable& table, const Value& value) {
        const auto command = std::make_shared<const CommandSpec>(table.command());
        if (value.is_array()) {
            for (const auto& each : value.as_array()) {
                read_one(table, command, each);
            }
        } else {
            read_one(table, command, value);
        }
    }

    void read_one(
        const IntakeTable& table,
        const std::shared_ptr<const CommandSpec>& command,
        const Value& value
    ) {
        if (!value.is_object()) {
            refuse(value, std::string{table.name} + ": give a table");
        }
        IntakeStep step{std::string{table.name}, value.line(), command, command->make_args()};
        bool any = false;
        for (const auto& [key, given] : value.as_object()) {
            any = fill(step, key, given) || any;
        }
        if (any) {
            steps_.push_back(std::move(step));
        }
    }

    /// Gives whether the key had a value.
    bool fill(const IntakeStep& step, const std::string& key, const Value& given) {
        const auto& option = find_option(step, key, given);
        bool any = false;
        for (const auto& word : given.is_array() ? given.texts() : std::vector{given.plain()}) {
            if (!trim(word).empty()) {
                read_word_of(step, option, given, trim(word));
                any = any || !option.value.empty() || is_yes(word);
            }
        }
        return any;
    }

    static bool is_yes(const std::string& word) {
        const auto folded = fold(word);
        return folded == "yes" || folded == "y" || folded == "true";
    }

    void read_word_of(
        const IntakeStep& step,
        const OptionSpec& option,
        const Value& given,
        const std::string& word
    ) {
        if (option.value.empty()) { // a flag
            if (is_yes(word)) {
                option.read(step.args.get(), "", context_);
            } else if (fold(word) != "no" && fold(word) != "n" && fold(word) != "false") {
                refuse(given, step.table + ": " + key_of(option.name) + ": give yes or no");
            }
            return;
        }
        const auto& choices = option.choices;
        if (!choices.empty() && std::find(choices.begin(), choices.end(), word) == choices.end()) {
            refuse(
                given,
                step.table + ": " + key_of(option.name) + ": invalid value " + visible(word) +
                    ", choose from " + join(choices, ", ")
            );
        }
        try {
            option.read(step.args.get(), word, context_);
        } catch (const UsageError& error) {
            refuse(given, step.table + ": " + key_of(option.name) + ": " + error.what());
        }
    }

    const OptionSpec&
    find_option(const IntakeStep& step, const std::string& key, const Value& given) const {
        std::vector<std::string> known;
        for (const auto& option : step.command->options) {
            if (!option.argument && option.name == option_name(key)) {
                return option;
            }
            if (!option.argument) {
                known.push_back(key_of(option.name));
            }
        }
        refuse_unless_known(key, given, known, "key of " + step.table);
        throw std::logic_error("a known key has an option");
    }

    void refuse_unless_known(
        const std::string& key,
        const Value& at,
        const std::vector<std::string>& known,
        const std::string& what
    ) const {
        if (std::find(known.begin(), known.end(), key) == known.end()) {
            const auto meant = did_you_mean(key, known);
            refuse(
                at,
                "unknown " + what + ": " + visible(key) +
                    (meant ? ", did you mean " + *meant + "?" : ", choose from " + join(known, ", ")
                    )
            );
        }
    }

    [[noreturn]] void refuse(const Value& at, const std::string& what) const {
        const auto line = at.line() > 0 ? ":" + std::to_string(at.line()) : "";
        throw Refused(source_ + line + ": " + what, "praxis help intake record shows the form");
    }

    const std::string& source_;
    WordContext context_;
    std::vector<IntakeStep> steps_;
};

std::string place_of(const IntakeStep& step) {
    return step.table + (step.line > 0 ? " (line " + std::to_string(step.line) + ")" : "") + ": ";
}

/// The commands take the client as their only argument.
void fill_client(Session& session, const IntakeStep& step, ClientId client) {
    for (const auto& option : step.command->options) {
        if (option.argument) {
            option.read(step.args.get(), client.str(), context_of(session));
        }
    }
}

/// Opens the form until its content can be read.
std::string edit_form(Session& session, const std::string& name, const std::string& uuid) {
    return session.edit_text({
        .subject = "the intake of " + name,
        .client = uuid,
        .key = "intake",
        .text = intake_form(name),
        .file_ending = ".toml",
        .check = [&](const std::string& text) -> std::optional<std::string> {
            try {
                read_intake(session, text, "the form");
                return std::nullopt;
            } catch (const Refused& error) {
                return error.what();
            }
        },
    });
}

std::string comment_of(const OptionSpec& option) {
    auto comment = option.help;
    if (!option.choices.empty()) {
        comment += ": " + join(option.choices, ", ");
    }
    return option.value.empty() ? comment + " (yes or no)" : comment;
}

} // namespace

std::vector<IntakeStep>
read_intake(Session& session, std::string_view text, const std::string& source) {
    return SheetReader{session, source}.read(parse_toml_or_json(text, source));
}

Result record_intake(Session& session, ClientId client, const std::vector<IntakeStep>& steps) {
    Value::Array recorded;
    for (const auto& step : steps) {
        try {
            fill_client(session, step, client);
            const auto result = step.command->run(session, step.args.get());
            const auto* const message = std::get_if<Message>(&result);
            recorded.push_back(Value::Object{
                {"table", step.table}, {"id", message != nullptr ? message->text : std::string{}}});
        } catch (const Refused& error) {
            throw Refused(place_of(step) + error.what(), error.hint());
        } catch (const UsageError& error) {
            throw Refused(place_of(step) + error.what(), error.hint());
        }
    }
    session.report(
        client.str() + ": " + std::to_string(steps.size()) +
        (steps.size() == 1 ? " entry" : " entries") + " recorded"
    );
    return Message{
        client.str(), Value::Object{{"id", client.str()}, {"recorded", std::move(recorded)}}};
}

std::string intake_form(const std::string& name) {
    std::string form = "# Intake of " + visible(name) +
                       ". What is empty is not recorded.\n"
                       "# Repeat a table for each further entry.\n";
    for (const auto& table : tables) {
        const std::string heading{table.name};
        form += "\n# " + std::string{table.title} + "\n" +
                (table.several ? "[[" + heading + "]]" : "[" + heading + "]") + "\n";
        for (const auto& option : table.command().options) {
            if (!option.argument) {
                form += key_of(option.name) + " = \"\" # " + comment_of(option) + "\n";
            }
        }
    }
    return form;
}

std::vector<IntakeStep> obtain_intake(
    Session& session,
    const std::optional<std::string>& file,
    const std::string& name,
    const std::string& uuid
) {
    const std::string source = !file ? "the form" : *file == "-" ? "standard input" : *file;
    const auto text = file ? session.read_text(*file) : edit_form(session, name, uuid);
    auto steps = read_intake(session, text, source);
    if (steps.empty()) {
        throw Refused(source + " has no entry", "fill in at least one value");
    }
    return steps;
}

} // namespace clients
} // namespace praxis
