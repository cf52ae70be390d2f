// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDockWidget>
#include <QList>
#include <QMainWindow>
#include <QString>

namespace app {

/// The frame of a panel. Floating, it is a window of its own to Qt; its keys are the main window's
/// all the same: Tab leads out of it and into it, Enter presses its buttons.
class Dock : public QDockWidget {
    Q_OBJECT
  public:
    using QDockWidget::QDockWidget;

  signals:
    /// A key that nothing in the floating dock wanted; accepted by whoever does.
    void keyPressed(QKeyEvent *event);
    void tabPressed(bool next);

  protected:
    bool focusNextPrevChild(bool next) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
};

/// A picture with docks around it, in groups: the docks of one lie behind each other as tabs, the
/// groups below each other to the right. A part of a window, which knows by itself how to come up
/// as it was left.
class DockStage : public QMainWindow {
    Q_OBJECT
  public:
    explicit DockStage(QWidget *parent);

    /// Adds a dock to a group; the first one of a group is in front. Groups are counted from the
    /// top.
    Dock *addDock(int group, const QString &name, const QString &title, QWidget *panel);
    /// All of them, in the order in which they were added.
    const QList<QDockWidget *> &docks() const { return docks_; }

    /// Takes the places that state() once returned, or those of reset(), as soon as the window
    /// is in view: before, there is no room to divide. To be called once, after all addDock().
    void comeUpAs(const QByteArray &state);
    /// Where everything is now, for the next run.
    QByteArray state() const;

  public slots:
    /// Puts every dock where it was at the very first start.
    void reset();

  protected:
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void childEvent(QChildEvent *event) override;

  private:
    void arrange();
    void comeUp();
    bool place(const QByteArray &state);
    /// The focus goes on to what has come in front of a dock, if it was in there.
    void leave(QDockWidget *covered);
    QList<QDockWidget *> front() const;

    QList<QDockWidget *> docks_;
    QList<QList<QDockWidget *>> groups_;  ///< top to bottom; the first of each is in front
    QByteArray first_;                    ///< the places of the very first start
    QByteArray last_;                     ///< those of the last run
    bool isUp_ = false;
    QStyle *tabStyle_ = nullptr;
};

}  // namespace app
