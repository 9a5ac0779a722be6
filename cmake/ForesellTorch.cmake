# SPDX-FileCopyrightText: Foresell contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# Target foresell_torch: Debian's libtorch (CPU), or an upstream libtorch 2.x by -DTORCH_ROOT=/path/to/libtorch
# (the unpacked zip, or the torch folder of the Python wheel). The headers and libraries are looked for by hand,
# since TorchConfig.cmake mixes Debian's libraries with a CUDA toolkit that happens to be installed.

set(TORCH_ROOT "" CACHE PATH "Root of an upstream libtorch; empty: the system's")
if(TORCH_ROOT)
  set(_torch_hints PATHS ${TORCH_ROOT} NO_DEFAULT_PATH)
endif()
find_path(TORCH_INCLUDE_DIR ATen/ATen.h ${_torch_hints} PATH_SUFFIXES include REQUIRED)
find_library(TORCH_LIBRARY torch ${_torch_hints} PATH_SUFFIXES lib REQUIRED)
find_library(TORCH_CPU_LIBRARY torch_cpu ${_torch_hints} PATH_SUFFIXES lib REQUIRED)
find_library(TORCH_C10_LIBRARY c10 ${_torch_hints} PATH_SUFFIXES lib REQUIRED)
find_library(TORCH_CUDA_LIBRARY torch_cuda ${_torch_hints} PATH_SUFFIXES lib)

find_package(OpenMP REQUIRED COMPONENTS CXX)
add_library(foresell_torch INTERFACE)
target_include_directories(foresell_torch SYSTEM INTERFACE
  ${TORCH_INCLUDE_DIR} ${TORCH_INCLUDE_DIR}/torch/csrc/api/include)
target_link_libraries(foresell_torch INTERFACE ${TORCH_LIBRARY} ${TORCH_CPU_LIBRARY} ${TORCH_C10_LIBRARY} OpenMP::OpenMP_CXX)
if(TORCH_CUDA_LIBRARY)
  # libtorch_cuda registers its kernels when it is loaded, so it must stay on the link line.
  target_link_libraries(foresell_torch INTERFACE -Wl,--no-as-needed ${TORCH_CUDA_LIBRARY} -Wl,--as-needed)
  target_compile_definitions(foresell_torch INTERFACE FORESELL_HAS_CUDA)
endif()
if(TORCH_ROOT AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # GCC 12 sees a use after free in the reference counts of libtorch 2's headers, where there is none.
  target_compile_options(foresell_torch INTERFACE -Wno-use-after-free)
endif()
