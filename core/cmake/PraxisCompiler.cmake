# SPDX-License-Identifier: MIT
# Language level, warnings, hardening and sanitizers of everything we build.
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

find_program(PRAXIS_CCACHE ccache)
if(PRAXIS_CCACHE)
    set(CMAKE_CXX_COMPILER_LAUNCHER "${PRAXIS_CCACHE}")
endif()

# Interface target that our own targets link privately; a plugin of somebody else's does not get it.
add_library(praxis-compiler INTERFACE)
target_compile_options(
    praxis-compiler
    INTERFACE
        -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wformat=2 -Werror=format-security
        -Wnon-virtual-dtor -Woverloaded-virtual
        # Designated initialisers leave out what keeps its default: that is their point.
        -Wno-missing-field-initializers
)
if(PRAXIS_WERROR)
    target_compile_options(praxis-compiler INTERFACE -Werror)
endif()

if(PRAXIS_SANITIZE)
    # Debian's --as-needed default is lost under -fsanitize.
    add_compile_options(-fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
    add_link_options(-fsanitize=address,undefined -Wl,--as-needed)
    # Lines are all that a report shows; the rest of the debug information takes an eighth of the build.
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
    # Level 3 also checks sizes that are known only while running; clang learnt it with 15.
    set(fortify_level 3)
    if(CMAKE_CXX_COMPILER_ID MATCHES "Clang" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 15)
        set(fortify_level 2)
    endif()
    target_compile_options(
        praxis-compiler
        INTERFACE
            # undefined first: some distributions define a level of their own
            -U_FORTIFY_SOURCE
            -D_FORTIFY_SOURCE=${fortify_level}
            -D_GLIBCXX_ASSERTIONS
            -fstack-protector-strong
            -fstack-clash-protection
    )
    # Each holds where the compiler and the processor know it: variables that begin as zero (clang 14
    # calls that an experiment), jumps that land where they may.
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
