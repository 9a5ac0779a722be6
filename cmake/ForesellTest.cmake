# SPDX-FileCopyrightText: Foresell contributors
# SPDX-License-Identifier: GPL-3.0-or-later

# foresell_add_test(NAME LIBRARIES lib... [SOURCES file...] [LABELS label...] [TIMEOUT seconds])
# One Qt Test class in NAME.cpp, with its own QTEST_* main; run offscreen, with its own empty home folders and the
# real data's place in FORESELL_DATA. The program's path is in FORESELL_CLI.
function(foresell_add_test name)
  cmake_parse_arguments(ARG "" "TIMEOUT" "LIBRARIES;SOURCES;LABELS" ${ARGN})
  if(NOT ARG_TIMEOUT)
    set(ARG_TIMEOUT 60)
  endif()
  if(FORESELL_SANITIZE)
    math(EXPR ARG_TIMEOUT "${ARG_TIMEOUT} * 20")
  endif()
  add_executable(${name} ${name}.cpp ${ARG_SOURCES})
  set_target_properties(${name} PROPERTIES AUTOMOC ON RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/tests)
  target_link_libraries(${name} PRIVATE foresell_options foresell_test_support ${ARG_LIBRARIES} Qt6::Core Qt6::Test)
  add_test(NAME ${name} COMMAND ${name})
  set(home ${PROJECT_BINARY_DIR}/tests/home/${name})
  set_tests_properties(${name} PROPERTIES
    TIMEOUT ${ARG_TIMEOUT} SKIP_RETURN_CODE 77
    ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8;TZ=UTC;GOMP_SPINCOUNT=1000;HOME=${home};XDG_CONFIG_HOME=${home}/config;XDG_DATA_HOME=${home}/data;XDG_STATE_HOME=${home}/state;XDG_CACHE_HOME=${home}/cache;FORESELL_CLI=${CMAKE_RUNTIME_OUTPUT_DIRECTORY}/foresell-cli")
  if(FORESELL_SANITIZE)
    set_property(TEST ${name} APPEND PROPERTY ENVIRONMENT "QTEST_FUNCTION_TIMEOUT=7200000")
  endif()
  if(ARG_LABELS)
    set_tests_properties(${name} PROPERTIES LABELS "${ARG_LABELS}")
  endif()
endfunction()
