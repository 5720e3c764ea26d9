#include "base/hash.h"

#include <gtest/gtest.h>

#include <string>

namespace dex {
namespace {

std::string hashOf(std::string_view text) { return hexDigits(sha256(asBytes(text)), 64); }

// The examples of NIST's Secure Hash Standard test vectors.
TEST(Sha256, MatchesThePublishedExamples) {
    EXPECT_EQ(hashOf(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    EXPECT_EQ(hashOf("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    EXPECT_EQ(hashOf("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
              "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    EXPECT_EQ(hashOf(std::string(1000000, 'a')), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST(Sha256, EveryLengthAroundABlockGivesItsOwnHash) {
    std::string seen;
    for (std::size_t length = 50; length < 140; ++length) {
        const std::string hash = hashOf(std::string(length, 'x'));
        EXPECT_EQ(seen.find(hash), std::string::npos) << length;
        seen += hash;
    }
    EXPECT_EQ(hashOf(std::string(55, 'a')), "9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318");
    EXPECT_EQ(hashOf(std::string(56, 'a')), "b35439a4ac6f0948b6d6f9e3c6af0f5f590ce20f1bde7090ef7970686ec6738a");
    EXPECT_EQ(hashOf(std::string(64, 'a')), "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb");
}

TEST(Sha256, HexDigitsAreTheFirstOfTheHash) {
    const Sha256 hash = sha256(asBytes("abc"));
    EXPECT_EQ(hexDigits(hash, kNameDigits), "ba7816bf8f01cfea414140de5dae2223");
    EXPECT_EQ(hexDigits(hash, 3), "ba7");
    EXPECT_EQ(hexDigits(hash, 0), "");
}

}  // namespace
}  // namespace dex
