// SPDX-License-Identifier: MIT
#include "validate/revalidate.hpp"

#include "note/note_templates.hpp"

namespace praxis::soap {

Value revalidate(
    const Value& body,
    const TemplateBook& book,
    CivilTime now,
    DateOrder order,
    std::vector<Problem>& problems
) {
    const auto typed = without_computed(body, templates_for(body, book));
    return validate_note(typed, book, now, order, problems);
}

} // namespace praxis::soap
