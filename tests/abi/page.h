#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tests/abi/atlas.h"
#include "wasm/dex.h"

namespace dex::test {

struct Mail {
    std::uint32_t kind = 0;
    std::uint32_t status = 0;
    std::string text;
    double number = 0;
};

// One node of the tree or of the Text view, as its JSON has it (src/ui/semantic_tree.h). Without an id where there is none.
struct PageNode {
    std::string id, role, name, value;
    std::vector<std::string> states;
    std::vector<double> rect;  // x, y, width, height: css px of the canvas. All 0 in the Text view.

    bool isThere() const { return !id.empty(); }
    bool has(std::string_view state) const;
    bool covers(double x, double y) const {
        return x >= rect[0] && y >= rect[1] && x < rect[0] + rect[2] && y < rect[1] + rect[3];
    }
    bool says(std::string_view words) const { return name.find(words) != std::string::npos; }
};

// A view less where its map has been moved to, so that what is chosen can be seen.
std::string withoutCamera(std::string view);

// Plays the page: holds one map through the door, brings the files it wants and turns its clock by 16 ms a frame.
class Page {
public:
    explicit Page(const ServedAtlas& atlas) : atlas_(atlas), map_(dex_create()) {}
    ~Page() { dex_destroy(map_); }
    Page(const Page&) = delete;
    Page& operator=(const Page&) = delete;

    dex_map* map() { return map_; }

    // What a page does at its beginning: size, GPU, faces, head and all that the first picture needs.
    void begin(double width = 1280, double height = 820, double ratio = 1);
    void supplyFaces();

    std::uint32_t supply(const std::string& name, const std::vector<std::uint8_t>& bytes);
    std::uint32_t frame();
    // Frames and files until the map asks for no more of either.
    void settle();

    bool hasFaces = true;  // begin() supplies them.
    bool hasGpu = true;    // begin() gives it one.
    bool isWhole = true;   // begin() says that all of the program is here.
    // Called in place of bringing a file; false brings it after all.
    std::function<bool(const std::string& name)> intercept;

    const std::vector<Mail>& mail() const { return mail_; }
    std::vector<Mail> takeMail() { return std::exchange(mail_, {}); }
    int count(std::uint32_t kind) const;
    std::string view();
    std::string link();
    std::string editView(std::string_view view, std::string_view edits);
    std::string tree();
    std::string text();
    std::vector<PageNode> nodes();
    PageNode node(std::string_view id);
    std::vector<PageNode> textNodes();
    PageNode textNode(std::string_view id);
    std::string areaAt(double x, double y);
    std::uint32_t setView(std::string_view text);
    std::uint32_t act(std::string_view node, std::string_view value = {});
    std::string find(std::string_view typed);
    std::uint32_t choose(std::string_view ref);
    void click(double x, double y);
    void key(std::string_view key);
    double nowMs() const { return nowMs_; }

private:
    void readMail();

    const ServedAtlas& atlas_;
    dex_map* map_;
    double nowMs_ = 1000;
    std::vector<Mail> mail_;
    std::vector<std::string> wanted_;
};

}  // namespace dex::test
