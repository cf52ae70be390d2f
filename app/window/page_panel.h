// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>
#include <QTreeWidget>
#include <QWidget>

#include "app/session/page.h"
#include "app/session/session.h"
#include "app/window/sentence_field.h"

namespace app {

/// What can be done with a text of several sentences, such as a pasted page: a button offers to
/// translate it sentence by sentence, and then a list of them, each with its translation, is there
/// to choose from. What is chosen takes the place of the text in the field.
class PagePanel : public QWidget {
    Q_OBJECT
  public:
    PagePanel(Session *session, SentenceField *field, QWidget *parent);

    /// "Translate as 3 sentences", in view as long as the field holds several; for its place in a
    /// layout.
    QPushButton *offer() const { return offer_; }
    const Page &page() const { return page_; }
    /// Whether that is offered: for models that read single sentences.
    void setOffered(bool offered);

  public slots:
    /// Lists the sentences of the text in the field, and shows the first.
    void open();
    /// Puts the whole text back into the field; the list stays.
    void showWhole();
    /// Ends the list; the field keeps what it holds.
    void closeList();

  signals:
    /// A sentence was chosen to be watched from the beginning.
    void watchRequested();

  protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

  private:
    void build();
    void updateOffer();
    void fill();
    void choose();

    Session *session_;
    SentenceField *field_;
    Page page_;
    bool offered_ = true;
    QPushButton *offer_ = nullptr;
    QTreeWidget *list_ = nullptr;
    QPushButton *whole_ = nullptr;
    QPushButton *close_ = nullptr;
};

}  // namespace app
