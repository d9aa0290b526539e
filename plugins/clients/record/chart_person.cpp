// SPDX-License-Identifier: MIT
#include "directory.hpp"
#include "record/chart.hpp"

#include <praxis/text.hpp>

namespace praxis::clients {
namespace {

void add(Facts& facts, const std::string& label, const std::optional<std::string>& value) {
    if (value) {
        facts.items.emplace_back(label, in_one_line(*value));
    }
}

std::string join_present(
    const std::optional<std::string>& one,
    const std::optional<std::string>& two,
    const std::optional<std::string>& three = std::nullopt
) {
    std::vector<std::string> parts;
    for (const auto& part : {one, two, three}) {
        if (part) {
            parts.push_back(in_one_line(*part));
        }
    }
    return join(parts, ", ");
}

void add_born(Facts& facts, const ClientRow& client, Date today) {
    if (client.born) {
        facts.items.emplace_back(
            "Born", client.born->iso() + " (" + age_text(*client.born, today) + ")"
        );
    }
}

/// "+1 555 0100 (mobile), +1 555 0143 (work)"; in a letter only the first.
void add_contacts(
    Facts& facts, const std::string& label, const std::vector<Contact>& contacts, bool only_first
) {
    std::vector<std::string> texts;
    for (const auto& contact : contacts) {
        texts.push_back(
            in_one_line(contact.value) + (contact.kind ? " (" + *contact.kind + ")" : "")
        );
        if (only_first) {
            break;
        }
    }
    add(facts, label, texts.empty() ? std::nullopt : std::optional{join(texts, ", ")});
}

void add_guardian(Facts& facts, const ClientRow& client, Date today) {
    if (client.guardian_name) {
        const auto permission = client.guardian_permission_on
                                    ? "permission given " + client.guardian_permission_on->iso()
                                    : std::string{"permission not recorded"};
        facts.items.emplace_back(
            "Guardian",
            join_present(client.guardian_name, client.guardian_relation) + "; " + permission
        );
    } else if (is_minor(client, today)) {
        facts.items.emplace_back("Guardian", "not recorded");
    }
}

ChartPart write_person(Session& session, const ChartRequest& request) {
    const auto client = get_client(session, request.client);
    const auto today = session.today();
    const bool for_provider = request.audience == Audience::provider;
    Facts facts;
    facts.items.emplace_back("Name", full_name(client));
    add(facts, "Preferred name", client.preferred_name);
    add(facts, "Pronouns", client.pronouns);
    facts.items.emplace_back("Record number", client.id.str());
    add_born(facts, client, today);
    add(facts, "Gender", client.gender);
    add(facts, "Address", client.address);
    add_contacts(facts, "Phone", contacts_of(client, "phone"), for_provider);
    add_contacts(facts, "Email", contacts_of(client, "email"), for_provider);
    add(facts, "Contact by", client.contact_by);
    add(facts, "Language", client.language);
    add(facts, "Occupation", client.occupation);
    if (!for_provider) {
        const auto emergency =
            join_present(client.emergency_name, client.emergency_relation, client.emergency_phone);
        add(facts, "Emergency contact", emergency.empty() ? std::nullopt : std::optional{emergency}
        );
    }
    if (!for_provider || is_minor(client, today)) {
        add_guardian(facts, client, today);
    }
    if (!for_provider) {
        add(facts, "Referral source", client.referral_source);
        add(facts, "Remarks", client.notes);
    }
    ChartPart part;
    part.blocks.emplace_back(std::move(facts));
    if (!client.born) {
        part.gaps.push_back(
            {"the birth date is not recorded",
             "praxis client edit " + client.id.str() + " --born YYYY-MM-DD"}
        );
    }
    return part;
}

} // namespace

ChartSection person_section() {
    return {.name = "person", .title = "Client", .order = 100, .write = write_person};
}

} // namespace praxis::clients
