// SPDX-License-Identifier: MIT
/// The vocabulary of the shorthand (--work): short words and their meanings. It is data under
/// schemas/soap/shorthand and schemas/soap/muscles, and in the files of data plugins. The everyday
/// names of regions are the core's (schemas/core/regions.toml).
#pragma once
#include <praxis/file_table.hpp>
#include <praxis/session.hpp>

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace praxis::soap {

struct Muscle {
    std::string name;
    std::string region;            // where it is worked on; empty: not known
    std::vector<std::string> also; // regions that it borders
};

class ShorthandVocabulary {
  public:
    using Meanings = std::map<std::string, std::string>; // folded word -> its meaning

    /// Words of other plugins take precedence over ours. A file of another plugin that cannot be
    /// read is left out and reported.
    ///
    /// errors  Refused with file and line when one of our files cannot be read
    static ShorthandVocabulary load(Session& session);
    /// The same from the given files.
    static ShorthandVocabulary from_files(
        const std::vector<ContributedFile>& shorthands, const std::vector<ContributedFile>& muscles
    );

    /// The technique id of a short word; another word is returned as it is.
    [[nodiscard]] std::string expand_technique(std::string_view word) const;
    /// The table to which a line adds a row: "objective.finding".
    [[nodiscard]] std::optional<std::string> find_table(std::string_view word) const;
    [[nodiscard]] std::optional<std::string> find_side(std::string_view word) const;
    [[nodiscard]] std::optional<std::string> find_region(std::string_view word) const;
    [[nodiscard]] const Muscle* find_muscle(std::string_view word) const;
    /// The muscles that an ambiguous name may mean: "traps". Empty for all other names.
    [[nodiscard]] std::vector<std::string> muscles_it_may_be(std::string_view word) const;
    /// The regions of a level of the spine, in capitals: "L5", "C5-6". Empty for other words.
    [[nodiscard]] std::vector<std::string> regions_of_level(std::string_view word) const;
    /// The joint of a range of motion: "lumbar" for "L/S", "knee" for "knees".
    [[nodiscard]] std::optional<std::string> find_joint(std::string_view word) const;
    /// The full name of a test: "straight leg raise" for "SLR".
    [[nodiscard]] std::optional<std::string> find_test(std::string_view word) const;
    /// The field or fields of a short word: "hold_seconds x repetitions", "assessment.response".
    [[nodiscard]] std::string expand_field(std::string_view word) const;
    [[nodiscard]] std::string expand_choice(std::string_view word) const;
    /// The field and value of a word such as "well": "subjective.concerns = none".
    [[nodiscard]] std::optional<std::string> find_whole_field(std::string_view word) const;
    /// The days between two visits at that frequency: 14 for "every 2 weeks until June". Nothing
    /// when the text names no known interval.
    [[nodiscard]] std::optional<int> days_between_visits(std::string_view frequency) const;
    /// The free text with its abbreviations written out. Upper and lower case differ here.
    [[nodiscard]] std::string expand_abbreviations(std::string_view text) const;

    /// All short words for fields, choices and whole fields.
    [[nodiscard]] std::vector<std::string> all_words() const;
    /// The words that a line can begin with: techniques, tables, "note".
    [[nodiscard]] std::vector<std::string> line_starts() const;
    /// Regions, muscles and sides, with dashes for spaces.
    [[nodiscard]] std::vector<std::string> places() const;

    /// A message for each file of another plugin that could not be read.
    [[nodiscard]] const std::vector<std::string>& broken() const { return broken_; }

  private:
    void add_shorthand(const ContributedFile& file);
    void add_muscles(const ContributedFile& file);
    void add_muscle(const FileTable& table);

    Meanings techniques_;
    Meanings tables_;
    Meanings sides_;
    Meanings regions_;
    Meanings levels_; // "C1-C7" -> "neck"
    Meanings joints_;
    Meanings tests_;
    Meanings fields_;
    Meanings choices_;
    Meanings whole_fields_;
    Meanings intervals_;     // "every # weeks" -> "7 x #" days
    Meanings abbreviations_; // abbreviations in free text: not folded
    std::map<std::string, Muscle> muscles_;
    std::map<std::string, std::vector<std::string>> unclear_muscles_;
    std::vector<std::string> broken_;
};

} // namespace praxis::soap
