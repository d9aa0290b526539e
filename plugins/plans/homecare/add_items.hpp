// SPDX-License-Identifier: MIT
/// Gives a client items of the library, all of them or none.
#pragma once
#include "homecare/new_home_care.hpp"

#include <praxis/clients/directory.hpp>
#include <praxis/error.hpp>

#include <optional>
#include <string>
#include <vector>

namespace praxis::plans::home {

struct AddOptions : DoseOptions {
    std::vector<std::string> areas; // empty: where an item meets a complaint
    std::optional<ComplaintId> complaint;
    std::optional<std::string> despite; // why, although a limit leaves it out
};

class ItemAdder {
  public:
    ItemAdder(Session& session, clients::Client client, AddOptions options);

    /// Stores the item, and reports what to check first, what to leave away, and missing tools.
    /// returns  nothing when a limit leaves it out: refuse_left_out() then ends the command
    /// errors   NotFound; Refused: the client has it already, or the dose is too long
    std::optional<HomeCare> add(const std::string& item);

    /// Ends the command, with every reason, when an item was left out.
    void refuse_left_out() const;

    /// Reports the lists that the client was not asked about.
    void report_not_asked() const;

  private:
    void refuse_repeated(const Item& item) const;
    [[nodiscard]] HomeCare row_of(const Item& item) const;
    void note_problems(const Item& item, const std::vector<LimitFinding>& findings);
    void report(const Item& item, const std::vector<LimitFinding>& findings) const;

    Session& session_;
    clients::Client client_;
    AddOptions options_;
    Library library_;
    ClientFacts facts_;
    std::optional<std::vector<std::string>> own_tools_;
    std::vector<Error::Problem> problems_;
};

/// The complaint of that id, otherwise the only open one.
/// errors  UsageError when it is not a complaint of the client
std::optional<ComplaintId>
choose_complaint(Session& session, ClientId client, const std::optional<std::string>& given);

} // namespace praxis::plans::home
