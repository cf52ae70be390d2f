// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <vector>

#include "widgets/word_choice/data.h"

namespace widgets {

/// What WordChoiceBars shows.
struct WordChoiceContent {
    std::vector<WordChoice> choices;
    QString caption;      ///< the line on top
    QString runnerUp;     ///< the line below it
    QString reference;    ///< what the choices are compared with, as a noun
    bool brief = false;   ///< without that line, which stands elsewhere
    double progress = 0;  ///< 0: outlines; below 1: bars grow, without numbers
    int cursor = -1;      ///< row under the pointer or the keyboard cursor; −1: none
};

/// One bar per word with its probability: shows what it is given and tells which row the pointer is
/// on.
class WordChoiceBars : public QWidget {
    Q_OBJECT
  public:
    explicit WordChoiceBars(QWidget *parent = nullptr);

    void setContent(WordChoiceContent content);
    const WordChoiceContent &content() const { return content_; }
    /// How many whole rows there is room for, but never none.
    int room() const;
    /// The height at which all of its rows are seen.
    int wholeHeight() const;
    /// The row at a point, or −1.
    int rowAt(const QPointF &position) const;
    /// What stands at the left of the caption; the caption keeps clear of it.
    void setCorner(QWidget *corner);
    QRectF barRect(int row) const;
    /// The outline of what the bar was in the original; null where there is none.
    QRectF beforeRect(int row) const;
    /// The exact numbers of a row, as text.
    QString rowText(int row) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

  signals:
    void roomChanged();
    void pointed(int row);  ///< −1: none
    void picked(int row);   ///< by a double click

  protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

  private:
    QString toolTipAt(const QPoint &position) const;
    void paintHeader(QPainter &painter) const;
    void paintRow(QPainter &painter, int row) const;
    QRectF barOf(double probability, int row) const;
    double headerHeight() const;
    double rowHeight() const;
    double labelWidth() const;

    WordChoiceContent content_;
    QWidget *corner_ = nullptr;
};

}  // namespace widgets
