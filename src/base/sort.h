#pragma once

#include <bit>
#include <cstdint>
#include <vector>

namespace dex {

// Says whether one of two numbers comes before the other; `context` is what it was given with.
using ComesBefore = bool (*)(const void* context, std::uint32_t a, std::uint32_t b);

// Equals keep their order.
void sortNumbers(std::vector<std::uint32_t>& numbers, ComesBefore comesBefore, const void* context);

// Sorts indices, or anything else of four bytes, by `comesBefore(a, b)`. Equals keep their order. All sorting goes
// through the one copy above, because std::sort is compiled again for every comparison: 3 kB of wasm a time.
template <typename T, typename Before>
void sortBy(std::vector<T>& items, const Before& comesBefore) {
    static_assert(sizeof(T) == sizeof(std::uint32_t));
    std::vector<std::uint32_t> numbers;
    numbers.reserve(items.size());
    for (const T item : items) numbers.push_back(std::bit_cast<std::uint32_t>(item));
    const auto ask = [](const void* context, std::uint32_t a, std::uint32_t b) {
        return (*static_cast<const Before*>(context))(std::bit_cast<T>(a), std::bit_cast<T>(b));
    };
    sortNumbers(numbers, ask, &comesBefore);
    for (std::size_t i = 0; i < items.size(); ++i) items[i] = std::bit_cast<T>(numbers[i]);
}

// 0 … count − 1 by `comesBefore(a, b)`.
template <typename Before>
std::vector<std::uint32_t> orderBy(std::size_t count, const Before& comesBefore) {
    std::vector<std::uint32_t> order(count);
    for (std::size_t i = 0; i < count; ++i) order[i] = static_cast<std::uint32_t>(i);
    sortBy(order, comesBefore);
    return order;
}

}  // namespace dex
