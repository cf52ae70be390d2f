// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panel/panel.h"

#include <qcustomplot.h>

#include <QClipboard>
#include <QContextMenuEvent>
#include <QDockWidget>
#include <QGuiApplication>
#include <QLabel>
#include <QMenu>
#include <QSignalBlocker>
#include <QStackedLayout>
#include <QVBoxLayout>
#include <cmath>
#include <utility>

#include "widgets/drawing/focus_ring.h"
#include "widgets/drawing/theme.h"
#include "widgets/figure/file.h"
#include "widgets/panel/parts.h"
#include "widgets/panel/spoken.h"
#include "widgets/text/menu_text.h"
#include "widgets/text/table.h"
#include "widgets/viewpoint/viewpoint.h"

namespace widgets {
namespace {

Panel::Change changeOf(DerivedValue value) {
    switch (value) {
        case DerivedValue::embeddings:
            return Panel::embeddingsChange;
        case DerivedValue::effects:
        case DerivedValue::referenceEffects:
            return Panel::effectsChange;
        case DerivedValue::units:
            return Panel::unitsChange;
        case DerivedValue::beam:
            return Panel::beamChange;
        case DerivedValue::posterior:
            break;
    }
    return Panel::posteriorChange;
}

}  // namespace

Panel::Panel(Viewpoint *viewpoint, const QString &name, const QString &title, QWidget *parent)
    : QWidget(parent), viewpoint_(viewpoint) {
    giveVoice(*this, QAccessible::Grouping);
    setObjectName(name);
    setAccessibleName(title);
    messagePage_ = new QWidget(this);
    message_ = new QLabel(messagePage_);
    message_->setObjectName(name + QStringLiteral("Message"));
    message_->setAlignment(Qt::AlignCenter);
    message_->setWordWrap(true);
    message_->setMargin(fontMetrics().height() / 2);
    stack_ = new QStackedLayout(this);
    auto *page = new QVBoxLayout(messagePage_);
    page->setContentsMargins(0, 0, 0, 0);
    page->addWidget(message_, 1);
    stack_->addWidget(messagePage_);
    // Only now: it changes the palette, also that of the message.
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    connect(viewpoint_, &Viewpoint::traceChanged, this, [this] { take(traceChange); });
    connect(viewpoint_, &Viewpoint::referenceChanged, this, [this] { take(traceChange); });
    connect(viewpoint_, &Viewpoint::differenceChanged, this, [this] { take(traceChange); });
    connect(viewpoint_, &Viewpoint::derivedChanged, this,
            [this](DerivedValue value) { take(changeOf(value)); });
    connect(viewpoint_, &Viewpoint::momentChanged, this, [this] { take(momentChange); });
    connect(viewpoint_, &Viewpoint::selectionChanged, this, [this] { take(selectionChange); });
}

Panel::~Panel() {
    // What is being destroyed loses the focus, which may still change the selection.
    viewpoint_->disconnect(this);
    hearNothingOfParts(*this);
}

std::vector<Figure> View::pageFigures(const QString &title, double) {
    return {figure(title)};
}

Figure View::momentFigure(const QString &title) {
    return figure(title);
}

std::vector<Table> View::tables() const {
    return {};
}

void Panel::onOptionsChanged(const QObject *context, Hear hear) {
    connect(this, &Panel::optionsChanged, context, std::move(hear));
}

void Panel::onExportRequested(const QObject *context, Hear hear) {
    connect(this, &Panel::exportRequested, context, std::move(hear));
}

QString Panel::message() const {
    return message_->text();
}

bool Panel::settled() const {
    return !viewpoint_->derived().pending;
}

/// A panel for a figure and what it looks at: the same as the panel on the screen, but that nothing
/// is pointed at.
struct Panel::Still {
    Viewpoint viewpoint;
    std::unique_ptr<Panel> panel;  // goes first
};

std::unique_ptr<Panel> Panel::still(Viewpoint *) const {
    return nullptr;
}

std::shared_ptr<Panel::Still> Panel::makeStill() const {
    auto still = std::make_shared<Still>();
    still->viewpoint.showLike(*viewpoint_);
    still->panel = this->still(&still->viewpoint);
    if (!still->panel)
        return nullptr;
    Panel &panel = *still->panel;
    panel.setPalette(palette());
    panel.setFont(font());
    panel.resize(size());
    // A widget that is never shown gets its place when it is painted.
    const auto layOut = [&panel] { panel.grab(QRect(0, 0, 1, 1)); };
    panel.ensurePolished();
    panel.refresh(Changes::fromInt(everything));
    layOut();
    // Twice: one that was too small for anything first becomes as large as it likes.
    for (int i = 0; i < 2 && panel.message().isEmpty(); ++i) {
        panel.resize(panel.wholeSize());
        layOut();
    }
    return still;
}

Figure Panel::figure(const QString &title) {
    const std::shared_ptr<Still> still = makeStill();
    Figure figure = figureOf(still ? *still->panel : *this, title);
    figure.description = accessibleDescription();
    if (still)
        figure.paint = [still, paint = figure.paint](QCPPainter &painter) { paint(painter); };
    else
        figure.paint = [this, paint = figure.paint](QCPPainter &painter) {
            withoutFocus([&] { paint(painter); });
        };
    return figure;
}

QPixmap Panel::picture() {
    const std::shared_ptr<Still> still = makeStill();
    if (!still) {
        QPixmap picture;
        withoutFocus([&] { picture = grabbed(); });
        return picture;
    }
    const double ratio = devicePixelRatioF();
    const QSizeF pixels = QSizeF(still->panel->size()) * ratio;
    QPixmap picture(static_cast<int>(std::ceil(pixels.width())),
                    static_cast<int>(std::ceil(pixels.height())));
    picture.setDevicePixelRatio(ratio);
    still->panel->render(&picture, {}, {}, QWidget::DrawWindowBackground | QWidget::DrawChildren);
    return picture;
}

QPixmap Panel::grabbed() {
    return grab();
}

void Panel::withoutFocus(const std::function<void()> &take) {
    {
        const FocusHidden hidden;
        refresh(selectionChange);
        take();
    }
    refresh(selectionChange);
}

bool Panel::hasTable() const {
    return !tables().empty();
}

void Panel::copyPicture() {
    QGuiApplication::clipboard()->setPixmap(picture());
}

void Panel::copyTable() const {
    QGuiApplication::clipboard()->setText(tsv(tables()));
}

void Panel::setBody(QWidget *body) {
    body_ = body;
    stack_->addWidget(body);
    stack_->setCurrentWidget(body);
}

void Panel::setMessage(const QString &own) {
    // Where there was no translation, all panels have the same reason.
    const QString sentence = viewpoint_->trouble().isEmpty() ? own : viewpoint_->trouble();
    // What took the place of the message says so itself; until then there is nothing to say.
    if (message_->text() != sentence)
        say(*this, sentence);
    message_->setText(sentence);
    // With something below it, both stand in the middle.
    const QLayoutItem *instead = messagePage_->layout()->itemAt(1);
    const bool both = instead && !instead->isEmpty();
    message_->setAlignment(Qt::AlignHCenter | (both ? Qt::AlignBottom : Qt::AlignVCenter));
    stack_->setCurrentWidget(sentence.isEmpty() && body_ ? body_ : messagePage_);
}

void Panel::setInstead(QWidget *instead) {
    qobject_cast<QVBoxLayout *>(messagePage_->layout())->addWidget(instead, 1);
}

void Panel::addMenuEntries(QMenu &, const QPoint &) {}

void Panel::take(Changes changes) {
    pending_ |= changes;
    if (pending_ && isVisible() && !covered_)
        refresh(std::exchange(pending_, {}));
}

void Panel::setCovered(bool covered) {
    covered_ = covered;
    if (covered)
        leaveView();
    take({});
}

bool Panel::event(QEvent *event) {
    if (event->type() == QEvent::Polish)
        changeEvent(event);
    return QWidget::event(event);
}

void Panel::hideEvent(QHideEvent *event) {
    QWidget::hideEvent(event);
    leaveView();
}

void Panel::showEvent(QShowEvent *event) {
    QWidget::showEvent(event);
    take({});
}

void Panel::changeEvent(QEvent *event) {
    QWidget::changeEvent(event);
    const QEvent::Type type = event->type();
    if (type == QEvent::LanguageChange && body_)
        take(Changes::fromInt(everything));
    if (type != QEvent::PaletteChange && type != QEvent::FontChange && type != QEvent::Polish)
        return;
    QPalette muted;
    // On a background of the role Base, labels write in the role Text.
    muted.setColor(QPalette::WindowText, Theme::of(palette()).mutedText);
    muted.setColor(QPalette::Text, Theme::of(palette()).mutedText);
    message_->setPalette(muted);
    take(appearanceChange);
}

void Panel::contextMenuEvent(QContextMenuEvent *event) {
    QMenu menu(this);
    menu.setObjectName(objectName() + QStringLiteral("Menu"));
    addMenuEntries(menu, event->pos());
    if (!menu.isEmpty())
        menu.addSeparator();
    const bool any = message().isEmpty();
    QAction *picture = menu.addAction(tr("&Copy picture"), this, &Panel::copyPicture);
    picture->setObjectName(QStringLiteral("copyPicture"));
    picture->setEnabled(any);
    QAction *numbers = menu.addAction(tr("Copy &numbers"), this, &Panel::copyTable);
    numbers->setObjectName(QStringLiteral("copyNumbers"));
    numbers->setEnabled(any && hasTable());
    if (auto *dock = qobject_cast<QDockWidget *>(parentWidget())) {
        QAction *window = menu.addAction(tr("A win&dow of its own"));
        connect(window, &QAction::toggled, this, [this, dock](bool floating) {
            dock->setFloating(floating);
            activateWindow();
            setFocus();
        });
        window->setObjectName(QStringLiteral("floatPanel"));
        window->setCheckable(true);
        const QSignalBlocker quiet(window);
        window->setChecked(dock->isFloating());
    }
    QAction *file = menu.addAction(tr("&Export picture…"), this, &Panel::exportRequested);
    file->setObjectName(QStringLiteral("exportPicture"));
    file->setEnabled(any);
    menu.exec(event->globalPos());
}

void addDifference(QMenu &menu, Viewpoint &viewpoint) {
    QAction *difference = menu.addAction(
        Panel::tr("Difference from %1", "a translation").arg(menuText(viewpoint.referenceNoun())),
        &viewpoint, &Viewpoint::setDifference);
    difference->setObjectName(QStringLiteral("difference"));
    difference->setCheckable(true);
    difference->setChecked(viewpoint.wantsDifference());
    difference->setEnabled(viewpoint.referenceOfModel() || viewpoint.wantsDifference());
}

}  // namespace widgets
