# Third parties. Headers of Debian packages are reached through a folder of links, one a library,
# because -I/usr/include would put glibc's headers before Emscripten's.

# dex_system_header(<target> <folder/header>): an interface target by which `#include <folder/header>` works.
function(dex_system_header target header)
  find_path(_dir_${target} NAMES ${header} PATHS /usr/include /usr/local/include
            NO_CMAKE_FIND_ROOT_PATH NO_DEFAULT_PATH)
  if(NOT _dir_${target})
    message(FATAL_ERROR "${header} is missing: run `npm run build`, which sets this machine up.")
  endif()
  cmake_path(GET header PARENT_PATH folder)
  set(farm ${CMAKE_BINARY_DIR}/system/${target})
  file(MAKE_DIRECTORY ${farm})
  file(CREATE_LINK ${_dir_${target}}/${folder} ${farm}/${folder} SYMBOLIC)
  add_library(${target} INTERFACE IMPORTED GLOBAL)
  target_include_directories(${target} SYSTEM INTERFACE ${farm})
endfunction()

dex_system_header(dep_stb stb/stb_truetype.h)
dex_system_header(dep_json nlohmann/json.hpp)

set(_imgui ${CMAKE_SOURCE_DIR}/deps/imgui)
if(NOT EXISTS ${_imgui}/imgui.cpp)
  message(FATAL_ERROR "The sources of Dear ImGui are missing: run `npm run build`.")
endif()
# Only its draw lists are used (ui/drawing.h); the link for the browser leaves the rest out.
add_library(imgui STATIC
  ${_imgui}/imgui.cpp ${_imgui}/imgui_draw.cpp ${_imgui}/imgui_tables.cpp ${_imgui}/imgui_widgets.cpp)
target_include_directories(imgui SYSTEM PUBLIC ${_imgui})
target_include_directories(imgui PUBLIC ${CMAKE_SOURCE_DIR}/src)
target_compile_definitions(imgui PUBLIC IMGUI_USER_CONFIG="ui/imgui_config.h")
target_compile_features(imgui PUBLIC cxx_std_20)
target_compile_options(imgui PRIVATE -w -fno-exceptions -fno-rtti -ffp-contract=off)
target_link_libraries(imgui PUBLIC dex_base PRIVATE dex_foreign)

if(NOT EMSCRIPTEN)
  dex_system_header(dep_cli11 CLI/CLI.hpp)

  find_package(GDAL REQUIRED)
  add_library(dep_gdal INTERFACE)
  target_include_directories(dep_gdal SYSTEM INTERFACE ${GDAL_INCLUDE_DIRS})
  target_link_libraries(dep_gdal INTERFACE GDAL::GDAL)

  find_package(PNG REQUIRED)
  add_library(dep_png INTERFACE)
  target_link_libraries(dep_png INTERFACE PNG::PNG)

  # Packs the pictures that people take away; libpng needs it as well.
  find_package(ZLIB REQUIRED)
  add_library(dep_zlib INTERFACE)
  target_link_libraries(dep_zlib INTERFACE ZLIB::ZLIB)
endif()

if(DEX_TESTS)
  set(INSTALL_GTEST OFF)
  set(BUILD_GMOCK OFF)
  if(EMSCRIPTEN)
    set(gtest_disable_pthreads ON)
  else()
    # OpenGL ES 3 without a window.
    add_library(dep_egl INTERFACE)
    target_link_libraries(dep_egl INTERFACE EGL GLESv2)
  endif()
  add_subdirectory(/usr/src/googletest ${CMAKE_BINARY_DIR}/googletest EXCLUDE_FROM_ALL SYSTEM)
  foreach(target IN ITEMS gtest gtest_main)
    target_link_libraries(${target} PRIVATE dex_foreign)
    if(EMSCRIPTEN)
      target_compile_options(${target} PRIVATE -fexceptions)
    endif()
  endforeach()
  include(GoogleTest)
  add_library(test_headers OBJECT ${CMAKE_BINARY_DIR}/empty.cpp)
  target_link_libraries(test_headers PRIVATE gtest dex_lenient)
  if(EMSCRIPTEN)
    target_compile_options(test_headers PRIVATE -fexceptions)
  endif()
  target_precompile_headers(test_headers PRIVATE ${DEX_STANDARD_HEADERS} <gtest/gtest.h>)
endif()

if(DEX_BENCH)
  find_package(benchmark REQUIRED)
endif()
