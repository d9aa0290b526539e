// SPDX-License-Identifier: MIT
#include "rules/rules.hpp"
#include "template/table_read.hpp"

#include <praxis/body.hpp>
#include <praxis/text.hpp>

#include <algorithm>
#include <array>

namespace praxis::soap::suggest {

namespace {

constexpr std::array<std::string_view, 4> kinds{"stop", "local", "caution", "fit"};
constexpr std::int64_t most_years = 150;
constexpr std::int64_t most_days = 36500;
constexpr std::int64_t most_pain = 10;
constexpr std::int64_t most_weeks = 5000;

const std::vector<std::string>& all_causes() {
    static const std::vector<std::string> causes{
        "posture", "muscle-tension", "injury", "degenerative", "other", "unknown"};
    return causes;
}

bool holds(const std::vector<std::string>& list, const std::string& word) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

/// Reads the tables of one [[rule]].
class RuleReader {
  public:
    RuleReader(TableReader& reader, const Value& table, const RuleFile& file)
        : reader_(reader), table_(table), file_(file) {}

    Rule read() {
        rule_.id = reader_.id(table_, "rule " + std::to_string(file_.rules.size() + 1));
        path_ = "rule " + rule_.id;
        reader_.refuse_unknown_keys(
            table_,
            {"id",
             "kind",
             "techniques",
             "gate",
             "work",
             "reason",
             "source",
             "reviewed",
             "enabled",
             "when"},
            path_
        );
        rule_.kind = kind();
        rule_.techniques = techniques();
        read_gate();
        rule_.work = words_out_of(table_, "work", all_regions());
        rule_.reason = reader_.text(table_, "reason", path_, true);
        rule_.sources = sources();
        rule_.reviewed = reader_.flag(table_, "reviewed", path_);
        rule_.enabled = table_.find("enabled") == nullptr || reader_.flag(table_, "enabled", path_);
        read_when();
        return std::move(rule_);
    }

  private:
    Kind kind() {
        const auto word = reader_.text(table_, "kind", path_, true);
        const auto* const found = std::find(kinds.begin(), kinds.end(), word);
        if (found == kinds.end()) {
            if (!word.empty()) {
                reader_.report_error(
                    *table_.find("kind"),
                    "kind",
                    path_,
                    "kind: invalid value " + word,
                    "choose from stop, local, caution, fit"
                );
            }
            return Kind::caution;
        }
        return static_cast<Kind>(found - kinds.begin());
    }

    /// An empty result means all techniques. The file must write "all", so that a forgotten key
    /// does not stop everything.
    std::vector<std::string> techniques() {
        bool all = false;
        return technique_ids("techniques", all);
    }

    /// Gives no ids for "all", which must be the only entry.
    std::vector<std::string> technique_ids(const char* key, bool& all) {
        auto ids = reader_.texts(table_, key, path_, true);
        all = holds(ids, "all");
        if (!all) {
            return ids;
        }
        if (ids.size() > 1) {
            reader_.report_error(
                *table_.find(key),
                key,
                path_,
                std::string{key} + ": \"all\" must be the only entry",
                "remove \"all\" or the others"
            );
        }
        return {};
    }

    /// Only a stop can have a gate, and only for techniques that it stops.
    void read_gate() {
        const auto* const gate = table_.find("gate");
        if (gate == nullptr) {
            return;
        }
        rule_.gates = technique_ids("gate", rule_.gates_all);
        if (rule_.kind != Kind::stop) {
            reader_.report_error(
                *gate, "gate", path_, "gate: only a rule of kind stop can have a gate"
            );
        }
        for (const auto& id : rule_.gates) {
            if (!rule_.techniques.empty() && !holds(rule_.techniques, id)) {
                reader_.report_error(*gate, "gate", path_, "gate: the rule does not stop " + id);
            }
        }
    }

    std::vector<std::string> sources() {
        auto ids = reader_.texts(table_, "source", path_, true);
        for (const auto& id : ids) {
            const bool known = id == "(k)" || std::any_of(
                                                  file_.sources.begin(),
                                                  file_.sources.end(),
                                                  [&id](const std::string& source) {
                                                      return source.starts_with(id + ":");
                                                  }
                                              );
            if (!known) {
                reader_.report_error(
                    *table_.find("source"),
                    "source",
                    path_,
                    "source: " + id + " is not in the source list at the top of the file",
                    "\"(k)\" marks common knowledge without a source"
                );
            }
        }
        return ids;
    }

    void read_when() {
        const auto tables = reader_.tables(table_, "when", path_);
        if (tables.empty()) {
            reader_.report_error(table_, "", path_, "add at least one [[rule.when]]");
        }
        for (const auto* const table : tables) {
            rule_.when.push_back(read_when(*table));
        }
    }

    When read_when(const Value& table) {
        reader_.refuse_unknown_keys(
            table,
            {"causes",
             "regions",
             "concepts",
             "with",
             "in",
             "age_from",
             "age_below",
             "onset_days_from",
             "onset_days_up_to",
             "pain_from",
             "weeks_from",
             "weeks_below",
             "weeks_unknown",
             "without_permission",
             "fields",
             "any",
             "above",
             "allergen"},
            path_
        );
        if (table.as_object().empty()) {
            reader_.report_error(
                table,
                "",
                path_,
                "[[rule.when]]: the condition is empty and would match every client"
            );
        }
        When when;
        when.causes = words_out_of(table, "causes", all_causes());
        when.regions = words_out_of(table, "regions", all_regions());
        read_concepts(table, when);
        when.age_from = number(table, "age_from", most_years);
        when.age_below = number(table, "age_below", most_years);
        when.onset_days_from = number(table, "onset_days_from", most_days);
        when.onset_days_up_to = number(table, "onset_days_up_to", most_days);
        when.pain_from = number(table, "pain_from", most_pain);
        when.weeks_from = number(table, "weeks_from", most_weeks);
        when.weeks_below = number(table, "weeks_below", most_weeks);
        when.weeks_unknown = reader_.flag(table, "weeks_unknown", path_);
        when.without_permission = reader_.flag(table, "without_permission", path_);
        read_work(table, when);
        return when;
    }

    void read_work(const Value& table, When& when) {
        when.fields = reader_.texts(table, "fields", path_, table.find("fields") != nullptr);
        when.any = reader_.texts(table, "any", path_, table.find("any") != nullptr);
        when.allergen = reader_.flag(table, "allergen", path_);
        if (const auto* const above = table.find("above")) {
            if (above->is_number()) {
                when.above = above->as_number();
            } else {
                reader_.report_error(*above, "above", path_, "above: give a number");
            }
        }
        const bool has_test = when.above || when.allergen || !when.any.empty();
        if (has_test != when.asks_for_work()) {
            reader_.report_error(
                table,
                "",
                path_,
                "fields needs one of any, above and allergen, and each of these needs fields"
            );
        }
    }

    /// An empty list would match every client.
    void read_concepts(const Value& table, When& when) {
        const bool has_concepts = table.find("concepts") != nullptr;
        if (!has_concepts && (table.find("in") != nullptr || table.find("with") != nullptr)) {
            reader_.report_error(table, "", path_, "concepts is missing");
        }
        when.concepts = reader_.texts(table, "concepts", path_, has_concepts);
        when.with = reader_.texts(table, "with", path_);
        when.in = words_out_of(table, "in", all_lists());
        if (has_concepts && table.find("in") == nullptr) {
            reader_.report_error(
                table,
                "",
                path_,
                "in is missing: it names the lists to search",
                "choose from " + join(all_lists(), ", ")
            );
        }
    }

    std::vector<std::string>
    words_out_of(const Value& table, const char* key, const std::vector<std::string>& known) {
        auto words = reader_.texts(table, key, path_, table.find(key) != nullptr);
        for (const auto& word : words) {
            if (!holds(known, word)) {
                const auto meant = did_you_mean(word, known);
                reader_.report_error(
                    *table.find(key),
                    key,
                    path_,
                    std::string{key} + ": invalid value " + word,
                    meant ? "did you mean " + *meant + "?" : "choose from " + join(known, ", ")
                );
            }
        }
        return words;
    }

    std::optional<int> number(const Value& table, const char* key, std::int64_t most) {
        const auto* const value = table.find(key);
        if (value == nullptr) {
            return std::nullopt;
        }
        if (!value->is_integer() || value->as_integer() < 0 || value->as_integer() > most) {
            reader_.report_error(
                *value,
                key,
                path_,
                std::string{key} + ": give a whole number from 0 to " + std::to_string(most)
            );
            return std::nullopt;
        }
        return static_cast<int>(value->as_integer());
    }

    TableReader& reader_;
    const Value& table_;
    const RuleFile& file_;
    Rule rule_;
    std::string path_;
};

void refuse_duplicates(TableReader& reader, const std::vector<const Value*>& tables) {
    std::set<std::string> seen;
    for (const auto* const table : tables) {
        const auto id = table->text_at("id");
        if (!id.empty() && !seen.insert(id).second) {
            reader.report_error(*table->find("id"), "id", "rule " + id, "duplicate id");
        }
    }
}

void read_about(TableReader& reader, const Value& about, RuleFile& file) {
    const std::string path = "[suggestion]";
    reader.refuse_unknown_keys(about, {"id", "name", "version", "source", "enable", "gate"}, path);
    file.id = reader.id(about, path);
    file.name = reader.text(about, "name", path, true);
    file.version = reader.version(about, path);
    file.sources = reader.texts(about, "source", path);
    file.enable = reader.texts(about, "enable", path);
    file.gate = reader.texts(about, "gate", path);
}

} // namespace

std::string_view kind_name(Kind kind) {
    return kinds.at(static_cast<std::size_t>(kind));
}

const std::vector<std::string>& all_lists() {
    static const std::vector<std::string> lists{
        "condition", "medication", "allergy", "product", "complaint", "finding"};
    return lists;
}

RuleFile
read_rules(std::string_view text, const std::string& source, std::vector<Problem>& problems) {
    TableReader reader{text, problems};
    const auto root = parse_toml(text, source);
    RuleFile file;
    reader.refuse_unknown_keys(root, {"suggestion", "rule"}, "the file");
    const auto* const about = reader.head(root, "suggestion");
    if (about == nullptr) {
        return file;
    }
    read_about(reader, *about, file);
    const auto tables = reader.tables(root, "rule", "the file");
    for (const auto* const table : tables) {
        file.rules.push_back(RuleReader{reader, *table, file}.read());
    }
    refuse_duplicates(reader, tables);
    if (tables.empty() && file.enable.empty() && file.gate.empty()) {
        reader.report_error(*about, "", "the file", "add at least one [[rule]], enable or gate");
    }
    return file;
}

} // namespace praxis::soap::suggest
