// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

class QCheckBox;
class QLabel;
class QPushButton;

namespace app {

class SentenceField;
class Session;

/// A dialogue with a model of replies: what was said before, and the way to the next turn. The
/// reply can stay in front of the next turn, as the training marks it ("before | turn"): the field
/// then holds both, for both are what the model reads.
class DialogueBar : public QWidget {
    Q_OBJECT
  public:
    /// Both must outlive it.
    DialogueBar(Session *session, SentenceField *field, QWidget *parent = nullptr);

  public slots:
    /// Keeps what was said and begins the next turn.
    void goOn();
    /// Forgets what was said before.
    void forget();

  private:
    void build();
    /// The last reply in front of what is typed, or not.
    void setKeeping(bool keeping);
    void update();
    /// Turn, reply, turn, reply, … of before.
    QStringList said_;
    Session *session_;
    SentenceField *field_;
    QLabel *before_ = nullptr;
    QCheckBox *keep_ = nullptr;
    QPushButton *next_ = nullptr;
};

/// The turn in what a model of replies reads, without what is kept in front of it.
QString turnOf(const QString &source);

}  // namespace app
