// SPDX-License-Identifier: MIT
/// What a plugin registers. A plugin is a folder (CONTRIBUTING.md); praxis_add_plugin() turns its
/// commands/NOUN/VERB.cpp, its SQL and its plugin.cpp into the library.
#pragma once
#include <praxis/abi.h>
#include <praxis/chart.hpp>
#include <praxis/command.hpp>
#include <praxis/session.hpp>

#include <SQLiteCpp/SQLiteCpp.h>

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace praxis {

/// before: inside the transaction, may veto by throwing. after: once the practice has committed.
enum class When { before, after };

/// Handed to a plugin once, when it is loaded; not to be kept.
class PRAXIS_API Registry {
  public:
    virtual ~Registry();

    /// A verb. plugin.toml must claim its noun. praxis calls `make_spec` when it needs the command.
    /// `help` is the Markdown file beside the verb (commands/NOUN/VERB.md), or empty; it must
    /// outlive the plugin, as a literal does.
    virtual void command(
        std::string_view noun,
        std::string_view verb,
        CommandSpec (*make_spec)(),
        std::string_view help
    ) = 0;

    /// A numbered step of the plugin's tables: 1, 2, 3 ... without a gap. Never edited once
    /// shipped.
    virtual void migration(int number, std::string_view name, std::string_view sql) = 0;

    template <Named Service> void provide(std::shared_ptr<Service> service) {
        provide_raw(Service::id, std::move(service));
    }

    template <Named Point> void contribute(Point item) {
        contribute_raw(Point::id, std::make_shared<const Point>(std::move(item)));
    }

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

/// Any compiler switch that changes the shape of a shared type changes this number.
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
          std::variant_size_v<Block>, // a plugin that knows fewer kinds cannot visit one more
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
          sizeof(TodoSource),
          sizeof(Todo),
          sizeof(TimelineSource),
          sizeof(TimelineEvent),
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

/// The two symbols of a plugin. PRAXIS_PLUGIN_NAME and PRAXIS_PLUGIN_VERSION come from plugin.toml
/// through praxis_add_plugin(), which also writes this line.
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
