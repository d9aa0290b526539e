// SPDX-License-Identifier: MIT
/// What the process gives up before it touches a health record.
#pragma once
#include <optional>
#include <string>

namespace praxis {

/// Hardens this process, and whatever it starts later: an editor, a pager, the command that gives
/// a passphrase. To be called before anything else, by the only thread there is:
///   - descriptors 0 to 2 are open, so that no file of a practice can be mistaken for a terminal;
///   - new files are for their owner only; a crash leaves no core file; other programs of the same
///     user cannot look into its memory; no program that it starts can gain rights;
///   - a closed pipe and a full quota are answers to a call, not reasons to die;
///   - it cannot talk to the network: no socket but those within this machine (AF_UNIX), and no
///     way round that (io_uring, bpf, system calls of another architecture). Such a call is
///     answered with an error; nothing is killed.
/// A step that the system denies is left out; `praxis doctor` tells which protections are active.
/// returns nothing, or why the process must not go on
[[nodiscard]] std::optional<std::string> harden_process();

} // namespace praxis
