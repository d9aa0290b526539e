// SPDX-License-Identifier: MIT
#include "homecare/handout_lines.hpp"

#include <praxis/body.hpp>

#include <algorithm>
#include <utility>

namespace praxis::plans::home {

namespace {

void add_once(std::vector<std::string>& list, const std::string& text) {
    if (!holds(list, text)) {
        list.push_back(text);
    }
}

std::string name_of(const HomeCare& line) {
    return line.name + " (" + line.id.str() + "): ";
}

void leave_out(const HomeCare& line, const LimitFinding& finding, HandoutLines& lines) {
    if (is_unchecked(finding)) {
        lines.left_out.push_back(
            name_of(line) + finding.reason + "; replace it: " + replacing_text(line)
        );
        add_once(lines.reasons, line.name + " (ask me what replaces it)");
        return;
    }
    lines.left_out.push_back(name_of(line) + finding_text(finding));
    add_once(lines.reasons, line.name + " (" + finding.reason + ")");
}

void note(const HomeCare& line, const LimitFinding& finding, HandoutLines& lines) {
    if (finding.verdict == Verdict::without) {
        add_once(lines.remarks, finding.reason);
    } else {
        add_once(lines.questions, name_of(line) + finding_text(finding));
    }
}

void add_line(HomeCare line, const std::vector<LimitFinding>& findings, HandoutLines& lines) {
    const bool is_out = is_left_out(findings);
    for (const auto& finding : findings) {
        if (finding.verdict == Verdict::leave_out) {
            leave_out(line, finding, lines);
        } else if (!is_out) {
            note(line, finding, lines);
        }
    }
    if (!is_out) {
        lines.printed.push_back(std::move(line));
    }
}

bool is_about_complaint(const Limit& limit, const ClientFacts& facts) {
    return std::any_of(
        facts.complaints.begin(),
        facts.complaints.end(),
        [&limit](const OpenComplaint& complaint) {
            return areas_meet(limit.areas, complaint.region);
        }
    );
}

void add_tools_left_out(
    const Library& library,
    const ClientFacts& facts,
    const std::vector<std::string>& own_tools,
    HandoutLines& lines
) {
    for (const auto& limit : library.limits) {
        if (!limit.enabled || !limit.always || !is_about_complaint(limit, facts)) {
            continue;
        }
        for (const auto& tool : limit.tools) {
            if (holds(own_tools, tool)) {
                add_once(lines.reasons, library.tool_name(tool) + " (" + limit.reason + ")");
            }
        }
    }
}

} // namespace

bool is_numbered(const HomeCare& line) {
    return holds({"exercise", "yoga", "self-massage"}, line.content.text_at("category"));
}

HandoutLines choose_lines(
    const Library& library,
    const ClientFacts& facts,
    const std::vector<std::string>& own_tools,
    std::vector<HomeCare> lines
) {
    HandoutLines chosen;
    for (auto& line : lines) {
        const auto findings = check_line(library, facts, line);
        add_line(std::move(line), findings, chosen);
    }
    std::stable_partition(chosen.printed.begin(), chosen.printed.end(), is_numbered);
    add_tools_left_out(library, facts, own_tools, chosen);
    return chosen;
}

bool areas_meet(const std::vector<std::string>& areas, const std::string& place) {
    return std::any_of(areas.begin(), areas.end(), [&place](const std::string& area) {
        return region_holds(area, place) || region_holds(place, area);
    });
}

} // namespace praxis::plans::home
