// SPDX-License-Identifier: MIT
#include "directory.hpp"

#include "consent_queries.hpp"
#include "health_queries.hpp"

#include <praxis/error.hpp>
#include <praxis/text.hpp>

namespace praxis::clients {
namespace {

std::string ids_of(const std::vector<ClientRow>& clients) {
    constexpr std::size_t most = 10;
    std::vector<std::string> ids;
    for (const auto& client : clients) {
        if (ids.size() == most) {
            ids.push_back("and " + std::to_string(clients.size() - most) + " more");
            break;
        }
        ids.push_back(client.id.str());
    }
    return join(ids, ", ");
}

ComplaintRow get_complaint_row(SQLite::Database& db, ComplaintId id) {
    auto complaint = find_complaint(db, id);
    if (!complaint) {
        throw NotFound(
            "there is no complaint " + id.str(),
            "praxis complaint list CLIENT lists a client's complaints"
        );
    }
    return std::move(*complaint);
}

Client to_published(const ClientRow& row) {
    return {
        .id = row.id,
        .uuid = row.uuid,
        .given = row.given.value_or(""),
        .family = row.family.value_or(""),
        .full_name = full_name(row),
        .born = row.born,
        .gender = row.gender.value_or(""),
        .address = row.address.value_or(""),
        .phone = row.phone.value_or(""),
        .email = row.email.value_or(""),
        .language = row.language.value_or(""),
        .occupation = row.occupation.value_or(""),
        .archived = row.archived.has_value(),
    };
}

Complaint to_published(const ComplaintRow& row) {
    return {
        .id = row.id,
        .uuid = row.uuid,
        .client = row.client,
        .title = title_of(row),
        .causes = row.causes,
        .region = row.region.value_or(""),
        .side = row.side.value_or(""),
        .onset = onset_day(row),
        .onset_type = row.onset_type.value_or(""),
        .goal = join(row.goals, "; "),
        .closed = row.closed_on.has_value(),
    };
}

class StoredDirectory : public Directory {
  public:
    Client get(Session& session, std::string_view id_or_name) override {
        return to_published(get_client(session, id_or_name));
    }

    Client get(Session& session, ClientId client) override {
        return to_published(get_client(session, client));
    }

    Complaint get_complaint(Session& session, ComplaintId complaint) override {
        return to_published(get_complaint_row(session.db(), complaint));
    }

    std::vector<Complaint> open_complaints(Session& session, ClientId client) override {
        std::vector<Complaint> open;
        for (const auto& complaint : complaints_of(session.db(), client)) {
            if (!complaint.closed_on) {
                open.push_back(to_published(complaint));
            }
        }
        return open;
    }

    ConsentState consent(Session& session, const ConsentQuery& query) override {
        return decide_consent(consents_of(session.db(), query.client), query);
    }

    std::vector<std::string> conditions(Session& session, ClientId client, bool& asked) override {
        std::vector<std::string> names;
        for (const auto& condition : Conditions::all(session.db(), client)) {
            names.push_back(
                condition.status == "past" ? condition.name + " (past)" : condition.name
            );
        }
        asked = !names.empty() || find_none_known(session.db(), client, "condition").has_value();
        return names;
    }

    std::vector<std::string>
    full_names(Session& session, const std::vector<ClientId>& clients) override {
        for (const auto& client : clients) {
            session.log_access(client.str());
        }
        return full_names_of(session.db(), clients);
    }
};

} // namespace

ClientRow get_client(SQLite::Database& db, std::string_view id_or_name) {
    const auto name = trim(id_or_name);
    if (const auto id = ClientId::parse(name)) {
        return get_client(db, *id);
    }
    if (name.empty()) {
        throw UsageError("CLIENT is empty", "give an id such as C-0001, or a name");
    }
    auto clients = clients_named(db, name);
    if (clients.empty()) {
        throw NotFound("no client matches that name", "praxis client list --all lists all clients");
    }
    if (clients.size() > 1) {
        throw Ambiguous(
            std::to_string(clients.size()) + " clients match that name: " + ids_of(clients),
            "give one of these ids; praxis client list --all shows their names"
        );
    }
    return std::move(clients.front());
}

ClientRow get_client(SQLite::Database& db, ClientId id) {
    auto client = find_client(db, id);
    if (!client) {
        no_such_client(id);
    }
    return std::move(*client);
}

ClientRow get_client(Session& session, std::string_view id_or_name) {
    auto client = get_client(session.db(), id_or_name);
    session.log_access(client.id.str());
    return client;
}

ClientRow get_client(Session& session, ClientId id) {
    session.log_access(id.str());
    return get_client(session.db(), id);
}

ComplaintRow get_complaint(SQLite::Database& db, std::string_view id) {
    const auto parsed = ComplaintId::parse(trim(id));
    if (!parsed) {
        throw UsageError(
            "that is not the id of a complaint",
            "give an id such as CO-0001; praxis complaint list CLIENT lists a client's complaints"
        );
    }
    return get_complaint_row(db, *parsed);
}

std::shared_ptr<Directory> make_directory() {
    return std::make_shared<StoredDirectory>();
}

} // namespace praxis::clients
