// SPDX-License-Identifier: MIT
#include "options/client_options.hpp"

#include "options/contact_options.hpp"

#include <praxis/error.hpp>
#include <praxis/text.hpp>

#include <algorithm>

namespace praxis::clients {
namespace {

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

char upper(char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// Reads a day, or only its year or month. Refuses the future.
void set_born(Session& session, std::optional<BirthDate>& born, const OptionText& given) {
    if (!given) {
        return;
    }
    std::optional<std::string> text;
    set_partial_day(session, text, given, "--born");
    born = text ? BirthDate::from_iso(*text) : std::nullopt;
    if (born && born->earliest() < Date::from_iso("1880-01-01").value()) {
        throw Refused("--born " + born->iso() + " is before 1880", "check the year");
    }
}

/// A well-formed BCP 47 tag in its usual letter case: "pt-BR", "zh-Hant-TW".
std::optional<std::string> language_tag(const std::string& text) {
    auto parts = split(text, '-');
    for (std::size_t i = 0; i < parts.size(); ++i) {
        auto& part = parts[i];
        const bool all_letters = std::all_of(part.begin(), part.end(), is_letter);
        const bool well_formed = i == 0 ? all_letters && (part.size() == 2 || part.size() == 3)
                                        : !part.empty() && part.size() <= 8 &&
                                              std::all_of(part.begin(), part.end(), [](char c) {
                                                  return is_letter(c) || is_digit(c);
                                              });
        if (!well_formed) {
            return std::nullopt;
        }
        std::transform(part.begin(), part.end(), part.begin(), lower);
        if (i > 0 && all_letters && part.size() == 2) {
            std::transform(part.begin(), part.end(), part.begin(), upper);
        } else if (i > 0 && all_letters && part.size() == 4) {
            part.front() = upper(part.front());
        }
    }
    return join(parts, "-");
}

void check_language(std::optional<std::string>& language) {
    if (!language) {
        return;
    }
    language = language_tag(*language);
    if (!language) {
        throw Refused(
            "--language is not a BCP 47 code",
            "give a code such as en, es, fr, ar, zh-Hant or pt-BR"
        );
    }
}

} // namespace

bool any_given(const ClientOptions& options) {
    const bool has_contacts = !options.phones.empty() || !options.emails.empty();
    return has_contacts || any_given(
                               options.given,
                               options.family,
                               options.full_name,
                               options.preferred_name,
                               options.pronouns,
                               options.born,
                               options.gender,
                               options.address,
                               options.contact_by,
                               options.language,
                               options.occupation,
                               options.emergency_name,
                               options.emergency_phone,
                               options.emergency_relation,
                               options.guardian,
                               options.guardian_relation,
                               options.guardian_permission,
                               options.referral_source,
                               options.other_products,
                               options.notes
                           );
}

void apply(Session& session, const ClientOptions& options, ClientRow& client) {
    set_text(client.given, options.given);
    set_text(client.family, options.family);
    set_text(client.written_name, options.full_name);
    set_text(client.preferred_name, options.preferred_name);
    set_text(client.pronouns, options.pronouns);
    set_born(session, client.born, options.born);
    set_text(client.gender, options.gender);
    set_text(client.address, options.address);
    set_given_contacts(client, "phone", options.phones);
    set_given_contacts(client, "email", options.emails);
    set_text(client.contact_by, options.contact_by);
    set_text(client.language, options.language);
    set_text(client.occupation, options.occupation);
    set_text(client.emergency_name, options.emergency_name);
    set_text(client.emergency_phone, options.emergency_phone);
    set_text(client.emergency_relation, options.emergency_relation);
    set_text(client.guardian_name, options.guardian);
    set_text(client.guardian_relation, options.guardian_relation);
    set_day(
        session, client.guardian_permission_on, options.guardian_permission, "--guardian-permission"
    );
    set_text(client.referral_source, options.referral_source);
    set_text(client.other_products, options.other_products);
    set_text(client.notes, options.notes);

    if (!client.given && !client.family) {
        throw Refused("a client needs a name", "give --given NAME, --family NAME or both");
    }
    check_contact_by(client);
    check_phone(client.emergency_phone, "--emergency-phone");
    check_language(client.language);
    check_not_in_future(session, client.guardian_permission_on, "--guardian-permission");
    if (client.guardian_permission_on && !client.guardian_name) {
        throw Refused("--guardian-permission needs a guardian", "give --guardian NAME");
    }
}

} // namespace praxis::clients
