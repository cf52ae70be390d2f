// SPDX-License-Identifier: GPL-3.0-or-later
// What teaches, in the main window: the lesson, its offer, and the length laboratory.
#include <QAction>
#include <QBoxLayout>

#include "app/lesson/length_panel.h"
#include "app/window/dock.h"
#include "app/window/header.h"
#include "app/window/lesson_offer.h"
#include "app/window/lesson_wing.h"
#include "app/window/main_window.h"
#include "app/window/sentence_field.h"
#include "widgets/narration/view.h"
#include "widgets/text/language.h"

namespace app {

void MainWindow::buildLesson(QVBoxLayout &column) {
    offer_ = new LessonOffer(column.parentWidget());
    column.insertWidget(1, offer_);  // below the example sentence
    lesson_ = new LessonWing({session_, header_, stage_, unrolled_, timeline_}, this);
    follow(*lesson_->dock());
    connect(offer_, &LessonOffer::accepted, lesson_->guide(), &LessonGuide::begin);
    connect(lesson_->guide(), &LessonGuide::runningChanged, offer_, &LessonOffer::answer);
    connect(lesson_, &LessonWing::saved, this, &MainWindow::tellSaved);
    connect(lesson_->guide()->veil(), &Veil::drawnChanged, narration_,
            &widgets::NarrationView::setOnlyDone);
    buildLengths();
}

void MainWindow::buildLengths() {
    lengths_ = new LengthPanel(stage_);
    Dock *dock = stage_->addSideDock(dockName(QStringLiteral("lengths")), lengths_);
    widgets::inEveryLanguage(*dock, [dock] { dock->setWindowTitle(tr("Length laboratory")); });
    follow(*dock);
    connect(dock->toggleViewAction(), &QAction::triggered, dock, [this, dock](bool wanted) {
        if (wanted)
            stage_->showSideDock(dock);
    });
    connect(lesson_, &LessonWing::panelWanted, this, [this, dock](const QString &name) {
        if (dockName(name) == dock->objectName())
            stage_->showSideDock(dock);
        else if (name == QLatin1String("laboratory"))
            openLaboratory(QStringLiteral("numbers"));
    });
    connect(lengths_, &LengthPanel::picked, this,
            [this](const QString &sentence, const QString &model) {
                header_->sentence()->setSentence(sentence);
                session_->selectModel(session_->find(model));
            });
}

void MainWindow::offerLesson() {
    offer_->offer();
}

}  // namespace app
