// SPDX-License-Identifier: MIT
#include "session/shown_day.hpp"

#include <utility>

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
    view->document = [document = std::move(view->document), day] {
        auto marked = document();
        report_shown_day(marked, day);
        return marked;
    };
    view->data = [data = std::move(view->data), day] {
        auto marked = data();
        if (marked.is_object()) {
            marked["as_of"] = day.iso();
        }
        return marked;
    };
}

} // namespace praxis
