# How our own code is compiled. Everything is on interface targets, nothing in CMAKE_CXX_FLAGS.
#
#   dex_options    rooms: without exceptions and RTTI
#   dex_lenient    tests and the command line's main file: with both

add_library(dex_common INTERFACE)
target_compile_features(dex_common INTERFACE cxx_std_20)
# One rounding for each operation, so that every machine and wasm give the same bits.
target_compile_options(dex_common INTERFACE -ffp-contract=off)

# What third-party sources share with ours, so that all objects link together. In tests they are neither optimised nor
# sanitized: that takes most of their time, and tests ask nothing of them.
add_library(dex_foreign INTERFACE)
if(DEX_SIZE)
  # What ships names files from the root on, not the machine that built it; from the build folder on, as a compiler cache with
  # CCACHE_BASEDIR hands them over, they would be other bytes.
  target_compile_options(dex_foreign INTERFACE -Oz -flto -mbulk-memory -mnontrapping-fptoint
    "-fmacro-prefix-map=${CMAKE_SOURCE_DIR}/=" "-fmacro-prefix-map=../../=")
elseif(CMAKE_BUILD_TYPE STREQUAL Release)
  target_compile_options(dex_foreign INTERFACE -O2)
endif()

add_library(dex_codegen INTERFACE)
target_link_libraries(dex_codegen INTERFACE dex_foreign)
if(DEX_SANITIZE)
  # The vptr check needs RTTI, which rooms do without.
  set(_sanitize -fsanitize=address,undefined -fno-sanitize=vptr -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_compile_options(dex_codegen INTERFACE ${_sanitize})
  target_link_options(dex_codegen INTERFACE ${_sanitize})
endif()
target_link_libraries(dex_common INTERFACE dex_codegen)

add_library(dex_lenient INTERFACE)
target_link_libraries(dex_lenient INTERFACE dex_common)
target_compile_options(dex_lenient INTERFACE -Wall -Wextra -Wshadow -Wconversion -Wold-style-cast -Werror)
# clang counts these two to -Wconversion, g++ does not: sizes and iterator differences have 32 bits in wasm, and every
# count that a file gives is checked against its limit before it becomes one.
target_compile_options(dex_lenient INTERFACE
  $<$<CXX_COMPILER_ID:Clang>:-Wno-sign-conversion> $<$<CXX_COMPILER_ID:Clang>:-Wno-shorten-64-to-32>
  # clang finds a deprecated function inside g++'s own std::stable_sort.
  $<$<CXX_COMPILER_ID:Clang>:-Wno-deprecated-declarations>)

add_library(dex_options INTERFACE)
target_link_libraries(dex_options INTERFACE dex_lenient)
target_compile_options(dex_options INTERFACE -fno-exceptions -fno-rtti)
# Not the tests themselves: what they call is ours, and compiling them takes longer than running them.
if(DEX_SANITIZE OR (EMSCRIPTEN AND NOT DEX_SIZE))
  target_compile_options(dex_options INTERFACE -O1)
endif()

# The standard headers that most of our files include, compiled once for all rooms and once for all tests: reading
# them takes longer than all else in a file. Nothing of ours is in them, so an edit never makes them again.
set(DEX_STANDARD_HEADERS <algorithm> <array> <bit> <cmath> <cstddef> <cstdint> <map> <memory> <optional> <span> <string>
    <string_view> <utility> <vector>)
file(WRITE ${CMAKE_BINARY_DIR}/empty.cpp "")

add_library(dex_headers OBJECT ${CMAKE_BINARY_DIR}/empty.cpp)
target_link_libraries(dex_headers PRIVATE dex_options)
target_precompile_headers(dex_headers PRIVATE ${DEX_STANDARD_HEADERS})

# dex_hot(file…): files whose speed is felt. Call it in the CMakeLists.txt that lists them.
function(dex_hot)
  if(EMSCRIPTEN)
    set_source_files_properties(${ARGN} PROPERTIES COMPILE_OPTIONS "-O2" SKIP_PRECOMPILE_HEADERS ON)
  elseif(CMAKE_BUILD_TYPE STREQUAL Release)
    set_source_files_properties(${ARGN} PROPERTIES COMPILE_OPTIONS "-O3" SKIP_PRECOMPILE_HEADERS ON)
  endif()
endfunction()
