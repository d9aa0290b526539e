// SPDX-License-Identifier: MIT
/// What praxis forbids its own process before it reads a health record.
#pragma once
#include <optional>
#include <string>

namespace praxis {

/// Hardens this process and the programs that it starts later: an editor, a pager, the command that
/// prints a passphrase. Call it first, while there is one thread. Afterwards
///   - descriptors 0 to 2 are open, so that no file of a practice can be mistaken for a terminal;
///   - only their owner can read new files; a crash leaves no core file; other programs of the same
///     user cannot read the process's memory; no program that it starts can gain privileges;
///   - writing to a closed pipe or over a full quota is an error, not a signal that kills;
///   - the process cannot use the network: it gets no socket except AF_UNIX, also not by io_uring,
///     bpf or system calls of another architecture. Such a call fails with an error.
/// It leaves out a step that the system forbids.
/// returns nothing, or why the process must not continue
[[nodiscard]] std::optional<std::string> harden_process();

} // namespace praxis
