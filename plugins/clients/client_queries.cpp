// SPDX-License-Identifier: MIT
#include "client_queries.hpp"

#include <praxis/error.hpp>
#include <praxis/sql.hpp>
#include <praxis/text.hpp>

#include <algorithm>
#include <string_view>

namespace praxis::clients {
namespace {

const std::string columns = "client, uuid, given, family, written_name, preferred_name, pronouns, "
                            "born, gender, address, phone, email, language, occupation, "
                            "emergency_name, emergency_phone, emergency_relation, guardian_name, "
                            "guardian_relation, guardian_permission_on, referral_source, "
                            "other_products, notes, added_at, added_offset, changed_at, "
                            "changed_offset, archived_at, archived_offset";

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
    client.born = optional_date(query, column++);
    client.gender = optional_text(query, column++);
    client.address = optional_text(query, column++);
    client.phone = optional_text(query, column++);
    client.email = optional_text(query, column++);
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

/// Whether all letters of the text are Chinese, Japanese or Korean.
bool is_east_asian(std::string_view text) {
    // In UTF-8, U+3000 to U+DFFF (kana, han, hangul) start with the bytes E3 to ED, and rarer han
    // above U+20000 with F0 A0 or more.
    for (std::size_t i = 0; i < text.size();) {
        const auto first = static_cast<unsigned char>(text[i]);
        const auto second = i + 1 < text.size() ? static_cast<unsigned char>(text[i + 1]) : 0;
        const bool is_rare = first == 0xF0 && second >= 0xA0;
        if (!is_rare && (first < 0xE3 || first > 0xED)) {
            return false;
        }
        i += is_rare ? 4 : 3;
    }
    return !text.empty();
}

/// Folded, with typographic apostrophes and hyphens replaced by those of the keyboard.
std::string searchable(std::string_view text) {
    auto folded = fold(text);
    for (const auto& [printed, typed] :
         {std::pair{"\u2019", '\''}, std::pair{"\u02bc", '\''}, std::pair{"\u2010", '-'}}) {
        for (auto at = folded.find(printed); at != std::string::npos; at = folded.find(printed)) {
            folded.replace(at, std::string_view{printed}.size(), 1, typed);
        }
    }
    return folded;
}

/// The name, the name with its inner marks as spaces, and the name without them.
std::string with_spellings(const std::string& name) {
    const auto is_mark = [](char c) { return c == '-' || c == '\'' || c == '.'; };
    if (std::none_of(name.begin(), name.end(), is_mark)) {
        return name;
    }
    auto apart = name;
    std::replace_if(apart.begin(), apart.end(), is_mark, ' ');
    auto together = name;
    together.erase(std::remove_if(together.begin(), together.end(), is_mark), together.end());
    return name + " " + apart + " " + together;
}

bool is_uuid_prefix(std::string_view text) {
    return text.size() >= 4 && text.size() <= 36 &&
           text.find_first_not_of("0123456789abcdefABCDEF-") == std::string_view::npos;
}

std::string lower(std::string text) {
    for (auto& c : text) {
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return text;
}

} // namespace

std::string full_name(const ClientRow& client) {
    if (client.written_name) {
        return *client.written_name;
    }
    if (!client.given || !client.family) {
        return client.given.value_or(client.family.value_or(""));
    }
    return is_east_asian(*client.given) && is_east_asian(*client.family)
               ? *client.family + *client.given
               : *client.given + " " + *client.family;
}

std::string folded_names(const ClientRow& client) {
    std::vector<std::string> names;
    for (const auto& name :
         {client.family, client.given, client.preferred_name, client.written_name}) {
        if (name) {
            names.push_back(searchable(*name));
        }
    }
    const auto whole = fold(full_name(client));
    if (client.given && client.family && whole.find(' ') == std::string::npos) {
        names.push_back(whole);
    }
    return with_spellings(join(names, " "));
}

bool is_minor(const ClientRow& client, Date on) {
    return client.born && age_in_years(*client.born, on) < 18;
}

ClientId insert_client(SQLite::Database& db, const ClientRow& client) {
    execute(
        db,
        "INSERT INTO clients_client (uuid, given, family, written_name, preferred_name, pronouns, "
        "born, gender, address, phone, email, language, occupation, emergency_name, "
        "emergency_phone, emergency_relation, guardian_name, guardian_relation, "
        "guardian_permission_on, referral_source, other_products, notes, folded, added_at, "
        "added_offset, changed_at, changed_offset, archived_at, archived_offset) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
        "?, ?)",
        StoredBytes{client.uuid},
        client.given,
        client.family,
        client.written_name,
        client.preferred_name,
        client.pronouns,
        client.born,
        client.gender,
        client.address,
        client.phone,
        client.email,
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
        "pronouns = ?, born = ?, gender = ?, address = ?, phone = ?, email = ?, language = ?, "
        "occupation = ?, emergency_name = ?, emergency_phone = ?, emergency_relation = ?, "
        "guardian_name = ?, guardian_relation = ?, guardian_permission_on = ?, "
        "referral_source = ?, other_products = ?, notes = ?, folded = ?, changed_at = ?, "
        "changed_offset = ?, archived_at = ?, archived_offset = ? WHERE client = ?",
        client.given,
        client.family,
        client.written_name,
        client.preferred_name,
        client.pronouns,
        client.born,
        client.gender,
        client.address,
        client.phone,
        client.email,
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

void no_such_client(ClientId id) {
    throw NotFound("there is no client " + id.str(), "praxis client list --all lists all clients");
}

ClientReader::ClientReader(SQLite::Database& db, ClientFilter filter)
    : query_(statement(
          db,
          "SELECT " + columns +
              " FROM clients_client WHERE ?1 = 'all' OR (archived_at IS NULL) = "
              "(?1 = 'active') ORDER BY folded, client",
          filter == ClientFilter::all      ? "all"
          : filter == ClientFilter::active ? "active"
                                           : "archived"
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

std::vector<ClientRow> clients_named(SQLite::Database& db, const std::string& term) {
    const auto folded = searchable(term);
    const auto first_word = folded.substr(0, folded.find(' '));
    if (first_word.empty()) {
        return {};
    }
    const auto uuid = is_uuid_prefix(term) ? lower(term) : std::string{};
    auto digits = uuid;
    std::erase(digits, '-');
    // The statement selects by the first word; matches_words() below checks all of them.
    auto query = statement(
        db,
        "SELECT " + columns +
            ", folded FROM clients_client WHERE instr(' ' || folded, ' ' || ?1) > 0 OR "
            "(?2 <> '' AND instr(lower(hex(uuid)), ?2) = 1) ORDER BY client",
        first_word,
        digits
    );
    std::vector<ClientRow> clients;
    while (query.executeStep()) {
        auto client = read_client(query);
        const bool is_match = (!uuid.empty() && client.uuid.starts_with(uuid)) ||
                              matches_words(column_text(query, 29), folded);
        if (is_match) {
            clients.push_back(std::move(client));
        }
    }
    return clients;
}

std::vector<ClientId> lookalikes(SQLite::Database& db, const ClientRow& client) {
    const auto same_name = fold(full_name(client));
    std::vector<ClientId> ids;
    for (const auto& other : clients_named(db, same_name)) {
        const bool same_birth = !client.born || !other.born || client.born == other.born;
        if (other.id != client.id && same_birth && fold(full_name(other)) == same_name) {
            ids.push_back(other.id);
        }
    }
    return ids;
}

} // namespace praxis::clients
