// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QMainWindow>
#include <QMap>
#include <QVariantMap>
#include <functional>
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

class PictureFiles;

class Desktop;
class Dock;
class DockStage;
class Header;
class Laboratory;
class LaboratoryPanel;
class LengthPanel;
class LessonOffer;
class LessonWing;
class Notice;
class Reference;
class SessionDocument;

/// The window: menus and docks around the views of the session, and what is remembered of their
/// places.
class MainWindow : public QMainWindow {
    Q_OBJECT
  public:
    explicit MainWindow(Session *session, QWidget *parent = nullptr);
    ~MainWindow() override;

    Header *header() const { return header_; }
    LessonWing *lesson() const { return lesson_; }
    /// Offers the lesson to a user who has not seen the program before.
    void offerLesson();
    /// What is worked on, as a file.
    SessionDocument *document() const { return document_; }

    /// Looks and moves as the desktop says from now on, where the user chose nothing else.
    void follow(const Desktop *desktop);

  public slots:
    void exportAnimation();
    void exportHeatmap();
    void exportTrace();
    void exportWindow();
    void print();
    void chooseModel();
    /// A scene to be captioned, by a model of captions.
    void newScene();
    /// Brings the laboratory into view, set up for a task (model/training/tasks) if one is named.
    void openLaboratory(const QString &task = {});

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
    /// The entry of a menu that opens and closes the laboratory.
    void addLaboratory(QMenu &view);
    void buildLaboratory();
    /// Whether what was learned is in a file, or may be lost.
    bool mayLeaveLaboratory();
    /// What every dock of the window needs.
    void follow(Dock &dock);
    static void coverWith(Dock &dock, widgets::View &view);
    void offerExport(const widgets::ViewKind &kind, widgets::View &view);
    void addDock(int group, const widgets::ViewKind &kind, widgets::View &view);
    void buildLesson(QVBoxLayout &column);
    void buildLengths();
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
    /// The view that figures are made of at first.
    QString firstFigure() const;
    /// What the user has chosen about a view, by its name.
    std::function<QVariantMap(const QString &view)> optionsOfViews() const;
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

    void wirePictures();
    void showPicture(bool wanted);
    void choosePicture();

    Session *session_;
    PictureFiles *pictures_ = nullptr;  ///< there as soon as a file is chosen
    Dock *pictureDock_ = nullptr;       ///< there as soon as a model sees pictures
    Header *header_ = nullptr;
    DockStage *stage_ = nullptr;  ///< the views: docks lie between header and timeline
    Notice *notice_ = nullptr;
    LessonOffer *offer_ = nullptr;
    LessonWing *lesson_ = nullptr;
    LengthPanel *lengths_ = nullptr;
    widgets::HeatmapPanel *heatmap_ = nullptr;
    widgets::NarrationView *narration_ = nullptr;
    widgets::TimelineView *timeline_ = nullptr;
    widgets::UnrolledView *unrolled_ = nullptr;
    Laboratory *laboratory_ = nullptr;  ///< null, as the next two, until it is first opened
    LaboratoryPanel *laboratoryPanel_ = nullptr;
    Dock *laboratoryDock_ = nullptr;
    QAction *laboratoryAction_ = nullptr;
    SessionDocument *document_ = nullptr;
    Reference *reference_ = nullptr;
    QMap<QString, widgets::View *> views_;  ///< by name
    QAction *export_ = nullptr;
    QAction *animation_ = nullptr;
    QAction *numbers_ = nullptr;
    QAction *print_ = nullptr;
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
