// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/narration/view.h"

#include <qcustomplot.h>

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QEvent>
#include <QMenu>
#include <QPainter>
#include <cmath>
#include <utility>

#include "widgets/drawing/theme.h"
#include "widgets/figure/file.h"
#include "widgets/text/language.h"
#include "widgets/viewpoint/narrated_change.h"

namespace widgets {

NarrationView::NarrationView(Viewpoint *viewpoint, QWidget *parent)
    : QWidget(parent),
      viewpoint_(viewpoint),
      show_(addChoice("narration", Qt::Key_N, &NarrationOptions::shown)),
      more_(addChoice("narrationMore", Qt::SHIFT | Qt::Key_N, &NarrationOptions::more)) {
    setObjectName("narrationView");
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    connect(viewpoint, &Viewpoint::traceChanged, this, &NarrationView::refresh);
    connect(viewpoint, &Viewpoint::referenceChanged, this, &NarrationView::refresh);
    connect(viewpoint, &Viewpoint::momentChanged, this, &NarrationView::refresh);
    show_->setChecked(options_.shown);
    inEveryLanguage(*this, [this] {
        show_->setText(tr("&Narration"));
        more_->setText(tr("Narration in &two sentences"));
        refresh();
    });
}

QAction *NarrationView::addChoice(const QString &name, const QKeySequence &key,
                                  bool NarrationOptions::*what) {
    auto *action = new QAction(this);
    action->setObjectName(name);
    action->setShortcut(key);
    action->setAutoRepeat(false);
    action->setCheckable(true);
    connect(action, &QAction::triggered, this, [this, what](bool chosen) {
        NarrationOptions options = options_;
        options.*what = chosen;
        options.shown = options.shown || (chosen && what == &NarrationOptions::more);
        setOptions(options);
    });
    return action;
}

void NarrationView::setOptions(const NarrationOptions &options) {
    if (options == options_)
        return;
    options_ = options;
    show_->setChecked(options.shown);
    more_->setChecked(options.more);
    if (parentWidget())
        setVisible(options.shown);
    refresh();
    emit optionsChanged();
}

void NarrationView::onOptionsChanged(const QObject *context, Hear hear) {
    connect(this, &NarrationView::optionsChanged, context, std::move(hear));
}

void NarrationView::onExportRequested(const QObject *context, Hear hear) {
    connect(this, &NarrationView::exportRequested, context, std::move(hear));
}

Figure NarrationView::figure(const QString &title) {
    constexpr int narrowest = 300;
    constexpr int lowest = 40;
    const int gap = margin();
    const int width = std::max(this->width(), narrowest);
    const QRect room(gap, gap, width - 2 * gap, QWIDGETSIZE_MAX);
    const QString text = shown().join(u'\n');
    const QRect taken = fontMetrics().boundingRect(room, Qt::TextWordWrap, text);
    Figure figure{{width, std::max(taken.height() + 2 * gap, lowest)}, title, text, {}};
    figure.paint = [theme = Theme::of(*this), font = font(), size = figure.size, room,
                    text](QCPPainter &painter) {
        painter.fillRect(QRect({}, size), theme.surface);
        painter.setFont(font);
        painter.setPen(theme.text);
        painter.drawText(room, Qt::TextWordWrap, text);
    };
    return figure;
}

QString NarrationView::message() const {
    return viewpoint_->trace() ? QString()
                               : tr("Type something above to hear what is done with it.");
}

QStringList NarrationView::sentences() const {
    QStringList sentences{narration_.sentence, change_, narration_.more};
    sentences.removeAll(QString());
    return sentences;
}

QStringList NarrationView::shown() const {
    QStringList shown = sentences();
    if (!options_.more && !narration_.more.isEmpty())
        shown.removeLast();
    return shown;
}

void NarrationView::setOnlyDone(bool onlyDone) {
    if (std::exchange(onlyDone_, onlyDone) != onlyDone)
        refresh();
}

/// The moment that is told; none where nothing is done.
Moment NarrationView::told() const {
    constexpr Moment none{Stage::embed, -1, 0};
    const Moment &moment = viewpoint_->moment();
    if (!onlyDone_ || moment.fraction >= 1)
        return moment;
    const Extent extent = viewpoint_->extent();
    const double done = std::floor(position(moment, extent));
    return done > 0 ? momentAt(done, extent) : none;
}

void NarrationView::refresh() {
    const auto &trace = viewpoint_->trace();
    const auto reference = viewpoint_->referenceOfSource();
    narration_ = trace ? narrate(*trace, told()) : Narration();
    change_ = reference ? narrateChange(*trace, *reference, viewpoint_->comparison(),
                                        viewpoint_->referenceNoun(), told())
                        : QString();
    const QString spoken = sentences().join(u' ');
    setAccessibleName(spoken.isEmpty() ? title() : spoken);
    setToolTip(sentences().join(u'\n'));
    updateGeometry();
    update();
}

void NarrationView::copyText() const {
    QApplication::clipboard()->setText(shown().join(u'\n'));
}

QSize NarrationView::minimumSizeHint() const {
    // As many at every moment, so that nothing moves while time goes on.
    const int lines = 1 + (options_.more ? 1 : 0) + (viewpoint_->referenceOfSource() ? 1 : 0);
    return {margin() * 4, fontMetrics().lineSpacing() * lines + margin()};
}

QSize NarrationView::sizeHint() const {
    int width = 0;
    for (const QString &line : sentences())
        width = std::max(width, fontMetrics().horizontalAdvance(line));
    return {width + 2 * margin(), minimumSizeHint().height()};
}

void NarrationView::paintEvent(QPaintEvent *) {
    QPainter painter(this);
    const Theme theme = Theme::of(*this);
    int y = margin() / 2;
    for (const QString &line : shown()) {
        const QRect place(margin(), y, width() - 2 * margin(), fontMetrics().lineSpacing());
        painter.setPen(line == narration_.more ? theme.mutedText : theme.text);
        painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter,
                         fontMetrics().elidedText(line, Qt::ElideRight, place.width()));
        y += place.height();
    }
}

void NarrationView::contextMenuEvent(QContextMenuEvent *event) {
    QMenu menu(this);
    menu.setObjectName("narrationMenu");
    QAction *copy = menu.addAction(tr("&Copy"), this, &NarrationView::copyText);
    copy->setEnabled(!narration_.sentence.isEmpty());
    menu.addAction(tr("&Export picture…"), this, &NarrationView::exportRequested);
    menu.addSeparator();
    menu.addActions(choices());
    menu.exec(event->globalPos());
}

void NarrationView::changeEvent(QEvent *event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        updateGeometry();
}

}  // namespace widgets
