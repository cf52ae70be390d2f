// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QRect>
#include <memory>
#include <vector>

#include "widgets/panel/word_offers.h"

class QLabel;
class QLineEdit;
class QListWidget;

namespace widgets {

class Viewpoint;

/// Asks which word is to be taken at a step: one of the candidates, or what is typed, as a piece of
/// the vocabulary or as several. A popup, gone with the next click elsewhere, Escape, or another
/// sentence.
class WordPrompt : public QFrame {
    Q_OBJECT
  public:
    WordPrompt(QWidget *near, Viewpoint *viewpoint, int step);

    QLineEdit *field() const { return field_; }
    QListWidget *list() const { return list_; }
    QString answer() const;

  protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

  private:
    void showOffers();
    void take(int row);

    Viewpoint *viewpoint_;
    std::shared_ptr<const model::Trace> trace_;
    int step_;
    std::vector<WordOffer> offers_;
    QLineEdit *field_;
    QListWidget *list_;
    QLabel *answer_;
};

/// Shows such a popup beside a place of a widget. Whether it can: there has to be a whole
/// translation with that step.
bool askForWord(QWidget &near, const QRect &place, Viewpoint &viewpoint, int step);

/// Puts a popup below a place of a widget or, where there is no room, above it, and shows it.
void popUpBeside(QWidget &popup, QWidget &near, const QRect &place);

}  // namespace widgets
