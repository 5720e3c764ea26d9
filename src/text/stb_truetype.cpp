// The one copy of stb_truetype.

#define STB_TRUETYPE_IMPLEMENTATION
#include <stb/stb_truetype.h>
