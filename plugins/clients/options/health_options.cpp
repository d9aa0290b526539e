// SPDX-License-Identifier: MIT
#include "options/health_options.hpp"

#include "health_queries.hpp"

#include <praxis/error.hpp>
#include <praxis/text.hpp>

namespace praxis::clients {
namespace {

std::string plural_of(const std::string& kind) {
    return kind == "allergy" ? "allergies" : kind + "s";
}

} // namespace

Message record_none_known(
    Session& session,
    const ClientRow& client,
    const std::string& kind,
    const std::vector<std::int64_t>& listed
) {
    if (!listed.empty()) {
        throw Refused(
            client.id.str() + " has " + kind + " " + std::to_string(listed.front()) +
                " on record: that is not none",
            "praxis " + kind + " list " + client.id.str()
        );
    }
    const NoneKnown answer{
        .kind = kind,
        .asked = session.civil_now(),
        .asked_by = session.user().id,
        .asked_by_name = session.user().name};
    put_none_known(session.db(), client.id, answer);
    session.report(
        client.id.str() + ": no " + plural_of(kind) + " known, asked on " +
        answer.asked.civil().date.iso()
    );
    return {
        {},
        Value::Object{
            {"client", client.id.str()},
            {"none_known", kind},
            {"asked_at", answer.asked.iso()},
            {"asked_by", answer.asked_by.str()}}};
}

void something_is_known(Session& session, ClientId client, const std::string& kind) {
    if (end_none_known(session.db(), client, kind)) {
        session.report(client.str() + ": no longer recorded as having no known " + plural_of(kind));
    }
}

Message added_row(ClientId client, std::int64_t number, const std::string& uuid) {
    return {
        std::to_string(number),
        Value::Object{{"number", number}, {"uuid", uuid}, {"client", client.str()}}};
}

Record removed_row(
    Session& session,
    const std::string& kind,
    std::int64_t number,
    const std::string& name,
    ClientId client,
    std::size_t left
) {
    session.report(kind + " " + std::to_string(number) + " of " + client.str() + " is removed");
    if (left == 0) {
        session.report(
            "the list is empty now; once " + client.str() + " was asked: praxis " + kind + " add " +
            client.str() + " --none-known"
        );
    }
    return {
        {{"number", "No.", number},
         {"name", kind == "allergy" ? "Substance" : "Name", name},
         {"client", "Client", client.str()}}};
}

std::string why_empty(Session& session, ClientId client, const std::string& kind) {
    if (const auto answer = find_none_known(session.db(), client, kind)) {
        return client.str() + ": none known, asked on " + answer->asked.civil().date.iso() +
               " by " + answer->asked_by_name;
    }
    return client.str() + ": not recorded, nobody has asked: praxis " + kind + " add " +
           client.str() + " --none-known";
}

void refuse_listed_twice(const std::string& kind, std::int64_t number) {
    const auto text = std::to_string(number);
    throw Refused(
        "that is on record already, as " + kind + " " + text,
        "change it with praxis " + kind + " edit " + text
    );
}

void no_such_row(const std::string& kind, std::int64_t number) {
    throw NotFound(
        "there is no " + kind + " " + std::to_string(number),
        "praxis " + kind + " list CLIENT shows the numbers"
    );
}

void check_none_known(
    bool none_known, bool anything_else, bool has_name, const std::string& name_option
) {
    if (none_known && anything_else) {
        throw UsageError("--none-known stands alone", "leave the other options out");
    }
    if (!none_known && !has_name) {
        throw UsageError(
            name_option + " is missing",
            "give " + name_option + " TEXT, or --none-known when the client knows of none"
        );
    }
}

} // namespace praxis::clients
