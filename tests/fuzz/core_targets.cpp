// SPDX-License-Identifier: MIT
#include "../support/core_practice.hpp"
#include "backup/container.hpp"
#include "keys/keys.hpp"
#include "plugins/descriptor.hpp"
#include "plugins/manifest.hpp"
#include "practice/access_log.hpp"
#include "targets.hpp"

#include <praxis/date.hpp>
#include <praxis/document_json.hpp>
#include <praxis/value.hpp>

#include <cstring>
#include <elf.h>
#include <fcntl.h>
#include <fstream>
#include <iterator>
#include <unistd.h>

namespace praxis::fuzz {
namespace {

std::string read_file(const std::string& path) {
    std::ifstream file{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{file}, std::istreambuf_iterator<char>{}};
}

/// A file with that content, for what reads files only.
const std::string& file_with(std::string_view bytes, const std::string& name) {
    static const testing::Folder folder;
    static std::string path;
    path = folder / name;
    std::ofstream{path, std::ios::binary | std::ios::trunc}.write(
        bytes.data(), static_cast<std::streamsize>(bytes.size())
    );
    return path;
}

void read_json(std::string_view input) {
    const auto value = parse_json(input, "input");
    const auto canonical = to_canonical_json(value);
    demand(
        to_canonical_json(parse_json(canonical, "canonical")) == canonical,
        "canonical JSON is not what it reads back as"
    );
}

void read_toml(std::string_view input) {
    to_json(parse_toml(input, "input"));
}

void read_letter(std::string_view input) {
    const auto document = document_from_value(parse_json(input, "input"));
    const auto value = value_from_document(document);
    demand(
        value_from_document(document_from_value(value)) == value,
        "a letter is not what it reads back as"
    );
}

void read_date(std::string_view input) {
    const CivilTime now{*Date::from_iso("2026-11-20"), Minutes{540}};
    const auto time = parse_civil_time(input, now, Sense::past);
    demand(
        parse_civil_time(time.str(), now, Sense::past).str() == time.str(),
        "a date is not what it reads back as"
    );
}

void read_key_file(std::string_view input) {
    const auto slots = practice::read_keys(input, "practice.keys");
    practice::read_keys(practice::write_keys(slots), "practice.keys");
}

void read_access_log(std::string_view input) {
    static testing::CorePractice practice;
    static const bool has_secrets = [] {
        practice.change("INSERT INTO pets_pet (name) VALUES ('Rex')");
        return true;
    }();
    demand(has_secrets, "the practice has no secrets");
    std::ofstream{practice::access_log_path(practice.path), std::ios::binary | std::ios::trunc}
        << input;
    SQLite::Transaction transaction{practice.db};
    practice::AccessTransfer{practice.db, practice.path, testing::CorePractice::now};
}

void read_container(std::string_view input) {
    backup::Reader reader{file_with(input, "input.praxis-backup")};
    const backup::StreamKey key{};
    reader.unlock(key);
    std::vector<unsigned char> buffer(256);
    reader.read(buffer);
}

void read_manifest(std::string_view input) {
    static const testing::Folder folder;
    std::ofstream{folder / "plugin.toml", std::ios::binary | std::ios::trunc} << input;
    plugins::read_manifest(folder / "");
}

void read_library(std::string_view input) {
    plugins::read_descriptor(file_with(input, "input.so"));
}

std::vector<std::string> a_key_file() {
    const practice::DataKey key{testing::CorePractice::random_bytes};
    const practice::Identity identity{testing::CorePractice::random_bytes};
    return {practice::write_keys(
        {practice::seal(key, identity, "U-0001", "horse", testing::CorePractice::random_bytes)}
    )};
}

std::vector<std::string> a_container() {
    const testing::Folder folder;
    const auto path = folder / "made";
    const Descriptor file{::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600)};
    const backup::StreamKey key{};
    backup::Header header{"0.1", "practice", testing::CorePractice::now, 300, {}};
    header.key =
        backup::Open{std::vector<unsigned char>(key.data(), key.data() + backup::StreamKey::size)};
    backup::Writer writer{file.number(), path, header, key};
    writer.write(std::vector<unsigned char>(300, 'x'));
    writer.finish();
    return {read_file(path)};
}

std::vector<std::string> an_access_log() {
    const testing::Folder folder;
    practice::append_failed_unlock(folder / "practice.db", testing::CorePractice::now, "ines");
    return {read_file(folder / "practice.access"), "S AAAA\nF 12 ines\n"};
}

template <class Part> std::string bytes_of(const Part& part) {
    return {reinterpret_cast<const char*>(&part), sizeof part};
}

/// A shared library that has nothing but a descriptor: a real one is so large that only a few
/// changed copies could be read in a second.
std::vector<std::string> a_library() {
    Elf64_Ehdr header{};
    std::memcpy(header.e_ident, ELFMAG, SELFMAG);
    header.e_ident[EI_CLASS] = ELFCLASS64;
    header.e_ident[EI_DATA] = ELFDATA2LSB;
    header.e_ident[EI_VERSION] = EV_CURRENT;
    header.e_type = ET_DYN;
    header.e_version = EV_CURRENT;
    header.e_ehsize = sizeof header;
    header.e_shentsize = sizeof(Elf64_Shdr);
    header.e_shnum = 3;
    header.e_shstrndx = 1;
    const std::string names = std::string(1, '\0') + PRAXIS_DESCRIPTOR_SECTION + '\0';
    praxis_descriptor descriptor{};
    descriptor.magic = PRAXIS_DESCRIPTOR_MAGIC;
    Elf64_Shdr text{};
    text.sh_type = SHT_STRTAB;
    text.sh_offset = sizeof header;
    text.sh_size = names.size();
    Elf64_Shdr described{};
    described.sh_name = 1;
    described.sh_type = SHT_PROGBITS;
    described.sh_offset = text.sh_offset + text.sh_size;
    described.sh_size = sizeof descriptor;
    header.e_shoff = described.sh_offset + described.sh_size;
    const auto whole = bytes_of(header) + names + bytes_of(descriptor) + bytes_of(Elf64_Shdr{}) +
                       bytes_of(text) + bytes_of(described);
    plugins::read_descriptor(file_with(whole, "made.so")
    ); // throws when it is not what praxis reads
    return {whole};
}

/// One block of each kind that a text can change.
std::vector<std::string> letters() {
    Document document;
    document.title = "Referral";
    document.subtitle = "Maria Lopez";
    document.add(Heading{1, "Findings"});
    document.add(Paragraph{"tender piriformis", Tone::remark});
    document.add(Facts{{{"Born", "1984-05-02"}, {"Phone", ""}}});
    document.add(Bullets{{"heat", "rest"}});
    Grid grid;
    grid.columns = {{"Date"}, {"Min", Align::right}};
    grid.rows = {{"2026-11-20", "60"}};
    document.add(std::move(grid));
    return {to_json(value_from_document(document))};
}

} // namespace

std::vector<Target> core_targets() {
    return {
        {"json", read_json, files_in("tests/fuzz/corpus/json", ".json")},
        {"toml", read_toml, files_in("plugins/soap/tests", ".toml")},
        {"letter", read_letter, letters},
        {"date", read_date, files_in("tests/fuzz/corpus/date", ".txt")},
        {"key_file", read_key_file, a_key_file},
        {"access_log", read_access_log, an_access_log},
        {"container", read_container, a_container},
        {"manifest", read_manifest, files_in("plugins/soap", "plugin.toml")},
        {"library", read_library, a_library},
    };
}

} // namespace praxis::fuzz
