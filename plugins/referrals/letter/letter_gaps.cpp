// SPDX-License-Identifier: MIT
#include "consent.hpp"
#include "fields.hpp"
#include "incoming/authorisation.hpp"
#include "letter/letter.hpp"

#include <praxis/clients/directory.hpp>
#include <praxis/error.hpp>

namespace praxis::referrals {
namespace {

class GapFinder {
  public:
    GapFinder(Session& session, const Referral& referral, Date dated)
        : session_(session), referral_(referral), dated_(dated) {}

    std::vector<Gap> find() {
        check_provider();
        check_referrer();
        check_client();
        check_complaint();
        if (is_incoming(referral_)) {
            check_report();
        } else {
            check_referral();
        }
        return std::move(gaps_);
    }

  private:
    void add(std::string what, std::string fix) {
        gaps_.push_back({std::move(what), std::move(fix)});
    }

    void add_edit(std::string what, const std::string& option) {
        add(std::move(what), "praxis referral edit " + referral_.id.str() + " " + option);
    }

    void check_provider() {
        const auto provider = get_provider(session_.db(), referral_.provider);
        const auto edit = "praxis provider edit " + provider.id.str();
        if (contact_details_of(provider).empty()) {
            add("the receiver has no contact details", edit + " --address \"...\"");
        }
        check_consent(provider);
        check_copies();
    }

    /// Each person who gets a copy sees the record as the receiver does.
    void check_copies() {
        for (const auto& name : referral_.copies) {
            if (!find_copy_consent(session_, referral_.client, name, dated_)) {
                add("the client's consent to share the record does not include the copy to " + name,
                    "praxis consent record " + referral_.client.str() + " --kind share --to \"...\""
                );
            }
        }
    }

    void check_consent(const Provider& provider) {
        if (find_sharing_consent(session_, referral_.client, provider, dated_)) {
            return;
        }
        const auto record = "praxis consent record " + referral_.client.str() + " --kind share";
        const auto state = session_.get<clients::Directory>().consent(
            session_,
            {.client = referral_.client,
             .kind = "share",
             .technique = {},
             .region = {},
             .on = dated_}
        );
        if (state == clients::ConsentState::given) {
            add("the client's consent to share the record does not include " + provider.id.str(),
                record + " --to " + provider.id.str());
        } else {
            add("the client's consent to share the record is missing or no longer valid", record);
        }
    }

    void check_referrer() {
        const auto user = get_user(session_.db(), referral_.referrer);
        const auto edit = "praxis user edit " + user.id.str();
        if (user.licence.empty()) {
            add("the therapist's licence is not recorded", edit + " --licence \"...\"");
        }
        const auto& practice = session_.practice();
        if (user.phone.empty() && user.email.empty() && practice.phone.empty() &&
            practice.email.empty()) {
            add("the therapist and the practice have no phone number or e-mail address",
                edit + " --phone \"...\"");
        }
    }

    void check_client() {
        const auto client = session_.get<clients::Directory>().get(session_, referral_.client);
        const auto edit = "praxis client edit " + client.id.str();
        if (!client.born) {
            add("the client's date of birth is not recorded", edit + " --born YYYY-MM-DD");
        }
        if (client.gender.empty()) {
            add("the client's sex or gender is not recorded", edit + " --gender \"...\"");
        }
        if (client.phone.empty() && client.email.empty() && client.address.empty()) {
            add("the client has no phone number, e-mail or postal address",
                edit + " --phone \"...\"");
        }
    }

    /// The chart's own section reports that the client has no open complaint.
    void check_complaint() {
        const auto open =
            session_.get<clients::Directory>().open_complaints(session_, referral_.client);
        if (!referral_.complaint && !open.empty()) {
            add_edit("the referral names no complaint", "--complaint " + open.front().id.str());
        }
    }

    [[nodiscard]] bool has_goals() {
        if (referral_.goals) {
            return true;
        }
        return referral_.complaint && !session_.get<clients::Directory>()
                                           .get_complaint(session_, *referral_.complaint)
                                           .goal.empty();
    }

    void check_report() {
        if (!referral_.answer) {
            add_edit("your answer to the question is not recorded", "--answer \"...\"");
        }
        if (count_sessions(session_, referral_).used == 0) {
            add("no note was signed since the referral arrived",
                "praxis note new " + referral_.client.str());
        }
    }

    void check_referral() {
        if (!referral_.suspended) {
            add_edit(
                "suspended treatment is not recorded (\"nothing\" is an answer)",
                "--suspended \"...\""
            );
        }
        if (!referral_.precautions) {
            add_edit(
                "precautions are not recorded (\"none known\" is an answer)",
                "--precautions \"...\""
            );
        }
        if (!has_goals()) {
            add_edit("goals are not recorded", "--goals \"...\"");
        }
        if (!referral_.continuing) {
            add_edit(
                "the treatment that you continue in the meantime is not recorded",
                "--continuing \"...\""
            );
        }
        if (!referral_.next_review) {
            add_edit("the date of the next review is not recorded", "--next-review \"in 4 weeks\"");
        } else if (*referral_.next_review < dated_) {
            add_edit(
                "the date of the next review has passed: " + referral_.next_review->iso(),
                "--next-review \"in 4 weeks\""
            );
        }
        if (referral_.reply_by < dated_) {
            add_edit(
                "the date for the reply has passed: " + referral_.reply_by.iso(),
                "--reply-by \"in 4 weeks\""
            );
        }
    }

    Session& session_;
    const Referral& referral_;
    Date dated_;
    std::vector<Gap> gaps_;
};

} // namespace

std::vector<Gap> gaps_of_referral(Session& session, const Referral& referral, Date dated) {
    return GapFinder{session, referral, dated}.find();
}

void check_is_complete(const Referral& referral, const std::vector<Gap>& gaps) {
    if (gaps.empty()) {
        return;
    }
    const auto id = referral.id.str();
    std::string message = id + " is not complete. Still missing:";
    std::vector<Error::Problem> problems;
    for (const auto& gap : gaps) {
        message += "\n  " + gap.what + "\n      " + gap.fix;
        problems.push_back({gap.what, gap.fix});
    }
    Refused refusal{
        message,
        is_incoming(referral) ? "then: praxis referral send " + id
        : referral.state == "draft"
            ? "then: praxis referral ready " + id
            : "to edit the referral: praxis referral ready " + id + " --back"};
    refusal.set_problems(std::move(problems));
    throw refusal;
}

} // namespace praxis::referrals
