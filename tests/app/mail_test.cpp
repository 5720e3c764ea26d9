#include "app/mail.h"

#include <vector>

#include <gtest/gtest.h>

namespace dex {
namespace {

std::vector<Event> takeAll(Mail& mail) {
    std::vector<Event> events;
    while (mail.outbox().next()) events.push_back(mail.outbox().current());
    return events;
}

std::vector<EventKind> kinds(Mail& mail) {
    std::vector<EventKind> result;
    for (const Event& event : takeAll(mail)) result.push_back(event.kind);
    return result;
}

using Kinds = std::vector<EventKind>;

// A frame before the atlas is open, and one that shows areas.
Now closed() { return {.cursor = "default", .treeVersion = 1}; }
Now shown(bool isDetailed) {
    Now now = closed();
    now.drawn = Drawn{.hasAreas = true, .isDetailed = isDetailed};
    return now;
}

}  // namespace

TEST(Mail, StatesHowThingsAreOnlyWhereTheyHaveChanged) {
    Mail mail;
    mail.report(closed());
    EXPECT_EQ(kinds(mail), (Kinds{EventKind::Cursor, EventKind::Tree}));
    mail.report(closed());
    EXPECT_TRUE(mail.outbox().empty());
    Now now = closed();
    now.isInUse = true;
    now.progress = 0.5;
    mail.report(now);
    EXPECT_EQ(kinds(mail), (Kinds{EventKind::Use, EventKind::Progress}));
}

TEST(Mail, SaysOfAViewWhetherItIsAStepOfTheHistory) {
    Mail mail;
    mail.markViewNew();
    mail.report(closed());  // It moves: there is no view to be told yet.
    takeAll(mail);
    Now now = closed();
    now.view = "by=ward";
    mail.report(now);
    now.view = "by=ward&at=51.5,0,12";
    mail.report(now);
    const auto events = takeAll(mail);
    ASSERT_EQ(events.size(), 1u) << "of views only the newest is kept";
    EXPECT_EQ(events[0].text, "by=ward&at=51.5,0,12");
    EXPECT_EQ(events[0].number, 1) << "a new view stays one, whatever pans follow it";
    now.view = "by=ward";
    mail.report(now);
    EXPECT_EQ(takeAll(mail).at(0).number, 0);
}

TEST(Mail, KeepsAViewToItselfThatThePageHasSet) {
    Mail mail;
    mail.report(closed());
    takeAll(mail);
    mail.knowView("by=ward");
    Now now = closed();
    now.view = "by=ward";
    mail.report(now);
    EXPECT_TRUE(mail.outbox().empty());
}

TEST(Mail, TellsOfTheFirstPictureOnceAndAlone) {
    Mail mail;
    mail.report(closed());
    takeAll(mail);
    EXPECT_FALSE(mail.hasFirstPicture());
    EXPECT_TRUE(mail.report(shown(true)));
    EXPECT_EQ(kinds(mail), Kinds{EventKind::FirstPicture});
    EXPECT_FALSE(mail.wasDetailed());
    EXPECT_FALSE(mail.report(shown(true)));
    EXPECT_EQ(kinds(mail), Kinds{EventKind::Detail});
}

TEST(Mail, TellsOfDetailAgainAfterItWasGone) {
    Mail mail;
    mail.report(shown(false));
    mail.report(shown(true));
    takeAll(mail);
    mail.report(closed());  // A lost context takes nothing back.
    mail.report(shown(true));
    EXPECT_TRUE(mail.outbox().empty());
    mail.report(shown(false));
    mail.report(shown(true));
    EXPECT_EQ(kinds(mail), Kinds{EventKind::Detail});
    EXPECT_TRUE(mail.wasDetailed());
}

TEST(Mail, TellsOfTheTextOnlyAPageThatHasReadIt) {
    Mail mail;
    Now now = closed();
    mail.report(now);
    takeAll(mail);
    now.text.changes = 1;
    mail.report(now);
    EXPECT_TRUE(mail.outbox().empty());
    mail.knowText(now.text);
    mail.report(now);
    EXPECT_TRUE(mail.outbox().empty());
    for (std::uint32_t TextVersion::* part : {&TextVersion::analysis, &TextVersion::tiles, &TextVersion::changes}) {
        now.text.*part += 8;
        mail.report(now);
        EXPECT_EQ(kinds(mail), Kinds{EventKind::Text});
    }
}

TEST(Mail, SaysWhatIsSelectedInOneLine) {
    Mail mail;
    mail.select({"ward", "E05"}, "Peckham");
    mail.clearSelection();
    const auto events = takeAll(mail);
    ASSERT_EQ(events.size(), 2u);
    EXPECT_EQ(events[0].text, "ward\tE05\tPeckham");
    EXPECT_EQ(events[1].text, "");
}

}  // namespace dex
