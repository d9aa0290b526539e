// SPDX-License-Identifier: MIT
/// Documents as files. A format is an extension point: a plugin that contributes a Renderer, and
/// names it in its plugin.toml under [contributes], adds the format to `praxis export formats`, to
/// `--as` and the file endings of every command that exports, and to the shell's completion.
#pragma once
#include <praxis/abi.h>
#include <praxis/document.hpp>
#include <praxis/session.hpp>

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace praxis {

struct Completing;

enum class Paper { a4, letter };

/// Turns a document into the bytes of a format. The texts are harmless when it is called: UTF-8
/// without hidden characters, and without control characters but line feeds. The renderer escapes
/// the characters that its format reads as markup. The same document gives the same bytes.
struct Renderer {
    static constexpr std::string_view id = "renderer/1";
    std::string name;       // "html": the value of --as, and the ending of the file's name
    std::string media_type; // "text/html"
    std::string summary;    // for `praxis export formats`: "one page for a browser"
    bool is_text = true;    // no: praxis writes it to a file or a pipe, never to a terminal
    std::function<std::string(const Document&, Paper)> render;
    /// The rendered bytes, encrypted with the passphrase; empty: the format has no encryption.
    std::function<std::string(const std::string& bytes, const std::string& passphrase)> protect =
        {};
};

/// The names of all formats: txt, md and json of the core, then those that plugins name in their
/// manifests. Loads no plugin.
PRAXIS_API std::vector<std::string> document_formats(Session& session);

/// The same for the shell's completion: .completed_by(complete_document_format).
PRAXIS_API std::vector<std::string> complete_document_format(const Completing& half);

/// All renderers, the core's first, each name once; loads their plugins. For a list that describes
/// the formats.
PRAXIS_API Contributions<Renderer> all_renderers(Session& session);

/// The renderer of that name; loads only its plugin.
/// errors  UsageError with the formats that exist; PluginError when the plugin cannot be loaded
PRAXIS_API const Renderer& get_renderer(Session& session, std::string_view format);

/// The format that the ending of a file's name asks for: "letter.PDF" is "pdf", ".htm" is "html".
/// Empty when the name has no ending. Whether the format exists is for get_renderer().
PRAXIS_API std::string format_of_file(std::string_view path);

/// The document in that format.
/// errors  as get_renderer()
PRAXIS_API std::string
render_document(Session& session, Document document, std::string_view format, Paper paper);

/// For a command that may write to a terminal.
/// of      the noun for the example: "letter"
/// errors  UsageError when the format is binary
PRAXIS_API void require_text_format(const Renderer& renderer, std::string_view of);

/// The paper of the setting `paper`: "a4" or "letter".
/// errors  Refused for another value
PRAXIS_API Paper configured_paper(Session& session);

/// The paper of an option --paper with these two choices; the configured one without it.
PRAXIS_API Paper choose_paper(Session& session, const std::optional<std::string>& size);

} // namespace praxis
