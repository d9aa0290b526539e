// SPDX-License-Identifier: MIT
#include "homecare/add_items.hpp"

#include <praxis/text.hpp>

#include <algorithm>
#include <utility>

namespace praxis::plans::home {

ItemAdder::ItemAdder(Session& session, clients::Client client, AddOptions options)
    : session_(session)
    , client_(std::move(client))
    , options_(std::move(options))
    , library_(load_library(session))
    , facts_(gather_facts(session, client_.id))
    , own_tools_(own_tools(session, client_.id)) {}

std::optional<HomeCare> ItemAdder::add(const std::string& word) {
    const auto& item = get_item(library_, word);
    refuse_repeated(item);
    auto row = row_of(item);
    const auto findings = check_item(library_, facts_, item, row.areas());
    if (is_left_out(findings) && !options_.despite) {
        note_problems(item, findings);
        return std::nullopt;
    }
    if (is_left_out(findings)) {
        row.content["despite"] = despite_value(trim(*options_.despite), findings);
    }
    report(item, findings);
    row.id = insert_home_care(session_.db(), row);
    return row;
}

void ItemAdder::refuse_repeated(const Item& item) const {
    for (const auto& current : current_items(session_.db(), client_.id)) {
        if (current.item == item.id) {
            throw Refused(
                client_.id.str() + " already has " + item.id + ": " + current.id.str(),
                "praxis homecare edit " + current.id.str() + " changes it"
            );
        }
    }
}

HomeCare ItemAdder::row_of(const Item& item) const {
    const auto areas = choose_areas(item, options_.areas, facts_);
    auto dose = item.dose;
    apply_dose(dose, options_, item);
    auto row = new_home_care(session_, client_.id, Kind::item, item.name);
    row.complaint = options_.complaint;
    row.item = item.id;
    row.version = item.version;
    row.last_day = options_.until;
    const auto tool = choose_tool(item, own_tools_.value_or(std::vector<std::string>{}));
    row.content = content_of(item, dose, areas, tool, options_.note);
    return row;
}

void ItemAdder::note_problems(const Item& item, const std::vector<LimitFinding>& findings) {
    for (const auto& finding : findings) {
        if (finding.verdict == Verdict::leave_out) {
            problems_.push_back({item.id, finding.reason}); // an error names no entry of the record
        }
    }
}

void ItemAdder::report(const Item& item, const std::vector<LimitFinding>& findings) const {
    for (const auto& finding : findings) {
        if (finding.verdict == Verdict::ask) {
            session_.report(item.id + ": check first: " + finding_text(finding));
        } else if (finding.verdict == Verdict::without) {
            session_.report(item.id + ": " + finding_text(finding));
        }
    }
    if (const auto missing = missing_tools(library_, item, own_tools_); !missing.empty()) {
        session_.report(
            item.id + " needs what " + client_.id.str() + " does not have: " + join(missing, ", ")
        );
    }
    if (item.information_only) {
        session_.report(item.id + " is general information; praxis gives no advice about food");
    }
}

void ItemAdder::refuse_left_out() const {
    if (problems_.empty()) {
        return;
    }
    const auto& lists = facts_.not_asked;
    const bool unasked = std::find(lists.begin(), lists.end(), "conditions") != lists.end();
    const auto id = client_.id.str();
    auto message = "left out for " + id + "; nothing was stored:";
    for (const auto& problem : problems_) {
        message += "\n" + problem.field + ": " + problem.needs;
    }
    Refused refused{
        message,
        unasked ? "ask, then praxis condition add " + id + " --name NAME (or --none-known)"
                : "choose others, or give --despite REASON; the entries of the record: praxis "
                  "homecare library --client " +
                      id};
    refused.set_problems(problems_);
    throw refused;
}

void ItemAdder::report_not_asked() const {
    std::vector<std::string> lists;
    for (const auto& list : facts_.not_asked) {
        if (list != "conditions") {
            lists.push_back(list);
        }
    }
    if (!lists.empty()) {
        session_.report(
            client_.id.str() + " was not asked about " + join(lists, " and ") +
            ": a limit may be missing"
        );
    }
}

std::optional<ComplaintId>
choose_complaint(Session& session, ClientId client, const std::optional<std::string>& given) {
    auto& directory = session.get<clients::Directory>();
    if (!given) {
        const auto open = directory.open_complaints(session, client);
        return open.size() == 1 ? std::optional{open.front().id} : std::nullopt;
    }
    const auto id = ComplaintId::parse(*given);
    if (!id || directory.get_complaint(session, *id).client != client) {
        throw UsageError(
            *given + " is not a complaint of " + client.str(),
            "praxis complaint list " + client.str()
        );
    }
    return id;
}

} // namespace praxis::plans::home
