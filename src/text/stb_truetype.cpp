// The one copy of stb_truetype. It takes its memory as everything of ours does: where there is none, it would draw no glyph, or
// write to address 0, which in wasm is an address like any other.

#include <new>

#define STBTT_malloc(size, user) (static_cast<void>(user), ::operator new(size))
#define STBTT_free(memory, user) (static_cast<void>(user), ::operator delete(memory))
#define STB_TRUETYPE_IMPLEMENTATION
#include <stb/stb_truetype.h>
