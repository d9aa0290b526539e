// SPDX-License-Identifier: MIT
/// An e-mail message with one attachment.
#pragma once
#include <string>

namespace praxis::exports {

struct Mailbox {
    std::string name;    // in any script
    std::string address; // ASCII; empty: left out
};

struct MailMessage {
    Mailbox from;
    Mailbox to;
    std::string subject;   // ASCII
    std::string text;      // UTF-8, lines end with a line feed
    std::string file_name; // ASCII, without quotation marks
    std::string media_type;
    std::string file;     // bytes
    std::string boundary; // occurs in no part: a UUID
};

/// The message as a file for a mail program, which opens it as a draft (X-Unsent).
/// source  RFC 5322, RFC 2045 (base64), RFC 2046 (multipart/mixed), RFC 2047 (names in any script)
std::string write_message(const MailMessage& message);

} // namespace praxis::exports
