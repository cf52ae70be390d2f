// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDockWidget>
#include <QList>
#include <QMainWindow>
#include <QString>

namespace app {

/// "wordChoiceDock" for the view "word-choice": remembered layouts call its dock that.
QString dockName(const QString &view);

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
    void resized();

  protected:
    void resizeEvent(QResizeEvent *event) override;
    bool focusNextPrevChild(bool next) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
};

/// A picture with docks around it, in groups: the docks of one lie behind each other as tabs, the
/// groups below each other to the right. Where there is no height for all groups, the upper ones
/// are one, as long as the user has not put docks elsewhere. A part of a window, which knows by
/// itself how to come up as it was left, and gets along with any size.
class DockStage : public QMainWindow {
    Q_OBJECT
  public:
    explicit DockStage(QWidget *parent);

    /// Adds a dock to a group; the first one of a group is in front. Groups are counted from the
    /// top.
    Dock *addDock(int group, const QString &name, const QString &title, QWidget *panel);
    /// Adds a dock at the left, which belongs to no group and is closed at first. Its owner gives
    /// it a title, opens and closes it.
    Dock *addSideDock(const QString &name, QWidget *panel);
    /// Opens it in front of the others at the left. These take their part of the width, and
    /// picture and groups share the rest.
    void showSideDock(QDockWidget *dock);
    /// Shows the dock of this name in front of the others; none of those at the left.
    void bringToFront(const QString &name);
    /// The same below another one, which stays in view.
    void showBelow(QDockWidget *dock, QDockWidget *upper);
    /// Adds a dock below the picture, in no group; may be called at any time.
    Dock *addBelow(const QString &name, const QString &title, QWidget *panel);
    /// All but those at the left, in the order in which they were added.
    const QList<QDockWidget *> &docks() const { return docks_; }
    /// Those at the left.
    const QList<QDockWidget *> &sideDocks() const { return sideDocks_; }

    /// Takes the places that state() once returned, or those of reset(), as soon as the window
    /// is in view: before, there is no room to divide. To be called once, after all addDock().
    void comeUpAs(const QByteArray &state);
    /// The same for places that another run returned, at any time; none, or such as mean nothing,
    /// change nothing.
    void takeState(const QByteArray &state);
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
    using Groups = QList<QList<QDockWidget *>>;

    /// The groups when there are so many: the first ones are merged, so that what explains them
    /// stays beside them.
    Groups merged(int count) const;
    /// For how many groups there is height.
    int fitting() const;
    /// How many groups the docks make that are neither closed nor floating; 0: the user has put
    /// them elsewhere.
    int arranged() const;
    void arrange(int count);
    /// The same without anything going out of view that need not.
    void rearrange(int count);
    void divide(int count, int docksWidth);
    void hideEmptyBars();
    void followSize();
    void keepShare();
    /// The user, or a new arrangement, has made the docks wider or narrower.
    void noteShare();
    /// The uppermost of the docks at the right; null: none.
    QDockWidget *uppermost() const;
    void comeUp();
    bool place(const QByteArray &state);
    /// The focus goes on to what has come in front of a dock, if it was in there.
    void leave(QDockWidget *covered);

    /// Whether a dock is neither closed nor a window of its own.
    static bool isDocked(const QDockWidget *dock) {
        return !dock->isHidden() && !dock->isFloating();
    }
    /// A dock that is in no place yet.
    Dock *makeDock(const QString &name, QWidget *panel);
    /// Notes what the user does with a dock.
    void watch(Dock *dock);

    QList<QDockWidget *> docks_;
    QList<QDockWidget *> sideDocks_;
    QList<QDockWidget *> below_;  ///< those of them that are in no group
    Groups groups_;               ///< top to bottom; the first of each is in front
    QByteArray first_;            ///< the places of all groups below each other
    QByteArray last_;             ///< those of the last run
    int fitted_ = 0;              ///< for how many groups there was height
    double share_ = 0;  ///< what the docks at the right take of the width; 0: not known yet
    int sharedOf_ = 0;  ///< of which width; 0: not known yet
    bool isUp_ = false;
    QStyle *tabStyle_ = nullptr;
};

}  // namespace app
