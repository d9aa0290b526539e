// SPDX-License-Identifier: MIT
#include "client_queries.hpp"

#include <praxis/error.hpp>
#include <praxis/sql.hpp>
#include <praxis/text.hpp>
#include <praxis/value.hpp>

#include <algorithm>
#include <string_view>

namespace praxis::clients {
namespace {

const std::string columns =
    "client, uuid, given, family, written_name, preferred_name, pronouns, "
    "born, gender, address, phone, phone_kind, email, email_kind, contacts, "
    "contact_by, language, occupation, emergency_name, emergency_phone, emergency_relation, "
    "guardian_name, "
    "guardian_relation, guardian_permission_on, referral_source, "
    "other_products, notes, added_at, added_offset, changed_at, "
    "changed_offset, archived_at, archived_offset";

std::optional<BirthDate> read_born(SQLite::Statement& query, int column) {
    const auto text = optional_text(query, column);
    return text ? BirthDate::from_iso(*text) : std::nullopt;
}

std::vector<Contact> read_contacts(const std::optional<std::string>& json) {
    std::vector<Contact> contacts;
    if (!json) {
        return contacts;
    }
    const auto items = parse_json(*json, "the client's contact details");
    for (const auto& item : items.as_array()) {
        contacts.push_back(
            {item.text_at("system"), null_if_empty(item.text_at("kind")), item.text_at("value")}
        );
    }
    return contacts;
}

std::optional<std::string> contacts_json(const std::vector<Contact>& contacts) {
    Value::Array items;
    for (const auto& contact : contacts) {
        Value::Object item{{"system", contact.system}, {"value", contact.value}};
        if (contact.kind) {
            item.emplace_back("kind", *contact.kind);
        }
        items.emplace_back(std::move(item));
    }
    return items.empty() ? std::nullopt : std::optional{to_json(items)};
}

std::optional<std::string> born_text(const ClientRow& client) {
    return client.born ? std::optional{client.born->iso()} : std::nullopt;
}

ClientRow read_client(SQLite::Statement& query) {
    ClientRow client;
    int column = 0;
    client.id = {column_number(query, column++)};
    client.uuid = column_uuid(query, column++);
    client.given = optional_text(query, column++);
    client.family = optional_text(query, column++);
    client.written_name = optional_text(query, column++);
    client.preferred_name = optional_text(query, column++);
    client.pronouns = optional_text(query, column++);
    client.born = read_born(query, column++);
    client.gender = optional_text(query, column++);
    client.address = optional_text(query, column++);
    client.phone = optional_text(query, column++);
    client.phone_kind = optional_text(query, column++);
    client.email = optional_text(query, column++);
    client.email_kind = optional_text(query, column++);
    client.more_contacts = read_contacts(optional_text(query, column++));
    client.contact_by = optional_text(query, column++);
    client.language = optional_text(query, column++);
    client.occupation = optional_text(query, column++);
    client.emergency_name = optional_text(query, column++);
    client.emergency_phone = optional_text(query, column++);
    client.emergency_relation = optional_text(query, column++);
    client.guardian_name = optional_text(query, column++);
    client.guardian_relation = optional_text(query, column++);
    client.guardian_permission_on = optional_date(query, column++);
    client.referral_source = optional_text(query, column++);
    client.other_products = optional_text(query, column++);
    client.notes = optional_text(query, column++);
    client.added = column_zoned(query, column);
    column += 2;
    client.changed = column_zoned(query, column);
    column += 2;
    if (optional_number(query, column)) {
        client.archived = column_zoned(query, column);
    }
    return client;
}

std::optional<Instant> instant_of(const std::optional<ZonedTime>& time) {
    return time ? std::optional{time->instant} : std::nullopt;
}

std::optional<Minutes> offset_of(const std::optional<ZonedTime>& time) {
    return time ? std::optional{time->offset} : std::nullopt;
}

bool is_uuid_prefix(std::string_view text) {
    return text.size() >= 4 && text.size() <= 36 &&
           text.find_first_not_of("0123456789abcdefABCDEF-") == std::string_view::npos;
}

/// Of letters and digits alone: SQL compares it as NameTerms does.
bool is_plain_word(std::string_view term) {
    const bool is_plain = std::all_of(term.begin(), term.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    });
    return is_plain && NameTerms{term}.has_name();
}

std::string lower(std::string text) {
    for (auto& c : text) {
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return text;
}

} // namespace

ClientId insert_client(SQLite::Database& db, const ClientRow& client) {
    execute(
        db,
        "INSERT INTO clients_client (uuid, given, family, written_name, preferred_name, pronouns, "
        "born, gender, address, phone, phone_kind, email, email_kind, contacts, contact_by, "
        "language, occupation, emergency_name, emergency_phone, emergency_relation, "
        "guardian_name, guardian_relation, guardian_permission_on, referral_source, "
        "other_products, notes, folded, added_at, added_offset, changed_at, changed_offset, "
        "archived_at, archived_offset) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
        "?, ?, ?, ?, ?, ?)",
        StoredBytes{client.uuid},
        client.given,
        client.family,
        client.written_name,
        client.preferred_name,
        client.pronouns,
        born_text(client),
        client.gender,
        client.address,
        client.phone,
        client.phone_kind,
        client.email,
        client.email_kind,
        contacts_json(client.more_contacts),
        client.contact_by,
        client.language,
        client.occupation,
        client.emergency_name,
        client.emergency_phone,
        client.emergency_relation,
        client.guardian_name,
        client.guardian_relation,
        client.guardian_permission_on,
        client.referral_source,
        client.other_products,
        client.notes,
        folded_names(client),
        client.added.instant,
        client.added.offset,
        client.changed.instant,
        client.changed.offset,
        instant_of(client.archived),
        offset_of(client.archived)
    );
    return {db.getLastInsertRowid()};
}

void update_client(SQLite::Database& db, const ClientRow& client) {
    execute(
        db,
        "UPDATE clients_client SET given = ?, family = ?, written_name = ?, preferred_name = ?, "
        "pronouns = ?, born = ?, gender = ?, address = ?, phone = ?, phone_kind = ?, email = ?, "
        "email_kind = ?, contacts = ?, contact_by = ?, language = ?, occupation = ?, "
        "emergency_name = ?, emergency_phone = ?, emergency_relation = ?, "
        "guardian_name = ?, guardian_relation = ?, guardian_permission_on = ?, "
        "referral_source = ?, other_products = ?, notes = ?, folded = ?, changed_at = ?, "
        "changed_offset = ?, archived_at = ?, archived_offset = ? WHERE client = ?",
        client.given,
        client.family,
        client.written_name,
        client.preferred_name,
        client.pronouns,
        born_text(client),
        client.gender,
        client.address,
        client.phone,
        client.phone_kind,
        client.email,
        client.email_kind,
        contacts_json(client.more_contacts),
        client.contact_by,
        client.language,
        client.occupation,
        client.emergency_name,
        client.emergency_phone,
        client.emergency_relation,
        client.guardian_name,
        client.guardian_relation,
        client.guardian_permission_on,
        client.referral_source,
        client.other_products,
        client.notes,
        folded_names(client),
        client.changed.instant,
        client.changed.offset,
        instant_of(client.archived),
        offset_of(client.archived),
        client.id
    );
}

std::optional<ClientRow> find_client(SQLite::Database& db, ClientId id) {
    return first_row(
        statement(db, "SELECT " + columns + " FROM clients_client WHERE client = ?", id),
        read_client
    );
}

std::vector<std::string> full_names_of(SQLite::Database& db, const std::vector<ClientId>& clients) {
    // Prepared once: preparing takes longer than reading a name.
    auto query =
        statement(db, "SELECT given, family, written_name FROM clients_client WHERE client = ?");
    std::vector<std::string> names;
    for (const auto& id : clients) {
        bind_one(query, 1, id);
        if (!query.executeStep()) {
            no_such_client(id);
        }
        names.push_back(full_name(
            {.id = id,
             .given = optional_text(query, 0),
             .family = optional_text(query, 1),
             .written_name = optional_text(query, 2)}
        ));
        query.reset();
    }
    return names;
}

std::vector<bool> have_namesakes(SQLite::Database& db, const std::vector<ClientId>& clients) {
    auto named = statement(db, "SELECT family, given FROM clients_client WHERE client = ?");
    // folded_names() begin with the family name and the given name. '!' follows the space.
    auto another = statement(
        db,
        "SELECT 1 FROM clients_client WHERE client <> ?1 AND "
        "(folded = ?2 OR (folded > ?2 || ' ' AND folded < ?2 || '!')) LIMIT 1"
    );
    std::vector<bool> have;
    for (const auto& client : clients) {
        bind_one(named, 1, client);
        bool found = false;
        if (named.executeStep()) {
            bind_one(another, 1, client);
            bind_one(another, 2, fold(column_text(named, 0) + " " + column_text(named, 1)));
            found = another.executeStep();
            another.reset();
        }
        named.reset();
        have.push_back(found);
    }
    return have;
}

void no_such_client(ClientId id) {
    throw NotFound("there is no client " + id.str(), "praxis client list --all lists all clients");
}

ClientReader::ClientReader(SQLite::Database& db, ClientFilter filter, const std::string& term)
    : query_(statement(
          db,
          "SELECT " + columns +
              " FROM clients_client WHERE (?1 = 'all' OR (archived_at IS NULL) = "
              "(?1 = 'active')) AND (?2 = '' OR instr(folded, ?2) > 0"
              // the addresses, unless they need more than SQL knows of letters
              " OR instr(lower(ifnull(email, '') || ifnull(contacts, '')), ?3) > 0"
              " OR ifnull(email, '') || ifnull(contacts, '') GLOB '*[^ -~]*')"
              " ORDER BY folded, client",
          filter == ClientFilter::all      ? "all"
          : filter == ClientFilter::active ? "active"
                                           : "archived",
          is_plain_word(term) ? term : "",
          term
      )) {}

std::optional<ClientRow> ClientReader::next() {
    return query_.executeStep() ? std::optional{read_client(query_)} : std::nullopt;
}

bool any_archived(SQLite::Database& db) {
    return statement(db, "SELECT 1 FROM clients_client WHERE archived_at IS NOT NULL LIMIT 1")
        .executeStep();
}

std::vector<ClientId> all_client_ids(SQLite::Database& db) {
    return all_rows(
        statement(db, "SELECT client FROM clients_client ORDER BY client"),
        [](auto& query) { return ClientId{column_number(query, 0)}; }
    );
}

std::vector<ClientRow> clients_named(SQLite::Database& db, const std::string& terms) {
    const NameTerms named{terms};
    const auto uuid = is_uuid_prefix(terms) ? lower(terms) : std::string{};
    auto digits = uuid;
    std::erase(digits, '-');
    if (!named.has_name() && digits.empty()) {
        return {};
    }
    // The statement selects by the first part of the name; NameTerms checks all of it.
    auto query = statement(
        db,
        "SELECT " + columns +
            ", folded FROM clients_client WHERE (?1 <> '' AND instr(folded, ?1) > 0) OR "
            "(?2 <> '' AND instr(lower(hex(uuid)), ?2) = 1) ORDER BY client",
        named.has_name() ? named.first_word() : "",
        digits
    );
    std::vector<ClientRow> clients;
    while (query.executeStep()) {
        auto client = read_client(query);
        const auto folded = column_text(query, query.getColumnCount() - 1);
        if ((!uuid.empty() && client.uuid.starts_with(uuid)) ||
            (named.has_name() && named.match(client, folded))) {
            clients.push_back(std::move(client));
        }
    }
    return clients;
}

std::vector<ClientId> lookalikes(SQLite::Database& db, const ClientRow& client) {
    auto query = statement(
        db,
        "SELECT client, given, family, written_name, preferred_name, born FROM clients_client "
        "WHERE ?1 IS NULL OR born IS NULL OR substr(born, 1, 4) = ?1 ORDER BY client",
        client.born ? std::optional{client.born->iso().substr(0, 4)} : std::nullopt
    );
    std::vector<ClientId> ids;
    while (query.executeStep()) {
        const ClientRow other{
            .id = {column_number(query, 0)},
            .given = optional_text(query, 1),
            .family = optional_text(query, 2),
            .written_name = optional_text(query, 3),
            .preferred_name = optional_text(query, 4),
            .born = read_born(query, 5)};
        if (other.id != client.id && can_be_same_person(client, other)) {
            ids.push_back(other.id);
        }
    }
    return ids;
}

} // namespace praxis::clients
