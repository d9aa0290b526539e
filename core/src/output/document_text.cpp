// SPDX-License-Identifier: MIT
#include <praxis/document.hpp>
#include <praxis/document_dates.hpp>
#include <praxis/text.hpp>

#include <algorithm>
#include <functional>
#include <optional>
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
        if (document.letter) {
            operator()(*document.letter);
        }
        for (auto& block : document.blocks) {
            std::visit(*this, block);
        }
    }

    void operator()(LetterFrame& letter) {
        each(letter.receiver, letter.alarm, letter.purpose, letter.person, letter.contact);
        for (auto& [label, value] : letter.details) {
            each(label, value);
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
        if (chart.band) {
            each(chart.band->name);
        }
    }

    void operator()(BodyChart& chart) {
        each(chart.title);
        for (auto& mark : chart.marks) {
            each(mark.label, mark.region, mark.side, mark.text);
        }
    }

    void operator()(Drawing& drawing) { each(drawing.title); }

    void operator()(SignatureLine& signature) { each(signature.name, signature.signed_at); }

    void operator()(Slip& slip) {
        each(slip.title, slip.about, slip.return_to);
        for (auto& row : slip.rows) {
            each(row.labels, row.boxes);
        }
    }

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

constexpr std::size_t date_size = 10; // "2026-11-20"

bool is_digit(char letter) {
    return letter >= '0' && letter <= '9';
}

/// Whether the letter belongs to a longer word, such as a file's name or a path.
bool continues_word(char letter) {
    const auto byte = static_cast<unsigned char>(letter);
    return is_digit(letter) || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
           byte >= 0x80 || letter == '-' || letter == '_' || letter == '/';
}

/// The date at that place of a text, when it is a word of its own.
std::optional<Date> find_date(std::string_view text, std::size_t at) {
    const bool inside = at > 0 && (continues_word(text[at - 1]) || text[at - 1] == '.');
    const auto after = text.substr(std::min(at + date_size, text.size()));
    const bool goes_on =
        !after.empty() && (continues_word(after[0]) ||
                           (after[0] == '.' && after.size() > 1 && continues_word(after[1])));
    return inside || goes_on ? std::nullopt : Date::from_iso(text.substr(at, date_size));
}

/// Whether " 14:30" follows a date.
bool is_time(std::string_view text) {
    constexpr std::size_t size = 6;
    return text.size() >= size && text[0] == ' ' && is_digit(text[1]) && is_digit(text[2]) &&
           text[3] == ':' && is_digit(text[4]) && is_digit(text[5]);
}

std::string rewrite_dates(std::string_view text, const std::function<std::string(Date)>& write) {
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
        const auto date = is_digit(text[at]) ? find_date(text, at) : std::nullopt;
        if (!date) {
            result += text[at++];
            continue;
        }
        at += date_size;
        result += write(*date) + (is_time(text.substr(at)) ? "," : "");
    }
    return result;
}

/// What a person said or asked stays as written.
bool is_quotation(const Block& block) {
    const auto* paragraph = std::get_if<Paragraph>(&block);
    return paragraph != nullptr &&
           (paragraph->tone == Tone::quote || paragraph->tone == Tone::question);
}

std::string write_date(Date date, DateForm form, const std::string& month) {
    if (form == DateForm::iso) {
        return date.iso();
    }
    const auto civil = date.day();
    const auto day = std::to_string(static_cast<unsigned>(civil.day()));
    return (form == DateForm::month_day_year ? month + " " + day + "," : day + " " + month) + " " +
           std::to_string(static_cast<int>(civil.year()));
}

} // namespace

std::string write_date(Date date, DateForm form) {
    return write_date(date, form, month_name(date.day().month()));
}

std::string write_short_date(Date date, DateForm form) {
    constexpr std::size_t short_month = 3;
    return write_date(date, form, month_name(date.day().month()).substr(0, short_month));
}

Document write_dates(Document document, DateForm form) {
    return form == DateForm::iso ? document : write_dates(std::move(document), [form](Date date) {
        return write_date(date, form);
    });
}

Document write_dates(Document document, const std::function<std::string(Date)>& write) {
    const auto blocks = document.blocks;
    TextWalk{[&write](const std::string& text) { return rewrite_dates(text, write); }}(document);
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        if (is_quotation(blocks[i])) {
            document.blocks[i] = blocks[i];
        }
    }
    return document;
}

Document make_visible(Document document) {
    TextWalk{[](const std::string& text) { return visible(text, true); }}(document);
    return document;
}

} // namespace praxis
