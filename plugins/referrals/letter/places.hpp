// SPDX-License-Identifier: MIT
/// The places that a letter speaks of, numbered as on its body chart. Work, finding and complaint
/// at one place are one place.
#pragma once
#include <praxis/body.hpp>
#include <praxis/document.hpp>

#include <string>
#include <vector>

namespace praxis::referrals {

class Places {
  public:
    /// Marks the place, unless it is marked already. returns  its number: "1"
    std::string mark(const std::string& region, const std::string& side, BodyChart::Kind kind);

    /// Work where nothing else is marked gets a mark without a number: "w".
    void mark_work(const std::string& region, const std::string& side);

    /// Where the complaint spreads to.
    void mark_radiation(const std::string& region, const std::string& side);

    /// The number of a place; empty when it is not marked.
    [[nodiscard]] std::string number_of(const std::string& region, const std::string& side) const;

    /// Small, for the side of a section. Nothing to draw: a chart without marks.
    [[nodiscard]] BodyChart chart() const;

  private:
    [[nodiscard]] const BodyChart::Mark*
    find(const std::string& region, const std::string& side) const;

    std::vector<BodyChart::Mark> marks_;
    int count_ = 0;
};

} // namespace praxis::referrals
