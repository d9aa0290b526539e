// SPDX-License-Identifier: MIT
#include "plugins/descriptor.hpp"

#include "system/io.hpp"

#include <praxis/error.hpp>

#include <cerrno>
#include <cstring>
#include <elf.h>
#include <string_view>
#include <unistd.h>
#include <vector>

namespace praxis::plugins {
namespace {

constexpr std::uint64_t most_name_bytes = std::uint64_t{1024} * 1024;

/// Reads a library's file in pieces and never beyond its end.
class LibraryFile {
  public:
    explicit LibraryFile(const std::string& path) : path_(path) {
        try {
            file_ = backup::open_for_reading(path);
        } catch (const Refused& error) {
            throw PluginError(error.what());
        }
        size_ = backup::size_of(file_.number(), path);
    }

    void read(std::uint64_t offset, void* into, std::uint64_t length) {
        if (!inside(offset, length)) {
            fail("the file is truncated");
        }
        const auto count = ::pread(file_.number(), into, length, static_cast<::off_t>(offset));
        if (count < 0 || static_cast<std::uint64_t>(count) != length) {
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
    Descriptor file_;
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

/// The table of sections; each lies inside the file, except those that take no space in it.
std::vector<Elf64_Shdr> read_sections(LibraryFile& file, const Elf64_Ehdr& header) {
    std::vector<Elf64_Shdr> sections(header.e_shnum); // at most 65,535
    file.read(header.e_shoff, sections.data(), sections.size() * sizeof(Elf64_Shdr));
    for (const auto& section : sections) {
        if (section.sh_type != SHT_NOBITS && !file.inside(section.sh_offset, section.sh_size)) {
            file.fail("the file is truncated");
        }
    }
    return sections;
}

/// The names of the sections. A forged size must not take all memory.
std::string
read_names(LibraryFile& file, const Elf64_Ehdr& header, const std::vector<Elf64_Shdr>& sections) {
    if (header.e_shstrndx >= sections.size()) {
        file.fail("not a shared library, or truncated");
    }
    const auto& section = sections[header.e_shstrndx];
    if (section.sh_type == SHT_NOBITS || section.sh_size > most_name_bytes) {
        file.fail("not a shared library: the names of its sections are missing or too long");
    }
    std::string names(section.sh_size, '\0');
    file.read(section.sh_offset, names.data(), names.size());
    return names;
}

} // namespace

praxis_descriptor read_descriptor(const std::string& path) {
    LibraryFile file{path};
    const auto header = read_header(file);
    const auto sections = read_sections(file, header);
    const auto names = read_names(file, header, sections);
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
