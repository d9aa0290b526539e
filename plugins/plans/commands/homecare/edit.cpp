// SPDX-License-Identifier: MIT
#include "homecare/new_home_care.hpp"

#include <praxis/command.hpp>
#include <praxis/text.hpp>

namespace praxis {
namespace {

using namespace plans::home;

struct Args : DoseOptions {
    std::string id;
    std::vector<std::string> areas;
};

void options(Options<Args>& options) {
    options.argument(&Args::id, "ID", "line of home care, such as H-0001")
        .option(&Args::areas, "area", "REGION", "for this region instead")
        .completed_by(complete_area);
    add_dose_options(options);
}

enum class Refuse { unchecked, all_left_out };

/// Other areas can meet other limits.
void refuse_left_out(Session& session, const Library& library, const HomeCare& row, Refuse which) {
    for (const auto& finding : check_line(library, gather_facts(session, row.client), row)) {
        if (finding.verdict == Verdict::leave_out &&
            (which == Refuse::all_left_out || is_unchecked(finding))) {
            throw Refused(
                row.id.str() + " is left out now: " + finding_text(finding),
                is_unchecked(finding) ? replacing_text(row)
                                      : "praxis homecare end " + row.id.str() + " --reason TEXT"
            );
        }
    }
}

void set_areas(HomeCare& row, const Item& item, const std::vector<std::string>& areas) {
    if (areas.empty()) {
        return;
    }
    const auto chosen = choose_areas(item, areas, {});
    row.content["areas"] = Value::Array(chosen.begin(), chosen.end());
}

Result run(Session& session, const Args& args) {
    auto row = get_current_item(session, args.id);
    const auto library = load_library(session);
    refuse_left_out(session, library, row, Refuse::unchecked); // a limit may not meet the change
    const auto& item = get_item(library, row.item);
    auto dose = row.dose();
    apply_dose(dose, args, item);
    row.content["dose"] = dose_value(dose);
    set_areas(row, item, args.areas);
    if (args.note) {
        row.content["note"] = trim(*args.note);
    }
    if (args.until && *args.until < session.today()) {
        throw UsageError("--until " + args.until->iso() + " is in the past", "give a later day");
    }
    row.last_day = args.until ? args.until : row.last_day;
    refuse_left_out(session, library, row, Refuse::all_left_out);
    update_home_care(session.db(), row);
    session.report(row.id.str() + " " + row.name + ": " + dose_text(row.dose()));
    return Message{
        row.id.str(),
        Value::Object{
            {"id", row.id.str()},
            {"dose", dose_value(row.dose())},
            {"last_day", row.last_day ? Value{row.last_day->iso()} : Value{}}}};
}

} // namespace

CommandSpec homecare_edit_command() {
    return command<Args>({
        .summary = "change how much of a line of home care, or until when",
        .examples = {"praxis homecare edit H-0002 --times 10 --until 2027-01-09"},
        .access = Access::write,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
