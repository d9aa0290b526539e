// SPDX-License-Identifier: MIT
#pragma once
#include <praxis/clients/birth_date.hpp>
#include <praxis/date.hpp>
#include <praxis/id.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace praxis::clients {

/// A telephone number or an e-mail address.
struct Contact {
    std::string system;              // phone, email
    std::optional<std::string> kind; // mobile, home, work, other
    std::string value;               // as written

    friend bool operator==(const Contact&, const Contact&) = default;
};

/// A row of clients_client. Texts are never empty: an absent text has no value.
struct ClientRow {
    ClientId id;
    std::string uuid;
    std::optional<std::string> given;
    std::optional<std::string> family;
    std::optional<std::string> written_name; // when it differs from given name, then family name
    std::optional<std::string> preferred_name;
    std::optional<std::string> pronouns;
    std::optional<BirthDate> born;
    std::optional<std::string> gender;
    std::optional<std::string> address;
    std::optional<std::string> phone;      // the one to try first
    std::optional<std::string> phone_kind; // mobile, home, work, other
    std::optional<std::string> email;      // the one to try first
    std::optional<std::string> email_kind;
    std::vector<Contact> more_contacts;    // in the order to try
    std::optional<std::string> contact_by; // phone, email, sms, post, none
    std::optional<std::string> language;
    std::optional<std::string> occupation;
    std::optional<std::string> emergency_name;
    std::optional<std::string> emergency_phone;
    std::optional<std::string> emergency_relation;
    std::optional<std::string> guardian_name;
    std::optional<std::string> guardian_relation;
    std::optional<Date> guardian_permission_on;
    std::optional<std::string> referral_source;
    std::optional<std::string> other_products;
    std::optional<std::string> notes;
    ZonedTime added;
    ZonedTime changed;
    std::optional<ZonedTime> archived;
};

/// The client's numbers or addresses, in the order to try.
/// system  "phone", "email"
std::vector<Contact> contacts_of(const ClientRow& client, std::string_view system);

/// Replaces the client's numbers or addresses.
void set_contacts(ClientRow& client, std::string_view system, const std::vector<Contact>& contacts);

/// Whether the client may be under 18 on that day; false without a birth date.
bool is_minor(const ClientRow& client, Date on);

} // namespace praxis::clients
