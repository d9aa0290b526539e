// SPDX-License-Identifier: MIT
#include "note/note_header.hpp"

namespace praxis::soap {

bool NoteHeader::knows_conditions() const {
    return !part("conditions").is_null();
}

const Value::Array& NoteHeader::findings() const {
    static const Value::Array none;
    const auto& findings = part("checks");
    return findings.is_array() ? findings.as_array() : none;
}

bool NoteHeader::is_whole() const {
    const auto& conditions = part("conditions");
    return part("client").is_object() && part("practice").is_object() &&
           header_->find("therapist") != nullptr && header_->find("conditions") != nullptr &&
           (conditions.is_null() || conditions.is_array());
}

const Value& NoteHeader::part(std::string_view name) const {
    static const Value none;
    const auto* part = header_->find(name);
    return part == nullptr ? none : *part;
}

} // namespace praxis::soap
