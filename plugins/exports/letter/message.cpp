// SPDX-License-Identifier: MIT
#include "letter/message.hpp"

#include <praxis/base64.hpp>
#include <praxis/text.hpp>

#include <cstddef>
#include <string_view>
#include <vector>

namespace praxis::exports {
namespace {

constexpr auto line_end = "\r\n";

/// At most 76 characters in a line (RFC 2045, 6.8).
std::string base64_lines(std::string_view bytes) {
    constexpr std::size_t bytes_in_line = 57;
    std::string text;
    for (std::size_t at = 0; at < bytes.size(); at += bytes_in_line) {
        text += to_base64(bytes.substr(at, bytes_in_line)) + line_end;
    }
    return text;
}

/// A name in encoded words of at most 75 characters, which never part a character (RFC 2047, 2, 5).
std::string encoded_name(std::string_view name) {
    constexpr std::size_t most_bytes = 45;
    std::vector<std::string> words(1);
    for (std::size_t at = 0; at < name.size();) {
        const auto begin = at;
        next_code_point(name, at);
        if (words.back().size() + at - begin > most_bytes) {
            words.emplace_back();
        }
        words.back() += name.substr(begin, at - begin);
    }
    for (auto& word : words) {
        word = "=?UTF-8?B?" + to_base64(word) + "?=";
    }
    return join(words, std::string{line_end} + " ");
}

std::string written(const Mailbox& mailbox) {
    return encoded_name(mailbox.name) + line_end + " <" + mailbox.address + ">";
}

/// Each line feed as the pair that ends a line in mail (RFC 2045, 6.8).
std::string with_line_ends(std::string_view text) {
    return join(split(text, '\n'), line_end);
}

std::string header(std::string_view name, const std::string& value) {
    return std::string{name} + ": " + value + line_end;
}

} // namespace

std::string write_message(const MailMessage& message) {
    std::string text;
    if (!message.from.address.empty()) {
        text += header("From", written(message.from));
    }
    text += header("To", written(message.to));
    text += header("Subject", message.subject);
    text += header("X-Unsent", "1"); // mail programs open the message as a draft
    text += header("MIME-Version", "1.0");
    text += header(
        "Content-Type",
        std::string{"multipart/mixed;"} + line_end + " boundary=\"" + message.boundary + "\""
    );
    text += line_end;
    const auto begin_part = "--" + message.boundary + line_end;
    text += begin_part;
    text += header("Content-Type", "text/plain; charset=utf-8");
    text += header("Content-Transfer-Encoding", "base64");
    text += line_end + base64_lines(with_line_ends(message.text));
    text += begin_part;
    text += header("Content-Type", message.media_type);
    text += header("Content-Transfer-Encoding", "base64");
    text += header("Content-Disposition", "attachment; filename=\"" + message.file_name + "\"");
    text += line_end + base64_lines(message.file);
    return text + "--" + message.boundary + "--" + line_end;
}

} // namespace praxis::exports
