// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>
#include <QStringList>

namespace app {

/// The field in which the sentence is typed. Its list is the history, the latest first, remembered
/// between runs. Line breaks and other control characters become spaces as they arrive.
class SentenceField : public QComboBox {
    Q_OBJECT
  public:
    static constexpr int historyLength = 100;

    explicit SentenceField(QWidget *parent = nullptr);

    QString sentence() const { return currentText(); }
    /// The same with the line breaks that it had when it arrived, as long as it was not changed.
    QString lines() const;
    QStringList history() const;

  public slots:
    /// Replaces what is typed and selects it, ready to be typed over.
    void setSentence(const QString &sentence);
    /// Selects what is typed; of a long sentence, the beginning is in view.
    void selectSentence();
    /// Puts what is typed at the top of the history.
    void remember();

  signals:
    void sentenceChanged(const QString &sentence);
    /// Enter was pressed: the sentence is finished.
    void finished();

  protected:
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

  private:
    class OneLine;
    OneLine *oneLine_;
    bool remembering_ = false;
};

}  // namespace app
