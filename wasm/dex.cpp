#include "wasm/dex.h"

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "app/app.h"
#include "base/hash.h"
#include "gpu/software_device.h"
#include "wasm/device.h"
#include "words/status_text.h"

// The app, what it draws on, and what is lent out until the next call.
struct dex_map {
    bool isWhole = false;  // dex_whole()
    // In this order: the app goes first, and lets go of what it has on a device that is still there.
    std::optional<dex::SoftwareDevice> processor;
    std::unique_ptr<dex::Device> gpu;
    dex::App app;
    dex_event event{};
    std::string lent;
    std::vector<double> numbers;
};

namespace {

std::string_view textOf(const char* text, uint32_t size) { return {text, text == nullptr ? 0 : size}; }

void drawByProcessor(dex_map* map) {
    map->app.setDevice(&map->processor.emplace());
    map->gpu.reset();
    if (map->isWhole) map->processor->drawChangesAlone();
}

const char* lend(dex_map* map, std::string text, uint32_t* size) {
    map->lent = std::move(text);
    *size = static_cast<uint32_t>(map->lent.size());
    return map->lent.data();
}

#ifdef __wasm__
static_assert(sizeof(dex_event) == 24 && offsetof(dex_event, text) == 8 && offsetof(dex_event, number) == 16);
#endif

// Every number that stands on both sides of the door; tests/web/contract.test.mjs holds JavaScript against dex.h.
#define DEX_SAME(theirs, ours) static_assert(static_cast<uint32_t>(theirs) == static_cast<uint32_t>(ours))
DEX_SAME(DEX_EVENT_WANT, dex::EventKind::Want);
DEX_SAME(DEX_EVENT_CURSOR, dex::EventKind::Cursor);
DEX_SAME(DEX_EVENT_VIEW, dex::EventKind::View);
DEX_SAME(DEX_EVENT_SELECT, dex::EventKind::Select);
DEX_SAME(DEX_EVENT_ANNOUNCE, dex::EventKind::Announce);
DEX_SAME(DEX_EVENT_TREE, dex::EventKind::Tree);
DEX_SAME(DEX_EVENT_PROGRESS, dex::EventKind::Progress);
DEX_SAME(DEX_EVENT_FIRST_PICTURE, dex::EventKind::FirstPicture);
DEX_SAME(DEX_EVENT_DETAIL, dex::EventKind::Detail);
DEX_SAME(DEX_EVENT_ERROR, dex::EventKind::Error);
DEX_SAME(DEX_EVENT_OPEN, dex::EventKind::Open);
DEX_SAME(DEX_EVENT_USE, dex::EventKind::Use);
DEX_SAME(DEX_EVENT_SHOW, dex::EventKind::Show);
DEX_SAME(DEX_EVENT_TEXT, dex::EventKind::Text);
DEX_SAME(DEX_POINTER_DOWN, dex::PointerPhase::Down);
DEX_SAME(DEX_POINTER_MOVE, dex::PointerPhase::Move);
DEX_SAME(DEX_POINTER_UP, dex::PointerPhase::Up);
DEX_SAME(DEX_POINTER_CANCEL, dex::PointerPhase::Cancel);
DEX_SAME(DEX_POINTER_LEAVE, dex::PointerPhase::Leave);
DEX_SAME(DEX_MOUSE, dex::InputKind::Mouse);
DEX_SAME(DEX_TOUCH, dex::InputKind::Touch);
DEX_SAME(DEX_PEN, dex::InputKind::Pen);
DEX_SAME(DEX_SHIFT, dex::kShift);
DEX_SAME(DEX_CTRL, dex::kCtrl);
DEX_SAME(DEX_ALT, dex::kAlt);
DEX_SAME(DEX_META, dex::kMeta);
DEX_SAME(DEX_CHOICES, dex::control::kChoices);
DEX_SAME(DEX_SEARCH, dex::control::kFind);
DEX_SAME(DEX_SHARE, dex::control::kShare);
DEX_SAME(DEX_ZOOM, dex::control::kZoom);
DEX_SAME(DEX_FULL_MAP, dex::control::kFullMap);
DEX_SAME(DEX_HELP_PAGE, dex::control::kHelpPage);
DEX_SAME(DEX_REPORT_PAGE, dex::control::kReportPage);
DEX_SAME(DEX_SCORE_OVERALL, dex::ScoreKind::Overall);
DEX_SAME(DEX_SCORE_RANK, dex::ScoreKind::Rank);
DEX_SAME(DEX_SCORE_BAND, dex::ScoreKind::Band);
DEX_SAME(DEX_SCORE_COVERAGE, dex::ScoreKind::Coverage);
DEX_SAME(DEX_SCORE_LEADER, dex::ScoreKind::Leader);
DEX_SAME(DEX_SCORE_SECOND, dex::ScoreKind::Second);
DEX_SAME(DEX_SCORE_FIRST_NEED, dex::ScoreKind::FirstNeed);
DEX_SAME(DEX_MADE_PART, dex::WorkState::GoesOn);
DEX_SAME(DEX_MADE_ALL, dex::WorkState::Done);
DEX_SAME(DEX_MADE_NONE, dex::WorkState::Failed);
DEX_SAME(DEX_MADE_WAITS, dex::WorkState::Waits);
DEX_SAME(DEX_COUNTER_FRAMES, dex::Counter::Frames);
DEX_SAME(DEX_COUNTER_MAP_PICTURES, dex::Counter::MapPictures);
DEX_SAME(DEX_COUNTER_DRAW_CALLS, dex::Counter::DrawCalls);
DEX_SAME(DEX_COUNTER_TRIANGLES, dex::Counter::Triangles);
DEX_SAME(DEX_COUNTER_TILE_BYTES, dex::Counter::TileBytes);
DEX_SAME(DEX_COUNTER_TILES, dex::Counter::Tiles);
#undef DEX_SAME

}  // namespace

extern "C" {

dex_map* dex_create(void) {
    auto* map = new dex_map;
    drawByProcessor(map);
    return map;
}

void dex_destroy(dex_map* map) { delete map; }

uint32_t dex_frame(dex_map* map, double nowMs) {
    const double before = map->app.counter(dex::Counter::Frames);
    uint32_t bits = map->app.frame(nowMs) ? uint32_t{DEX_AGAIN} : 0u;
    if (!map->app.outbox().empty()) bits |= DEX_MAIL;
    if (map->app.counter(dex::Counter::Frames) > before) bits |= DEX_DRAWN;
    return bits;
}

const dex_event* dex_next(dex_map* map) {
    auto& outbox = map->app.outbox();
    if (!outbox.next()) return nullptr;
    const auto& event = outbox.current();
    map->event = {static_cast<uint32_t>(event.kind), event.status, event.text.data(),
                  static_cast<uint32_t>(event.text.size()), event.number};
    return &map->event;
}

uint32_t dex_status_count(void) { return static_cast<uint32_t>(dex::Status::kCount); }

const char* dex_status_text(uint32_t status, uint32_t* size) {
    const auto text = dex::statusText(dex::Language::English, static_cast<dex::Status>(status));
    *size = static_cast<uint32_t>(text.size());
    return text.data();
}

uint8_t* dex_room(dex_map*, uint32_t size) { return static_cast<uint8_t*>(std::malloc(size == 0 ? 1 : size)); }

uint32_t dex_supply(dex_map* map, const char* name, uint32_t nameSize, uint8_t* room, uint32_t size) {
    const auto* first = reinterpret_cast<const std::byte*>(room);
    dex::Bytes bytes(first, first + size);
    std::free(room);
    return static_cast<uint32_t>(map->app.supply(textOf(name, nameSize), std::move(bytes)));
}

uint32_t dex_check(dex_map*, uint8_t* room, uint32_t size) {
    const std::string_view all(reinterpret_cast<const char*>(room), size);
    const std::string_view digits = all.substr(size - std::min<uint32_t>(size, dex::kNameDigits));
    const dex::ByteSpan bytes(reinterpret_cast<const std::byte*>(room), size - digits.size());
    const bool isSame = dex::hexDigits(dex::sha256(bytes), dex::kNameDigits) == digits;
    std::free(room);
    return static_cast<uint32_t>(isSame ? dex::Status::Ok : dex::Status::BadHash);
}

void dex_fail(dex_map* map, const char* name, uint32_t nameSize, uint32_t status) {
    // A page that is newer than this program may know more of them.
    const bool known = status < static_cast<uint32_t>(dex::Status::kCount);
    map->app.fail(textOf(name, nameSize), known ? static_cast<dex::Status>(status) : dex::Status::NoNetwork);
}

void dex_retry(dex_map* map) { map->app.retry(); }

void dex_whole(dex_map* map) {
    map->isWhole = true;
    map->app.becomeWhole();
    if (map->processor) map->processor->drawChangesAlone();
}

void dex_resize(dex_map* map, double cssWidth, double cssHeight, double devicePixelRatio, double textScale) {
    map->app.resize({cssWidth, cssHeight, devicePixelRatio, textScale});
}

const uint8_t* dex_pixels(dex_map* map, uint32_t* numbers) {
    const dex::ByteSpan pixels = map->processor ? map->processor->screen() : dex::ByteSpan();
    const dex::Clip changed = map->processor ? map->processor->takeChanged() : dex::Clip();
    const auto number = [](auto value) { return static_cast<uint32_t>(value); };
    const uint32_t all[] = {number(pixels.size()), number(changed.left), number(changed.top),
                            number(changed.right - changed.left), number(changed.bottom - changed.top)};
    std::copy(std::begin(all), std::end(all), numbers);
    return pixels.empty() ? nullptr : reinterpret_cast<const uint8_t*>(pixels.data());
}

uint32_t dex_gpu_ready(dex_map* map) {
    dex_gpu_lost(map);
    map->gpu = dex::makeDevice();
    // Nothing has been taken from the processor yet: it goes on drawing with what it has.
    if (!map->gpu) return static_cast<uint32_t>(dex::Status::NoGpu);
    if (!map->app.setDevice(map->gpu.get())) {
        drawByProcessor(map);
        return static_cast<uint32_t>(dex::Status::NoGpu);
    }
    map->processor.reset();
    return static_cast<uint32_t>(dex::Status::Ok);
}

void dex_gpu_lost(dex_map* map) {
    if (map->gpu) drawByProcessor(map);
}

void dex_time(dex_map* map, double atMs) { map->app.setTime(atMs); }

void dex_pointer(dex_map* map, uint32_t phase, uint32_t kind, uint32_t id, double x, double y, uint32_t buttons,
                 uint32_t modifiers) {
    if (phase > DEX_POINTER_LEAVE || kind > DEX_PEN) return;
    map->app.pointer(
        {static_cast<dex::PointerPhase>(phase), static_cast<dex::InputKind>(kind), id, x, y, buttons, modifiers});
}

void dex_wheel(dex_map* map, double x, double y, double deltaPx, uint32_t modifiers) {
    map->app.wheel(x, y, deltaPx, modifiers);
}

void dex_key(dex_map* map, const char* key, uint32_t keySize, uint32_t modifiers) {
    map->app.key(textOf(key, keySize), modifiers);
}

void dex_focus(dex_map* map, uint32_t hasFocus) { map->app.focus(hasFocus != 0); }

uint32_t dex_in_use(const dex_map* map) { return map->app.inUse() ? 1 : 0; }

void dex_set_own_page(dex_map* map, uint32_t own) { map->app.setOwnPage(own != 0); }

void dex_set_controls(dex_map* map, uint32_t shown) { map->app.setControls(shown); }

void dex_set_preferences(dex_map* map, uint32_t reducedMotion, uint32_t dark, uint32_t moreContrast) {
    map->app.setPreferences({reducedMotion != 0, dark != 0, moreContrast != 0});
}

uint32_t dex_set_view(dex_map* map, const char* text, uint32_t size) {
    return static_cast<uint32_t>(map->app.setView(textOf(text, size)));
}

const char* dex_view(dex_map* map, uint32_t* size) { return lend(map, map->app.view(), size); }

const char* dex_link(dex_map* map, uint32_t* size) { return lend(map, map->app.link(), size); }

uint32_t dex_act(dex_map* map, const char* node, uint32_t nodeSize, const char* value, uint32_t valueSize) {
    const bool done = map->app.act(textOf(node, nodeSize), textOf(value, valueSize));
    return static_cast<uint32_t>(done ? dex::Status::Ok : dex::Status::NotFound);
}

void dex_reveal(dex_map* map, const char* node, uint32_t nodeSize) { map->app.reveal(textOf(node, nodeSize)); }

uint32_t dex_choose(dex_map* map, const char* ref, uint32_t refSize) {
    const bool done = map->app.choose(textOf(ref, refSize));
    return static_cast<uint32_t>(done ? dex::Status::Ok : dex::Status::NotFound);
}

uint32_t dex_locate(dex_map* map, double longitude, double latitude) {
    const bool isHere = map->app.locate({longitude, latitude});
    return static_cast<uint32_t>(isHere ? dex::Status::Ok : dex::Status::NotFound);
}

const char* dex_edit_view(dex_map* map, const char* view, uint32_t viewSize, const char* edits, uint32_t editsSize,
                          uint32_t* size) {
    return lend(map, map->app.editView(textOf(view, viewSize), textOf(edits, editsSize)), size);
}

const char* dex_tree(dex_map* map, uint32_t* size) { return lend(map, map->app.tree(), size); }

const char* dex_text(dex_map* map, uint32_t* size) { return lend(map, map->app.text(), size); }

const char* dex_find(dex_map* map, const char* text, uint32_t textSize, uint32_t* size) {
    return lend(map, map->app.find(textOf(text, textSize)), size);
}

const char* dex_area_at(dex_map* map, double x, double y, uint32_t* size) {
    return lend(map, map->app.areaNameAt(x, y), size);
}

const char* dex_score_codes(dex_map* map, uint32_t* size) { return lend(map, map->app.scoreCodes(), size); }

const double* dex_scores(dex_map* map, uint32_t score, uint32_t* count) {
    map->numbers = map->app.scores(score);
    *count = static_cast<uint32_t>(map->numbers.size());
    return map->numbers.empty() ? nullptr : map->numbers.data();
}

const uint8_t* dex_make(dex_map* map, const char* order, uint32_t orderSize, uint32_t* size) {
    return reinterpret_cast<const uint8_t*>(lend(map, map->app.make(textOf(order, orderSize)), size));
}

double dex_counter(const dex_map* map, uint32_t counter) {
    if (counter == DEX_COUNTER_GPU) return map->gpu ? 1 : 0;
    return map->app.counter(static_cast<dex::Counter>(counter));
}

const char* dex_shader(dex_map* map, const char* text, uint32_t textSize, uint32_t* size) {
    const std::string_view all = textOf(text, textSize);
    const auto first = std::min(all.find('\0'), all.size()), second = std::min(all.find('\0', first + 1), all.size());
    const auto vertex = all.substr(first, second - first), fragment = all.substr(second);
    const auto afterZero = [](std::string_view part) { return part.substr(std::min<std::size_t>(1, part.size())); };
    return lend(map, map->app.replaceShader(all.substr(0, first), afterZero(vertex), afterZero(fragment)), size);
}

}  // extern "C"
