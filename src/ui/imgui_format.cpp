// Dear ImGui's own printing, as far as it names its windows: %s %d %i %u %x %X %c %%, with width and leading zeros.

#include <imgui.h>
#include <imgui_internal.h>

#include <cstdarg>
#include <cstdint>

namespace {

// Counts on where the room ends, as vsnprintf does.
class Line {
public:
    Line(char* room, std::size_t size) : room_(room), size_(size) {}

    void put(char c) {
        if (count_ + 1 < size_) room_[count_] = c;
        ++count_;
    }
    void put(const char* text) {
        for (const char* c = text == nullptr ? "(null)" : text; *c != '\0'; ++c) put(*c);
    }
    void putNumber(std::uint32_t number, std::uint32_t base, const char* digits, int width, char pad) {
        char backwards[32];
        int length = 0;
        do {
            backwards[length++] = digits[number % base];
            number /= base;
        } while (number > 0);
        for (int i = length; i < width; ++i) put(pad);
        while (length > 0) put(backwards[--length]);
    }
    int finish() {
        if (size_ > 0) room_[count_ < size_ ? count_ : size_ - 1] = '\0';
        return static_cast<int>(count_);
    }

private:
    char* room_;
    std::size_t size_;
    std::size_t count_ = 0;
};

}  // namespace

int ImFormatStringV(char* room, std::size_t size, const char* format, std::va_list values) {
    constexpr const char* kLower = "0123456789abcdef";
    constexpr const char* kUpper = "0123456789ABCDEF";
    // Like the original it never tells of more than there was room for.
    Line line(room, room == nullptr ? 0 : size);
    for (const char* c = format; *c != '\0'; ++c) {
        if (*c != '%') {
            line.put(*c);
            continue;
        }
        ++c;
        const char pad = *c == '0' ? '0' : ' ';
        int width = 0;
        for (; *c >= '0' && *c <= '9'; ++c) width = width * 10 + (*c - '0');
        switch (*c) {
            case 's': line.put(va_arg(values, const char*)); break;
            case 'c': line.put(static_cast<char>(va_arg(values, int))); break;
            case 'd':
            case 'i': {
                const int number = va_arg(values, int);
                if (number < 0) line.put('-');
                line.putNumber(
                    number < 0 ? 0u - static_cast<std::uint32_t>(number) : static_cast<std::uint32_t>(number), 10,
                    kLower, width, pad);
                break;
            }
            case 'u': line.putNumber(va_arg(values, unsigned), 10, kLower, width, pad); break;
            case 'x': line.putNumber(va_arg(values, unsigned), 16, kLower, width, pad); break;
            case 'X': line.putNumber(va_arg(values, unsigned), 16, kUpper, width, pad); break;
            case '\0': --c; break;
            default: line.put(*c); break;
        }
    }
    const int length = line.finish();
    return room != nullptr && length >= static_cast<int>(size) ? static_cast<int>(size) - 1 : length;
}

int ImFormatString(char* room, std::size_t size, const char* format, ...) {
    std::va_list values;
    va_start(values, format);
    const int length = ImFormatStringV(room, size, format, values);
    va_end(values);
    return length;
}
