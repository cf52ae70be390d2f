// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractSlider>
#include <QFont>
#include <QLineF>
#include <QList>
#include <QPixmap>
#include <memory>
#include <optional>

#include "widgets/drawing/label.h"
#include "widgets/panel/screen_grip.h"
#include "widgets/timeline/geometry.h"
#include "widgets/timeline/labels.h"
#include "widgets/viewpoint/viewpoint.h"

namespace widgets {

struct Theme;

/// The slider of the timeline: a segment for the reading of the encoder and one per step, with the
/// five stages of the current one, and a playhead that can be dragged. Its value, as screen readers
/// and scripts see it, counts finished stages.
class TimelineTrack : public QAbstractSlider {
    Q_OBJECT
  public:
    explicit TimelineTrack(Viewpoint *viewpoint, QWidget *parent = nullptr);

    /// Where the track lies in the widget; between presses and releases it does not change.
    TimelineGeometry places() const;
    /// What stands at the playhead, such as "step 7 of 10 · context", or "step 7 of 10 · word
    /// “cat”" once the word is there.
    QString caption() const;
    /// The upright line of the playhead, from top to bottom; in two parts where it would go through
    /// what is written in the box behind it.
    QList<QLineF> playhead() const;
    /// What is written in that box; null where nothing is.
    QRectF writtenRect() const;
    /// The words that are written across the boxes of several steps, where those are too narrow for
    /// their own, and where they stand; none where they are not.
    std::vector<std::pair<QString, QRectF>> spreadWords() const;

    /// The least width from this one on in which every step has its own word, whole.
    int widthForWords(int least) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

  signals:
    /// The user took hold of the playhead.
    void scrubbed();

  protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

  private:
    /// What the boxes of the other steps were painted from.
    struct OthersKey {
        std::shared_ptr<const model::Trace> trace;
        QSize size;
        double ratio = 0;
        QRgb surface = 0;
        int current = -1;
        int marked = -1;
        QFont font;
        bool operator==(const OthersKey &) const = default;
    };

    QRectF trackRect() const;
    void follow();
    void letGo();
    void scrubTo(double x);
    void askWord(int step);
    void hover(double x);
    QString label(int step) const;
    /// The label and, of an edited translation, how probable the word is and was.
    QString comparedLabel(int step) const;
    QString readingLabel() const;
    QString writtenReading(const QRectF &rect) const;
    FittedLabel writtenStep(int step, const QRectF &rect) const;
    QRectF labelPlace(int step, const QRectF &rect) const;
    bool crowded() const;
    QFont narrowFont() const;
    void readWords();
    void measureWords() const;
    void paintSpread(QPainter &painter, const Theme &theme) const;
    const QPixmap &others(const Theme &theme) const;
    void paintOthers(QPainter &painter, const Theme &theme) const;
    void paintReading(QPainter &painter, const Theme &theme, const QRectF &rect) const;
    void paintStep(QPainter &painter, const Theme &theme, int step, const QRectF &rect) const;
    void paintStages(QPainter &painter, const Theme &theme, int step, const QRectF &rect) const;
    void paintChange(QPainter &painter, const Theme &theme, int step, const QRectF &rect) const;
    void paintPlayhead(QPainter &painter, const Theme &theme) const;

    Viewpoint *viewpoint_;
    Extent extent_;                                ///< of the trace that is followed
    std::shared_ptr<const model::Trace> wordsOf_;  ///< whose words these are:
    QStringList texts_;                            ///< of the words, which are groups of steps
    mutable std::vector<TimelineWord> words_;
    mutable std::vector<double> widths_;  ///< of the label of each step, in the narrow font
    mutable QFont measured_;              ///< in which the widths are
    mutable bool spread_ = false;         ///< the boxes in others_ have no words of their own
    bool following_ = false;
    bool dragged_ = false;
    double pressedAt_ = 0;
    ScreenGrip grip_;                       ///< on the playhead
    int wheel_ = 0;                         ///< eighths of a degree not yet turned into stages
    std::optional<TimelineGeometry> held_;  ///< the geometry while the playhead is held
    mutable QPixmap others_;  ///< the boxes of all steps but the current one, which alone changes
    mutable OthersKey othersKey_;
};

}  // namespace widgets
