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
endif()
if(PRAXIS_COVERAGE)
    add_compile_options(--coverage)
    add_link_options(--coverage)
endif()

if(CMAKE_BUILD_TYPE MATCHES "Release|RelWithDebInfo")
    target_compile_options(
        praxis-compiler
        INTERFACE
            -D_FORTIFY_SOURCE=2
            -D_GLIBCXX_ASSERTIONS
            -fstack-protector-strong
            -fstack-clash-protection
            $<$<STREQUAL:${CMAKE_SYSTEM_PROCESSOR},x86_64>:-fcf-protection=full>
    )
endif()
target_link_options(
    praxis-compiler INTERFACE -Wl,-z,relro -Wl,-z,now -Wl,-z,noexecstack -Wl,--as-needed
)
