# SPDX-License-Identifier: MIT
# Language level, warnings, hardening and sanitizers of all targets of praxis.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_CXX_VISIBILITY_PRESET hidden)
set(CMAKE_VISIBILITY_INLINES_HIDDEN ON)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

include(CheckPIESupported)
check_pie_supported()

if(NOT CMAKE_BUILD_TYPE AND NOT CMAKE_CONFIGURATION_TYPES)
    set(CMAKE_BUILD_TYPE Release CACHE STRING "" FORCE)
endif()

# Debug information takes a third of the build time; level 3 of optimisation brings praxis nothing.
set(CMAKE_CXX_FLAGS_RELEASE "-O2 -DNDEBUG")

find_program(PRAXIS_CCACHE ccache)
if(PRAXIS_CCACHE)
    set(CMAKE_CXX_COMPILER_LAUNCHER "${PRAXIS_CCACHE}")
endif()

# The headers that most sources include, compiled once for all targets of one KIND: those have the same
# options. ccache cannot store what uses them, and saves more, so a machine with ccache builds without.
function(praxis_precompile target kind)
    if(PRAXIS_CCACHE)
        return()
    endif()
    get_property(first GLOBAL PROPERTY "praxis_precompiled_${kind}")
    if(first)
        target_precompile_headers(${target} REUSE_FROM ${first})
        return()
    endif()
    target_precompile_headers(
        ${target}
        PRIVATE
            <algorithm> <array> <cstdint> <functional> <map> <memory> <optional> <set> <string>
            <string_view> <utility> <variant> <vector> <SQLiteCpp/SQLiteCpp.h>
            ${ARGN}
    )
    set_property(GLOBAL PROPERTY "praxis_precompiled_${kind}" ${target})
endfunction()

# Interface target that praxis' own targets link privately. Plugins built elsewhere do not get it.
add_library(praxis-compiler INTERFACE)
target_compile_options(
    praxis-compiler
    INTERFACE
        -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wformat=2 -Werror=format-security
        -Wnon-virtual-dtor -Woverloaded-virtual
        # Designated initialisers omit members that keep their default.
        -Wno-missing-field-initializers
)
if(PRAXIS_WERROR)
    target_compile_options(praxis-compiler INTERFACE -Werror)
endif()

if(PRAXIS_SANITIZE)
    # Debian's default --as-needed has no effect under -fsanitize.
    add_compile_options(-fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
    add_link_options(-fsanitize=address,undefined -Wl,--as-needed)
    # Sanitizer reports need only line numbers; full debug information takes an eighth of the build time.
    string(REPLACE "-g" "-g1" CMAKE_CXX_FLAGS_DEBUG "${CMAKE_CXX_FLAGS_DEBUG}")
    # Red zones around each constant cost two thirds of a command's time, and the tests start thousands
    # of commands. Containers check their own bounds instead.
    if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
        add_compile_options(--param=asan-globals=0)
    endif()
    add_compile_definitions(_GLIBCXX_ASSERTIONS)
endif()
if(PRAXIS_COVERAGE)
    add_compile_options(--coverage)
    add_link_options(--coverage)
endif()

if(CMAKE_BUILD_TYPE MATCHES "Release|RelWithDebInfo")
    # Level 3 also checks sizes that are known only while running; clang supports it since 15.
    set(fortify_level 3)
    if(CMAKE_CXX_COMPILER_ID MATCHES "Clang" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 15)
        set(fortify_level 2)
    endif()
    target_compile_options(
        praxis-compiler
        INTERFACE
            # undefine first: some distributions define their own level
            -U_FORTIFY_SOURCE
            -D_FORTIFY_SOURCE=${fortify_level}
            -D_GLIBCXX_ASSERTIONS
            -fstack-protector-strong
            -fstack-clash-protection
    )

    # Used where compiler and processor support them: variables start as zero (experimental in
    # clang 14), and control-flow protection.
    include(CheckCXXCompilerFlag)
    foreach(flag IN ITEMS ftrivial-auto-var-init=zero fcf-protection=full mbranch-protection=standard)
        string(MAKE_C_IDENTIFIER "PRAXIS_KNOWS_${flag}" known)
        check_cxx_compiler_flag("-${flag}" ${known})
        if(${known})
            target_compile_options(praxis-compiler INTERFACE "-${flag}")
        endif()
    endforeach()
endif()
target_link_options(
    praxis-compiler INTERFACE -Wl,-z,relro -Wl,-z,now -Wl,-z,noexecstack -Wl,--as-needed
)
