// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <memory>
#include <optional>

#include "widgets/context/paint.h"
#include "widgets/drawing/kept_image.h"

namespace widgets {

class Viewpoint;

/// The picture of the context's panel: paints it, and turns pointer, wheel and keys into hovering,
/// selecting, scrolling and zooming.
class ContextCanvas : public QWidget {
    Q_OBJECT
  public:
    /// The viewpoint must outlive the canvas.
    ContextCanvas(Viewpoint *viewpoint, QWidget *parent);

    /// Everything that is painted, as it stands.
    const ContextScene &scene() const { return scene_; }
    const QString &caption() const { return scene_.caption; }
    /// The stretch of units in view.
    const UnitWindow &window() const { return window_; }
    void setWindow(const UnitWindow &window);
    /// How far the rows are scrolled, in pixels.
    void setScroll(double scroll);
    /// For a figure: without hints, and painted for whatever size it is written in.
    void makeStill();
    /// The height at which no row has to be scrolled to.
    int wholeHeight() const;
    /// Where a unit of a row is drawn; null where it is left out.
    QRectF cellRect(const ContextCell &cell) const;

    /// Reads the viewpoint's trace, moment and selection anew.
    void followTrace();
    void followMoment();
    void followSelection();

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

  signals:
    /// How far the rows can be scrolled, or are, has changed.
    void scrollChanged();

  protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

  private:
    /// What the images were painted for.
    struct Key {
        std::shared_ptr<const model::Trace> trace;  // kept: an address alone may come again
        int step = -1;
        QSize size;
        double ratio = 0;
        bool dark = false;
        UnitWindow window;
        double scroll = 0;
        QFont font;
        bool operator==(const Key &) const = default;
    };
    struct TextKey {
        Key key;
        int marked = -1;
        QString title;
        bool weights = false;
        bool done = false;
        bool operator==(const TextKey &) const = default;
    };

    void layOut();
    /// What the caption says where nothing is pointed at or marked.
    QString hint() const;
    void describe();
    Key key() const;
    TextKey textKey() const;
    /// Lets the images be painted by another thread until they are needed.
    void beginImages();
    QString describeWord(int row) const;
    QString describeUnit(const ContextCell &cell) const;
    QString describe(const ContextCell &cell) const;
    ContextCell cellAt(const QPointF &point) const;
    Selection selectionOf(const ContextCell &cell) const;
    void click(const ContextCell &cell);
    void reveal(int row);
    /// Brings the row of a new step's largest weight into view.
    void revealStrongest();
    void hoverAgain();
    void zoom(double factor, double at);
    void startCursor();
    void moveCursor(int rows, int units);
    void jumpCursor(bool end);
    void showCursor();
    bool clear();

    Viewpoint *viewpoint_;
    ContextScene scene_;
    int step_ = -1;
    bool still_ = false;
    double scroll_ = 0;
    UnitWindow window_;
    ContextCell pointed_;
    KeptImage<TextKey> text_;
    KeptImage<Key> terms_;
};

}  // namespace widgets
