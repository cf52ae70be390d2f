// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QObject>

#include "app/lesson/guide.h"
#include "app/lesson/handout.h"
#include "app/lesson/panel.h"

namespace widgets {
class TimelineView;
class UnrolledView;
}  // namespace widgets

namespace app {

class Dock;
class DockStage;
class Header;

/// The lesson in the window: a dock at the left of the picture, and what the lesson may do with the
/// window around it.
class LessonWing : public QObject, public LessonRoom {
    Q_OBJECT
  public:
    /// What the lesson takes place in. All of it outlives the wing.
    struct Window {
        Session *session;
        Header *header;
        DockStage *stage;
        widgets::UnrolledView *picture;
        widgets::TimelineView *timeline;
    };

    LessonWing(const Window &window, QObject *parent);

    LessonGuide *guide() { return &guide_; }
    Dock *dock() const { return dock_; }
    /// Opens and closes the lesson (F3).
    QAction *action() const { return action_; }

    void setLessonShown(bool shown) override;
    QString sentence() const override;
    void setSource(model::Use use, const QString &text) override;
    QByteArray layout() const override;
    void restoreLayout(const QByteArray &layout) override;
    void bringToFront(const QString &view) override;
    Edits &edits() override;
    double pictureZoom() const override;
    void setPictureZoom(double zoom) override;
    void fitPicture(bool all) override;
    void pause() override;
    void openPanel(const QString &name) override;

  public slots:
    /// Shows the panel again if the lesson goes on.
    void stay();
    /// Asks for a file and writes the chapter that is read to it.
    void saveChapter();
    /// Asks for a printer.
    void printChapter();

  signals:
    void panelWanted(const QString &name);
    /// A file was written.
    void saved(const QString &file);

  protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

  private:
    Window window_;
    LessonGuide guide_;
    HandoutMaker handouts_;
    LessonPanel *panel_;
    Dock *dock_;
    QAction *action_;
};

}  // namespace app
