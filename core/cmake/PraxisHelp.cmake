# SPDX-License-Identifier: MIT
# Help for people: what the core embeds, and the man pages made from it.

# Appends the C++ of one embedded page to the variable RESULT.
function(praxis_embed_page name file result)
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${file}")
    file(READ "${file}" text)
    string(APPEND ${result} "        {\"${name}\", R\"praxis(${text})praxis\"},\n")
    set(${result} "${${result}}" PARENT_SCOPE)
endfunction()

# Writes the C++ of core/src/help/embedded.hpp: help/TOPIC.md and commands/NOUN/noun.md.
function(praxis_embed_help output)
    set(topics "")
    file(GLOB files CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/help/*.md")
    foreach(file IN LISTS files)
        get_filename_component(name "${file}" NAME_WE)
        praxis_embed_page("${name}" "${file}" topics)
    endforeach()
    set(nouns "")
    file(GLOB files CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/commands/*/noun.md")
    foreach(file IN LISTS files)
        get_filename_component(folder "${file}" DIRECTORY)
        get_filename_component(name "${folder}" NAME)
        praxis_embed_page("${name}" "${file}" nouns)
    endforeach()
    file(WRITE "${output}.new"
"// Written by praxis_embed_help(); edits are lost.
#include \"help/embedded.hpp\"

namespace praxis::help {

std::vector<EmbeddedPage> core_topics() {
    return {
${topics}    };
}

std::vector<EmbeddedPage> core_nouns() {
    return {
${nouns}    };
}

} // namespace praxis::help
")
    configure_file("${output}.new" "${output}" COPYONLY)
endfunction()

# Writes the C++ of countries_text() of core/src/session/country.hpp.
function(praxis_embed_countries output)
    set(file "${PROJECT_SOURCE_DIR}/schemas/core/countries.toml")
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${file}")
    file(READ "${file}" text)
    file(WRITE "${output}.new"
"// Written by praxis_embed_countries(); edits are lost.
#include \"session/country.hpp\"

namespace praxis {

std::string_view countries_text() {
    return R\"praxis(${text})praxis\";
}

} // namespace praxis
")
    configure_file("${output}.new" "${output}" COPYONLY)
endfunction()

# The man pages, written by praxis itself once it and the plugins of these manifests are built.
function(praxis_add_manual)
    if(CMAKE_CROSSCOMPILING)
        message(STATUS "no man pages: praxis cannot run on this machine")
        return()
    endif()
    set(plugins "")
    foreach(manifest IN LISTS ARGN)
        praxis_manifest_value("${manifest}" name name)
        list(APPEND plugins plugin-${name})
        get_filename_component(folder "${manifest}" DIRECTORY)
        file(GLOB topics CONFIGURE_DEPENDS "${folder}/help/*.md")
        list(APPEND sources "${manifest}" ${topics})
    endforeach()
    set(pages "${PROJECT_BINARY_DIR}/${CMAKE_INSTALL_MANDIR}")
    add_custom_command(
        OUTPUT "${PROJECT_BINARY_DIR}/manual.stamp"
        COMMAND "${CMAKE_COMMAND}" -E rm -rf "${pages}"
        COMMAND "${CMAKE_COMMAND}" -E env ASAN_OPTIONS=detect_leaks=0 $<TARGET_FILE:praxis> __manual
                "${pages}"
        COMMAND "${CMAKE_COMMAND}" -E touch "${PROJECT_BINARY_DIR}/manual.stamp"
        DEPENDS praxis praxis-core ${plugins} ${sources}
        COMMENT "Writing the man pages"
        VERBATIM
    )
    add_custom_target(manual ALL DEPENDS "${PROJECT_BINARY_DIR}/manual.stamp")
    install(DIRECTORY "${pages}/" DESTINATION "${CMAKE_INSTALL_MANDIR}")
endfunction()
