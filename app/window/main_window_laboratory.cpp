// SPDX-License-Identifier: GPL-3.0-or-later
// The laboratory of the main window, which is made when it is first opened.
#include <QAction>
#include <QMenu>

#include "app/export/panel.h"
#include "app/laboratory/laboratory.h"
#include "app/laboratory/panel.h"
#include "app/message.h"
#include "app/window/dock.h"
#include "app/window/header.h"
#include "app/window/main_window.h"
#include "app/window/tab_order.h"
#include "widgets/text/language.h"

namespace app {
namespace {

constexpr int usualHeight = 20;  // lines of text
constexpr int highest = 58;      // per cent of the room of the docks

}  // namespace

void MainWindow::addLaboratory(QMenu &view) {
    laboratoryAction_ = view.addAction(QString());
    laboratoryAction_->setObjectName("laboratory");
    laboratoryAction_->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_L);
    laboratoryAction_->setCheckable(true);
    connect(laboratoryAction_, &QAction::triggered, this, [this](bool open) {
        if (open)
            openLaboratory();
        else
            laboratoryDock_->close();
    });
    widgets::inEveryLanguage(*this, [this] { laboratoryAction_->setText(tr("La&boratory")); });
}

void MainWindow::openLaboratory(const QString &task) {
    if (!laboratory_)
        buildLaboratory();
    if (!task.isEmpty())
        laboratoryPanel_->form()->setTask(task);
    laboratoryDock_->show();
    laboratoryDock_->raise();
    giveFocus(*laboratoryPanel_->startButton(), Qt::OtherFocusReason);
}

void MainWindow::buildLaboratory() {
    laboratory_ = new Laboratory(session_, this);
    laboratoryPanel_ = new LaboratoryPanel(laboratory_, stage_);
    laboratoryDock_ = stage_->addBelow(QStringLiteral("laboratoryDock"), LaboratoryPanel::title(),
                                       laboratoryPanel_);
    widgets::inEveryLanguage(*laboratoryDock_, [this] {
        laboratoryDock_->setWindowTitle(LaboratoryPanel::title());
        laboratoryPanel_->setAccessibleName(LaboratoryPanel::title());
    });
    follow(*laboratoryDock_);
    stage_->resizeDocks(
        {laboratoryDock_},
        {std::min(usualHeight * fontMetrics().height(), stage_->height() * highest / 100)},
        Qt::Vertical);
    laboratoryAction_->setChecked(true);
    connect(laboratoryDock_->toggleViewAction(), &QAction::toggled, this, [this](bool open) {
        // Where it is the window that goes out of view, the laboratory stays open.
        if (!open && !laboratoryDock_->isHidden())
            return;
        laboratoryAction_->setChecked(open);
        if (open)
            laboratory_->enter();
        else
            laboratory_->leave();
    });
    connect(laboratory_, &Laboratory::sentenceWanted, header_->sentence(),
            [field = header_->sentence()](const QString &text) {
                field->setSentence(text);
                field->deselect();  // it is not the user who is about to type
            });
    connect(laboratoryPanel_, &LaboratoryPanel::saved, this, &MainWindow::tellSaved);
    laboratoryPanel_->onExportRequested(this, [this] {
        exportFigure(*laboratoryPanel_, LaboratoryPanel::title(),
                     [this](const QString &file) { tellSaved(file); });
    });
}

bool MainWindow::mayLeaveLaboratory() {
    return !laboratory_ || !laboratory_->hasUnsaved() ||
           confirm(
               this, LaboratoryPanel::title(),
               tr("What was learned in the laboratory has not been saved. Close all the same?"));
}

}  // namespace app
