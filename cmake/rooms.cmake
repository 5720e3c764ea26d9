# The rooms of the house, left to right: a room may use those on its left and itself.
set(DEX_ROOMS base table geo archive find stats risk text map words look model gpu ui output app)
if(NOT EMSCRIPTEN)
  list(APPEND DEX_ROOMS compile)
endif()

# The rooms that read foreign bytes, where the branches are counted that tests take (tools/coverage.mjs). Their tests are
# compiled in the same way: which copy of an inline function the linker takes is its own affair.
if(DEX_COVERAGE)
  set(DEX_COVERED archive table map compile)
  set(DEX_COUNT_BRANCHES -fprofile-instr-generate -fcoverage-mapping)
endif()

# Adds a folder when it has a CMakeLists.txt.
function(dex_add_folder folder)
  if(EXISTS ${CMAKE_SOURCE_DIR}/${folder}/CMakeLists.txt)
    add_subdirectory(${folder})
  endif()
endfunction()

# Turns room names into their targets, and refuses one that stands to the right of `room`.
function(_dex_targets out room)
  list(FIND DEX_ROOMS ${room} here)
  set(targets)
  foreach(other IN LISTS ARGN)
    list(FIND DEX_ROOMS ${other} there)
    if(there LESS 0 OR (here GREATER_EQUAL 0 AND there GREATER here))
      message(FATAL_ERROR "${room} may not use ${other}: includes point left (cmake/rooms.cmake).")
    endif()
    if(TARGET dex_${other})
      list(APPEND targets dex_${other})
    endif()
  endforeach()
  set(${out} ${targets} PARENT_SCOPE)
endfunction()

# dex_room(<room> SOURCES a.cpp … [DEPENDS room …] [LINK library …] [HEADERS <header> …]): the static library dex_<room>.
# A room of headers alone gives no SOURCES. HEADERS are of third parties, heavy ones, to be compiled once for the room.
function(dex_room room)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;DEPENDS;LINK;HEADERS")
  _dex_targets(rooms ${room} ${arg_DEPENDS})
  if(NOT arg_SOURCES)
    add_library(dex_${room} INTERFACE)
    target_include_directories(dex_${room} INTERFACE ${CMAKE_SOURCE_DIR}/src)
    target_link_libraries(dex_${room} INTERFACE ${rooms} ${arg_LINK})
    return()
  endif()
  add_library(dex_${room} STATIC ${arg_SOURCES})
  target_include_directories(dex_${room} PUBLIC ${CMAKE_SOURCE_DIR}/src)
  target_link_libraries(dex_${room} PUBLIC ${rooms} ${arg_LINK} PRIVATE dex_options)
  if(room IN_LIST DEX_COVERED)
    target_compile_options(dex_${room} PRIVATE ${DEX_COUNT_BRANCHES})
    target_link_options(dex_${room} PUBLIC ${DEX_COUNT_BRANCHES})
  endif()
  # Where the files of a room are compiled together (CMakePresets.json), clang-tidy is not to wonder at it.
  set_target_properties(dex_${room} PROPERTIES
    UNITY_BUILD_CODE_BEFORE_INCLUDE "// NOLINTNEXTLINE(bugprone-suspicious-include)")
  if(arg_HEADERS)
    target_precompile_headers(dex_${room} PRIVATE ${DEX_STANDARD_HEADERS} ${arg_HEADERS})
  else()
    target_precompile_headers(dex_${room} REUSE_FROM dex_headers)
  endif()
endfunction()

# An executable beside the tests; as wasm a script that node runs, with the machine's own files.
function(_dex_test_program name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;LINK")
  add_executable(${name} ${arg_SOURCES})
  target_include_directories(${name} PRIVATE ${CMAKE_SOURCE_DIR}/src ${CMAKE_SOURCE_DIR}/tests)
  target_link_libraries(${name} PRIVATE ${arg_LINK} dex_lenient)
  if(EMSCRIPTEN)
    # package.json says that .js is an ES module; the test runner's glue is not.
    set_target_properties(${name} PROPERTIES SUFFIX .cjs)
    target_compile_options(${name} PRIVATE -fexceptions)
    target_link_options(${name} PRIVATE -fexceptions -sEXIT_RUNTIME=1 -sALLOW_MEMORY_GROWTH=1
      -sMAXIMUM_MEMORY=1GB -sSTACK_SIZE=1MB -sENVIRONMENT=node -sNODERAWFS=1)
  endif()
endfunction()

# dex_test_program(<name> SOURCES … [DEPENDS room …]): a program that a test in another language runs.
function(dex_test_program name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;DEPENDS")
  _dex_targets(rooms ${name} ${arg_DEPENDS})
  _dex_test_program(${name} LINK ${rooms} SOURCES ${arg_SOURCES})
endfunction()

# dex_test(<room> SOURCES a_test.cpp … [DEPENDS room …] [LINK library …]): the executable test_<room>.
# Tests reach the repository as DEX_ROOT, a string literal without a slash at its end.
function(dex_test room)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;DEPENDS;LINK")
  _dex_targets(rooms ${room} ${arg_DEPENDS})
  if(TARGET dex_${room})
    list(APPEND rooms dex_${room})
  endif()
  _dex_test_program(test_${room} LINK ${rooms} ${arg_LINK} gtest_main SOURCES ${arg_SOURCES})
  target_compile_definitions(test_${room} PRIVATE DEX_ROOT="${CMAKE_SOURCE_DIR}")
  if(room IN_LIST DEX_COVERED)
    target_compile_options(test_${room} PRIVATE ${DEX_COUNT_BRANCHES})
  endif()
  target_precompile_headers(test_${room} REUSE_FROM test_headers)
  gtest_discover_tests(test_${room} DISCOVERY_MODE PRE_TEST WORKING_DIRECTORY ${CMAKE_SOURCE_DIR})
endfunction()

# dex_bench(<name> SOURCES … [DEPENDS room …]): the executable bench_<name>, Google Benchmark's main linked.
function(dex_bench name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;DEPENDS;LINK")
  _dex_targets(rooms ${name} ${arg_DEPENDS})
  add_executable(bench_${name} ${arg_SOURCES})
  target_include_directories(bench_${name} PRIVATE ${CMAKE_SOURCE_DIR}/src ${CMAKE_SOURCE_DIR}/tests)
  target_compile_definitions(bench_${name} PRIVATE DEX_ROOT="${CMAKE_SOURCE_DIR}")
  target_link_libraries(bench_${name} PRIVATE ${rooms} ${arg_LINK} dex_lenient benchmark::benchmark_main)
endfunction()

# dex_fuzz(<name> SOURCES … [DEPENDS room …]): the executable fuzz_<name>; it starts from the files in
# tests/fuzz/seeds/<name>/ where there are any. The rooms that it names tell it which way they went: what
# -fsanitize=fuzzer-no-link asks for, but for their precompiled headers, which they share with all others. Tests can be linked
# with them as well.
function(dex_fuzz name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;DEPENDS;LINK")
  _dex_targets(rooms ${name} ${arg_DEPENDS})
  add_executable(fuzz_${name} ${arg_SOURCES})
  target_include_directories(fuzz_${name} PRIVATE ${CMAKE_SOURCE_DIR}/src ${CMAKE_SOURCE_DIR}/tests)
  target_link_libraries(fuzz_${name} PRIVATE ${rooms} ${arg_LINK} dex_lenient)
  target_link_options(fuzz_${name} PRIVATE -fsanitize=fuzzer)
  add_dependencies(fuzzers fuzz_${name})
  foreach(room IN LISTS arg_DEPENDS)
    get_target_property(options dex_${room} COMPILE_OPTIONS)
    if(NOT options MATCHES sanitize-coverage)
      target_compile_options(dex_${room} PRIVATE -fsanitize-coverage=inline-8bit-counters,pc-table,indirect-calls,trace-cmp)
    endif()
  endforeach()
endfunction()

# dex_command(SOURCES main.cpp … [LINK library …]): the command line `dex`. The release preset leaves it
# at build/dex besides.
function(dex_command)
  cmake_parse_arguments(PARSE_ARGV 0 arg "" "" "SOURCES;LINK")
  add_executable(dex ${arg_SOURCES})
  target_compile_definitions(dex PRIVATE DEX_VERSION="${PROJECT_VERSION}")
  target_link_libraries(dex PRIVATE dex_compile dex_lenient dep_cli11 ${arg_LINK})
  if(CMAKE_BINARY_DIR STREQUAL ${CMAKE_SOURCE_DIR}/build/release)
    add_custom_command(TARGET dex POST_BUILD VERBATIM
      COMMAND ${CMAKE_COMMAND} -E copy $<TARGET_FILE:dex> ${CMAKE_SOURCE_DIR}/build/dex)
  endif()
endfunction()
