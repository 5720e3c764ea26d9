// The one copy of stb_truetype. Dear ImGui is built against it as well (cmake/dependencies.cmake), so it is compiled with
// the true rectangle packer, whose records Dear ImGui hands in.

#define STBRP_STATIC
#define STB_RECT_PACK_IMPLEMENTATION
#include <stb/stb_rect_pack.h>
#define STB_TRUETYPE_IMPLEMENTATION
#include <stb/stb_truetype.h>
