// SPDX-License-Identifier: MIT
#include "letter/letter.hpp"

#include "consent.hpp"
#include "fields.hpp"
#include "letter/letter_group.hpp"
#include "letter/letter_json.hpp"
#include "letter/letter_parts.hpp"
#include "letter/profile.hpp"

#include <praxis/clients/directory.hpp>
#include <praxis/document_dates.hpp>
#include <praxis/error.hpp>
#include <praxis/text.hpp>

#include <algorithm>
#include <utility>

namespace praxis::referrals {
namespace {

constexpr std::size_t pen_width = 44;    // underscores to write on by hand
constexpr std::size_t fewest_points = 3; // of a chart
constexpr auto scope_statement =
    "The findings in this letter concern soft tissue, posture and movement, and are within the "
    "scope of massage and manual therapy. They are not a medical diagnosis.";

void add_if_any(std::vector<std::string>& parts, const std::string& text) {
    if (!text.empty()) {
        parts.push_back(text);
    }
}

/// A chart of fewer points adds nothing to the sentence beside it.
bool has_enough_points(const Block& block) {
    const auto* chart = std::get_if<LineChart>(&block);
    return chart == nullptr ||
           std::any_of(chart->series.begin(), chart->series.end(), [](const auto& series) {
               return series.points.size() >= fewest_points;
           });
}

class LetterWriter {
  public:
    LetterWriter(Session& session, const Referral& referral, Date dated)
        : session_(session)
        , referral_(referral)
        , dated_(dated)
        , provider_(get_provider(session.db(), referral.provider))
        , client_(session.get<clients::Directory>().get(session, referral.client))
        , referrer_(get_user(session.db(), referral.referrer))
        , profile_(load_profile(session, provider_.profession)) {}

    WrittenLetter write() {
        auto& document = letter_.document;
        document = new_document(session_, "Referral letter");
        document.footer = "Confidential health information · our reference " + referral_.id.str();
        document.watermark = "DRAFT";
        document.author = referrer_.name;
        letter_.gaps = gaps_of_referral(session_, referral_, dated_);
        write_receiver();
        write_subject();
        write_reason();
        write_middle();
        write_request();
        write_consent();
        write_signature();
        write_reply_slip();
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

    void write_receiver() {
        std::vector<std::string> receiver{provider_.name};
        if (provider_.profession != "other") {
            receiver.push_back(capitalise(display_name(provider_.profession)));
        }
        for (const auto& line :
             {provider_.organisation, provider_.address, provider_.phone, provider_.email}) {
            add_if_any(receiver, line.value_or(""));
        }
        add_if_any(receiver, provider_.fax ? "Fax " + *provider_.fax : "");
        add(Paragraph{join(receiver, "\n")});
        add(Paragraph{dated_.iso()});
    }

    void write_subject() {
        auto subject = "Re: " + client_.full_name;
        if (client_.born) {
            subject += ", born " + client_.born->iso() + " (" +
                       clients::age_text(*client_.born, dated_) + ")";
        }
        add(Heading{1, subject});
        std::vector<std::string> contact;
        for (const auto& detail : {client_.phone, client_.email, on_one_line(client_.address)}) {
            add_if_any(contact, detail);
        }
        add(Facts{{
            {"Urgency", profile_.urgency(referral_.urgency).label},
            {"Request", profile_.type(referral_.type).label},
            {"Sex or gender", client_.gender.empty() ? "not recorded" : client_.gender},
            {"Our record", client_.id.str() + ", referral " + referral_.id.str()},
            {"Contact", contact.empty() ? "not recorded" : join(contact, ", ")},
        }});
    }

    void write_reason() {
        add(Paragraph{"Dear " + provider_.name + ","});
        add(Paragraph{
            "Thank you for seeing " + client_.full_name +
            ", who is in my care for soft-tissue treatment. My question to you:"});
        add_part(
            {"reason", "Reason for referral", "42349-1", {Paragraph{referral_.reason, Tone::quote}}}
        );
    }

    void write_middle() {
        auto middle = gather_parts(session_, referral_, profile_);
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
    }

    void write_group(LetterGroup group) {
        const bool alone = group.parts.size() == 1;
        add(Heading{2, group.title.empty() && alone ? group.parts.front().title : group.title});
        auto blocks = alone ? group.parts.front().blocks : write_briefly(group.parts);
        for (auto& block : blocks) {
            if (has_enough_points(block)) {
                add(std::move(block));
            }
        }
        std::move(group.parts.begin(), group.parts.end(), std::back_inserter(letter_.parts));
    }

    void write_request() {
        add(Heading{2, "Your reply"});
        add_part(
            {"reply",
             "Your reply",
             "",
             {Paragraph{
                 "Please reply by " + referral_.reply_by.iso() +
                 ", by letter or on the slip at the end. " + profile_.closing()}}}
        );
    }

    [[nodiscard]] std::string consent_sentence() {
        const auto consent = find_sharing_consent(session_, client_.id, provider_, dated_);
        if (!consent) {
            return "Consent to share this information: not recorded.";
        }
        return std::string{
                   consent->given_by == "guardian" ? "The client's guardian" : "The client"} +
               " agreed on " + consent->given_on.iso() +
               " that this information may be shared with you.";
    }

    [[nodiscard]] std::string callback_contact() {
        std::vector<std::string> contact;
        add_if_any(contact, referrer_.phone.empty() ? session_.practice().phone : referrer_.phone);
        add_if_any(contact, referrer_.email.empty() ? session_.practice().email : referrer_.email);
        return contact.empty() ? "not recorded" : join(contact, ", ");
    }

    void write_consent() {
        add_part(
            {"consent",
             "Consent and scope",
             "",
             {Paragraph{consent_sentence() + " " + scope_statement}}}
        );
    }

    void write_signature() {
        add(Paragraph{"With kind regards,"});
        std::vector<std::string> who{referrer_.name};
        add_if_any(who, referrer_.qualifications);
        add_if_any(who, referrer_.profession);
        add_if_any(who, referrer_.licence.empty() ? "" : "licence " + referrer_.licence);
        add(SignatureLine{join(who, ", ") + "\nFor questions: " + callback_contact(), ""});
        Facts beside;
        beside.items.emplace_back(
            "Enclosed", referral_.enclosures.empty() ? "nothing" : join(referral_.enclosures, "\n")
        );
        if (!referral_.copies.empty()) {
            beside.items.emplace_back("Copy to", join(referral_.copies, "\n"));
        }
        add(std::move(beside));
    }

    void write_reply_slip() {
        add(Heading{2, "Reply slip"});
        Facts slip;
        slip.items.emplace_back(
            "To", referrer_.name + ", " + session_.practice().name + ", " + callback_contact()
        );
        slip.items.emplace_back("About", "our referral " + referral_.id.str());
        for (const auto& line : profile_.reply_slip()) {
            slip.items.emplace_back(line, std::string(pen_width, '_'));
        }
        add(std::move(slip));
    }

    Session& session_;
    const Referral& referral_;
    Date dated_;
    Provider provider_;
    clients::Client client_;
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
        return {std::move(frozen.document), std::move(frozen.parts), {}};
    }
    return write_letter(session, referral, session.today());
}

} // namespace praxis::referrals
