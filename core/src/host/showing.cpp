// SPDX-License-Identifier: MIT
#include "host/showing.hpp"

#include "system/run_program.hpp"

#include <praxis/text.hpp>

#include <algorithm>

namespace praxis {

using words::Globals;

namespace {

bool wants_colour(const Surroundings& around, const Globals& globals, bool is_terminal) {
    if (globals.colour != "auto") {
        return globals.colour == "always";
    }
    const auto set = [&](const char* name) {
        return !around.environment(name).value_or("").empty();
    };
    if (set("NO_COLOR") || around.environment("TERM") == "dumb") {
        return false;
    }
    return is_terminal || set("CLICOLOR_FORCE");
}

constexpr std::ptrdiff_t lines_of_a_screen = 24;

std::vector<std::string> pager_words(const Surroundings& around) {
    for (const auto* name : {"PRAXIS_PAGER", "PAGER"}) {
        if (const auto pager = around.environment(name); pager && !trim(*pager).empty()) {
            return split(trim(*pager), ' ');
        }
    }
    return {"less", "-FIRX"};
}

void show_empty_note(const Surroundings& around, const Globals& globals, const Result& result) {
    const auto* table = std::get_if<Table>(&result);
    if (table != nullptr && table->rows.empty() && !table->when_empty.empty() && !globals.quiet) {
        around.write_error("praxis: " + table->when_empty + "\n");
    }
}

} // namespace

output::Style style_of(const Surroundings& around, const Globals& globals) {
    output::Style style;
    style.format = globals.format;
    style.fields = globals.fields;
    style.list_fields = globals.list_fields;
    style.width = around.terminal.out_is_terminal ? around.terminal.width : 0;
    style.colour = wants_colour(around, globals, around.terminal.out_is_terminal);
    return style;
}

std::size_t help_width(const Surroundings& around) {
    return around.terminal.out_is_terminal ? around.terminal.width : 80;
}

void show_text(const Surroundings& around, const Globals& globals, const std::string& text) {
    const bool page = around.terminal.in_is_terminal && around.terminal.out_is_terminal &&
                      !globals.no_pager && !globals.no_input &&
                      std::count(text.begin(), text.end(), '\n') > lines_of_a_screen;
    if (page) {
        try {
            run_program_with_input(pager_words(around), text);
            return;
        } catch (const Error&) {
            // No pager is installed: the text itself is what was asked for.
            around.write_out(text);
            return;
        }
    }
    around.write_out(text);
}

void show_notes(
    const Surroundings& around, const Globals& globals, HostSession& session, const Result& result
) {
    for (const auto& note : session.take_notes()) {
        if (!globals.quiet) {
            around.write_error("praxis: " + visible(note, true) + "\n");
        }
    }
    show_empty_note(around, globals, result);
}

std::string shown(const Result& result, const output::Style& style) {
    if (const auto* file = std::get_if<File>(&result)) {
        const bool to_stdout = file->path.empty() || file->path == "-";
        return to_stdout ? file->bytes : output::show(Message{file->path, file->data}, style);
    }
    return output::show(result, style);
}

} // namespace praxis
