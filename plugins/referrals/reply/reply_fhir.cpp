// SPDX-License-Identifier: MIT
#include "reply/reply_fhir.hpp"

#include "fields.hpp"
#include "reply/narrative_text.hpp"

#include <praxis/base64.hpp>
#include <praxis/error.hpp>
#include <praxis/text.hpp>

#include <algorithm>
#include <array>
#include <initializer_list>
#include <optional>
#include <string_view>
#include <utility>

namespace praxis::referrals {
namespace {

/// The field of a report that a section of a document fills.
/// source  loinc.org: 29545-1 physical findings, 8716-3 vital signs, 30954-2 tests, 51848-0
///         assessment, 29308-4 diagnosis, 18776-5 plan of care, 47519-4 procedures, 62387-6
///         interventions, 10160-0 medication, 42349-1 reason for referral (ours: not taken)
struct SectionField {
    std::string_view loinc;
    Reply::Text Reply::*field;
};

constexpr std::array<SectionField, 9> section_fields{{
    {"29545-1", &Reply::findings},
    {"8716-3", &Reply::findings},
    {"30954-2", &Reply::findings},
    {"51848-0", &Reply::final_diagnosis},
    {"29308-4", &Reply::final_diagnosis},
    {"18776-5", &Reply::recommendations},
    {"47519-4", &Reply::services},
    {"62387-6", &Reply::services},
    {"10160-0", &Reply::prescriptions},
}};

constexpr std::string_view our_question = "42349-1";

void add_text(Reply::Text& field, const std::string& text) {
    if (!text.empty()) {
        field = field ? *field + "\n" + text : text;
    }
}

const Value* first_of(const Value& resource, const char* member) {
    const auto* const list = resource.find(member);
    return list != nullptr && list->is_array() && !list->as_array().empty()
               ? &list->as_array().front()
               : nullptr;
}

std::vector<const Value*> items_of(const Value& resource, const char* member) {
    std::vector<const Value*> items;
    if (const auto* const list = resource.find(member); list != nullptr && list->is_array()) {
        for (const auto& item : list->as_array()) {
            items.push_back(&item);
        }
    }
    return items;
}

/// The text of a CodeableConcept, otherwise the name of its first code.
std::string text_of_concept(const Value* concept_value) {
    if (concept_value == nullptr) {
        return {};
    }
    if (auto text = concept_value->text_at("text"); !text.empty()) {
        return text;
    }
    const auto* const coding = first_of(*concept_value, "coding");
    return coding == nullptr ? std::string{} : coding->text_at("display");
}

std::string narrative_of(const Value& element) {
    const auto* const text = element.find("text");
    return text == nullptr ? std::string{} : text_of_narrative(text->text_at("div"));
}

class FhirReader {
  public:
    FhirReader(const Value& file, const std::string& source) : source_(source) { collect(file); }

    ReadReply read() {
        if (const auto* const report = find("DiagnosticReport")) {
            take_report(*report);
        } else if (const auto* const composition = find("Composition")) {
            take_composition(*composition);
        } else {
            throw Refused(
                source_ + ": the file has no DiagnosticReport and no Composition",
                "record the report yourself: praxis referral reply REFERRAL --final"
            );
        }
        take_documents();
        return std::move(read_);
    }

  private:
    void collect(const Value& file) {
        if (file.text_at("resourceType") != "Bundle") {
            resources_.push_back(&file);
            return;
        }
        for (const auto* const entry : items_of(file, "entry")) {
            if (const auto* const resource = entry->find("resource")) {
                urls_.emplace_back(entry->text_at("fullUrl"), resource);
                resources_.push_back(resource);
            }
        }
    }

    [[nodiscard]] const Value* find(std::string_view type) const {
        const auto found =
            std::find_if(resources_.begin(), resources_.end(), [type](const Value* resource) {
                return resource->text_at("resourceType") == type;
            });
        return found == resources_.end() ? nullptr : *found;
    }

    [[nodiscard]] const Value* referred(const Value* reference) const {
        const auto url = reference == nullptr ? std::string{} : reference->text_at("reference");
        for (const auto& [full, resource] : urls_) {
            const auto short_url =
                resource->text_at("resourceType") + "/" + resource->text_at("id");
            if (!url.empty() && (url == full || url == short_url)) {
                return resource;
            }
        }
        return nullptr;
    }

    /// The name that the reference shows, otherwise that of the person or body.
    [[nodiscard]] std::string name_of(const Value* reference) const {
        if (reference == nullptr) {
            return {};
        }
        if (auto shown = reference->text_at("display"); !shown.empty()) {
            return shown;
        }
        const auto* const person = referred(reference);
        if (person == nullptr) {
            return {};
        }
        const auto* const name = first_of(*person, "name");
        if (name == nullptr) {
            return person->text_at("name"); // of an Organization
        }
        if (auto text = name->text_at("text"); !text.empty()) {
            return text;
        }
        auto parts = name->texts_at("prefix");
        for (auto& given : name->texts_at("given")) {
            parts.push_back(std::move(given));
        }
        parts.push_back(name->text_at("family"));
        return trim(join(parts, " "));
    }

    void
    take_head(const Value& resource, const char* author, std::initializer_list<const char*> days) {
        read_.reply.author = on_one_line(name_of(first_of(resource, author)));
        for (const auto* const member : days) {
            const auto day = Date::from_iso(resource.text_at(member).substr(0, 10));
            if (day && !read_.reply.dated_on) {
                read_.reply.dated_on = day;
            }
        }
    }

    void take_report(const Value& report) {
        take_head(report, "performer", {"effectiveDateTime", "issued"});
        auto& reply = read_.reply;
        const bool is_final = report.text_at("status") != "preliminary";
        auto& diagnosis = is_final ? reply.final_diagnosis : reply.presumed_diagnosis;
        add_text(diagnosis, trim(report.text_at("conclusion")));
        for (const auto* const code : items_of(report, "conclusionCode")) {
            add_text(diagnosis, text_of_concept(code));
        }
        for (const auto* const result : items_of(report, "result")) {
            add_observation(referred(result));
        }
        if (!reply.findings && !diagnosis) {
            add_text(reply.findings, narrative_of(report));
        }
        for (const auto* const form : items_of(report, "presentedForm")) {
            take_attachment(*form);
        }
    }

    void add_observation(const Value* observation) {
        if (observation == nullptr) {
            return;
        }
        auto text = text_of_concept(observation->find("code"));
        auto value = observation->text_at("valueString");
        if (const auto* const quantity = observation->find("valueQuantity")) {
            const auto* const number = quantity->find("value");
            value =
                trim((number == nullptr ? "" : number->plain()) + " " + quantity->text_at("unit"));
        }
        if (value.empty()) {
            value = text_of_concept(observation->find("valueCodeableConcept"));
        }
        add_text(read_.reply.findings, value.empty() ? text : text + ": " + value);
    }

    void take_composition(const Value& composition) {
        take_head(composition, "author", {"date"});
        take_sections(composition);
    }

    void take_sections(const Value& parent) {
        for (const auto* const section : items_of(parent, "section")) {
            take_section(*section);
            take_sections(*section);
        }
    }

    void take_section(const Value& section) {
        const auto text = narrative_of(section);
        const auto* const code = section.find("code");
        const auto* const coding = code == nullptr ? nullptr : first_of(*code, "coding");
        const auto loinc = coding == nullptr ? std::string{} : coding->text_at("code");
        if (text.empty() || loinc == our_question) {
            return;
        }
        for (const auto& [known, field] : section_fields) {
            if (known == loinc) {
                add_text(read_.reply.*field, text);
                return;
            }
        }
        const auto title = on_one_line(section.text_at("title"));
        add_text(read_.reply.findings, title.empty() ? text : title + ": " + text);
    }

    void take_documents() {
        for (const auto* const resource : resources_) {
            if (resource->text_at("resourceType") != "DocumentReference") {
                continue;
            }
            for (const auto* const content : items_of(*resource, "content")) {
                if (const auto* const attachment = content->find("attachment")) {
                    take_attachment(*attachment);
                }
            }
        }
    }

    /// Only a document inside of the file: praxis fetches nothing.
    void take_attachment(const Value& attachment) {
        const auto type = attachment.text_at("contentType");
        const bool is_known =
            type == "application/pdf" || type == "image/jpeg" || type == "image/png";
        auto bytes = from_base64(attachment.text_at("data"));
        if (is_known && bytes && !bytes->empty()) {
            const auto title = on_one_line(attachment.text_at("title"));
            const auto ending = type.substr(type.find('/') + 1);
            read_.files.push_back({title.empty() ? "report." + ending : title, std::move(*bytes)});
        }
    }

    std::string source_;
    std::vector<const Value*> resources_;
    std::vector<std::pair<std::string, const Value*>> urls_;
    ReadReply read_;
};

} // namespace

bool is_fhir(const Value& file) {
    return !file.text_at("resourceType").empty();
}

ReadReply reply_from_fhir(const Value& file, const std::string& source) {
    return FhirReader{file, source}.read();
}

} // namespace praxis::referrals
