// SPDX-License-Identifier: MIT
/// The tables of referrals as a session on 2026-11-20 at 09:00 UTC. Of the other plugins it has the
/// directory of clients, with one client.
#pragma once
#include "referral_practice.hpp"

#include <praxis/care_events.hpp>
#include <praxis/clients/directory.hpp>
#include <praxis/stub_session.hpp>

#include <map>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

namespace praxis::referrals::testing {

class OneClient : public clients::Directory {
  public:
    clients::Client get(Session& session, std::string_view) override {
        return get(session, ClientId{1});
    }

    clients::Client get(Session&, ClientId number) override {
        clients::Client client;
        client.id = number;
        client.uuid = "0190eeee-0000-7000-8000-000000000001";
        client.full_name = "Maria Lopez";
        return client;
    }

    clients::Complaint get_complaint(Session&, ComplaintId number) override {
        clients::Complaint complaint;
        complaint.id = number;
        complaint.uuid = "0190eeee-0000-7000-8000-000000000002";
        complaint.title = "lower back";
        return complaint;
    }

    std::vector<clients::Complaint> open_complaints(Session&, ClientId) override { return {}; }

    clients::ConsentState consent(Session&, const clients::ConsentQuery&) override { return {}; }

    std::vector<std::string> conditions(Session&, ClientId, bool&) override { return {}; }

    std::vector<std::string> full_names(Session&, const std::vector<ClientId>& ids) override {
        return std::vector<std::string>(ids.size(), "Maria Lopez");
    }

    std::vector<std::string> distinct_names(Session&, const std::vector<ClientId>& ids) override {
        return std::vector<std::string>(ids.size(), "Maria Lopez");
    }
};

class ReferralSession : public praxis::testing::StubSession, public ReferralPractice {
  public:
    SQLite::Database& db() override { return ReferralPractice::db; }

    std::string setting(std::string_view name) const override {
        const auto found = settings.find(std::string{name});
        return found == settings.end() ? std::string{} : found->second;
    }

    std::string new_uuid() override {
        const auto number = std::to_string(1'000'000 + ++uuids_);
        return "0190ffff-0000-7000-8000-00000" + number;
    }

    /// The file of the default letter, and the names of professions.
    std::vector<ContributedFile> contributed_files(std::string_view point) override {
        const bool is_letter = point == "letter-profile/1";
        const auto path =
            schemas() / (is_letter ? "profiles/default.toml" : "professions/english.toml");
        auto& text = texts_[path.string()];
        if (text.empty()) {
            text = read_file(path);
        }
        return {{"referrals", is_letter ? "default" : "english", path.string(), text}};
    }

    std::map<std::string, std::string> settings;
    std::vector<ReferralClosed> closed; // as announced
    int sendings = 0;                   // announced

  protected:
    void* service(std::string_view id) override {
        if (id != clients::Directory::id) {
            throw std::logic_error{"no service"};
        }
        return static_cast<clients::Directory*>(&directory_);
    }

    void publish(std::string_view id, std::shared_ptr<const void> event) override {
        if (id == ReferralClosed::id) {
            closed.push_back(*static_cast<const ReferralClosed*>(event.get()));
        }
        sendings += id == ReferralSent::id ? 1 : 0;
    }

  private:
    OneClient directory_;
    std::map<std::string, std::string> texts_; // of files, by their paths
    int uuids_ = 0;
};

} // namespace praxis::referrals::testing
