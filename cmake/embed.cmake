# Files that become C++: shaders, words and looks. The generated headers stand in ${DEX_GENERATED}, which is
# on the include path of the target that asked for them.

find_program(DEX_NODE node REQUIRED NO_CMAKE_FIND_ROOT_PATH)
find_program(DEX_GLSLANG glslangValidator NO_CMAKE_FIND_ROOT_PATH)
set(DEX_GENERATED ${CMAKE_BINARY_DIR}/generated)
# All of them, for what reads C++ without compiling it (tools/tidy.mjs).
add_custom_target(generated)

# dex_shaders(<target>): `#include "gpu/shader_sources.h"` gives kAreasVert, kAreasFrag, … for each
# shaders/*.vert and *.frag, includes resolved, checked by glslangValidator: a typo fails the build.
function(dex_shaders target)
  file(GLOB shaders CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/shaders/*.vert ${CMAKE_SOURCE_DIR}/shaders/*.frag)
  file(GLOB common CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/shaders/common/*)
  set(header ${DEX_GENERATED}/gpu/shader_sources.h)
  add_custom_command(
    OUTPUT ${header}
    COMMAND ${DEX_NODE} ${CMAKE_SOURCE_DIR}/tools/shaders.mjs ${header} ${DEX_GLSLANG} ${shaders}
    DEPENDS ${shaders} ${common} ${CMAKE_SOURCE_DIR}/tools/shaders.mjs
    COMMENT "Checking and embedding the shaders" VERBATIM)
  dex_embed(${target} ${header})
endfunction()

# dex_words(<target>): `#include "words/words_en.inc"` gives DEX_WORD(cardRank, "card.rank", "…") for each
# text of src/words/en.json, in order of key; the shell's own keys (`shell.`) are left to JavaScript. Those of files to
# take away (`take.`) are in "words/take_words_en.inc".
function(dex_words target)
  _dex_word_table(${target} cpp words_en.inc)
  _dex_word_table(${target} take take_words_en.inc)
endfunction()

function(_dex_word_table target kind file)
  set(include ${DEX_GENERATED}/words/${file})
  add_custom_command(
    OUTPUT ${include}
    COMMAND ${DEX_NODE} ${CMAKE_SOURCE_DIR}/tools/words.mjs --${kind} ${include}
    DEPENDS ${CMAKE_SOURCE_DIR}/src/words/en.json ${CMAKE_SOURCE_DIR}/tools/words.mjs
    COMMENT "Embedding the words: ${kind}" VERBATIM)
  dex_embed(${target} ${include})
endfunction()

# dex_looks(<target>): `#include "look/colours.inc"` gives the themes of src/look/looks.json as constexpr Tokens,
# "look/sizes.inc" its sizes.
function(dex_looks target)
  foreach(kind IN ITEMS colours sizes)
    set(include ${DEX_GENERATED}/look/${kind}.inc)
    _dex_look(${kind} ${include})
    dex_embed(${target} ${include})
  endforeach()
endfunction()

# dex_page_looks(<target> <file>): the colours of looks.json as the page has them.
function(dex_page_looks target file)
  _dex_look(css ${file})
  add_custom_target(generate_page_looks DEPENDS ${file})
  add_dependencies(${target} generate_page_looks)
endfunction()

function(_dex_look kind file)
  add_custom_command(
    OUTPUT ${file}
    COMMAND ${DEX_NODE} ${CMAKE_SOURCE_DIR}/tools/looks.mjs --${kind} ${file}
    DEPENDS ${CMAKE_SOURCE_DIR}/src/look/looks.json ${CMAKE_SOURCE_DIR}/tools/looks.mjs
    COMMENT "Embedding the looks: ${kind}" VERBATIM)
endfunction()

# dex_pseudo_words(<target>): the same file with the texts of no language; it comes first for this target.
function(dex_pseudo_words target)
  set(folder ${CMAKE_BINARY_DIR}/generated_pseudo)
  set(include ${folder}/words/words_en.inc)
  add_custom_command(
    OUTPUT ${include}
    COMMAND ${DEX_NODE} ${CMAKE_SOURCE_DIR}/tools/words.mjs --cpp ${include} --pseudo
    DEPENDS ${CMAKE_SOURCE_DIR}/src/words/en.json ${CMAKE_SOURCE_DIR}/tools/words.mjs
    COMMENT "Embedding the words of no language" VERBATIM)
  add_custom_target(generate_pseudo_words DEPENDS ${include})
  add_dependencies(${target} generate_pseudo_words)
  target_include_directories(${target} BEFORE PRIVATE ${folder})
endfunction()

# A target that includes the header, and all that depend on it, wait until it has been made.
function(dex_embed target header)
  cmake_path(GET header STEM LAST_ONLY stem)
  add_custom_target(generate_${stem} DEPENDS ${header})
  add_dependencies(${target} generate_${stem})
  add_dependencies(generated generate_${stem})
  target_sources(${target} PRIVATE ${header})
  target_include_directories(${target} PUBLIC ${DEX_GENERATED})
endfunction()
