#include "output/briefing_style.h"

#include "base/hash.h"
#include "output/svg_text.h"

namespace dex {
namespace {

std::string styleText() {
    const Tokens& tokens = tokensOf(ThemeChoice::Light);
    const std::string quiet = svgColour(tokens.inkQuiet), line = "1px solid " + svgColour(tokens.hairline);
    return ":root{color-scheme:light}"
           "*{box-sizing:border-box;-webkit-print-color-adjust:exact;print-color-adjust:exact}"
           "body{margin:0;background:" +
           svgColour(tokens.panel) + ";color:" + svgColour(tokens.ink) +
           ";font:13px/1.4 Inter,Helvetica,Arial,sans-serif;font-variant-numeric:tabular-nums}"
           "main{max-width:760px;margin:0 auto;padding:16px}"
           "h1{font-size:26px;line-height:1.15;margin:0}"
           "h2{font-size:15px;line-height:1.3;margin:0 0 4px}"
           "p{margin:0 0 4px}"
           ".quiet{color:" +
           quiet +
           "}"
           ".lead{font-size:15px;margin:8px 0 12px}"
           ".columns{display:grid;grid-template-columns:repeat(2,minmax(0,1fr));gap:12px 22px;margin-bottom:12px}"
           "section{margin-bottom:14px}"
           "figure{margin:0}"
           "figure svg,.bar{display:block;width:100%}"
           ".bar{height:7px;margin:1px 0 3px}"
           "table{border-collapse:collapse;width:100%}"
           "th,td{padding:2px 8px 2px 0;text-align:left;vertical-align:top;font-weight:400;border-bottom:" +
           line +
           "}"
           "thead th{color:" +
           quiet +
           ";line-height:1.2;vertical-align:bottom}"
           "tr.bars>*{border-bottom:0;padding-bottom:0}"
           "th.out{font-weight:600}"
           "td.swatch{width:30px}td.swatch+th{white-space:nowrap}"
           ".number{text-align:right}"
           "td.number,td.risk{white-space:nowrap}"
           "th:last-child,td:last-child{padding-right:0}"
           ".wide{overflow-x:auto}"
           ".compared .number{padding-left:10px;padding-right:0}"
           ".compared td.number{white-space:normal}"
           ".compared thead td{width:23%}"
           ".compared thead th{color:inherit;font-weight:600}"
           ".compared thead span{display:block;font-weight:400;color:" +
           quiet +
           "}"
           ".compared tbody+tbody tr:first-child th{font-weight:600;padding-top:8px}"
           "ul{margin:0;padding-left:18px}"
           "a{color:inherit;overflow-wrap:anywhere}"
           "footer{border-top:" +
           line + ";margin-top:10px;padding-top:6px;color:" + quiet +
           ";font-size:13px}"
           "@media (max-width:620px){.columns{grid-template-columns:minmax(0,1fr)}}"
           "@media (max-width:400px){th,td{padding-right:5px}td.risk{white-space:normal}}"
           "@page{size:A4;margin:12mm}@page several{margin:7mm 12mm}"
           "@media print{body{font-size:9pt;line-height:1.32}main{max-width:none;padding:0}"
           "h1{font-size:20pt}h2{font-size:10.5pt}section{margin-bottom:9px}.lead{font-size:11pt;margin:5px 0 8px}"
           ".columns{grid-template-columns:repeat(2,minmax(0,1fr));gap:9px 20px;margin-bottom:8px}"
           ".wide{overflow:visible}.compared{font-size:8pt}.several{line-height:1.15}.several ul{font-size:8.5pt}"
           ".several td,.several tbody th{padding-top:0;padding-bottom:0}.several section{margin-bottom:5px}"
           ".several .columns{margin-bottom:3px}.compared tbody+tbody tr:first-child th{padding-top:4px}"
           ".several{page:several}.several h1{font-size:16pt}.several footer{font-size:7pt;break-inside:avoid}.several "
           ".lead{font-size:10.5pt;margin:4px 0 6px}"
           "section,figure,tr,tbody{break-inside:avoid}.long{break-inside:auto}footer{font-size:7.5pt;margin-top:7px;"
           "padding-top:4px}}";
}

}  // namespace

const std::string& briefingStyle() {
    static const std::string style = styleText();
    return style;
}

std::string base64(std::string_view bytes) {
    constexpr char kDigits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string text;
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        std::uint32_t three = 0;
        for (std::size_t j = 0; j < 3; ++j)
            three = three << 8 | (i + j < bytes.size() ? static_cast<unsigned char>(bytes[i + j]) : 0u);
        for (std::size_t j = 0; j < 4; ++j) text += i + j <= bytes.size() ? kDigits[three >> (18 - 6 * j) & 63] : '=';
    }
    return text;
}

std::string briefingStyleHash() {
    const Sha256 hash = sha256(asBytes(briefingStyle()));
    return "sha256-" + base64({reinterpret_cast<const char*>(hash.data()), hash.size()});
}

}  // namespace dex
