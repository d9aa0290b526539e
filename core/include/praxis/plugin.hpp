// SPDX-License-Identifier: MIT
/// What a plugin registers when praxis loads it.
///
/// Who calls it. A plugin is a folder (CONTRIBUTING.md). praxis_add_plugin() builds it into a
/// shared library and generates the entry point, which registers each commands/NOUN/VERB.cpp and
/// each migration. Then it calls `praxis::register_parts` of the folder's plugin.cpp, if there is
/// one, for all else: services, contributions, listeners. praxis loads a plugin when a command
/// needs it, once in a process, and never unloads it.
///
/// What it owns. praxis owns the Registry, which is valid during register_parts only, and all that
/// is handed to it until the process ends. The functions that you register receive a Session
/// (session.hpp) with each call; do not keep it.
///
/// What an error does. When register_parts throws, praxis does not use the plugin and reports why;
/// commands of other plugins still work. A `before` listener that throws an Error stops the
/// command, and nothing is stored. When an `after` listener throws, praxis reports it: the practice
/// has already committed.
///
/// Example, compiled in tests/core/sdk_examples_tests.cpp:
///
///     void register_parts(Registry& registry) {
///         registry.contribute(RecordCheck{.name = "waiting list", .find = find_faults});
///         registry.on<VisitBooked>(When::before, [](Session& session, const VisitBooked& visit) {
///             if (visit.day < session.today()) {
///                 throw Refused("a visit cannot be booked for the past", "praxis visit list");
///             }
///         });
///     }
#pragma once
#include <praxis/abi.h>
#include <praxis/attachment.hpp>
#include <praxis/brief.hpp>
#include <praxis/chart.hpp>
#include <praxis/command.hpp>
#include <praxis/document_output.hpp>
#include <praxis/session.hpp>

#include <SQLiteCpp/SQLiteCpp.h>

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace praxis {

/// before: inside the transaction; throwing stops the command. after: after the commit.
enum class When { before, after };

/// Collects what a plugin offers. Valid while praxis loads the plugin.
class PRAXIS_API Registry {
  public:
    virtual ~Registry();

    /// Registers a verb. plugin.toml must claim its noun. praxis calls `make_spec` when it needs
    /// the command. `help` is the text of commands/NOUN/VERB.md, or empty. It must stay valid until
    /// the process ends, as a string literal does.
    virtual void command(
        std::string_view noun,
        std::string_view verb,
        CommandSpec (*make_spec)(),
        std::string_view help
    ) = 0;

    /// Registers a migration of the plugin's tables: 1, 2, 3 ... without a gap. A released
    /// migration is never edited.
    virtual void migration(int number, std::string_view name, std::string_view sql) = 0;

    /// Offers a service; other plugins find it with Session::get().
    template <Named Service> void provide(std::shared_ptr<Service> service) {
        provide_raw(Service::id, std::move(service));
    }

    /// Adds an item to an extension point; Session::all() returns it.
    template <Named Point> void contribute(Point item) {
        contribute_raw(Point::id, std::make_shared<const Point>(std::move(item)));
    }

    /// Calls the listener whenever a command announces the event with Session::emit().
    template <Named Event>
    void on(When when, std::function<void(Session&, const Event&)> listener) {
        listen_raw(
            Event::id,
            when,
            [listener = std::move(listener)](Session& session, const void* event) {
                listener(session, *static_cast<const Event*>(event));
            }
        );
    }

  protected:
    virtual void provide_raw(std::string_view id, std::shared_ptr<void> service) = 0;
    virtual void contribute_raw(std::string_view point, std::shared_ptr<const void> item) = 0;
    virtual void listen_raw(
        std::string_view event, When when, std::function<void(Session&, const void*)> listener
    ) = 0;
};

/// A number made from the sizes of all shared types. It differs when a compiler switch, or another
/// version of a library, changes one of them.
constexpr std::uint32_t layout() {
    std::uint32_t fingerprint = 2166136261U;
    for (const std::size_t size :
         {sizeof(std::string),
          sizeof(std::vector<int>),
          sizeof(std::function<void()>),
          sizeof(std::optional<int>),
          sizeof(Value),
          sizeof(Date),
          sizeof(ZonedTime),
          sizeof(OptionSpec),
          sizeof(CommandSpec),
          sizeof(Block),
          std::variant_size_v<Block>, // a plugin cannot visit a kind that it does not know
          sizeof(Document),
          sizeof(Result),
          sizeof(Practice),
          sizeof(User),
          sizeof(Disclosure),
          sizeof(EditRequest),
          sizeof(ChartSection),
          sizeof(ChartRequest),
          sizeof(RecordMapper),
          sizeof(FhirRequest),
          sizeof(Renderer),
          sizeof(RecordOutput),
          sizeof(Attachment),
          sizeof(TodoSource),
          sizeof(Todo),
          sizeof(TimelineSource),
          sizeof(TimelineEvent),
          sizeof(BriefSource),
          sizeof(BriefLine),
          sizeof(ContributedFile),
          sizeof(Error),
          sizeof(SQLite::Database),
          sizeof(SQLite::Statement)}) {
        fingerprint = (fingerprint ^ static_cast<std::uint32_t>(size)) * 16777619U;
    }
    return fingerprint;
}

} // namespace praxis

#define PRAXIS_TEXT_OF_(word) #word
#define PRAXIS_TEXT_OF(word) PRAXIS_TEXT_OF_(word)
#ifdef _GLIBCXX_DEBUG
#define PRAXIS_ABI_CHECKED_STL ";stl-debug"
#else
#define PRAXIS_ABI_CHECKED_STL ""
#endif
#if defined(__SANITIZE_ADDRESS__)
#define PRAXIS_ABI_SANITIZER ";asan"
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define PRAXIS_ABI_SANITIZER ";asan"
#endif
#endif
#ifndef PRAXIS_ABI_SANITIZER
#define PRAXIS_ABI_SANITIZER ""
#endif
#define PRAXIS_ABI_TAG                                                                             \
    "libstdc++;cxx11=" PRAXIS_TEXT_OF(_GLIBCXX_USE_CXX11_ABI                                       \
    ) ";sqlitecpp=" SQLITECPP_VERSION PRAXIS_ABI_CHECKED_STL PRAXIS_ABI_SANITIZER

/// Defines the two symbols that a plugin exports. praxis_add_plugin() writes this line, and takes
/// PRAXIS_PLUGIN_NAME and PRAXIS_PLUGIN_VERSION from plugin.toml.
#define PRAXIS_PLUGIN(setup)                                                                       \
    extern "C" __attribute__((visibility("default"), used, section(PRAXIS_DESCRIPTOR_SECTION)))    \
    const praxis_descriptor praxis_plugin_descriptor = {                                           \
        PRAXIS_DESCRIPTOR_MAGIC,                                                                   \
        sizeof(praxis_descriptor),                                                                 \
        PRAXIS_API_MAJOR,                                                                          \
        PRAXIS_API_MINOR,                                                                          \
        praxis::layout(),                                                                          \
        PRAXIS_ABI_TAG,                                                                            \
        __VERSION__,                                                                               \
        PRAXIS_PLUGIN_NAME,                                                                        \
        PRAXIS_PLUGIN_VERSION};                                                                    \
    extern "C" PRAXIS_API void praxis_plugin_setup(praxis::Registry& registry) {                   \
        setup(registry);                                                                           \
    }
