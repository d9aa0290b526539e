// SPDX-License-Identifier: MIT
#include "host/show_result.hpp"

#include "system/run_program.hpp"
#include "system/shell_words.hpp"

#include <praxis/text.hpp>

#include <algorithm>

namespace praxis {

using command_line::Globals;

namespace {

bool wants_colour(const Environment& environment, const Globals& globals, bool is_terminal) {
    if (globals.colour != "auto") {
        return globals.colour == "always";
    }
    const auto set = [&](const char* name) {
        return !environment.variable(name).value_or("").empty();
    };
    if (set("NO_COLOR") || environment.variable("TERM") == "dumb") {
        return false;
    }
    return is_terminal || set("CLICOLOR_FORCE");
}

constexpr std::ptrdiff_t lines_of_a_screen = 24;

std::vector<std::string> pager_command(const Environment& environment) {
    for (const auto* name : {"PRAXIS_PAGER", "PAGER"}) {
        if (const auto pager = environment.variable(name); pager && !trim(*pager).empty()) {
            return split_shell_words(*pager, name);
        }
    }
    return {"less", "-FIRX"};
}

/// Whether a long text goes through the pager.
bool pages(const Environment& environment, const Globals& globals) {
    return environment.terminal.in_is_terminal && environment.terminal.out_is_terminal &&
           !globals.no_pager && !globals.no_input;
}

/// Whether the rows of the list go to stdout one by one.
bool shows_row_by_row(
    const Environment& environment, const Globals& globals, const Result& result
) {
    const auto* table = std::get_if<Table>(&result);
    return table != nullptr && table->next && !globals.list_fields &&
           output::is_written_by_row(globals.format) && !pages(environment, globals);
}

/// What stderr tells about a list without rows.
std::string when_empty(const Result& result) {
    const auto* table = std::get_if<Table>(&result);
    return table != nullptr && table->rows.empty() ? table->when_empty : std::string{};
}

std::string render(const Result& result, const output::Style& style) {
    if (const auto* file = std::get_if<File>(&result)) {
        const bool to_stdout = file->path.empty() || file->path == "-";
        return to_stdout ? file->bytes : output::show(Message{file->path, file->data}, style);
    }
    return output::show(result, style);
}

} // namespace

output::Style style_of(const Environment& environment, const Globals& globals) {
    output::Style style;
    style.format = globals.format;
    style.byte_order_mark = globals.byte_order_mark;
    style.fields = globals.fields;
    style.list_fields = globals.list_fields;
    style.width = environment.terminal.out_is_terminal ? environment.terminal.width : 0;
    style.colour = wants_colour(environment, globals, environment.terminal.out_is_terminal);
    return style;
}

std::size_t help_width(const Environment& environment) {
    return environment.terminal.out_is_terminal ? environment.terminal.width : 80;
}

void show_text(const Environment& environment, const Globals& globals, const std::string& text) {
    const bool page = pages(environment, globals) &&
                      std::count(text.begin(), text.end(), '\n') > lines_of_a_screen;
    if (page) {
        try {
            run_program_with_input(pager_command(environment), text);
            return;
        } catch (const Error&) {
            // No pager is installed: write the text directly.
            environment.write_out(text);
            return;
        }
    }
    environment.write_out(text);
}

Shown show_rows(const Environment& environment, const Globals& globals, Result& result) {
    if (!shows_row_by_row(environment, globals, result)) {
        return render_result(environment, globals, result);
    }
    const auto& table = std::get<Table>(result);
    Shown shown;
    const auto take = [&](std::string_view text) {
        if (!globals.as_of) {
            return environment.write_out(std::string{text});
        }
        shown.text += text;
        return true;
    };
    try {
        const auto rows = output::write_rows(table, style_of(environment, globals), take);
        shown.when_empty = rows == 0 ? table.when_empty : std::string{};
    } catch (const Error&) {
        environment.write_out(shown.text); // the rows before the error
        throw;
    }
    return shown;
}

Shown render_result(const Environment& environment, const Globals& globals, Result& result) {
    output::collect_rows(result);
    return {render(result, style_of(environment, globals)), when_empty(result)};
}

void show_secrets(const Environment& environment, const std::vector<std::string>& secrets) {
    for (const auto& secret : secrets) {
        environment.write_error("praxis: " + visible(secret, true) + "\n");
    }
}

void show(
    const Environment& environment,
    const Globals& globals,
    const std::vector<std::string>& messages,
    const Shown& shown
) {
    if (!globals.quiet) {
        for (const auto& message : messages) {
            environment.write_error("praxis: " + visible(message, true) + "\n");
        }
        if (!shown.when_empty.empty()) {
            environment.write_error("praxis: " + shown.when_empty + "\n");
        }
    }
    show_text(environment, globals, shown.text);
}

} // namespace praxis
