// SPDX-License-Identifier: MIT
/// A command as a card: what it is for, which words it takes, what it needs, what it does.
/// The file commands/client/add.cpp is `praxis client add` and ends with
///
///   CommandSpec client_add_command() {
///       return command<Args>({
///           .summary = "register a new client",
///           .examples = {"praxis client add --given Maria --family Lopez"},
///           .access = Access::write,
///           .options = options,
///           .run = run,
///       });
///   }
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

/// What a command needs of the practice.
enum class Access { none, read, write };

/// none: nothing is asked. moderate: what would happen is shown and [y/N] asked, or --yes.
/// severe: the name must be typed, or given with --confirm.
enum class Danger { none, moderate, severe };

/// What is needed to understand a word: dates count from today.
struct WordContext {
    CivilTime now;
    DateOrder order = DateOrder::ask;
};

/// Readers of one word. Each throws UsageError naming what was expected, without the option's
/// name, which the host puts before it.
PRAXIS_API void read_word(std::string_view word, std::string& value);
PRAXIS_API void read_word(std::string_view word, std::int64_t& value);
PRAXIS_API void read_word(std::string_view word, int& value);
PRAXIS_API void read_word(std::string_view word, double& value);

/// A value that is being typed, for the shell's completion: no practice is open.
struct Completing {
    std::string typed;               // of the value, so far
    std::vector<std::string> before; // the words of the command before it
    std::function<std::vector<ContributedFile>(std::string_view point)> contributed_files;
};

/// How one option or argument is spelled, and where its value goes.
struct OptionSpec {
    std::string name;   // long name without dashes; for an argument the word in the usage line
    char letter = '\0'; // short option, for the daily five
    std::string value;  // what stands for the value in the help; empty for a flag
    std::string help;
    bool argument = false; // stands at its place, without a name
    bool required = false;
    bool repeatable = false;
    std::vector<std::string> choices; // the only words allowed; empty for any
    /// What the value may go on to be; may be empty. Whole values, of which others are left out.
    std::function<std::vector<std::string>(const Completing& half)> complete;
    std::function<void(void* args, std::string_view word, const WordContext& context)> read;
};

namespace detail {
template <class T> inline constexpr bool is_optional = false;
template <class T> inline constexpr bool is_optional<std::optional<T>> = true;
template <class T> inline constexpr bool is_vector = false;
template <class T> inline constexpr bool is_vector<std::vector<T>> = true;
} // namespace detail

/// Declares a command's words; each fills a member of Args. Members may be std::string, int,
/// std::int64_t, double, Date, CivilTime, bool (a flag), a std::optional of these, or a
/// std::vector of these (repeatable).
template <class Args> class Options {
  public:
    /// An argument that must be given; a std::optional member makes it optional, a std::vector
    /// takes all that remain.
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

    // These speak of the option declared last.
    Options& required() {
        specs_.back().required = true;
        return *this;
    }

    Options& letter(char letter) {
        specs_.back().letter = letter;
        return *this;
    }

    Options& choices(std::vector<std::string> words) {
        specs_.back().choices = std::move(words);
        return *this;
    }

    /// Beyond choices: what the value may be, by what is typed of it.
    Options& completed_by(std::vector<std::string> (*complete)(const Completing&)) {
        specs_.back().complete = complete;
        return *this;
    }

    /// Words without a date look forward ("monday" is the next one): appointments, deadlines.
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

/// A command with its types erased, as the host keeps it.
struct CommandSpec {
    std::string summary;               // lower case, no full stop
    std::string details;               // paragraphs for the help; may be empty
    std::vector<std::string> examples; // whole command lines
    std::vector<ExitMeaning> exits;    // exit codes that mean something special here
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
    /// Whatever needs a person or a file, before the practice is locked: reads --from, opens the
    /// editor. Runs with the practice open for reading.
    void (*prepare)(Session&, Args&) = nullptr;
    Result (*run)(Session&, const Args&) = nullptr;
    /// For Danger::severe: the name that must be typed. Runs after the preview was taken back.
    std::string (*confirm_name)(Session&, const Args&) = nullptr;
};

/// For commands that take no words.
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
