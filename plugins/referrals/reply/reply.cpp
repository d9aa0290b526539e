// SPDX-License-Identifier: MIT
#include "reply/reply.hpp"

#include "fields.hpp"

#include <praxis/text.hpp>

#include <utility>

namespace praxis::referrals {

Value reply_value(const Reply& reply) {
    auto value = Value::Object{
        {"uuid", reply.uuid},
        {"kind", reply.kind},
        {"received_on", reply.received_on.iso()},
        {"dated_on", date_value(reply.dated_on)},
        {"author", reply.author}};
    for (const auto& field : reply_fields) {
        const auto& text = reply.*field.text;
        if (field.text == &Reply::recommendations) {
            value.emplace_back(
                field.key, text ? list_value(split(*text, '\n')) : Value{Value::Array{}}
            );
        } else {
            value.emplace_back(field.key, text);
        }
    }
    value.emplace_back("recorded_at", reply.recorded.iso());
    value.emplace_back("user", reply.user.str());
    value.emplace_back("read_by", reply.read_by);
    value.emplace_back("read_on", date_value(reply.read_on));
    return value;
}

std::string title_of(const Reply& reply) {
    return capitalise(reply.kind) + " report of " + reply.author + ", received " +
           reply.received_on.iso();
}

Facts facts_of(const Reply& reply) {
    Facts facts;
    if (reply.dated_on) {
        facts.items.emplace_back("Dated", reply.dated_on->iso());
    }
    for (const auto& field : reply_fields) {
        if (const auto& text = reply.*field.text) {
            facts.items.emplace_back(field.title, *text);
        }
    }
    facts.items.emplace_back(
        "Read",
        reply.read_on ? reply.read_on->iso() + " by " + reply.read_by.value_or("")
                      : std::string{"not yet"}
    );
    return facts;
}

} // namespace praxis::referrals
