// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/unrolled/view.h"

#include <QAction>
#include <QPainter>
#include <QScrollBar>
#include <algorithm>
#include <cmath>
#include <utility>

#include "widgets/drawing/theme.h"
#include "widgets/panel/letter_key.h"
#include "widgets/panel/spoken.h"
#include "widgets/text/language.h"
#include "widgets/unrolled/overview.h"
#include "widgets/unrolled/paint.h"
#include "widgets/unrolled/text.h"
#include "widgets/unrolled/unit_grid.h"
#include "widgets/viewpoint/vectors.h"

namespace widgets {
namespace {

constexpr double largestZoom = 8;
constexpr int millisecondsAFrame = 16;
constexpr int overviewLines = 3;  // height of the overview in lines of text
constexpr int leastBands = 4;     // so many times that height the whole must have for it

/// Where the eye should be, as an x of the content: between the column of the decoder and the
/// source it looks at most, on the way from one step to the next during the score; the column that
/// is read, while reading. `columns` is what of the width the view shows. A function of the moment
/// alone, so that it is the same forwards and backwards.
double focus(const UnrolledData &content, const UnrolledGeometry &places, const Moment &moment,
             double columns) {
    // The context, with its label beside it, is as wide as what has to be seen of a step.
    const double beside = places.context(0).rect.width() / 2 + places.contextLabel(0).width() + 20;
    const double reach = std::max(columns / 2 - beside, 0.0);
    const auto ofStep = [&](int step) {
        const int source = mostAttended(*content.trace, step);
        const double x = places.stepX(step);
        // Where not both have room, the step has it, with that side of it where the source is.
        return source < 0 ? x : x + std::clamp((places.sourceX(source) - x) / 2, -reach, reach);
    };
    const Extent extent = content.extent();
    if (moment.reading()) {
        const bool backward = moment.stage == Stage::backward;
        const double index = backward ? extent.source - moment.index - moment.fraction
                                      : moment.index + moment.fraction;
        return places.sourceX(0) + (index - 0.5) * places.sourcePitch();
    }
    const double arrived = progress(moment, extent, firstStage(extent), moment.index);
    const double here = ofStep(moment.index);
    return moment.index == 0 ? here : ofStep(moment.index - 1) * (1 - arrived) + here * arrived;
}

}  // namespace

UnrolledView::UnrolledView(Viewpoint *viewpoint, QWidget *parent)
    : QAbstractScrollArea(parent), viewpoint_(viewpoint), drag_(viewpoint) {
    giveVoice(*this);
    setObjectName(QStringLiteral("unrolledView"));
    inEveryLanguage(*this, [this] { setAccessibleName(title()); });
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    createActions();
    grid_ = new UnitGrid(viewpoint_, this);
    overview_ = new UnrolledOverview(this);
    connect(grid_, &UnitGrid::closed, this, [this] { setFocus(Qt::PopupFocusReason); });
    connect(overview_, &UnrolledOverview::moved, this, [this](const QPointF &center) {
        const QPointF corner = center - scene().visible.center() + scene().visible.topLeft();
        horizontalScrollBar()->setValue(static_cast<int>(std::lround(corner.x())));
        verticalScrollBar()->setValue(static_cast<int>(std::lround(corner.y())));
    });
    fade_.setInterval(millisecondsAFrame);
    connect(&fade_, &QTimer::timeout, this, [this] {
        arrival_.fraction = arrivedAfter(static_cast<double>(sinceArrival_.elapsed()));
        if (arrival_.fraction >= 1)
            fade_.stop();
        updateContent(arrivalRects(scene()));
    });
    connect(viewpoint_, &Viewpoint::traceChanged, this, &UnrolledView::takeTrace);
    connect(viewpoint_, &Viewpoint::referenceChanged, this, [this] {
        content_ = makeContent();
        showContent();
    });
    connect(viewpoint_, &Viewpoint::momentChanged, this, &UnrolledView::takeMoment);
    connect(viewpoint_, &Viewpoint::selectionChanged, this, [this] {
        describe();
        viewport()->update();
    });
    takeTrace();
}

UnrolledView::~UnrolledView() {
    // Units that are being destroyed lose the focus, which may still change the selection.
    viewpoint_->disconnect(this);
}

void UnrolledView::createActions() {
    const auto add = [this](const char *name, const QList<QKeySequence> &keys) {
        auto *action = new QAction(this);
        action->setObjectName(QLatin1String(name));
        action->setShortcuts(keys);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        addAction(action);
        return action;
    };
    copy_ = add("copyUnrolled", QKeySequence::keyBindings(QKeySequence::Copy));
    // On a French keyboard the digits are shifted; the shift may be left out.
    fit_ = add("fitUnrolled",
               {QKeySequence(Qt::CTRL | Qt::Key_0), QKeySequence(Qt::CTRL | Qt::Key_Agrave)});
    readable_ = add("readableUnrolled", {QKeySequence(Qt::CTRL | Qt::Key_1),
                                         QKeySequence(Qt::CTRL | Qt::Key_Ampersand)});
    inEveryLanguage(*this, [this] {
        copy_->setText(tr("Copy picture"));
        fit_->setText(tr("Fit everything"));
        readable_->setText(tr("Readable size"));
    });
    connect(copy_, &QAction::triggered, this, &UnrolledView::copyPicture);
    connect(fit_, &QAction::triggered, this, &UnrolledView::fit);
    connect(readable_, &QAction::triggered, this, &UnrolledView::showReadable);
    onLetter(*this, Qt::Key_U, [this] { unfoldMarked(); });
    // The grid has the focus while it is unfolded, and is a part of this.
    onLetter(*this, Qt::Key_H, [this] { holdMarked(); });
}

QSize UnrolledView::sizeHint() const {
    const int unit = fontMetrics().height();
    return {unit * 52, unit * 36};
}

QSize UnrolledView::minimumSizeHint() const {
    const int unit = fontMetrics().height();
    return {unit * 12, unit * 6};
}

// --- What is shown --------------------------------------------------------------------------

UnrolledData UnrolledView::makeContent() const {
    UnrolledData content = unrolledData(viewpoint_->trace(), options_.joined);
    if (content.trace)
        content.compared = unrolledComparison(*viewpoint_);
    return content;
}

void UnrolledView::takeTrace() {
    const UnrolledData before = std::exchange(content_, makeContent());
    arrive(before.trace.get());
    showContent();
}

void UnrolledView::showContent() {
    grid_->setContent(content_);
    metrics_ = unrolledMetrics(content_, font());
    layOut();
    follow();
    beginBase();
    describe();
}

void UnrolledView::arrive(const model::Trace *before) {
    const bool compared = animated_ && before && content_.trace;
    Arrival arrival = compared ? arrivalOf(*before, *content_.trace) : Arrival{};
    // A translation that grows word by word may repeat what the whole one before it had.
    if (compared && whole_)
        arrival = newAgainstBoth(arrival, arrivalOf(*whole_, *content_.trace));
    if (!content_.trace || content_.trace->ending != model::Ending::running)
        whole_ = content_.trace;
    if (!compared) {
        fade_.stop();
        arrival_ = {};
    } else if (fade_.isActive()) {
        // What is still coming goes on coming; what follows it closely comes with it.
        arrival_.source = std::min(arrival_.source, arrival.source);
        arrival_.step = std::min(arrival_.step, arrival.step);
    } else if (arrival.fraction < 1) {
        arrival_ = arrival;
        sinceArrival_.start();
        fade_.start();
    }
}

void UnrolledView::setAnimated(bool animated) {
    animated_ = animated;
    if (!animated)
        arrive(nullptr);
    viewport()->update();
}

void UnrolledView::takeMoment() {
    follow();
    describe();
    updateOverview();
    updateContent(unrolledChanges(scene(), std::exchange(seen_, viewpoint_->moment())));
}

void UnrolledView::updateContent(const std::vector<QRectF> &rects) {
    for (const QRectF &rect : rects) {
        if (rect.isNull())
            viewport()->update();
        else
            viewport()->update(QRectF(toViewport(rect.topLeft()), rect.size()).toAlignedRect());
    }
}

void UnrolledView::makeRoomForOverview() {
    const auto of = [&](double height) {
        return UnrolledGeometry(unrolledInput(content_, metrics_, QSizeF(width(), height), zoom_));
    };
    const auto highEnough = [&](double height) {
        return of(height).content().height() <= height + 0.01;
    };
    const UnrolledGeometry alone = of(height());
    const bool fits =
        alone.content().width() + alone.captionWidth() <= width() + 0.01 && highEnough(height());
    const int band = overviewLines * fontMetrics().height();
    // What is only just high enough for every row is not to lose one of them.
    const int below = height() - horizontalScrollBar()->sizeHint().height();
    const bool spare = highEnough(below - band) || !highEnough(below);
    const bool shown = content_.trace && !fits && spare && height() >= leastBands * band;
    overview_->setVisible(shown);
    const QMargins margins(0, 0, 0, shown ? band : 0);
    if (margins != viewportMargins())
        setViewportMargins(margins);  // lays out anew, with the room that is left
}

void UnrolledView::layOut() {
    makeRoomForOverview();
    const QSizeF size = viewport()->size();
    places_ = UnrolledGeometry(unrolledInput(content_, metrics_, size, zoom_));
    zoom_ = std::clamp(zoom_, places_.fitZoom(), largestZoom);
    const double columns = size.width() - places_.captionWidth();
    const auto setUp = [](QScrollBar *bar, double content, double page) {
        bar->setPageStep(std::max(1, static_cast<int>(page)));
        bar->setSingleStep(std::max(1, static_cast<int>(page / 10)));
        bar->setRange(0, std::max(0, static_cast<int>(std::ceil(content - page - 0.01))));
    };
    setUp(horizontalScrollBar(), places_.content().width(), columns);
    setUp(verticalScrollBar(), places_.content().height(), size.height());
    placeChildren();
    viewport()->update();
}

void UnrolledView::placeChildren() {
    const QRect area = viewport()->geometry();
    const int em = fontMetrics().height();
    grid_->setGeometry(area.adjusted(em, em, -em, -em));
    overview_->setGeometry(area.left(), area.bottom() + 1, area.width(), overviewLines * em);
    updateOverview();
}

void UnrolledView::updateOverview() {
    if (!overview_->isHidden())
        overview_->setPicture(places_, scene().visible, viewpoint_->moment(), content_.extent());
}

void UnrolledView::follow() {
    if (!content_.trace || horizontalScrollBar()->maximum() == 0)
        return;
    const double columns = viewport()->width() - places_.captionWidth();
    const double x = focus(content_, places_, viewpoint_->moment(), columns);
    horizontalScrollBar()->setValue(static_cast<int>(std::lround(x - columns / 2)));
}

void UnrolledView::describe() {
    const Selection &hovered = viewpoint_->hovered();
    const bool here =
        hovered.source >= 0 || hovered.step >= 0 || hovered.strip == Vector::initialState;
    say(*this, UnrolledText::spoken(content_, here ? hovered : viewpoint_->selected(),
                                    viewpoint_->moment()));
}

QPointF UnrolledView::toViewport(const QPointF &content) const {
    return content + QPointF(places_.captionWidth() - horizontalScrollBar()->value(),
                             -verticalScrollBar()->value());
}

QPointF UnrolledView::toContent(const QPointF &viewport) const {
    return viewport - toViewport({0, 0});
}

void UnrolledView::setZoom(double zoom, const QPointF &around) {
    const double wanted = std::clamp(zoom, places_.fitZoom(), largestZoom);
    if (wanted == zoom_)
        return;
    const QPointF before = toContent(around);
    const double x = before.x() / places_.content().width();
    const double y = before.y() / places_.content().height();
    zoom_ = wanted;
    layOut();
    const QPointF after(x * places_.content().width(), y * places_.content().height());
    horizontalScrollBar()->setValue(
        static_cast<int>(std::lround(after.x() + places_.captionWidth() - around.x())));
    verticalScrollBar()->setValue(static_cast<int>(std::lround(after.y() - around.y())));
}

void UnrolledView::fit() {
    setZoom(places_.fitZoom(), viewport()->rect().center());
}

void UnrolledView::showReadable() {
    setZoom(1, viewport()->rect().center());
    follow();
}

QPixmap UnrolledView::picture() const {
    const double ratio = devicePixelRatioF();
    QPixmap pixmap(viewport()->size() * ratio);
    pixmap.setDevicePixelRatio(ratio);
    QPainter painter(&pixmap);
    paintUnrolled(painter, scene());
    return pixmap;
}

void UnrolledView::setLeastWeight(double weight) {
    UnrolledOptions options = options_;
    options.leastWeight = std::clamp(weight, 0.0, 1.0);
    setOptions(options);
}

void UnrolledView::setOptions(const UnrolledOptions &options) {
    const UnrolledOptions before = std::exchange(options_, options);
    if (before == options)
        return;
    if (before.joined != options.joined) {
        content_ = makeContent();
        showContent();
    }
    viewport()->update();
    emit optionsChanged();
}

QString UnrolledView::message() const {
    if (content_.trace)
        return {};
    return viewpoint_->trouble().isEmpty() ? UnrolledText::empty() : viewpoint_->trouble();
}

void UnrolledView::onOptionsChanged(const QObject *context, Hear hear) {
    connect(this, &UnrolledView::optionsChanged, context, std::move(hear));
}

void UnrolledView::onExportRequested(const QObject *context, Hear hear) {
    connect(this, &UnrolledView::exportRequested, context, std::move(hear));
}

void UnrolledView::unfold(Vector strip, int index) {
    if (!content_.values(strip, index).empty())
        grid_->showStrip(content_, strip, index);
}

void UnrolledView::resizeEvent(QResizeEvent *event) {
    QAbstractScrollArea::resizeEvent(event);
    const bool fitted = zoom_ < 1 && zoom_ == places_.fitZoom();
    layOut();
    if (fitted)
        fit();
    follow();
}

void UnrolledView::changeEvent(QEvent *event) {
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        metrics_ = unrolledMetrics(content_, font());
        layOut();
    }
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange)
        viewport()->update();
    if (event->type() == QEvent::LanguageChange)
        takeTrace();
}

void UnrolledView::scrollContentsBy(int, int) {
    updateOverview();
    viewport()->update();
}

void UnrolledView::focusInEvent(QFocusEvent *event) {
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

void UnrolledView::focusOutEvent(QFocusEvent *event) {
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

}  // namespace widgets
