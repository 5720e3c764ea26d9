#include "output/column_guide.h"

#include "base/json_text.h"
#include "output/cell_state_id.h"
#include "words/take_word.h"

namespace dex {
namespace {

constexpr Language kGuideLanguage = Language::English;

std::string guideText(TakeWord word, std::initializer_list<Arg> blanks = {}) {
    return say(kGuideLanguage, word, blanks);
}

class GuideWriter {
public:
    GuideWriter(const AtlasHead& head, const TableShape& shape) : head_(head), shape_(shape) {}

    ColumnGuide guide(const TableColumn& column) const {
        switch (column.kind) {
            case ColumnKind::Code: return place(TakeWord::guideCode, shape_.level);
            case ColumnKind::Name:
            case ColumnKind::Detail: return place(TakeWord::guideName, shape_.level);
            case ColumnKind::ParentCode: return parent(TakeWord::guideParentCode, column.of);
            case ColumnKind::ParentName: return parent(TakeWord::guideParentName, column.of);
            case ColumnKind::Value:
            case ColumnKind::Numerator:
            case ColumnKind::Denominator:
            case ColumnKind::Unit:
            case ColumnKind::State: return figure(column);
            default: return score(column);
        }
    }

private:
    ColumnGuide place(TakeWord label, std::uint32_t level) const {
        return {.label = guideText(label, {{"area", head_.levels[level].singular}})};
    }

    ColumnGuide parent(TakeWord label, std::uint32_t level) const {
        ColumnGuide guide = place(label, level);
        guide.note = guideText(TakeWord::guideParentNote);
        return guide;
    }

    ColumnGuide figure(const TableColumn& column) const {
        const Indicator& one = head_.indicators[column.of];
        const Source& source = head_.sources[one.source];
        ColumnGuide guide{.label = one.label, .note = one.description, .date = one.date, .licence = source.licence};
        guide.source = guideText(TakeWord::guideSource, {{"publisher", source.publisher}, {"title", source.title}});
        const auto rename = [&](TakeWord word) { guide.label = guideText(word, {{"label", one.label}}); };
        switch (column.kind) {
            case ColumnKind::Numerator: rename(TakeWord::guideNumerator); break;
            case ColumnKind::Denominator: rename(TakeWord::guideDenominator); break;
            case ColumnKind::Unit: rename(TakeWord::guideUnit); break;
            case ColumnKind::State:
                rename(TakeWord::guideState);
                guide.note = guideText(TakeWord::guideStateNote);
                guide.type = ColumnType::State;
                break;
            default:
                guide.unit = tableUnit(one);
                // Context is neither good nor bad.
                if (one.kind != IndicatorKind::Context)
                    guide.direction =
                        guideText(one.polarity > 0 ? TakeWord::guideHigherIsRisk : TakeWord::guideLowerIsRisk);
        }
        if (column.kind != ColumnKind::Unit && column.kind != ColumnKind::State) guide.type = ColumnType::Number;
        return guide;
    }

    ColumnGuide score(const TableColumn& column) const {
        const auto with = [](TakeWord label, TakeWord note, ColumnType type) {
            return ColumnGuide{.label = guideText(label), .note = guideText(note), .type = type};
        };
        switch (column.kind) {
            case ColumnKind::Overall:
                return {.label = say(kGuideLanguage, Word::measureOverall),
                        .note = guideText(TakeWord::guideOverallNote),
                        .unit = say(kGuideLanguage, Word::measureScoreUnit),
                        .direction = guideText(TakeWord::guideHigherIsRisk),
                        .type = ColumnType::Number};
            case ColumnKind::Rank: return with(TakeWord::guideRank, TakeWord::guideRankNote, ColumnType::Whole);
            case ColumnKind::Ranked:
                return {.label = guideText(TakeWord::guideRanked, {{"areas", head_.levels[shape_.level].plural}}),
                        .type = ColumnType::Whole};
            case ColumnKind::Band: return with(TakeWord::guideBand, TakeWord::guideBandNote, ColumnType::Whole);
            case ColumnKind::Coverage:
                return {.label = guideText(TakeWord::guideCoverage),
                        .unit = guideText(TakeWord::guideFractionPlain),
                        .type = ColumnType::Number};
            case ColumnKind::Dominant:
                return with(TakeWord::guideDominant, TakeWord::guideDominantNote, ColumnType::Ids);
            case ColumnKind::LowBand: return with(TakeWord::guideLowBand, TakeWord::guideTrialsNote, ColumnType::Whole);
            case ColumnKind::HighBand:
                return with(TakeWord::guideHighBand, TakeWord::guideTrialsNote, ColumnType::Whole);
            default: break;
        }
        const Need& need = head_.index->needs[column.of];
        return {.label = need.label,
                .note = need.description,
                .unit = say(kGuideLanguage, Word::measureNeedUnit),
                .direction = guideText(TakeWord::guideHigherIsRisk),
                .type = ColumnType::Number};
    }

    const AtlasHead& head_;
    const TableShape& shape_;
};

void addMember(std::string& json, std::string_view key, std::string_view text) {
    if (text.empty()) return;
    json += ",\n      ";
    addJsonText(json, key);
    json += ": ";
    addJsonText(json, text);
}

// Of all that a state can be.
std::string stateDatatype() {
    std::string states;
    for (int i = 0; i < static_cast<int>(CellState::kCount); ++i)
        states.append(i > 0 ? "|" : "").append(idOf(static_cast<CellState>(i)));
    return "{\"base\": \"string\", \"format\": \"" + states + "\"}";
}

std::string datatypeOf(ColumnType type) {
    switch (type) {
        case ColumnType::Number: return "\"number\"";
        case ColumnType::Whole: return "\"integer\"";
        case ColumnType::State: return stateDatatype();
        case ColumnType::Text:
        case ColumnType::Ids: break;
    }
    return "\"string\"";
}

}  // namespace

std::vector<ColumnGuide> columnGuides(const AtlasHead& head, const TableShape& shape) {
    const GuideWriter writer(head, shape);
    std::vector<ColumnGuide> guides;
    for (const TableColumn& column : tableColumnsOf(head, shape)) guides.push_back(writer.guide(column));
    return guides;
}

std::string csvwText(const AtlasHead& head, const TableShape& shape, std::span<const std::string> files,
                     std::string_view spec) {
    const auto columns = tableColumnsOf(head, shape);
    // Names in it have the form of variables, whatever the header has.
    TableShape plain = shape;
    plain.hasDots = false;
    const auto names = tableColumnsOf(head, plain);
    const auto guides = columnGuides(head, shape);
    std::string json = "{\n  \"@context\": [\"http://www.w3.org/ns/csvw\", {\"@language\": \"en\"}],\n  ";
    if (files.size() == 1) {
        json += "\"url\": ";
        addJsonText(json, files[0]);
    } else {
        json += "\"tables\": [";
        for (const std::string& file : files) {
            json += &file == files.data() ? "{\"url\": " : ", {\"url\": ";
            addJsonText(json, file);
            json += "}";
        }
        json += "]";
    }
    const auto add = [&](std::string_view key, const std::string& text) {
        json.append(",\n  \"").append(key).append("\": ");
        addJsonText(json, text);
    };
    add("dc:title",
        guideText(TakeWord::guideTitle, {{"title", head.title}, {"areas", head.levels[shape.level].plural}}));
    if (!spec.empty()) add("dc:description", guideText(TakeWord::guideSpec, {{"spec", spec}}));
    add("dc:rights", head.attribution);
    json +=
        ",\n  \"dialect\": {\"encoding\": \"utf-8\", \"header\": true, \"lineTerminators\": [\"\\r\\n\"]}"
        ",\n  \"tableSchema\": {\n    \"primaryKey\": ";
    addJsonText(json, names[0].name);
    json += ",\n    \"columns\": [";
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const ColumnGuide& guide = guides[i];
        json += i > 0 ? ",\n    {\n      \"name\": " : "\n    {\n      \"name\": ";
        addJsonText(json, names[i].name);
        addMember(json, "titles", columns[i].name);
        addMember(json, "dc:title", guide.label);
        addMember(json, "dc:description", guide.note);
        addMember(json, "schema:unitText", guide.unit);
        addMember(json, "skos:scopeNote", guide.direction);
        addMember(json, "dc:date", guide.date);
        addMember(json, "dc:source", guide.source);
        addMember(json, "dc:license", guide.licence);
        if (guide.type == ColumnType::Ids) addMember(json, "separator", " ");
        json += ",\n      \"datatype\": " + datatypeOf(guide.type) + "\n    }";
    }
    return json + "\n    ]\n  }\n}\n";
}

}  // namespace dex
