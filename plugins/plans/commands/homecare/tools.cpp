// SPDX-License-Identifier: MIT
#include "homecare/new_home_care.hpp"

#include <praxis/clients/directory.hpp>
#include <praxis/command.hpp>
#include <praxis/text.hpp>

#include <algorithm>

namespace praxis {
namespace {

using namespace plans::home;

struct Args {
    std::string client;
    std::vector<std::string> tools;
    std::vector<std::string> others;
    bool none = false;
};

void options(Options<Args>& options) {
    options.argument(&Args::client, "CLIENT", "id or name of the client")
        .argument(&Args::tools, "TOOL", "every tool that the client has at home")
        .completed_by(complete_tool)
        .option(&Args::others, "other", "TEXT", "a tool that the library does not know")
        .flag(&Args::none, "none", "the client has none");
}

std::vector<std::string> ids_of(const Library& library, const std::vector<std::string>& words) {
    std::vector<std::string> ids;
    for (const auto& word : words) {
        const auto& id = get_tool(library, word).id;
        if (std::find(ids.begin(), ids.end(), id) == ids.end()) {
            ids.push_back(id);
        }
    }
    return ids;
}

Result run(Session& session, const Args& args) {
    if (args.none != (args.tools.empty() && args.others.empty())) {
        throw UsageError(
            args.none ? "--none excludes tools" : "no TOOL is given",
            "name every tool that the client has, or give --none"
        );
    }
    const auto client = session.get<clients::Directory>().get(session, args.client).id;
    const auto library = load_library(session);
    const auto ids = ids_of(library, args.tools);
    std::vector<std::string> names;
    for (const auto& id : ids) {
        names.push_back(library.tool_name(id));
    }
    names.insert(names.end(), args.others.begin(), args.others.end());
    auto row = new_home_care(session, client, Kind::tools, "tools at home");
    row.content = Value::Object{
        {"tools", Value::Array(ids.begin(), ids.end())},
        {"names", Value::Array(names.begin(), names.end())}};
    row.id = insert_home_care(session.db(), row);
    session.report(
        client.str() + " has at home: " + (names.empty() ? "none of the tools" : join(names, ", "))
    );
    return Message{
        row.id.str(),
        Value::Object{
            {"id", row.id.str()},
            {"client", client.str()},
            {"tools", Value::Array(ids.begin(), ids.end())}}};
}

} // namespace

CommandSpec homecare_tools_command() {
    return command<Args>({
        .summary = "record which tools a client has at home",
        .details = "Name all of them: the newest list counts. Handouts prefer these tools. --other "
                   "takes a tool that the library does not have.",
        .examples =
            {"praxis homecare tools maria foam-roller ball grain-bag",
             "praxis homecare tools maria --none"},
        .access = Access::write,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
