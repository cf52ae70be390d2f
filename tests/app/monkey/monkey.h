// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QEventLoop>
#include <QString>
#include <deque>
#include <random>

class QPoint;
class QWidget;

/// Uses a window as nobody would: random keys, clicks, drags, turns of the wheel, pasted texts,
/// dropped files and sizes, as events of Qt. The same seed gives the same actions, as far as what
/// is computed beside the window is done at the same time.
class Monkey {
  public:
    Monkey(QWidget *window, unsigned seed);

    /// Acts so often, or for so many milliseconds, whichever comes first.
    void act(int actions, int milliseconds);
    /// What it did last, one action per line.
    QString last() const;
    /// Closes whatever dialogs and menus it has left open.
    void tidyUp();
    /// Files that it may drop.
    void setFiles(const QStringList &files) { files_ = files; }

  private:
    using Action = void (Monkey::*)(QWidget &);

    void waitForTurn();
    void takeTurn();
    void actOnce();
    bool leavePopup();
    bool leaveDialog();
    void key(QWidget &window);
    void text(QWidget &window);
    void click(QWidget &window);
    void doubleClick(QWidget &window);
    void contextMenu(QWidget &window);
    void drag(QWidget &window);
    void wheel(QWidget &window);
    void paste(QWidget &window);
    void drop(QWidget &window);
    void resize(QWidget &window);

    int below(int end) { return static_cast<int>(random_() % static_cast<unsigned>(end)); }
    template <class List>
    const auto &oneOf(const List &list) {
        return list[static_cast<std::size_t>(below(static_cast<int>(std::size(list))))];
    }
    QPoint placeIn(const QWidget &widget);
    /// The widget at a random place of a window.
    QWidget &somewhere(QWidget &window);
    void note(const QString &action, const QWidget &widget);

    QWidget *window_;
    std::mt19937 random_;
    QEventLoop loop_;
    QElapsedTimer clock_;
    QStringList files_;
    int left_ = 0;
    int milliseconds_ = 0;
    int inDialog_ = 0;           ///< actions since the dialog opened
    int depth_ = 0;              ///< actions that have not come back yet
    QWidget *opened_ = nullptr;  ///< the menu or dialog that the innermost of them acts on
    std::deque<QString> last_;
};
