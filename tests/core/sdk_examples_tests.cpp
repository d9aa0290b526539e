// SPDX-License-Identifier: MIT
// The examples at the top of session.hpp, plugin.hpp and command.hpp, word for word: check_house
// compares them. Together they are a plugin that keeps a waiting list.
#include <praxis/plugin.hpp>
#include <praxis/records.hpp>
#include <praxis/sql.hpp>

#include <boost/test/unit_test.hpp>

namespace praxis::example {
namespace {

/// A visit is about to be booked.
struct VisitBooked {
    static constexpr std::string_view id = "visit.booked/1";
    Date day;
};

struct Waiting {
    std::string uuid;
    ClientId client;
    Instant since;
};

std::int64_t insert_waiting(SQLite::Database& db, const Waiting& waiting) {
    execute(
        db,
        "INSERT INTO waiting (uuid, client, since) VALUES (?, ?, ?)",
        waiting.uuid,
        waiting.client,
        waiting.since
    );
    return db.getLastInsertRowid();
}

std::vector<std::string> find_faults(Session& /*session*/) {
    return {};
}

struct Args;
Result run(Session& session, const Args& args);

struct Args {
    std::string client;
    std::optional<Date> until;
    bool urgent = false;
};

void options(Options<Args>& options) {
    options.argument(&Args::client, "CLIENT", "id of the client");
    options.option(&Args::until, "until", "DATE", "the last day to offer a visit").future();
    options.flag(&Args::urgent, "urgent", "offer the next free visit").letter('u');
}

CommandSpec waiting_add_command() {
    return command<Args>({
        .summary = "put a client on the waiting list",
        .examples = {"praxis waiting add C-0001 --until friday"},
        .access = Access::write,
        .options = options,
        .run = run,
    });
}

Result run(Session& session, const Args& args) {
    const auto client = ClientId::parse(args.client);
    if (!client) {
        throw UsageError(args.client + " is not the id of a client", "praxis client list");
    }
    const auto number = insert_waiting(
        session.db(), // inside the transaction
        {.uuid = session.new_uuid(), .client = *client, .since = session.now()}
    );
    session.report(client->str() + " is on the waiting list from " + session.today().iso());
    return Message{std::to_string(number), Value::Object{{"waiting", number}}};
}

void register_parts(Registry& registry) {
    registry.contribute(RecordCheck{.name = "waiting list", .find = find_faults});
    registry.on<VisitBooked>(When::before, [](Session& session, const VisitBooked& visit) {
        if (visit.day < session.today()) {
            throw Refused("a visit cannot be booked for the past", "praxis visit list");
        }
    });
}

/// Collects the ids of everything that is registered.
struct Ids : Registry {
    std::vector<std::string> ids;

    void
    command(std::string_view noun, std::string_view, CommandSpec (*)(), std::string_view) override {
        ids.emplace_back(noun);
    }

    void migration(int, std::string_view name, std::string_view) override {
        ids.emplace_back(name);
    }

    void provide_raw(std::string_view id, std::shared_ptr<void>) override { ids.emplace_back(id); }

    void contribute_raw(std::string_view point, std::shared_ptr<const void>) override {
        ids.emplace_back(point);
    }

    void listen_raw(std::string_view event, When when, std::function<void(Session&, const void*)>)
        override {
        ids.push_back((when == When::before ? "before " : "after ") + std::string{event});
    }
};

} // namespace
} // namespace praxis::example

BOOST_AUTO_TEST_SUITE(sdk_examples_tests)

using namespace praxis;

BOOST_AUTO_TEST_CASE(the_example_of_a_command_declares_its_argument_and_options) {
    const auto spec = example::waiting_add_command();
    BOOST_REQUIRE(spec.options.size() == 3U);
    BOOST_TEST(spec.options[0].argument);
    BOOST_TEST(spec.options[0].required);
    BOOST_TEST(spec.options[1].name == "until");
    BOOST_TEST(spec.options[2].letter == 'u');
    BOOST_TEST((spec.access == Access::write));
}

BOOST_AUTO_TEST_CASE(the_example_reads_a_weekday_as_the_next_one) {
    const auto spec = example::waiting_add_command();
    const auto args = spec.make_args();
    const WordContext on_a_friday{{*Date::from_iso("2026-11-20"), Minutes{540}}, DateOrder::ask};
    spec.options[1].read(args.get(), "monday", on_a_friday);
    BOOST_TEST(static_cast<example::Args*>(args.get())->until->iso() == "2026-11-23");
}

BOOST_AUTO_TEST_CASE(the_example_of_a_plugin_registers_a_check_and_a_listener) {
    example::Ids registered;
    example::register_parts(registered);
    const std::vector<std::string> expected{"record-check/1", "before visit.booked/1"};
    BOOST_TEST(registered.ids == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()
