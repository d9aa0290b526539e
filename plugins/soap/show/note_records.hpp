// SPDX-License-Identifier: MIT
/// A client's notes for exports: JSON without loss, and FHIR R4.
#pragma once
#include <praxis/chart.hpp>
#include <praxis/session.hpp>

#include <vector>

namespace praxis::soap {

/// Hands over the notes, drafts too, each after the templates that it was written with.
void write_note_records(Session& session, std::optional<ClientId> client, const RecordSink& take);

/// An Encounter for each signed note, a Procedure for each of its blocks, and Observations of the
/// pain before and after. Resources that are not records of praxis have an id derived from the
/// note's UUID, so the same note gives the same ids every time.
/// source  LOINC 72514-3, pain severity 0-10 verbal numeric rating: a valueInteger, as a number
///         needs no answer code
std::vector<Value> notes_as_fhir(Session& session, const FhirRequest& request);

} // namespace praxis::soap
