// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace app {

/// What stands in place of the sentence's field where the model sees pictures: what the picture
/// shows, and how to get another one.
class SceneBar : public QWidget {
    Q_OBJECT
  public:
    explicit SceneBar(QWidget *parent = nullptr);

    /// The picture as the text that the model is given.
    void setSource(const QString &text);

  signals:
    /// A picture is wanted, as the text that the model is given.
    void sceneWanted(const QString &text);
    void fileWanted();

  private:
    void describe();

    QString source_;
    QLabel *label_ = nullptr;
    QPushButton *new_ = nullptr;
    QPushButton *open_ = nullptr;
};

/// The text of the scene that a new one begins with.
QString newScene();

}  // namespace app
