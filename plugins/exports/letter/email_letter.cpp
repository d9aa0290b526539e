// SPDX-License-Identifier: MIT
#include "letter/letter_formats.hpp"
#include "letter/message.hpp"

#include <praxis/error.hpp>

#include <algorithm>
#include <string_view>

namespace praxis::exports {
namespace {

std::string text_of(const Practice& practice, const std::string& id) {
    std::string text = "The attached letter is from " + practice.name +
                       ". It is encrypted. I tell you the passphrase another way";
    text += practice.phone.empty() ? ".\n"
                                   : "; if it did not reach you, phone " + practice.phone + ".\n";
    return text + "\nReference: " + id + "\n";
}

/// What would end the address, or the line, in the head of the message.
void check_address(const std::string& address, const std::string& fix) {
    const bool is_plain = std::all_of(address.begin(), address.end(), [](char letter) {
        return letter > ' ' && letter <= '~' &&
               std::string_view{"<>(),;:\\\"[]"}.find(letter) == std::string_view::npos;
    });
    if (!is_plain) {
        throw Refused("this is no e-mail address: " + address, fix);
    }
}

std::string
bytes_of(Session& session, const referrals::Letter& letter, const RecordOutput& output) {
    if (letter.email.empty()) {
        throw Refused(
            letter.recipient + " has no e-mail address",
            "praxis provider edit PROVIDER --email \"...\"; praxis referral show " +
                letter.referral.str() + " names the provider"
        );
    }
    const auto& practice = session.practice();
    check_address(letter.email, "praxis provider edit PROVIDER --email \"...\"");
    check_address(practice.email, "praxis practice edit --email \"...\"");
    const auto id = letter.referral.str();
    const auto pdf =
        render_document(session, letter.document, "pdf", choose_paper(session, output.paper));
    return write_message({
        .from = {practice.name, practice.email},
        .to = {letter.recipient, letter.email},
        .subject = "Referral " + id,
        .text = text_of(practice, id),
        .file_name = id + ".pdf",
        .media_type = "application/pdf",
        .file = protect_file(session, "pdf", pdf),
        .boundary = "praxis-" + session.new_uuid(),
    });
}

} // namespace

referrals::LetterFormat email_letter() {
    return {.name = "eml", .to_receiver = true, .bytes = bytes_of};
}

} // namespace praxis::exports
