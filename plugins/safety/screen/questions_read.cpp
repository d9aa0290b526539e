// SPDX-License-Identifier: MIT
#include "screen/questions.hpp"
#include "screen/table_file.hpp"

#include <praxis/body.hpp>
#include <praxis/error.hpp>
#include <praxis/text.hpp>
#include <praxis/value.hpp>

#include <algorithm>
#include <set>
#include <utility>

namespace praxis::safety {

namespace {

constexpr std::string_view point = "screen/1";
constexpr std::string_view unsupported = "(k)"; // common knowledge without a source

bool holds(const std::vector<std::string>& list, const std::string& item) {
    return std::find(list.begin(), list.end(), item) != list.end();
}

class SectionReader {
  public:
    SectionReader(const TableFile& file, const Value& head)
        : file_(file), sources_(file.texts(head, "source")) {
        file.refuse_unknown(
            head,
            {"id", "name", "order", "version", "regions", "source", "enable", "private", "caution"}
        );
        section_.id = file.needed(head, "id");
        section_.name = file.needed(head, "name");
        section_.order = file.number(head, "order").value_or(section_.order);
        section_.version = file.number(head, "version").value_or(section_.version);
        section_.regions = file.texts(head, "regions");
        section_.enable = file.texts(head, "enable");
        is_private_ = file.flag(head, "private", false);
        for (const auto& region : section_.regions) {
            if (!holds(all_regions(), region)) {
                file.refuse(head, region + " is not a region");
            }
        }
    }

    Section read() {
        for (const auto* table : file_.tables(file_.root(), "question")) {
            auto flag = read_flag(*table);
            flag.ask = file_.needed(*table, "ask");
            flag.why = file_.needed(*table, "why");
            section_.flags.push_back(std::move(flag));
        }
        for (const auto* table : file_.tables(file_.root(), "record")) {
            auto flag = read_flag(*table);
            if (flag.when.empty()) {
                file_.refuse(*table, "when is missing: the flag would be in every record");
            }
            section_.flags.push_back(std::move(flag));
        }
        return std::move(section_);
    }

  private:
    Flag read_flag(const Value& table) {
        file_.refuse_unknown(
            table,
            {"id",
             "label",
             "ask",
             "why",
             "flag",
             "suspect",
             "threshold",
             "conflict",
             "action",
             "do",
             "source",
             "when",
             "same_as",
             "alone",
             "reviewed",
             "enabled"}
        );
        Flag flag;
        flag.id = file_.needed(table, "id");
        flag.section = section_.id;
        flag.label = file_.needed(table, "label");
        flag.number = file_.text(table, "flag");
        flag.suspect = file_.text(table, "suspect");
        flag.threshold = file_.text(table, "threshold");
        flag.conflict = file_.text(table, "conflict");
        flag.action = read_action(table);
        flag.steps = file_.texts(table, "do");
        flag.same_as = file_.text(table, "same_as");
        flag.alone = file_.flag(table, "alone", true);
        flag.reviewed = file_.flag(table, "reviewed", false);
        flag.enabled = file_.flag(table, "enabled", true);
        flag.is_private = is_private_;
        for (const auto* when : file_.tables(table, "when")) {
            flag.when.push_back(read_when(*when));
        }
        read_sources(table, flag);
        return flag;
    }

    Action read_action(const Value& table) {
        const auto word = file_.needed(table, "action");
        const auto action = action_named(word);
        if (!action) {
            file_.refuse(
                table,
                "action: invalid value " + word +
                    ", choose from record, gp-referral, urgent, same-day, emergency"
            );
        }
        return *action;
    }

    FlagWhen read_when(const Value& table) {
        file_.refuse_unknown(
            table,
            {"age_above",
             "age_below",
             "onset_days_from",
             "onset_days_up_to",
             "causes",
             "answers",
             "concepts",
             "past",
             "undiagnosed"}
        );
        if (table.as_object().empty()) {
            file_.refuse(table, "when: the condition is empty and would always hold");
        }
        FlagWhen when;
        when.age_above = file_.number(table, "age_above");
        when.age_below = file_.number(table, "age_below");
        when.onset_days_from = file_.number(table, "onset_days_from");
        when.onset_days_up_to = file_.number(table, "onset_days_up_to");
        when.causes = file_.texts(table, "causes");
        when.answers = file_.texts(table, "answers");
        when.concepts = file_.texts(table, "concepts");
        when.past = file_.flag(table, "past", false);
        when.undiagnosed = file_.flag(table, "undiagnosed", false);
        return when;
    }

    /// What no source supports must be off, so that praxis never asks it as if one did.
    void read_sources(const Value& table, Flag& flag) {
        flag.sources = file_.texts(table, "source");
        if (flag.sources.empty()) {
            file_.refuse(table, "source is missing");
        }
        for (const auto& id : flag.sources) {
            const auto found =
                std::find_if(sources_.begin(), sources_.end(), [&id](const std::string& source) {
                    return source.starts_with(id + ":");
                });
            if (found != sources_.end()) {
                flag.citations.push_back(*found);
            } else if (id != unsupported) {
                file_.refuse(table, "source: " + id + " is not in the source list of [screen]");
            }
        }
        if (flag.citations.empty() && flag.enabled) {
            file_.refuse(table, flag.id + ": no source supports it, so enabled must be false");
        }
    }

    const TableFile& file_;
    std::vector<std::string> sources_;
    Section section_;
    bool is_private_ = false;
};

void read_actions(const TableFile& file, const Value& tables, ScreenBook& book) {
    book.actions.assign(static_cast<std::size_t>(Action::emergency) + 1, {});
    for (const auto& [id, table] : tables.as_object()) {
        const auto action = action_named(id);
        if (!action) {
            file.refuse(table, "action." + id + " is not a class of action");
        }
        file.refuse_unknown(table, {"name", "treat", "referral", "do"});
        book.actions[static_cast<std::size_t>(*action)] = {
            .name = file.needed(table, "name"),
            .treat = file.flag(table, "treat", true),
            .referral = file.text(table, "referral"),
            .steps = file.texts(table, "do")};
    }
}

void read_due(const TableFile& file, const Value& table, DueRule& due) {
    file.refuse_unknown(
        table,
        {"pain_rise", "pain_source", "fall_words", "fall_except", "remind_days", "referral_days"}
    );
    due.pain_rise = file.number(table, "pain_rise").value_or(due.pain_rise);
    due.fall_words = file.texts(table, "fall_words");
    due.fall_except = file.texts(table, "fall_except");
    due.remind_days = file.number(table, "remind_days").value_or(due.remind_days);
    due.referral_days = file.number(table, "referral_days").value_or(due.referral_days);
}

void read_file(const ContributedFile& given, ScreenBook& book) {
    const TableFile file{given};
    file.refuse_unknown(file.root(), {"screen", "question", "record", "action", "due"});
    const auto* head = file.root().find("screen");
    if (head == nullptr || !head->is_object()) {
        file.refuse(file.root(), "[screen] is missing");
    }
    if (given.plugin != PRAXIS_PLUGIN_NAME &&
        (file.root().find("action") != nullptr || file.root().find("due") != nullptr)) {
        file.refuse(file.root(), "only the plugin '" PRAXIS_PLUGIN_NAME "' has [action] and [due]");
    }
    if (const auto* actions = file.root().find("action")) {
        read_actions(file, *actions, book);
        book.caution = file.needed(*head, "caution");
    }
    if (const auto* due = file.root().find("due")) {
        read_due(file, *due, book.due);
    }
    book.sections.push_back(SectionReader{file, *head}.read());
}

void enable_flags(ScreenBook& book) {
    std::set<std::string> enabled;
    for (const auto& section : book.sections) {
        enabled.insert(section.enable.begin(), section.enable.end());
    }
    for (auto& section : book.sections) {
        for (auto& flag : section.flags) {
            flag.enabled = flag.enabled || enabled.contains(flag.id);
        }
    }
}

/// An answer names its question by the id alone.
void refuse_duplicates(const ScreenBook& book) {
    std::set<std::string> seen;
    for (const auto& section : book.sections) {
        for (const auto& flag : section.flags) {
            if (!seen.insert(flag.id).second) {
                throw PluginError(
                    "two red flags have the id " + flag.id + "; one is in the file " + section.id,
                    "praxis plugin list shows the plugins"
                );
            }
        }
    }
}

} // namespace

ScreenBook read_screen_book(const std::vector<ContributedFile>& files) {
    ScreenBook book;
    for (const auto& file : files) {
        read_file(file, book);
    }
    if (book.actions.empty() || questions_for(book, {}).empty()) {
        throw PluginError(
            "the questions of the plugin '" PRAXIS_PLUGIN_NAME "' are missing",
            "install praxis again"
        );
    }
    enable_flags(book);
    refuse_duplicates(book);
    std::stable_sort(
        book.sections.begin(),
        book.sections.end(),
        [](const Section& left, const Section& right) { return left.order < right.order; }
    );
    return book;
}

DueRule load_due_rule(Session& session) {
    DueRule rule;
    for (const auto& file : session.contributed_files(point)) {
        if (file.text.find("\n[due]") != std::string::npos) {
            const TableFile reader{file};
            if (const auto* due = reader.root().find("due")) {
                read_due(reader, *due, rule);
            }
        }
    }
    return rule;
}

ScreenBook load_screen_book(Session& session) {
    return read_screen_book(session.contributed_files(point));
}

} // namespace praxis::safety
