#ifndef DEX_H
#define DEX_H

// The door between the page and the map: numbers, and pointer + length for UTF-8 text. The page calls; the map never
// calls back. What the map wants stands in its outbox, to be read with dex_next after each frame.
//
// Lend in: pointer + length, valid during the call. Hand in: dex_room, fill, dex_supply. Lend out: valid until the
// next call on the same map; copy at once. Nothing but the map is ever freed by the page.
// A call that can fail returns a status; dex_status_text gives its sentence.

#include <stdint.h>

#ifdef __EMSCRIPTEN__
#define DEX_API __attribute__((visibility("default")))
#else
#define DEX_API
#endif
#define DEX_DEV_API DEX_API

#ifdef __cplusplus
extern "C" {
#endif

typedef struct dex_map dex_map;

enum { DEX_AGAIN = 1, DEX_MAIL = 2 };  // Bits that dex_frame returns.
enum { DEX_POINTER_DOWN, DEX_POINTER_MOVE, DEX_POINTER_UP, DEX_POINTER_CANCEL, DEX_POINTER_LEAVE };
enum { DEX_MOUSE, DEX_TOUCH, DEX_PEN };
enum { DEX_SHIFT = 1, DEX_CTRL = 2, DEX_ALT = 4, DEX_META = 8 };

typedef enum dex_event_kind {
    DEX_EVENT_WANT = 1,       // text: name of an atlas file to fetch and supply; number: bytes. Sent once until failed.
    DEX_EVENT_CURSOR,         // text: a CSS cursor.
    DEX_EVENT_VIEW,           // text: the view state. number: 1 if it is a new view (history entry), 0 if only a pan.
    DEX_EVENT_SELECT,         // text: "level code name" separated by tabs, empty when nothing is selected.
    DEX_EVENT_ANNOUNCE,       // text: a sentence for the screen reader, politely.
    DEX_EVENT_TREE,           // The semantic tree has changed: number is its version.
    DEX_EVENT_PROGRESS,       // number: share of the wanted bytes that have arrived, 0–1.
    DEX_EVENT_FIRST_PICTURE,  // The first frame with areas has been drawn.
    DEX_EVENT_DETAIL,         // All that the view needs is loaded and drawn.
    DEX_EVENT_ERROR,          // text: a sentence; status: which; the rest goes on.
    DEX_EVENT_OPEN,           // text: the view that the reader wants to see on the map's own page.
    DEX_EVENT_COPY,           // text: for the clipboard.
    DEX_EVENT_USE,            // number: 1 the map is in use (gestures are the map's), 0 the page scrolls.
    DEX_EVENT_SHOW,  // text: what the reader wants to see: the page's "text", "share"; the host's "help", "report".
    DEX_EVENT_TEXT   // What dex_text says has changed since.
} dex_event_kind;

// In wasm 32 bytes, little-endian: kind at 0, status 4, text 8, text_size 12, number 16.
typedef struct dex_event {
    uint32_t kind;
    uint32_t status;
    const char* text;  // UTF-8, without a closing zero.
    uint32_t text_size;
    double number;
    double reserved;
} dex_event;

DEX_API dex_map* dex_create(void);
DEX_API void dex_destroy(dex_map*);

// Atlas files by name, hash checked on arrival: the head first ("head.<hash>.dex"), then whatever was wanted; a file
// may be supplied before it is wanted. Faces are supplied as "face.regular" and "face.semibold".
// Several rooms may be out at once; one that is never supplied serves the page as its own scratch.
DEX_API uint8_t* dex_room(dex_map*, uint32_t size);  // Null when there is no memory.
DEX_API uint32_t dex_supply(dex_map*, const char* name, uint32_t name_size, uint8_t* room, uint32_t size);
// Says that a wanted file could not be loaded; dex_retry wants all failed files again.
DEX_API void dex_fail(dex_map*, const char* name, uint32_t name_size, uint32_t status);
DEX_API void dex_retry(dex_map*);

// Size of the canvas in css px, pixel ratio, the page's text size against 16 px.
DEX_API void dex_resize(dex_map*, double css_width, double css_height, double device_pixel_ratio, double text_scale);
// A WebGL 2 context is current now (wasm/context.js), after a loss one of a fresh canvas: everything is uploaded again.
// Ok or NoGpu.
DEX_API uint32_t dex_gpu_ready(dex_map*);
DEX_API void dex_gpu_lost(dex_map*);

// When that which is told next happened: ms on the clock of dex_frame. A hand may do much between two frames.
DEX_API void dex_time(dex_map*, double at_ms);
// Css px from the canvas's corner.
DEX_API void dex_pointer(dex_map*, uint32_t phase, uint32_t kind, uint32_t id, double x, double y, uint32_t buttons,
                         uint32_t modifiers);
DEX_API void dex_wheel(dex_map*, double x, double y, double delta_px,
                       uint32_t modifiers);  // Returns nothing: the page asks dex_in_use first.
DEX_API void dex_key(dex_map*, const char* key, uint32_t key_size,
                     uint32_t modifiers);  // KeyboardEvent.key of a keydown.
DEX_API void dex_focus(dex_map*, uint32_t has_focus);
DEX_API uint32_t dex_in_use(const dex_map*);
// 1: in use from the start and for good (our own page); 0: the page scrolls until the map is in use.
DEX_API void dex_set_own_page(dex_map*, uint32_t own);
// Which controls are shown, all of them otherwise: whatever sets the view (without it the map is drawn as a small one), the
// room for search, the button that shares, the buttons that zoom, and the small map's way to the full one.
enum { DEX_CHOICES = 1, DEX_SEARCH = 2, DEX_SHARE = 4, DEX_ZOOM = 8, DEX_FULL_MAP = 16 };
// Besides, of the host: a page about what helps, named on the card that a search led to, and one for what is wrong, named
// below the sources and the help. Neither otherwise.
enum { DEX_HELP_PAGE = 32, DEX_REPORT_PAGE = 64 };
DEX_API void dex_set_controls(dex_map*, uint32_t shown);
// 1 when the media query says so: reduced motion, dark scheme, more contrast.
DEX_API void dex_set_preferences(dex_map*, uint32_t reduced_motion, uint32_t dark, uint32_t more_contrast);

DEX_API uint32_t dex_frame(dex_map*, double now_ms);  // Draws if anything changed. DEX_AGAIN, DEX_MAIL.
DEX_API const dex_event* dex_next(dex_map*);          // Oldest event, or null.

DEX_API uint32_t dex_set_view(dex_map*, const char* text,
                              uint32_t size);  // Ok, or BadView with an event for each key refused.
DEX_API const char* dex_view(dex_map*, uint32_t* size);
// The view as it stands in a link: with the spec id of its scores. Opened where the same recipe on other files gives
// another id, the view opens with an event OtherFigures.
DEX_API const char* dex_link(dex_map*, uint32_t* size);
// The semantic tree as JSON text: [{id, role, name, value, state, rect:[x,y,w,h], actions, parent}].
DEX_API const char* dex_tree(dex_map*, uint32_t* size);
// Does what a node of the tree offers, as if it had been clicked; value: the option, number or text chosen.
DEX_API uint32_t dex_act(dex_map*, const char* node, uint32_t node_size, const char* value, uint32_t value_size);

// Answers what was typed into a search, as JSON text: {busy, sentence, places: [{ref, name, detail}]}, at most 8, the
// likeliest first. busy: files are wanted with which there may be more; ask again when they are here. An empty text
// only wants the files. The only thing of what was typed that the page is asked for is the file of an outward code.
DEX_API const char* dex_find(dex_map*, const char* text, uint32_t text_size, uint32_t* size);
// Selects and frames a place of the answer. Ok or NotFound.
DEX_API uint32_t dex_choose(dex_map*, const char* ref, uint32_t ref_size);
// Selects the small area at a place in WGS 84 degrees, once its borders are here. Ok, or NotFound outside the map.
DEX_API uint32_t dex_locate(dex_map*, double longitude, double latitude);
// Scrolls a node of the tree into sight.
DEX_API void dex_reveal(dex_map*, const char* node, uint32_t node_size);
// The whole of it as a page of text, in the form of the tree and without places on the screen (src/ui/text_page.h); from
// the first call on its figures are loaded also before there is a picture, and dex_act knows its nodes.
DEX_API const char* dex_text(dex_map*, uint32_t* size);

// Which area is here: exact, against the finest geometry loaded. Returns its name, empty outside.
DEX_API const char* dex_area_at(dex_map*, double x, double y, uint32_t* size);
// The scores behind the view, for export: the codes of the areas of the level shown, one a line, and for each in that
// order a number, NaN where there is none. 0 overall, 1 rank (1 the highest risk, ties share the smaller), 2 band, 3 coverage,
// 4 the need that stands out, 5 the one close behind (both counted from 0), from 6 on the needs in order of the recipe. Null
// until all figures of the index are here, where the atlas has no index, and past the last need.
DEX_API const char* dex_score_codes(dex_map*, uint32_t* size);
DEX_API const double* dex_scores(dex_map*, uint32_t which, uint32_t* count);

// Counters for tests and benchmarks: 0 frames drawn, 1 map pictures drawn, 2 draw calls of the last frame, 3 triangles of
// the last map picture, 4 bytes held by tiles, 5 tiles loaded.
DEX_API double dex_counter(const dex_map*, uint32_t which);

DEX_API uint32_t dex_status_count(void);
DEX_API const char* dex_status_text(uint32_t status, uint32_t* size);

// Exported by the module of `npm run dev` alone (wasm/exports_dev.txt). `text`: the name of a pair in shaders/, its vertex
// and its fragment shader, separated by zeros. Returns the compiler's words, empty when the map is drawn with the new pair.
DEX_DEV_API const char* dex_shader(dex_map*, const char* text, uint32_t text_size, uint32_t* size);

#ifdef __cplusplus
}
#endif

#endif
