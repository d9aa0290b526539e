// SPDX-License-Identifier: MIT
#include "sign/note_checks.hpp"

#include "note/note_index_queries.hpp"
#include "note/note_keeping_queries.hpp"
#include "note/note_stored_queries.hpp"
#include "sign/signed_bytes.hpp"

#include <praxis/digest.hpp>
#include <praxis/error.hpp>

#include <map>
#include <utility>

namespace praxis::soap {
namespace {

class SignatureCheck {
  public:
    explicit SignatureCheck(SQLite::Database& db)
        : db_(db), gaps_are_known_(somebody_was_erased(db)) {}

    void note(const StoredSigned& stored) {
        const auto bytes = signed_bytes(stored);
        if (!holds(stored.seal, bytes) || !is_key(stored.seal.public_key, stored.signer) ||
            digest_of(bytes) != stored.digest) {
            findings_.push_back(stored.id.str() + " is not what was signed");
        }
        const bool follows = stored.number == last_.number + 1 && stored.previous == last_.digest;
        if (!follows && !gaps_are_known_) {
            findings_.push_back("a signed note is missing before " + stored.id.str());
        }
        last_ = {stored.number, stored.digest};
    }

    void cosignature(const StoredCosignature& stored) {
        const auto& [uuid, digest, cosignature] = stored;
        if (!holds(cosignature.seal, cosigned_bytes(uuid, digest, cosignature)) ||
            !is_key(cosignature.seal.public_key, cosignature.signer)) {
            findings_.push_back("a co-signature of " + cosignature.note.str() + " is not genuine");
        }
    }

    std::vector<std::string> take() { return std::move(findings_); }

  private:
    /// A practice has few keys.
    bool is_key(const std::string& public_key, UserId user) {
        const auto [found, is_new] = keys_.try_emplace({public_key, user.number});
        if (is_new) {
            found->second = is_key_of(db_, public_key, user);
        }
        return found->second;
    }

    SQLite::Database& db_;
    bool gaps_are_known_;
    LastSigning last_;
    std::map<std::pair<std::string, std::int64_t>, bool> keys_;
    std::vector<std::string> findings_;
};

/// Compares bodies with their columns and with the regions, which come in the same order.
class DerivedCheck {
  public:
    explicit DerivedCheck(SQLite::Database& db) : regions_(db) {}

    void note(const StoredBody& stored) {
        report_regions_before(stored.id);
        const auto regions =
            regions_.note() == stored.id ? regions_.next() : std::vector<NoteRegion>{};
        try {
            const auto body = parse_json(stored.body, "the body of " + stored.id.str());
            if (columns_of(body) != stored.columns) {
                findings_.push_back(
                    stored.id.str() + (stored.is_signed ? " is not what was signed: " : ": ") +
                    "its columns do not agree with it"
                );
            }
            if (regions_of(body) != regions) {
                findings_.push_back("the regions of " + stored.id.str() + " do not agree with it");
            }
        } catch (const Refused& error) {
            findings_.emplace_back(error.what());
        }
    }

    /// Regions of notes that do not exist; nothing: of all that are left.
    void report_regions_before(std::optional<NoteId> note) {
        while (regions_.note() && (!note || *regions_.note() < *note)) {
            findings_.push_back(
                "there are regions of " + regions_.note()->str() + ", which does not exist"
            );
            regions_.next();
        }
    }

    std::vector<std::string> take() { return std::move(findings_); }

  private:
    StoredRegions regions_;
    std::vector<std::string> findings_;
};

void check_templates(SQLite::Database& db, std::vector<std::string>& findings) {
    for (const auto& changed : changed_templates(db)) {
        findings.push_back("the template " + changed + " was changed outside praxis");
    }
    for (const auto& note : notes_without_templates(db)) {
        findings.push_back("the templates of " + note.str() + " are missing");
    }
}

} // namespace

std::vector<std::string> check_signatures(Session& session) {
    SignatureCheck check{session.db()};
    for_each_signed(session.db(), [&check](const auto& stored) { check.note(stored); });
    for_each_cosignature(session.db(), [&check](const auto& stored) { check.cosignature(stored); });
    return check.take();
}

std::vector<std::string> check_derived(Session& session) {
    DerivedCheck check{session.db()};
    for_each_body(session.db(), [&check](const auto& stored) { check.note(stored); });
    check.report_regions_before(std::nullopt);
    auto findings = check.take();
    check_templates(session.db(), findings);
    const auto is_right = are_words_right(session.db());
    if (!is_right) {
        session.report(
            "the full-text index was not compared with the notes: another command is writing, or "
            "the medium is read-only"
        );
    } else if (!*is_right) {
        findings.emplace_back("the full-text index does not agree with the notes");
    }
    return findings;
}

} // namespace praxis::soap
