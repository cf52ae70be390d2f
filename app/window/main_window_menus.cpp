// SPDX-License-Identifier: GPL-3.0-or-later
// The menus of the main window.
#include <QAction>
#include <QActionGroup>
#include <QMenuBar>

#include "app/help/help.h"
#include "app/help/keys_dialog.h"
#include "app/settings/appearance.h"
#include "app/settings/desktop.h"
#include "app/settings/language.h"
#include "app/settings/motion.h"
#include "app/window/dock.h"
#include "app/window/edit_menu.h"
#include "app/window/header.h"
#include "app/window/lesson_wing.h"
#include "app/window/main_window.h"
#include "app/window/recent_models.h"
#include "app/window/session_document.h"
#include "app/window/tab_order.h"
#include "widgets/narration/view.h"
#include "widgets/text/language.h"
#include "widgets/timeline/view.h"
#include "widgets/unrolled/view.h"

namespace app {

using widgets::inEveryLanguage;

void MainWindow::buildMenus() {
    buildFileMenu();
    buildEditMenu();
    buildCompareMenu();
    buildViewMenu();
    QMenu *time = menuBar()->addMenu(QString());
    time->addActions(timeline_->transportActions());
    inEveryLanguage(*this, [time] { time->setTitle(tr("&Time")); });
    buildHelpMenu();
}

void MainWindow::buildEditMenu() {
    auto *edit = new EditMenu(header_->sentence(), this);
    menuBar()->addMenu(edit);
    edit->addSeparator();
    QAction *undo = edit->addAction(QString(), header_->edits(), &Edits::undo);
    undo->setObjectName("undoWhatIf");
    undo->setShortcut(Qt::CTRL | Qt::ALT | Qt::Key_Z);
    QAction *redo = edit->addAction(QString(), header_->edits(), &Edits::redo);
    redo->setObjectName("redoWhatIf");
    redo->setShortcut(Qt::CTRL | Qt::ALT | Qt::SHIFT | Qt::Key_Z);
    QAction *startOver = edit->addAction(QString(), header_->edits(), &Edits::startOver);
    startOver->setObjectName("startOverWhatIf");
    QMenu *branches = edit->addMenu(QString());
    branches->setObjectName("branchesMenu");
    branches->addActions(header_->branches()->actions());
    const auto name = [this, undo, redo, startOver, branches] {
        const QUndoStack &stack = header_->edits()->stack();
        undo->setText(stack.canUndo() ? tr("Undo “what &if”: %1").arg(stack.undoText())
                                      : tr("Undo “what &if”"));
        undo->setEnabled(stack.canUndo());
        redo->setText(stack.canRedo() ? tr("R&edo “what if”: %1").arg(stack.redoText())
                                      : tr("R&edo “what if”"));
        redo->setEnabled(stack.canRedo());
        startOver->setText(tr("Start &over, as the model does by itself"));
        startOver->setEnabled(header_->edits()->branches().current >= 0);
        branches->setTitle(tr("&Branches"));
        branches->setEnabled(!header_->edits()->branches().all.empty());
    };
    connect(header_->edits(), &Edits::changed, this, name);
    inEveryLanguage(*this, name);
    edit->addSeparator();
    edit->addAction(header_->translation()->copyAction());
    QAction *focus = edit->addAction(QString(), this, [this] {
        giveFocus(*header_->sentence(), Qt::ShortcutFocusReason);
        header_->sentence()->selectSentence();
    });
    focus->setShortcut(Qt::CTRL | Qt::Key_L);
    inEveryLanguage(*this, [focus] { focus->setText(tr("Edit the &source")); });
}

void MainWindow::buildFileMenu() {
    QMenu *file = menuBar()->addMenu(QString());
    QAction *open = file->addAction(QString(), this, &MainWindow::chooseModel);
    open->setObjectName("openModel");
    open->setShortcut(QKeySequence::Open);
    auto *recent = new RecentModels(session_, file);
    file->addMenu(recent);
    QAction *scene = file->addAction(QString(), this, &MainWindow::newScene);
    scene->setObjectName("newSceneAction");
    file->addSeparator();
    file->addActions(document_->actions());
    file->addSeparator();
    export_ = file->addAction(QString(), this, &MainWindow::exportHeatmap);
    export_->setObjectName("exportHeatmap");
    // Ctrl+E alone is the end of the line in a text field.
    export_->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_E);
    animation_ = file->addAction(QString(), this, &MainWindow::exportAnimation);
    animation_->setObjectName("exportAnimation");
    numbers_ = file->addAction(QString(), this, &MainWindow::exportTrace);
    numbers_->setObjectName("exportNumbers");
    QAction *window = file->addAction(QString(), this, &MainWindow::exportWindow);
    window->setObjectName("exportWindow");
    print_ = file->addAction(QString(), this, &MainWindow::print);
    print_->setObjectName("printFigure");
    print_->setShortcut(Qt::CTRL | Qt::Key_P);
    file->addSeparator();
    // QKeySequence::Quit is empty where the desktop is none that Qt knows.
    QAction *quit = file->addAction(QString(), this, &QWidget::close);
    quit->setShortcut(Qt::CTRL | Qt::Key_Q);
    inEveryLanguage(*this, [this, file, open, recent, scene, window, quit] {
        file->setTitle(tr("&File"));
        open->setText(tr("&Open model…"));
        scene->setText(tr("New s&cene"));
        recent->setTitle(tr("&Recent models"));
        export_->setText(tr("&Export figure…"));
        window->setText(tr("Export a picture of the &window…"));
        print_->setText(tr("&Print…"));
        animation_->setText(tr("Export ani&mation…"));
        numbers_->setText(tr("Export &numbers…"));
        quit->setText(tr("&Quit"));
    });
    const auto update = [this] {
        const auto &trace = session_->viewpoint()->trace();
        for (QAction *action : {export_, animation_, numbers_, print_})
            action->setEnabled(trace && !trace->steps.empty());
    };
    connect(session_->viewpoint(), &widgets::Viewpoint::traceChanged, this, update);
    update();
}

void MainWindow::buildViewMenu() {
    QMenu *view = menuBar()->addMenu(QString());
    for (const QDockWidget *dock : stage_->docks())
        view->addAction(dock->toggleViewAction());
    // (The lesson is in the Help menu.)
    for (const QDockWidget *dock : stage_->sideDocks())
        if (dock != lesson_->dock())
            view->addAction(dock->toggleViewAction());
    addLaboratory(*view);
    view->addActions(narration_->choices());
    view->addSeparator();
    QAction *reset = view->addAction(QString(), stage_, &DockStage::reset);
    reset->setObjectName("resetLayout");
    connect(reset, &QAction::triggered, lesson_, &LessonWing::stay);
    presentation_ = view->addAction(QString());
    presentation_->setObjectName("presentation");
    presentation_->setShortcut(Qt::Key_F11);
    presentation_->setCheckable(true);
    connect(presentation_, &QAction::triggered, this, &MainWindow::present);
    QMenu *appearance = view->addMenu(QString());
    auto *group = new QActionGroup(this);
    const auto add = [&](const QString &name, Appearance value) {
        QAction *action = appearance->addAction(QString());
        action->setObjectName(name);
        action->setCheckable(true);
        action->setChecked(currentAppearance() == value);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [value] { setAppearance(value); });
        return action;
    };
    QAction *light = add("appearanceLight", Appearance::light);
    QAction *dark = add("appearanceDark", Appearance::dark);
    QAction *contrast = add("appearanceHighContrast", Appearance::highContrast);
    QAction *system = add("appearanceSystem", Appearance::system);
    addLanguageMenu(*view);
    reduceMotion_ = view->addAction(QString());
    reduceMotion_->setObjectName("reduceMotion");
    reduceMotion_->setCheckable(true);
    reduceMotion_->setChecked(rememberedReducedMotion());
    connect(reduceMotion_, &QAction::triggered, this, &rememberReducedMotion);
    connect(reduceMotion_, &QAction::toggled, this, &MainWindow::reduceMotion);
    reduceMotion(reduceMotion_->isChecked());
    inEveryLanguage(*this, [this, view, reset, appearance, light, dark, contrast, system] {
        view->setTitle(tr("&View"));
        reset->setText(tr("&Reset layout"));
        presentation_->setText(tr("&Presentation"));
        appearance->setTitle(tr("&Appearance"));
        light->setText(tr("&Light"));
        dark->setText(tr("&Dark"));
        contrast->setText(tr("&High contrast"));
        system->setText(tr("&As the system"));
        reduceMotion_->setText(tr("Reduce &motion"));
    });
}

void MainWindow::addLanguageMenu(QMenu &view) {
    QMenu *menu = view.addMenu(QString());
    menu->setObjectName("languageMenu");
    auto *group = new QActionGroup(this);
    const auto add = [&](Language language) {
        QAction *action = menu->addAction(ownName(language));
        action->setData(codeOf(language));
        action->setCheckable(true);
        action->setChecked(currentLanguage() == language);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [language] { setLanguage(language); });
        return action;
    };
    QAction *system = add(Language::system);
    for (const Language language : languages())
        add(language);
    inEveryLanguage(*this, [menu, system] {
        menu->setTitle(tr("Lan&guage"));
        system->setText(tr("&As the system"));
    });
}

void MainWindow::follow(const Desktop *desktop) {
    const auto take = [this, desktop] {
        setSystemWantsContrast(desktop->wantsHighContrast());
        setSystemPrefersDark(desktop->prefersDark());
        setSystemReducesMotion(desktop->reducesMotion());
        reduceMotion_->setChecked(rememberedReducedMotion());
    };
    connect(desktop, &Desktop::changed, this, take);
    take();
}

void MainWindow::reduceMotion(bool reduced) {
    timeline_->player()->setReducedMotion(reduced);
    unrolled_->setAnimated(!reduced);
}

void MainWindow::buildHelpMenu() {
    QMenu *help = menuBar()->addMenu(QString());
    help->addAction(lesson_->action());
    QAction *keys = help->addAction(QString(), this, [this] { KeysDialog::showFor(this); });
    keys->setObjectName("keyboardAndMouse");
    keys->setShortcut(QKeySequence::HelpContents);
    QAction *about = help->addAction(QString(), this, [this] {
        showAbout(this, session_->model().get(), session_->modelTitle());
    });
    inEveryLanguage(*this, [help, keys, about] {
        help->setTitle(tr("&Help"));
        keys->setText(tr("&Keyboard and mouse"));
        about->setText(tr("&About"));
    });
}

}  // namespace app
