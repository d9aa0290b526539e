// SPDX-License-Identifier: MIT
#include "screen/questions_read.hpp"

#include <praxis/body.hpp>
#include <praxis/error.hpp>
#include <praxis/file_table.hpp>

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

namespace praxis::safety {

namespace {

constexpr std::string_view unsupported = "(k)"; // common knowledge without a source

class SectionReader {
  public:
    explicit SectionReader(const FileTable& file) : file_(file) {
        const auto head = file.table("screen");
        head.allow(
            {"id", "name", "order", "version", "regions", "source", "enable", "private", "caution"}
        );
        sources_ = head.texts_or_none("source");
        section_.id = head.text("id");
        section_.name = head.text("name");
        section_.order = head.whole_or("order", section_.order);
        section_.version = head.whole_or("version", section_.version);
        section_.regions = head.texts_of("regions", all_regions());
        section_.enable = head.texts_or_none("enable");
        is_private_ = head.flag_or("private", false);
    }

    Section read() {
        for (const auto& table : file_.tables("question")) {
            auto flag = read_flag(table);
            flag.ask = table.text("ask");
            flag.why = table.text("why");
            section_.flags.push_back(std::move(flag));
        }
        for (const auto& table : file_.tables("record")) {
            auto flag = read_flag(table);
            if (flag.when.empty()) {
                table.refuse("when", "missing: the flag would be in every record");
            }
            section_.flags.push_back(std::move(flag));
        }
        return std::move(section_);
    }

  private:
    Flag read_flag(const FileTable& table) {
        table.allow(
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
        flag.id = table.text("id");
        flag.section = section_.id;
        flag.label = table.text("label");
        flag.number = table.text_or("flag", "");
        flag.suspect = table.text_or("suspect", "");
        flag.threshold = table.text_or("threshold", "");
        flag.conflict = table.text_or("conflict", "");
        flag.action = read_action(table);
        flag.steps = table.texts_or_none("do");
        flag.same_as = table.text_or("same_as", "");
        flag.alone = table.flag_or("alone", true);
        flag.reviewed = table.flag_or("reviewed", false);
        flag.enabled = table.flag_or("enabled", true);
        flag.is_private = is_private_;
        for (const auto& when : table.tables("when")) {
            flag.when.push_back(read_when(when));
        }
        read_sources(table, flag);
        return flag;
    }

    static Action read_action(const FileTable& table) {
        return action_named(table.word(
                                "action",
                                {"record", "gp-referral", "urgent", "same-day", "emergency"}
                            ))
            .value();
    }

    static FlagWhen read_when(const FileTable& table) {
        table.allow(
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
        if (table.value().as_object().empty()) {
            table.refuse("when", "the condition is empty and would always hold");
        }
        FlagWhen when;
        when.age_above = table.whole_or_none("age_above");
        when.age_below = table.whole_or_none("age_below");
        when.onset_days_from = table.whole_or_none("onset_days_from");
        when.onset_days_up_to = table.whole_or_none("onset_days_up_to");
        when.causes = table.texts_or_none("causes");
        when.answers = table.texts_or_none("answers");
        when.concepts = table.texts_or_none("concepts");
        when.past = table.flag_or("past", false);
        when.undiagnosed = table.flag_or("undiagnosed", false);
        return when;
    }

    /// What no source supports must be off, so that praxis never asks it as if one did.
    void read_sources(const FileTable& table, Flag& flag) const {
        flag.sources = table.sources("source", sources_);
        for (const auto& id : flag.sources) {
            if (id != unsupported) {
                flag.citations.push_back(citation_of(id, sources_));
            }
        }
        if (flag.citations.empty() && flag.enabled) {
            table.refuse("enabled", "no source supports " + flag.id + ", so it must be false");
        }
    }

    const FileTable& file_;
    std::vector<std::string> sources_;
    Section section_;
    bool is_private_ = false;
};

/// An answer names its question by the id alone.
void refuse_known_flags(const ScreenBook& book, const Section& section) {
    std::set<std::string> seen;
    for (const auto& other : book.sections) {
        for (const auto& flag : other.flags) {
            seen.insert(flag.id);
        }
    }
    for (const auto& flag : section.flags) {
        if (!seen.insert(flag.id).second) {
            throw PluginError(
                "two red flags have the id " + flag.id + "; one is in the file " + section.id,
                "praxis plugin list shows the plugins"
            );
        }
    }
}

std::vector<ActionFacts> read_actions(const FileTable& tables) {
    std::vector<ActionFacts> actions(static_cast<std::size_t>(Action::emergency) + 1);
    for (const auto& [id, content] : tables.value().as_object()) {
        const auto action = action_named(id);
        if (!action) {
            tables.refuse(id, "not a class of action");
        }
        const auto table = tables.table(id);
        table.allow({"name", "treat", "referral", "do"});
        actions[static_cast<std::size_t>(*action)] = {
            .name = table.text("name"),
            .treat = table.flag_or("treat", true),
            .referral = table.text_or("referral", ""),
            .steps = table.texts_or_none("do")};
    }
    return actions;
}

void append(std::vector<std::string>& list, std::vector<std::string> more) {
    std::move(more.begin(), more.end(), std::back_inserter(list));
}

void refuse_of_others(const ContributedFile& given, const FileTable& file, const char* key) {
    if (given.plugin != PRAXIS_PLUGIN_NAME && file.has(key)) {
        file.refuse(key, "only the plugin '" PRAXIS_PLUGIN_NAME "' has it");
    }
}

} // namespace

void read_due(const ContributedFile& given, const FileTable& file, DueRule& due) {
    refuse_of_others(given, file, "due");
    if (const auto table = file.table_or_none("due")) {
        table->allow({"pain_rise", "pain_source", "remind_days", "referral_days"});
        due.pain_rise = table->whole_or("pain_rise", due.pain_rise);
        due.remind_days = table->whole_or("remind_days", due.remind_days);
        due.referral_days = table->whole_or("referral_days", due.referral_days);
    }
    if (const auto table = file.table_or_none("fall")) {
        table->allow({"words", "except"});
        append(due.fall_words, table->texts_or_none("words"));
        append(due.fall_except, table->texts_or_none("except"));
    }
}

void add_screen_file(const ContributedFile& given, ScreenBook& book) {
    const auto content = parse_file(given);
    const FileTable file{given, content};
    file.allow({"screen", "question", "record", "action", "due", "fall"});
    refuse_of_others(given, file, "action");
    auto section = SectionReader{file}.read();
    refuse_known_flags(book, section);
    auto due = book.due;
    read_due(given, file, due);
    if (const auto actions = file.table_or_none("action")) {
        auto caution = file.table("screen").text("caution");
        book.actions = read_actions(*actions);
        book.caution = std::move(caution);
    }
    book.due = std::move(due);
    book.sections.push_back(std::move(section));
}

} // namespace praxis::safety
