// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPainterPath>
#include <QPointF>
#include <QPolygonF>
#include <QRectF>
#include <QSizeF>
#include <array>
#include <span>
#include <utility>
#include <vector>

#include "widgets/drawing/strip.h"
#include "widgets/viewpoint/selection.h"

// Where everything of the unrolled view stands: pure functions, without painting.
namespace widgets {

/// The rows of the picture that have a caption, from top to bottom.
enum class UnrolledRow {
    words,
    readout,
    states,
    context,
    links,
    backward,
    forward,
    embeddings,
    lookup,  ///< the part of the embedding table around the row that is looked up
    tokens,
};
inline constexpr int unrolledRowCount = 10;

/// For what the limits of the colours are told: a line of the legend each.
inline constexpr int unrolledLegendLines = 3;

/// Sizes of text, in logical pixels, that the geometry depends on.
struct UnrolledMetrics {
    double text = 16;          ///< height of a line of the main font
    double small = 13;         ///< height of a line of the small font
    double captions = 110;     ///< width of the widest row caption
    double number = 40;        ///< width of the widest number above a column ("+10.14")
    double legend = 100;       ///< width of the widest line of the legend
    double sourceLabel = 40;   ///< width of the widest source piece
    double targetLabel = 40;   ///< width of the widest target piece
    double contextLabel = 90;  ///< width of the widest such as "c_i = Σ α_ij h_j"
    bool operator==(const UnrolledMetrics &) const = default;
};

/// What the geometry is computed from.
struct UnrolledInput {
    int source = 0;            ///< S, source pieces
    int steps = 0;             ///< decoder columns: T, or more while the translation is under way
    int embedding = 0;         ///< E, units of an embedding
    int encoder = 0;           ///< H, units of an encoder state
    int annotation = 0;        ///< units of the context vector: 2H, or H
    int decoder = 0;           ///< D, units of a decoder state
    bool backward = true;      ///< the encoder has a second direction
    bool wholeLabels = false;  ///< turned where they would be cut upright, too
    double before = 0;         ///< room wanted above the words for what stood there before
    UnrolledMetrics metrics;
    QSizeF viewport;  ///< of the widget, captions included
    double zoom = 1;  ///< 1: readable columns, as wide as the viewport allows
    bool operator==(const UnrolledInput &) const = default;
};

/// One attention link: a cubic curve from above a source column to the context vector.
struct UnrolledLink {
    int source = 0;
    QPointF from, control1, control2, to;
    double width = 0;  ///< proportional to the weight

    /// The first part of the curve, `fraction` (0 to 1) in the parameter of the curve.
    QPainterPath path(double fraction = 1) const;
    /// What follows that part, from the end of the curve back to it.
    QPainterPath rest(double fraction) const;
    /// x of the curve at a height y; NaN above or below it.
    double xAt(double y) const;
};

/// The ways along which the readout of a step gets what it is computed from; from where each comes
/// to the readout. Empty where columns are too narrow.
struct ReadoutWays {
    QPolygonF state;
    QPolygonF context;  ///< beside the state
    QPolygonF word;     ///< from the word before; of the first step, from what stands for it
    QPolygonF input;    ///< branches off that of the word, into the state
};

/// Rectangles, curves and hit testing. Content coordinates: x from the left of the columns (the
/// captions stand beside them and do not scroll), y from the top.
///
/// Source and decoder columns are spread evenly, each with a pitch of their own, over the same
/// width, so that places at the same share of both sentences stand above each other. At their left
/// stands the initial state, in a lane of its own. Degenerate
/// cases: S = 0 or T = 0 gives no columns of the kind; one column stands in the middle; a viewport
/// that is narrower than the captions need has none; columns that do not fit at a readable width,
/// or rows that do not fit at their least height, make the content larger than the viewport.
class UnrolledGeometry {
  public:
    UnrolledGeometry() : UnrolledGeometry(UnrolledInput{}) {}
    explicit UnrolledGeometry(const UnrolledInput &input);

    const UnrolledInput &input() const { return input_; }
    /// Of the columns, without the captions; at least what the viewport leaves for them.
    QSizeF content() const { return content_; }
    /// What the captions take at the left of the viewport; 0 where there is no room for them.
    double captionWidth() const { return captionWidth_; }
    /// The zoom at which all columns are as wide as the viewport; 1 where they fit anyway.
    double fitZoom() const { return fitZoom_; }
    /// The width of a viewport, no less than this one's, in which the words of all columns are
    /// whole, unless they are very long.
    double widthForLabels() const;
    double sourcePitch() const { return source_.pitch; }
    double stepPitch() const { return steps_.pitch; }
    /// How labels stand in the boxes of narrow columns: upright, turned by a quarter, not at all.
    enum class Labels { upright, turned, none };
    Labels sourceLabels() const { return labels(source_, input_.metrics.sourceLabel); }
    Labels stepLabels() const { return labels(steps_, input_.metrics.targetLabel); }

    /// Where a row stands; the x range is that of the content.
    QRectF row(UnrolledRow row) const;

    /// Where the caption of a row stands, as high as its lines, the small one below it included.
    QRectF caption(UnrolledRow row) const;
    /// For what the colours mean: among the captions, above those of the encoder; empty where that
    /// is not free.
    QRectF legend() const;
    /// Its colours, from the least value to the largest; the middle one is 0.
    StripPlace legendBar() const;
    /// The lines of text below them.
    QRectF legendLine(int line) const;

    double sourceX(int source) const { return source_.center(source); }
    double stepX(int step) const { return steps_.center(step); }
    QRectF sourceBox(int source) const;
    StripPlace embedding(int source) const;
    StripPlace forward(int source) const;
    StripPlace backward(int source) const;  ///< empty for a one-directional encoder
    QRectF annotation(int source) const;    ///< frame around both states
    QRectF number(int source) const;        ///< for the score or the weight

    /// The initial state, left of the columns, and the place of its label.
    StripPlace initial() const;
    QRectF initialLabel() const;
    /// The ways of the last forward and of the first backward state into it, between the numbers
    /// and the annotations; that of a direction that does not exist is empty.
    QPolygonF forwardEnd() const;
    QPolygonF backwardEnd() const;
    /// What stands for the word before the first one, above the initial state.
    QRectF begin() const;

    StripPlace context(int step) const;
    /// Right of the context, left where that is outside, empty where there is no room at all.
    QRectF contextLabel(int step) const;
    StripPlace state(int step) const;
    QRectF stateLabel(int step) const;
    QRectF wordBox(int step) const;
    /// Above it, for what stood there before; empty where there is no room.
    QRectF wordBefore(int step) const;
    /// Between the state and the word: what the word is chosen by.
    QRectF readout(int step) const;
    ReadoutWays readoutWays(int step) const;
    /// Where there is room for its label; empty: nowhere.
    QRectF readoutLabel(int step, double width) const;

    /// The links of a step, in source order. `weights` [S]. They reach the context side by side, so
    /// that together they are as wide as one of weight 1.
    std::vector<UnrolledLink> links(std::span<const float> weights, int step) const;
    /// Width of a link of weight 1.
    double linkWidth() const;
    /// A link without a context vector in view, as long as both rows: from above a source column to
    /// below a decoder state.
    UnrolledLink thread(int source, int step) const;
    /// The vector of the bottleneck: the last forward state and, where there is one, the first
    /// backward state into the context of a step.
    std::vector<UnrolledLink> crossing(int step) const;

    /// Half-open ranges of the columns that touch an x range of the content.
    std::pair<int, int> visibleSources(double left, double right) const;
    std::pair<int, int> visibleSteps(double left, double right) const;

    /// What stands at a point. `step` is the one whose context and numbers are shown, or −1.
    Selection hit(const QPointF &point, int step) const;
    /// The source whose link passes at a point (within a few pixels), the heaviest first, or −1.
    static int linkAt(const std::vector<UnrolledLink> &links, const QPointF &point);

  private:
    struct Columns {
        int count = 0;
        double left = 0;
        double pitch = 0;
        double center(int index) const { return left + pitch * (index + 0.5); }
        int at(double x) const;
        std::pair<int, int> touching(double from, double to) const;
    };
    struct Span {
        double top = 0;
        double height = 0;
    };
    struct RowHeights {
        std::array<double, unrolledRowCount> heights{};
        double gap = 0;     ///< between rows
        double total = 0;   ///< with what stands between the rows
        double before = 0;  ///< above all of them
        double &of(UnrolledRow row) { return heights[static_cast<std::size_t>(row)]; }
    };

    Labels labels(const Columns &columns, double label) const;
    double boxHeight(const Columns &columns, double label) const;
    void layOutColumns();
    double labelHeight() const;
    RowHeights rowHeights() const;
    void layOutRows();
    QRectF box(double center, double pitch, double label, const Span &span) const;
    StripPlace strip(double center, double pitch, const Span &span, const StripUnits &units) const;
    double stripWidth(double pitch) const;
    double readablePitch(double room) const;
    double largestPitch() const;
    int columnCount() const;
    double columnsLeft() const;
    double contextLength() const;
    double initialX() const;
    double besideLast() const;
    double besideState() const;
    double legendTop() const;
    double endsHeight() const;
    double largestHeight(UnrolledRow row) const;
    void stretch(double room, RowHeights &heights) const;
    Selection hitSource(const QPointF &point, int step) const;
    Selection hitStep(const QPointF &point, int step) const;

    UnrolledInput input_;
    QSizeF content_;
    double captionWidth_ = 0;
    double fitZoom_ = 1;
    Columns source_;
    Columns steps_;
    double initialLane_ = 0;  ///< width
    std::array<Span, unrolledRowCount> rows_{};
    Span numbers_;
    Span ends_;  ///< the lane of what both directions of the encoder end with
    Span stateLabels_;
    double before_ = 0;  ///< height of the room above the words
    StripUnits embeddingUnits_, encoderUnits_, stateUnits_, contextUnits_;
};

}  // namespace widgets
