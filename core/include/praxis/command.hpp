// SPDX-License-Identifier: MIT
/// How a command is declared: its purpose, its arguments and options, its access, its function.
///
/// Who calls it. The file commands/waiting/add.cpp is the command `praxis waiting add`. It defines
/// `praxis::waiting_add_command()`, which the generated entry point registers (plugin.hpp). praxis
/// calls it when it needs the command: to run it, to show its help, to complete a command line. For
/// a run, praxis makes an Args, fills it from the command line, calls `prepare` (if there is one)
/// and then `run`.
///
/// What it owns. praxis owns the CommandSpec and the Args. `run` receives both Args and Session by
/// reference, for this call only. It returns a Result (result.hpp) and prints nothing.
///
/// What an error does. praxis refuses an unknown option, a missing argument or an unreadable value
/// before `run`, with exit code 2. An Error that `run` throws ends the command with its exit code;
/// what the command has written is rolled back. A command catches nothing. The `run` of this
/// example is in session.hpp.
///
/// Example, compiled in tests/core/sdk_examples_tests.cpp:
///
///     struct Args {
///         std::string client;
///         std::optional<Date> until;
///         bool urgent = false;
///     };
///
///     void options(Options<Args>& options) {
///         options.argument(&Args::client, "CLIENT", "id of the client");
///         options.option(&Args::until, "until", "DATE", "the last day to offer a visit").future();
///         options.flag(&Args::urgent, "urgent", "offer the next free visit").letter('u');
///     }
///
///     CommandSpec waiting_add_command() {
///         return command<Args>({
///             .summary = "put a client on the waiting list",
///             .examples = {"praxis waiting add C-0001 --until friday"},
///             .access = Access::write,
///             .options = options,
///             .run = run,
///         });
///     }
#pragma once
#include <praxis/error.hpp>
#include <praxis/session.hpp>

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace praxis {

/// What a command does with the practice: nothing, read it, write to it.
enum class Access { none, read, write };

/// none: praxis asks nothing. moderate: it shows what would happen and asks [y/N], unless --yes is
/// given. severe: the user must type the name, or give it with --confirm.
enum class Danger { none, moderate, severe };

/// What the value of an option is read with: dates count from today.
struct WordContext {
    CivilTime now;
    DateOrder order = DateOrder::ask;
};

/// Read one value. Each throws UsageError that names what was expected; praxis puts the option's
/// name before it.
PRAXIS_API void read_word(std::string_view word, std::string& value);
PRAXIS_API void read_word(std::string_view word, std::int64_t& value);
PRAXIS_API void read_word(std::string_view word, int& value);
PRAXIS_API void read_word(std::string_view word, double& value);

/// A value that the user is typing, for completion in a shell. No practice is open.
struct Completing {
    std::string typed;               // the part typed so far
    std::vector<std::string> before; // the arguments and options before it
    std::function<std::vector<ContributedFile>(std::string_view point)> contributed_files;
    std::function<std::vector<std::string>(std::string_view point)> contributed_names;
};

/// The value of an option that an extension point brought: "plan" and "PL-0001" for --plan PL-0001.
struct ContributedValue {
    std::string name; // of the contribution, and of the option
    std::string value;
};

/// How one option or argument is spelled, and where its value is stored.
struct OptionSpec {
    std::string name;   // long name without dashes; of an argument its name in the usage line
    char letter = '\0'; // short form, for options that are typed daily
    std::string value;  // the placeholder for the value in the help; empty for a flag
    std::string help;
    bool argument = false; // recognised by its position, not by a name
    bool required = false;
    bool repeatable = false;
    std::vector<std::string> choices; // the only values allowed; empty for any
    /// Returns whole values that complete a half-typed one; may be empty. praxis drops those that
    /// do not begin with what is typed.
    std::function<std::vector<std::string>(const Completing& half)> complete;
    std::function<void(void* args, std::string_view word, const WordContext& context)> read;
    /// Not empty: this is no option yet. praxis replaces it by one option for each contribution to
    /// that extension point, made by `for_contribution` from its name.
    std::string point;
    std::function<OptionSpec(const std::string& name)> for_contribution;
};

namespace detail {
template <class T> inline constexpr bool is_optional = false;
template <class T> inline constexpr bool is_optional<std::optional<T>> = true;
template <class T> inline constexpr bool is_vector = false;
template <class T> inline constexpr bool is_vector<std::vector<T>> = true;
} // namespace detail

/// Declares a command's arguments and options; each fills a member of Args. A member may be a
/// std::string, int, std::int64_t, double, Date, CivilTime or bool (a flag), or a std::optional or
/// std::vector (repeatable) of these.
template <class Args> class Options {
  public:
    /// A required argument. A std::optional member makes it optional; a std::vector takes all
    /// arguments that remain.
    template <class T> Options& argument(T Args::*member, std::string name, std::string help) {
        auto& spec = add(member, std::move(name), {}, std::move(help));
        spec.argument = true;
        spec.required = !detail::is_optional<T> && !detail::is_vector<T>;
        return *this;
    }

    template <class T>
    Options& option(T Args::*member, std::string name, std::string value, std::string help) {
        add(member, std::move(name), std::move(value), std::move(help));
        return *this;
    }

    Options& flag(bool Args::*member, std::string name, std::string help) {
        auto& spec = specs_.emplace_back();
        spec.name = std::move(name);
        spec.help = std::move(help);
        spec.read = [member](void* args, std::string_view, const WordContext&) {
            static_cast<Args*>(args)->*member = true;
        };
        return *this;
    }

    /// An option for each contribution to an extension point, with its name: --plan ID. A plugin
    /// thereby adds an option to a command of a plugin that does not know it.
    /// help  what the option does; the name of the contribution follows it
    Options& contributed(
        std::vector<ContributedValue> Args::*member,
        std::string point,
        std::string value,
        std::string help
    ) {
        auto& spec = specs_.emplace_back();
        spec.point = std::move(point);
        spec.for_contribution = [member,
                                 value = std::move(value),
                                 help = std::move(help)](const std::string& name) {
            OptionSpec option{.name = name, .value = value, .help = help + " " + name};
            option.read = [member, name](void* args, std::string_view word, const WordContext&) {
                (static_cast<Args*>(args)->*member).push_back({name, std::string{word}});
            };
            return option;
        };
        return *this;
    }

    // The following change the option declared last.
    Options& required() {
        specs_.back().required = true;
        return *this;
    }

    Options& letter(char letter) {
        specs_.back().letter = letter;
        return *this;
    }

    Options& choices(std::vector<std::string> choices) {
        specs_.back().choices = std::move(choices);
        return *this;
    }

    /// For completion beyond fixed choices: the values that fit what is typed.
    Options& completed_by(std::vector<std::string> (*complete)(const Completing&)) {
        specs_.back().complete = complete;
        return *this;
    }

    /// "monday" means the next one, not the last: for appointments and deadlines.
    Options& future() {
        *sense_ = Sense::future;
        return *this;
    }

    [[nodiscard]] std::vector<OptionSpec> take() { return std::move(specs_); }

  private:
    template <class T>
    static void read(std::string_view word, const WordContext& context, Sense sense, T& value) {
        if constexpr (detail::is_optional<T>) {
            read(word, context, sense, value.emplace());
        } else if constexpr (detail::is_vector<T>) {
            read(word, context, sense, value.emplace_back());
        } else if constexpr (std::is_same_v<T, Date>) {
            value = parse_date(word, context.now.date, sense, context.order);
        } else if constexpr (std::is_same_v<T, CivilTime>) {
            value = parse_civil_time(word, context.now, sense, context.order);
        } else {
            read_word(word, value);
        }
    }

    template <class T>
    OptionSpec& add(T Args::*member, std::string name, std::string value, std::string help) {
        static_assert(!std::is_same_v<T, bool>, "a yes-or-no member is a flag()");
        sense_ = std::make_shared<Sense>(Sense::past);
        auto& spec = specs_.emplace_back();
        spec.name = std::move(name);
        spec.value = std::move(value);
        spec.help = std::move(help);
        spec.repeatable = detail::is_vector<T>;
        spec.read = [member, sense = sense_](
                        void* args, std::string_view word, const WordContext& context
                    ) { read(word, context, *sense, static_cast<Args*>(args)->*member); };
        return spec;
    }

    std::vector<OptionSpec> specs_;
    std::shared_ptr<Sense> sense_ = std::make_shared<Sense>(Sense::past);
};

/// What an exit code means for one command, where that is more than its general meaning: "a rule
/// forbids this treatment". An empty meaning says that the command never ends with that code.
struct ExitMeaning {
    Exit exit = Exit::done;
    std::string meaning;
};

/// A command as praxis keeps it: the type of its Args is erased.
struct CommandSpec {
    std::string summary;               // lower case, no full stop
    std::string details;               // paragraphs for the help; may be empty
    std::vector<std::string> examples; // whole command lines
    std::vector<ExitMeaning> exits;    // exit codes with a special meaning here
    Access access = Access::none;
    Danger danger = Danger::none;
    std::vector<OptionSpec> options;
    std::function<std::shared_ptr<void>()> make_args;
    std::function<void(Session&, void*)> prepare; // may be empty
    std::function<Result(Session&, const void*)> run;
    std::function<std::string(Session&, const void*)> confirm_name; // for Danger::severe
};

template <class Args> struct TypedCommandSpec {
    std::string summary;
    std::string details = {};
    std::vector<std::string> examples = {};
    std::vector<ExitMeaning> exits = {};
    Access access = Access::none;
    Danger danger = Danger::none;
    void (*options)(Options<Args>&) = nullptr;
    /// Runs before praxis takes the writer lock, with the practice open for reading: for work that
    /// waits for a person or a file, such as the editor or --from.
    void (*prepare)(Session&, Args&) = nullptr;
    Result (*run)(Session&, const Args&) = nullptr;
    /// For Danger::severe: the name that the user must type. Runs after the preview is rolled back.
    std::string (*confirm_name)(Session&, const Args&) = nullptr;
};

/// For commands without arguments and options.
struct NoArgs {};

template <class Args> CommandSpec command(TypedCommandSpec<Args> given) {
    Options<Args> options;
    if (given.options != nullptr) {
        given.options(options);
    }
    CommandSpec spec;
    spec.summary = std::move(given.summary);
    spec.details = std::move(given.details);
    spec.examples = std::move(given.examples);
    spec.exits = std::move(given.exits);
    spec.access = given.access;
    spec.danger = given.danger;
    spec.options = options.take();
    spec.make_args = [] { return std::static_pointer_cast<void>(std::make_shared<Args>()); };
    if (given.prepare != nullptr) {
        spec.prepare = [prepare = given.prepare](Session& session, void* args) {
            prepare(session, *static_cast<Args*>(args));
        };
    }
    spec.run = [run = given.run](Session& session, const void* args) {
        return run(session, *static_cast<const Args*>(args));
    };
    if (given.confirm_name != nullptr) {
        spec.confirm_name = [name = given.confirm_name](Session& session, const void* args) {
            return name(session, *static_cast<const Args*>(args));
        };
    }
    return spec;
}

} // namespace praxis
