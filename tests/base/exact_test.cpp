#include "base/exact.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace dex {
namespace {

TEST(Exact, RoundsToNineDecimalsHalfToEven) {
    EXPECT_EQ(rounded9(0.1234567894), 0.123456789);
    EXPECT_EQ(rounded9(1.0 / 3), 0.333333333);
    EXPECT_EQ(rounded9(-2.0 / 3), -0.666666667);
    // 2^-10·1e9 = 976562.5, exactly half way.
    EXPECT_EQ(rounded9(0x1p-10), 976562 / 1e9);
    EXPECT_EQ(rounded9(3 * 0x1p-10), 2929688 / 1e9);
    EXPECT_EQ(rounded9(-0x1p-10), -976562 / 1e9);
    EXPECT_EQ(rounded9(1e12), 1e12);
}

TEST(Exact, TakesLogarithms) {
    EXPECT_EQ(ln(1), 0);
    EXPECT_EQ(ln(2), 0x1.62e42fefa39efp-1);
    for (double far : {701.0, 1e308, std::numeric_limits<double>::infinity()}) {
        EXPECT_EQ(exponential(far), exponential(700));
        EXPECT_EQ(exponential(-far), exponential(-700));
    }
    EXPECT_EQ(exponential(std::numeric_limits<double>::quiet_NaN()), exponential(-700));
    for (double x = 1e-300; x < 1e300; x *= 1.37) EXPECT_NEAR(ln(x), std::log(x), 5e-16 * std::fabs(std::log(x))) << x;
    for (double x = 0.01; x < 1.99; x += 0.000977) EXPECT_NEAR(ln(x), std::log(x), 5e-16 * std::fabs(std::log(x))) << x;
}

TEST(Exact, TakesPowersOfE) {
    EXPECT_EQ(exponential(0), 1);
    EXPECT_EQ(exponential(std::log(2)), 2);
    for (double x = -699; x < 699; x += 0.137) EXPECT_NEAR(exponential(x), std::exp(x), 5e-16 * std::exp(x)) << x;
    for (double x = 1e-300; x < 1; x *= 1.37) EXPECT_NEAR(exponential(-x), std::exp(-x), 5e-16) << x;
}

TEST(Exact, TakesTangents) {
    EXPECT_EQ(tangent(0), 0);
    for (double x = -0.785; x < 0.785; x += 0.000977)
        EXPECT_NEAR(tangent(x), std::tan(x), 5e-16 * std::fabs(std::tan(x))) << x;
}

TEST(Exact, TakesSinesAndCosines) {
    EXPECT_EQ(sine(0), 0);
    EXPECT_EQ(cosine(0), 1);
    for (double x = -1000; x < 1000; x += 0.0977) {
        EXPECT_NEAR(sine(x), std::sin(x), 1e-13) << x;
        EXPECT_NEAR(cosine(x), std::cos(x), 1e-13) << x;
    }
}

TEST(Exact, TakesTheAngleOfACosine) {
    EXPECT_EQ(arccosine(1), 0);
    for (double x = 0; x < 1; x += 0.00137) EXPECT_NEAR(arccosine(x), std::acos(x), 1e-12) << x;
}

TEST(Exact, TakesTheAngleOfATangent) {
    EXPECT_EQ(arctangent(0), 0);
    for (double x = -1; x <= 1; x += 0.00137) EXPECT_NEAR(arctangent(x), std::atan(x), 1e-15) << x;
    EXPECT_NEAR(arctangent(1), std::atan(1.0), 1e-15);
    EXPECT_NEAR(arctangent(1e-9), 1e-9, 1e-24);
}

}  // namespace
}  // namespace dex
