# The Emscripten that tools/setup.mjs chose: the user's own, or the one it unpacked.
set(_chosen ${CMAKE_CURRENT_LIST_DIR}/../deps/toolchain.cmake)
if(NOT EXISTS ${_chosen})
  message(FATAL_ERROR "No WebAssembly compiler has been set up yet: run `npm run build`.")
endif()
include(${_chosen})
