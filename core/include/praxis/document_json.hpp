// SPDX-License-Identifier: MIT
/// A document as JSON and back, without loss: what `--as json` writes, and what a plugin stores so
/// that a document renders the same in later years.
///
///   {"title": ..., "subtitle": ..., "letterhead": [...], "footer": ..., "watermark": ...,
///    "language": ..., "author": ..., "created": "2026-11-20T14:30:00+01:00",
///    "blocks": [{"is": "heading", "level": 1, "text": ...}, ...]}
///
/// The member "is" names the kind of a block, the others are those of its type in
/// <praxis/document.hpp>.
#pragma once
#include <praxis/abi.h>
#include <praxis/document.hpp>
#include <praxis/value.hpp>

#include <vector>

namespace praxis {

PRAXIS_API Value value_from_document(const Document& document);
PRAXIS_API Value value_from_blocks(const std::vector<Block>& blocks);

/// Members that are absent, or of another type, are empty.
/// errors  Refused for a kind of block, a tone or a date that this version does not know
PRAXIS_API Document document_from_value(const Value& value);
PRAXIS_API std::vector<Block> blocks_from_value(const Value& value);

} // namespace praxis
