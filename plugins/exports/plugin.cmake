# SPDX-License-Identifier: MIT
# Only this plugin draws. Nothing else may link Pango, Cairo or librsvg: their fifty libraries cost
# every start-up some milliseconds.
pkg_check_modules(
    pangocairo REQUIRED IMPORTED_TARGET pangocairo pangoft2 cairo-pdf fontconfig librsvg-2.0
)
# qpdf encrypts what Cairo drew; in the tests it reads it.
pkg_check_modules(qpdf REQUIRED IMPORTED_TARGET libqpdf)
foreach(target IN LISTS PRAXIS_PLUGIN_TARGETS)
    target_link_libraries(${target} PRIVATE PkgConfig::pangocairo PkgConfig::qpdf)
    # std::shared_ptr only, as in the next version of qpdf
    target_compile_definitions(${target} PRIVATE POINTERHOLDER_TRANSITION=4)
endforeach()
if(BUILD_TESTING)
    cmake_language(DEFER CALL target_link_libraries exports_tests PRIVATE PkgConfig::qpdf)
    foreach(test IN ITEMS files hidden_text)
        add_test(
            NAME exports.${test}
            COMMAND "${CMAKE_CURRENT_LIST_DIR}/tests/check_${test}"
                    "${PROJECT_BINARY_DIR}/${CMAKE_INSTALL_BINDIR}/praxis"
        )
    endforeach()
endif()
