// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QTextBrowser>
#include <QWidget>

#include "app/lesson/guide.h"
#include "app/lesson/question_box.h"

namespace app {

/// The text of a page. While it has the focus, Space and the arrows turn the pages and Escape
/// leaves the lesson, instead of moving time.
class LessonPageText : public QTextBrowser {
    Q_OBJECT
  public:
    explicit LessonPageText(QWidget *parent);

  signals:
    void nextRequested();
    void backRequested();
    void leaveRequested();

  protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
};

/// The lesson beside the picture: a page, what it waits for, how to go on; for teachers, questions.
class LessonPanel : public QWidget {
    Q_OBJECT
  public:
    /// The guide and the viewpoint must outlive it.
    LessonPanel(LessonGuide *guide, widgets::Viewpoint *viewpoint, QWidget *parent);

    /// What has the focus while a page is read.
    QWidget *text() const { return text_; }
    QSize sizeHint() const override;

  public slots:
    /// Hides what is computed next until it is asked for.
    void setTeaching(bool teaching);
    /// Text that is read from the last row of a room.
    void setLarge(bool large);

  signals:
    void saveRequested();
    void printRequested();

  protected:
    void changeEvent(QEvent *event) override;

  private:
    void build();
    QWidget *buildHead();
    QWidget *buildFoot();
    void nameAll();
    void fillChapters();
    void refresh();
    void showText();
    void goOn();

    LessonGuide *guide_;
    QComboBox *chapters_ = nullptr;
    QPushButton *options_ = nullptr;
    LessonPageText *text_ = nullptr;
    QWidget *task_ = nullptr;
    QLabel *taskText_ = nullptr;
    QPushButton *show_ = nullptr;
    QPushButton *open_ = nullptr;
    LessonQuestionBox *question_ = nullptr;
    QPushButton *back_ = nullptr;
    QLabel *count_ = nullptr;
    QPushButton *next_ = nullptr;
    QAction *teaching_ = nullptr;
    QAction *large_ = nullptr;
    QAction *save_ = nullptr;
    QAction *print_ = nullptr;
    QAction *leave_ = nullptr;
    LessonPlace shown_{-1, -1};  ///< the page that is in view
    QString html_;               ///< what the text holds
};

}  // namespace app
