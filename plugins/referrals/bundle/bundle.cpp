// SPDX-License-Identifier: MIT
#include "bundle/bundle.hpp"

#include <praxis/base64.hpp>
#include <praxis/digest.hpp>
#include <praxis/error.hpp>
#include <praxis/text.hpp>

#include <algorithm>
#include <utility>

namespace praxis::referrals {
namespace {

Value value_of(const BundleFile& file) {
    return Value::Object{
        {"name", file.name},
        {"media_type", file.media_type},
        {"digest", digest_of(file.bytes)},
        {"bytes", to_base64(file.bytes)}};
}

Value content_of(const Bundle& bundle) {
    Value::Array files;
    for (const auto& file : bundle.files) {
        files.push_back(value_of(file));
    }
    return Value::Object{
        {"format", bundle_kind.format},
        {"kind", bundle.kind},
        {"uuid", bundle.uuid},
        {"made_at", bundle.made_at},
        {"practice", bundle.practice},
        {"author", bundle.author},
        {"client", bundle.client},
        {"referral", bundle.referral},
        {"report", bundle.report},
        {"message", bundle.message},
        {"files", std::move(files)}};
}

/// "019a9f6e-7c00-7000-8000-000000000001".
bool is_uuid(std::string_view text) {
    constexpr std::string_view form = "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx";
    return text.size() == form.size() &&
           std::equal(text.begin(), text.end(), form.begin(), [](char letter, char expected) {
               return expected == '-'
                          ? letter == '-'
                          : (letter >= '0' && letter <= '9') || (letter >= 'a' && letter <= 'f');
           });
}

class BundleReader {
  public:
    explicit BundleReader(const std::string& path) : path_(path) {}

    Bundle read(std::string_view text) {
        const auto root = parse(text);
        const auto& content = object_in(root, "content");
        const auto& signature = object_in(root, "signature");
        Bundle bundle;
        bundle.signature = {signature.text_at("public_key"), signature.text_at("value")};
        if (!holds(bundle.signature, to_canonical_json(content))) {
            refuse("its signature does not belong to its content");
        }
        bundle.kind = content.text_at("kind");
        if (content.text_at("format") != bundle_kind.format ||
            (bundle.kind != "referral" && bundle.kind != "report")) {
            refuse("this version of praxis does not know its kind");
        }
        bundle.uuid = text_in(content, "uuid");
        bundle.made_at = text_in(content, "made_at");
        bundle.practice = object_in(content, "practice");
        bundle.author = object_in(content, "author");
        bundle.client = object_in(content, "client");
        bundle.referral = object_in(content, "referral");
        bundle.message = object_in(content, "message");
        if (bundle.kind == "report") {
            bundle.report = object_in(content, "report");
        }
        read_files(content, bundle.files);
        check_names(bundle);
        return bundle;
    }

  private:
    [[noreturn]] void refuse(const std::string& reason) const {
        throw Refused(
            path_ + " cannot be imported: " + reason, "ask the sender for another copy of the file"
        );
    }

    [[nodiscard]] Value parse(std::string_view text) const {
        try {
            return parse_json(text, path_, most_sealed_bytes);
        } catch (const Error&) {
            refuse("its content is not JSON");
        }
    }

    [[nodiscard]] const Value& object_in(const Value& table, const char* key) const {
        const auto* const found = table.find(key);
        if (found == nullptr || !found->is_object()) {
            refuse(std::string{"'"} + key + "' is missing");
        }
        return *found;
    }

    [[nodiscard]] std::string text_in(const Value& table, const char* key) const {
        auto text = trim(table.text_at(key));
        if (text.empty()) {
            refuse(std::string{"'"} + key + "' is missing");
        }
        return text;
    }

    void read_files(const Value& content, std::vector<BundleFile>& files) const {
        const auto* const list = content.find("files");
        if (list == nullptr || !list->is_array()) {
            refuse("'files' is missing");
        }
        for (const auto& one : list->as_array()) {
            auto bytes = from_base64(one.text_at("bytes"));
            if (!bytes || digest_of(*bytes) != one.text_at("digest")) {
                refuse("a file in it differs from its digest");
            }
            files.push_back({text_in(one, "name"), text_in(one, "media_type"), std::move(*bytes)});
        }
    }

    void check_uuid(const std::string& text) const {
        if (!is_uuid(text)) {
            refuse("a UUID in it has another form");
        }
    }

    /// What an import cannot do without.
    void check_names(const Bundle& bundle) const {
        check_uuid(bundle.uuid);
        check_uuid(bundle.author.text_at("uuid"));
        check_uuid(bundle.referral.text_at("uuid"));
        static_cast<void>(text_in(bundle.practice, "name"));
        static_cast<void>(text_in(bundle.author, "name"));
        static_cast<void>(text_in(bundle.client, "full_name"));
        static_cast<void>(text_in(bundle.referral, "question"));
    }

    std::string path_;
};

} // namespace

std::string write_bundle(Session& session, const Bundle& bundle) {
    const auto content = content_of(bundle);
    const auto signature = session.sign(to_canonical_json(content));
    return to_json(Value::Object{
        {"content", content},
        {"signature",
         Value::Object{{"public_key", signature.public_key}, {"value", signature.value}}}});
}

Bundle read_bundle(std::string_view text, const std::string& path) {
    return BundleReader{path}.read(text);
}

} // namespace praxis::referrals
