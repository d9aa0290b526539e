// SPDX-License-Identifier: MIT
#include "letter/findings.hpp"

#include "fields.hpp"
#include "letter/words.hpp"

#include <praxis/text.hpp>

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace praxis::referrals {
namespace {

using Kind = BodyChart::Kind;

constexpr std::size_t longest_value = 14; // of a column of values; a longer result is a remark

/// What one session found.
struct Finding {
    std::string key;    // the same thing in every session
    std::string name;   // "Lumbar extension, share of full range"
    std::string value;  // "44 %"; empty: only a remark
    std::string remark; // "painful, at end range"
    std::string region;
    std::string side;
};

std::string with_side(const std::string& name, const std::string& side, const Language& language) {
    return side.empty() || side == "midline" ? name : name + ", " + language.side(side);
}

std::string labelled(const Value& row, const char* field, const Language& language) {
    const auto text = row.find(field) == nullptr ? std::string{} : row.find(field)->plain();
    return text.empty() ? text : language.say(field) + " " + language.say(text);
}

bool is_yes(const Value& row, const char* field) {
    const auto* value = row.find(field);
    return value != nullptr && value->is_bool() && value->as_bool();
}

Finding read_touch(const Value& row, const Language& language) {
    Finding finding;
    finding.region = row.text_at("region");
    finding.side = row.text_at("side");
    const auto place = language.place(finding.region, finding.side);
    const auto muscle = row.text_at("muscle");
    finding.name = muscle.empty() ? capitalise(place) : capitalise(muscle) + ", " + place;
    if (const auto* tenderness = row.find("tenderness");
        tenderness != nullptr && !tenderness->is_null()) {
        finding.name += ": " + language.say("tender");
        finding.value = language.say("{n} of 4", {{"n", tenderness->plain()}});
    }
    finding.key = "touch " + fold(place + " " + muscle);
    finding.remark = join_present(
        {labelled(row, "tone", language),
         labelled(row, "temperature", language),
         row.text_at("texture"),
         row.text_at("text")},
        ", "
    );
    return finding;
}

Finding read_range(const Value& row, const Language& language) {
    Finding finding;
    finding.side = row.text_at("side");
    finding.region = find_region(row.text_at("joint")).value_or("");
    finding.name = with_side(
        capitalise(row.text_at("joint") + " " + row.text_at("movement")), finding.side, language
    );
    finding.key = "range " + fold(finding.name);
    const bool percent = row.text_at("unit") == "percent";
    finding.name += percent ? ", " + language.say("share of full range") : "";
    const auto* before = row.find("before");
    const auto* after = row.find("after");
    const bool measured = before != nullptr && !before->is_null();
    const auto* value = measured ? before : after;
    if (value != nullptr && !value->is_null()) {
        finding.value = value->plain() + (percent ? " %" : "°") +
                        (measured ? "" : " " + language.say("after treatment"));
    }
    finding.remark = join_present(
        {is_yes(row, "pain") ? language.say("painful") : "", row.text_at("text")}, ", "
    );
    return finding;
}

Finding read_test(const Value& row, const Language& language) {
    Finding finding;
    finding.side = row.text_at("side");
    finding.name = with_side(capitalise(row.text_at("name")), finding.side, language);
    finding.key = "test " + fold(finding.name);
    const auto result = language.say(row.text_at("result"));
    const bool fits = display_width(result) <= longest_value;
    finding.value = fits ? result : "";
    finding.remark = join_present({fits ? "" : result, row.text_at("text")}, ", ");
    return finding;
}

using Reader = Finding (*)(const Value&, const Language&);

Reader reader_of(const std::string& table) {
    static const std::map<std::string, Reader> readers{
        {"finding", read_touch}, {"rom", read_range}, {"test", read_test}};
    const auto found = readers.find(table);
    return found == readers.end() ? nullptr : found->second;
}

/// A finding through the sessions.
struct Course {
    Finding newest;
    Date on;             // of the newest
    std::size_t session; // the same, counted
    std::string first;   // the value when it was first found
    Date first_on;
};

class FindingsWriter {
  public:
    FindingsWriter(
        const std::vector<SessionFacts>& sessions, const Profile& profile, Places& places
    )
        : sessions_(sessions), profile_(profile), language_(profile.language()), places_(places) {}

    std::vector<Block> write() {
        for (const auto& table : profile_.findings()) {
            if (const auto reader = reader_of(table)) {
                read(table, reader);
            }
        }
        std::vector<Block> blocks;
        if (!courses_.empty()) {
            blocks.emplace_back(grid());
        }
        if (auto facts = plain_facts(); !facts.items.empty()) {
            blocks.emplace_back(std::move(facts));
        }
        return blocks;
    }

  private:
    void read(const std::string& table, Reader reader) {
        const auto begin = courses_.size();
        std::size_t number = 0; // of the session with such findings
        for (const auto& session : sessions_) {
            const auto* rows = session.find("objective", table);
            if (rows == nullptr || !rows->is_array()) {
                continue;
            }
            for (std::size_t i = 0; i < rows->as_array().size(); ++i) {
                const auto path = "objective." + table + "[" + std::to_string(i + 1) + "]";
                if (const auto row = session.new_in_row(path, rows->as_array()[i])) {
                    add(session.day, number, reader(*row, language_), begin);
                }
            }
            ++number;
        }
    }

    /// Two findings of one session never replace each other, also when they are about one place.
    void add(Date day, std::size_t session, Finding finding, std::size_t begin) {
        first_ = !first_ || day < *first_ ? day : *first_;
        last_ = !last_ || *last_ < day ? day : *last_;
        const auto known = std::find_if(
            courses_.begin() + static_cast<std::ptrdiff_t>(begin),
            courses_.end(),
            [&finding, session](const Course& one) {
                return one.newest.key == finding.key && one.session != session;
            }
        );
        if (known == courses_.end()) {
            auto value = finding.value;
            courses_.push_back({std::move(finding), day, session, std::move(value), day});
        } else {
            known->newest = std::move(finding);
            known->on = day;
            known->session = session;
        }
    }

    /// The value of another day than the one in the head of the column says so.
    Grid grid() {
        const bool several = *first_ < *last_;
        Grid grid{"", {{""}, {language_.say("Finding")}}, {}};
        if (several) {
            grid.columns.push_back({language_.short_date(*first_), Align::right});
        }
        grid.columns.push_back({language_.short_date(*last_), Align::right});
        grid.columns.push_back({language_.say("Remark")});
        for (const auto& course : courses_) {
            const auto& finding = course.newest;
            std::vector<std::string> row{place_of(finding), finding.name};
            if (several) {
                row.push_back(course.first_on == *first_ ? course.first : "");
            }
            const bool is_last = course.on == *last_;
            row.push_back(is_last ? finding.value : "");
            const auto dated = is_last || finding.value.empty()
                                   ? std::string{}
                                   : on_day("{value} on {date}", finding.value, course.on);
            row.push_back(join_present({began_between(course), dated, finding.remark}, "; "));
            grid.rows.push_back(std::move(row));
        }
        return grid;
    }

    /// "first 44 % on 12 Nov 2026": the first value, when no column has its day.
    std::string began_between(const Course& course) {
        return course.first_on == *first_ || course.first_on == course.on || course.first.empty()
                   ? std::string{}
                   : on_day("first {value} on {date}", course.first, course.first_on);
    }

    [[nodiscard]] std::string
    on_day(std::string_view english, const std::string& value, Date day) const {
        return language_.say(english, {{"value", value}, {"date", language_.short_date(day)}});
    }

    /// A place by touch is marked; a movement names the place only when it is marked anyway.
    std::string place_of(const Finding& finding) {
        return finding.key.starts_with("touch ")
                   ? places_.mark(finding.region, finding.side, Kind::finding)
                   : places_.number_of(finding.region, finding.side);
    }

    /// Posture, gait and the like: texts and lists, from the newest session that looked at them.
    Facts plain_facts() {
        std::vector<std::string> names;
        for (const auto& session : sessions_) {
            const auto* objective = session.body.find("objective");
            if (objective == nullptr || !objective->is_object()) {
                continue;
            }
            for (const auto& [name, value] : objective->as_object()) {
                const bool table =
                    value.is_object() || (value.is_array() && !value.as_array().empty() &&
                                          value.as_array().front().is_object());
                const bool known = std::find(names.begin(), names.end(), name) != names.end();
                if (!table && !known && !session.is_copied("objective." + name)) {
                    names.push_back(name);
                }
            }
        }
        Facts facts;
        for (const auto& name : names) {
            if (const auto text = newest_text(sessions_, "objective", name); !text.empty()) {
                facts.items.emplace_back(language_.say(capitalise(display_name(name))), text);
            }
        }
        return facts;
    }

    const std::vector<SessionFacts>& sessions_;
    const Profile& profile_;
    const Language& language_;
    Places& places_;
    std::vector<Course> courses_;
    std::optional<Date> first_;
    std::optional<Date> last_;
};

} // namespace

std::vector<Block>
write_findings(const std::vector<SessionFacts>& sessions, const Profile& profile, Places& places) {
    return FindingsWriter{sessions, profile, places}.write();
}

} // namespace praxis::referrals
