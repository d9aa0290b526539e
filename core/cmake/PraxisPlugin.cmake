# SPDX-License-Identifier: MIT
# praxis_add_plugin(FOLDER) builds a plugin from a folder; the folder's files register its commands.
# It works in the tree of praxis and, through find_package(Praxis), in your own.
#
#   FOLDER/plugin.toml              name, version, what it needs and claims
#   FOLDER/commands/NOUN/VERB.cpp   defines `praxis::CommandSpec NOUN_VERB_command()` ('-' becomes '_')
#   FOLDER/commands/NOUN/VERB.md    optional: its long help, for `praxis help` and the man page
#   FOLDER/help/TOPIC.md            optional: a subject for `praxis help TOPIC`; "# Topic: what it is" comes first
#   FOLDER/plugin.cpp               optional: `void register_parts(praxis::Registry&)`
#   FOLDER/plugin.cmake             optional: links libraries of its own to ${PRAXIS_PLUGIN_TARGETS}
#   FOLDER/*.cpp                    queries and other code that the commands share
#   FOLDER/include/                 headers for other plugins, included as <praxis/NAME/...>
#   FOLDER/tests/*_tests.cpp        unit tests; FOLDER/tests/*.transcript  tests of the verbs
#   FOLDER/schemas, or schemas/NAME at the top of the tree of praxis:
#       NNNN_what.sql               migrations, numbered from 1 without a gap
#       a folder of *.toml          declarative files, copied beside the library
# The build folder contains the plugin as it will be installed: PRAXIS_PLUGIN_DIR/NAME.

# Build settings of praxis' own targets. Plugins built elsewhere choose their own warnings.
function(praxis_link_compiler target)
    if(TARGET praxis-compiler)
        target_link_libraries(${target} PRIVATE praxis-compiler)
        return()
    endif()
    target_compile_features(${target} PRIVATE cxx_std_20)
    # Loading a plugin waits for the disk, not the processor: a smaller library loads faster.
    target_compile_options(${target} PRIVATE $<$<NOT:$<CONFIG:Debug>>:-Os>)
    set_target_properties(
        ${target} PROPERTIES CXX_EXTENSIONS OFF CXX_VISIBILITY_PRESET hidden
                             VISIBILITY_INLINES_HIDDEN ON POSITION_INDEPENDENT_CODE ON
    )
    target_link_options(${target} PRIVATE -Wl,-z,relro -Wl,-z,now -Wl,-z,noexecstack -Wl,--as-needed)
    if(PRAXIS_SANITIZE)
        set(checks -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
        target_compile_options(${target} PRIVATE ${checks})
        target_link_options(${target} PRIVATE ${checks})
    endif()
endfunction()

if(NOT PRAXIS_CMAKE_DIR)
    set(PRAXIS_CMAKE_DIR "${CMAKE_CURRENT_LIST_DIR}")
endif()
include(GNUInstallDirs)

# Reads `key = "value"` of the first table of a manifest.
function(praxis_manifest_value manifest key result)
    file(READ "${manifest}" text)
    if(NOT text MATCHES "\n${key} *= *\"([^\"]+)\"")
        message(FATAL_ERROR "${manifest}: ${key} is missing")
    endif()
    set(${result} "${CMAKE_MATCH_1}" PARENT_SCOPE)
endfunction()

# Writes the C++ that registers a folder's commands and migrations: function FUNCTION.
function(praxis_generate_registration output function commands_dir schemas_dir parts)
    set(declarations "")
    set(calls "")
    file(GLOB_RECURSE commands RELATIVE "${commands_dir}" CONFIGURE_DEPENDS "${commands_dir}/*.cpp")
    list(SORT commands)
    file(GLOB_RECURSE help_files CONFIGURE_DEPENDS "${commands_dir}/*.md") # notices new files
    foreach(command IN LISTS commands)
        string(REGEX REPLACE "\\.cpp$" "" words "${command}")
        string(REGEX REPLACE "[/-]" "_" symbol "${words}")
        string(REPLACE "/" "\", \"" quoted "${words}")
        if(NOT words MATCHES "/")
            set(quoted "${words}\", \"")
        endif()
        string(APPEND declarations "CommandSpec ${symbol}_command();\n")
        set(help "")
        if(EXISTS "${commands_dir}/${words}.md")
            file(READ "${commands_dir}/${words}.md" help)
            set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS
                         "${commands_dir}/${words}.md")
        endif()
        string(APPEND calls "    registry.command(\"${quoted}\", &praxis::${symbol}_command, "
                            "R\"praxis(${help})praxis\");\n")
    endforeach()

    set(expected 1)
    file(GLOB migrations CONFIGURE_DEPENDS "${schemas_dir}/[0-9][0-9][0-9][0-9]_*.sql")
    list(SORT migrations)
    foreach(migration IN LISTS migrations)
        get_filename_component(file "${migration}" NAME_WE)
        string(REGEX MATCH "^0*([0-9]+)_(.*)$" matched "${file}")
        if(NOT CMAKE_MATCH_1 EQUAL expected)
            message(FATAL_ERROR "${migration}: migration ${expected} was expected here")
        endif()
        set(number "${CMAKE_MATCH_1}")
        set(name "${CMAKE_MATCH_2}")
        file(READ "${migration}" sql)
        string(APPEND calls "    registry.migration(${number}, \"${name}\", R\"praxis(${sql})praxis\");\n")
        set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${migration}")
        math(EXPR expected "${expected} + 1")
    endforeach()

    if(parts)
        string(APPEND declarations "void register_parts(Registry& registry);\n")
        string(APPEND calls "    praxis::register_parts(registry);\n")
    endif()
    file(WRITE "${output}.new"
"// Written by praxis_add_plugin(); edits are lost.
#include <praxis/plugin.hpp>

namespace praxis {
${declarations}} // namespace praxis

void ${function}(praxis::Registry& registry);

void ${function}([[maybe_unused]] praxis::Registry& registry) {
${calls}}
")
    configure_file("${output}.new" "${output}" COPYONLY)
    math(EXPR last "${expected} - 1")
    set(praxis_schema_version "${last}" PARENT_SCOPE)
endfunction()

# A plugin's own sources, without its tests and without a build folder inside it.
function(praxis_sources_of folder result)
    file(GLOB sources CONFIGURE_DEPENDS "${folder}/*.cpp")
    file(GLOB children LIST_DIRECTORIES true "${folder}/*")
    foreach(child IN LISTS children)
        cmake_path(IS_PREFIX child "${PROJECT_BINARY_DIR}" is_build)
        if(EXISTS "${child}/CMakeCache.txt") # another build folder
            set(is_build ON)
        endif()
        if(IS_DIRECTORY "${child}" AND NOT is_build AND NOT child MATCHES "/tests$")
            file(GLOB_RECURSE below CONFIGURE_DEPENDS "${child}/*.cpp")
            list(APPEND sources ${below})
        endif()
    endforeach()
    set(${result} "${sources}" PARENT_SCOPE)
endfunction()

function(praxis_add_plugin folder)
    get_filename_component(folder "${folder}" ABSOLUTE)
    set(manifest "${folder}/plugin.toml")
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${manifest}")
    praxis_manifest_value("${manifest}" name name)
    praxis_manifest_value("${manifest}" version version)
    string(REPLACE "-" "_" symbol "${name}")

    set(schemas "${folder}/schemas")
    if(NOT IS_DIRECTORY "${schemas}")
        set(schemas "${CMAKE_CURRENT_SOURCE_DIR}/schemas/${name}")
    endif()
    set(generated "${CMAKE_CURRENT_BINARY_DIR}/generated/${name}")
    set(parts OFF)
    if(EXISTS "${folder}/plugin.cpp")
        set(parts ON)
    endif()
    praxis_generate_registration(
        "${generated}/registration.cpp" "register_${symbol}" "${folder}/commands" "${schemas}" ${parts}
    )
    file(READ "${manifest}" manifest_text)
    if(NOT manifest_text MATCHES "\nschema *= *${praxis_schema_version} *(#[^\n]*)?\n"
       AND NOT (praxis_schema_version EQUAL 0 AND NOT manifest_text MATCHES "\nschema *="))
        message(FATAL_ERROR "${manifest}: schema must be ${praxis_schema_version}, "
                            "the number of the last migration in ${schemas}")
    endif()

    # Everything except the entry point, so that the unit tests link the same objects.
    praxis_sources_of("${folder}" sources)
    add_library(plugin-${name}-objects OBJECT ${sources} "${generated}/registration.cpp")
    target_compile_definitions(
        plugin-${name}-objects
        PRIVATE PRAXIS_PLUGIN_NAME="${name}" PRAXIS_PLUGIN_VERSION="${version}"
    )
    target_include_directories(plugin-${name}-objects PRIVATE "${folder}")
    file(GLOB published "${CMAKE_CURRENT_SOURCE_DIR}/plugins/*/include" "${folder}/include")
    target_include_directories(plugin-${name}-objects PUBLIC ${published})
    target_link_libraries(plugin-${name}-objects PUBLIC praxis::core)
    praxis_link_compiler(plugin-${name}-objects)
    if(COMMAND praxis_precompile)
        # The name is a macro there, so no other plugin can share them.
        praxis_precompile(plugin-${name}-objects ${name})
    endif()

    if(EXISTS "${folder}/plugin.cmake")
        set(PRAXIS_PLUGIN_TARGETS plugin-${name}-objects)
        include("${folder}/plugin.cmake")
    endif()

    file(WRITE "${generated}/entry.cpp.new"
         "#include <praxis/plugin.hpp>\nvoid register_${symbol}(praxis::Registry& registry);\n"
         "PRAXIS_PLUGIN(register_${symbol})\n")
    configure_file("${generated}/entry.cpp.new" "${generated}/entry.cpp" COPYONLY)
    add_library(plugin-${name} MODULE "${generated}/entry.cpp")
    target_compile_definitions(
        plugin-${name} PRIVATE PRAXIS_PLUGIN_NAME="${name}" PRAXIS_PLUGIN_VERSION="${version}"
    )
    target_link_libraries(plugin-${name} PRIVATE plugin-${name}-objects praxis::core)
    praxis_link_compiler(plugin-${name})
    # The library is never unloaded, and all symbols are resolved at link time and load time.
    target_link_options(plugin-${name} PRIVATE -Wl,-z,nodelete)
    if(NOT PRAXIS_SANITIZE)
        target_link_options(plugin-${name} PRIVATE -Wl,-z,defs)
    endif()
    set(home "${PROJECT_BINARY_DIR}/${PRAXIS_PLUGIN_DIR}/${name}")
    set_target_properties(
        plugin-${name} PROPERTIES PREFIX "" OUTPUT_NAME "${name}" LIBRARY_OUTPUT_DIRECTORY "${home}"
                                  INSTALL_RPATH "" BUILD_WITH_INSTALL_RPATH ON
    )

    # The manifest and the declarative files are beside the library: the folder is the plugin.
    configure_file("${manifest}" "${home}/plugin.toml" COPYONLY)
    install(TARGETS plugin-${name} DESTINATION "${PRAXIS_PLUGIN_DIR}/${name}")
    install(FILES "${manifest}" DESTINATION "${PRAXIS_PLUGIN_DIR}/${name}")
    file(GLOB topics CONFIGURE_DEPENDS "${folder}/help/*.md")
    if(topics)
        file(CREATE_LINK "${folder}/help" "${home}/help" SYMBOLIC)
        install(DIRECTORY "${folder}/help" DESTINATION "${PRAXIS_PLUGIN_DIR}/${name}")
    endif()
    file(GLOB manuals CONFIGURE_DEPENDS "${folder}/man/*.5")
    if(manuals)
        install(FILES ${manuals} DESTINATION "${CMAKE_INSTALL_MANDIR}/man5")
    endif()
    if(IS_DIRECTORY "${folder}/include")
        install(DIRECTORY "${folder}/include/" DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}")
    endif()
    file(GLOB entries "${schemas}/*")
    foreach(entry IN LISTS entries)
        if(IS_DIRECTORY "${entry}")
            get_filename_component(entry_name "${entry}" NAME)
            file(CREATE_LINK "${entry}" "${home}/${entry_name}" SYMBOLIC)
            install(DIRECTORY "${entry}" DESTINATION "${PRAXIS_PLUGIN_DIR}/${name}")
        endif()
    endforeach()

    file(GLOB tests CONFIGURE_DEPENDS "${folder}/tests/*_tests.cpp")
    if(BUILD_TESTING AND tests)
        praxis_add_plugin_test(${name} ${tests})
    endif()
    file(GLOB transcripts CONFIGURE_DEPENDS "${folder}/tests/*.transcript")
    if(BUILD_TESTING AND TARGET praxis)
        praxis_add_transcripts(${name} ${transcripts})
    endif()
endfunction()

# One Boost.Test program of the plugin NAME: it links the plugin's own objects, and a
# praxis::testing::Practice in it finds the plugin and the bundled plugins.
function(praxis_add_plugin_test name)
    praxis_add_unit_tests(${name}_tests ${ARGN})
    get_target_property(folder plugin-${name}-objects INCLUDE_DIRECTORIES)
    list(GET folder 0 folder)
    target_include_directories(${name}_tests PRIVATE "${folder}")
    target_link_libraries(${name}_tests PRIVATE plugin-${name}-objects)
    add_dependencies(${name}_tests plugin-${name})
endfunction()

# One Boost.Test program of the given sources.
function(praxis_add_unit_tests target)
    add_executable(${target} ${ARGN} "${PRAXIS_CMAKE_DIR}/unit_test_main.cpp")
    target_compile_definitions(
        ${target}
        PRIVATE BOOST_TEST_DYN_LINK
                PRAXIS_PLUGINS_UNDER_TEST="${PROJECT_BINARY_DIR}/${PRAXIS_PLUGIN_DIR}:${PRAXIS_BUNDLED_PLUGINS}"
    )
    target_link_libraries(${target} PRIVATE praxis::core Boost::unit_test_framework)
    if(TARGET Boost::filesystem)
        target_link_libraries(${target} PRIVATE Boost::filesystem)
    endif()
    praxis_link_compiler(${target})
    if(COMMAND praxis_precompile)
        praxis_precompile(${target} tests <boost/test/unit_test.hpp>)
    endif()
    set_source_files_properties(
        "${PRAXIS_CMAKE_DIR}/unit_test_main.cpp" PROPERTIES SKIP_PRECOMPILE_HEADERS ON
    ) # it defines the module before it includes the framework
    set_target_properties(
        ${target} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/tests"
    )
    add_test(NAME ${target} COMMAND ${target} --color_output=no)
endfunction()

# Each transcript is one test: it runs command lines and compares stdout, stderr and exit codes.
function(praxis_add_transcripts owner)
    foreach(transcript IN LISTS ARGN)
        get_filename_component(name "${transcript}" NAME_WE)
        add_test(
            NAME transcript.${owner}.${name}
            COMMAND "${PROJECT_SOURCE_DIR}/tests/support/run_transcript"
                    "${PROJECT_BINARY_DIR}/${CMAKE_INSTALL_BINDIR}/praxis" "${transcript}"
        )
        set_tests_properties(transcript.${owner}.${name} PROPERTIES SKIP_RETURN_CODE 77)
    endforeach()
endfunction()
