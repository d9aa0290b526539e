// SPDX-License-Identifier: MIT
#include "letter/letter.hpp"

#include "consent.hpp"
#include "fields.hpp"
#include "letter/letter_group.hpp"
#include "letter/letter_json.hpp"
#include "letter/letter_parts.hpp"
#include "letter/profile.hpp"
#include "letter/slip.hpp"
#include "letter/words.hpp"

#include <praxis/clients/directory.hpp>
#include <praxis/document_dates.hpp>
#include <praxis/error.hpp>
#include <praxis/text.hpp>

#include <algorithm>
#include <utility>

namespace praxis::referrals {
namespace {

constexpr std::string_view scope_statement =
    "My findings are observations of soft tissue, posture and movement within the scope of massage "
    "and manual therapy. They are not a diagnosis.";

void add_if_any(std::vector<std::string>& parts, const std::string& text) {
    if (!text.empty()) {
        parts.push_back(text);
    }
}

std::string replace(std::string text, std::string_view key, const std::string& value) {
    for (auto at = text.find(key); at != std::string::npos;
         at = text.find(key, at + value.size())) {
        text.replace(at, key.size(), value);
    }
    return trim(text);
}

std::string in_capitals(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(), [](char letter) {
        return letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 'a' + 'A') : letter;
    });
    return text;
}

class LetterWriter {
  public:
    LetterWriter(Session& session, const Referral& referral, Date dated)
        : session_(session)
        , referral_(referral)
        , dated_(dated)
        , provider_(get_provider(session.db(), referral.provider))
        , client_(session.get<clients::Directory>().get(session, referral.client))
        , name_(name_of(client_))
        , referrer_(get_user(session.db(), referral.referrer))
        , profile_(load_profile(
              session, provider_.profession, form_of(referral), language_of(session, referral)
          ))
        , language_(profile_.language()) {}

    WrittenLetter write() {
        auto& document = letter_.document;
        document = new_document(session_, say(is_report() ? "Report" : "Referral letter"));
        document.language = language_.code();
        document.footer =
            say("Confidential") + " · " + referral_.id.str() + ", " + language_.short_date(dated_);
        document.watermark = say("DRAFT");
        document.author = referrer_.name;
        letter_.gaps = gaps_of_referral(session_, referral_, dated_);
        auto middle = gather_parts(session_, referral_, profile_, dated_);
        write_frame();
        write_subject();
        write_opening(middle);
        write_question();
        write_middle(std::move(middle));
        if (is_report()) {
            write_closing();
        } else {
            write_request();
        }
        write_consent();
        write_signature();
        if (!is_report()) {
            write_reply_slip();
        }
        add_remarks();
        // now, and not when it is printed: a sent letter stays as it was sent
        document = language_.with_dates(std::move(document));
        return std::move(letter_);
    }

  private:
    [[nodiscard]] std::string say(std::string_view english, Language::Values values = {}) const {
        return language_.say(english, values);
    }

    void add(Block block) { letter_.document.add(std::move(block)); }

    void add_part(LetterPart part) {
        letter_.document.add(part.blocks);
        letter_.parts.push_back(std::move(part));
    }

    /// The report on an incoming referral, not the letter of an outgoing one.
    [[nodiscard]] bool is_report() const { return is_incoming(referral_); }

    [[nodiscard]] bool is_urgent() const { return referral_.urgency != "routine"; }

    [[nodiscard]] std::string phone() const {
        return referrer_.phone.empty() ? session_.practice().phone : referrer_.phone;
    }

    [[nodiscard]] std::string email() const {
        return referrer_.email.empty() ? session_.practice().email : referrer_.email;
    }

    [[nodiscard]] std::string born() const {
        return client_.born ? ", " + say("born {date}", {{"date", client_.born->iso()}}) : "";
    }

    /// What the letter asks for, and how soon.
    void add_request(LetterFrame& frame) {
        const auto urgency = profile_.urgency(referral_.urgency);
        frame.alarm = is_urgent() ? in_capitals(urgency.label) : "";
        if (is_urgent()) {
            frame.purpose.push_back(
                say("Please reply by {date}", {{"date", referral_.reply_by.iso()}})
            );
        }
        frame.purpose.push_back(profile_.type(referral_.type).label);
        frame.details = {
            {say("Date"), dated_.iso()},
            {say("Urgency"), urgency.label},
            {say("Reply by"), referral_.reply_by.iso()}};
    }

    /// Which referral the report answers.
    void add_occasion(LetterFrame& frame) {
        frame.purpose.push_back(say(
            "on your referral of {date}", {{"date", first_day(session_.db(), referral_.id).iso()}}
        ));
        frame.details = {{say("Date"), dated_.iso()}};
        if (referral_.reference) {
            frame.details.emplace_back(say("Your reference"), *referral_.reference);
        }
    }

    void write_frame() {
        LetterFrame frame;
        frame.receiver = receiver_lines(provider_, language_);
        frame.purpose.push_back(
            join_present({letter_.document.title, to_profession(provider_, language_)}, " ")
        );
        if (is_report()) {
            add_occasion(frame);
        } else {
            add_request(frame);
        }
        if (const auto number = phone(); !number.empty()) {
            frame.details.emplace_back(say("Phone me"), referrer_.name + "\n" + number);
        }
        frame.details.emplace_back(say("Reference"), referral_.id.str());
        // at the side, because nothing private may be in the window of the envelope
        const auto contact =
            join_present({client_.phone, client_.email, on_one_line(client_.address)}, "\n");
        if (!contact.empty()) {
            frame.details.emplace_back(say("Client"), contact);
        }
        if (!client_.occupation.empty()) {
            frame.details.emplace_back(say("Occupation"), client_.occupation);
        }
        frame.person = name_.latin + born();
        frame.contact = join_present({session_.practice().name, phone()}, " · ");
        letter_.document.letter = std::move(frame);
    }

    void write_subject() {
        auto subject = say("Re:") + " " + name_.whole + born();
        std::vector<std::string> about;
        if (client_.born) {
            const auto age = clients::greatest_age(*client_.born, dated_);
            const auto years = std::to_string(age);
            about.push_back(client_.born->is_exact() ? years : say("about {n}", {{"n", years}}));
        }
        add_if_any(about, client_.gender);
        add(Heading{1, about.empty() ? subject : subject + " (" + join(about, ", ") + ")"});
    }

    void write_opening(const LetterParts& parts) {
        add(Paragraph{salutation_of(provider_, language_) + ","});
        std::string sessions;
        if (parts.sessions > 0) {
            sessions =
                say(parts.sessions == 1 ? "We have had 1 session, on {date}."
                                        : "We have had {n} sessions since {date}.",
                    {{"n", std::to_string(parts.sessions)}, {"date", parts.since->iso()}});
        }
        auto opening =
            replace(referral_.opening.value_or(profile_.opening()), "{client}", name_.latin);
        add(Paragraph{replace(std::move(opening), "{sessions}", sessions)});
    }

    void write_question() {
        add(Heading{3, say(is_report() ? "Your question" : "My question to you")});
        const auto tone = is_report() ? Tone::normal : Tone::question;
        add_part(
            {"reason", say("Reason for referral"), "42349-1", {Paragraph{referral_.reason, tone}}}
        );
        if (is_report()) {
            add(Heading{3, say("My answer")});
            add_part(
                {"answer",
                 say("My answer"),
                 "",
                 {Paragraph{referral_.answer.value_or(say("not recorded")), Tone::question}}}
            );
        }
    }

    void write_middle(LetterParts middle) {
        for (auto& group : middle.groups) {
            write_group(std::move(group));
        }
        for (const auto& missing : middle.unavailable) {
            add(Paragraph{
                say("This letter does not include the part '{part}' of our records, because that "
                    "part could not be read.",
                    {{"part", missing.plugin}}),
                Tone::warning});
        }
        std::move(middle.gaps.begin(), middle.gaps.end(), std::back_inserter(letter_.gaps));
        letter_.remarks = std::move(middle.remarks);
    }

    void write_group(LetterGroup group) {
        const bool alone = group.parts.size() == 1;
        add(Heading{2, group.title.empty() && alone ? group.parts.front().title : group.title});
        letter_.document.add(alone ? group.parts.front().blocks : write_briefly(group.parts));
        std::move(group.parts.begin(), group.parts.end(), std::back_inserter(letter_.parts));
    }

    [[nodiscard]] std::string closing() const {
        return referral_.closing.value_or(profile_.closing());
    }

    void write_closing() {
        if (const auto text = closing(); !text.empty()) {
            add(Paragraph{text});
        }
    }

    void write_request() {
        add(Heading{2, say("Your reply")});
        const auto number = phone();
        std::vector<std::string> sentences;
        if (is_urgent() && !number.empty()) {
            sentences.push_back(say(
                "Please phone {number} if you cannot see the client in time.", {{"number", number}}
            ));
        }
        sentences.push_back(
            say(profile_.reply_slip().empty()
                    ? "Please reply by {date} by letter or by phone."
                    : "Please reply by {date}, on the slip, by letter or by phone.",
                {{"date", referral_.reply_by.iso()}})
        );
        add_if_any(sentences, closing());
        add_if_any(sentences, profile_.type(referral_.type).request);
        add_part({"reply", say("Your reply"), "", {Paragraph{join(sentences, " ")}}});
    }

    [[nodiscard]] std::string consent_sentence() {
        const auto consent = find_sharing_consent(session_, client_.id, provider_, dated_);
        if (!consent) {
            return say("Consent to share this information: not recorded.");
        }
        return say(
            consent->given_by == "guardian"
                ? "The guardian of {client} agreed on {date} that I share this information with "
                  "you."
                : "{client} agreed on {date} that I share this information with you.",
            {{"client", name_.latin}, {"date", consent->given_on.iso()}}
        );
    }

    void write_consent() {
        add(Heading{2, say("Consent and scope")});
        add_part(
            {"consent",
             say("Consent and scope"),
             "",
             {Paragraph{consent_sentence() + " " + say(scope_statement)}}}
        );
    }

    void write_signature() {
        add(Paragraph{say("With kind regards,")});
        std::vector<std::string> work{referrer_.profession};
        add_if_any(
            work,
            referrer_.licence.empty() ? ""
                                      : say("licence {number}", {{"number", referrer_.licence}})
        );
        add(SignatureLine{
            join_present(
                {join_present({referrer_.name, referrer_.qualifications}, ", "),
                 capitalise(join_present(work, ", ")),
                 join_present({phone(), email()}, " · ")},
                "\n"
            ),
            ""});
        Facts beside;
        if (!referral_.enclosures.empty()) {
            beside.items.emplace_back(say("Enclosed"), join(referral_.enclosures, "\n"));
        }
        if (!referral_.copies.empty()) {
            beside.items.emplace_back(say("Copy to"), join(referral_.copies, "\n"));
        }
        if (!beside.items.empty()) {
            add(std::move(beside));
        }
    }

    void write_reply_slip() {
        if (profile_.reply_slip().empty()) {
            return;
        }
        const auto& practice = session_.practice();
        SlipFacts facts{name_.latin + born(), dated_, {}};
        add_if_any(facts.way_back, practice.name);
        add_if_any(facts.way_back, join_present({referrer_.name, phone()}, " · "));
        add_if_any(facts.way_back, on_one_line(practice.address));
        add_if_any(facts.way_back, email());
        add(write_slip(referral_, profile_, facts));
    }

    /// What stops nothing, but is better settled before the letter leaves.
    void add_remarks() {
        if (name_.lacks_latin) {
            letter_.remarks.push_back(
                {"the subject line has no name in Latin letters: the receiver may not be able to "
                 "read it",
                 "praxis client edit " + client_.id.str() +
                     " --given \"...\" --family \"...\" --full-name \"...\""}
            );
        }
        if (!is_report() && referral_.reason.find('?') == std::string::npos &&
            referral_.reason.find("？") == std::string::npos) {
            letter_.remarks.push_back(
                {"the reason is not a question. For example: " +
                     join(profile_.questions(referral_.type), " "),
                 "praxis referral edit " + referral_.id.str() + " --reason \"...\""}
            );
        }
    }

    Session& session_;
    const Referral& referral_;
    Date dated_;
    Provider provider_;
    clients::Client client_;
    LetterName name_;
    User referrer_;
    Profile profile_;
    const Language& language_; // of the profile
    WrittenLetter letter_;
};

} // namespace

WrittenLetter write_letter(Session& session, const Referral& referral, Date dated) {
    return LetterWriter{session, referral, dated}.write();
}

WrittenLetter current_letter(Session& session, const Referral& referral) {
    if (const auto sent = find_letter(session.db(), referral.id)) {
        auto frozen = letter_from_json(sent->content);
        // 48 of the 256 bits: enough to tell letters apart, and short enough to type
        frozen.document.footer += " · " + sent->digest.substr(0, 12);
        return {std::move(frozen.document), std::move(frozen.parts), {}, {}};
    }
    return write_letter(session, referral, session.today());
}

} // namespace praxis::referrals
