// SPDX-License-Identifier: MIT
#include "letter/letter_file.hpp"

#include "consent.hpp"
#include "letter/letter.hpp"

#include <praxis/document_json.hpp>
#include <praxis/error.hpp>
#include <praxis/text.hpp>

#include <algorithm>
#include <utility>

namespace praxis::referrals {
namespace {

Letter read_letter(Session& session, const Referral& referral) {
    const auto provider = get_provider(session.db(), referral.provider);
    Letter letter;
    letter.referral = referral.id;
    letter.client = referral.client;
    // A sent letter stays as it was: what happens to the referral later is not part of it.
    const auto sent = find_letter(session.db(), referral.id);
    letter.state = sent ? "sent" : referral.state;
    letter.complaint = referral.complaint;
    letter.email = provider.email.value_or("");
    letter.document = current_letter(session, referral).document;
    auto recipient = recipient_of(provider);
    if (sent) {
        recipient = {sent->recipient, sent->recipient_address.value_or("")};
    }
    letter.recipient = std::move(recipient.name);
    letter.recipient_address = std::move(recipient.address);
    return letter;
}

/// The letter and nothing else: the rest of the record stays in the practice.
std::string letter_as_json(const Letter& letter) {
    const Value value = Value::Object{
        {"format", "praxis-letter"},
        {"version", 1},
        {"referral", letter.referral.str()},
        {"client", letter.client.str()},
        {"state", letter.state},
        {"recipient", letter.recipient},
        {"recipient_address", letter.recipient_address},
        {"letter", value_from_document(letter.document)}};
    return to_json(value, 2) + "\n";
}

std::string bytes_in(
    Session& session,
    const RecordOutput& output,
    const std::string& format,
    const Referral& referral,
    const LetterFormat* own
) {
    if (const auto kept = find_kept_letter(session.db(), referral.id, format)) {
        return *kept;
    }
    auto letter = read_letter(session, referral);
    if (own != nullptr) {
        if (own->is_kept && find_sent_day(session.db(), referral.id)) {
            session.report(
                "the " + format +
                " was not kept when the letter was sent: this one is made from "
                "the record as it is now"
            );
        }
        return own->bytes(session, letter, output);
    }
    if (format == "json") {
        return letter_as_json(letter);
    }
    session.progress("making the " + format, 0, 0);
    return render_document(
        session, std::move(letter.document), format, choose_paper(session, output.paper)
    );
}

/// errors  Refused: the letter was not sent, or the client no longer agrees; UsageError for another
///         recipient
void address_to_receiver(
    Session& session, const RecordOutput& output, const Referral& referral, RecordCopy& copy
) {
    if (output.recipient) {
        throw UsageError("this file is addressed to the receiver", "leave out --recipient");
    }
    const auto sent = find_letter(session.db(), referral.id);
    if (!sent) {
        throw Refused(
            referral.id.str() + " was not sent yet",
            is_incoming(referral) || referral.state == "ready"
                ? "praxis referral send " + referral.id.str()
                : "praxis referral show " + referral.id.str()
        );
    }
    const auto provider = get_provider(session.db(), referral.provider);
    if (!find_sharing_consent(session, referral.client, provider, session.today())) {
        throw Refused(
            "the client's consent to share the record does not include " + provider.id.str(),
            "praxis consent record " + referral.client.str() + " --kind share --to " +
                provider.id.str()
        );
    }
    copy.recipient = sent->recipient;
    copy.purpose = "treatment";
}

std::string choose_format(Session& session, const RecordOutput& output) {
    const auto own = session.contributed_names(LetterFormat::id);
    const auto has = [](const std::vector<std::string>& formats, const std::string& name) {
        return std::find(formats.begin(), formats.end(), name) != formats.end();
    };
    const auto asked = output.as.value_or(format_of_file(output.output.value_or("")));
    if (has(own, asked)) {
        return asked;
    }
    if (const auto rendered = document_formats(session); !asked.empty() && !has(rendered, asked)) {
        throw UsageError(
            "a letter cannot be written as '" + visible(asked) + "'",
            "choose from: --as " + join(rendered, ", ") + ", " + join(own, ", ")
        );
    }
    return choose_document_format(session, output, "letter");
}

} // namespace

File write_letter_file(Session& session, const RecordOutput& output, const Referral& referral) {
    check_record_output(output);
    const auto format = choose_format(session, output);
    const auto* const own = session.find<LetterFormat>(format);
    RecordCopy copy{
        .client = referral.client,
        .what = "letter of " + referral.id.str() + " (" + referral.state + ")"};
    if (own != nullptr && own->to_receiver) {
        address_to_receiver(session, output, referral, copy);
    }
    File file;
    file.bytes = bytes_in(session, output, format, referral, own);
    file.path = output.output.value_or("-");
    file.overwrite = output.force;
    file.data = Value::Object{
        {"file", file.path},
        {"as", format},
        {"referral", referral.id.str()},
        {"client", referral.client.str()},
        {"state", referral.state}};
    disclose_file(session, output, copy, format, file);
    return file;
}

void keep_formats(Session& session, const Referral& referral) {
    const auto formats = session.all<LetterFormat>();
    for (const auto& missing : formats.unavailable) {
        session.report(
            "the letter is not kept in the formats of the plugin '" + missing.plugin +
            "', which cannot be loaded: " + missing.reason
        );
    }
    const auto letter = read_letter(session, referral);
    Value::Object kept;
    for (const auto* const format : formats.items) {
        if (format->is_kept) {
            kept.emplace_back(format->name, format->bytes(session, letter, {}));
        }
    }
    keep_letter_formats(session.db(), referral.id, std::move(kept));
}

} // namespace praxis::referrals
