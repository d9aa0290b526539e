// SPDX-License-Identifier: MIT
#include "options/contact_options.hpp"

#include "options/option_text.hpp"

#include <praxis/error.hpp>
#include <praxis/text.hpp>

#include <algorithm>
#include <array>

namespace praxis::clients {
namespace {

constexpr std::array<std::string_view, 4> kinds{"mobile", "home", "work", "other"};

bool is_kind(std::string_view text) {
    return std::find(kinds.begin(), kinds.end(), text) != kinds.end();
}

bool is_word(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    });
}

void check_email(const std::string& email) {
    const auto at = email.find('@');
    const bool is_address = at != std::string::npos && at > 0 && at + 1 < email.size() &&
                            at == email.rfind('@') &&
                            email.find_first_of(" \t\r\n<>,;:") == std::string::npos;
    if (!is_address) {
        throw Refused("--email is not an email address", "give one such as name@example.com");
    }
}

/// Reads "work:+1 555 0143"; without a kind, "+1 555 0143".
Contact read_contact(std::string_view system, const std::string& text) {
    const auto option = "--" + std::string{system};
    Contact contact{.system = std::string{system}, .value = text};
    if (const auto colon = text.find(':'); is_word(text.substr(0, colon))) {
        const auto kind = fold(text.substr(0, colon));
        if (colon != std::string::npos && !is_kind(kind)) {
            throw Refused(
                option + ": invalid kind '" + kind + "', choose from mobile, home, work, other",
                "give it before a colon, such as " + option + " work:..."
            );
        }
        if (colon != std::string::npos) {
            contact.kind = kind;
            contact.value = trim(text.substr(colon + 1));
        }
    }
    if (system == "phone") {
        check_phone(contact.value, option);
    } else {
        check_email(contact.value);
    }
    return contact;
}

} // namespace

void check_phone(const std::optional<std::string>& phone, const std::string& option) {
    if (phone &&
        std::none_of(phone->begin(), phone->end(), [](char c) { return c >= '0' && c <= '9'; })) {
        throw Refused(
            option + " has no digits", "give a number, or " + option + " \"\" to clear it"
        );
    }
}

void set_given_contacts(
    ClientRow& client, std::string_view system, const std::vector<std::string>& given
) {
    if (given.empty()) {
        return;
    }
    std::vector<Contact> contacts;
    for (const auto& text : texts_of(given)) {
        contacts.push_back(read_contact(system, text));
    }
    set_contacts(client, system, contacts);
}

void check_contact_by(const ClientRow& client) {
    const auto refuse = [&](const std::string& what, const std::string& option) {
        throw Refused(
            "the preferred way of contact, " + *client.contact_by + ", needs " + what,
            "give " + option + ", or --contact-by \"\" for no preferred way"
        );
    };
    const auto& way = client.contact_by;
    if ((way == "phone" || way == "sms") && !client.phone) {
        refuse("a phone number", "--phone NUMBER");
    }
    if (way == "email" && !client.email) {
        refuse("an email address", "--email ADDRESS");
    }
    if (way == "post" && !client.address) {
        refuse("a postal address", "--address TEXT");
    }
}

} // namespace praxis::clients
