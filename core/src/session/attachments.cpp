// SPDX-License-Identifier: MIT
#include "session/attachments.hpp"

#include "system/files.hpp"

#include <praxis/digest.hpp>
#include <praxis/error.hpp>
#include <praxis/sql.hpp>
#include <praxis/text.hpp>

#include <array>
#include <filesystem>
#include <string_view>
#include <utility>

namespace praxis {
namespace {

constexpr std::size_t most_bytes = std::size_t{16} << 20U;

/// How a file of the type begins.
/// source  ISO 32000-1, 7.5.2; ITU-T T.81, B.1.1.3; W3C PNG, 5.2
struct FileType {
    std::string_view begin;
    std::string_view media_type;
};

constexpr std::array<FileType, 3> file_types{
    {{"%PDF-", "application/pdf"},
     {"\xFF\xD8\xFF", "image/jpeg"},
     {"\x89PNG\r\n\x1A\n", "image/png"}}};

std::string media_type_of(std::string_view bytes, const std::string& path) {
    for (const auto& type : file_types) {
        if (bytes.starts_with(type.begin)) {
            return std::string{type.media_type};
        }
    }
    if (bytes.empty()) {
        throw Refused(path + " is empty", "name the file that has the report");
    }
    throw Refused(path + " is no PDF, JPEG or PNG", "scan or print it to a PDF first");
}

const std::string columns =
    "attachment, uuid, client, owner, name, media_type, length(bytes), digest, at, at_offset";

Attachment read_attachment(SQLite::Statement& query) {
    return {
        .id = {column_number(query, 0)},
        .uuid = column_uuid(query, 1),
        .client = {column_number(query, 2)},
        .owner = column_text(query, 3),
        .name = column_text(query, 4),
        .media_type = column_text(query, 5),
        .size = column_number(query, 6),
        .digest = column_hex(query, 7),
        .added = column_zoned(query, 8)};
}

void insert_attachment(Session& session, const Attachment& attachment, const std::string& bytes) {
    auto query = statement(
        session.db(),
        "INSERT INTO core_attachment (uuid, client, owner, name, media_type, digest, at, at_offset,"
        " user, bytes) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        StoredBytes{attachment.uuid},
        attachment.client,
        attachment.owner,
        attachment.name,
        attachment.media_type,
        StoredBytes{attachment.digest},
        attachment.added.instant,
        attachment.added.offset,
        session.user().id
    );
    query.bind(10, bytes.data(), static_cast<int>(bytes.size()));
    query.exec();
}

} // namespace

Attachment
attach_file(Session& session, ClientId client, const std::string& owner, const std::string& path) {
    return attach_bytes(
        session,
        client,
        owner,
        std::filesystem::path{path}.filename().string(),
        read_whole_file(path, most_bytes)
    );
}

Attachment attach_bytes(
    Session& session,
    ClientId client,
    const std::string& owner,
    const std::string& name,
    const std::string& bytes
) {
    if (bytes.size() > most_bytes) {
        throw Refused(visible(name) + " is larger than 16 MiB", "send a smaller file");
    }
    Attachment attachment{
        .id = {},
        .uuid = session.new_uuid(),
        .client = client,
        .owner = owner,
        .name = visible(name),
        .media_type = media_type_of(bytes, visible(name)),
        .size = static_cast<std::int64_t>(bytes.size()),
        .digest = digest_of(bytes),
        .added = session.civil_now()};
    insert_attachment(session, attachment, bytes);
    attachment.id = {session.db().getLastInsertRowid()};
    session.report(attachment.id.str() + " is " + attachment.name + ", attached to " + owner);
    return attachment;
}

std::vector<Attachment> attachments_of(Session& session, const std::string& owner) {
    return all_rows(
        statement(
            session.db(),
            "SELECT " + columns + " FROM core_attachment WHERE owner = ? ORDER BY attachment",
            owner
        ),
        read_attachment
    );
}

std::vector<Attachment> all_attachments(Session& session, std::optional<ClientId> client) {
    return all_rows(
        statement(
            session.db(),
            "SELECT " + columns + " FROM core_attachment WHERE " +
                (client ? "client = ?1" : "?1 IS NULL") + " ORDER BY attachment",
            client
        ),
        read_attachment
    );
}

Attachment get_attachment(Session& session, const std::string& text) {
    const auto id = AttachmentId::parse(trim(text));
    if (!id) {
        throw UsageError("ATTACHMENT takes an id such as A-0001", "praxis attachment list");
    }
    auto found = first_row(
        statement(
            session.db(), "SELECT " + columns + " FROM core_attachment WHERE attachment = ?", *id
        ),
        read_attachment
    );
    if (!found) {
        throw NotFound("there is no attachment " + id->str(), "praxis attachment list");
    }
    session.log_access(found->client.str());
    return std::move(*found);
}

std::string attachment_bytes(Session& session, AttachmentId id) {
    return first_row(
               statement(
                   session.db(), "SELECT bytes FROM core_attachment WHERE attachment = ?", id
               ),
               [](auto& query) { return column_text(query, 0); }
    ).value_or("");
}

void remove_attachment(Session& session, AttachmentId id) {
    execute(session.db(), "DELETE FROM core_attachment WHERE attachment = ?", id);
}

Value attachment_value(const Attachment& attachment) {
    return Value::Object{
        {"id", attachment.id.str()},
        {"uuid", attachment.uuid},
        {"client", attachment.client.str()},
        {"of", attachment.owner},
        {"name", attachment.name},
        {"media_type", attachment.media_type},
        {"size", attachment.size},
        {"digest", attachment.digest},
        {"added", attachment.added.iso()}};
}

} // namespace praxis
