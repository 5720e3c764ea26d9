#ifndef DEX_H
#define DEX_H

// The door between the page and the map: numbers, and pointer + length for UTF-8 text. The page calls; the map never
// calls back.
//
// A page is a loop: tell the map what has happened (a size, a pointer, a file that has arrived), call dex_frame before
// the next repaint, read the outbox with dex_next until it is empty, and fetch what it wants. After DEX_AGAIN the loop
// goes on by itself; otherwise it rests until there is something to tell.
//
// Lend in: pointer + length, valid during the call. Hand in: dex_room, fill, dex_supply. Lend out: valid until the
// next call on the same map; copy at once. Nothing but the map is ever freed by the page.
// A call that can fail returns a status; dex_status_text gives its sentence. One for which there is not enough memory does not
// return: it ends the program, which in a browser is that one map. dex_room alone answers that there is none.

#include <stdint.h>

#ifdef __EMSCRIPTEN__
#define DEX_API __attribute__((visibility("default")))
#else
#define DEX_API
#endif

#ifdef __cplusplus
extern "C" {
#endif

typedef struct dex_map dex_map;

// LIFE. One map, its frames and its outbox.

// A map without an atlas or a size, drawn by the processor.
DEX_API dex_map* dex_create(void);
// Frees it; what it lent out is void.
DEX_API void dex_destroy(dex_map*);

enum { DEX_AGAIN = 1, DEX_MAIL = 2, DEX_DRAWN = 4 };  // Bits that dex_frame returns.

// Draws if anything has changed. DEX_AGAIN: call again for the next repaint; DEX_MAIL: the outbox is not empty; DEX_DRAWN:
// there is a new picture.
DEX_API uint32_t dex_frame(dex_map*, double now_ms);

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
    DEX_EVENT_USE,            // number: 1 the map is in use (gestures are the map's), 0 the page scrolls.
    DEX_EVENT_SHOW,  // text: what the reader wants to see: the page's "text", "share", "about", "report"; the host's "help", "method".
    DEX_EVENT_TEXT  // What dex_text says has changed since.
} dex_event_kind;

// In wasm 24 bytes, little-endian: kind at 0, status 4, text 8, text_size 12, number 16.
typedef struct dex_event {
    uint32_t kind;
    uint32_t status;
    const char* text;  // UTF-8, without a closing zero.
    uint32_t text_size;
    double number;
} dex_event;

// Takes the oldest event out of the outbox; null when it is empty.
DEX_API const dex_event* dex_next(dex_map*);

// How many statuses there are; they count from 0, Ok.
DEX_API uint32_t dex_status_count(void);
// The sentence for a status. It is never freed.
DEX_API const char* dex_status_text(uint32_t status, uint32_t* size);

// FILES. What the map wants, and what arrives.

// Space for bytes to be supplied; null when there is no memory. Several may be out at once, and one that is never
// supplied may be used as scratch space.
DEX_API uint8_t* dex_room(dex_map*, uint32_t size);
// Takes a room back, whatever the status. Atlas files go by name, hash checked on arrival: the head first
// ("head.<hash>.dex"), then whatever was wanted; a file may come before it is wanted. Faces are "face.regular" and
// "face.semibold". "picture" is a PNG or SVG that a reader saved from a map: its view is shown, or an event NoView says that
// it has none.
DEX_API uint32_t dex_supply(dex_map*, const char* name, uint32_t name_size, uint8_t* room, uint32_t size);
// Whether a room holds bytes and, after them, the first 32 hexadecimal digits of their SHA-256: Ok or BadHash. Takes the room
// back. May be called while another call goes on, by what brings the rest of the program (docs/decisions/0010-two-files.md).
DEX_API uint32_t dex_check(dex_map*, uint8_t* room, uint32_t size);
// Says that a wanted file could not be loaded.
DEX_API void dex_fail(dex_map*, const char* name, uint32_t name_size, uint32_t status);
// Wants all failed files again.
DEX_API void dex_retry(dex_map*);
// All of the program is here now: what first pictures do without begins. A link's figures are held against these, and on the
// processor only what changes is drawn.
DEX_API void dex_whole(dex_map*);

// SIZE AND GPU. What it draws on: a picture in memory, unless there is a GPU.

// Size of the canvas in css px, pixel ratio, the page's text size against 16 px.
DEX_API void dex_resize(dex_map*, double css_width, double css_height, double device_pixel_ratio, double text_scale);
// The picture as the processor last drew it: RGBA of the canvas, rows from the top, all opaque. Null while a GPU draws, and
// before the first frame. `numbers`: bytes, then left, top, width and height of a box around all pixels that have changed since
// this was last asked.
DEX_API const uint8_t* dex_pixels(dex_map*, uint32_t* numbers);
// A WebGL 2 context is current now (wasm/context.js): from the next frame on it is drawn on. Ok; or NoGpu, and the processor
// goes on.
DEX_API uint32_t dex_gpu_ready(dex_map*);
// The context is lost, or about to go: the processor draws from the next frame on.
DEX_API void dex_gpu_lost(dex_map*);

// HANDS. What the reader does, and what the reader and the host have set.

enum { DEX_POINTER_DOWN, DEX_POINTER_MOVE, DEX_POINTER_UP, DEX_POINTER_CANCEL, DEX_POINTER_LEAVE };
enum { DEX_MOUSE, DEX_TOUCH, DEX_PEN };
enum { DEX_SHIFT = 1, DEX_CTRL = 2, DEX_ALT = 4, DEX_META = 8 };

// Timestamp of the input that follows, on dex_frame's clock; several inputs may arrive between frames.
DEX_API void dex_time(dex_map*, double at_ms);
// A pointer event in css px from the canvas's corner; buttons as in the DOM.
DEX_API void dex_pointer(dex_map*, uint32_t phase, uint32_t kind, uint32_t id, double x, double y, uint32_t buttons,
                         uint32_t modifiers);
// A turn of the wheel. Whether the page may scroll by it, too, dex_in_use says.
DEX_API void dex_wheel(dex_map*, double x, double y, double delta_px, uint32_t modifiers);
// KeyboardEvent.key of a keydown.
DEX_API void dex_key(dex_map*, const char* key, uint32_t key_size, uint32_t modifiers);
// Whether the keyboard is at the canvas.
DEX_API void dex_focus(dex_map*, uint32_t has_focus);
// 1 while gestures are the map's, 0 while the page scrolls.
DEX_API uint32_t dex_in_use(const dex_map*);
// 1: in use from the start and for good (our own page); 0: the page scrolls until the map is in use.
DEX_API void dex_set_own_page(dex_map*, uint32_t own);

// Controls: whatever sets the view (without it the map is drawn as a small one), the room for search, the button that
// shares, the buttons that zoom, and the small map's way to the full one.
enum { DEX_CHOICES = 1, DEX_SEARCH = 2, DEX_SHARE = 4, DEX_ZOOM = 8, DEX_FULL_MAP = 16 };
// Pages of the host: about what helps, named on the card that a search led to, and for what is wrong, named below the
// sources and the help.
enum { DEX_HELP_PAGE = 32, DEX_REPORT_PAGE = 64 };
// Which of these are shown. Unless told: all controls, no page of the host.
DEX_API void dex_set_controls(dex_map*, uint32_t shown);
// 1 when the media query says so: reduced motion, dark scheme, more contrast.
DEX_API void dex_set_preferences(dex_map*, uint32_t reduced_motion, uint32_t dark, uint32_t more_contrast);

// VIEW. What is shown, and what changes it.

// Shows a view (docs/view-state.md). Ok, or BadView where a key was refused: the rest is shown, and one event says so. What the
// atlas does not have is found out once its files are here; then the nearest is shown, and an event NotOnMap says so.
DEX_API uint32_t dex_set_view(dex_map*, const char* text, uint32_t size);
// The view as it stands.
DEX_API const char* dex_view(dex_map*, uint32_t* size);
// The view as it stands in a link: with the spec id of its scores. Opened where the same recipe on other files gives
// another id, the view opens with an event OtherFigures.
DEX_API const char* dex_link(dex_map*, uint32_t* size);
// Does what a node of the tree or of the text offers, as if it had been clicked; value: the option, number or text
// chosen. Ok or NotFound.
DEX_API uint32_t dex_act(dex_map*, const char* node, uint32_t node_size, const char* value, uint32_t value_size);
// Scrolls a node of the tree into sight.
DEX_API void dex_reveal(dex_map*, const char* node, uint32_t node_size);
// Selects and frames a place of dex_find's answer. Ok or NotFound.
DEX_API uint32_t dex_choose(dex_map*, const char* ref, uint32_t ref_size);
// Selects the small area at a place in WGS 84 degrees, once its borders are here. Ok, or NotFound outside the map.
DEX_API uint32_t dex_locate(dex_map*, double longitude, double latitude);

// QUESTIONS. What the map answers.

// The view that the map would come to from `view` if a reader chose `edits` on it, pairs like "by=ward&theme=dark": with
// all that a choice takes along (src/map/view_edit.h). An empty value takes a key back to its default, one that cannot be
// read changes nothing. The map's own view stays as it is.
DEX_API const char* dex_edit_view(dex_map*, const char* view, uint32_t view_size, const char* edits,
                                  uint32_t edits_size, uint32_t* size);
// The semantic tree as JSON text: [{id, role, name, value, state, rect:[x,y,w,h], actions, parent}].
DEX_API const char* dex_tree(dex_map*, uint32_t* size);
// The whole of it as a page of text, in the form of the tree and without places on the screen (src/ui/text_page.h); from
// the first call on its figures are loaded also before there is a picture, and dex_act knows its nodes.
DEX_API const char* dex_text(dex_map*, uint32_t* size);
// Answers what was typed into a search, as JSON text: {busy, sentence, places: [{ref, name, detail}]}, the likeliest first,
// at most 8 besides all outward codes that begin with it. busy: files are wanted with which there may be more; ask again when they are here. An empty text
// only wants the files. The only thing of what was typed that the page is asked for is the file of an outward code.
DEX_API const char* dex_find(dex_map*, const char* text, uint32_t text_size, uint32_t* size);
// The name of the area at a point in css px, against the finest geometry loaded; empty outside.
DEX_API const char* dex_area_at(dex_map*, double x, double y, uint32_t* size);

// The codes of the areas of the level shown, one a line; the numbers of dex_scores are in that order.
DEX_API const char* dex_score_codes(dex_map*, uint32_t* size);

typedef enum dex_score_kind {
    DEX_SCORE_OVERALL,
    DEX_SCORE_RANK,  // 1 the highest risk; ties share the smaller.
    DEX_SCORE_BAND,
    DEX_SCORE_COVERAGE,
    DEX_SCORE_LEADER,     // The need that stands out, counted from 0 in order of the recipe.
    DEX_SCORE_SECOND,     // The one close behind.
    DEX_SCORE_FIRST_NEED  // This one and those above it: the needs in order of the recipe.
} dex_score_kind;

// A number of the scores behind the view for each area, NaN where there is none. Null until all figures of the index
// are here, where the atlas has no index, and past the last need.
DEX_API const double* dex_scores(dex_map*, uint32_t score, uint32_t* count);

// TAKE. What the reader takes away (docs/take-away.md), byte for byte as the command line makes it, but for a PNG.

typedef enum dex_made {
    DEX_MADE_PART,  // There is more to do: call again.
    DEX_MADE_ALL,   // It is made. The order is done with.
    DEX_MADE_NONE,  // It cannot be made: no such order, or a file of it, the head or a face has failed. Nothing is at hand now.
    DEX_MADE_WAITS  // Nothing can be done before what it lacks is here: mail asks for it. Call again when files have come.
} dex_made;

// Begins an order, in place of the one before, or does a step of the one at hand where the text is empty. Returns a dex_made as
// byte 0, per cent of the work as byte 1, then the bytes that are ready and were not given before.
// An order is a line for each thing, separated by line feeds: a key, and where it takes one a blank and its value. The order
// "stop" ends the one at hand and lets go of all it held; it returns DEX_MADE_NONE.
//   as       what is made, the only line that must be there: csv, guide (of a csv), geojson, notes (on a picture, as JSON
//            text: title, alt, description, sources, view, spec), briefing, svg or png.
//   view     a view state without a refused key; otherwise the default view. Of a briefing the selected area, unless it is about
//            those compared: without one, or without an index, there is none to make.
// Of csv, guide, geojson and briefing:
//   compared no value. Of a briefing: it is about the areas that the view compares, of which there are two at least. Of the others:
//            only those of them that are of the level shown; there are none where the view compares none. Outlines are as fine as
//            there are.
// Of csv, guide and geojson:
//   scores   no value: the scores of the view, as `dex score` and `dex publish` write them; without the line the figures, as
//            `dex export` does. There are none without an index.
//   shown    no value: only what the view shows, as `dex export --view` does: the scores where its measure is made of them, and the
//            figures of the indicators that it names.
//   place    no value: only areas that lie in the view's place whole; there are none where the view has no place that the
//            atlas knows. Outlines of a geojson are as fine as there are; without the line at the overview's level of detail.
//   file     of a guide: the name of its table.
// Of notes, briefing, svg and png:
//   made     the day that stands on it, as YYYY-MM-DD; otherwise none does.
//   address  of the page with the map, without blanks and without a #; otherwise nobody is sent there.
// Of notes, svg and png:
//   size     a name of src/output/picture_size.cpp or WIDTHxHEIGHT; otherwise as PictureSize begins.
//   scale    of a png: 1, 2 or 4 times that; otherwise 1.
//   card     no value: with the card of the selected area.
//   no-labels  no value: without names on the map.
//   no-legend  no value: without the legend, whose room the map then takes.
//   outlines   of an svg. No value: text as the shapes of its letters.
// A PNG's IDAT chunks hold rows that are filtered and not packed yet.
DEX_API const uint8_t* dex_make(dex_map*, const char* order, uint32_t order_size, uint32_t* size);

typedef enum dex_counter_kind {
    DEX_COUNTER_FRAMES,        // Drawn so far.
    DEX_COUNTER_MAP_PICTURES,  // Times the map itself was drawn; the other frames copied it.
    DEX_COUNTER_DRAW_CALLS,    // Of the last frame.
    DEX_COUNTER_TRIANGLES,     // Of the last map picture.
    DEX_COUNTER_TILE_BYTES,
    DEX_COUNTER_TILES,
    DEX_COUNTER_GPU  // 1 while a GPU draws, 0 while the processor does.
} dex_counter_kind;

// A counter, for tests and benchmarks.
DEX_API double dex_counter(const dex_map*, uint32_t counter);

// Exported by the module of `npm run dev` alone (wasm/exports_dev.txt). `text`: the name of a pair in shaders/, its vertex
// and its fragment shader, separated by zeros. Returns the compiler's words, empty when the map is drawn with the new pair.
DEX_API const char* dex_shader(dex_map*, const char* text, uint32_t text_size, uint32_t* size);

#ifdef __cplusplus
}
#endif

#endif
