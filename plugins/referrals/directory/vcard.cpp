// SPDX-License-Identifier: MIT
#include "directory/contact.hpp"
#include "fields.hpp"

#include <praxis/error.hpp>
#include <praxis/text.hpp>

#include <algorithm>
#include <optional>
#include <utility>

namespace praxis::referrals {
namespace {

/// A line of a vCard: "item1.TEL;TYPE=fax:+1 555 0100".
struct Property {
    int line = 0;
    std::string name;       // in small letters, without its group
    std::string parameters; // in small letters: ";type=fax"
    std::string value;      // still with its escapes
};

/// Joins lines that a space or a tab continues.
std::vector<Property> unfold(std::string_view text) {
    std::vector<Property> lines;
    int number = 0;
    for (auto line : split(text, '\n')) {
        ++number;
        if (!line.empty() && line.back() == '\r') {
            line.pop_back();
        }
        if (!line.empty() && (line.front() == ' ' || line.front() == '\t') && !lines.empty()) {
            lines.back().value += line.substr(1);
        } else {
            lines.push_back({number, {}, {}, std::move(line)});
        }
    }
    return lines;
}

/// Where the value begins: behind the first colon outside quotation marks.
std::size_t find_colon(const std::string& line) {
    bool quoted = false;
    for (std::size_t i = 0; i < line.size(); ++i) {
        quoted = quoted != (line[i] == '"');
        if (line[i] == ':' && !quoted) {
            return i;
        }
    }
    return std::string::npos;
}

std::vector<Property> read_properties(std::string_view text) {
    std::vector<Property> properties;
    for (auto& property : unfold(text)) {
        const auto colon = find_colon(property.value);
        if (colon == std::string::npos) {
            continue; // an empty line
        }
        auto head = property.value.substr(0, colon);
        std::transform(head.begin(), head.end(), head.begin(), [](char letter) {
            return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + 'a' - 'A') : letter;
        });
        const auto end = std::min(head.find(';'), head.size());
        property.name = head.substr(0, end);
        property.parameters = head.substr(end);
        if (const auto dot = property.name.rfind('.'); dot != std::string::npos) {
            property.name.erase(0, dot + 1);
        }
        property.value.erase(0, colon + 1);
        properties.push_back(std::move(property));
    }
    return properties;
}

/// The parts between separators that no backslash precedes, each without its escapes.
std::vector<std::string> parts_of(const std::string& value, char separator) {
    std::vector<std::string> parts(1);
    for (std::size_t i = 0; i < value.size(); ++i) {
        if (value[i] == '\\' && i + 1 < value.size()) {
            ++i;
            parts.back() += value[i] == 'n' || value[i] == 'N' ? '\n' : value[i];
        } else if (value[i] == separator) {
            parts.emplace_back();
        } else {
            parts.back() += value[i];
        }
    }
    return parts;
}

std::string text_of(const std::string& value) {
    return trim(parts_of(value, '\0').front());
}

bool has_parameter(const Property& property, std::string_view word) {
    return property.parameters.find(word) != std::string::npos;
}

/// Collects the properties of one card.
class Card {
  public:
    explicit Card(int line) { contact_.line = line; }

    void take(const Property& property) {
        const auto& name = property.name;
        auto& fields = contact_.fields;
        if (name == "version") {
            check_version(trim(property.value));
        } else if (name == "fn") {
            set(fields.name, text_of(property.value));
        } else if (name == "n") {
            take_name(property.value);
        } else if (name == "org") {
            set(fields.organisation, join(texts_of(parts_of(property.value, ';')), ", "));
        } else if (name == "adr") {
            take_address(property.value);
        } else if (name == "tel") {
            take_number(property);
        } else if (name == "email") {
            take_email(property);
        } else if (name == "lang") {
            fields.languages.push_back(text_of(property.value));
        } else if (name == "note") {
            add_note(text_of(property.value));
        } else {
            take_profession(property);
        }
    }

    Contact finish() {
        if (!notes_.empty()) {
            contact_.fields.notes = join(notes_, "\n");
        }
        return std::move(contact_);
    }

  private:
    static void set(std::optional<std::string>& field, std::string text) {
        if (!field && !text.empty()) {
            field = std::move(text);
        }
    }

    void check_version(const std::string& version) {
        if (version != "3.0" && version != "4.0") {
            contact_.problem = "vCard " + version + " is not read; export version 3.0 or 4.0";
        }
    }

    void add_note(const std::string& note) {
        if (!note.empty()) {
            notes_.push_back(note);
        }
    }

    /// family;given;additional;prefixes;suffixes
    void take_name(const std::string& value) {
        auto parts = parts_of(value, ';');
        parts.resize(5);
        set(contact_.fields.title, trim(parts[3]));
        set(contact_.fields.credentials, trim(parts[4]));
    }

    /// box;extended;street;town;region;code;country
    void take_address(const std::string& value) {
        auto parts = parts_of(value, ';');
        parts.resize(7);
        const auto town = join(texts_of({parts[3], parts[4], parts[5]}), " ");
        set(contact_.fields.address,
            join(texts_of({parts[0], parts[1], parts[2], town, parts[6]}), "\n"));
    }

    void take_number(const Property& property) {
        auto number = text_of(property.value);
        if (number.starts_with("tel:")) {
            number.erase(0, 4);
        }
        auto& fields = contact_.fields;
        auto& field = has_parameter(property, "fax") ? fields.fax : fields.phone;
        keep_preferred(field, number, property);
    }

    void take_email(const Property& property) {
        keep_preferred(contact_.fields.email, text_of(property.value), property);
    }

    /// The first one, or the preferred one; the others are notes, so that none is lost.
    void
    keep_preferred(std::optional<std::string>& field, std::string text, const Property& property) {
        if (text.empty()) {
            return;
        }
        if (field && has_parameter(property, "pref")) {
            std::swap(*field, text);
        }
        if (field) {
            add_note("also: " + text);
        } else {
            field = std::move(text);
        }
    }

    void take_profession(const Property& property) {
        if (property.name == "role" || property.name == "title") {
            contact_.professions.push_back(text_of(property.value));
        } else if (property.name == "categories") {
            for (const auto& word : texts_of(parts_of(property.value, ','))) {
                contact_.professions.push_back(word);
            }
        }
    }

    Contact contact_;
    std::vector<std::string> notes_;
};

} // namespace

std::vector<Contact> read_vcards(std::string_view text) {
    std::vector<Contact> contacts;
    std::optional<Card> card;
    const auto add_unfinished = [&] {
        if (card) {
            auto broken = card->finish();
            broken.problem = "the vCard has no END line";
            contacts.push_back(std::move(broken));
        }
    };
    if (text.starts_with("\xEF\xBB\xBF")) { // the mark with which some programs begin UTF-8
        text.remove_prefix(3);
    }
    for (const auto& property : read_properties(text)) {
        const auto value = fold(trim(property.value));
        if (property.name == "begin" && value == "vcard") {
            add_unfinished();
            card.emplace(property.line);
        } else if (property.name == "end" && value == "vcard" && card) {
            contacts.push_back(card->finish());
            card.reset();
        } else if (card) {
            card->take(property);
        }
    }
    add_unfinished();
    if (contacts.empty()) {
        throw Refused("the file holds no vCard", "for a table of addresses: --as csv");
    }
    return contacts;
}

} // namespace praxis::referrals
