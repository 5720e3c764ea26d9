// Dear ImGui takes sines of angles between 0 and 2π. The C library's reduction of those beyond 2^28 has a table of
// 2.8 kB, which does not compress, so this stands in its place: no such angle has a sine.
extern "C" int __rem_pio2_large(double*, double* rest, int, int, int) {
    *rest = __builtin_nan("");
    return 0;
}
