// SPDX-License-Identifier: MIT
#include "html/html_renderer.hpp"

#include "figure/sketch.hpp"
#include "html/escape.hpp"
#include "html/svg.hpp"

#include <praxis/body_drawing.hpp>

#include <algorithm>
#include <array>

namespace praxis::exports::html {
namespace {

constexpr std::string_view style = R"css(
:root { color-scheme: light; --text: #1f2328; --quiet: #56616b; --accent: #124d61; --rule: #c5ced4;
  --tint: #eef3f5; --alarm: #a8201a; --alarm-tint: #fcf1f0; }
* { box-sizing: border-box; }
body { margin: 0; background: #fff; color: var(--text); line-height: 1.5;
  font-family: "Noto Sans", "Segoe UI", "Helvetica Neue", Arial, sans-serif; font-size: 1rem; }
.sheet { max-width: 48rem; margin: 0 auto; padding: 2.5rem 1.5rem 3rem; }
.letterhead { border-bottom: 2px solid var(--accent); padding-bottom: .5rem; margin-bottom: 1.5rem; }
.letterhead p { margin: 0; color: var(--quiet); font-size: .875rem; }
.letterhead .practice { color: var(--accent); font-size: 1.35rem; font-weight: bold; }
h1, h2, h3 { color: var(--accent); line-height: 1.25; break-after: avoid; }
h1 { font-size: 1.75rem; margin: 0 0 .25rem; }
h2 { font-size: 1.25rem; margin: 1.75rem 0 .5rem; }
h3 { font-size: 1.05rem; margin: 1.25rem 0 .4rem; }
h4 { font-size: 1rem; margin: 1rem 0 .3rem; break-after: avoid; }
p, li, dd, td, th, blockquote { white-space: pre-line; overflow-wrap: break-word; }
.whole { white-space: nowrap; }
p { margin: .5rem 0; orphans: 2; widows: 2; }
.subtitle { color: var(--quiet); margin: 0 0 1rem; }
.small { color: var(--quiet); font-size: .85rem; }
.remark, .warning, .quote { padding: .6rem .9rem; margin: .9rem 0; }
.remark { background: var(--tint); border-inline-start: 3px solid var(--accent); break-inside: avoid; }
.warning { background: var(--alarm-tint); border: 1px solid var(--alarm);
  border-inline-start-width: 6px; color: var(--alarm); font-weight: bold; break-inside: avoid; }
.quote { border-inline-start: 3px solid var(--rule); padding-block: .1rem; }
dl { display: grid; grid-template-columns: repeat(auto-fit, minmax(19rem, 1fr)); gap: .15rem 2rem;
  margin: .75rem 0; }
dl div { display: grid; grid-template-columns: 8.5rem minmax(0, 1fr); gap: .75rem; break-inside: avoid; }
dl .long { grid-column: 1 / -1; }
dt { color: var(--quiet); }
dd { margin: 0; }
ul, ol { margin: .5rem 0; padding-inline-start: 1.5rem; }
li { margin: .15rem 0; }
.wide { overflow-x: auto; margin: .9rem 0; }
table { border-collapse: collapse; width: 100%; font-size: .9rem; }
caption { text-align: left; color: var(--quiet); padding-bottom: .35rem; }
thead { display: table-header-group; }
.short { break-inside: avoid; }
tr { break-inside: avoid; }
th { background: var(--tint); color: var(--accent); border-bottom: 1.5px solid var(--accent); }
th, td { text-align: left; vertical-align: top; padding: .35rem .55rem; }
td { border-bottom: 1px solid var(--rule); }
.right { text-align: right; font-variant-numeric: tabular-nums; }
figure { margin: 1.1rem 0; break-inside: avoid; }
svg { width: 100%; height: auto; font-family: inherit; }
.drawing { max-width: 100%; }
nav ol { list-style: none; padding: 0; }
nav .below { padding-inline-start: 1.25rem; }
a { color: var(--accent); }
.signature { margin-top: 3.5rem; border-top: 1px solid var(--text); max-width: 22rem;
  padding-top: .25rem; break-inside: avoid; }
.signature p { margin: 0; }
.signature.signed { margin-top: 1.5rem; }
.page-break { break-before: page; }
.foot { margin-top: 2.5rem; border-top: 1px solid var(--rule); padding-top: .5rem; }
.state { color: var(--alarm); border: 2px solid var(--alarm); display: inline-block;
  padding: 0 .6rem; font-weight: bold; letter-spacing: .1em; }
.watermark { position: fixed; inset: 0; display: flex; align-items: center; justify-content: center;
  overflow: hidden; z-index: -1; pointer-events: none; }
.watermark span { color: #ebeef0; font-size: 11rem; font-weight: bold; transform: rotate(-52deg); }
@media print {
  html { font-size: 9.5pt; }
  .sheet { max-width: none; padding: 0; }
  .foot { display: none; }
  .wide { overflow: visible; }
  dl { grid-template-columns: 1fr 1fr; }
}
)css";

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
        const auto level = std::to_string(std::clamp(heading.level, 1, 3) + 1);
        text_ += "<h" + level + " id=\"" + id_of(at_) + "\" dir=\"auto\">" + escape(heading.text) +
                 "</h" + level + ">\n";
    }

    void operator()(const Paragraph& paragraph) {
        static constexpr std::array<const char*, 5> classes{
            "", "small", "remark", "warning", "quote"};
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
                 svg(draw_line_chart(chart, 480, 170),
                     "figure" + std::to_string(++figures_),
                     chart.title,
                     describe(chart)) +
                 "</figure>\n";
    }

    void operator()(const BodyChart& chart) {
        text_ += "<figure>\n" +
                 svg(draw_body_chart(chart, 480),
                     "figure" + std::to_string(++figures_),
                     chart.title.empty() ? "Body chart" : chart.title,
                     describe(chart)) +
                 "</figure>\n";
        operator()(body_chart_legend(chart));
    }

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
        text_ += style;
        write_page_rule(paper);
        text_ += "</style>\n</head>\n<body>\n";
    }

    void write_page_rule(Paper paper) {
        std::string foot = document_.watermark;
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
        text_ += "<div class=\"sheet\">\n";
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
        text_ += "<h1 dir=\"auto\">" + escape(document_.title) + "</h1>\n";
        if (!document_.subtitle.empty()) {
            text_ += "<p class=\"subtitle\" dir=\"auto\">" + escape(document_.subtitle) + "</p>\n";
        }
    }

    const Document& document_;
    std::string text_;
    std::size_t at_ = 0;
    int figures_ = 0;
};

} // namespace

std::string render(const Document& document, Paper paper) {
    return Page{document}.write(paper);
}

} // namespace praxis::exports::html
