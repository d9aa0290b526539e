// SPDX-License-Identifier: MIT
#include "client_row.hpp"

#include <algorithm>
#include <iterator>

namespace praxis::clients {

std::vector<Contact> contacts_of(const ClientRow& client, std::string_view system) {
    const bool is_phone = system == "phone";
    const auto& first = is_phone ? client.phone : client.email;
    std::vector<Contact> contacts;
    if (first) {
        contacts.push_back(
            {std::string{system}, is_phone ? client.phone_kind : client.email_kind, *first}
        );
    }
    std::copy_if(
        client.more_contacts.begin(),
        client.more_contacts.end(),
        std::back_inserter(contacts),
        [&](const auto& contact) { return contact.system == system; }
    );
    return contacts;
}

void set_contacts(
    ClientRow& client, std::string_view system, const std::vector<Contact>& contacts
) {
    const bool is_phone = system == "phone";
    auto& first = is_phone ? client.phone : client.email;
    auto& kind = is_phone ? client.phone_kind : client.email_kind;
    first.reset();
    kind.reset();
    auto& more = client.more_contacts;
    std::erase_if(more, [&](const auto& contact) { return contact.system == system; });
    if (!contacts.empty()) {
        first = contacts.front().value;
        kind = contacts.front().kind;
        more.insert(more.end(), contacts.begin() + 1, contacts.end());
    }
}

bool is_minor(const ClientRow& client, Date on) {
    constexpr int of_age = 18;
    return client.born && least_age(*client.born, on) < of_age;
}

} // namespace praxis::clients
