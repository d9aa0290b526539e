// SPDX-License-Identifier: MIT
#include "plan/note_queries.hpp"

namespace praxis::plans {

std::string is_not_void(const std::string& note) {
    return "NOT EXISTS (SELECT 1 FROM soap_amendment AS void_of WHERE void_of.note = " + note +
           ".note AND void_of.kind = 'void')";
}

std::string civil_day(const std::string& note) {
    return "date(" + note + ".began_at + " + note + ".began_offset * 60, 'unixepoch')";
}

} // namespace praxis::plans
