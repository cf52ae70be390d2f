// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractScrollArea>
#include <QElapsedTimer>
#include <QPoint>
#include <QTimer>
#include <optional>
#include <vector>

#include "widgets/drawing/kept_image.h"
#include "widgets/panel/options.h"
#include "widgets/panel/screen_grip.h"
#include "widgets/panel/unit_drag.h"
#include "widgets/panel/view.h"
#include "widgets/unrolled/arrival.h"
#include "widgets/unrolled/data.h"
#include "widgets/unrolled/geometry.h"
#include "widgets/unrolled/options.h"
#include "widgets/viewpoint/viewpoint.h"

class QAction;
class QMenu;

namespace widgets {

class UnitGrid;
class UnrolledOverview;
struct UnrolledScene;

/// The centre of the window: the whole translation as one picture from bottom to top. Source
/// pieces, embeddings, the encoder states, attention links into the context vector, the decoder
/// states, output words; what is not computed yet at the moment in view is an empty outline.
///
/// A double click on a strip, or U, unfolds it into all its units. A map of the whole shows where
/// the view is when not all of it is shown.
///
/// A cell that is dragged up or down holds its unit at another value. Wheel: zoom around the
/// pointer; drag elsewhere, Shift+wheel, page keys, scroll bars: pan; Ctrl+0: fit.
/// Where the picture is wider than the view, it follows the current step and its most attended
/// source.
class UnrolledView : public QAbstractScrollArea, public View {
    Q_OBJECT
  public:
    /// The viewpoint must outlive the view.
    explicit UnrolledView(Viewpoint *viewpoint, QWidget *parent = nullptr);
    ~UnrolledView() override;

    static QString title() { return tr("Unrolled view"); }
    QWidget &widget() override { return *this; }
    QString message() const override;

    using Options = UnrolledOptions;
    const UnrolledOptions &options() const { return options_; }
    QVariantMap storedOptions() const override { return widgets::storedOptions(options()); }
    void restoreOptions(const QVariantMap &options) override {
        setOptions(restoredOptions<UnrolledOptions>(options));
    }
    void onOptionsChanged(const QObject *context, Hear hear) override;
    void onExportRequested(const QObject *context, Hear hear) override;

    /// 1: columns readable and as wide as the view allows; less: an overview.
    double zoom() const { return zoom_; }
    /// Links of less weight are not drawn.
    double leastWeight() const { return options_.leastWeight; }
    /// Whether something is fading in just now.
    bool moving() const { return fade_.isActive(); }
    /// The geometry in use (see UnrolledGeometry), and points of it in the coordinates of the
    /// viewport.
    const UnrolledGeometry &places() const { return places_; }
    QPointF toViewport(const QPointF &content) const;
    QPointF toContent(const QPointF &viewport) const;
    /// What the view shows, as it is on the screen.
    QPixmap picture() const;
    /// The whole translation at the moment in view, as a figure to be taken away: at zoom 1, with
    /// what has to be scrolled to, and nothing of where the pointer is.
    Figure figure(const QString &title) override;
    /// The same, cut into bands where it is wider than the page: see unrolledBands().
    std::vector<Figure> pageFigures(const QString &title, double width) override;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

  public slots:
    /// Zooms around a point of the viewport; clamped to what makes sense.
    void setZoom(double zoom, const QPointF &around);
    /// All columns in view.
    void fit();
    /// Zoom 1.
    void showReadable();
    /// The figure in pixels of the screen.
    void copyPicture();
    /// Clamped to [0, 1].
    void setLeastWeight(double weight);
    void setOptions(const widgets::UnrolledOptions &options);
    /// Whether what another trace brings fades in; else it is there at once, as it is at first.
    void setAnimated(bool animated);
    /// Shows all units of a strip of source piece or step `index`, if there is such a strip.
    void unfold(widgets::Vector strip, int index);

  signals:
    void optionsChanged();
    /// The user wants the picture as a file.
    void exportRequested();

  protected:
    bool viewportEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

  private:
    /// What a cached part of the picture was painted from.
    struct LayerKey {
        std::shared_ptr<const model::Trace> trace;  // kept: an address alone may come again
        QSize size;
        double ratio = 0;
        QRgb surface = 0;
        QPoint offset;
        Moment moment;
        double zoom = 0;
        double leastWeight = 0;
        bool joined = false;
        std::shared_ptr<const UnrolledComparison> compared;
        QFont font;
        bool operator==(const LayerKey &) const = default;
    };
    struct WholePicture;
    /// A part of what a picture shows, with the captions before it.
    Figure bandFigure(const std::shared_ptr<const WholePicture> &whole, double left, double right,
                      const QString &title) const;
    void createActions();
    UnrolledData makeContent() const;
    void takeTrace();
    void showContent();
    void takeMoment();
    /// Paints parts of the content anew; a null rectangle: everything.
    void updateContent(const std::vector<QRectF> &rects);
    /// Lets fade in what `before` did not have.
    void arrive(const model::Trace *before);
    void updateOverview();
    void placeChildren();
    void unfoldMarked();
    /// Asks for the value of the unit that is marked or pointed at, beside it.
    void holdMarked();
    void changeMarkedWord();
    void addUnfolding(QMenu &menu, const Selection &selection);
    void addThreshold(QMenu &menu);
    void addJoining(QMenu &menu);
    QAction *thresholdSlider(QMenu *menu);
    /// Gives the overview a band below the picture where the picture does not fit.
    void makeRoomForOverview();
    void layOut();
    void follow();
    void describe();
    void click(const QPointF &viewport);
    /// Whether what is selected so has been computed at the moment in view.
    bool isComputed(const Selection &selection) const;
    void pan(const QPoint &by);
    /// Whether a place was that of a word, which can be changed there now.
    bool changeWord(const Selection &selection);
    void selectNeighbour(int direction);
    void selectLevel(int direction);
    void turnPage(bool on, bool sideways);
    Selection selectionAt(const QPointF &viewport) const;
    UnrolledScene scene() const;
    LayerKey keyAt(const Moment &moment) const;
    /// All but the step that is in view.
    const QImage &base(const UnrolledScene &scene) const;
    /// Lets the same be painted by another thread until it is needed.
    void beginBase();

    Viewpoint *viewpoint_;
    UnrolledData content_;
    UnrolledMetrics metrics_;
    UnrolledGeometry places_;
    Moment seen_;  ///< the moment that was in view last
    double zoom_ = 1;
    ScreenGrip grip_;
    std::optional<QPoint> pressed_;  ///< where the left button went down
    QPoint offsetAtPress_;
    bool panning_ = false;
    UnitDrag drag_;
    QAction *copy_ = nullptr;
    QAction *fit_ = nullptr;
    QAction *readable_ = nullptr;
    UnrolledOptions options_;
    bool animated_ = false;
    Arrival arrival_;
    std::shared_ptr<const model::Trace> whole_;  ///< the last one that was not under way
    QTimer fade_;
    QElapsedTimer sinceArrival_;
    UnitGrid *grid_ = nullptr;
    UnrolledOverview *overview_ = nullptr;
    mutable KeptImage<LayerKey> encoder_;
    mutable KeptImage<LayerKey> base_;
    mutable LayerKey encoderOfBase_;  ///< what the encoder part of the base was painted from
};

}  // namespace widgets
