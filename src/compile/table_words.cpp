#include "compile/table_words.h"

#include <span>

#include "compile/file_settings.h"
#include "compile/text.h"

namespace dex {

namespace {

std::string columnList(std::span<const std::string> names) {
    std::string text;
    for (const std::string& name : names) text += (text.empty() ? "" : ", ") + inQuotes(name);
    return text;
}

// "1,234" in row 2 and "5,678" in row 3
std::string cellsOf(const TableProblem& problem) {
    std::string text;
    for (std::size_t i = 0; i < problem.texts.size(); ++i) {
        text += (i == 0 ? "" : " and ") + inQuotes(problem.texts[i]) + " in row " + std::to_string(problem.numbers[i]);
    }
    return text;
}

std::string sentenceOf(const TableProblem& problem, const std::string& file) {
    const std::span<const std::string> texts(problem.texts);
    switch (problem.trouble) {
        case TableTrouble::NotText: return "is not text. Save the table as CSV in UTF-8";
        case TableTrouble::Workbook: return "is an Excel workbook. Save the sheet as \"CSV UTF-8\"";
        case TableTrouble::WebPage: return "is a web page, not a table. Download the file that the page links to";
        case TableTrouble::BrokenUtf8:
            return "is not the UTF-8 that the rest of the file is. Save it again as UTF-8, or name its encoding: " +
                   settingText(file, "encoding", "windows-1252");
        case TableTrouble::BrokenUtf16: return "is not the UTF-16 that the rest of the file is. Save it as UTF-8";
        case TableTrouble::NoKnownEncoding:
            return "is neither UTF-8 nor Windows-1252. Save it as UTF-8, or name its encoding: " +
                   settingText(file, "encoding", "macintosh");
        case TableTrouble::OpenQuote: return "a quotation mark opens here and never closes";
        case TableTrouble::NoHeader: return "no line is a header with the columns " + columnList(texts);
        case TableTrouble::HeaderLacks:
            return "the header does not have " + columnList(texts.first(problem.numbers[0])) + ". It has " +
                   columnList(texts.subspan(problem.numbers[0]));
        case TableTrouble::ColumnTwice: return "the header has " + inQuotes(texts[0]) + " twice";
        case TableTrouble::ShortRow:
            return "has " + counted(problem.numbers[0], "field", "fields") + ", the header has " +
                   std::to_string(problem.numbers[1]);
        case TableTrouble::LongRow:
            return "has " + counted(problem.numbers[0], "field", "fields") + ", the header has " +
                   std::to_string(problem.numbers[1]) +
                   ". Put a text or number that has a comma in quotes, and give every column a name";
        case TableTrouble::MixedDecimals:
            return cellsOf(problem) +
                   " do not have the same decimal sign. Correct one of them, and say which sign is right: " +
                   settingText(file, "decimal", ",") + " or \".\"";
        case TableTrouble::AmbiguousDecimals:
            return cellsOf(problem) + " may be thousands or decimals. Say which sign stands before the decimals: " +
                   settingText(file, "decimal", ",") + " or \".\"";
        case TableTrouble::kCount: break;
    }
    return {};
}

}  // namespace

std::string settingText(const std::string& file, const std::string& member, const std::string& value) {
    return "\"files\": {\"" + file + "\": {\"" + member + "\": \"" + value + "\"}}";
}

std::string whereIn(const Table& table, const Table::Row& row) {
    return table.file + ", row " + std::to_string(row.row);
}

std::string whereIn(const Table& table, const Table::Row& row, std::size_t column) {
    return whereIn(table, row) + ", column " + inQuotes(table.columns[column]);
}

void addAll(const TableProblems& found, const std::string& file, Problems& problems) {
    for (const TableProblem& problem : found) {
        std::string where = file;
        if (problem.row != 0) where += ", row " + std::to_string(problem.row);
        if (problem.character != 0) where += ", character " + std::to_string(problem.character);
        if (!problem.column.empty()) where += ", column " + inQuotes(problem.column);
        problems.add(std::move(where), sentenceOf(problem, file));
    }
}

}  // namespace dex
