// SPDX-License-Identifier: MIT
#include "reply/reply_form.hpp"

#include "fields.hpp"

#include <praxis/clients/directory.hpp>
#include <praxis/error.hpp>
#include <praxis/text.hpp>

#include <algorithm>

namespace praxis::referrals {
namespace {

class ReplyReader {
  public:
    ReplyReader(Session& session, const std::string& source) : session_(session), source_(source) {}

    Reply read(const Value& form) {
        for (const auto& [key, value] : form.as_object()) {
            take(key, value);
        }
        return std::move(reply_);
    }

  private:
    void take(const std::string& key, const Value& value) {
        if (key == "from") {
            reply_.author = text_of(key, value);
        } else if (key == "dated") {
            take_date(key, value);
        } else if (key == "recommendations" && value.is_array()) {
            take_list(value);
        } else {
            field_named(key, value) = text_or_nothing(text_of(key, value));
        }
    }

    [[nodiscard]] std::string text_of(const std::string& key, const Value& value) const {
        if (!value.is_text()) {
            refuse(value, key + ": give a text in quotes");
        }
        return trim(value.as_text());
    }

    void take_date(const std::string& key, const Value& value) {
        const auto text = trim(value.plain());
        if (text.empty()) {
            return;
        }
        try {
            reply_.dated_on =
                parse_date(text, session_.today(), Sense::past, session_.date_order());
        } catch (const UsageError& error) {
            refuse(value, key + ": " + error.what());
        }
    }

    void take_list(const Value& value) {
        std::vector<std::string> lines;
        for (const auto& text : texts_of(value.texts())) {
            lines.push_back(on_one_line(text));
        }
        reply_.recommendations = text_or_nothing(join(lines, "\n"));
    }

    Reply::Text& field_named(const std::string& key, const Value& value) {
        std::vector<std::string> known{"from", "dated"};
        for (const auto& field : reply_fields) {
            if (field.key == key) {
                return reply_.*field.text;
            }
            known.emplace_back(field.key);
        }
        refuse(value, unknown_key(key, known));
    }

    [[noreturn]] void refuse(const Value& at, const std::string& what) const {
        const auto line = at.line() > 0 ? ":" + std::to_string(at.line()) : "";
        throw Refused(source_ + line + ": " + what, "praxis help referral reply shows the form");
    }

    Session& session_;
    const std::string& source_;
    Reply reply_;
};

} // namespace

Reply read_reply(Session& session, std::string_view text, const std::string& source) {
    const auto form = parse_toml_or_json(text, source);
    if (!form.is_object()) {
        throw Refused(
            source + ": a table is expected", "praxis help referral reply shows the form"
        );
    }
    return ReplyReader{session, source}.read(form);
}

std::string reply_form(const Referral& referral, const std::string& author) {
    return "# The report that came back to " + referral.id.str() +
           ". What is empty is not recorded.\n"
           "from = " +
           to_json(Value{author}) +
           " # who wrote it\n"
           "dated = \"\" # the day on the report\n\n"
           "presumed_diagnosis = \"\"\n"
           "final_diagnosis = \"\"\n"
           "findings = \"\"\n"
           "services = \"\" # what the receiver did\n"
           "recommendations = [] # one text for each: [\"no thrusts\", \"walk daily\"]\n"
           "prescriptions = \"\" # and further referrals\n"
           "document = \"\" # where you keep it: \"paper file, 2026\"\n";
}

Reply edit_reply(Session& session, const Referral& referral, const std::string& author) {
    const auto client = session.get<clients::Directory>().get(session, referral.client);
    const auto text = session.edit_text({
        .subject = "the report to " + referral.id.str(),
        .client = client.uuid,
        .key = referral.uuid,
        .text = reply_form(referral, author),
        .file_ending = ".toml",
        .changed = std::nullopt,
        .check = [&session](const std::string& typed) -> std::optional<std::string> {
            try {
                read_reply(session, typed, "the form");
                return std::nullopt;
            } catch (const Refused& error) {
                return error.what();
            }
        },
    });
    return read_reply(session, text, "the form");
}

bool has_content(const Reply& reply) {
    return std::any_of(reply_fields.begin(), reply_fields.end(), [&](const ReplyField& field) {
        return (reply.*field.text).has_value();
    });
}

} // namespace praxis::referrals
