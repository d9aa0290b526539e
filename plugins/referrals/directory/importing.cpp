// SPDX-License-Identifier: MIT
#include "directory/importing.hpp"

#include "profession_names.hpp"

#include <praxis/error.hpp>
#include <praxis/text.hpp>

#include <algorithm>
#include <utility>

namespace praxis::referrals {
namespace {

/// One person at one place: the same name and profession, and no two organisations.
bool is_same(const Provider& left, const Provider& right) {
    return fold(left.name) == fold(right.name) && left.profession == right.profession &&
           (!left.organisation || !right.organisation ||
            fold(*left.organisation) == fold(*right.organisation));
}

class Importer {
  public:
    Importer(Session& session, const std::optional<std::string>& profession)
        : session_(session), names_(session), known_(all_providers_ever(session.db())) {
        if (profession) {
            profession_ = names_.get(*profession, "--profession");
        }
    }

    ImportOutcome import(const std::vector<Contact>& contacts) {
        for (const auto& contact : contacts) {
            outcome_.rows.push_back({contact.line, contact.fields.name.value_or(""), {}, {}, {}});
            try {
                add(contact);
            } catch (const UsageError& error) {
                refuse(error.what());
            } catch (const Refused& error) {
                refuse(error.what());
            }
        }
        report();
        return std::move(outcome_);
    }

  private:
    void add(const Contact& contact) {
        if (!contact.problem.empty()) {
            throw Refused(contact.problem);
        }
        if (trim(contact.fields.name.value_or("")).empty()) {
            throw Refused("the entry has no name");
        }
        Provider provider;
        apply_options(session_, provider, contact.fields);
        provider.profession = profession_of(contact);
        auto& row = outcome_.rows.back();
        const auto same = std::find_if(known_.begin(), known_.end(), [&](const auto& other) {
            return is_same(other, provider);
        });
        if (same != known_.end()) {
            row.effect = "known";
            row.provider = same->merged_into.value_or(same->id).str();
            return;
        }
        provider.uuid = session_.new_uuid();
        provider.created_at = session_.now();
        provider.id = insert_provider(session_.db(), provider);
        row.effect = "added";
        row.provider = provider.id.str();
        known_.push_back(std::move(provider));
        ++added_;
    }

    [[nodiscard]] std::string profession_of(const Contact& contact) const {
        for (const auto& word : contact.professions) {
            if (auto found = names_.find(word)) {
                return *std::move(found);
            }
        }
        if (profession_) {
            return *profession_;
        }
        throw Refused(
            contact.professions.empty() ? "the entry names no profession: give --profession"
                                        : "no known profession: " + join(contact.professions, ", ")
        );
    }

    /// Messages of options name them as "--email".
    void refuse(std::string reason) {
        if (reason.starts_with("--")) {
            reason.erase(0, 2);
        }
        outcome_.rows.back().effect = "refused";
        outcome_.rows.back().reason = std::move(reason);
        ++outcome_.refused;
    }

    void report() {
        session_.report(
            std::to_string(added_) + " added, " +
            std::to_string(
                outcome_.rows.size() - static_cast<std::size_t>(added_) -
                static_cast<std::size_t>(outcome_.refused)
            ) +
            " known already, " + std::to_string(outcome_.refused) + " refused"
        );
    }

    Session& session_;
    ProfessionNames names_;
    std::vector<Provider> known_;
    std::optional<std::string> profession_;
    ImportOutcome outcome_;
    int added_ = 0;
};

} // namespace

std::string format_of(const std::string& file, const std::optional<std::string>& given) {
    if (given) {
        return *given;
    }
    const auto name = fold(file);
    if (name.ends_with(".vcf") || name.ends_with(".vcard")) {
        return "vcf";
    }
    if (name.ends_with(".csv")) {
        return "csv";
    }
    throw UsageError("praxis cannot tell the format from the file's name", "give --as vcf or csv");
}

std::vector<Contact> read_contacts(std::string_view text, const std::string& format) {
    return format == "vcf" ? read_vcards(text) : read_contact_csv(text);
}

ImportOutcome import_contacts(
    Session& session,
    const std::vector<Contact>& contacts,
    const std::optional<std::string>& profession
) {
    return Importer{session, profession}.import(contacts);
}

Table table_of(const ImportOutcome& outcome) {
    Table table{
        .columns =
            {{"line", "Line", Align::right},
             {"name", "Name"},
             {"effect", "Effect"},
             {"provider", "Provider"},
             {"reason", "Reason"}},
        .rows = {},
        .when_empty = "the file has no entry"};
    for (const auto& row : outcome.rows) {
        table.rows.push_back(
            {row.line,
             text_or_null(row.name),
             row.effect,
             text_or_null(row.provider),
             text_or_null(row.reason)}
        );
    }
    return table;
}

} // namespace praxis::referrals
