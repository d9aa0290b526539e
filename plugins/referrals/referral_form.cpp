// SPDX-License-Identifier: MIT
#include "referral_form.hpp"

#include "fields.hpp"

#include <praxis/clients/directory.hpp>
#include <praxis/error.hpp>
#include <praxis/text.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace praxis::referrals {
namespace {

template <class T> struct FormField {
    std::string_view key;
    T ReferralChanges::*change;
};

using Text = std::optional<std::string>;
using Texts = std::vector<std::string>;

constexpr std::array<FormField<Text>, 13> text_fields{{
    {"reason", &ReferralChanges::reason},
    {"answer", &ReferralChanges::answer},
    {"urgency", &ReferralChanges::urgency},
    {"type", &ReferralChanges::type},
    {"suspended", &ReferralChanges::suspended},
    {"continuing", &ReferralChanges::continuing},
    {"precautions", &ReferralChanges::precautions},
    {"goals", &ReferralChanges::goals},
    {"profile", &ReferralChanges::profile},
    {"language", &ReferralChanges::language},
    {"opening", &ReferralChanges::opening},
    {"closing", &ReferralChanges::closing},
    {"reference", &ReferralChanges::reference},
}};

constexpr std::array<FormField<std::optional<Date>>, 3> day_fields{{
    {"reply_by", &ReferralChanges::reply_by},
    {"next_review", &ReferralChanges::next_review},
    {"until", &ReferralChanges::until},
}};

constexpr std::array<FormField<Texts>, 3> list_fields{{
    {"notes", &ReferralChanges::notes},
    {"enclosures", &ReferralChanges::enclosures},
    {"copy_to", &ReferralChanges::copies},
}};

template <class T, std::size_t Size>
T ReferralChanges::*find_field(const std::array<FormField<T>, Size>& fields, std::string_view key) {
    const auto found = std::find_if(fields.begin(), fields.end(), [key](const auto& field) {
        return field.key == key;
    });
    return found == fields.end() ? nullptr : found->change;
}

class FormReader {
  public:
    FormReader(Session& session, const std::string& source) : session_(session), source_(source) {}

    ReferralChanges read(const Value& form, const Value& before) {
        for (const auto& [key, value] : form.as_object()) {
            const auto* const old = before.find(key);
            if (old == nullptr) {
                refuse_key(key, value, before);
            }
            if (!(value == *old)) {
                take(key, value);
            }
        }
        return std::move(changes_);
    }

  private:
    void take(const std::string& key, const Value& value) {
        if (const auto text = find_field(text_fields, key)) {
            changes_.*text = text_of(key, value);
            check_choice(key, value, "urgency", urgencies);
            check_choice(key, value, "type", referral_types);
        } else if (const auto day = find_field(day_fields, key)) {
            changes_.*day = day_of(key, value);
        } else if (const auto list = find_field(list_fields, key)) {
            changes_.*list = list_of(key, value);
        } else {
            take_sessions(value);
        }
    }

    [[nodiscard]] std::string text_of(const std::string& key, const Value& value) const {
        if (!value.is_text()) {
            refuse(value, key + ": give a text in quotes");
        }
        return trim(value.as_text());
    }

    void check_choice(
        const std::string& key,
        const Value& value,
        std::string_view field,
        const std::array<const char*, 4>& known
    ) const {
        const auto text = trim(value.plain());
        if (key == field && std::find(known.begin(), known.end(), text) == known.end()) {
            refuse(value, key + ": choose from " + join(Texts(known.begin(), known.end()), ", "));
        }
    }

    [[nodiscard]] Date day_of(const std::string& key, const Value& value) const {
        try {
            return parse_date(
                trim(value.plain()), session_.today(), Sense::future, session_.date_order()
            );
        } catch (const UsageError& error) {
            refuse(value, key + ": " + error.what());
        }
    }

    /// An empty list clears the field, as an empty option does.
    [[nodiscard]] Texts list_of(const std::string& key, const Value& value) const {
        if (!value.is_array()) {
            refuse(value, key + ": give a list, [\"a\", \"b\"]");
        }
        auto texts = value.texts();
        return texts.empty() ? Texts{""} : texts;
    }

    void take_sessions(const Value& value) {
        if (!value.is_integer() || value.as_integer() < 0 || value.as_integer() > 1000) {
            refuse(value, "sessions: give a number; 0: no limit");
        }
        changes_.sessions = static_cast<int>(value.as_integer());
    }

    [[noreturn]] void
    refuse_key(const std::string& key, const Value& value, const Value& before) const {
        std::vector<std::string> known;
        for (const auto& [name, old] : before.as_object()) {
            known.push_back(name);
        }
        refuse(value, unknown_key(key, known));
    }

    [[noreturn]] void refuse(const Value& at, const std::string& what) const {
        const auto line = at.line() > 0 ? ":" + std::to_string(at.line()) : "";
        throw Refused(source_ + line + ": " + what, "praxis help referral edit");
    }

    Session& session_;
    const std::string& source_;
    ReferralChanges changes_;
};

class FormWriter {
  public:
    std::string write(const Referral& referral) {
        const bool incoming = is_incoming(referral);
        add("reason",
            referral.reason,
            incoming ? "what they ask" : "one question that they can answer");
        if (incoming) {
            add("answer", referral.answer.value_or(""), "yours, to the question");
            add("reference", referral.reference.value_or(""), "the number that they gave it");
            add("sessions", Value{referral.sessions.value_or(0)}, "authorised; 0: no limit");
            add("until", day(referral.valid_until), "the last day of the authorisation");
        }
        add("urgency", referral.urgency, "routine, urgent, asap, stat");
        add("type", referral.type, "assess, treat, co-manage, transfer");
        add("reply_by",
            referral.reply_by.iso(),
            incoming ? "your report is due" : "you need the reply");
        add("suspended", referral.suspended.value_or(""), "treatment; \"nothing\" is an answer");
        add("continuing", referral.continuing.value_or(""), "treatment, in the meantime");
        add("precautions", referral.precautions.value_or(""), "\"none known\" is an answer");
        add("goals", referral.goals.value_or(""), "empty: those of the complaint");
        add("next_review", day(referral.next_review), "");
        add("language", referral.language.value_or(""), "en, de, es, fr; empty: the receiver's");
        add("opening", referral.opening.value_or(""), "empty: the usual first sentence");
        add("closing", referral.closing.value_or(""), "empty: the usual last sentence");
        if (!incoming) {
            add("profile", referral.profile.value_or(""), "one-page; empty: the usual letter");
        }
        std::vector<std::string> notes;
        for (const auto& note : referral.notes) {
            notes.push_back(note.str());
        }
        add("notes", list_value(notes), "signed ones that it is based on");
        add("enclosures", list_value(referral.enclosures), "");
        add("copy_to", list_value(referral.copies), "other people who receive the letter");
        return std::move(form_);
    }

  private:
    static std::string day(const std::optional<Date>& date) { return date ? date->iso() : ""; }

    /// JSON's texts, lists and whole numbers are TOML too.
    void add(std::string_view key, const Value& value, std::string_view help) {
        form_ += std::string{key} + " = " + to_json(value);
        form_ += help.empty() ? "\n" : " # " + std::string{help} + "\n";
    }

    std::string form_;
};

} // namespace

std::string referral_form(const Referral& referral) {
    return "# " + referral.id.str() + ". An empty text clears a field.\n" +
           FormWriter{}.write(referral);
}

ReferralChanges read_referral_form(
    Session& session, const Referral& referral, std::string_view text, const std::string& source
) {
    const auto form = parse_toml(text, source);
    return FormReader{session, source}.read(form, parse_toml(referral_form(referral), source));
}

ReferralChanges edit_referral(Session& session, const Referral& referral) {
    const auto client = session.get<clients::Directory>().get(session, referral.client);
    const auto text = session.edit_text({
        .subject = "the referral " + referral.id.str(),
        .client = client.uuid,
        .key = referral.uuid,
        .text = referral_form(referral),
        .file_ending = ".toml",
        .changed = std::nullopt,
        .check = [&](const std::string& typed) -> std::optional<std::string> {
            try {
                read_referral_form(session, referral, typed, "the form");
                return std::nullopt;
            } catch (const Refused& error) {
                return error.what();
            }
        },
    });
    return read_referral_form(session, referral, text, "the form");
}

} // namespace praxis::referrals
