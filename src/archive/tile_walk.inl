// The bodies of TileWalk; included by its header.
#pragma once

namespace dex {

inline GridPoint operator-(GridPoint a, GridPoint b) { return {a.x - b.x, a.y - b.y}; }
inline GridPoint operator+(GridPoint a, GridPoint b) { return {a.x + b.x, a.y + b.y}; }

template <typename Coder>
GridPoint TileWalk<Coder>::firstStep(std::uint32_t h) const {
    const TileBorders::Border& arc = borders.arcs[h / 2];
    const GridPoint* p = borders.points.data() + arc.first;
    return h & 1 ? p[arc.count - 2] - p[arc.count - 1] : p[1] - p[0];
}

template <typename Coder>
GridPoint TileWalk<Coder>::lastStep(std::uint32_t h) const {
    const GridPoint step = firstStep(h ^ 1);
    return {-step.x, -step.y};
}

template <typename Coder>
bool TileWalk<Coder>::append(GridPoint point) {
    if (point.x < 0 || point.y < 0 || point.x > 0xffff || point.y > 0xffff) return false;
    if (borders.points.size() >= counts_.points) return false;
    borders.points.push_back(point);
    return true;
}

template <typename Coder>
template <typename Truth>
bool TileWalk<Coder>::codePoints(Coder& coder, std::uint32_t in, bool closing, GridPoint target, std::uint32_t arc,
                                 Truth& truth) {
    BorderModels& m = *models_;
    const std::uint32_t inner = m.inner[closing][std::min(drawn_, 3u)].code(coder, truth.innerCount());
    if (inner > counts_.points) return false;
    GridPoint here = borders.points.back();
    GridPoint before{1, 0};
    std::uint32_t size = 0;
    for (std::uint32_t k = 0; k < inner + !closing; ++k) {
        const GridPoint wanted = truth.point(k + 1) - here;
        GridPoint step;
        if (closing) {
            const GridPoint home = target - here;
            const std::uint32_t left = inner - k;
            const GridPoint share = {home.x / static_cast<std::int32_t>(std::min(left, 64u) + 1),
                                     home.y / static_cast<std::int32_t>(std::min(left, 64u) + 1)};
            step = m.homeward.code(coder, home, k == 0, sizeClass(share), std::min(left - 1, 2u) + (k == 0), wanted);
        } else if (k == 0) {
            // By where the known border goes on from this corner, seen along the way one comes.
            std::uint32_t place = 8;
            GridPoint ahead{1, 0};
            if (in != kNone) {
                ahead = lastStep(in);
                if (borders.next[in] != (in ^ 1)) {
                    const GridPoint on = firstStep(borders.next[in]);
                    const std::int64_t along = std::int64_t{ahead.x} * on.x + std::int64_t{ahead.y} * on.y;
                    const std::int64_t across = std::int64_t{ahead.x} * on.y - std::int64_t{ahead.y} * on.x;
                    place =
                        (across < 0 ? 4u : 0u) | (along < 0 ? 2u : 0u) | (std::abs(across) > std::abs(along) ? 1u : 0u);
                }
            } else {
                place = 9;
            }
            step = m.first.code(coder, ahead, false, std::min(inner, 3u), place, wanted);
        } else {
            step = m.onward.code(coder, before, true, size, k == inner ? 1 : 0, wanted);
        }
        here = here + step;
        if ((step.x == 0 && step.y == 0) || !append(here)) return false;
        before = step;
        size = sizeClass(step);
    }
    if (closing && !append(target)) return false;
    borders.arcs[arc].count = static_cast<std::uint32_t>(borders.points.size()) - borders.arcs[arc].first;
    return true;
}

// Draws a new arc from junction `from`, at the corner after half-arc `in` (kNone at the start of a component).
template <typename Coder>
template <typename Truth>
bool TileWalk<Coder>::drawArc(Coder& coder, std::uint32_t from, std::uint32_t in, Truth& truth) {
    BorderModels& m = *models_;
    TileBorders& b = borders;
    if (b.arcs.size() >= counts_.arcs) return false;
    const auto arc = static_cast<std::uint32_t>(b.arcs.size());
    const std::uint32_t there = 2 * arc, back = 2 * arc + 1;
    truth.draw(in, arc);

    // Where it ends: after half-arc `at`, or at a new junction.
    const std::uint32_t lastCorner = in == kNone ? kNone : previous_[head_];
    const std::uint32_t closing0 = in == kNone ? from : endOf(lastCorner);
    const bool closes = coder.bit(m.closes[std::min(drawn_, 3u)][degreeAt(closing0)][doneAt(closing0)], truth.closes());
    std::uint32_t at = lastCorner;
    if (closes && in != kNone) {
        const std::uint32_t wanted = truth.stepsBack(previous_, lastCorner, in);
        std::uint32_t steps = 0;
        while (at != in) {
            const std::uint32_t j = endOf(at);
            if (steps < 16) {
                if (!coder.bit(m.back[degreeAt(j)][doneAt(j)], wanted > steps)) break;
            } else {
                const std::uint32_t more = m.farBack.code(coder, wanted - steps);
                for (std::uint32_t i = 0; i < more; ++i) {
                    if (at == in || ++stepsBack_ > kMaxStepsBack) return false;
                    at = previous_[at];
                }
                break;
            }
            if (++stepsBack_ > kMaxStepsBack) return false;
            at = previous_[at];
            ++steps;
        }
    }
    const std::uint32_t to = !closes ? static_cast<std::uint32_t>(b.junctions.size()) : in == kNone ? from : endOf(at);

    b.arcs.push_back({static_cast<std::uint32_t>(b.points.size()), 0, from, to});
    if (!append(b.junctions[from])) return false;
    if (!codePoints(coder, in, closes, closes ? b.junctions[to] : GridPoint{}, arc, truth)) return false;
    // A ring of two points, or of one, is none.
    if (b.arcs[arc].count < (from == to ? 4u : 2u)) return false;
    if (!closes) {
        b.junctions.push_back(b.points.back());
        states_.push_back({});
    }
    const auto grow = [](std::uint8_t& n) { n = static_cast<std::uint8_t>(n < 255 ? n + 1 : n); };
    grow(states_[from].degree);
    grow(states_[to].degree);

    b.next.insert(b.next.end(), {kNone, kNone});
    previous_.insert(previous_.end(), {kNone, kNone});
    b.labels.insert(b.labels.end(), {kNone, kNone});
    done_.resize(done_.size() + 2);
    const auto link = [&](std::uint32_t h, std::uint32_t g) {
        b.next[h] = g;
        previous_[g] = h;
    };
    if (in == kNone) {
        if (closes) {
            link(there, there);
            link(back, back);
        } else {
            link(there, back);
            link(back, there);
        }
        return true;
    }
    const std::uint32_t onward = b.next[in];
    if (!closes) {
        link(back, onward);
        link(there, back);
    } else if (at == in) {
        link(there, onward);
        link(back, back);
    } else {
        const std::uint32_t after = b.next[at];
        link(at, back);
        link(back, onward);
        link(there, after);
    }
    link(in, there);
    return true;
}

template <typename Coder>
template <typename Truth>
bool TileWalk<Coder>::codeCycle(Coder& coder, std::uint32_t head, Truth& truth) {
    BorderModels& m = *models_;
    head_ = head;
    std::uint32_t length = 0;
    for (std::uint32_t h = head;;) {
        const std::uint32_t j = endOf(h);
        const bool isDangling = borders.next[h] == (h ^ 1);
        if (isDangling || !coder.bit(m.goesOn[degreeAt(j)][doneAt(j)], truth.goesOn(h))) {
            if (!drawArc(coder, j, h, truth)) return false;
            ++drawn_;
        }
        h = borders.next[h];
        if (h == head) break;
        if (++length > 2 * counts_.arcs) return false;
    }
    return codeLabels(coder, head, truth);
}

template <typename Coder>
template <typename Truth>
bool TileWalk<Coder>::codeLabels(Coder& coder, std::uint32_t head, Truth& truth) {
    BorderModels& m = *models_;
    const auto mark = [&](std::uint32_t h) {
        done_[h] = true;
        std::uint8_t& done = states_[endOf(h)].done;
        if (done < 255) ++done;
    };
    const std::uint32_t beyond = done_[head ^ 1] ? borders.labels[head ^ 1] : kOutsideLabel;
    const bool nearOther = beyond >= kOtherSide;
    const std::uint32_t wanted = truth.label(head);
    if (!coder.bit(m.isOther[(nearOther ? 1 : 0) | (done_[head ^ 1] ? 2 : 0)], wanted >= kOtherSide)) {
        const std::uint32_t expected = nearOther ? lastRank_ : beyond;
        const std::int32_t off =
            m.rank[nearOther].code(coder, static_cast<std::int32_t>(wanted) - static_cast<std::int32_t>(expected));
        const std::uint32_t rank = expected + static_cast<std::uint32_t>(off);
        if (rank >= counts_.areas) return false;
        lastRank_ = rank;
        std::uint32_t h = head;
        do {
            borders.labels[h] = rank;
            mark(h);
            h = borders.next[h];
        } while (h != head);
        borders.cycles.push_back(head);
        return true;
    }
    std::uint32_t before = kOutsideLabel;
    std::uint32_t lastNumber = (*areas_)[lastRank_];
    std::uint32_t h = head;
    do {
        const std::uint32_t label = truth.label(h);
        if (!coder.bit(m.sameOther, label == before)) {
            if (coder.bit(m.isOutside, label == kOutsideLabel)) {
                before = kOutsideLabel;
            } else {
                const std::uint32_t across = borders.labels[h ^ 1];
                const std::uint32_t expected = across < kOtherSide ? (*areas_)[across] : lastNumber;
                const std::uint32_t number =
                    expected +
                    static_cast<std::uint32_t>(m.otherRank.code(
                        coder, static_cast<std::int32_t>(label - kOtherSide - expected)));
                if (number >= areaCount_) return false;
                before = kOtherSide + number;
                lastNumber = number;
            }
        }
        borders.labels[h] = before;
        mark(h);
        h = borders.next[h];
    } while (h != head);
    return true;
}

template <typename Coder>
template <typename Truth>
Result<Done> TileWalk<Coder>::run(Coder& coder, const TileCounts& counts, const std::vector<AreaNumber>& areas,
                                  std::uint32_t areaCount, Truth& truth) {
    counts_ = counts;
    areas_ = &areas;
    areaCount_ = areaCount;
    borders.points.reserve(counts.points);
    borders.arcs.reserve(counts.arcs);
    GridPoint start{};
    std::uint32_t open = 0;  // Half-arcs before this one are done.
    for (std::uint32_t c = 0; c < counts.components; ++c) {
        truth.start(c);
        const GridPoint wanted = truth.startPoint();
        start.x += models_->start.code(coder, wanted.x - start.x);
        start.y += models_->start.code(coder, wanted.y - start.y);
        if (start.x < 0 || start.y < 0 || start.x > 0xffff || start.y > 0xffff) return Status::BadShape;
        const auto junction = static_cast<std::uint32_t>(borders.junctions.size());
        borders.junctions.push_back(start);
        states_.push_back({});
        const auto first = static_cast<std::uint32_t>(2 * borders.arcs.size());
        drawn_ = 0;
        if (!drawArc(coder, junction, kNone, truth)) return Status::BadShape;
        drawn_ = 1;
        if (!codeCycle(coder, first, truth)) return Status::BadShape;
        for (; open < borders.next.size(); ++open) {
            if (done_[open]) continue;
            drawn_ = 0;
            if (!codeCycle(coder, open, truth)) return Status::BadShape;
        }
    }
    if (borders.arcs.size() != counts.arcs || borders.points.size() != counts.points) return Status::BadShape;
    return Done{};
}

}  // namespace dex
