// SPDX-License-Identifier: MIT
#include <praxis/document.hpp>
#include <praxis/text.hpp>

#include <variant>

namespace praxis {
namespace {

/// Calls `change` with each text of a document.
template <class Change> class TextWalk {
  public:
    explicit TextWalk(Change change) : change_(change) {}

    void operator()(Document& document) {
        each(
            document.title,
            document.subtitle,
            document.letterhead,
            document.footer,
            document.watermark,
            document.language,
            document.author
        );
        for (auto& block : document.blocks) {
            std::visit(*this, block);
        }
    }

    void operator()(Heading& heading) { each(heading.text); }

    void operator()(Paragraph& paragraph) { each(paragraph.text); }

    void operator()(Facts& facts) {
        for (auto& [label, value] : facts.items) {
            each(label, value);
        }
    }

    void operator()(Bullets& bullets) { each(bullets.items); }

    void operator()(Grid& grid) {
        each(grid.caption);
        for (auto& column : grid.columns) {
            each(column.title);
        }
        for (auto& row : grid.rows) {
            each(row);
        }
    }

    void operator()(LineChart& chart) {
        each(chart.title, chart.unit);
        for (auto& series : chart.series) {
            each(series.name);
        }
    }

    void operator()(BodyChart& chart) {
        each(chart.title);
        for (auto& mark : chart.marks) {
            each(mark.label, mark.region, mark.side, mark.text);
        }
    }

    void operator()(SignatureLine& signature) { each(signature.name, signature.signed_at); }

    void operator()(PageBreak&) {}

    void operator()(TableOfContents&) {}

  private:
    template <class... Texts> void each(Texts&... texts) { (apply(texts), ...); }

    void apply(std::string& text) { text = change_(text); }

    void apply(std::vector<std::string>& texts) {
        for (auto& text : texts) {
            apply(text);
        }
    }

    Change change_;
};

} // namespace

Document make_visible(Document document) {
    TextWalk{[](const std::string& text) { return visible(text, true); }}(document);
    return document;
}

} // namespace praxis
