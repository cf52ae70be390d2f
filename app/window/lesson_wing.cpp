// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/lesson_wing.h"

#include <QEvent>
#include <QTimer>
#include <algorithm>
#include <memory>

#include "app/export/printing.h"
#include "app/export/save.h"
#include "app/message.h"
#include "app/settings/language.h"
#include "app/window/dock.h"
#include "app/window/header.h"
#include "app/window/tab_order.h"
#include "widgets/text/language.h"
#include "widgets/timeline/view.h"
#include "widgets/unrolled/view.h"

namespace app {

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
    connect(panel_, &LessonPanel::saveRequested, this, &LessonWing::saveChapter);
    connect(panel_, &LessonPanel::printRequested, this, &LessonWing::printChapter);
    connect(&handouts_, &HandoutMaker::failed, this,
            [this](const QString &why) { warn(panel_, tr("Chapter of the lesson"), why); });
    action_->setObjectName(QStringLiteral("lessonAction"));
    action_->setShortcut(Qt::Key_F3);
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
    if (!shown) {
        dock_->hide();
        return giveFocus(*window_.timeline->track(), Qt::OtherFocusReason);
    }
    window_.stage->showSideDock(dock_);
    giveFocus(*panel_->text(), Qt::OtherFocusReason);
}

void LessonWing::stay() {
    if (guide_.running())
        setLessonShown(true);
}

QString LessonWing::sentence() const {
    return window_.header->sentence()->sentence();
}

void LessonWing::setSource(model::Use use, const QString &text) {
    window_.header->setSource(use, text);
    window_.header->sentence()->deselect();  // the next key is not to replace it
}

QByteArray LessonWing::layout() const {
    return window_.stage->state();
}

void LessonWing::restoreLayout(const QByteArray &layout) {
    window_.stage->takeState(layout);
}

void LessonWing::bringToFront(const QString &view) {
    window_.stage->bringToFront(dockName(view));
}

Edits &LessonWing::edits() {
    return *window_.header->edits();
}

double LessonWing::pictureZoom() const {
    return window_.picture->zoom();
}

void LessonWing::setPictureZoom(double zoom) {
    // Once docks have got their places.
    QTimer::singleShot(0, window_.picture, [picture = window_.picture, zoom] {
        picture->setZoom(zoom, picture->viewport()->rect().center());
    });
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

void LessonWing::saveChapter() {
    const LessonChapter chapter = guide_.chapter();
    const QString language = languageInUse();
    const Saving saving{.title = tr("Save the chapter"),
                        .filters = tr("PDF document (*.pdf)"),
                        .suffixes = {QStringLiteral("pdf")},
                        .name = chapter.id + QStringLiteral(".pdf"),
                        .complete =
                            [](const QString &typed, const QString &suffix) {
                                return widgets::completedFile(typed, suffix,
                                                              {QStringLiteral("pdf")});
                            },
                        .check = widgets::checkFigureFile};
    const QString file = askWhere(panel_, saving);
    if (file.isEmpty())
        return;
    handouts_.make(chapter, guide_.ownSentence(), [=, this](std::vector<HandoutPage> pages) {
        write(panel_, saving.title, file,
              widgets::bytesJob(file, handoutPdf(chapter, pages, language)),
              [this](const QString &written) { emit saved(written); });
    });
}

void LessonWing::printChapter() {
    const LessonChapter chapter = guide_.chapter();
    const QString language = languageInUse();
    const QString title = tr("Print chapter");
    auto printer = std::make_shared<Printer>();
    printer->setPageMargins(handoutMargins(), QPageLayout::Millimeter);
    if (!choosePrinter(panel_, *printer, title, chapter.title.in(language)))
        return;
    handouts_.make(chapter, guide_.ownSentence(), [=, this](std::vector<HandoutPage> pages) {
        if (!paintHandout(*printer, chapter, pages, language))
            warn(panel_, title, tr("The chapter could not be printed."));
    });
}

void LessonWing::openPanel(const QString &name) {
    emit panelWanted(name);
}

}  // namespace app
