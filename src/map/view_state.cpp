#include "map/view_state.h"

#include <algorithm>
#include <cmath>

#include "base/letters.h"
#include "map/view_numbers.h"
#include "map/view_pairs.h"
#include "risk/arithmetic.h"
#include "stats/class_method.h"

namespace dex {
namespace {

constexpr std::size_t kSpecDigits = 12;
// Deeper than Camera::kMaxZoom: the whole of a small atlas may stand nearer than a reader may go into a large one.
constexpr double kMaxWrittenZoom = 24;

constexpr std::string_view kThemes[] = {"auto", "light", "dark", "grey"};  // By ThemeChoice.

// Decimals that tell apart what is a quarter of a css px apart.
int decimalsAt(double zoom) {
    // At zoom 0 the world's 360° are 256 css px wide.
    double step = 360.0 / 256 / 4;
    for (double z = 0; z < zoom; ++z) step /= 2;
    int decimals = 0;
    for (; step < 1 && decimals < 8; ++decimals) step *= 10;
    return decimals;
}

double rounded(double value, double scale) { return std::floor(value * scale + 0.5) / scale; }

template <std::size_t N>
int indexIn(const std::string_view (&names)[N], std::string_view name) {
    for (std::size_t i = 0; i < N; ++i) {
        if (names[i] == name) return static_cast<int>(i);
    }
    return -1;
}

void append(std::string& out, ViewKey key, const std::optional<AreaRef>& ref) {
    if (ref && ref->isValid()) appendPair(out, key, ref->text());
}

// Lists may be too long for a link; then they stay out of it.
void appendIfShort(std::string& out, ViewKey key, const std::string& list) {
    if (list.empty()) return;
    const std::size_t before = out.size();
    appendPair(out, key, list);
    if (out.size() >= kMaxViewText) out.resize(before);  // One more may close the text.
}

std::string listOf(const std::vector<AreaRef>& refs) {
    std::string list;
    for (const auto& ref : refs) {
        const std::string text = ref.text();
        // A comma within would divide it in two.
        if (!(ref.isValid() || ref.isSelection()) || text.find(',') != std::string::npos) continue;
        if (!list.empty()) list += ',';
        list += text;
    }
    return list;
}

// One reader a key: false where the value is bad, and then nothing has been set.
bool readId(std::string_view value, std::string& id) {
    if (!isId(value)) return false;
    id = value;
    return true;
}

// A code by itself is an area whose level is not known: model/fit_view.h finds it.
bool readRef(std::string_view value, std::optional<AreaRef>& into) {
    into = AreaRef::parse(value);
    if (!into && isId(value) && value.find(':') == std::string_view::npos) into = AreaRef{{}, std::string(value)};
    return into.has_value();
}

bool isClassCount(std::uint32_t count) { return count >= kMinClassesAsked && count <= kMaxClassesAsked; }

bool readClassCount(std::string_view value, ViewState& view) {
    if (value.size() != 1 || !isClassCount(static_cast<std::uint32_t>(value[0] - '0'))) return false;
    view.classCount = static_cast<std::uint32_t>(value[0] - '0');
    return true;
}

bool readClasses(std::string_view value, ViewState& view) {
    const std::size_t dot = value.find('.');
    const auto method = classMethodWithId(value.substr(0, dot));
    if (!method) return readClassCount(value, view);
    if (dot != std::string_view::npos && !readClassCount(value.substr(dot + 1), view)) return false;
    view.method = method;
    return true;
}

bool readCamera(std::string_view value, ViewState& view) {
    double numbers[3] = {};
    // The map ends at 85.0511°, and what is written may have been rounded up.
    const double max[3] = {85.06, 180, kMaxWrittenZoom}, min[3] = {-85.06, -180, 0};
    if (!readThree(value, min, max, numbers)) return false;
    view.camera = CameraState{{numbers[1], numbers[0]}, numbers[2]};
    return true;
}

bool readChosenClass(std::string_view value, ViewState& view) {
    if (value == "none") {
        view.chosenClass = kNoDataClass;
        return true;
    }
    if (value.size() != 1 || value[0] < '1' || value[0] > '9') return false;
    view.chosenClass = static_cast<std::uint32_t>(value[0] - '1');
    return true;
}

// Calls `take` for each of the parts that commas divide; false where one is refused.
template <typename Take>
bool readList(std::string_view value, Take take) {
    while (true) {
        const std::size_t comma = value.find(',');
        if (!take(value.substr(0, comma))) return false;
        if (comma == std::string_view::npos) return true;
        value.remove_prefix(comma + 1);
    }
}

bool readRefs(std::string_view value, std::size_t max, std::vector<AreaRef>& into) {
    std::vector<AreaRef> refs;
    const bool isGood = readList(value, [&](std::string_view part) {
        std::optional<AreaRef> ref;
        // Refused as a whole: a part of the list would be another selection.
        if (refs.size() == max || !readRef(part, ref) || std::find(refs.begin(), refs.end(), *ref) != refs.end())
            return false;
        refs.push_back(std::move(*ref));
        return true;
    });
    if (isGood) into = std::move(refs);
    return isGood;
}

bool readWeights(std::string_view value, ViewState& view) {
    std::vector<WeightChoice> weights;
    const bool isGood = readList(value, [&](std::string_view part) {
        const std::size_t colon = part.find(':');
        double weight = 0;
        if (colon == std::string_view::npos || !isId(part.substr(0, colon)) ||
            part.substr(colon + 1).find('.') != std::string_view::npos ||
            !readFixed(part.substr(colon + 1), 0, kMaxWeight, weight))
            return false;
        const std::string_view id = part.substr(0, colon);
        const auto same = [&](const WeightChoice& one) { return one.id == id; };
        if (std::any_of(weights.begin(), weights.end(), same)) return false;
        weights.push_back({std::string(id), static_cast<std::uint8_t>(weight)});
        return true;
    });
    if (isGood) view.weights = std::move(weights);
    return isGood;
}

bool readArithmetic(std::string_view value, ViewState& view) {
    const auto arithmetic = arithmeticWithId(value);
    if (arithmetic) view.arithmetic = arithmetic;
    return arithmetic.has_value();
}

bool readTheme(std::string_view value, ViewState& view) {
    const int theme = indexIn(kThemes, value);
    if (theme < 0) return false;
    view.theme = static_cast<ThemeChoice>(theme);
    return true;
}

bool isSpec(std::string_view text) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    return text.size() == kSpecDigits && text.find_first_not_of(kDigits) == std::string_view::npos;
}

bool readSpec(std::string_view value, ViewState& view) {
    if (isSpec(value)) view.spec = value;
    return isSpec(value);
}

// Whether the values are words of the grammar, and no ids of an atlas.
bool hasOwnWords(ViewKey key) {
    return key == ViewKey::Classes || key == ViewKey::ChosenClass || key == ViewKey::Theme || key == ViewKey::Spec ||
           key == ViewKey::Arithmetic;
}

bool read(ViewKey key, std::string_view value, ViewState& view) {
    switch (key) {
        case ViewKey::Version: return value == "1";
        case ViewKey::Show: return readId(value, view.show);
        case ViewKey::Level: return readId(value, view.level);
        case ViewKey::Place: return readRef(value, view.place);
        case ViewKey::Classes: return readClasses(value, view);
        case ViewKey::Selected: return readRef(value, view.selected);
        case ViewKey::Camera: return readCamera(value, view);
        case ViewKey::ChosenClass: return readChosenClass(value, view);
        case ViewKey::Theme: return readTheme(value, view);
        case ViewKey::Spec: return readSpec(value, view);
        case ViewKey::Arithmetic: return readArithmetic(value, view);
        case ViewKey::Weights: return readWeights(value, view);
        case ViewKey::Within: return readRefs(value, kMaxScope, view.scope);
        case ViewKey::Compared: return readRefs(value, kMaxCompared, view.compared);
        case ViewKey::Circle: return readCircles(value, view.asked);
        case ViewKey::Shape: return readShapes(value, view.asked);
        case ViewKey::Areas: return readAreas(value, view.asked);
    }
    return true;
}

}  // namespace

std::string formatView(const ViewState& view) {
    std::string out = "v=1";
    if (isId(view.show)) appendPair(out, ViewKey::Show, view.show);
    if (isId(view.level)) appendPair(out, ViewKey::Level, view.level);
    append(out, ViewKey::Place, view.place);
    const bool hasCount = view.classCount && isClassCount(*view.classCount);
    if (view.method || hasCount) {
        std::string value(view.method ? idOf(*view.method) : std::string_view());
        if (view.method && hasCount) value += '.';
        if (hasCount) value += static_cast<char>('0' + *view.classCount);
        appendPair(out, ViewKey::Classes, value);
    }
    append(out, ViewKey::Selected, view.selected);
    if (view.camera && std::isfinite(view.camera->zoom) && std::abs(view.camera->centre.latDeg) <= 85.06 &&
        std::abs(view.camera->centre.lonDeg) <= 180) {
        // Decimals go by the zoom as it is written, so that reading and writing again changes nothing.
        const double zoom = rounded(std::clamp(view.camera->zoom, 0.0, kMaxWrittenZoom), 100);
        std::string value;
        appendFixed(value, view.camera->centre.latDeg, decimalsAt(zoom));
        value += ',';
        appendFixed(value, view.camera->centre.lonDeg, decimalsAt(zoom));
        value += ',';
        appendFixed(value, zoom, 2);
        appendPair(out, ViewKey::Camera, value);
    }
    if (view.chosenClass && (*view.chosenClass < kMaxClasses || *view.chosenClass == kNoDataClass)) {
        const char digit = static_cast<char>('1' + *view.chosenClass);
        appendPair(out, ViewKey::ChosenClass,
                   *view.chosenClass == kNoDataClass ? std::string_view("none") : std::string_view(&digit, 1));
    }
    if (view.theme != ThemeChoice::Auto) appendPair(out, ViewKey::Theme, kThemes[static_cast<int>(view.theme)]);
    if (isSpec(view.spec)) appendPair(out, ViewKey::Spec, view.spec);
    if (view.arithmetic) appendPair(out, ViewKey::Arithmetic, idOf(*view.arithmetic));
    std::string weights;
    for (const auto& one : view.weights) {
        if (!isId(one.id) || one.id.find_first_of(",:") != std::string::npos || one.weight > kMaxWeight) continue;
        if (!weights.empty()) weights += ',';
        weights += one.id + ':' + std::to_string(one.weight);
    }
    appendIfShort(out, ViewKey::Weights, weights);
    appendIfShort(out, ViewKey::Within, listOf(view.scope));
    appendIfShort(out, ViewKey::Compared, listOf(view.compared));
    appendIfShort(out, ViewKey::Circle, view.asked.circle);
    appendIfShort(out, ViewKey::Shape, view.asked.shape);
    appendIfShort(out, ViewKey::Areas, view.asked.areas);
    closeView(out);
    return out;
}

ParsedView parseView(std::string_view text) {
    ParsedView parsed;
    std::optional<std::string_view> seen[kViewKeys];
    std::size_t understood = 0;
    for (const ViewPair& pair : viewPairs(text)) {
        // The first of a key counts, and the same once more says nothing new.
        auto& first = seen[static_cast<std::size_t>(pair.key)];
        if (first == pair.encoded) continue;
        understood += pair.text.size() + (understood > 0);
        std::string value;
        bool isGood = !first && decodeValue(pair.encoded, value);
        // Ids are the atlas's and keep their case; fitView() finds those that differ in it alone.
        if (hasOwnWords(pair.key)) std::transform(value.begin(), value.end(), value.begin(), lowerOf);
        isGood = isGood && read(pair.key, value, parsed.view);
        if (!isGood) parsed.refused.emplace_back(idOf(pair.key));
        if (!first) first = pair.encoded;
    }
    // What stands behind the view is somebody else's, and stays.
    text.remove_prefix(text.starts_with('#'));
    text = text.substr(0, text.find_first_of("#?"));
    parsed.hasDeadText = !parsed.refused.empty() || understood + text.ends_with('&') != text.size();
    return parsed;
}

}  // namespace dex
