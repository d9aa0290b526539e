// SPDX-License-Identifier: MIT
#include "consent.hpp"
#include "fields.hpp"
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
        check_referral();
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
        if (reach_of(provider).empty()) {
            add("the receiver has neither an address nor a phone number",
                edit + " --address \"...\"");
        }
        check_consent(provider);
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
            add("the client's consent to share the record does not extend to " + provider.id.str(),
                record + " --to " + provider.id.str());
        } else {
            add("there is no valid consent to share the record", record);
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
            add("there is no phone number or e-mail address to call back",
                edit + " --phone \"...\"");
        }
    }

    void check_client() {
        const auto client = session_.get<clients::Directory>().get(session_, referral_.client);
        const auto edit = "praxis client edit " + client.id.str();
        if (!client.born) {
            add("the client's birth date is not recorded", edit + " --born YYYY-MM-DD");
        }
        if (client.gender.empty()) {
            add("the client's sex or gender is not recorded", edit + " --gender \"...\"");
        }
        if (client.phone.empty() && client.email.empty() && client.address.empty()) {
            add("the client cannot be reached: no phone number, e-mail or address",
                edit + " --phone \"...\"");
        }
    }

    /// That there is none to choose is told by the chart's own section.
    void check_complaint() {
        const auto open =
            session_.get<clients::Directory>().open_complaints(session_, referral_.client);
        if (!referral_.complaint && !open.empty()) {
            add_edit(
                "it is not said which complaint it is about", "--complaint " + open.front().id.str()
            );
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

    void check_referral() {
        if (!referral_.suspended) {
            add_edit(
                "it is not said what treatment is suspended (\"nothing\" is an answer)",
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
            add_edit("it is not said what you go on doing meanwhile", "--continuing \"...\"");
        }
        if (!referral_.next_review) {
            add_edit("there is no day for the next review", "--next-review \"in 4 weeks\"");
        } else if (*referral_.next_review < dated_) {
            add_edit(
                "the next review was due on " + referral_.next_review->iso(),
                "--next-review \"in 4 weeks\""
            );
        }
        if (referral_.reply_by < dated_) {
            add_edit(
                "the reply was wanted by " + referral_.reply_by.iso() + ", which has passed",
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
    std::string message = id +
                          (gaps.size() == 1 ? " lacks one part"
                                            : " lacks " + std::to_string(gaps.size()) + " parts") +
                          " of a complete letter:";
    for (const auto& gap : gaps) {
        message += "\n  " + gap.what + "\n      " + gap.fix;
    }
    throw Refused(
        message,
        referral.state == "draft"
            ? "then: praxis referral ready " + id
            : "to change the referral itself, first: praxis referral ready " + id + " --back"
    );
}

} // namespace praxis::referrals
