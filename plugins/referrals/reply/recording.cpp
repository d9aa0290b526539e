// SPDX-License-Identifier: MIT
#include "reply/recording.hpp"

#include <praxis/error.hpp>

#include <utility>

namespace praxis::referrals {
namespace {

void check_dated_on(Session& session, const Referral& referral, const Reply& reply) {
    if (!reply.dated_on) {
        return;
    }
    check_day(session, referral, *reply.dated_on, "--dated");
    if (*reply.dated_on > reply.received_on) {
        throw Refused(
            "the report is dated " + reply.dated_on->iso() + ", after it arrived on " +
                reply.received_on.iso(),
            "give the day it arrived with --on"
        );
    }
}

} // namespace

const Step& step_of_report(const std::string& kind) {
    return step_named("reply --" + kind);
}

Reply record_reply(Session& session, Referral& referral, Reply reply, Evidence evidence) {
    const auto& step = step_of_report(reply.kind);
    check_is_possible(session, referral, step);
    if (reply.uuid.empty()) {
        reply.uuid = session.new_uuid();
    }
    reply.referral = referral.id;
    reply.received_on = evidence.on;
    reply.recorded = session.civil_now();
    reply.user = session.user().id;
    check_dated_on(session, referral, reply);
    reply.number = insert_reply(session.db(), reply);
    evidence.by = reply.author;
    evidence.reply = reply.number;
    take_checked_step(session, referral, step, evidence);
    return reply;
}

std::string close_referral(Session& session, Referral& referral, Evidence evidence) {
    const auto& step = step_named("close");
    check_is_possible(session, referral, step);
    auto reader = evidence.by.value_or(session.user().name);
    evidence.by = reader;
    mark_replies_read(session.db(), referral.id, reader, evidence.on);
    take_checked_step(session, referral, step, evidence);
    return reader;
}

} // namespace praxis::referrals
