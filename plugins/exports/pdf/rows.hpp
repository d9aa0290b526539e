// SPDX-License-Identifier: MIT
#pragma once
#include "pdf/columns.hpp"
#include "pdf/compose.hpp"
#include "pdf/styles.hpp"
#include "pdf/typesetter.hpp"

#include <praxis/document.hpp>

#include <cstddef>
#include <vector>

namespace praxis::exports::pdf {

/// Facts, lists and tables as boxes, one for each row. The boxes refer to the head of their table
/// by its place among them. Writes once.
class RowWriter {
  public:
    /// group  the number of this table or list in the document
    RowWriter(Typesetter& typesetter, const Styles& styles, double width, int group)
        : typesetter_(typesetter), styles_(styles), width_(width), group_(group) {}

    std::vector<Box> write(const Facts& facts);
    std::vector<Box> write(const Bullets& bullets);
    /// Without its caption.
    std::vector<Box> write(const Grid& grid);

  private:
    Box& add_box(double space);
    void keep_short_together();
    std::vector<std::vector<Text>> cells_of(const Grid& grid);
    std::vector<ColumnWish> wishes_of(const Grid& grid, std::vector<std::vector<Text>>& rows) const;

    Typesetter& typesetter_;
    const Styles& styles_;
    double width_;
    int group_;
    std::vector<Box> boxes_;
};

} // namespace praxis::exports::pdf
