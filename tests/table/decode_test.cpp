#include "table/decode.h"

#include <gtest/gtest.h>

namespace dex {
namespace {

using namespace std::string_literals;

std::string read(std::string_view bytes) {
    TableProblems problems;
    const auto text = decodeText(bytes, problems);
    EXPECT_EQ(text.has_value(), problems.empty());
    return text ? text->utf8 : "refused";
}

TableProblem refused(std::string_view bytes) {
    TableProblems problems;
    EXPECT_FALSE(decodeText(bytes, problems));
    return problems.empty() ? TableProblem{TableTrouble::kCount, 0, 0, {}, {}, {}} : problems[0];
}

TEST(Decode, ReadsUtf8WithAMarkAndWithout) {
    EXPECT_EQ(read("caf\u00e9"), "caf\u00e9");
    EXPECT_EQ(read("\xef\xbb\xbf"
                   "a;b"),
              "a;b");
    EXPECT_EQ(read(""), "");
}

TEST(Decode, ReadsUtf16OfBothOrdersWithAMarkAndWithout) {
    EXPECT_EQ(read("\xff\xfe"
                   "a\0\xe9\0\n\0"s),
              "a\u00e9\n");
    EXPECT_EQ(read("\xfe\xff"
                   "\0a\0\xe9\0\n"s),
              "a\u00e9\n");
    EXPECT_EQ(read("a\0,\0\n\0"s), "a,\n");
    EXPECT_EQ(read("\0a\0,\0\n"s), "a,\n");
    // Letters without a zero byte: what stands between them shows it.
    EXPECT_EQ(read("\x12\x04,\0\x38\x04\n\0"s), "\u0412,\u0438\n");
    EXPECT_EQ(read("\xff\xfe\x3d\xd8\x00\xde"s), "\U0001F600");
    EXPECT_EQ(read("\xff\xfe\x01\xfb"s), "\ufb01");
}

TEST(Decode, ReadsWhatOldSpreadsheetsWroteAsWindows1252) {
    TableProblems problems;
    const auto text = decodeText("caf\xe9,\x80\n", problems);
    ASSERT_TRUE(text);
    EXPECT_EQ(text->utf8, "caf\u00e9,\u20ac\n");
    EXPECT_EQ(text->encoding, Encoding::Windows1252);
    // As long as a letter of UTF-8, and none: half a pair.
    EXPECT_EQ(read("\xed\xa0\x80"), "\u00ed\u00a0\u20ac");
    EXPECT_EQ(decodeBytes("caf\u00e9")->encoding, Encoding::Utf8);
}

TEST(Decode, RefusesBrokenTextAndSaysWhere) {
    // Whole letters of UTF-8, and a byte that is none.
    const TableProblem broken = refused("caf\u00e9\nx,\u00e9\xe9\n");
    EXPECT_EQ(broken.trouble, TableTrouble::BrokenUtf8);
    EXPECT_EQ(broken.row, 2u);
    EXPECT_EQ(broken.character, 4u);
    EXPECT_EQ(refused("\xef\xbb\xbf"
                      "caf\xe9")
                  .trouble,
              TableTrouble::BrokenUtf8);
    // Windows-1252 does not have 0x81.
    const TableProblem unknown = refused("a\nb\x81\n");
    EXPECT_EQ(unknown.trouble, TableTrouble::NoKnownEncoding);
    EXPECT_EQ(unknown.row, 2u);
    EXPECT_EQ(unknown.character, 2u);
    // Half a pair, and half a character.
    EXPECT_EQ(refused("\xff\xfe"
                      "a\0\x3d\xd8"s)
                  .trouble,
              TableTrouble::BrokenUtf16);
    EXPECT_EQ(refused("\xff\xfe"
                      "a\0\x00\xde"s)
                  .trouble,
              TableTrouble::BrokenUtf16);
    EXPECT_EQ(refused("\xff\xfe"
                      "a\0b"s)
                  .trouble,
              TableTrouble::BrokenUtf16);
    // The first half of a pair before a letter from below the second halves, and from above them.
    EXPECT_EQ(refused("\xff\xfe\x3d\xd8"
                      "a\0"s)
                  .trouble,
              TableTrouble::BrokenUtf16);
    EXPECT_EQ(refused("\xff\xfe\x3d\xd8\x01\xfb"s).trouble, TableTrouble::BrokenUtf16);
}

TEST(Decode, RefusesWhatIsNoText) {
    EXPECT_EQ(refused("ab\0\0cd\0e"s).trouble, TableTrouble::NotText);
    EXPECT_EQ(refused("code,value\nT0000001,\0\n"s).trouble, TableTrouble::NotText);
    EXPECT_EQ(refused("a\0b\0c"s).trouble, TableTrouble::NotText);
    EXPECT_EQ(refused("\xff\xfe\0\0a\0\0\0"s).trouble, TableTrouble::NotText);
    EXPECT_EQ(refused("\xd0\xcf\x11\xe0rest").trouble, TableTrouble::Workbook);
    EXPECT_EQ(refused("\n <!DOCTYPE html>\n<html>").trouble, TableTrouble::WebPage);
    EXPECT_EQ(refused("<html lang=\"en\">").trouble, TableTrouble::WebPage);
}

}  // namespace
}  // namespace dex
