// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/lesson_wing.h"

#include <QEvent>
#include <QTimer>
#include <algorithm>

#include "app/window/dock.h"
#include "app/window/header.h"
#include "app/window/tab_order.h"
#include "widgets/text/language.h"
#include "widgets/timeline/view.h"
#include "widgets/unrolled/view.h"

namespace app {
namespace {

constexpr int usualWidth = 20;    // lines of text
constexpr int narrowest = 13;     // lines of text
constexpr int largestShare = 30;  // percent of the width
constexpr int docksShare = 40;    // percent of what is left

}  // namespace

QString dockName(const QString &view) {
    QStringList words = view.split(u'-');
    for (qsizetype i = 1; i < words.size(); ++i)
        words[i][0] = words[i][0].toUpper();
    return words.join(QString()) + QStringLiteral("Dock");
}

LessonWing::LessonWing(const Window &window, QObject *parent)
    : QObject(parent),
      window_(window),
      guide_(window.session, this),
      panel_(new LessonPanel(&guide_, window.session->viewpoint(), window.stage)),
      dock_(window.stage->addSideDock(QStringLiteral("lessonDock"), panel_)),
      action_(new QAction(this)) {
    widgets::inEveryLanguage(*dock_, [this] {
        dock_->setWindowTitle(tr("Lesson"));
        action_->setText(tr("&Lesson"));
    });
    dock_->installEventFilter(this);
    action_->setObjectName(QStringLiteral("lessonAction"));
    action_->setShortcut(Qt::Key_F2);
    action_->setCheckable(true);
    connect(action_, &QAction::triggered, this, [this](bool wanted) {
        if (wanted)
            guide_.begin();
        else
            guide_.leave();
    });
    connect(&guide_, &LessonGuide::runningChanged, this,
            [this] { action_->setChecked(guide_.running()); });
}

bool LessonWing::eventFilter(QObject *watched, QEvent *event) {
    // Its own button closes a dock; what the lesson has changed is to be given back.
    if (watched == dock_ && event->type() == QEvent::Close && guide_.running())
        QMetaObject::invokeMethod(&guide_, &LessonGuide::leave, Qt::QueuedConnection);
    return QObject::eventFilter(watched, event);
}

void LessonWing::setLessonShown(bool shown) {
    dock_->setVisible(shown);
    if (!shown)
        return giveFocus(*window_.timeline->track(), Qt::OtherFocusReason);
    dock_->raise();
    divide();
    giveFocus(*panel_->text(), Qt::OtherFocusReason);
}

/// The lesson takes its part of the width, and picture and panels share the rest.
void LessonWing::divide() {
    const int em = panel_->fontMetrics().height();
    const int width = window_.stage->width();
    const int wanted = std::clamp(width * largestShare / 100, narrowest * em,
                                  std::max(usualWidth, narrowest) * em);
    QList<QDockWidget *> docks{dock_};
    QList<int> widths{wanted};
    for (QDockWidget *each : window_.stage->docks())
        if (each->isVisible() && !each->isFloating() &&
            window_.stage->dockWidgetArea(each) == Qt::RightDockWidgetArea) {
            docks.append(each);
            widths.append(std::min(each->width(), (width - wanted) * docksShare / 100));
            break;
        }
    window_.stage->resizeDocks(docks, widths, Qt::Horizontal);
}

QString LessonWing::sentence() const {
    return window_.header->sentence()->sentence();
}

void LessonWing::setSentence(const QString &sentence) {
    if (sentence != window_.header->sentence()->sentence())
        window_.header->sentence()->setSentence(sentence);
}

QByteArray LessonWing::layout() const {
    return window_.stage->state();
}

void LessonWing::restoreLayout(const QByteArray &layout) {
    window_.stage->restore(layout);
}

void LessonWing::bringToFront(const QString &view) {
    const QString name = dockName(view);
    for (QDockWidget *dock : window_.stage->docks())
        if (dock->objectName() == name) {
            dock->show();
            dock->raise();
        }
}

void LessonWing::fitPicture(bool all) {
    // Once docks have got their places.
    QTimer::singleShot(0, window_.picture, [picture = window_.picture, all] {
        if (all)
            picture->fit();
        else
            picture->showReadable();
    });
}

void LessonWing::pause() {
    window_.timeline->player()->pause();
}

void LessonWing::openPanel(const QString &name) {
    emit panelWanted(name);
}

}  // namespace app
