#include "output/picture_notes.h"

#include "output/xml_text.h"

namespace dex {
namespace {

std::string element(std::string_view name, std::string_view text) {
    if (text.empty()) return {};
    return "<" + std::string(name) + ">" + xmlText(text) + "</" + std::string(name) + ">";
}

// A text in one language, as XMP has those that could be in several.
std::string inLanguage(std::string_view name, std::string_view text) {
    if (text.empty()) return {};
    return "<" + std::string(name) + "><rdf:Alt><rdf:li xml:lang=\"x-default\">" + xmlText(text) +
           "</rdf:li></rdf:Alt></" + std::string(name) + ">";
}

}  // namespace

std::string rdfOf(const PictureNotes& notes) {
    std::string rdf =
        "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">"
        "<rdf:Description rdf:about=\"\""
        " xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
        " xmlns:photoshop=\"http://ns.adobe.com/photoshop/1.0/\""
        " xmlns:xmpRights=\"http://ns.adobe.com/xap/1.0/rights/\""
        " xmlns:Iptc4xmpCore=\"http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/\""
        " xmlns:dex=\"urn:dex:picture\">";
    rdf += inLanguage("dc:title", notes.title);
    rdf += inLanguage("dc:description", notes.description);
    rdf += inLanguage("dc:rights", notes.licence);
    rdf += inLanguage("xmpRights:UsageTerms", notes.licence);
    rdf += element("photoshop:Credit", notes.sources);
    rdf += element("photoshop:DateCreated", notes.made);
    rdf += inLanguage("Iptc4xmpCore:AltTextAccessibility", notes.alt);
    rdf += inLanguage("Iptc4xmpCore:ExtDescrAccessibility", notes.description);
    rdf += element(kViewElement, notes.view);
    rdf += element("dex:spec", notes.spec);
    return rdf + "</rdf:Description></rdf:RDF>";
}

std::vector<PngText> pngTextsOf(const PictureNotes& notes) {
    std::vector<PngText> texts;
    const auto add = [&](std::string_view keyword, const std::string& text) {
        if (!text.empty()) texts.push_back({keyword, plainText(text)});
    };
    add("Title", notes.title);
    add("Description", notes.description);
    add("Alt Text", notes.alt);
    add("Source", notes.sources);
    add("Copyright", notes.licence);
    add("Creation Time", notes.made);
    add(kViewKeyword, notes.view);
    add("Spec", notes.spec);
    // XMP specification, part 3: the packet stands under this keyword, unpacked.
    texts.push_back({"XML:com.adobe.xmp",
                     "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>"
                     "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">" +
                         rdfOf(notes) + "</x:xmpmeta><?xpacket end=\"r\"?>"});
    return texts;
}

}  // namespace dex
