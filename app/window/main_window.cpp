// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/main_window.h"

#include <QAbstractButton>
#include <QActionGroup>
#include <QApplication>
#include <QCloseEvent>
#include <QContextMenuEvent>
#include <QFileDialog>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenuBar>
#include <QScreen>
#include <QTabBar>
#include <QVBoxLayout>
#include <utility>

#include "app/export/dialog.h"
#include "app/export/job.h"
#include "app/export/panel.h"
#include "app/help/help.h"
#include "app/help/keys_dialog.h"
#include "app/message.h"
#include "app/settings/appearance.h"
#include "app/settings/desktop.h"
#include "app/settings/motion.h"
#include "app/settings/settings.h"
#include "app/settings/view_options.h"
#include "app/window/dock.h"
#include "app/window/header.h"
#include "app/window/tab_order.h"
#include "widgets/drawing/theme.h"
#include "widgets/heatmap/panel.h"
#include "widgets/panel/panel.h"
#include "widgets/text/language.h"
#include "widgets/timeline/view.h"
#include "widgets/unrolled/view.h"
#include "widgets/views/views.h"

namespace app {
namespace {

using widgets::inEveryLanguage;

/// "wordChoiceDock" for "word-choice": remembered layouts call it that.
QString dockName(const QString &view) {
    QStringList words = view.split(u'-');
    for (qsizetype i = 1; i < words.size(); ++i)
        words[i][0] = words[i][0].toUpper();
    return words.join(QString()) + QStringLiteral("Dock");
}

}  // namespace

MainWindow::MainWindow(Session *session, QWidget *parent) : QMainWindow(parent), session_(session) {
    setObjectName("mainWindow");
    setWindowTitle(QApplication::applicationDisplayName());
    auto *whole = new QWidget(this);
    header_ = new Header(session, whole);
    stage_ = new DockStage(this);
    stage_->setObjectName("stage");
    auto *column = new QVBoxLayout(whole);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(header_);
    column->addWidget(stage_, 1);
    buildViews(*column);
    setCentralWidget(whole);
    buildMenus();
    restoreLayout();

    connect(session, &Session::restarted, timeline_->player(), &widgets::TimelinePlayer::pause);
    connect(session, &Session::restarted, this, [this] {
        if (awaiting_ && awaiting_->sentence != session_->sentence())
            awaiting_.reset();
    });
    // Queued: the views take the trace before time moves.
    const auto atLast = [this] {
        if (awaiting_ && hasAll(awaiting_->what))
            (this->*std::exchange(awaiting_, std::nullopt)->what)();
    };
    for (const auto changed :
         {&widgets::Viewpoint::traceChanged, &widgets::Viewpoint::wantedChanged})
        connect(session->viewpoint(), changed, this, atLast, Qt::QueuedConnection);
    connect(session->viewpoint(), &widgets::Viewpoint::derivedChanged, this, atLast,
            Qt::QueuedConnection);
    connect(session, &Session::modelFailed, this,
            [this](const QString &why) { warn(this, tr("Open model"), why); });
    connect(session, &Session::posteriorFailed, this, [this](const QString &why) {
        awaiting_.reset();
        widgets::HeatmapOptions options = heatmap_->options();
        options.posterior = false;
        heatmap_->setOptions(options);
        warn(this, tr("Posterior attention"), why);
    });
    connect(header_, &Header::watchRequested, this, &MainWindow::watch);
    connect(heatmap_, &widgets::HeatmapPanel::exportRequested, this, &MainWindow::exportHeatmap);
    header_->sentence()->setFocus();
}

void MainWindow::buildViews(QVBoxLayout &column) {
    for (const widgets::ViewKind &kind : widgets::views()) {
        // At once: a parent that comes later puts the order of the Tab key in disorder.
        QWidget *parent = kind.place == widgets::Place::below ? column.parentWidget() : stage_;
        widgets::View &view = *makeRemembering(kind, session_->viewpoint(), parent).release();
        keep(view.widget());
        switch (kind.place) {
            case widgets::Place::centre:
                stage_->setCentralWidget(&view.widget());
                break;
            case widgets::Place::below:
                column.addWidget(&view.widget());
                break;
            case widgets::Place::upperDocks:
                addDock(0, kind, view);
                break;
            case widgets::Place::middleDocks:
                addDock(1, kind, view);
                break;
            case widgets::Place::lowerDocks:
                addDock(2, kind, view);
                break;
        }
        if (&view.widget() == heatmap_)
            continue;  // it has a dialog of its own
        view.onExportRequested(this, [this, &view, &kind] {
            timeline_->player()->pause();  // the moment that is in view now goes into the figure
            exportFigure(view, kind.title());
        });
    }
}

/// The views of which the window knows more than that they are views.
void MainWindow::keep(QWidget &view) {
    if (auto *heatmap = qobject_cast<widgets::HeatmapPanel *>(&view))
        heatmap_ = heatmap;
    else if (auto *timeline = qobject_cast<widgets::TimelineView *>(&view))
        timeline_ = timeline;
    else if (auto *unrolled = qobject_cast<widgets::UnrolledView *>(&view))
        unrolled_ = unrolled;
}

void MainWindow::addDock(int group, const widgets::ViewKind &kind, widgets::View &view) {
    Dock *dock = stage_->addDock(group, dockName(kind.name), kind.title(), &view.widget());
    inEveryLanguage(*dock, [dock, &kind] { dock->setWindowTitle(kind.title()); });
    connect(dock, &Dock::tabPressed, this, &MainWindow::focusNextPrevChild);
    connect(dock, &Dock::keyPressed, this,
            [this](QKeyEvent *event) { event->setAccepted(press(*event)); });
    auto *panel = qobject_cast<widgets::Panel *>(&view.widget());
    if (!panel)
        return;
    connect(dock, &QDockWidget::visibilityChanged, panel,
            [panel](bool inView) { panel->setCovered(!inView); });
    // A tab from behind that begins to float is in view, but Qt does not say so.
    connect(dock, &QDockWidget::topLevelChanged, panel, [panel](bool floating) {
        if (floating)
            panel->setCovered(false);
    });
}

void MainWindow::buildMenus() {
    buildFileMenu();
    buildEditMenu();
    buildViewMenu();
    QMenu *time = menuBar()->addMenu(QString());
    time->addActions(timeline_->transportActions());
    inEveryLanguage(*this, [time] { time->setTitle(tr("&Time")); });
    buildHelpMenu();
}

void MainWindow::buildEditMenu() {
    QMenu *edit = menuBar()->addMenu(QString());
    edit->addAction(header_->translation()->copyAction());
    QAction *focus = edit->addAction(QString(), this, [this] {
        header_->sentence()->setFocus(Qt::ShortcutFocusReason);
        header_->sentence()->selectSentence();
    });
    focus->setShortcut(Qt::CTRL | Qt::Key_L);
    inEveryLanguage(*this, [edit, focus] {
        edit->setTitle(tr("&Edit"));
        focus->setText(tr("Edit the &sentence"));
    });
}

void MainWindow::buildFileMenu() {
    QMenu *file = menuBar()->addMenu(QString());
    QAction *open = file->addAction(QString(), this, &MainWindow::chooseModel);
    open->setObjectName("openModel");
    open->setShortcut(QKeySequence::Open);
    export_ = file->addAction(QString(), this, &MainWindow::exportHeatmap);
    export_->setObjectName("exportHeatmap");
    // Ctrl+E alone is the end of the line in a text field.
    export_->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_E);
    file->addSeparator();
    // QKeySequence::Quit is empty where the desktop is none that Qt knows.
    QAction *quit = file->addAction(QString(), this, &QWidget::close);
    quit->setShortcut(Qt::CTRL | Qt::Key_Q);
    inEveryLanguage(*this, [this, file, open, quit] {
        file->setTitle(tr("&File"));
        open->setText(tr("&Open model…"));
        export_->setText(tr("&Export heatmap…"));
        quit->setText(tr("&Quit"));
    });
    const auto update = [this] {
        const auto &trace = session_->viewpoint()->trace();
        export_->setEnabled(trace && trace->hasAttention() && !trace->steps.empty());
    };
    connect(session_->viewpoint(), &widgets::Viewpoint::traceChanged, this, update);
    update();
}

void MainWindow::buildViewMenu() {
    QMenu *view = menuBar()->addMenu(QString());
    for (const QDockWidget *dock : stage_->docks())
        view->addAction(dock->toggleViewAction());
    view->addSeparator();
    QAction *reset = view->addAction(QString(), stage_, &DockStage::reset);
    reset->setObjectName("resetLayout");
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
    QAction *system = add("appearanceSystem", Appearance::system);
    reduceMotion_ = view->addAction(QString());
    reduceMotion_->setObjectName("reduceMotion");
    reduceMotion_->setCheckable(true);
    reduceMotion_->setChecked(rememberedReducedMotion());
    connect(reduceMotion_, &QAction::triggered, this, &rememberReducedMotion);
    connect(reduceMotion_, &QAction::toggled, this, &MainWindow::reduceMotion);
    reduceMotion(reduceMotion_->isChecked());
    inEveryLanguage(*this, [this, view, reset, appearance, light, dark, system] {
        view->setTitle(tr("&View"));
        reset->setText(tr("&Reset layout"));
        appearance->setTitle(tr("&Appearance"));
        light->setText(tr("&Light"));
        dark->setText(tr("&Dark"));
        system->setText(tr("&As the system"));
        reduceMotion_->setText(tr("Reduce &motion"));
    });
}

void MainWindow::follow(const Desktop *desktop) {
    const auto take = [this, desktop] {
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
    QAction *keys = help->addAction(QString(), this, [this] { KeysDialog::showFor(this); });
    keys->setObjectName("keyboardAndMouse");
    keys->setShortcut(QKeySequence::HelpContents);
    QAction *about =
        help->addAction(QString(), this, [this] { showAbout(this, session_->model().get()); });
    inEveryLanguage(*this, [help, keys, about] {
        help->setTitle(tr("&Help"));
        keys->setText(tr("&Keyboard and mouse"));
        about->setText(tr("&About"));
    });
}

void MainWindow::exportHeatmap() {
    if (!export_->isEnabled() || awaits(&MainWindow::exportHeatmap))
        return;
    widgets::FigureOptions options;
    options.dark = widgets::Theme::of(palette()).dark;
    options.heatmap = heatmap_->options();
    options.posterior = session_->viewpoint()->posterior();
    ExportDialog dialog(session_->viewpoint()->trace(), options, this);
    dialog.exec();
}

void MainWindow::chooseModel() {
    const QString file = QFileDialog::getOpenFileName(this, tr("Open model"), {},
                                                      tr("Models (*.safetensors);;All files (*)"));
    if (!file.isEmpty())
        session_->openModel(file);
}

bool MainWindow::hasAll(void (MainWindow::*what)()) const {
    const widgets::Viewpoint &viewpoint = *session_->viewpoint();
    return session_->upToDate() && (what != &MainWindow::exportHeatmap ||
                                    !viewpoint.wanted(widgets::DerivedValue::posterior) ||
                                    viewpoint.posterior() || !viewpoint.trace()->hasAttention());
}

bool MainWindow::awaits(void (MainWindow::*what)()) {
    awaiting_.reset();
    if (!hasAll(what))
        awaiting_ = {session_->sentence(), what};
    return awaiting_.has_value();
}

void MainWindow::watch() {
    if (awaits(&MainWindow::watch))
        return;
    // Enter ends the typing: from here on, the keys move time.
    if (header_->isAncestorOf(QApplication::focusWidget()))
        timeline_->track()->setFocus();
    session_->viewpoint()->setMoment(widgets::Moment{});
    timeline_->player()->setLooping(false);
    timeline_->player()->play();
}

void MainWindow::restoreLayout() {
    const int em = fontMetrics().height();
    if (!restoreGeometry(settings::get(settings::windowGeometry))) {
        const QSize room = screen()->availableSize() * 0.92;
        resize(QSize(em * 104, em * 64).boundedTo(room));
    }
    stage_->comeUpAs(settings::get(settings::windowState));
}

void MainWindow::closeEvent(QCloseEvent *event) {
    for (const ExportJob *job : findChildren<ExportJob *>()) {
        if (!job->running())
            continue;
        // If it fails, there has to be a window to say so.
        connect(job, &ExportJob::finished, this, [this](const QString &why) {
            if (why.isEmpty())
                close();
        });
        event->ignore();
        return;
    }
    settings::set(settings::windowGeometry, saveGeometry());
    settings::set(settings::windowState, stage_->state());
    header_->sentence()->remember();
    QMainWindow::closeEvent(event);
}

bool MainWindow::event(QEvent *event) {
    // The keys of the timeline choose a tab while one has the focus.
    if (event->type() == QEvent::ShortcutOverride && qobject_cast<QTabBar *>(focusWidget())) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if ((key->key() == Qt::Key_Left || key->key() == Qt::Key_Right) && !key->modifiers()) {
            event->accept();
            return true;
        }
    }
    return QMainWindow::event(event);
}

bool MainWindow::focusNextPrevChild(bool next) {
    frameTabs(*stage_);
    // Not in the order in which things were made, which docking changes, but as they lie.
    return moveFocus(tabStops(QList<QWidget *>{header_, unrolled_, timeline_} +
                              docksInOrder(*stage_, stage_->docks())),
                     next);
}

bool MainWindow::press(const QKeyEvent &event) {
    QWidget *focused = QApplication::focusWidget();  // maybe in a floating dock
    // Not every keyboard has a menu key, and on X11 Qt knows no other.
    if (event.key() == Qt::Key_F10 && event.modifiers() == Qt::ShiftModifier && focused) {
        const QPoint middle = focused->rect().center();
        QContextMenuEvent menu(QContextMenuEvent::Keyboard, middle, focused->mapToGlobal(middle));
        QApplication::sendEvent(focused, &menu);
        return true;
    }
    if (event.key() != Qt::Key_Return && event.key() != Qt::Key_Enter)
        return false;
    // Space moves time wherever the focus is, so Enter has to be what presses buttons.
    if (auto *button = qobject_cast<QAbstractButton *>(focused)) {
        button->click();
        return true;
    }
    // Not the history of the sentence, for which Enter means something else.
    if (auto *choice = qobject_cast<QComboBox *>(focused); choice && !choice->isEditable()) {
        choice->showPopup();
        return true;
    }
    return false;
}

void MainWindow::keyPressEvent(QKeyEvent *event) {
    if (!press(*event))
        QMainWindow::keyPressEvent(event);
}

}  // namespace app
