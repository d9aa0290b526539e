// SPDX-License-Identifier: MIT
/// What other plugins can read about clients, their complaints and their consents.
#pragma once
#include <praxis/clients/birth_date.hpp>
#include <praxis/date.hpp>
#include <praxis/id.hpp>
#include <praxis/session.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace praxis::clients {

struct Client {
    ClientId id;
    std::string uuid;
    std::string given;
    std::string family;
    std::string full_name; // as the client writes it
    std::optional<BirthDate> born;
    std::string gender; // free text; empty: not recorded
    std::string address;
    std::string phone;    // the number to try first
    std::string email;    // the address to try first
    std::string language; // BCP 47; empty: not recorded
    std::string occupation;
    bool archived = false;
    std::string guardian; // the name; empty: none is recorded
};

struct Complaint {
    ComplaintId id;
    std::string uuid;
    ClientId client;
    std::string title;
    std::vector<std::string>
        causes; // posture, muscle-tension, injury, degenerative, other, unknown
    std::string region;
    std::string side;
    std::optional<Date> onset; // of a month or a year its last day, as far as it had come
    std::string onset_type;    // sudden, gradual; empty: not recorded
    std::string goal;
    bool closed = false;
};

/// The work for which consent is needed. An empty technique or region means the whole kind.
struct ConsentQuery {
    ClientId client;
    std::string kind; // "treatment", "share"
    std::string technique;
    std::string region;
    Date on;
};

enum class ConsentState { none, given, withdrawn, expired };

class Directory {
  public:
    static constexpr std::string_view id = "clients.directory/1";
    virtual ~Directory() = default;

    /// By id, by the first four or more characters of a UUID, or by folded parts of the name,
    /// perhaps with a birth date or year: "lopez 1962". An exact name wins over a longer one. A
    /// command that writes reports whose chart it is when a part of a name was given, or the client
    /// is archived.
    /// errors  NotFound; AmbiguousName with the ids and birth dates
    virtual Client get(Session& session, std::string_view id_or_name) = 0;
    /// errors  NotFound
    virtual Client get(Session& session, ClientId id) = 0;
    /// errors  NotFound
    virtual Complaint get_complaint(Session& session, ComplaintId id) = 0;
    /// The client's open complaints, oldest first.
    virtual std::vector<Complaint> open_complaints(Session& session, ClientId client) = 0;
    /// The state of the consent that applies on that day; of several, the newest decides.
    virtual ConsentState consent(Session& session, const ConsentQuery& query) = 0;
    /// Names of the conditions on record; an empty list with `asked` means that
    /// none is known.
    virtual std::vector<std::string> conditions(Session& session, ClientId client, bool& asked) = 0;
    /// Full names, in the order of the ids: for a list of records of many clients.
    /// errors  NotFound
    virtual std::vector<std::string>
    full_names(Session& session, const std::vector<ClientId>& clients) = 0;
    /// The same for the lines of the day's list: a name that two clients of the practice share is
    /// followed by the id, "Maria Lopez (C-0001)".
    virtual std::vector<std::string>
    distinct_names(Session& session, const std::vector<ClientId>& clients) = 0;
};

} // namespace praxis::clients
