// SPDX-License-Identifier: MIT
/// A typed view of a note's header: client, therapist, practice, complaint and conditions, as they
/// were at its signing or, for a draft, as they are now. It owns nothing; the header must outlive
/// it. What is absent, null or of another kind reads as an empty text.
#pragma once
#include <praxis/value.hpp>

#include <string>
#include <string_view>

namespace praxis::soap {

class NoteHeader {
  public:
    explicit NoteHeader(const Value& header) : header_(&header) {}

    explicit NoteHeader(const Value&& header) = delete;

    /// A text of the part, such as "full_name" of the client.
    [[nodiscard]] std::string client(std::string_view key) const { return text("client", key); }

    [[nodiscard]] std::string therapist(std::string_view key) const {
        return text("therapist", key);
    }

    [[nodiscard]] std::string practice(std::string_view key) const { return text("practice", key); }

    [[nodiscard]] std::string complaint(std::string_view key) const {
        return text("complaint", key);
    }

    [[nodiscard]] std::string signer(std::string_view key) const { return text("signer", key); }

    /// When the note was entered: an ISO time with its offset.
    [[nodiscard]] std::string entered() const { return header_->text_at("entered"); }

    /// Whether the client was asked about pre-existing conditions; there may be none.
    [[nodiscard]] bool knows_conditions() const;

    /// What the safety checks found when the note was signed.
    [[nodiscard]] const Value::Array& findings() const;

    /// Whether it has every part that signing puts in.
    [[nodiscard]] bool is_whole() const;

    /// A part itself: null when it is absent.
    [[nodiscard]] const Value& part(std::string_view name) const;

  private:
    [[nodiscard]] std::string text(std::string_view name, std::string_view key) const {
        return part(name).text_at(key);
    }

    const Value* header_;
};

} // namespace praxis::soap
