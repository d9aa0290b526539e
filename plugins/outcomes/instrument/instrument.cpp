// SPDX-License-Identifier: MIT
#include "instrument/instrument.hpp"

#include <praxis/error.hpp>
#include <praxis/text.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>
#include <utility>

namespace praxis::outcomes {

namespace {

constexpr std::array<std::string_view, 3> items_names{"shipped", "score only", "your licence"};

constexpr std::string_view our_plugin = "outcomes";

std::string broken_text(const BrokenInstrument& broken) {
    return "the instrument " + visible(broken.id) + " of the plugin '" + broken.plugin +
           "' cannot be read: " + broken.why;
}

std::string doctor(const std::string& plugin) {
    return "praxis plugin doctor " + plugin;
}

std::vector<Instrument>
read_or_report(Session& session, const std::vector<ContributedFile>& files) {
    std::vector<BrokenInstrument> broken;
    auto instruments = read_instruments(files, broken);
    for (const auto& one : broken) {
        session.report("file not loaded: " + broken_text(one));
    }
    return instruments;
}

void add(std::vector<Instrument>& all, Instrument made) {
    const auto found = std::find_if(all.begin(), all.end(), [&made](const Instrument& one) {
        return one.id == made.id;
    });
    if (found == all.end()) {
        all.push_back(std::move(made));
    } else if (found->version <= made.version) {
        *found = std::move(made);
    }
}

void sort_by_id(std::vector<Instrument>& all) {
    std::sort(all.begin(), all.end(), [](const Instrument& left, const Instrument& right) {
        return left.id < right.id;
    });
}

/// Whether the text has one of the ids in quotes; it can have it for another reason, too.
bool names_one_of(const std::string& text, const std::vector<std::string>& ids) {
    return std::any_of(ids.begin(), ids.end(), [&text](const std::string& id) {
        return text.find('"' + id + '"') != std::string::npos;
    });
}

bool is_named(const Instrument& instrument, const std::string& folded) {
    return fold(instrument.id) == folded || fold(instrument.name) == folded ||
           fold(instrument.long_name) == folded;
}

std::string without_zeros(std::string text) {
    if (text.find('.') != std::string::npos) {
        text.erase(text.find_last_not_of('0') + 1);
        if (text.back() == '.') {
            text.pop_back();
        }
    }
    return text == "-0" ? "0" : text;
}

std::string with_unit(const std::string& number, const std::string& unit) {
    const auto is_one = number == "1";
    return number + " " +
           (is_one && unit == "points"  ? "point"
            : is_one && unit == "times" ? "time"
                                        : unit);
}

} // namespace

std::string_view items_name(Items items) {
    return items_names.at(static_cast<std::size_t>(items));
}

std::vector<Instrument>
read_instruments(const std::vector<ContributedFile>& files, std::vector<BrokenInstrument>& broken) {
    std::vector<Instrument> all;
    for (const auto& file : files) {
        try {
            add(all, read_instrument(file));
        } catch (const Error& error) {
            const BrokenInstrument one{file.name, error.what(), file.plugin};
            if (file.plugin == our_plugin) {
                throw PluginError(broken_text(one), doctor(one.plugin));
            }
            broken.push_back(one);
        }
    }
    std::erase_if(all, [&broken](const Instrument& made) {
        return std::any_of(broken.begin(), broken.end(), [&made](const BrokenInstrument& one) {
            return one.id == made.id;
        });
    });
    sort_by_id(all);
    return all;
}

std::vector<Instrument> all_instruments(Session& session) {
    return read_or_report(session, session.contributed_files("instrument/1"));
}

std::vector<Instrument> some_instruments(Session& session, const std::vector<std::string>& ids) {
    auto files = session.contributed_files("instrument/1");
    std::erase_if(files, [&ids](const ContributedFile& file) {
        const bool named = std::find(ids.begin(), ids.end(), file.name) != ids.end();
        return !named && !names_one_of(file.text, ids);
    });
    return read_or_report(session, files);
}

const Instrument* find_instrument(const std::vector<Instrument>& instruments, std::string_view id) {
    const auto found =
        std::find_if(instruments.begin(), instruments.end(), [&id](const Instrument& one) {
            return one.id == id;
        });
    return found == instruments.end() ? nullptr : &*found;
}

const Instrument&
get_instrument(const std::vector<Instrument>& instruments, std::string_view name) {
    const auto folded = fold(name);
    const auto found =
        std::find_if(instruments.begin(), instruments.end(), [&folded](const Instrument& one) {
            return is_named(one, folded);
        });
    if (found == instruments.end()) {
        std::vector<std::string> ids;
        ids.reserve(instruments.size());
        for (const auto& instrument : instruments) {
            ids.push_back(instrument.id);
        }
        const auto meant = did_you_mean(folded, ids);
        throw NotFound(
            "there is no instrument " + visible(name) +
                (meant ? ": did you mean " + *meant + "?" : ""),
            "praxis measure instruments"
        );
    }
    if (!found->enabled) {
        throw Refused(
            found->id + " is switched off: " + found->off, "praxis measure instruments " + found->id
        );
    }
    return *found;
}

const Instrument& get_instrument(
    Session& session, const std::vector<Instrument>& instruments, std::string_view name
) {
    if (find_instrument(instruments, fold(name)) == nullptr) {
        std::vector<BrokenInstrument> broken;
        read_instruments(session.contributed_files("instrument/1"), broken);
        for (const auto& one : broken) {
            if (fold(one.id) == fold(name)) {
                throw PluginError(broken_text(one), doctor(one.plugin));
            }
        }
    }
    return get_instrument(instruments, name);
}

const ImportantChange* main_change(const Instrument& instrument) {
    const auto found = std::find_if(
        instrument.changes.begin(),
        instrument.changes.end(),
        [](const ImportantChange& change) { return change.main; }
    );
    return found == instrument.changes.end() ? nullptr : &*found;
}

std::string number_text(double value, int decimals) {
    // The longest double in this form has more than 300 digits.
    std::array<char, std::numeric_limits<double>::max_exponent10 + 16> digits{};
    const auto written = std::to_chars(
        digits.data(), digits.data() + digits.size(), value, std::chars_format::fixed, decimals
    );
    return without_zeros({digits.data(), written.ptr});
}

std::string change_text(const ImportantChange& change, const Instrument& instrument) {
    constexpr int decimals = 2;
    const auto from = number_text(change.from, decimals);
    if (change.percent) {
        return from + " % of the first value";
    }
    if (change.to > change.from) {
        return from + " to " + number_text(change.to, decimals) + " " + instrument.unit;
    }
    return (change.above ? "more than " : "") + with_unit(from, instrument.unit);
}

std::string range_text(const Instrument& instrument) {
    return number_text(instrument.lowest) + " (" + instrument.lowest_means + ") to " +
           number_text(instrument.highest) + " (" + instrument.highest_means + ")";
}

std::string unsuited_text(const Instrument& instrument, const Subject& subject) {
    if (is_among(subject, instrument.only_for)) {
        return "";
    }
    return instrument.name + " is for " + instrument.only_for.name +
           ", so praxis does not interpret the score.";
}

} // namespace praxis::outcomes
