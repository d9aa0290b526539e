// SPDX-License-Identifier: MIT
#include "usual_work.hpp"

#include "usual_work_queries.hpp"

#include <praxis/soap/reasons.hpp>

#include <string>
#include <utility>

namespace praxis::safety {

namespace {

constexpr int usual_sessions = 5; // the newest ones tell what a client usually gets

} // namespace

std::vector<Work> usual_work(Session& session, ClientId client) {
    auto techniques = usual_techniques(session.db(), client, usual_sessions);
    if (techniques.empty()) {
        techniques = session.get<soap::Reasons>().techniques(session);
    }
    std::vector<Work> work;
    work.reserve(techniques.size());
    for (auto& technique : techniques) {
        work.push_back({.technique = std::move(technique)});
    }
    return work;
}

} // namespace praxis::safety
