// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QString>
#include <vector>

#include "widgets/viewpoint/moment.h"

namespace widgets {

/// One word of a translation as a button: plain when it has been produced, boxed while it is being
/// produced, pale before.
class TranslationWord : public QAbstractButton {
    Q_OBJECT
  public:
    enum class State { past, current, future };

    explicit TranslationWord(QWidget *parent = nullptr);

    void setState(State state);
    State state() const { return state_; }
    /// Marked: pointed at, here or in another view.
    void setMarked(bool marked);
    /// Underlined: another word than in the original translation.
    void setOther(bool other);
    bool isOther() const { return other_; }
    /// By how much the word is more probable than in the original translation, from −1 to 1, and
    /// that in words; 0: nothing to be shown.
    void setChange(double change, const QString &text);
    double change() const { return change_; }
    /// No wider than this; the text is elided.
    void setLimit(int width);
    /// Whether the words at its left and right are joined to it: no space stands between them.
    void setJoined(bool left, bool right);

    QSize sizeHint() const override;

  signals:
    void entered();
    void left();
    void focused();
    /// ↑ or ↓ was pressed: by how many words the focus is to move.
    void moved(int by);
    /// F2 or a double click: another word is wanted in its place.
    void changeAsked();

  protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;

  private:
    QRectF box() const;

    State state_ = State::past;
    bool marked_ = false;
    bool other_ = false;
    double change_ = 0;
    QString changeText_;
    bool joinedLeft_ = false;
    bool joinedRight_ = false;
    int limit_ = 0;
};

/// Which steps produced a word of the translation.
struct WordSteps {
    QString text;
    int begin = 0;          ///< first step
    int end = 0;            ///< one past the last
    bool joined = false;    ///< no space stands before it
    bool other = false;     ///< not so in the original translation
    double change = 0;      ///< of its probability since then
    QString compared = {};  ///< both in words; empty: nothing to compare
    bool operator==(const WordSteps &) const = default;
};

/// Words in lines, as text flows. Keeps its buttons from one translation to the next.
class TranslationWords : public QWidget {
    Q_OBJECT
  public:
    explicit TranslationWords(QWidget *parent = nullptr);

    void setWords(std::vector<WordSteps> words);
    /// Shows how far the moment has come, and marks the word of a step (−1: none).
    void setMoment(const Moment &moment, const Extent &extent, int markedStep);
    const std::vector<WordSteps> &words() const { return words_; }
    /// The word where time is: that of the step of the moment, before any step the first one and,
    /// once all of them have been produced, the last one; null where there are none.
    TranslationWord *reached() const;
    /// The word at a point; null where there is none.
    TranslationWord *wordAt(const QPoint &point) const;

    /// Puts the words in lines no wider than `width`, resizes itself to them and returns how many
    /// lines there are.
    int flow(int width);
    int lineHeight() const;

  signals:
    void picked(int step);
    /// A word is pointed at; −1: no longer.
    void pointed(int step);
    /// A word has got the focus.
    void focused(QWidget *word);
    /// Another word is wanted in the place of one, which begins with a step.
    void changeAsked(QWidget *word, int firstStep);

  private:
    TranslationWord *button(int word);
    /// What a word and those that are joined to it take, side by side.
    int widthWithJoined(int word) const;
    /// How far a joined word moves into the margin of the one before it.
    int joint() const { return fontMetrics().height() / 5; }

    std::vector<WordSteps> words_;
    std::vector<TranslationWord *> buttons_;
    int reached_ = -1;
};

}  // namespace widgets
