#include "archive/source_form.h"

#include "archive/limits.h"

namespace dex {

Source readSource(ByteReader& in) {
    Source source;
    for (std::string* text :
         {&source.publisher, &source.title, &source.date, &source.licence, &source.attribution, &source.url}) {
        *text = std::string(in.text(kMaxTextBytes));
    }
    return source;
}

void writeSource(ByteWriter& out, const Source& source) {
    for (const auto* text :
         {&source.publisher, &source.title, &source.date, &source.licence, &source.attribution, &source.url}) {
        out.text(*text);
    }
}

}  // namespace dex
