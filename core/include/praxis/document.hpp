// SPDX-License-Identifier: MIT
/// A document as a small tree, written once and rendered in any format (<praxis/renderer.hpp>).
/// Texts are plain. Core makes them harmless before it calls a renderer; the renderer escapes the
/// characters that its own format would read as markup.
#pragma once
#include <praxis/abi.h>
#include <praxis/date.hpp>

#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace praxis {

/// level  1 for a part, 2 for a section in it, 3 for the smallest
struct Heading {
    int level = 1;
    std::string text;
};

/// normal; small print; a remark set apart; a warning that every reader must see; a quotation; the
/// question of a letter, which its reader sees first
enum class Tone { normal, small, remark, warning, quote, question };

struct Paragraph {
    std::string text;
    Tone tone = Tone::normal;
};

/// Label and value, line by line: "Born  1984-05-02".
struct Facts {
    std::vector<std::pair<std::string, std::string>> items;
};

struct Bullets {
    std::vector<std::string> items;
    bool numbered = false;
};

enum class Align { left, right };

struct Grid {
    struct Column {
        std::string title;
        Align align = Align::left;
    };

    std::string caption; // what the table shows, for readers who cannot see it; may be empty
    std::vector<Column> columns;
    std::vector<std::vector<std::string>> rows;
};

/// How a country writes a day: "2026-11-20", "20 November 2026", "November 20, 2026".
enum class DateForm { iso, day_month_year, month_day_year };

/// One measure over time, such as pain from 0 to 10.
struct LineChart {
    struct Point {
        Date date;
        double value = 0;
    };

    struct Series {
        std::string name;
        std::vector<Point> points; // by date
    };

    /// A range of values with a meaning: below it, a change since the first value is important.
    struct Band {
        double lowest = 0;
        double highest = 0;
        std::string name; // "important improvement (2 points or more)"
    };

    std::string title;
    std::string unit; // "NPRS 0-10"
    double lowest = 0;
    double highest = 10;
    std::vector<Series> series;
    std::optional<Band> band = {};
    std::vector<Date> sessions = {}; // marked along the days
    DateForm dates = DateForm::iso;  // of the days that it shows
};

/// The body from the front and from behind, with marks where work was done, where something was
/// found, where it hurts and where the pain spreads to. A renderer also lists the marks as text; a
/// region that it cannot draw is only listed.
struct BodyChart {
    enum class Kind { work, finding, pain, radiation };

    struct Mark {
        std::string label;  // shown in the drawing: "1", "A"; keep it short
        std::string region; // as in <praxis/body.hpp>
        std::string side;   // the client's own, as in <praxis/body.hpp>; empty: no side
        Kind kind = Kind::work;
        std::string text; // the work or the finding; may be empty
    };

    std::string title;
    std::vector<Mark> marks;
    /// On paper: small, beside the text of its section, which also names the marks. The section
    /// begins with the heading before it and ends before the next one of level 1 or 2.
    bool beside = false;
};

/// A line drawing, such as an exercise. Only HTML and PDF show it, so the text beside it must be
/// complete without it.
struct Drawing {
    std::string title;     // what it shows, for readers who cannot see it
    std::string svg;       // a whole SVG file, in black
    double height_mm = 30; // the width follows from the file
};

/// A line to sign on, with the name printed below it.
struct SignatureLine {
    std::string name;      // "Ines Moreau, massage therapist, licence LMT-1044"
    std::string signed_at; // "signed 2026-11-20 14:35"; empty leaves room for a pen
};

struct PageBreak {};

/// A slip that the reader fills in by hand and sends back. It stays on one page: below the text
/// where there is room, under a line to cut along.
struct Slip {
    /// Boxes to tick, or lines to write on. Several labels stand side by side, each over a line.
    struct Row {
        std::vector<std::string> labels;
        std::vector<std::string> boxes = {}; // "Seen on ________": with room to write
        int lines = 0;                       // as wide as the slip
    };

    std::string title;
    std::vector<std::string> about;     // first the person whom it is about
    std::vector<std::string> return_to; // in a frame: first the day, then the way back
    std::vector<Row> rows;
};

/// The headings of levels 1 and 2 that follow, with page numbers where there are pages.
struct TableOfContents {};

using Block = std::variant<
    Heading,
    Paragraph,
    Facts,
    Bullets,
    Grid,
    LineChart,
    SignatureLine,
    PageBreak,
    TableOfContents,
    BodyChart,
    Drawing,
    Slip>;

/// The frame of a letter. Renderers with pages show the receiver in the window of an envelope,
/// name the person on each page, and print in black only, so that a fax stays readable.
struct LetterFrame {
    std::vector<std::string> receiver; // name and postal address, a line each
    std::string alarm;                 // "URGENT"; empty for a routine letter
    std::vector<std::string> purpose;  // the kind of letter first
    std::vector<std::pair<std::string, std::string>> details; // date, reply by, reference
    std::string person;  // "Maria Lopez, born 1984-05-02"; the name ends at the comma
    std::string contact; // of the sender, on each page
};

struct Document {
    std::string title;
    std::string subtitle; // below the title; may be empty
    std::vector<std::string>
        letterhead;              // the practice: its name first, then address and contact details
    std::string footer;          // repeated on every page, before "page x of n"
    std::string watermark;       // across every page ("DRAFT"); empty for none
    std::string language = "en"; // BCP 47
    std::string author;          // for the file's metadata
    ZonedTime created;           // the same record and time make the same file
    std::vector<Block> blocks;
    std::optional<LetterFrame> letter = {};

    void add(Block block) { blocks.push_back(std::move(block)); }

    void add(std::vector<Block> more) {
        for (auto& block : more) {
            blocks.push_back(std::move(block));
        }
    }
};

/// A copy whose texts are all visible() with their lines kept: what a renderer gets.
PRAXIS_API Document make_visible(Document document);

} // namespace praxis
