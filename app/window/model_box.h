// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>
#include <vector>

#include "app/session/session.h"

namespace app {

/// The choice of the model, under headings by what models are for where they are for several
/// things. What does not fit is shortened in the middle: at their ends, models say their languages.
class ModelBox : public QComboBox {
    Q_OBJECT
  public:
    explicit ModelBox(QWidget *parent = nullptr);

    /// Lists models and marks the one in use (−1: none). Only what has changed is written, since
    /// the list may be open while a model learns.
    void showModels(const std::vector<ModelEntry> &models, int current);

  signals:
    /// The user has chosen one, by its index among the models.
    void modelChosen(int model);

  protected:
    void paintEvent(QPaintEvent *event) override;

  private:
    /// A model, or, where `model` is negative, a heading.
    struct Row {
        QString text;
        QString tip;
        int model = -1;
    };
    static std::vector<Row> rowsOf(const std::vector<ModelEntry> &models);
    void showRow(int at, const Row &row);
};

}  // namespace app
