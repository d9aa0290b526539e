// SPDX-License-Identifier: MIT
/// The kinds of errors, each with the exit code that scripts depend on.
/// Throw an error where you find it; only cli/main.cpp catches. The message says what is wrong and
/// where. It names ids, never a client's name or the text of a note. The hint is the command that
/// fixes it.
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
    /// One thing that is missing in a record. --json lists them.
    struct Problem {
        std::string field; // "block 1 (deep tissue): skin after"; empty when it concerns no field
        std::string needs; // "clear, red, bruise and where"
    };

    /// code  a stable name for scripts: `error.code` of --json
    Error(Exit exit, std::string code, const std::string& message, std::string hint = {});
    ~Error() override;

    [[nodiscard]] Exit exit() const noexcept { return exit_; }

    [[nodiscard]] const std::string& code() const noexcept { return code_; }

    [[nodiscard]] const std::string& hint() const noexcept { return hint_; }

    /// Everything that is missing, one by one; empty when the message is complete without it.
    [[nodiscard]] const std::vector<Problem>& problems() const noexcept { return problems_; }

    void set_problems(std::vector<Problem> problems) { problems_ = std::move(problems); }

  private:
    Exit exit_;
    std::string code_;
    std::string hint_;
    std::vector<Problem> problems_;
};

/// An option or argument is unknown, missing or unreadable.
class PRAXIS_API UsageError : public Error {
  public:
    explicit UsageError(const std::string& message, std::string hint = {});
    ~UsageError() override;
};

/// No record has the id or name given.
class PRAXIS_API NotFound : public Error {
  public:
    explicit NotFound(const std::string& message, std::string hint = {});
    ~NotFound() override;
};

/// Several records have the name given; the message lists their ids.
class PRAXIS_API Ambiguous : public Error {
  public:
    explicit Ambiguous(const std::string& message, std::string hint = {});
    ~Ambiguous() override;
};

/// The request is clear, but not allowed: not valid, not now, or not safe.
class PRAXIS_API Refused : public Error {
  public:
    explicit Refused(const std::string& message, std::string hint = {});
    ~Refused() override;
};

/// praxis must ask and cannot, because there is no terminal; or the answer was no.
class PRAXIS_API NeedsInput : public Error {
  public:
    explicit NeedsInput(const std::string& message, std::string hint = {});
    ~NeedsInput() override;
};

/// The practice cannot be opened, is busy or damaged, was made by a newer praxis, or its storage
/// cannot be reached.
class PRAXIS_API PracticeError : public Error {
  public:
    /// code  practice_missing, practice_newer, wrong_passphrase, practice_damaged, keys_damaged ...
    PracticeError(std::string code, const std::string& message, std::string hint = {});
    ~PracticeError() override;
};

/// A plugin is missing, damaged or not trusted, does not fit this praxis, or failed.
class PRAXIS_API PluginError : public Error {
  public:
    explicit PluginError(const std::string& message, std::string hint = {});
    ~PluginError() override;
};

} // namespace praxis
