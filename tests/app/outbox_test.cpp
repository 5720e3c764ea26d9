#include "app/outbox.h"

#include <vector>

#include <gtest/gtest.h>

namespace dex {

TEST(Outbox, KeepsTheOrderOfNewsAndTheNewestOfWhatStatesHowThingsAre) {
    Outbox outbox;
    EXPECT_FALSE(outbox.next());
    outbox.put({.kind = EventKind::Cursor, .text = "grab"});
    outbox.put({.kind = EventKind::Announce, .text = "one"});
    outbox.put({.kind = EventKind::Cursor, .text = "pointer"});
    outbox.put({.kind = EventKind::Announce, .text = "two"});
    std::vector<std::string> texts;
    while (outbox.next()) texts.push_back(outbox.current().text);
    EXPECT_EQ(texts, (std::vector<std::string>{"one", "pointer", "two"}));
    EXPECT_TRUE(outbox.empty());
}

}  // namespace dex
