#include "compile/land.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace dex {

namespace {

// Cells of 2.5 degrees from the north pole southwards, each row from 180° west: a bit says that some land lies in it.
// Made from Natural Earth's land at 1:10,000,000 (public domain), without the Antarctic and the buoy at 0, 0.
constexpr double kCell = 2.5;
constexpr std::array<std::string_view, 72> kRows = {
    "000000000000000000000000000000000000", "000000000000000000000000000000000000",
    "0000000001ff1fff00000000000000000000", "00000001fffffffff003ee7fe19f00000000",
    "0000007fffffffffc00ff809030ff0000000", "000003ffffbfffffc007e003f0fffc03fe00",
    "000007ffffc0ffffc001000f9ffffff3f800", "c3fe1ffffffc7fff0801f80fbfffffffff99",
    "c7fffffffffe3fff0007ffffffffffffffff", "ffffffffffff3fe3e00fffffffffffffffff",
    "7ffffffffffe1f03e03fffffffffffffffff", "37fffffff3fe1f000d7fffffffffffffffff",
    "07fffffff1ff02002f3fffffffffffffffe8", "1bf07fffffff80000f1fffffffffffff03e0",
    "1f803fffffffc0001fffffffffffffffc3bc", "f0001fffffffc0001fffffffffffffffc307",
    "000007ffffffe00007ffffffffffffffc600", "000003ffffffe00003fffffffffffffffc00",
    "000003ffffff80000ffff7fffffffffff000", "000003fffff800000fdffffffffffff9c000",
    "000003ffffe0001c0fdffffffffffffb8000", "000003ffffc000040ffeffffffffffff8000",
    "000001ffffc000004ffcefffffffffbf0000", "0000007fff0200004fffffffffffffd98000",
    "c00000ffff000000ffffffffffffff988000", "3800003fc3c000003ffffffffffffff88000",
    "0300005f8be000007fffffff3fffffe08400", "01c00007dff000007fffffff1ffffc806000",
    "00600037fdff00007fffffff07e7f8802020", "08000001fe0300067ffffffe07c7fdc02000",
    "000000003f198002fffffffc0785f0e06010", "00000008067f00007ffffffc0f8ff7e00028",
    "0000000007ff80003ffffff80785e7e59c38", "0100000005fff0003ffffff00587c7ec1f58",
    "0180000001fff0000f3ffff00403ff380414", "40c0000011fff808003fffe00403dffc0404",
    "0100000019fffe00003fffc00401fffff836", "3060000001ffffd0001fff820001fffffc02",
    "0040000001ffffe0000fff060800ffdfff03", "3081800000ffffe02007ff3000003ff9ffe1",
    "1510800000ffffc00007fff2000221ceddb2", "f80f0000007fff80000fffb80000007ee032",
    "e03f8000007fff80040ffffc000000fff833", "e89bc000001fff80000fff71400001fff053",
    "e0d1c000001fff080007fff3000007fffe74", "00187a00001fff000007fe70000007fffc30",
    "0000100c019ff8000007fc60000007fffc00", "80020000001ff8000003fc00000007fffc10",
    "00000000001ff0000003f800000007fffd00", "00000000019ff0000001f000000007e7f804",
    "00000000003fc0001000000000000303f806", "00000000003fc0000000000003000000f007",
    "00000000003f00001800000000000000700e", "40000000007e00000000000000000000303c",
    "00000000007c000000000108000000000038", "00000000007c000000000000180000000021",
    "000000000079800000000000000000000030", "00000000003e01e000400000040000000110",
    "00000000001c002c00000000000000000000", "000000000000000400000000000000000000",
    "000000000000000000000000000000000000", "000000000000000000000000000000000000",
    "000000000000000000000000000000000000", "000000000000000000000000000000000000",
    "000000000000000000000000000000000000", "000000000000000000000000000000000000",
    "000000000000000000000000000000000000", "000000000000000000000000000000000000",
    "000000000000000000000000000000000000", "000000000000000000000000000000000000",
    "000000000000000000000000000000000000", "000000000000000000000000000000000000",
};

bool hasLand(std::size_t row, std::size_t column) {
    const char digit = kRows[row][column / 4];
    // A digit holds four cells, the westernmost in its highest bit.
    const int four = digit <= '9' ? digit - '0' : digit - 'a' + 10;
    return (four >> (3 - column % 4) & 1) != 0;
}

std::size_t cellOf(double fromEdge, std::size_t count) {
    return static_cast<std::size_t>(std::clamp(fromEdge / kCell, 0.0, static_cast<double>(count - 1)));
}

}  // namespace

bool touchesLand(const DegreeBox& box) {
    constexpr std::size_t kColumns = 144;
    for (std::size_t row = cellOf(90 - box.north, kRows.size()); row <= cellOf(90 - box.south, kRows.size()); ++row) {
        for (std::size_t x = cellOf(box.west + 180, kColumns); x <= cellOf(box.east + 180, kColumns); ++x) {
            if (hasLand(row, x)) return true;
        }
    }
    return false;
}

}  // namespace dex
