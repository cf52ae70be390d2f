// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QMainWindow>
#include <QMap>
#include <optional>

#include "app/session/session.h"

class QVBoxLayout;

namespace widgets {
class HeatmapPanel;
class NarrationView;
class TimelineView;
class UnrolledView;
class View;
struct ViewKind;
}  // namespace widgets

namespace app {

class Desktop;
class DockStage;
class Header;
class Notice;
class Reference;
class SessionDocument;

/// The window: menus and docks around the views of the session, and what is remembered of their
/// places.
class MainWindow : public QMainWindow {
    Q_OBJECT
  public:
    explicit MainWindow(Session *session, QWidget *parent = nullptr);

    Header *header() const { return header_; }
    /// What is worked on, as a file.
    SessionDocument *document() const { return document_; }

    /// Looks and moves as the desktop says from now on, where the user chose nothing else.
    void follow(const Desktop *desktop);

  public slots:
    void exportHeatmap();
    void exportTrace();
    void chooseModel();

  protected:
    void closeEvent(QCloseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    bool event(QEvent *event) override;
    bool focusNextPrevChild(bool next) override;

  private:
    void buildViews(QVBoxLayout &column);
    void followSession();
    void keep(QWidget &view);
    void addDock(int group, const widgets::ViewKind &kind, widgets::View &view);
    void buildMenus();
    void buildFileMenu();
    void buildEditMenu();
    void buildCompareMenu();
    void addComparedModels(QMenu &menu);
    void buildViewMenu();
    void addLanguageMenu(QMenu &view);
    void buildHelpMenu();
    /// Fills the screen with larger text, or goes back to how it was before.
    void present(bool presenting);
    void restoreLayout();
    void tellSaved(const QString &file);
    void reduceMotion(bool reduced);
    /// Whether all is there that `what` needs of the translation of what is typed.
    bool hasAll(void (MainWindow::*what)()) const;
    /// Whether some of it is still to come; `what` is called again then.
    bool awaits(void (MainWindow::*what)());
    /// Plays the translation of what is typed from the start, as soon as it is there.
    void watch();
    /// What is to be done for a key that nothing else wanted; false: nothing.
    bool press(const QKeyEvent &event);

    Session *session_;
    Header *header_ = nullptr;
    DockStage *stage_ = nullptr;  ///< the views: docks lie between header and timeline
    Notice *notice_ = nullptr;
    widgets::HeatmapPanel *heatmap_ = nullptr;
    widgets::NarrationView *narration_ = nullptr;
    widgets::TimelineView *timeline_ = nullptr;
    widgets::UnrolledView *unrolled_ = nullptr;
    SessionDocument *document_ = nullptr;
    Reference *reference_ = nullptr;
    QMap<QString, widgets::View *> views_;  ///< by name
    QAction *export_ = nullptr;
    QAction *numbers_ = nullptr;
    QAction *reduceMotion_ = nullptr;
    QAction *presentation_ = nullptr;
    /// What a presentation has changed.
    struct Unpresented {
        QFont font;
        Qt::WindowStates state;
    };
    std::optional<Unpresented> before_;  ///< nothing: there is no presentation
    /// What is to be done once a sentence is translated.
    struct Awaiting {
        QString sentence;
        void (MainWindow::*what)();
    };
    std::optional<Awaiting> awaiting_;
};

}  // namespace app
