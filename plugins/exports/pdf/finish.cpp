// SPDX-License-Identifier: MIT
#include "pdf/finish.hpp"

#include <praxis/error.hpp>

#include <cstddef>
#include <qpdf/qpdf-c.h>

namespace praxis::exports::pdf {
namespace {

/// qpdf through its C interface: clang 14 cannot read the C++ one of qpdf 11 as C++20.
class File {
  public:
    using Object = qpdf_oh;

    explicit File(const std::string& bytes) : data_(qpdf_init()) {
        qpdf_silence_errors(data_);
        qpdf_set_suppress_warnings(data_, QPDF_TRUE);
        qpdf_read_memory(data_, "document", bytes.data(), bytes.size(), nullptr);
        check();
    }

    ~File() { qpdf_cleanup(&data_); }

    File(const File&) = delete;
    File& operator=(const File&) = delete;

    [[nodiscard]] Object catalog() const { return qpdf_get_root(data_); }

    [[nodiscard]] Object dictionary() const { return qpdf_oh_new_dictionary(data_); }

    [[nodiscard]] Object get(Object object, const char* key) const {
        return qpdf_oh_get_key(data_, object, key);
    }

    void set(Object object, const char* key, Object value) {
        qpdf_oh_replace_key(data_, object, key, value);
    }

    void set_text(Object object, const char* key, const std::string& text) {
        set(object, key, qpdf_oh_new_unicode_string(data_, text.c_str()));
    }

    void set_name(Object object, const char* key, const char* name) {
        set(object, key, qpdf_oh_new_name(data_, name));
    }

    void set_true(Object object, const char* key) {
        set(object, key, qpdf_oh_new_bool(data_, QPDF_TRUE));
    }

    [[nodiscard]] bool is_dictionary(Object object) const {
        return qpdf_oh_is_dictionary(data_, object) != 0;
    }

    /// "/TR", "/P" ...; empty when it is not an element of the structure.
    [[nodiscard]] std::string kind_of(Object element) const {
        if (!is_dictionary(element)) {
            return {};
        }
        const auto name = get(element, "/S");
        return qpdf_oh_is_name(data_, name) != 0 ? qpdf_oh_get_name(data_, name) : std::string{};
    }

    [[nodiscard]] std::vector<Object> children_of(Object element) const {
        const auto children = get(element, "/K");
        std::vector<Object> elements;
        const auto add = [&](Object child) {
            if (!kind_of(child).empty()) {
                elements.push_back(child);
            }
        };
        if (qpdf_oh_is_array(data_, children) == 0) {
            add(children);
            return elements;
        }
        const int count = qpdf_oh_get_array_n_items(data_, children);
        for (int i = 0; i < count; ++i) {
            add(qpdf_oh_get_array_item(data_, children, i));
        }
        return elements;
    }

    std::string write() {
        qpdf_init_write_memory(data_);
        check();
        qpdf_set_deterministic_ID(data_, QPDF_TRUE);
        qpdf_write(data_);
        check();
        const auto* bytes = qpdf_get_buffer(data_);
        return {reinterpret_cast<const char*>(bytes), qpdf_get_buffer_length(data_)};
    }

  private:
    void check() {
        if (qpdf_has_error(data_) != 0) {
            throw PluginError(
                std::string{"praxis could not finish the PDF: "} +
                    qpdf_get_error_full_text(data_, qpdf_get_error(data_)),
                "export it as HTML: --as html"
            );
        }
    }

    qpdf_data data_;
};

/// Walks the structure and completes each element.
class Structure {
  public:
    Structure(File& file, const std::vector<std::string>& alternatives)
        : file_(file), alternatives_(alternatives) {}

    void visit(File::Object element) {
        const auto kind = file_.kind_of(element);
        if (kind == "/Figure" && figure_ < alternatives_.size()) {
            file_.set_text(element, "/Alt", alternatives_[figure_++]);
        }
        const auto children = file_.children_of(element);
        if (kind == "/TR") {
            scope_heads(children);
        }
        for (const auto child : children) {
            visit(child);
        }
    }

  private:
    /// Heads alone in a row are heads of columns; a head beside cells is the head of its row.
    void scope_heads(const std::vector<File::Object>& cells) {
        bool heads_only = true;
        for (const auto cell : cells) {
            heads_only = heads_only && file_.kind_of(cell) == "/TH";
        }
        for (const auto cell : cells) {
            if (file_.kind_of(cell) == "/TH") {
                const auto attributes = file_.dictionary();
                file_.set_name(attributes, "/O", "/Table");
                file_.set_name(attributes, "/Scope", heads_only ? "/Column" : "/Row");
                file_.set(cell, "/A", attributes);
            }
        }
    }

    File& file_;
    const std::vector<std::string>& alternatives_;
    std::size_t figure_ = 0;
};

} // namespace

std::string finish(
    const std::string& drawn,
    const std::string& language,
    const std::vector<std::string>& alternatives
) {
    File file{drawn};
    const auto catalog = file.catalog();
    file.set_text(catalog, "/Lang", language);
    const auto preferences = file.dictionary();
    file.set_true(preferences, "/DisplayDocTitle");
    file.set(catalog, "/ViewerPreferences", preferences);
    const auto structure = file.get(catalog, "/StructTreeRoot");
    if (file.is_dictionary(structure)) {
        Structure{file, alternatives}.visit(structure);
    }
    return file.write();
}

} // namespace praxis::exports::pdf
