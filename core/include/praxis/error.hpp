// SPDX-License-Identifier: MIT
/// What can go wrong, each kind with the exit code that scripts rest on.
/// Thrown where it is known, caught once, at the edge of the program.
/// A message says what and why and names ids, never a client's name or the text of a note;
/// the hint is the command that mends it.
#pragma once
#include <praxis/abi.h>

#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace praxis {

enum class Exit : int {
    done = 0,
    failed = 1,
    usage = 2,
    not_found = 3,
    refused = 4,
    needs_input = 5,
    practice = 6,
    plugin = 7,
    interrupted = 130
};

class PRAXIS_API Error : public std::runtime_error {
  public:
    /// One thing that a record lacks. With --json a refusal lists them.
    struct Problem {
        std::string field; // "block 1 (deep tissue): skin after"; empty when it is no field's
        std::string needs; // "clear, red, bruise and where"
    };

    /// code  stable word for machines: the `error.code` of --json
    Error(Exit exit, std::string code, const std::string& message, std::string hint = {});
    ~Error() override;

    [[nodiscard]] Exit exit() const noexcept { return exit_; }

    [[nodiscard]] const std::string& code() const noexcept { return code_; }

    [[nodiscard]] const std::string& hint() const noexcept { return hint_; }

    /// Everything that is missing, one by one; empty when the message says all there is to say.
    [[nodiscard]] const std::vector<Problem>& problems() const noexcept { return problems_; }

    void set_problems(std::vector<Problem> problems) { problems_ = std::move(problems); }

  private:
    Exit exit_;
    std::string code_;
    std::string hint_;
    std::vector<Problem> problems_;
};

/// The words of the command line cannot be understood.
class PRAXIS_API UsageError : public Error {
  public:
    explicit UsageError(const std::string& message, std::string hint = {});
    ~UsageError() override;
};

/// Nothing, or more than one thing, answers to the name given.
class PRAXIS_API NotFound : public Error {
  public:
    explicit NotFound(const std::string& message, std::string hint = {});
    ~NotFound() override;
};

class PRAXIS_API Ambiguous : public Error {
  public:
    explicit Ambiguous(const std::string& message, std::string hint = {});
    ~Ambiguous() override;
};

/// Understood, and refused: not valid, or not now, or not safe.
class PRAXIS_API Refused : public Error {
  public:
    explicit Refused(const std::string& message, std::string hint = {});
    ~Refused() override;
};

/// Needs an answer that nobody is there to give, or that was a no.
class PRAXIS_API NeedsInput : public Error {
  public:
    explicit NeedsInput(const std::string& message, std::string hint = {});
    ~NeedsInput() override;
};

/// The practice cannot be opened, is busy, damaged or newer, or its storage is out of reach.
class PRAXIS_API PracticeError : public Error {
  public:
    /// code  practice_missing, practice_newer, wrong_passphrase, practice_damaged, keys_damaged ...
    PracticeError(std::string code, const std::string& message, std::string hint = {});
    ~PracticeError() override;
};

/// A plugin is missing, broken, foreign, or failed.
class PRAXIS_API PluginError : public Error {
  public:
    explicit PluginError(const std::string& message, std::string hint = {});
    ~PluginError() override;
};

} // namespace praxis
