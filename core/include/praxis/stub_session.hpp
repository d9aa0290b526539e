// SPDX-License-Identifier: MIT
/// A session for unit tests of a plugin's functions: one therapist, on 2026-11-20 at 09:00 UTC,
/// without other plugins, keys and files. A test overrides what it needs; `db` and `new_uuid` are
/// always its own.
#pragma once
#include <praxis/session.hpp>

#include <chrono>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace praxis::testing {

class StubSession : public Session {
  public:
    const Practice& practice() override { return practice_; }

    const User& user() override { return user_; }

    Instant now() const override { return now_.instant; }

    const TimeZone& zone() override { return zone_; }

    ZonedTime civil_now() override { return now_; }

    Date today() override { return now_.civil().date; }

    DateOrder date_order() const override { return DateOrder::ask; }

    std::string setting(std::string_view) const override { return {}; }

    void report(std::string note) override { reports.push_back(std::move(note)); }

    std::string read_text(const std::string&) override { throw std::logic_error{"no file"}; }

    std::string edit_text(const EditRequest&) override { throw std::logic_error{"no editor"}; }

    DisclosureId record_disclosure(const Disclosure&) override { return {}; }

    Signature sign(std::string_view) override { throw std::logic_error{"no key"}; }

    void log_access(const std::string& record) override { accesses.push_back(record); }

    void begin_erasure(const Erasure&) override { throw std::logic_error{"no journal"}; }

    std::vector<ContributedFile> contributed_files(std::string_view) override { return {}; }

    std::vector<std::string> reports;
    std::vector<std::string> accesses; // as log_access() got them

  protected:
    void* service(std::string_view) override { throw std::logic_error{"no service"}; }

    void publish(std::string_view, std::shared_ptr<const void>) override {}

    std::vector<const void*> contributions(std::string_view, std::vector<Unavailable>&) override {
        return {};
    }

    void end_with(Exit) override {}

    void progress(std::string_view, std::uint64_t, std::uint64_t) override {}

    std::optional<std::string> ask(const std::string&) override { return {}; }

    void end_with_error(const Error&) override {}

    std::vector<std::string> contributed_names(std::string_view) override { return {}; }

    std::vector<const void*> contributions_named(std::string_view, std::string_view) override {
        return {};
    }

  private:
    Practice practice_{
        .uuid = "0190eeee-0000-7000-8000-000000000009", .name = "Hands On", .time_zone = "UTC"};
    User user_{.id = {1}, .uuid = "0190eeee-0000-7000-8000-000000000008", .name = "Ines Moreau"};
    TimeZone zone_{"UTC"};
    ZonedTime now_{
        Instant{std::chrono::sys_days{std::chrono::year{2026} / 11 / 20} + std::chrono::hours{9}}};
};

} // namespace praxis::testing
