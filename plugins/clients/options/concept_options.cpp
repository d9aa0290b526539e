// SPDX-License-Identifier: MIT
#include "options/concept_options.hpp"

#include "concept/read_concepts.hpp"

#include <praxis/error.hpp>
#include <praxis/text.hpp>

#include <algorithm>

namespace praxis::clients {
namespace {

std::string describe(Session& session, const std::vector<UnderstoodConcept>& concepts) {
    std::vector<std::string> texts;
    texts.reserve(concepts.size());
    for (const auto& each : concepts) {
        texts.push_back(
            session.get<Concepts>().name(session, each.concept_id) + ", " +
            std::string{state_name(each.state)}
        );
    }
    return join(texts, "; ");
}

std::vector<UnderstoodConcept> read(Session& session, const UnderstoodText& text) {
    auto& service = session.get<Concepts>();
    auto concepts = service.read(session, text.name, text.field, session.today(), text.since);
    for (auto& each : service.of_code(session, text.code)) {
        add_concept(concepts, std::move(each));
    }
    return concepts;
}

std::vector<UnderstoodConcept> decided_by(Session& session, const std::string& ids) {
    std::vector<UnderstoodConcept> concepts;
    if (trim(ids) == "none") {
        return concepts;
    }
    for (const auto& part : split(ids, ',')) {
        const auto id = trim(part);
        auto& service = session.get<Concepts>();
        if (!service.has(session, id)) {
            throw Refused(
                "there is no concept " + visible(id),
                suggest_concept(
                    session, id, "give --concept none, or an id from praxis condition concepts"
                )
            );
        }
        add_concept(concepts, {id, ConceptState::present});
    }
    return concepts;
}

void report(
    Session& session, const UnderstoodText& text, const std::vector<UnderstoodConcept>& concepts
) {
    session.report(
        concepts.empty() ? "no rule knows '" + visible(text.name) + "'"
                         : "read as: " + describe(session, concepts)
    );
}

} // namespace

void understand(
    Session& session,
    std::optional<std::string>& stored,
    const OptionText& concepts,
    const OptionText& state,
    const UnderstoodText& text,
    const std::optional<UnderstoodText>& before
) {
    const bool is_changed = !before || *before != text;
    if (!concepts && !state && !is_changed) {
        return;
    }
    auto understood =
        is_changed ? StoredConcepts{read(session, text), false} : from_stored(stored.value_or(""));
    if (concepts) {
        understood = {decided_by(session, *concepts), true};
    }
    if (state) {
        if (understood.concepts.empty()) {
            throw Refused(
                "--state: no rule knows '" + visible(text.name) + "'",
                "give --concept ID, too: praxis condition concepts lists them"
            );
        }
        understood.decided = true;
        for (auto& each : understood.concepts) {
            each.state = state_named(*state).value_or(each.state);
        }
    }
    stored = to_stored(understood);
    report(session, text, understood.concepts);
}

std::string suggest_concept(Session& session, const std::string& id, const std::string& otherwise) {
    std::vector<std::string> known;
    for (const auto& each : session.get<Concepts>().all(session)) {
        known.push_back(each.concept_id);
        known.insert(known.end(), each.groups.begin(), each.groups.end());
    }
    const auto meant = did_you_mean(id, known);
    return meant ? "did you mean " + *meant + "?" : otherwise;
}

std::string describe_concepts(Session& session, const std::optional<std::string>& stored) {
    return describe(session, from_stored(stored.value_or("")).concepts);
}

void refuse_answer(
    Session& session, const std::string& name, ClientId client, const std::string& noun
) {
    switch (session.get<Concepts>().answer_in(session, name)) {
    case NameAnswer::none:
        throw Refused(
            "'" + visible(name) + "' is an answer, not a " +
                (noun == "allergy" ? "substance" : noun),
            "praxis " + noun + " add " + client.str() + " --none-known"
        );
    case NameAnswer::unanswered:
        throw Refused(
            "'" + visible(name) + "' says that nobody asked yet",
            "ask the client, then record the answer: praxis " + noun + " add " + client.str() +
                " --name TEXT, or --none-known"
        );
    case NameAnswer::name:
        break;
    }
}

} // namespace praxis::clients
