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

/// What is understood after the text became what it is now; nothing when that changes nothing.
std::optional<StoredConcepts> read_changed(
    Session& session,
    const StoredConcepts& kept,
    const TextOfRow& text,
    const std::optional<TextOfRow>& before
) {
    if (before == text) {
        return std::nullopt;
    }
    auto& service = session.get<Concepts>();
    if (!kept.decided || !before || before->text != text.text) {
        return StoredConcepts{service.read(session, text, session.today()), false};
    }
    if (before->code == text.code) {
        return std::nullopt;
    }
    auto more = kept;
    for (auto& each : service.read(session, {.text = "", .code = text.code}, session.today())) {
        add_concept(more.concepts, std::move(each));
    }
    return more;
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

void report(Session& session, const TextOfRow& text, const StoredConcepts& understood) {
    if (!understood.concepts.empty()) {
        session.report("read as: " + describe(session, understood.concepts));
    } else if (understood.decided) {
        session.report("the rules ignore '" + visible(text.text) + "', as you decided");
    } else {
        session.report("no rule knows '" + visible(text.text) + "'");
    }
}

} // namespace

void understand(
    Session& session,
    std::optional<std::string>& stored,
    const OptionText& concepts,
    const OptionText& state,
    const TextOfRow& text,
    const std::optional<TextOfRow>& before
) {
    const auto kept = from_stored(stored.value_or(""));
    const auto changed = read_changed(session, kept, text, before);
    if (!concepts && !state && !changed) {
        return;
    }
    auto understood = changed.value_or(kept);
    if (concepts) {
        understood = {decided_by(session, *concepts), true};
    }
    if (state) {
        if (understood.concepts.empty()) {
            throw Refused(
                "--state: no rule knows '" + visible(text.text) + "'",
                "give --concept ID, too: praxis condition concepts lists them"
            );
        }
        understood.decided = true;
        for (auto& each : understood.concepts) {
            each.state = state_named(*state).value_or(each.state);
        }
    }
    stored = to_stored(understood);
    report(session, text, understood);
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
