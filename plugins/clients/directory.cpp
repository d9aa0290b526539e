// SPDX-License-Identifier: MIT
#include "directory.hpp"

#include "consent_queries.hpp"
#include "health_queries.hpp"

#include <praxis/choice.hpp>
#include <praxis/error.hpp>
#include <praxis/text.hpp>

namespace praxis::clients {
namespace {

constexpr std::size_t most_choices = 10;

/// "C-0001 (born 1984-05-02), C-0002 (no birth date)": an error names no client.
std::string ids_of(const std::vector<ClientRow>& clients) {
    std::vector<std::string> ids;
    for (const auto& client : clients) {
        if (ids.size() == most_choices) {
            ids.push_back("and " + std::to_string(clients.size() - most_choices) + " more");
            break;
        }
        ids.push_back(
            client.id.str() +
            (client.born ? " (born " + client.born->iso() + ")" : " (no birth date)")
        );
    }
    return join(ids, ", ");
}

[[noreturn]] void refuse_ambiguous(const std::string& name, const std::vector<ClientRow>& clients) {
    const auto message =
        std::to_string(clients.size()) + " clients match that name: " + ids_of(clients);
    const std::string hint = "give one of these ids, or add the birth year to the name: \"NAME "
                             "1962\"; praxis client list --all shows their names";
    if (clients.size() > most_choices) {
        throw Ambiguous(message, hint);
    }
    std::vector<Choice> choices;
    for (const auto& client : clients) {
        choices.push_back({client.id.str(), describe_client(client)});
    }
    throw AmbiguousName(name, std::move(choices), message, hint);
}

/// A client found by a text, and whether the text can mean nobody else.
struct Found {
    ClientRow client;
    bool is_certain = false;
};

/// The only one of them with exactly that name.
std::optional<ClientRow> find_exact(const std::vector<ClientRow>& clients, const NameTerms& terms) {
    std::optional<ClientRow> exact;
    for (const auto& client : clients) {
        if (!terms.has_name() || !terms.are_exact(client)) {
            continue;
        }
        if (exact) {
            return std::nullopt;
        }
        exact = client;
    }
    return exact;
}

Found find_by_name(Session& session, const std::string& name) {
    auto clients = clients_named(session.db(), name);
    if (clients.empty()) {
        throw NotFound("no client matches that name", "praxis client list --all lists all clients");
    }
    const NameTerms terms{name};
    if (clients.size() == 1) {
        const bool is_certain = name == clients.front().uuid ||
                                (terms.has_name() && terms.are_full_name(clients.front()));
        return {std::move(clients.front()), is_certain};
    }
    if (auto exact = find_exact(clients, terms)) {
        return {*std::move(exact)};
    }
    if (const auto id = ClientId::parse(chosen_id(session, name).value_or(""))) {
        return {get_client(session.db(), *id), true};
    }
    refuse_ambiguous(name, clients);
}

Found find_by_text(Session& session, std::string_view id_or_name) {
    const auto name = trim(id_or_name);
    if (const auto id = ClientId::parse(name)) {
        return {get_client(session.db(), *id), true};
    }
    if (name.empty()) {
        throw UsageError("CLIENT is empty", "give an id such as C-0001, or a name");
    }
    return find_by_name(session, name);
}

/// A slip of the name must not reach another person's chart unseen.
void report_whose_chart(Session& session, const Found& found) {
    const auto& client = found.client;
    if (is_writing(session) && (!found.is_certain || client.archived)) {
        session.report(
            "client is " + describe_client(client) + (client.archived ? ", archived" : "")
        );
    }
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
        .guardian = row.guardian_name.value_or(""),
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

    std::vector<std::string>
    distinct_names(Session& session, const std::vector<ClientId>& clients) override {
        auto names = full_names(session, clients);
        const auto shared = have_namesakes(session.db(), clients);
        for (std::size_t i = 0; i < clients.size(); ++i) {
            if (shared[i]) {
                names[i] += " (" + clients[i].str() + ")";
            }
        }
        return names;
    }
};

} // namespace

ClientRow get_client(SQLite::Database& db, ClientId id) {
    auto client = find_client(db, id);
    if (!client) {
        no_such_client(id);
    }
    return std::move(*client);
}

ClientRow get_client(Session& session, std::string_view id_or_name) {
    auto found = find_by_text(session, id_or_name);
    session.log_access(found.client.id.str());
    report_whose_chart(session, found);
    return std::move(found.client);
}

ClientRow get_client(Session& session, ClientId id) {
    session.log_access(id.str());
    Found found{get_client(session.db(), id), true};
    report_whose_chart(session, found);
    return std::move(found.client);
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
