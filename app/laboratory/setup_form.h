// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCheckBox>
#include <QComboBox>
#include <QPushButton>
#include <QSpinBox>
#include <QWidget>

#include "app/laboratory/setup.h"
#include "widgets/panel/number_box.h"

class QFormLayout;

namespace app {

/// Where it is chosen what is to be learned, and how.
class SetupForm : public QWidget {
    Q_OBJECT
  public:
    explicit SetupForm(QWidget *parent = nullptr);

    LaboratorySetup setup() const;
    /// Chooses a task; one that does not exist changes nothing.
    void setTask(const QString &task);
    /// Takes a file of the user's own pairs.
    void setFile(const QString &file);

  signals:
    /// What is chosen is another.
    void changed();
    void fileRequested();

  private:
    void build();
    void buildNumbers();
    void write();
    void update();
    /// A choice whose texts write() sets, in this order.
    QComboBox *addChoice(const char *name, int count);
    void addRow(QWidget *field);

    QFormLayout *rows_ = nullptr;
    QComboBox *task_ = nullptr;
    QPushButton *other_ = nullptr;  ///< the file of the user's own pairs
    QComboBox *models_ = nullptr;
    QComboBox *size_ = nullptr;
    QSpinBox *pairs_ = nullptr;
    widgets::NumberBox *rate_ = nullptr;
    QCheckBox *guided_ = nullptr;
    QSpinBox *seed_ = nullptr;
    QString file_;
};

}  // namespace app
