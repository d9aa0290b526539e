# SPDX-License-Identifier: MIT
# Expat reads the narratives of FHIR reports.
pkg_check_modules(expat REQUIRED IMPORTED_TARGET expat)
foreach(target IN LISTS PRAXIS_PLUGIN_TARGETS)
    target_link_libraries(${target} PRIVATE PkgConfig::expat)
endforeach()
