// SPDX-License-Identifier: MIT
/// The short words that a line of work may be written in (--work), and what each stands for: data
/// under schemas/soap/shorthand and schemas/soap/muscles, and of plugins that bring their own.
#pragma once
#include <praxis/session.hpp>

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace praxis::soap {

struct Muscle {
    std::string name;
    std::string region; // where hands reach it
};

class ShorthandWords {
  public:
    using Words = std::map<std::string, std::string>; // folded word -> what it stands for

    /// A file of another plugin that cannot be read costs only itself, and is told; what it can say
    /// stands over ours.
    /// errors  Refused with file and line when one of ours cannot be read
    static ShorthandWords load(Session& session);
    /// The same from files at hand.
    static ShorthandWords from_files(
        const std::vector<ContributedFile>& shorthands, const std::vector<ContributedFile>& muscles
    );

    /// An id stands for itself, or what its short word stands for.
    [[nodiscard]] std::string technique(std::string_view word) const;
    /// The table that a line adds a row to: "objective.finding".
    [[nodiscard]] std::optional<std::string> table(std::string_view word) const;
    [[nodiscard]] std::optional<std::string> side(std::string_view word) const;
    [[nodiscard]] std::optional<std::string> region(std::string_view word) const;
    [[nodiscard]] const Muscle* muscle(std::string_view word) const;
    /// What a field's short word names: "hold_seconds x repetitions", "assessment.response".
    [[nodiscard]] std::string field(std::string_view word) const;
    [[nodiscard]] std::string choice(std::string_view word) const;
    /// A whole field that one word says: "subjective.concerns = none".
    [[nodiscard]] std::optional<std::string> saying(std::string_view word) const;
    /// The free text with its abbreviations spelt out; they count as they are written.
    [[nodiscard]] std::string spelt_out(std::string_view text) const;

    /// Every short word there is for fields, choices and whole fields.
    [[nodiscard]] std::vector<std::string> all() const;
    /// Of lines: techniques, tables, "note".
    [[nodiscard]] std::vector<std::string> beginnings() const;
    [[nodiscard]] std::vector<std::string> places() const;

    /// What could not be read, of other plugins.
    [[nodiscard]] const std::vector<std::string>& broken() const { return broken_; }

  private:
    void add_shorthand(const ContributedFile& file);
    void add_muscles(const ContributedFile& file);

    Words techniques_;
    Words tables_;
    Words sides_;
    Words regions_;
    Words fields_;
    Words choices_;
    Words says_;
    Words words_; // of free text: not folded
    std::map<std::string, Muscle> muscles_;
    std::vector<std::string> broken_;
};

} // namespace praxis::soap
