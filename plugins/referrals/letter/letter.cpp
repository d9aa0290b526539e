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

constexpr auto scope_statement =
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
        , profile_(load_profile(session, provider_.profession, referral.profile.value_or(""))) {}

    WrittenLetter write() {
        auto& document = letter_.document;
        document = new_document(session_, "Referral letter");
        document.footer = "Confidential · " + referral_.id.str() + ", " +
                          write_short_date(dated_, date_form(session_));
        document.watermark = "DRAFT";
        document.author = referrer_.name;
        letter_.gaps = gaps_of_referral(session_, referral_, dated_);
        auto middle = gather_parts(session_, referral_, profile_, dated_);
        write_frame();
        write_subject();
        write_opening(middle);
        write_question();
        write_middle(std::move(middle));
        write_request();
        write_consent();
        write_signature();
        write_reply_slip();
        add_remarks();
        // now, and not when it is printed: a sent letter stays as it was sent
        document = write_dates(std::move(document), date_form(session_));
        return std::move(letter_);
    }

  private:
    void add(Block block) { letter_.document.add(std::move(block)); }

    void add_part(LetterPart part) {
        letter_.document.add(part.blocks);
        letter_.parts.push_back(std::move(part));
    }

    [[nodiscard]] bool is_urgent() const { return referral_.urgency != "routine"; }

    [[nodiscard]] std::string phone() const {
        return referrer_.phone.empty() ? session_.practice().phone : referrer_.phone;
    }

    [[nodiscard]] std::string email() const {
        return referrer_.email.empty() ? session_.practice().email : referrer_.email;
    }

    [[nodiscard]] std::string born() const {
        return client_.born ? ", born " + client_.born->iso() : "";
    }

    void write_frame() {
        const auto urgency = profile_.urgency(referral_.urgency);
        LetterFrame frame;
        frame.receiver = receiver_lines(provider_);
        frame.alarm = is_urgent() ? in_capitals(urgency.label) : "";
        const auto receiver = one_of_profession(provider_);
        frame.purpose.push_back("Referral letter" + (receiver.empty() ? "" : " to " + receiver));
        if (is_urgent()) {
            frame.purpose.push_back("Please reply by " + referral_.reply_by.iso());
        }
        frame.purpose.push_back(profile_.type(referral_.type).label);
        frame.details = {
            {"Date", dated_.iso()},
            {"Urgency", urgency.label},
            {"Reply by", referral_.reply_by.iso()}};
        if (const auto number = phone(); !number.empty()) {
            frame.details.emplace_back("Phone me", referrer_.name + "\n" + number);
        }
        frame.details.emplace_back("Reference", referral_.id.str());
        // at the side, because nothing private may be in the window of the envelope
        const auto contact =
            join_present({client_.phone, client_.email, on_one_line(client_.address)}, "\n");
        if (!contact.empty()) {
            frame.details.emplace_back("Client", contact);
        }
        if (!client_.occupation.empty()) {
            frame.details.emplace_back("Work", client_.occupation);
        }
        frame.person = name_.latin + born();
        frame.contact = join_present({session_.practice().name, phone()}, " · ");
        letter_.document.letter = std::move(frame);
    }

    void write_subject() {
        auto subject = "Re: " + name_.whole + born();
        std::vector<std::string> about;
        if (client_.born) {
            const auto age = clients::greatest_age(*client_.born, dated_);
            about.push_back((client_.born->is_exact() ? "" : "about ") + std::to_string(age));
        }
        add_if_any(about, client_.gender);
        add(Heading{1, about.empty() ? subject : subject + " (" + join(about, ", ") + ")"});
    }

    void write_opening(const LetterParts& parts) {
        add(Paragraph{salutation_of(provider_) + ","});
        std::string sessions;
        if (parts.sessions > 0) {
            sessions = "We have had " + std::to_string(parts.sessions) +
                       (parts.sessions == 1 ? " session, on " : " sessions since ") +
                       parts.since->iso() + ".";
        }
        auto opening = replace(profile_.opening(), "{client}", name_.latin);
        add(Paragraph{replace(std::move(opening), "{sessions}", sessions)});
    }

    void write_question() {
        add(Heading{3, "My question to you"});
        add_part(
            {"reason",
             "Reason for referral",
             "42349-1",
             {Paragraph{referral_.reason, Tone::question}}}
        );
    }

    void write_middle(LetterParts middle) {
        for (auto& group : middle.groups) {
            write_group(std::move(group));
        }
        for (const auto& missing : middle.unavailable) {
            add(Paragraph{
                "This letter does not include the part '" + missing.plugin +
                    "' of our records, because that part could not be read.",
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

    void write_request() {
        add(Heading{2, "Your reply"});
        const auto number = phone();
        std::vector<std::string> sentences;
        if (is_urgent() && !number.empty()) {
            sentences.push_back(
                "Please phone " + number + " if you cannot see the client in time."
            );
        }
        sentences.push_back(
            "Please reply by " + referral_.reply_by.iso() +
            (profile_.reply_slip().empty() ? "" : ", on the slip,") + " by letter or by phone."
        );
        add_if_any(sentences, profile_.closing());
        add_if_any(sentences, profile_.type(referral_.type).request);
        add_part({"reply", "Your reply", "", {Paragraph{join(sentences, " ")}}});
    }

    [[nodiscard]] std::string consent_sentence() {
        const auto consent = find_sharing_consent(session_, client_.id, provider_, dated_);
        if (!consent) {
            return "Consent to share this information: not recorded.";
        }
        return (consent->given_by == "guardian" ? "The guardian of " + name_.latin : name_.latin) +
               " agreed on " + consent->given_on.iso() + " that I share this information with you.";
    }

    void write_consent() {
        add(Heading{2, "Consent and scope"});
        add_part(
            {"consent",
             "Consent and scope",
             "",
             {Paragraph{consent_sentence() + " " + scope_statement}}}
        );
    }

    void write_signature() {
        add(Paragraph{"With kind regards,"});
        std::vector<std::string> work{referrer_.profession};
        add_if_any(work, referrer_.licence.empty() ? "" : "licence " + referrer_.licence);
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
            beside.items.emplace_back("Enclosed", join(referral_.enclosures, "\n"));
        }
        if (!referral_.copies.empty()) {
            beside.items.emplace_back("Copy to", join(referral_.copies, "\n"));
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
        if (referral_.reason.find('?') == std::string::npos &&
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
