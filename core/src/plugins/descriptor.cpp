// SPDX-License-Identifier: MIT
#include "plugins/descriptor.hpp"

#include <praxis/error.hpp>

#include <cstring>
#include <elf.h>
#include <fstream>
#include <string_view>
#include <vector>

namespace praxis::plugins {
namespace {

/// Reads a library's file in pieces and never beyond its end.
class LibraryFile {
  public:
    explicit LibraryFile(const std::string& path) : path_(path), file_(path, std::ios::binary) {
        if (!file_) {
            fail("the file is missing");
        }
        file_.seekg(0, std::ios::end);
        size_ = static_cast<std::uint64_t>(file_.tellg());
    }

    void read(std::uint64_t offset, void* into, std::uint64_t length) {
        if (!inside(offset, length)) {
            fail("the file is truncated");
        }
        file_.seekg(static_cast<std::streamoff>(offset));
        file_.read(static_cast<char*>(into), static_cast<std::streamsize>(length));
        if (!file_) {
            fail("the file cannot be read");
        }
    }

    [[nodiscard]] bool inside(std::uint64_t offset, std::uint64_t length) const {
        return offset <= size_ && length <= size_ - offset;
    }

    [[noreturn]] void fail(const std::string& reason) const {
        throw PluginError(path_ + ": " + reason);
    }

  private:
    std::string path_;
    std::ifstream file_;
    std::uint64_t size_ = 0;
};

Elf64_Ehdr read_header(LibraryFile& file) {
    Elf64_Ehdr header{};
    if (!file.inside(0, sizeof header)) {
        file.fail("not a shared library, or truncated");
    }
    file.read(0, &header, sizeof header);
    if (std::memcmp(header.e_ident, ELFMAG, SELFMAG) != 0 || header.e_type != ET_DYN ||
        header.e_ident[EI_CLASS] != ELFCLASS64 || header.e_ident[EI_DATA] != ELFDATA2LSB ||
        header.e_shentsize != sizeof(Elf64_Shdr)) {
        file.fail("not a shared library for this kind of machine");
    }
    return header;
}

} // namespace

praxis_descriptor read_descriptor(const std::string& path) {
    LibraryFile file{path};
    const auto header = read_header(file);
    std::vector<Elf64_Shdr> sections(header.e_shnum);
    file.read(header.e_shoff, sections.data(), sections.size() * sizeof(Elf64_Shdr));
    if (header.e_shstrndx >= sections.size()) {
        file.fail("not a shared library, or truncated");
    }
    for (const auto& section : sections) {
        if (section.sh_type != SHT_NOBITS && !file.inside(section.sh_offset, section.sh_size)) {
            file.fail("the file is truncated");
        }
    }
    std::string names(sections[header.e_shstrndx].sh_size, '\0');
    file.read(sections[header.e_shstrndx].sh_offset, names.data(), names.size());
    for (const auto& section : sections) {
        if (section.sh_name < names.size() &&
            std::string_view{names.c_str() + section.sh_name} == PRAXIS_DESCRIPTOR_SECTION &&
            section.sh_size >= sizeof(praxis_descriptor)) {
            praxis_descriptor descriptor{};
            file.read(section.sh_offset, &descriptor, sizeof descriptor);
            if (descriptor.magic == PRAXIS_DESCRIPTOR_MAGIC) {
                return descriptor;
            }
        }
    }
    file.fail("a shared library, but not a praxis plugin");
}

} // namespace praxis::plugins
