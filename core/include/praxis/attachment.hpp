// SPDX-License-Identifier: MIT
/// Files from elsewhere that belong to a record: the report of a chiropractor, a signed form, a
/// photograph. They are in the practice's file, so they are encrypted, backed up and erased with
/// it.
#pragma once
#include <praxis/date.hpp>
#include <praxis/id.hpp>
#include <praxis/session.hpp>
#include <praxis/value.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace praxis {

struct Attachment {
    AttachmentId id;
    std::string uuid;
    ClientId client;
    std::string owner;      // the record as praxis prints it: "R-0001"
    std::string name;       // of the file, without its folder
    std::string media_type; // "application/pdf", "image/jpeg", "image/png"
    std::int64_t size = 0;  // bytes
    std::string digest;     // BLAKE2b-256
    ZonedTime added;
};

/// Stores the file that the user named, and reports its number.
/// limits  16 MiB; PDF, JPEG or PNG by its content
/// errors  Refused: another type, empty, too large, not readable
PRAXIS_API Attachment
attach_file(Session& session, ClientId client, const std::string& owner, const std::string& path);

/// The same for bytes that came another way, such as in a bundle, with the name of their file.
PRAXIS_API Attachment attach_bytes(
    Session& session,
    ClientId client,
    const std::string& owner,
    const std::string& name,
    const std::string& bytes
);

/// The attachments of a record, oldest first.
PRAXIS_API std::vector<Attachment> attachments_of(Session& session, const std::string& owner);

/// The bytes of the file.
PRAXIS_API std::string attachment_bytes(Session& session, AttachmentId id);

/// For --json: everything but the bytes.
PRAXIS_API Value attachment_value(const Attachment& attachment);

} // namespace praxis
