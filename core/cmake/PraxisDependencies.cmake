# SPDX-License-Identifier: MIT
# Finds the libraries, and decides between SQLCipher and plain SQLite.
find_package(PkgConfig REQUIRED)

# SQLCipher has SQLite's interface. It must be based on SQLite 3.40 or newer, because older versions
# lack STRICT tables, RETURNING or parts of full-text search.
set(PRAXIS_ENCRYPTED OFF)
if(NOT PRAXIS_ENCRYPTION STREQUAL "OFF")
    find_library(SQLCIPHER_LIBRARY sqlcipher)
    find_path(SQLCIPHER_INCLUDE_DIR sqlite3.h PATH_SUFFIXES sqlcipher NO_CMAKE_PATH
              PATHS /usr/include/sqlcipher /usr/local/include/sqlcipher NO_DEFAULT_PATH)
    if(SQLCIPHER_LIBRARY AND SQLCIPHER_INCLUDE_DIR)
        file(STRINGS "${SQLCIPHER_INCLUDE_DIR}/sqlite3.h" version_line
             REGEX "^#define SQLITE_VERSION_NUMBER")
        string(REGEX MATCH "[0-9]+$" sqlcipher_sqlite_version "${version_line}")
        if(sqlcipher_sqlite_version GREATER_EQUAL 3040000)
            set(PRAXIS_ENCRYPTED ON)
        endif()
    endif()
    if(PRAXIS_ENCRYPTION STREQUAL "ON" AND NOT PRAXIS_ENCRYPTED)
        message(FATAL_ERROR "PRAXIS_ENCRYPTION=ON needs SQLCipher 4.5 or newer (libsqlcipher-dev)")
    endif()
endif()

if(PRAXIS_ENCRYPTED)
    message(STATUS "praxis: practices are encrypted with ${SQLCIPHER_LIBRARY}")
    # Defined before SQLiteCpp searches for SQLite, so that SQLiteCpp links to SQLCipher unchanged.
    add_library(SQLite::SQLite3 UNKNOWN IMPORTED GLOBAL)
    set_target_properties(
        SQLite::SQLite3
        PROPERTIES IMPORTED_LOCATION "${SQLCIPHER_LIBRARY}"
                   INTERFACE_INCLUDE_DIRECTORIES "${SQLCIPHER_INCLUDE_DIR}"
    )
    set(SQLite3_INCLUDE_DIR "${SQLCIPHER_INCLUDE_DIR}" CACHE PATH "" FORCE)
    set(SQLite3_LIBRARY "${SQLCIPHER_LIBRARY}" CACHE FILEPATH "" FORCE)
else()
    message(STATUS "praxis: practices are NOT encrypted by praxis (no SQLCipher 4.5 or newer)")
endif()

find_package(SQLite3 REQUIRED)
find_package(SQLiteCpp REQUIRED)
find_package(Boost 1.74 REQUIRED COMPONENTS program_options filesystem)
pkg_check_modules(toml REQUIRED IMPORTED_TARGET tomlplusplus)
find_package(nlohmann_json REQUIRED)
find_package(fmt REQUIRED)
pkg_check_modules(sodium REQUIRED IMPORTED_TARGET libsodium)
pkg_check_modules(libedit REQUIRED IMPORTED_TARGET libedit)
pkg_check_modules(utf8proc REQUIRED IMPORTED_TARGET libutf8proc)
if(BUILD_TESTING)
    find_package(Boost 1.74 REQUIRED COMPONENTS unit_test_framework)
endif()
