// SPDX-License-Identifier: MIT
#include "html/html_renderer.hpp"

#include "figure/sketch.hpp"
#include "html/escape.hpp"
#include "html/letter_parts.hpp"
#include "html/style.hpp"
#include "html/svg.hpp"

#include <praxis/body_drawing.hpp>

#include <algorithm>
#include <array>

namespace praxis::exports::html {
namespace {

class Page {
  public:
    explicit Page(const Document& document) : document_(document) {}

    std::string write(Paper paper) {
        write_head(paper);
        write_front();
        for (std::size_t i = 0; i < document_.blocks.size(); ++i) {
            at_ = i;
            std::visit(*this, document_.blocks[i]);
        }
        text_ += "</main>\n";
        if (!document_.footer.empty()) {
            text_ += "<footer class=\"foot\"><p class=\"small\" dir=\"auto\">" +
                     escape(document_.footer) + "</p></footer>\n";
        }
        text_ += "</div>\n</body>\n</html>\n";
        return std::move(text_);
    }

    void operator()(const Heading& heading) {
        if (heading.level <= 2) {
            drawn_beside_ = false;
        }
        const auto level = std::to_string(std::clamp(heading.level, 1, 3) + 1);
        text_ += "<h" + level + " id=\"" + id_of(at_) + "\" dir=\"auto\">" + escape(heading.text) +
                 "</h" + level + ">\n";
        if (const auto* chart = heading.level <= 2 ? find_chart_beside() : nullptr) {
            add_chart_beside(*chart); // before the text that flows around it
        }
    }

    void operator()(const Paragraph& paragraph) {
        static constexpr std::array<const char*, 6> classes{
            "", "small", "remark", "warning", "quote", "question"};
        const std::string name = classes.at(static_cast<std::size_t>(paragraph.tone));
        const auto* element = paragraph.tone == Tone::quote ? "blockquote" : "p";
        text_ += std::string{"<"} + element + " dir=\"auto\"" +
                 (name.empty() ? "" : " class=\"" + name + "\"") +
                 (paragraph.tone == Tone::warning ? " role=\"note\"" : "") + ">" +
                 escape_content(paragraph.text) + "</" + element + ">\n";
    }

    void operator()(const Facts& facts) {
        text_ += "<dl>\n";
        for (const auto& [label, value] : facts.items) {
            // A fact too long for half a line gets a whole one.
            const bool is_long = value.size() > 40 || value.find('\n') != std::string::npos;
            text_ += std::string{is_long ? "<div class=\"long\">" : "<div>"} + "<dt><bdi>" +
                     escape(label) + "</bdi></dt><dd><bdi>" + escape_content(value) +
                     "</bdi></dd></div>\n";
        }
        text_ += "</dl>\n";
    }

    void operator()(const Bullets& bullets) {
        const auto* element = bullets.numbered ? "ol" : "ul";
        text_ += std::string{"<"} + element + ">\n";
        for (const auto& item : bullets.items) {
            text_ += "<li dir=\"auto\">" + escape_content(item) + "</li>\n";
        }
        text_ += std::string{"</"} + element + ">\n";
    }

    void operator()(const Grid& grid) {
        // A table wider than the screen scrolls, by keyboard too.
        constexpr std::size_t short_table = 10;
        text_ +=
            std::string{"<div class=\"wide"} + (grid.rows.size() <= short_table ? " short" : "") +
            "\" tabindex=\"0\" role=\"region\" aria-label=\"" +
            (grid.caption.empty() ? std::string{"table"} : escape(grid.caption)) + "\">\n<table>\n";
        if (!grid.caption.empty()) {
            text_ += "<caption><bdi>" + escape(grid.caption) + "</bdi></caption>\n";
        }
        text_ += "<thead><tr>";
        for (const auto& column : grid.columns) {
            text_ += "<th scope=\"col\"" + alignment(column) + "><bdi>" + escape(column.title) +
                     "</bdi></th>";
        }
        text_ += "</tr></thead>\n<tbody>\n";
        for (const auto& row : grid.rows) {
            text_ += "<tr>";
            for (std::size_t i = 0; i < grid.columns.size(); ++i) {
                text_ += "<td" + alignment(grid.columns[i]) + "><bdi>" +
                         (i < row.size() ? escape_content(row[i]) : std::string{}) + "</bdi></td>";
            }
            text_ += "</tr>\n";
        }
        text_ += "</tbody>\n</table>\n</div>\n";
    }

    void operator()(const LineChart& chart) {
        text_ += "<figure>\n" +
                 svg(document_.letter ? in_black(draw_line_chart(chart, 480, 170))
                                      : draw_line_chart(chart, 480, 170),
                     "figure" + std::to_string(++figures_),
                     chart.title,
                     describe(chart)) +
                 "</figure>\n";
    }

    void operator()(const BodyChart& chart) {
        if (!chart.beside) {
            auto sketch = draw_body_chart(chart, 480);
            add_body_chart(
                chart, document_.letter ? in_black(std::move(sketch)) : std::move(sketch), ""
            );
            operator()(body_chart_legend(chart));
        } else if (!drawn_beside_) {
            add_chart_beside(chart);
        }
    }

    void operator()(const Slip& slip) { text_ += slip_part(slip); }

    void operator()(const Drawing& drawing) {
        text_ +=
            "<figure><img class=\"drawing\" style=\"height: " + plain_number(drawing.height_mm) +
            "mm\" alt=\"" + escape(drawing.title) + "\" src=\"data:image/svg+xml," +
            escape_url(drawing.svg) + "\"></figure>\n";
    }

    void operator()(const SignatureLine& signature) {
        text_ += std::string{"<div class=\"signature"} +
                 (signature.signed_at.empty() ? "" : " signed") + "\"><p dir=\"auto\">" +
                 escape_content(signature.name) + "</p>";
        if (!signature.signed_at.empty()) {
            text_ += "<p class=\"small\">" + escape_content(signature.signed_at) + "</p>";
        }
        text_ += "</div>\n";
    }

    void operator()(const PageBreak&) { text_ += "<div class=\"page-break\"></div>\n"; }

    void operator()(const TableOfContents&) {
        text_ += "<nav aria-labelledby=\"contents\">\n<h2 id=\"contents\">Contents</h2>\n<ol>\n";
        for (std::size_t i = at_; i < document_.blocks.size(); ++i) {
            const auto* heading = std::get_if<Heading>(&document_.blocks[i]);
            if (heading != nullptr && heading->level <= 2) {
                text_ += std::string{"<li"} + (heading->level == 2 ? " class=\"below\"" : "") +
                         "><a href=\"#" + id_of(i) + "\"><bdi>" + escape(heading->text) +
                         "</bdi></a></li>\n";
            }
        }
        text_ += "</ol>\n</nav>\n";
    }

  private:
    /// The small chart of the section that begins here.
    [[nodiscard]] const BodyChart* find_chart_beside() const {
        for (auto i = at_ + 1; i < document_.blocks.size(); ++i) {
            const auto* heading = std::get_if<Heading>(&document_.blocks[i]);
            const auto* chart = std::get_if<BodyChart>(&document_.blocks[i]);
            if (heading != nullptr && heading->level <= 2) {
                return nullptr;
            }
            if (chart != nullptr && chart->beside) {
                return chart;
            }
        }
        return nullptr;
    }

    void add_chart_beside(const BodyChart& chart) {
        add_body_chart(
            chart, draw_small_body_chart(chart, small_body_chart_size().x), " class=\"beside\""
        );
        drawn_beside_ = true;
    }

    void add_body_chart(const BodyChart& chart, const Sketch& sketch, const std::string& kind) {
        text_ += "<figure" + kind + ">\n" +
                 svg(sketch,
                     "figure" + std::to_string(++figures_),
                     chart.title.empty() ? "Body chart" : chart.title,
                     describe(chart)) +
                 "</figure>\n";
    }

    static std::string id_of(std::size_t block) { return "section" + std::to_string(block); }

    static std::string alignment(const Grid::Column& column) {
        return column.align == Align::right ? " class=\"right\"" : "";
    }

    void write_head(Paper paper) {
        text_ += "<!DOCTYPE html>\n<html lang=\"" + escape(document_.language) +
                 "\">\n<head>\n<meta charset=\"utf-8\">\n"
                 "<meta http-equiv=\"Content-Security-Policy\" "
                 "content=\"default-src 'none'; img-src data:; style-src 'unsafe-inline'\">\n"
                 "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                 "<meta name=\"referrer\" content=\"no-referrer\">\n"
                 "<meta name=\"robots\" content=\"noindex\">\n";
        if (!document_.author.empty()) {
            text_ += "<meta name=\"author\" content=\"" + escape(document_.author) + "\">\n";
        }
        text_ += "<meta name=\"dcterms.created\" content=\"" + document_.created.iso() + "\">\n";
        text_ += "<title>" + escape(document_.title) + "</title>\n<style>";
        text_ += style();
        write_page_rule(paper);
        text_ += "</style>\n</head>\n<body>\n";
    }

    void write_page_rule(Paper paper) {
        std::string foot = document_.watermark;
        if (document_.letter) {
            foot += (foot.empty() ? "" : "  ·  ") + document_.letter->person;
        }
        if (!document_.footer.empty()) {
            foot += (foot.empty() ? "" : "  ·  ") + document_.footer;
        }
        const std::string size = paper == Paper::letter ? "letter" : "A4";
        text_ += "@page { size: " + size +
                 "; margin: 20mm;\n"
                 "  @bottom-left { content: \"" +
                 escape_css(foot) +
                 "\"; font-size: 7.5pt; color: #56616b; }\n"
                 "  @bottom-right { content: \"page \" counter(page) \" of \" counter(pages); "
                 "font-size: 7.5pt; color: #56616b; } }\n";
    }

    void write_front() {
        if (!document_.watermark.empty()) {
            text_ += "<div class=\"watermark\" aria-hidden=\"true\"><span>" +
                     escape(document_.watermark) + "</span></div>\n";
        }
        text_ += document_.letter ? "<div class=\"sheet letter\">\n" : "<div class=\"sheet\">\n";
        if (!document_.letterhead.empty()) {
            text_ += "<header class=\"letterhead\">\n<p class=\"practice\" dir=\"auto\">" +
                     escape(document_.letterhead.front()) + "</p>\n";
            std::string contacts;
            for (std::size_t i = 1; i < document_.letterhead.size(); ++i) {
                contacts += (i == 1 ? "<bdi>" : " &nbsp;·&nbsp; <bdi>") +
                            escape(document_.letterhead[i]) + "</bdi>";
            }
            text_ += contacts.empty() ? "" : "<p>" + contacts + "</p>\n";
            text_ += "</header>\n";
        }
        text_ += "<main>\n";
        if (!document_.watermark.empty()) {
            text_ += "<p class=\"state\">" + escape(document_.watermark) + "</p>\n";
        }
        if (document_.letter) {
            text_ += letter_front(*document_.letter);
        } else {
            text_ += "<h1 dir=\"auto\">" + escape(document_.title) + "</h1>\n";
        }
        if (!document_.subtitle.empty()) {
            text_ += "<p class=\"subtitle\" dir=\"auto\">" + escape(document_.subtitle) + "</p>\n";
        }
    }

    const Document& document_;
    std::string text_;
    std::size_t at_ = 0;
    int figures_ = 0;
    bool drawn_beside_ = false; // the small chart of this section
};

} // namespace

std::string render(const Document& document, Paper paper) {
    return Page{document}.write(paper);
}

} // namespace praxis::exports::html
