// SPDX-License-Identifier: MIT
#include "session/shown_day.hpp"

namespace praxis {

void report_shown_day(Document& document, Date day) {
    const auto known = "As it was known on " + day.iso();
    document.blocks.insert(
        document.blocks.begin(),
        Paragraph{known + ": it does not contain later records", Tone::warning}
    );
    document.footer = known + (document.footer.empty() ? "" : "  ·  " + document.footer);
}

void report_shown_day(Result& result, Date day) {
    auto* const view = std::get_if<View>(&result);
    if (view == nullptr) {
        return;
    }
    report_shown_day(view->document, day);
    if (view->data.is_object()) {
        view->data["as_of"] = day.iso();
    }
}

} // namespace praxis
