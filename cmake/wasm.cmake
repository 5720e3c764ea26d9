# The module for the browser: dex.mjs and dex.wasm.

# dex_wasm_module(SOURCES … LINK library …): the executable dex_wasm. What it exports stands in
# wasm/exports.txt, one name a line as in dex.h; what it exports besides when it is not what ships, in exports_dev.txt.
function(dex_wasm_module)
  cmake_parse_arguments(PARSE_ARGV 0 arg "" "" "SOURCES;LINK")
  set(lists ${CMAKE_SOURCE_DIR}/wasm/exports.txt)
  if(NOT DEX_SIZE)
    list(APPEND lists ${CMAKE_SOURCE_DIR}/wasm/exports_dev.txt)
  endif()
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${lists})
  foreach(list IN LISTS lists)
    file(STRINGS ${list} listed REGEX "^[a-z]")
    list(APPEND exports ${listed})
  endforeach()
  list(TRANSFORM exports PREPEND _)
  list(JOIN exports , exports)

  add_executable(dex_wasm ${arg_SOURCES})
  target_include_directories(dex_wasm PRIVATE ${CMAKE_SOURCE_DIR})
  target_link_libraries(dex_wasm PRIVATE ${arg_LINK} dex_options)
  set_target_properties(dex_wasm PROPERTIES OUTPUT_NAME dex SUFFIX .mjs LINK_DEPENDS "${lists}")
  target_link_options(dex_wasm PRIVATE
    --no-entry
    -sEXPORTED_FUNCTIONS=${exports}
    -sEXPORTED_RUNTIME_METHODS=HEAPU8
    -sINCOMING_MODULE_JS_API=instantiateWasm
    -sMODULARIZE=1 -sEXPORT_ES6=1 -sENVIRONMENT=web -sFILESYSTEM=0
    -sMIN_WEBGL_VERSION=2 -sMAX_WEBGL_VERSION=2 -sGL_ENABLE_GET_PROC_ADDRESS=0
    -sGL_SUPPORT_AUTOMATIC_ENABLE_EXTENSIONS=0
    -sALLOW_MEMORY_GROWTH=1 -sMAXIMUM_MEMORY=128MB -sSTACK_SIZE=256KB -sMALLOC=emmalloc
    -sDYNAMIC_EXECUTION=0 -sSUPPORT_LONGJMP=0 -sTEXTDECODER=2)
  if(DEX_SIZE)
    # What was inlined where it was compiled is enough: a function put into its one caller packs worse than a call
    # (docs/decisions/0004-wasm-size.md).
    string(JOIN , passes
      --one-caller-inline-max-function-size=20 --always-inline-max-function-size=6 --converge --merge-similar-functions)
    # Where each piece of data stands: tools/split.mjs divides it too.
    target_link_options(dex_wasm PRIVATE -Wl,--Map=${CMAKE_CURRENT_BINARY_DIR}/../dex.map)
    target_link_options(dex_wasm PRIVATE -Os -flto --closure 1 --profiling-funcs
      -Wl,-mllvm,-inline-threshold=-16000 -sBINARYEN_EXTRA_PASSES=${passes})
    # The functions of one class side by side pack better. Their names are of no use after that.
    find_program(DEX_WASM_OPT wasm-opt REQUIRED NO_CMAKE_FIND_ROOT_PATH
      HINTS ${EMSCRIPTEN_ROOT_PATH}/../bin ${EMSCRIPTEN_ROOT_PATH}/../../../bin)
    # The same Binaryen divides the module in two (tools/split.mjs).
    cmake_path(GET DEX_WASM_OPT PARENT_PATH binaryen)
    file(WRITE ${CMAKE_BINARY_DIR}/binaryen "${binaryen}")
    add_custom_command(TARGET dex_wasm POST_BUILD VERBATIM
      COMMAND ${DEX_WASM_OPT} $<TARGET_FILE_DIR:dex_wasm>/dex.wasm -o $<TARGET_FILE_DIR:dex_wasm>/dex.wasm
        --enable-bulk-memory --enable-nontrapping-float-to-int
        -Oz --skip-pass=inlining-optimizing --reorder-functions-by-name --strip-debug)
    set(closure ${CMAKE_SOURCE_DIR}/node_modules/google-closure-compiler-linux/compiler)
    set_property(TARGET dex_wasm PROPERTY RULE_LAUNCH_LINK
      "${CMAKE_COMMAND} -E env EM_CLOSURE_COMPILER=${closure}")
  else()
    target_link_options(dex_wasm PRIVATE -O1 -g2 -sASSERTIONS=1)
  endif()
endfunction()
