# SPDX-FileCopyrightText: Foresell contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# Every compiler flag of the project sits on the target foresell_options.

find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  # A precompiled header is only cached with these sloppiness values.
  set(CMAKE_CXX_COMPILER_LAUNCHER
      ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
      ${CCACHE_PROGRAM})
endif()

add_library(foresell_options INTERFACE)
target_compile_features(foresell_options INTERFACE cxx_std_20)
target_include_directories(foresell_options INTERFACE ${PROJECT_SOURCE_DIR})
target_compile_definitions(foresell_options INTERFACE FORESELL_VERSION="${PROJECT_VERSION}")
target_compile_options(foresell_options INTERFACE
  -Wall -Wextra -Wpedantic -Wconversion $<$<CXX_COMPILER_ID:GNU>:-Wshadow=local> -Wold-style-cast -Wnon-virtual-dtor
  -Woverloaded-virtual
  -Wno-missing-field-initializers  # designated initializers leave the rest at their defaults
  -fpch-preprocess)
if(FORESELL_WARNINGS_AS_ERRORS)
  target_compile_options(foresell_options INTERFACE -Werror)
endif()
if(FORESELL_SANITIZE)
  target_compile_options(foresell_options INTERFACE -fsanitize=${FORESELL_SANITIZE} -fno-omit-frame-pointer
                         -fno-sanitize-recover=undefined)
  target_link_options(foresell_options INTERFACE -fsanitize=${FORESELL_SANITIZE})
endif()
