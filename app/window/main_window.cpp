// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/main_window.h"

#include <QAbstractButton>
#include <QApplication>
#include <QCloseEvent>
#include <QContextMenuEvent>
#include <QDir>
#include <QDropEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QKeyEvent>
#include <QMimeData>
#include <QTabBar>
#include <QVBoxLayout>
#include <utility>

#include "app/export/animation_dialog.h"
#include "app/export/dialog.h"
#include "app/export/job.h"
#include "app/export/numbers.h"
#include "app/export/panel.h"
#include "app/message.h"
#include "app/screen_room.h"
#include "app/session/reference.h"
#include "app/session/text_file.h"
#include "app/settings/settings.h"
#include "app/settings/view_options.h"
#include "app/window/accessible_names.h"
#include "app/window/dock.h"
#include "app/window/header.h"
#include "app/window/lesson_offer.h"
#include "app/window/lesson_wing.h"
#include "app/window/notice.h"
#include "app/window/session_document.h"
#include "app/window/tab_order.h"
#include "widgets/drawing/theme.h"
#include "widgets/heatmap/panel.h"
#include "widgets/narration/view.h"
#include "widgets/panel/panel.h"
#include "widgets/panel/parts.h"
#include "widgets/text/language.h"
#include "widgets/timeline/view.h"
#include "widgets/unrolled/view.h"
#include "widgets/views/views.h"

namespace app {
namespace {

using widgets::inEveryLanguage;

/// The text of a presentation.
QFont enlarged(QFont font) {
    constexpr double larger = 1.4;
    font.setPointSizeF(font.pointSizeF() * larger);
    return font;
}

}  // namespace

MainWindow::MainWindow(Session *session, QWidget *parent) : QMainWindow(parent), session_(session) {
    setObjectName("mainWindow");
    new AccessibleNames(this);  // before there is anything to name
    setAcceptDrops(true);
    auto *whole = new QWidget(this);
    header_ = new Header(session, whole);
    stage_ = new DockStage(this);
    stage_->setObjectName("stage");
    notice_ = new Notice(stage_);
    auto *column = new QVBoxLayout(whole);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(header_);
    column->addWidget(stage_, 1);
    // Whatever is in it: header and timeline have to be in reach on any screen.
    stage_->setMinimumSize(fontMetrics().height() * QSize(20, 6));
    buildViews(*column);
    buildLesson(*column);
    wirePictures();
    setCentralWidget(whole);
    reference_ = new Reference(session, this);
    document_ = new SessionDocument(this, {session, reference_, header_, stage_, notice_, views_});
    buildMenus();
    restoreLayout();
    followSession();
    connect(header_, &Header::watchRequested, this, &MainWindow::watch);
    connect(heatmap_, &widgets::HeatmapPanel::exportRequested, this, &MainWindow::exportHeatmap);
    header_->sentence()->setFocus();
}

MainWindow::~MainWindow() {
    widgets::hearNothingOfParts(*this);
}

void MainWindow::followSession() {
    connect(session_, &Session::restarted, timeline_->player(), &widgets::TimelinePlayer::pause);
    connect(session_, &Session::restarted, this, [this] {
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
        connect(session_->viewpoint(), changed, this, atLast, Qt::QueuedConnection);
    connect(session_->viewpoint(), &widgets::Viewpoint::derivedChanged, this, atLast,
            Qt::QueuedConnection);
    connect(session_, &Session::modelFailed, this,
            [this](const QString &why) { warn(this, tr("Open model"), why); });
    connect(session_, &Session::fileFailed, this,
            [this](const QString &why) { warn(this, tr("Open a file"), why); });
    connect(session_, &Session::sentenceRead, header_, &Header::pickSentence);
    connect(session_, &Session::posteriorFailed, this, [this](const QString &why) {
        awaiting_.reset();
        widgets::HeatmapOptions options = heatmap_->options();
        options.posterior = false;
        heatmap_->setOptions(options);
        warn(this, tr("Posterior attention"), why);
    });
}

void MainWindow::buildViews(QVBoxLayout &column) {
    for (const widgets::ViewKind &kind : widgets::views()) {
        // At once: a parent that comes later puts the order of the Tab key in disorder.
        QWidget *parent = kind.place == widgets::Place::below ? column.parentWidget() : stage_;
        widgets::View &view = *makeRemembering(kind, session_->viewpoint(), parent).release();
        views_[kind.name] = &view;
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
        if (&view.widget() != heatmap_)  // which has a dialog of its own
            offerExport(kind, view);
    }
}

void MainWindow::offerExport(const widgets::ViewKind &kind, widgets::View &view) {
    view.onExportRequested(this, [this, &view, &kind] {
        timeline_->player()->pause();  // the moment that is in view now goes into the figure
        exportFigure(view, kind.title(), [this](const QString &file) { tellSaved(file); });
    });
}

/// The views of which the window knows more than that they are views.
void MainWindow::keep(QWidget &view) {
    if (auto *heatmap = qobject_cast<widgets::HeatmapPanel *>(&view))
        heatmap_ = heatmap;
    else if (auto *narration = qobject_cast<widgets::NarrationView *>(&view))
        narration_ = narration;
    else if (auto *timeline = qobject_cast<widgets::TimelineView *>(&view))
        timeline_ = timeline;
    else if (auto *unrolled = qobject_cast<widgets::UnrolledView *>(&view))
        unrolled_ = unrolled;
}

void MainWindow::addDock(int group, const widgets::ViewKind &kind, widgets::View &view) {
    Dock *dock = stage_->addDock(group, dockName(kind.name), kind.title(), &view.widget());
    inEveryLanguage(*dock, [dock, &kind] { dock->setWindowTitle(kind.title()); });
    follow(*dock);
    coverWith(*dock, view);
}

/// Tells a panel whether it is in view or behind another one.
void MainWindow::coverWith(Dock &dock, widgets::View &view) {
    auto *panel = qobject_cast<widgets::Panel *>(&view.widget());
    if (!panel)
        return;
    connect(&dock, &QDockWidget::visibilityChanged, panel,
            [panel](bool inView) { panel->setCovered(!inView); });
    // A tab from behind that begins to float is in view, but Qt does not say so.
    connect(&dock, &QDockWidget::topLevelChanged, panel, [panel](bool floating) {
        if (floating)
            panel->setCovered(false);
    });
}

void MainWindow::follow(Dock &dock) {
    connect(&dock, &Dock::tabPressed, this, &MainWindow::focusNextPrevChild);
    connect(&dock, &Dock::keyPressed, this,
            [this](QKeyEvent *event) { event->setAccepted(press(*event)); });
}

void MainWindow::exportHeatmap() {
    if (!export_->isEnabled() || awaits(&MainWindow::exportHeatmap))
        return;
    timeline_->player()->pause();
    ExportDialog dialog(session_->viewpoint(), optionsOfViews(), firstFigure(), this);
    if (dialog.exec() == QDialog::Accepted)
        tellSaved(dialog.file());
}

void MainWindow::print() {
    if (!print_->isEnabled() || awaits(&MainWindow::print))
        return;
    timeline_->player()->pause();
    ExportDialog dialog(session_->viewpoint(), optionsOfViews(), firstFigure(), this);
    dialog.preferPrinting();
    dialog.exec();
}

void MainWindow::exportWindow() {
    exportFigure(*this, widgets::figureOf(*this, windowTitle()), tr("window"),
                 [this](const QString &file) { tellSaved(file); });
}

QString MainWindow::firstFigure() const {
    const bool attends = session_->viewpoint()->trace()->hasAttention();
    return attends ? QStringLiteral("heatmap") : QStringLiteral("unrolled");
}

std::function<QVariantMap(const QString &)> MainWindow::optionsOfViews() const {
    return [this](const QString &view) { return views_.value(view)->storedOptions(); };
}

void MainWindow::exportAnimation() {
    if (!animation_->isEnabled() || awaits(&MainWindow::exportAnimation))
        return;
    timeline_->player()->pause();
    AnimationDialog dialog(session_->viewpoint(), optionsOfViews(), this);
    if (dialog.exec() == QDialog::Accepted)
        tellSaved(dialog.file());
}

void MainWindow::exportTrace() {
    if (!numbers_->isEnabled() || awaits(&MainWindow::exportTrace))
        return;
    exportNumbers(this, session_->viewpoint()->trace(),
                  [this](const QString &file) { tellSaved(file); });
}

void MainWindow::tellSaved(const QString &file) {
    notice_->tell(tr("Saved as %1.").arg(QDir::toNativeSeparators(QFileInfo(file).filePath())));
}

void MainWindow::chooseModel() {
    const QString file = QFileDialog::getOpenFileName(this, tr("Open model"), {},
                                                      tr("Models (*.safetensors);;All files (*)"));
    if (!file.isEmpty())
        session_->openModel(file);
}

bool MainWindow::hasAll(void (MainWindow::*what)()) const {
    const widgets::Viewpoint &viewpoint = *session_->viewpoint();
    return session_->upToDate() &&
           ((what != &MainWindow::exportHeatmap && what != &MainWindow::print) ||
            !viewpoint.wanted(widgets::DerivedValue::posterior) || viewpoint.posterior() ||
            !viewpoint.trace()->hasAttention());
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
        giveFocus(*timeline_->track(), Qt::OtherFocusReason);
    session_->viewpoint()->setMoment(widgets::Moment{});
    timeline_->player()->setLooping(false);
    timeline_->player()->play();
}

void MainWindow::restoreLayout() {
    const int em = fontMetrics().height();
    if (!restoreGeometry(settings::get(settings::windowGeometry))) {
        resize(withinScreen(*this, {em * 104, em * 64}));
    }
    stage_->comeUpAs(settings::get(settings::windowState));
}

void MainWindow::present(bool presenting) {
    if (presenting == before_.has_value())
        return;
    presentation_->setChecked(presenting);
    if (presenting) {
        before_ = {QApplication::font(), windowState()};
        QApplication::setFont(enlarged(before_->font));
        setWindowState(windowState() | Qt::WindowFullScreen);
    } else {
        const Unpresented before = *std::exchange(before_, std::nullopt);
        QApplication::setFont(before.font);
        setWindowState(before.state);
    }
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
    if (!mayLeaveLaboratory() || !document_->mayClose())
        return event->ignore();
    lesson_->guide()->leave();
    document_->close();
    present(false);  // how the window was before is what is remembered
    settings::set(settings::windowGeometry, saveGeometry());
    settings::set(settings::windowState, stage_->state());
    header_->sentence()->remember();
    QMainWindow::closeEvent(event);
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event) {
    const QMimeData &data = *event->mimeData();
    if (!fileIn(data).isEmpty() || !textIn(data).isEmpty())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event) {
    event->acceptProposedAction();
    const QMimeData &data = *event->mimeData();
    if (const QString file = fileIn(data); !file.isEmpty())
        session_->openFile(file);
    else
        header_->pickSentence(textIn(data));
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
    return moveFocus(
        tabStops(QList<QWidget *>{header_, offer_} + docksInOrder(*stage_, stage_->sideDocks()) +
                 QList<QWidget *>{unrolled_, timeline_} + docksInOrder(*stage_, stage_->docks())),
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
    if (event.key() == Qt::Key_Escape && before_) {
        present(false);
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
