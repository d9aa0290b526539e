// SPDX-License-Identifier: MIT
// The binary interface of plugins that are built elsewhere. If a test fails here, an old plugin
// would call a wrong function or read a wrong member. See CONTRIBUTING.md, "Change the plugin
// interface".
#include <praxis/plugin.hpp>

#include <boost/test/unit_test.hpp>

#include <cstdint>
#include <cstring>

namespace {

using namespace praxis;

/// The slot of a virtual function: in the Itanium C++ ABI a member pointer holds the offset of its
/// entry plus one.
template <class Function> std::size_t slot_of(Function function) {
    static_assert(sizeof(function) >= sizeof(std::uintptr_t));
    std::uintptr_t word = 0;
    std::memcpy(&word, &function, sizeof word);
    return (word - 1) / sizeof(void*);
}

/// The protected ones, as a plugin's templates call them.
struct OpenRegistry : Registry {
    static std::size_t provide_slot() { return slot_of(&OpenRegistry::provide_raw); }

    static std::size_t contribute_slot() { return slot_of(&OpenRegistry::contribute_raw); }

    static std::size_t listen_slot() { return slot_of(&OpenRegistry::listen_raw); }
};

struct OpenSession : Session {
    static std::size_t service_slot() { return slot_of(&OpenSession::service); }

    static std::size_t publish_slot() { return slot_of(&OpenSession::publish); }

    static std::size_t contributions_slot() { return slot_of(&OpenSession::contributions); }

    static std::size_t contributions_named_slot() {
        return slot_of(&OpenSession::contributions_named);
    }
};

} // namespace

BOOST_AUTO_TEST_SUITE(interface_tests)

// Slots 0 and 1 are the destructors.
BOOST_AUTO_TEST_CASE(the_registry_keeps_its_slots) {
    BOOST_TEST(slot_of(&Registry::command) == 2U);
    BOOST_TEST(slot_of(&Registry::migration) == 3U);
    BOOST_TEST(OpenRegistry::provide_slot() == 4U);
    BOOST_TEST(OpenRegistry::contribute_slot() == 5U);
    BOOST_TEST(OpenRegistry::listen_slot() == 6U);
}

BOOST_AUTO_TEST_CASE(the_session_keeps_its_slots) {
    BOOST_TEST(slot_of(&Session::db) == 2U);
    BOOST_TEST(slot_of(&Session::practice) == 3U);
    BOOST_TEST(slot_of(&Session::user) == 4U);
    BOOST_TEST(slot_of(&Session::now) == 5U);
    BOOST_TEST(slot_of(&Session::zone) == 6U);
    BOOST_TEST(slot_of(&Session::civil_now) == 7U);
    BOOST_TEST(slot_of(&Session::today) == 8U);
    BOOST_TEST(slot_of(&Session::date_order) == 9U);
    BOOST_TEST(slot_of(&Session::setting) == 10U);
    BOOST_TEST(slot_of(&Session::report) == 11U);
    BOOST_TEST(slot_of(&Session::read_text) == 12U);
    BOOST_TEST(slot_of(&Session::edit_text) == 13U);
    BOOST_TEST(slot_of(&Session::new_uuid) == 14U);
    BOOST_TEST(slot_of(&Session::record_disclosure) == 15U);
    BOOST_TEST(slot_of(&Session::sign) == 16U);
    BOOST_TEST(slot_of(&Session::log_access) == 17U);
    BOOST_TEST(slot_of(&Session::begin_erasure) == 18U);
    BOOST_TEST(slot_of(&Session::contributed_files) == 19U);
    BOOST_TEST(OpenSession::service_slot() == 20U);
    BOOST_TEST(OpenSession::publish_slot() == 21U);
    BOOST_TEST(OpenSession::contributions_slot() == 22U);
    BOOST_TEST(slot_of(&Session::end_with) == 23U); // since 1.1
    BOOST_TEST(slot_of(&Session::contributed_names) == 24U);
    BOOST_TEST(OpenSession::contributions_named_slot() == 25U);
    BOOST_TEST(slot_of(&Session::progress) == 26U);
    BOOST_TEST(slot_of(&Session::ask) == 27U);
    BOOST_TEST(slot_of(&Session::end_with_error) == 28U);
}

BOOST_AUTO_TEST_CASE(the_shared_types_keep_their_shapes) {
    // Of libstdc++ on 64-bit machines; another number means another PRAXIS_API_MAJOR.
    BOOST_TEST(layout() == 3106048101U);
}

BOOST_AUTO_TEST_CASE(the_descriptor_is_frozen) {
    BOOST_TEST(sizeof(praxis_descriptor) == 240U);
    BOOST_TEST(offsetof(praxis_descriptor, api_major) == 8U);
    BOOST_TEST(offsetof(praxis_descriptor, layout) == 12U);
    BOOST_TEST(offsetof(praxis_descriptor, abi) == 16U);
    BOOST_TEST(offsetof(praxis_descriptor, built_with) == 112U);
    BOOST_TEST(offsetof(praxis_descriptor, name) == 176U);
    BOOST_TEST(offsetof(praxis_descriptor, version) == 208U);
}

BOOST_AUTO_TEST_SUITE_END()
