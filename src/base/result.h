#pragma once

#include <cstdint>
#include <cstdlib>
#include <type_traits>
#include <utility>
#include <variant>

namespace dex {

enum class Status : std::uint32_t {
#define DEX_STATUS(name) name,
#include "base/status.def"
#undef DEX_STATUS
    kCount
};

// Why bad input was refused, and where: the byte offset in the file that was read, unless the callee says otherwise.
struct Error {
    Status status = Status::Ok;
    std::uint64_t where = 0;
    friend bool operator==(const Error&, const Error&) = default;
};

// Ends the program with the file and line: for our own mistakes, never for bad input. Always on.
[[noreturn]] void failCheck(const char* condition, const char* file, int line);
// Writes to stderr, unless the program defines it otherwise, as the one in the browser does.
void reportMistake(const char* sentence);
#define DEX_CHECK(condition) ((condition) ? static_cast<void>(0) : ::dex::failCheck(#condition, __FILE__, __LINE__))

// A value, or the error that prevented it.
template <typename T>
class [[nodiscard]] Result {
public:
    Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : state_(std::in_place_index<1>, error) {}
    Result(Status status, std::uint64_t where = 0) : Result(Error{status, where}) {}

    bool ok() const { return state_.index() == 0; }
    explicit operator bool() const { return ok(); }

    // Reading the value of a failed result is our mistake.
    T& value() & {
        DEX_CHECK(ok());
        return *std::get_if<0>(&state_);
    }
    const T& value() const& {
        DEX_CHECK(ok());
        return *std::get_if<0>(&state_);
    }
    T&& value() && {
        DEX_CHECK(ok());
        return std::move(*std::get_if<0>(&state_));
    }
    T& operator*() & { return value(); }
    const T& operator*() const& { return value(); }
    T* operator->() { return &value(); }
    const T* operator->() const { return &value(); }

    Error error() const { return ok() ? Error{} : *std::get_if<1>(&state_); }

private:
    std::variant<T, Error> state_;
};

struct Done {};

// `auto x = DEX_TRY(open(bytes));` takes the value, or returns the error to the caller.
#define DEX_TRY(expression)                          \
    ({                                               \
        auto dexTried = (expression);                \
        if (!dexTried.ok()) return dexTried.error(); \
        std::move(dexTried).value();                 \
    })

}  // namespace dex
