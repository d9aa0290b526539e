// SPDX-License-Identifier: MIT
#include "../support/folder.hpp"
#include "plugins/loader.hpp"
#include "plugins/permissions.hpp"

#include <praxis/error.hpp>
#include <praxis/text.hpp>

#include <boost/dll/runtime_symbol_info.hpp>
#include <boost/filesystem.hpp>
#include <boost/test/unit_test.hpp>

#include <cstdlib>
#include <optional>
#include <set>
#include <string>

namespace {

using namespace praxis;
using namespace praxis::plugins;
namespace fs = boost::filesystem;

using State = Standing::State;

std::string bundled_folder() {
    return split(PRAXIS_PLUGINS_UNDER_TEST, ':').front() + "/clients";
}

/// Sets the folder in which a testing::Folder is made: that of the test program. praxis loads no
/// plugin from a folder such as /tmp.
class OwnPlace {
  public:
    OwnPlace() { ::setenv("TMPDIR", boost::dll::program_location().parent_path().c_str(), 1); }

    OwnPlace(const OwnPlace&) = delete;
    OwnPlace& operator=(const OwnPlace&) = delete;

    ~OwnPlace() {
        if (before_) {
            ::setenv("TMPDIR", before_->c_str(), 1);
        } else {
            ::unsetenv("TMPDIR");
        }
    }

  private:
    static std::optional<std::string> variable() {
        const char* const value = std::getenv("TMPDIR");
        return value == nullptr ? std::nullopt : std::optional<std::string>{value};
    }

    std::optional<std::string> before_ = variable();
};

/// The plugin `clients` in a folder of the user.
struct Fixture {
    OwnPlace place;
    testing::Folder folder;
    Manifest manifest;
    PluginState state{folder / "plugins.toml"};

    Fixture() {
        const auto copy = folder / "clients";
        fs::copy(bundled_folder(), copy, fs::copy_options::recursive);
        read();
    }

    void read() {
        manifest = read_manifest(folder / "clients");
        manifest.origin = Origin::own;
    }

    void trust(bool whatever_changes = false) {
        state.trust(
            {manifest.name,
             manifest.folder,
             sha256_of_file(library()),
             sha256_of_file(manifest.folder + "/plugin.toml"),
             "2026-11-26",
             whatever_changes}
        );
    }

    [[nodiscard]] std::string library() const { return manifest.folder + "/" + manifest.library; }

    /// Whether others can change a folder above the build. Then only bundled plugins can be tested.
    [[nodiscard]] bool is_open_place() const {
        const auto problem = problem_up_to_root(manifest.folder);
        if (problem) {
            BOOST_TEST_MESSAGE("skipped: " << *problem);
        }
        return problem.has_value();
    }

    [[nodiscard]] Standing standing() const { return standing_of(manifest, state); }

    void append(const std::string& name, const std::string& bytes) const {
        folder.write(name, folder.read(name) + bytes);
    }
};

std::string problem_of_loading(const Manifest& manifest) {
    Loaded plugin;
    plugin.manifest = manifest;
    try {
        load_code(plugin);
    } catch (const PluginError& error) {
        BOOST_TEST(plugin.verbs.empty()); // nothing that points into the library is left
        BOOST_TEST(plugin.contributions.empty());
        BOOST_TEST(!plugin.library.is_loaded());
        return error.what();
    }
    return "nothing";
}

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(loader_tests, Fixture)

BOOST_AUTO_TEST_CASE(what_came_with_praxis_needs_no_trust) {
    manifest.origin = Origin::bundled;
    BOOST_TEST((standing().state == State::usable));
    BOOST_TEST(name_of(standing(), manifest) == "ok");
    refuse_unless_usable(manifest, state);
}

BOOST_AUTO_TEST_CASE(any_other_plugin_needs_the_trust_of_the_user) {
    if (is_open_place()) {
        return;
    }
    BOOST_TEST((standing().state == State::untrusted));
    BOOST_TEST(name_of(standing(), manifest) == "untrusted");
    BOOST_TEST(has(standing().fix, "praxis plugin trust clients"));
    trust();
    BOOST_TEST((standing().state == State::usable));
    state.untrust("clients");
    BOOST_TEST((standing().state == State::untrusted));
}

BOOST_AUTO_TEST_CASE(trust_is_for_the_plugin_in_its_folder) {
    if (is_open_place()) {
        return;
    }
    trust();
    fs::rename(folder / "clients", folder / "elsewhere");
    manifest.folder = folder / "elsewhere";
    BOOST_TEST((standing().state == State::untrusted));
}

BOOST_AUTO_TEST_CASE(a_changed_file_is_trusted_no_longer) {
    if (is_open_place()) {
        return;
    }
    trust();
    append("clients/plugin.toml", "\n# changed\n");
    BOOST_TEST((standing().state == State::changed));
    BOOST_TEST(has(standing().reason, "plugin.toml has changed since you trusted it on 2026-11-26")
    );
    trust();
    append("clients/" + manifest.library, "x");
    BOOST_TEST(name_of(standing(), manifest) == "changed");
    BOOST_TEST(has(standing().reason, manifest.library));
    trust(true); // of its developer
    append("clients/" + manifest.library, "y");
    BOOST_TEST((standing().state == State::usable));
}

BOOST_AUTO_TEST_CASE(a_disabled_plugin_stays_disabled_when_it_is_trusted) {
    trust();
    state.disable("clients");
    BOOST_TEST(name_of(standing(), manifest) == "disabled");
    BOOST_TEST(has(standing().fix, "praxis plugin enable clients"));
    BOOST_CHECK_EXCEPTION(
        refuse_unless_usable(manifest, state),
        PluginError,
        [](const auto& error) {
            return has(error.what(), "it is disabled") && has(error.hint(), "praxis plugin enable");
        }
    );
}

BOOST_AUTO_TEST_CASE(a_library_that_others_can_change_is_refused) {
    if (is_open_place()) {
        return;
    }
    trust();
    fs::permissions(library(), fs::add_perms | fs::others_write);
    BOOST_TEST((standing().state == State::refused));
    fs::permissions(library(), fs::remove_perms | fs::others_write);
    BOOST_TEST((standing().state == State::usable));
    fs::permissions(folder / "clients", fs::add_perms | fs::others_write);
    BOOST_TEST(name_of(standing(), manifest) == "refused");
}

BOOST_AUTO_TEST_CASE(a_library_that_does_not_fit_is_refused_before_its_code_runs) {
    manifest.origin = Origin::bundled;
    const auto right = manifest.version;
    manifest.version = "9.9.9";
    BOOST_TEST(has(standing().reason, "its manifest says clients 9.9.9"));
    manifest.version = right;
    const auto whole = folder.read("clients/" + manifest.library);
    folder.write("clients/" + manifest.library, whole.substr(0, whole.size() / 2));
    BOOST_TEST((standing().state == State::refused));
    folder.write("clients/" + manifest.library, "not a library");
    BOOST_TEST((standing().state == State::refused));
    fs::remove(library());
    BOOST_TEST((standing().state == State::refused));
    BOOST_TEST(has(standing().fix, "install praxis again"));
}

BOOST_AUTO_TEST_CASE(a_plugin_without_code_has_nothing_to_load) {
    manifest.kind = "data";
    manifest.library = "no such library";
    BOOST_TEST((standing().state == State::usable)); // without trust
    BOOST_TEST(name_of(standing(), manifest) == "data");
    BOOST_TEST(problem_of_loading(manifest) == "nothing");
    fs::permissions(folder / "clients/plugin.toml", fs::add_perms | fs::others_write);
    BOOST_TEST(name_of(standing(), manifest) == "refused");
}

BOOST_AUTO_TEST_CASE(a_loaded_plugin_has_registered_what_its_manifest_names) {
    Loaded plugin;
    plugin.manifest = read_manifest(bundled_folder());
    plugin.schema = schema_of(plugin.manifest);
    load_code(plugin);
    BOOST_TEST(plugin.library.is_loaded());
    std::set<std::string> nouns;
    for (const auto& verb : plugin.verbs) {
        nouns.insert(verb.noun);
    }
    BOOST_TEST(nouns.size() == manifest.nouns.size());
    BOOST_TEST(nouns.contains("client"));
    BOOST_TEST(plugin.schema.number() == manifest.schema);
    BOOST_TEST(plugin.services.size() == manifest.services.size());
    BOOST_TEST(plugin.contributions.size() > 0U);
}

BOOST_AUTO_TEST_CASE(a_manifest_that_names_more_or_less_than_the_library_is_refused) {
    const auto whole = read_manifest(bundled_folder());
    auto odd = whole;
    odd.services.emplace_back("pets.directory/1");
    BOOST_TEST(has(problem_of_loading(odd), "differ in services: pets.directory/1"));
    odd = whole;
    odd.nouns.pop_back();
    BOOST_TEST(has(problem_of_loading(odd), "differ in commands: " + whole.nouns.back().name));
    odd = whole;
    odd.before.emplace_back("note.signing/1");
    BOOST_TEST(has(problem_of_loading(odd), "events before: note.signing/1"));
    odd = whole;
    ++odd.schema;
    BOOST_TEST(has(problem_of_loading(odd), "migrations instead of"));
    BOOST_TEST(problem_of_loading(whole) == "nothing");
}

BOOST_AUTO_TEST_CASE(what_is_no_plugin_is_refused_with_the_reason_of_the_system) {
    auto odd = manifest;
    odd.library = "no_such_library.so";
    BOOST_TEST(has(problem_of_loading(odd), "the plugin 'clients' cannot be used: "));
    folder.write("clients/text.so", "not a library");
    odd.library = "text.so";
    BOOST_TEST(has(problem_of_loading(odd), "text.so"));
}

BOOST_AUTO_TEST_CASE(the_schema_is_that_of_the_manifest) {
    const auto schema = schema_of(manifest);
    BOOST_TEST(schema.plugin == "clients");
    BOOST_TEST(schema.version == manifest.version);
    BOOST_TEST(schema.table_prefix == manifest.table_prefix);
    BOOST_TEST((schema.derived_tables == manifest.derived_tables));
    BOOST_TEST(schema.needs.size() == manifest.needs.size());
    BOOST_TEST(schema.migrations.empty()); // the code registers them
}

BOOST_AUTO_TEST_CASE(the_names_of_the_states_are_fixed) {
    BOOST_TEST(name_of({State::usable, "", ""}, manifest) == "ok");
    BOOST_TEST(name_of({State::disabled, "", ""}, manifest) == "disabled");
    BOOST_TEST(name_of({State::untrusted, "", ""}, manifest) == "untrusted");
    BOOST_TEST(name_of({State::changed, "", ""}, manifest) == "changed");
    BOOST_TEST(name_of({State::refused, "", ""}, manifest) == "refused");
}

BOOST_AUTO_TEST_SUITE_END()
